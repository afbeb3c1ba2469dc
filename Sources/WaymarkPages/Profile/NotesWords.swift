import WaymarkBasics

/// What a page of notes says.
package struct NotesWords: Sendable {
  let common = CommonWords()

  package init() {}

  func title(_ day: CalendarDate) -> String { "Your notes on your answers of \(day.inWords)" }

  let heading = "Your notes"
  let none = "There are no notes yet."

  func forYourself(_ count: Int) -> String {
    "\(common.count(count, "note", "notes")) for yourself; they are never in a file that you share."
  }
}
