import WaymarkBasics

/// What is said beside a profile.
struct ProfileCommandWords: Sendable {
  let tooManyRoles = "--role: at most two roles can be compared"

  func notFinished(_ suffix: String) -> String {
    "Not finished yet; go on with: waymark assess\(suffix)"
  }

  func toLookBack(to day: CalendarDate, _ suffix: String) -> String {
    "To say where you were then, with what you know now: waymark assess --then \(day)\(suffix)"
  }

  func next(_ suffix: String) -> String { "Next: waymark path\(suffix)" }

  func toPrint(_ suffix: String) -> String {
    "Print: waymark profile -o waymark-profile.html\(suffix)"
  }
}
