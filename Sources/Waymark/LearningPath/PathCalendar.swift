package import WaymarkBasics

/// The weeks that a path is laid into.
///
/// Weeks of seven days from the first day on, each with the same minutes. A step is done by the last
/// day of the week in which the minutes of all steps up to it have come together.
package struct PathCalendar: Hashable, Sendable {
  /// The first day.
  package let start: CalendarDate
  /// The minutes of a week, 1 or more.
  package let minutesPerWeek: Int
  /// The last day; `nil` when there is none.
  package let until: CalendarDate?

  /// Joins the parts; less than a minute a week counts as one.
  package init(start: CalendarDate, minutesPerWeek: Int, until: CalendarDate?) {
    self.start = start
    self.minutesPerWeek = max(1, minutesPerWeek)
    self.until = until
  }

  /// The minutes of all whole weeks until the last day; `nil` when there is none.
  package var minutes: Int? {
    until.map { max(0, $0.daysSince1970 - start.daysSince1970 + 1) / 7 * minutesPerWeek }
  }

  /// Whether a day is within the weeks.
  func contains(_ day: CalendarDate) -> Bool { day >= start && until.map { day <= $0 } ?? true }

  /// The minutes that there are by the end of the week of a day.
  func minutes(by day: CalendarDate) -> Int {
    max(0, (day.daysSince1970 - start.daysSince1970) / 7 + 1) * minutesPerWeek
  }

  /// The last day of the week by whose end so many minutes have come together.
  func day(after minutes: Int) -> CalendarDate {
    let weeks = max(1, (minutes + minutesPerWeek - 1) / minutesPerWeek)
    return start.adding(days: 7 * weeks - 1)
  }
}
