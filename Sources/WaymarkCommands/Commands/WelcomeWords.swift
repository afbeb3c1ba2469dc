import WaymarkBasics

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
