import Foundation
import Testing
import WaymarkBasics

@Suite struct CalendarDateTests {
  @Test(arguments: [
    ("1970-01-01", 0), ("1970-03-01", 59), ("1980-01-01", 3652), ("2000-02-29", 11016),
    ("2026-11-23", 20780), ("1969-12-31", -1), ("0001-01-01", -719_162), ("9999-12-31", 2_932_896),
  ])
  func `Days are counted as Python counts them`(day: String, count: Int) throws {
    // date.fromisoformat(day).toordinal() - date(1970, 1, 1).toordinal() in Python 3.11.
    #expect(try #require(CalendarDate(day)).daysSince1970 == count)
  }

  /// Foundation counts the days by itself.
  @Test func `Days are added as Foundation adds them`() throws {
    var calendar = Calendar(identifier: .iso8601)
    calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
    let start = try #require(CalendarDate("1999-12-31"))
    let first = try #require(
      calendar.date(from: DateComponents(year: 1999, month: 12, day: 31)))
    for days in stride(from: -40_000, through: 200_000, by: 97) {
      let parts = calendar.dateComponents(
        [.year, .month, .day],
        from: try #require(calendar.date(byAdding: .day, value: days, to: first)))
      let day = start.adding(days: days)
      #expect([day.year, day.month, day.day] == [parts.year, parts.month, parts.day])
      #expect(day.daysSince1970 == start.daysSince1970 + days)
    }
  }

  @Test func `Before the year 1 and after the year 9999 there is no day`() throws {
    let day = try #require(CalendarDate("2026-11-25"))
    #expect(day.adding(days: .max).description == "9999-12-31")
    #expect(day.adding(days: .min).description == "0001-01-01")
  }

  @Test(arguments: [
    ("June", "2026-11-29", "2027-06-30"), ("next June", "2026-11-29", "2027-06-30"),
    ("june 2027", "2026-11-29", "2027-06-30"), ("1 June", "2026-11-29", "2027-06-01"),
    ("June 1", "2026-06-01", "2026-06-01"), ("Feb", "2027-12-01", "2028-02-29"),
    ("29 Feb", "2026-11-29", nil), ("November", "2026-11-29", "2026-11-30"),
    ("tomorrow", "2026-11-29", "2026-11-30"), ("2027-06-01", "2026-11-29", "2027-06-01"),
    ("Ju", "2026-11-29", nil), ("next", "2026-11-29", nil), ("", "2026-11-29", nil),
    ("June June", "2026-11-29", nil), ("1 2 June", "2026-11-29", nil),
    ("June 2025", "2026-11-29", nil),
  ])
  func `The end of a time to come is written as people write it`(
    text: String, today: String, expected: String?
  ) throws {
    let today = try #require(CalendarDate(today))
    #expect(CalendarDate(deadline: text, today: today)?.description == expected)
  }
}
