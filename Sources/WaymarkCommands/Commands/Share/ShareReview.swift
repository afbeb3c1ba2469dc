import Foundation
import Waymark
import WaymarkBasics
import WaymarkStore

/// Shows what leaves, in words first, and asks before it is written where somebody is there to answer.
struct ShareReview {
  private let session: Session
  /// Whether the files themselves are shown too: where it is asked for, and for programs, which read
  /// them from standard output.
  let showsFiles: Bool
  /// Whether the person is asked.
  private let asks: Bool

  /// - Parameters:
  ///   - isDryRun: whether nothing is written anyway.
  ///   - agrees: whether the person has said yes already.
  init(_ session: Session, showsFiles: Bool, isDryRun: Bool, agrees: Bool) {
    self.session = session
    self.showsFiles = showsFiles || !Console.isTerminal(STDOUT_FILENO)
    asks = !isDryRun && !agrees && session.canAsk
  }

  /// Says a sentence; nobody is asked about what they were not shown.
  func say(_ text: String) throws {
    guard asks else { return session.remark(text) }
    try session.console.write(
      TextLayout.message(text.printableLine, width: session.style.width).map { $0 + "\n" }.joined())
  }

  /// Says several things, each on a line that begins with a dash.
  func list(_ lines: [String]) throws {
    for line in lines {
      let text = session.isAccessible ? line : "- \(line)"
      let wrapped = TextLayout.wrap(
        text.printableLine, width: session.style.width, hanging: session.isAccessible ? 0 : 2)
      guard asks else {
        for line in wrapped { session.console.remark(line) }
        continue
      }
      try session.console.write(wrapped.map { $0 + "\n" }.joined())
    }
  }

  func show(_ file: String) throws {
    if showsFiles { try session.console.write(file) }
  }

  /// Whether the files are to be written.
  func isConfirmed(for files: [String]) throws -> Bool {
    guard asks else { return true }
    let words = session.said.share
    let ticks = TickList(input: try TerminalInput(STDIN_FILENO), session: session)
    while true {
      guard let typed = try ticks.line(words.askToWrite(files.map(\.printableLine))) else {
        return false
      }
      switch typed.lowercased() {
      case "y", "yes": return true
      case "n", "no": return false
      default: try session.console.write(words.yesOrNo + "\n")
      }
    }
  }
}

/// The background answers that a person does not share, as they said it now or for the same campaign before.
struct LeftOut {
  typealias Field = ID<BackgroundQuestions.Field>

  /// What is said in the place of a question to leave nothing out any more.
  static let nothing = "none"

  /// All that is left out.
  let fields: Set<Field>
  /// What is left out because it was before.
  let remembered: Set<Field>

  /// - Parameters:
  ///   - typed: the questions that are named now.
  ///   - given: those that were answered.
  ///   - earlier: those that were left out for the same campaign before.
  init(_ typed: [String], of given: Set<Field>, before earlier: Set<Field>, _ words: ShareWords)
    throws
  {
    let names = given.map(\.description).sorted()
    let isAnew = typed.contains(Self.nothing) && !names.contains(Self.nothing)
    let now = isAnew ? typed.filter { $0 != Self.nothing } : typed
    for name in now where !names.contains(name) {
      guard !names.isEmpty else { throw Failure(.usage, words.noBackgroundAnswered) }
      throw Failure.unknown(words.backgroundAnswer, name, among: names)
    }
    let named = given.filter { now.contains($0.description) }
    remembered = isAnew ? [] : earlier.subtracting(named).intersection(given)
    fields = named.union(remembered)
  }
}
