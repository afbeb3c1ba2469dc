import Testing
import WaymarkBasics
import WaymarkTestSupport

@testable import Waymark

@Suite struct DigitsTests {
  @Test(arguments: [
    ("0", 0), ("7", 7), ("007", 7), ("9223372036854775807", Int.max), ("9223372036854775808", nil),
    ("", nil), ("+5", nil), ("-5", nil), (" 5", nil), ("5 ", nil), ("5\n", nil), ("٣", nil),
    ("５", nil),
    ("1_0", nil), ("1e0", nil), ("1.0", nil), ("0x5", nil), ("5\u{301}", nil),
  ])
  func `A whole number is digits and nothing else`(text: String, number: Int?) {
    #expect(Int(digits: text) == number)
  }

  @Test(arguments: [
    ("2026-11", true), ("1900-01", true), ("2199-12", true), ("1899-12", false), ("2200-01", false),
    ("9999-12", false), ("0000-00", false), ("0001-01", false), ("2026-13", false),
    ("2026-00", false),
    ("2026-1", false), ("2026-+1", false), ("+026-11", false), ("２０２６-11", false),
    ("2026-11-01", false),
  ])
  func `A month is one that something can have been written in`(text: String, isMonth: Bool) {
    #expect(CalendarDate.isMonth(text) == isMonth)
  }

  @Test(arguments: ["+2", "1,+2", "+1 +2"])
  func `A plus before a number that is typed is no number`(typed: String) throws {
    var questionnaire = Questionnaire(try SampleFramework.small(), occasion: .own)
    _ = questionnaire.start()
    #expect(questionnaire.input(typed: typed) == .unknown(typed))
  }
}
