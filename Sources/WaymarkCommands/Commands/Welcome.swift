import Waymark
import WaymarkBasics
import WaymarkStore

/// What `waymark` alone says: what it is, where the person is, and the next command.
struct Welcome {
  let text: String

  init(_ session: Session) throws {
    let latest = try Self.latest(in: session)
    let next = "waymark \(Self.next(after: latest))"
    let lines = [
      "Waymark \(WaymarkCommand.version)",
      "See where you stand in library service to children, and what to learn next.",
      "Your answers stay on this computer until you send a file yourself.",
      "", Self.state(of: latest), "Next: \(next)\(session.suffix)", "All commands: waymark --help",
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

  private static func state(of latest: StoredAssessment?) -> String {
    guard let latest else { return "You have not begun yet." }
    guard latest.assessment.finished == nil else {
      return "You finished your assessment on \(latest.changed.inWords)."
    }
    let count = latest.history.count
    return "You have answered \(count) statement\(count == 1 ? "" : "s"); "
      + "last time \(latest.changed.inWords)."
  }
}
