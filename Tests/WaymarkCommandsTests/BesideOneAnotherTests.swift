import Foundation
import Testing
import WaymarkTestSupport

/// What must not stand beside one another unmarked: made-up people and real ones, before and after, two
/// files of one calendar, texts of two languages, and columns of one name.
struct BesideOneAnotherTests {
  private func made(_ place: Workplace, _ script: String) throws {
    let outcome = try place.shell("set -e\n" + script)
    try #require(outcome.exit == 0, "\(outcome)")
  }

  /// The value of each line of a calendar that begins with a name, in order.
  private func values(_ name: String, of calendar: String) -> [Substring] {
    calendar.split(separator: "\r\n").filter { $0.hasPrefix(name) }
  }

  @Test func `A session that moved has a higher number, and the same plan the same bytes`() throws {
    try withWorkplace { place in
      try made(
        place,
        """
        "$waymark" demo --people 60 --seed 4 -o d.csv
        "$waymark" import responses d.csv --campaign d --new
        for file in a b; do "$waymark" plan --campaign d --sessions 1 --date 2027-01-14 -o $file.ics; done
        "$waymark" plan --campaign d --sessions 1 --date 2027-01-21 -o c.ics
        """)
      let (first, moved) = (try place.text("a.ics"), try place.text("c.ics"))
      #expect(try place.text("b.ics") == first)
      #expect(values("UID:", of: first) == values("UID:", of: moved))
      let numbers = [first, moved].map {
        values("SEQUENCE:", of: $0).compactMap { Int($0.dropFirst(9)) }
      }
      #expect(numbers[0].count == 1 && numbers[1] == numbers[0].map { $0 + 1 })
    }
  }

  @Test func `A calendar of made-up people says so in every session`() throws {
    try withWorkplace { place in
      try made(
        place,
        """
        "$waymark" demo --people 60 --seed 4 -o d.csv
        "$waymark" import responses d.csv --campaign d --new
        "$waymark" plan --campaign d --date 2027-01-14 --date 2027-01-21 -o a.ics
        """)
      let calendar = try place.text("a.ics").replacing("\r\n ", with: "")
      #expect(values("SUMMARY:", of: calendar).allSatisfy { $0.hasPrefix("SUMMARY:Made up. ") })
      #expect(
        values("DESCRIPTION:", of: calendar).allSatisfy { $0.contains("These people were made up") }
      )
    }
  }

  @Test func `A real report is not compared with made-up people`() throws {
    try withWorkplace { place in
      try made(
        place,
        """
        "$waymark" demo --people 30 --seed 4 -o d.csv
        sed 's/^made-up-/real-/' d.csv > r.csv
        "$waymark" import responses d.csv --campaign demo --new
        "$waymark" import responses r.csv --campaign real --new
        """)
      try place.expect(
        "report", "--campaign", "real", "--compare", "demo", "-o", "out",
        stderr:
          "campaign 'demo': its people are made up, and those of 'real' are real; name campaigns "
          + "of the same kind\n", exit: 65)
      #expect(try !place.names(in: place.folder).contains("out"))
    }
  }

  @Test func `Before and after the wrong way round are refused by the months in the files`() throws
  {
    try withWorkplace { place in
      try made(
        place,
        """
        for person in 1 2 3 4 5 6; do
          "$waymark" assess --template | sed '2,$s/,.*/,3,,/' > a.csv
          SOURCE_DATE_EPOCH=1785542400 "$waymark" assess --answers a.csv --role librarian --person P$person
          SOURCE_DATE_EPOCH=1785542400 "$waymark" share --link --person P$person -o early-$person.json
          "$waymark" assess --new --answers a.csv --role librarian --person P$person
          "$waymark" share --link --person P$person -o late-$person.json
        done >log 2>&1
        for round in early late; do
          "$waymark" import responses $round-*.json --campaign $round --new
        done
        """)
      let message =
        "campaign 'late': it was answered in 2026-11, and 'early', which should come after it, in "
        + "2026-08; name the two the other way round\n"
      try place.expect(
        "evaluate", "--workshop", "one-more-question", "--before", "late", "--after", "early",
        stderr: message, exit: 65)
      try place.expect(
        "report", "--campaign", "early", "--compare", "late", "-o", "out", stderr: message, exit: 65
      )
      try place.expect(
        "plan", "--campaign", "late", "--records", "late,early", stderr: message, exit: 65)
      let right = try place.run("report", "--campaign", "late", "--compare", "early", "-o", "out")
      #expect(right.exit == 0, "\(right)")
    }
  }

  private static let arabic = """
    <framework xmlns="urn:waymark:framework" schema="1" id="ar" version="1" xml:lang="ar" licence="CC0-1.0">
    <title>الترحيب</title><source>Made up for a test.</source>
    <scale><level rank="1"><label>ليس بعد</label></level><level rank="2"><label>بمفردي</label></level></scale>
    <roles><role id="clerk"><title>موظف</title></role></roles>
    <area id="A"><title>الترحيب</title><short>الترحيب</short>
    <competency id="a1"><title>أرحب بكل طفل (1-2)</title><statement>أرحب بكل طفل!</statement>
    <anchor level="1">لا</anchor><anchor level="2">دائما</anchor>TARGET</competency>
    </area>
    </framework>
    """

  @Test func `Texts of a framework in another language carry it on pages`() throws {
    try withWorkplace { place in
      let xml = Self.arabic.replacing("TARGET", with: #"<target role="clerk" level="2"/>"#)
      try place.write(Array(xml.utf8), to: place.folder + "/ar.xml")
      try made(
        place,
        """
        "$waymark" campaign new c --framework ar.xml --table role
        "$waymark" demo --framework ar.xml --people 40 -o d.csv
        "$waymark" import responses d.csv --campaign c
        "$waymark" report --campaign c -o o
        "$waymark" report --campaign c --publish --yes -o p
        "$waymark" cohort new all --campaign c --where role=clerk
        "$waymark" cohort show all -o k.html
        """)
      let spoken = #"<span lang="ar" dir="rtl">أرحب بكل طفل (1-2)</span>"#
      for name in ["o/report.html", "p/report.html", "k.html"] {
        #expect(try place.text(name).contains(spoken), "\(name)")
        #expect(try place.text(name).contains(#"<html lang="en""#), "\(name)")
      }
    }
  }

  @Test func `Where nothing has a usual level it is said that nothing was compared`() throws {
    try withWorkplace { place in
      try place.write(
        Array(Self.arabic.replacing("TARGET", with: "").utf8), to: place.folder + "/none.xml")
      try made(
        place,
        """
        "$waymark" campaign new c --framework none.xml
        "$waymark" demo --framework none.xml --people 20 -o d.csv
        "$waymark" import responses d.csv --campaign c
        "$waymark" report --campaign c -o o
        "$waymark" report --campaign c --publish --yes -o p
        """)
      for name in ["o/report.md", "p/report.md"] {
        let text = try place.text(name)
        #expect(
          text.contains(
            "No statement has a usual level for any role, so that nothing was compared."),
          "\(name)")
        #expect(!text.contains("No statement is shown where"), "\(name)")
      }
    }
  }

  @Test(arguments: ["size", "Years", "size-band", "respondent_id", "all", "role", "a1.importance"])
  func `A statement called as another column of tables is refused when a framework is checked`(
    id: String
  ) throws {
    try withWorkplace { place in
      let xml = Self.arabic.replacing("TARGET", with: "").replacing("\"a1\"", with: "\"\(id)\"")
      try place.write(Array(xml.utf8), to: place.folder + "/own.xml")
      let message =
        "own.xml:6:1: the competency id '\(id)' is the name of another column of tables, or would read "
        + "as a sum; choose another id\n"
      for command in [
        "framework validate own.xml", "campaign new c --framework own.xml",
        "demo --framework own.xml --people 9 -o d.csv",
      ] {
        let outcome = try place.run(command.split(separator: " ").map(String.init))
        #expect(outcome.exit == 65 && outcome.stdout.isEmpty, "\(outcome)")
        #expect(outcome.stderr == message, "\(outcome)")
      }
    }
  }
}
