import WaymarkBasics

/// What is said of something typed that cannot be used.
struct TypedWords: Sendable {
  func noWholeNumber(_ text: String) -> String {
    "'\(text)' is no whole number; write it in the digits 0 to 9."
  }

  func noNumber(_ text: String) -> String {
    "'\(text)' is no number; write one such as 4 or 2.5."
  }

  func noDay(_ text: String, _ option: String) -> String {
    "\(option) '\(text)': write a day such as 2026-12-31, \(CalendarDate.yearWords)"
  }

  func noneOf(_ choices: [String], _ word: String) -> String {
    "'\(word)' is none of: \(choices.joined(separator: ", "))"
  }
}
