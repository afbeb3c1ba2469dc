import Waymark
import WaymarkStore

/// What `waymark` alone says: what it is, where the person is, and the next command.
struct Welcome {
  let text: String

  init(_ session: Session) throws {
    let path = try session.storePath
    let state: String
    let next: String
    do {
      let latest = try Store(path: path, for: .reading).assessments().first
      switch latest {
      case nil:
        (state, next) = ("You have not begun yet.", "waymark assess")
      case let latest? where latest.assessment.finished == nil:
        state =
          "You have answered \(latest.history.count) statements; "
          + "last time \(latest.changed.inWords)."
        next = "waymark assess"
      case let latest?:
        state = "You finished your assessment on \(latest.changed.inWords)."
        next = "waymark profile"
      }
    } catch where error.problem == .missing {
      (state, next) = ("You have not begun yet.", "waymark assess")
    }
    let lines = [
      "Waymark \(WaymarkCommand.version)",
      "See where you stand in library service to children, and what to learn next.",
      "Your answers stay on this computer until you send a file yourself.",
      "", state, "Next: \(next)\(session.suffix)", "All commands: waymark --help",
    ]
    let width = session.style.width
    text =
      lines.flatMap { TextLayout.wrap($0, width: width) }
      .filter { !session.isAccessible || !$0.isEmpty }.map { $0 + "\n" }.joined()
  }
}
