import Testing

@testable import WaymarkBasics

/// Lengths of time and days as people write them; expected values reckoned by hand.
@Suite struct TimeSpanTests {
  @Test(arguments: [
    ("4", 240), ("2.5", 150), ("4h", 240), ("4 h", 240), ("1h30", 90), ("1h30m", 90),
    ("1 h 30 min", 90), ("1:30", 90), ("90m", 90), ("90 Minutes", 90), ("4 hours", 240),
    ("1 hour 5 minutes", 65), ("0.5h", 30), ("2 horas", 120), (".", nil), ("", nil), ("-4", nil),
    ("4d", nil), ("1h75", nil), ("1h30h", nil), ("1:3", nil), ("4 4", nil), ("1e3", nil),
    ("123456", nil), ("1.2.3", nil), ("h", nil), ("1.5h30", nil), ("٣", nil), ("\u{1B}[2J", nil),
  ])
  func `A text says so many minutes, a number alone hours`(text: String, minutes: Int?) {
    #expect(TimeSpan.minutes(text, of: .hours) == minutes)
  }

  @Test(arguments: [("90", 90), ("1h30", 90), ("2h", 120), ("90.4", 90)])
  func `Where minutes are asked, a number alone is of them`(text: String, minutes: Int) {
    #expect(TimeSpan.minutes(text, of: .minutes) == minutes)
  }

  @Test(arguments: [
    ("today", "2026-11-23"), ("Yesterday", "2026-11-22"), ("TOMORROW", "2026-11-24"),
    ("2027-06-01", "2027-06-01"), ("1 June 2027", "2027-06-01"), ("Jun 1, 2027", "2027-06-01"),
    ("1 jun 2027", "2027-06-01"), ("29 February 2028", "2028-02-29"), ("29 February 2027", nil),
    ("June 2027", nil), ("1 ju 2027", nil), ("1 June 27", nil), ("soon", nil), ("", nil),
    ("2026-13-01", nil), ("1 June 2300", nil),
  ])
  func `A day is read as people write it`(text: String, day: String?) throws {
    let today = try #require(CalendarDate("2026-11-23"))
    #expect(CalendarDate(written: text, today: today)?.description == day)
  }

  @Test(arguments: [
    ("Spanish", "es"), ("espanol", "es"), ("Español", "es"), ("FRANCAIS", "fr"), ("中文", "zh"),
    ("tieng viet", "vi"), ("klingon", nil), ("es", nil), ("", nil),
  ])
  func `A language is known by its names`(name: String, tag: String?) {
    #expect(LanguageWords.tag(named: name)?.description == tag)
  }
}
