import Foundation
import Testing
import Waymark

struct CalendarDateAddingTests {
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
}
