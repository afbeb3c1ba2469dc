import FoundationEssentials
import Testing
import Waymark
import WaymarkBasics
import WaymarkSolver
import WaymarkTestSupport

@testable import WaymarkPages

/// The calendar file of a path.
struct PathICalendarTests {
  private let calendar = UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 7))

  private func path(
    _ resources: [LearningResource], log: LearningLog, weeks: Bool = true
  ) throws -> LearningPath {
    let start = try #require(CalendarDate(year: 2026, month: 11, day: 30))
    var wishes = LearningPath.Wishes(
      calendar: weeks ? PathCalendar(start: start, minutesPerWeek: 60, until: nil) : nil)
    (wishes.done, wishes.dropped) = (log.done, log.dropped)
    return try LearningPath(
      profile: SampleProfile.withGaps(), catalogue: SampleCatalogue.make(resources),
      wishes: wishes, since: log.path, solver: .coinOR)
  }

  private func file(_ path: LearningPath, _ log: inout LearningLog) throws -> String? {
    let made = try #require(CalendarDate(year: 2026, month: 11, day: 25))
    log.keep(path, on: made)
    defer { log.keepAppointments(of: path) }
    return PathICalendar.file(path, log: log, made: made, words: PathWords())
  }

  // Written by hand from RFC 5545 and what the path says.
  @Test func `A step is a whole day on the last day of its week`() throws {
    var log = LearningLog(calendar: calendar)
    let resources = [
      try SampleCatalogue.resource("listen", [("talk.listen", 1, 3)], title: "Hear; them, out")
    ]
    let text = try #require(try file(path(resources, log: log), &log))
    #expect(
      text.hasPrefix(
        [
          "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Waymark//Waymark//EN", "METHOD:PUBLISH",
          "BEGIN:VEVENT", "UID:listen-00000000-0000-0000-0000-000000000007",
          "DTSTAMP:20261125T000000Z", "SEQUENCE:0", "DTSTART;VALUE=DATE:20261206",
          "DTEND;VALUE=DATE:20261207", #"SUMMARY:Watch: Hear\; them\, out"#,
          #"DESCRIPTION:Your learning path: 60 minutes. Do it by 6 December 2026."#,
        ].joined(separator: "\r\n")))
    #expect(
      text.hasSuffix("STATUS:CONFIRMED\r\nTRANSP:TRANSPARENT\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"))
    #expect(text.utf8.filter { $0 == 10 }.count == text.utf8.filter { $0 == 13 }.count)
  }

  @Test func `A new path updates the same events, and strikes out what is no step any more`()
    throws
  {
    var log = LearningLog(calendar: calendar)
    let resources = [
      try SampleCatalogue.resource("listen", [("talk.listen", 1, 3)]),
      try SampleCatalogue.resource("money", [("plan.money", 1, 2)]),
    ]
    let first = try #require(try file(path(resources, log: log), &log))
    log.drop(resources[1].id, title: "Title of money")
    let second = try #require(try file(path(resources, log: log), &log))
    func events(_ text: String) -> [[String]] {
      text.split(separator: "BEGIN:VEVENT\r\n").dropFirst().map { event in
        event.split(separator: "\r\n").filter { line in
          ["UID:", "SEQUENCE:", "DTSTART", "STATUS:"].contains { line.hasPrefix($0) }
        }.map(String.init)
      }
    }
    let id = "-00000000-0000-0000-0000-000000000007"
    #expect(
      events(first) == [
        ["UID:money\(id)", "SEQUENCE:0", "DTSTART;VALUE=DATE:20261206", "STATUS:CONFIRMED"],
        ["UID:listen\(id)", "SEQUENCE:0", "DTSTART;VALUE=DATE:20261213", "STATUS:CONFIRMED"],
      ])
    #expect(
      events(second) == [
        ["UID:listen\(id)", "SEQUENCE:1", "DTSTART;VALUE=DATE:20261206", "STATUS:CONFIRMED"],
        ["UID:money\(id)", "SEQUENCE:1", "DTSTART;VALUE=DATE:20261206", "STATUS:CANCELLED"],
      ])
    #expect(try file(path(resources, log: log), &log) == second)
  }

  @Test func `No line is longer than 75 bytes, and joined again the lines are what was written`()
    throws
  {
    var log = LearningLog(calendar: calendar)
    let title = String(repeating: "Niños y libros: größer, 読書 🎈 ", count: 12)
    let resources = [try SampleCatalogue.resource("long", [("talk.listen", 1, 3)], title: title)]
    let text = try #require(try file(path(resources, log: log), &log))
    let lines = text.split(separator: "\r\n", omittingEmptySubsequences: false)
    #expect(lines.allSatisfy { $0.utf8.count <= 75 })
    #expect(lines.contains { $0.utf8.count > 70 })
    let whole = text.replacing("\r\n ", with: "").replacing("\\,", with: ",")
    #expect(whole.contains("SUMMARY:Watch: \(title)\r\n"))
  }

  @Test func `Text from files adds no line and steers no terminal`() throws {
    var log = LearningLog(calendar: calendar)
    let resources = [
      try SampleCatalogue.resource(
        "bad", [("talk.listen", 1, 3)], title: "x\r\nEND:VEVENT\u{1B}[2J\u{202E}\nATTACH:y",
        url: "javascript:alert(1)")
    ]
    let text = try #require(try file(path(resources, log: log), &log))
    #expect(text.ranges(of: "END:VEVENT\r\n").count == 1)
    #expect(!text.contains("\r\nATTACH") && !text.contains("URL:") && !text.contains("\u{1B}"))
    #expect(!text.contains("\u{202E}"))
  }

  // Calendars are often shared: what a person chose is nobody's business there.
  @Test func `A calendar says nothing of levels, and what was done stays as done`() throws {
    var log = LearningLog(calendar: calendar)
    let resources = [
      try SampleCatalogue.resource("listen", [("talk.listen", 1, 3)]),
      try SampleCatalogue.resource("money", [("plan.money", 1, 2)]),
    ]
    let first = try path(resources, log: log)
    let text = try #require(try file(first, &log))
    for word in ["You chose", "level", "Usual", "talk.listen"] { #expect(!text.contains(word)) }
    let day = try #require(CalendarDate(year: 2026, month: 11, day: 25))
    log.keep(
      DoneStep(
        resource: resources[0].id, title: "Title of listen", day: day, note: "private",
        serves: resources[0].serves, assessment: first.profile.assessment))
    let second = try #require(try file(path(resources, log: log), &log))
    #expect(second.contains("SUMMARY:Done: Title of listen\r\n"))
    #expect(!second.contains("CANCELLED") && !second.contains("private"))
  }

  @Test(arguments: [
    (LearningResource.Format.practice, false, "Pick six books"),
    (.webinar, false, "Watch: Pick six books"), (.webinar, true, "Take part: Pick six books"),
    (.toolkit, false, "Read: Pick six books"), (.course, false, "Take the course: Pick six books"),
  ])
  func `A calendar says what to do`(
    format: LearningResource.Format, isFixed: Bool, summary: String
  ) throws {
    let day = try #require(CalendarDate(year: 2026, month: 12, day: 1))
    let resource = try SampleCatalogue.resource(
      "a", [("talk.ask", 1, 2)], format: format, days: isFixed ? [day] : [])
    #expect(PathWords().toDo(resource, called: "Pick six books") == summary)
  }

  @Test func `A calendar says how often something is done at work`() throws {
    let practice = try SampleCatalogue.practice("talk.ask", from: 1)
    #expect(PathWords().toDo(practice, called: "Pick a book") == "3 times: Pick a book")
  }

  // 60 minutes a week: both of 30 are done by the end of the first.
  @Test func `Two steps of one week stand on two days, and so does what is struck out later`()
    throws
  {
    var log = LearningLog(calendar: calendar)
    let resources = try ["listen", "ask"].map {
      try SampleCatalogue.resource($0, [("talk.\($0)", 1, 2)], duration: .stated(minutes: 30))
    }
    func days(_ text: String) -> [String] {
      text.split(separator: "\r\n").filter { $0.hasPrefix("DTSTART") }.map { String($0.suffix(8)) }
    }
    let first = try #require(try file(path(resources, log: log), &log))
    #expect(days(first) == ["20261203", "20261206"])
    log.drop(resources[0].id, title: "Title of listen")
    let second = try #require(try file(path(resources, log: log), &log))
    #expect(days(second) == ["20261206", "20261203"])
  }

  @Test func `Without weeks there is no calendar`() throws {
    var log = LearningLog(calendar: calendar)
    let resources = [try SampleCatalogue.resource("listen", [("talk.listen", 1, 3)])]
    #expect(try file(path(resources, log: log, weeks: false), &log) == nil)
  }
}
