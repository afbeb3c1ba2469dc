import Foundation
import Waymark
import WaymarkBasics
import WaymarkStore
import WaymarkXML

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

/// Finds which of the things that were shared is to be taken back.
struct SharedChoice {
  let history: SharedHistory
  let session: Session
  let installed: InstalledDocuments

  private var words: ShareWords { session.said.share }

  /// The assessment whose file of this kind is taken back; asks which one where there are several.
  func assessment(toTakeBack kind: SharedFile.Kind) throws -> String {
    switch history.toTakeBack(kind) {
    case .one(let item): return item.stored.assessment.id.name
    case .nothing:
      throw Failure.input("share", words.nothingToTakeBack(kind, history, session.suffix))
    case .several(let items):
      let shown = try items.map { try inWords($0) }
      guard session.canAsk else {
        throw Failure(
          .usage,
          words.sayWhich(
            zip(shown, items).map { ($0, words.toTakeBack($1, session.suffix)) }))
      }
      let ticks = TickList(input: try TerminalInput(STDIN_FILENO), session: session)
      let width = session.style.width
      let lines = [words.whichToTakeBack] + shown.enumerated().map { "\($0 + 1)  \($1)" }
      try session.console.write(
        lines.flatMap { TextLayout.wrap($0.printableLine, width: width, hanging: 3) }
          .map { $0 + "\n" }.joined())
      while true {
        guard let typed = try ticks.line(words.typeNumber) else { throw Ended(exit: .done) }
        if let number = Int(digits: typed), items.indices.contains(number - 1) {
          return items[number - 1].stored.assessment.id.name
        }
        try session.console.write(words.noNumber(to: items.count) + "\n")
      }
    }
  }

  /// Everything that was shared, and how each can be taken back.
  func list() throws {
    guard !history.items.isEmpty else {
      return try session.console.write(words.nothingShared + "\n")
    }
    for item in history.items {
      let hint = item.isTakenBack ? "" : " " + words.canBeTakenBack(item, session.suffix)
      let lines = TextLayout.message(
        (session.isAccessible ? "" : "- ") + (try inWords(item)).printableLine + "." + hint,
        width: session.style.width)
      try session.console.write(lines.map { $0 + "\n" }.joined())
    }
  }

  /// What was shared, when, and what became of it.
  private func inWords(_ item: SharedHistory.Item) throws -> String {
    let title = try item.stored.invitation.map { stored in
      try installed.invitation(
        SourceFile(name: session.said.sitting.invitation, bytes: stored.xml)
      ).title.text(in: session.language)
    }
    return words.shared(item, for: item.kind == .response ? title : nil)
  }
}
