import Testing
import Waymark

@Suite struct DaysSince1970Tests {
  @Test(arguments: [
    ("1970-01-01", 0), ("1970-03-01", 59), ("1980-01-01", 3652), ("2000-02-29", 11016),
    ("2026-11-23", 20780), ("1969-12-31", -1), ("0001-01-01", -719_162), ("9999-12-31", 2_932_896),
  ])
  func `Days are counted as Python counts them`(day: String, count: Int) throws {
    // date.fromisoformat(day).toordinal() - date(1970, 1, 1).toordinal() in Python 3.11.
    #expect(try #require(CalendarDate(day)).daysSince1970 == count)
  }
}
