import Waymark
import WaymarkBasics

extension CalendarDate {
  /// The day that was given to an option; `nil` when none was.
  static func given(_ text: String?, _ option: String) throws -> CalendarDate? {
    try text.map { text in
      guard let day = CalendarDate(written: text) else {
        throw Failure(
          .usage,
          "\(option) '\(text.printableLine)': write a day such as 2026-12-31, "
            + CalendarDate.yearWords)
      }
      return day
    }
  }
}
