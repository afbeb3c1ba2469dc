import Testing
import WaymarkBasics

@testable import Waymark

/// Pairs of texts as form tools, word processors and spreadsheets were seen to write them.
@Suite struct TolerantTextTests {
  @Test(arguments: [
    ("With help", "With\u{A0}help"), ("With help", "  with  HELP "), ("Don't know", "Don’t know"),
    ("I go up to new families.", "3. I go up to new families"),
    ("Which state?", "Q7: Which state?"),
    ("Which state?", "(2) which state?"), ("On my own", "<p><b>On</b> my&nbsp;own</p>"),
    ("6 to 10 – years", "6 to 10 - years"), ("Caf\u{E9}", "Cafe\u{301}"),
    ("On my own", "On\u{200B} my own"), ("On my own", "\"On my own\""), ("On my\nown", "On my own"),
    ("Name *", "Name"),
  ])
  func `Texts that read the same are the same`(one: String, other: String) {
    #expect(TolerantText.key(one) == TolerantText.key(other))
  }

  @Test(arguments: [
    ("1 to 2 years", "3 to 2 years"), ("Under 1,000", "Under 1,0000"), ("3-5", "6-8"),
    ("Not yet", "Not"), ("1", "2"), ("", "."), ("1,000 to 2,499", "2,000 to 2,499"),
  ])
  func `Texts that read otherwise are not`(one: String, other: String) {
    #expect(TolerantText.key(one) != TolerantText.key(other))
  }

  @Test(arguments: [
    ("client.respect", "client_respect"), ("21-plus", "21+"), ("On my own", "on_my_own"),
    ("children's", "childrens"), ("_uuid", "uuid"),
  ])
  func `Ids that a tool rewrote are the same`(one: String, other: String) {
    #expect(TolerantText.idKey(one) == TolerantText.idKey(other))
  }

  @Test(arguments: [
    ("How well? [I listen]", "I listen"), ("How well? - I listen", "I listen"),
    ("About you/State", "State"), ("CLIENT[SQ001]. How well? [I listen]", "I listen"),
    ("Whom? (choice=Babies)", "Babies"), ("7. I listen (1 = not yet, 5 = leading)", "7. I listen "),
  ])
  func `A heading holds the text of a statement as a part`(heading: String, part: String) {
    #expect(TolerantText.parts(of: heading).contains(part), "\(TolerantText.parts(of: heading))")
  }
}

/// What spreadsheets make of `1-2` and the like, by what Excel and LibreOffice show.
@Suite struct SpreadsheetDaysTests {
  static let ids = ["under-1", "1-2", "3-5", "6-10", "11-15", "16-20", "21-plus"]

  @Test(arguments: [
    ("2-Jan", "1-2"), ("Jan-2", "1-2"), ("02.01.2026", "1-2"), ("1/2/2026", "1-2"),
    ("2026-01-02", "1-2"), ("2026-01-02 00:00:00", "1-2"), ("2026-01-02T00:00:00", "1-2"),
    // 2 January 2026 is day 46,024 and 5 March 46,086 of Excel's calendar.
    ("46024", "1-2"), ("46086", "3-5"), ("5-Mar", "3-5"), ("05-mar", "3-5"), ("3-May", "3-5"),
    ("1-feb", "1-2"), ("2-ene", "1-2"), ("10. Jun", "6-10"), ("15-Nov-26", "11-15"),
  ])
  func `A day is what it was before`(cell: String, id: String) {
    let days = SpreadsheetDays(ids: Self.ids)
    #expect(days.place(of: cell).map { Self.ids[$0] } == id)
  }

  @Test(arguments: [
    "3,5,6", "1, 2, 2026", "2-Feb", "16-20", "1-2", "7-Jan", "Jan", "2026", "hello", "", "99999",
    "1-3",
  ])
  func `What is no such day stays as it is`(cell: String) {
    #expect(SpreadsheetDays(ids: Self.ids).place(of: cell) == nil)
  }

  @Test func `A day that two ids could have become is none of them`() {
    let days = SpreadsheetDays(ids: ["1-2", "2-1"])
    #expect(days.place(of: "2-Jan") == nil)
  }
}
