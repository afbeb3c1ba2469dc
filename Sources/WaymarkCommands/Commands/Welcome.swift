import Waymark
import WaymarkBasics
import WaymarkStore

/// What `waymark` alone says: what it is, where the person is, and the next command.
struct Welcome {
  let text: String

  init(_ session: Session) throws {
    let latest = try Self.latest(in: session)
    let words = session.said.welcome
    let lines = [
      words.title(version: WaymarkCommand.version), words.purpose, words.privacy, "",
      Self.state(of: latest, words),
      words.next(Self.next(after: latest), suffix: session.suffix), words.allCommands,
    ]
    let width = session.style.width
    text =
      lines.flatMap { TextLayout.wrap($0, width: width) }
      .filter { !session.isAccessible || !$0.isEmpty }.map { $0 + "\n" }.joined()
  }

  /// The assessment that was begun last, or `nil` when there is none or not even a store.
  private static func latest(in session: Session) throws -> StoredAssessment? {
    do {
      return try Store(path: session.storePath, for: .reading).assessments()
        .first(where: \.assessment.isOwn)
    } catch let error as StoreError {
      guard error.problem == .missing else { throw error }
      return nil
    }
  }

  /// The next command: what was answered for a campaign waits to be shared.
  private static func next(after latest: StoredAssessment?) -> String {
    guard let latest, latest.assessment.finished != nil else {
      return "assess\(latest?.assessment.workshopOption ?? "")"
    }
    return latest.invitation != nil && latest.revision == 0 ? "share" : "profile"
  }

  private static func state(of latest: StoredAssessment?, _ words: WelcomeWords) -> String {
    guard let latest else { return words.notBegun }
    guard latest.assessment.finished == nil else { return words.finished(on: latest.changed) }
    return words.answered(latest.history.count, last: latest.changed)
  }
}

/// What `waymark` alone says.
struct WelcomeWords: Sendable {
  func title(version: String) -> String { "Waymark \(version)" }

  let purpose = "See where you stand in library service to children, and what to learn next."
  let privacy = "Your answers stay on this computer until you send a file yourself."
  let allCommands = "All commands: waymark --help"

  func next(_ command: String, suffix: String) -> String { "Next: waymark \(command)\(suffix)" }

  let notBegun = "You have not begun yet."

  func finished(on day: CalendarDate) -> String {
    "You finished your assessment on \(day.inWords)."
  }

  func answered(_ count: Int, last day: CalendarDate) -> String {
    "You have answered \(count) statement\(count == 1 ? "" : "s"); last time \(day.inWords)."
  }
}
