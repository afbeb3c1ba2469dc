import Foundation
import Testing
import Waymark
import WaymarkBasics
import WaymarkSolver
import WaymarkTestSupport

@testable import WaymarkPages

@Suite struct PathExportTests {
  /// A path after another one, of which a step was done.
  static func sample() throws -> LearningPath {
    let profile = try SampleProfile.withGaps()
    func step(_ id: String) throws -> KeptPath.Step {
      KeptPath.Step(
        resource: try SampleAssessment.id(id), title: "Title of \(id)", day: nil, serves: [])
    }
    var wishes = LearningPath.Wishes(minutes: 240)
    wishes.done = [
      DoneStep(
        resource: try SampleAssessment.id("read"), title: "Title of read", day: profile.date,
        note: "Asked three *families*", serves: [], assessment: profile.assessment)
    ]
    let kept = KeptPath(
      steps: [try step("read"), try step("gone"), try step("big"), try step("money")],
      assessment: profile.assessment, made: profile.date, revision: 0)
    return try LearningPath(
      profile: profile,
      catalogue: SampleCatalogue.make([
        SampleCatalogue.resource(
          "money", [("plan.money", 1, 2), ("talk.ask", 1, 2)], duration: .stated(minutes: 150),
          languages: ["en", "es-MX"]),
        SampleCatalogue.resource("ask", [("talk.ask", 2, 3)], cost: .account, sighting: nil),
        SampleCatalogue.resource("old", [("talk.listen", 1, 3)], status: .past),
        SampleCatalogue.resource(
          "big", [("talk.ask", 1, 3)], duration: .estimated(minutes: 1200)),
      ]), wishes: wishes, since: kept, solver: .coinOR)
  }

  /// A path of something to learn from, practice after it, and practice alone.
  static func moves() throws -> LearningPath {
    try LearningPath(
      profile: try SampleProfile.withGaps(),
      catalogue: SampleCatalogue.make([
        SampleCatalogue.resource("both", [("talk.ask", 1, 2), ("talk.listen", 1, 3)]),
        SampleCatalogue.practice("talk.ask", from: 1),
        SampleCatalogue.practice("talk.listen", from: 1),
        SampleCatalogue.practice("talk.listen", from: 2),
        SampleCatalogue.practice("plan.money", from: 1),
      ]), wishes: LearningPath.Wishes(steps: nil), solver: .coinOR)
  }

  /// A path of one practice step.
  static func practice() throws -> LearningPath {
    try LearningPath(
      profile: try SampleProfile.withGaps(),
      catalogue: SampleCatalogue.make([try SampleCatalogue.practice("talk.ask", from: 1)]),
      solver: .coinOR)
  }

  @Test func `A statement in another language than the page says which, and where it is read from`()
    throws
  {
    let hebrew = try #require(LanguageTag("he"))
    let framework = try SampleFramework.small().replacing("talk.ask") { competency in
      Competency(
        id: competency.id, official: nil,
        title: LocalizedText("Ask", translations: [hebrew: "לשאול"]),
        statement: competency.statement, anchors: competency.anchors,
        targets: competency.targets, reasons: [:], isCore: false, objectives: [:])
    }
    let path = try LearningPath(
      profile: try SampleProfile.withGaps(in: framework),
      catalogue: SampleCatalogue.make([try SampleCatalogue.practice("talk.ask", from: 1)]),
      solver: .coinOR)
    let html = PathPage.page(path, words: PathWords(), language: hebrew).html
    #expect(html.contains("For: <span lang=\"he\" dir=\"rtl\">לשאול (talk.ask)</span>"), "\(html)")
    #expect(PathPage.page(path, words: PathWords()).html.contains("For: Ask"))
  }

  @Test
  func
    `The way alone is shown in the place of the other to who works alone, and beside it where nobody says`()
    throws
  {
    let practice = try SampleCatalogue.practice("talk.ask", from: 1)
    func details(alone: Bool?) -> [String] {
      PathWords().resource.details(practice.practice, in: .english, alone: alone)
    }
    let (first, worked) = ("First: Write three questions.", "It worked when: The child asks back.")
    #expect(details(alone: true) == [first, worked])
    #expect(practice.title(alone: true).text(in: .english) == "Try it with a peer by phone.")
    #expect(details(alone: false) == [first, worked])
    #expect(practice.title(alone: false).text(in: .english) == "Try it with a child.")
    #expect(
      details(alone: nil) == [first, "If you work alone: Try it with a peer by phone.", worked])
  }

  @Test func `Practice says what comes first, how often and when it worked`() throws {
    let path = try Self.practice()
    let text = PathPage.page(path, words: PathWords()).text(TextStyle())
    let lines = [
      "Practice, 3 times: Try it with a child.", "First: Write three questions.",
      "It worked when: The child asks back.",
      "This practice leads from level 1 to level 2 and takes about 55 minutes in all.",
    ]
    let told = text.split(separator: "\n").map { $0.drop { $0 == " " } }.joined(separator: " ")
    let places = lines.map { told.firstRange(of: $0)?.lowerBound }
    #expect(!places.contains(nil), "\(text)")
    #expect(places.compactMap { $0 } == places.compactMap { $0 }.sorted(), "\(text)")
    // What prepares it and the doing itself, each with all that is said of it.
    let json = try PathJSON.document(path, words: PathWords())
    for member in [
      "\"kind\" : \"prepare\"", "\"do\" : \"Write three questions.\"", "\"minutes\" : 10",
      "\"kind\" : \"do\"", "\"times\" : 3", "\"alone\" : \"Try it with a peer by phone.\"",
      "\"watch\" : \"The child asks back.\"",
    ] {
      #expect(json.contains(member), "\(json)")
    }
  }

  static func hostile() throws -> LearningPath {
    let profile = try Profile(
      framework: HostileSample.framework(),
      assessment: SampleAssessment.make(["talk.listen": "1", "talk.ask": "1"]))
    var wishes = LearningPath.Wishes()
    wishes.done = [
      DoneStep(
        resource: try SampleAssessment.id("read"), title: HostileSample.text, day: profile.date,
        note: HostileSample.text, serves: [], assessment: profile.assessment)
    ]
    let gone = KeptPath.Step(
      resource: try SampleAssessment.id("gone"), title: HostileSample.text, day: nil, serves: [])
    let kept = KeptPath(
      steps: [gone], assessment: profile.assessment, made: profile.date, revision: 0)
    return try LearningPath(
      profile: profile,
      catalogue: SampleCatalogue.make([
        SampleCatalogue.resource(
          "a", [("talk.listen", 1, 2)], title: HostileSample.text, provider: HostileSample.text,
          url: "javascript:alert(1)"),
        SampleCatalogue.resource(
          "b", [("talk.ask", 1, 2)], status: .past, title: "- " + HostileSample.text,
          provider: "1. x"),
      ]), wishes: wishes, since: kept, solver: .coinOR)
  }

  @Test(arguments: [
    ("path.txt", TextStyle()), ("path-narrow.txt", TextStyle(width: 40, colour: true)),
    ("path-accessible.txt", TextStyle(accessible: true)),
  ])
  func `A path in text reads as in its snapshot`(name: String, style: TextStyle) throws {
    let page = PathPage.page(
      try Self.sample(), person: "Ana", words: PathWords(),
      for: .screen(ids: style.isColoured, why: style.isAccessible, suffix: " --person 'Ana'"))
    try snapshot(page.text(style), named: name)
  }

  @Test func `A path of moves reads as in its snapshots`() throws {
    let path = try Self.moves()
    try snapshot(
      PathPage.page(path, words: PathWords()).text(TextStyle()), named: "path-moves.txt")
    try snapshot(PathJSON.document(path, words: PathWords()), named: "path-moves.json")
  }

  @Test func `A path as a document and a page reads as in its snapshot`() throws {
    try snapshot(
      PathPage.page(Self.sample(), person: "Ana", words: PathWords()).markdown, named: "path.md")
  }

  @Test func `A path as a page reads as in its snapshot`() throws {
    try snapshot(
      PathPage.page(Self.sample(), person: "Ana", words: PathWords()).html, named: "path.html")
  }

  @Test func `A path as JSON reads as in its snapshot`() throws {
    try snapshot(PathJSON.document(Self.sample(), words: PathWords()), named: "path.json")
  }

  @Test(arguments: [40, 61, 80, 200])
  func `No line is wider than the style`(width: Int) throws {
    for path in [try Self.sample(), try Self.hostile(), try Self.moves()] {
      for accessible in [false, true] {
        let text = PathPage.page(path, words: PathWords()).text(
          TextStyle(width: width, accessible: accessible))
        #expect(text.split(separator: "\n").allSatisfy { TextLayout.columns($0) <= width })
      }
    }
  }

  @Test func `An address is never broken, so that it can be copied`() throws {
    let address = "https://example.org/" + String(repeating: "speak-out/", count: 8)
    let path = try LearningPath(
      profile: SampleProfile.withGaps(),
      catalogue: SampleCatalogue.make([
        SampleCatalogue.resource("ask", [("talk.ask", 1, 2)], url: address)
      ]), solver: .coinOR)
    #expect(
      PathPage.page(path, words: PathWords()).text().contains(
        "   \(address)\n   (seen as a stored copy in 2026-11)\n"))
    let accessible = PathPage.page(path, words: PathWords()).text(TextStyle(accessible: true))
    #expect(accessible.contains("\n\(address)\n(seen as a stored copy in 2026-11)\n"))
  }

  // Rows C1, C3, C4 and C5 of the list of faults.
  @Test func `A hostile catalogue cannot break out of any format`() throws {
    let path = try Self.hostile()
    let text = PathPage.page(path, person: HostileSample.text, words: PathWords()).text()
    let markdown = PathPage.page(path, person: HostileSample.text, words: PathWords()).markdown
    let page = PathPage.page(path, person: HostileSample.text, words: PathWords()).html
    for output in [text, markdown, page] {
      #expect(
        output.unicodeScalars.allSatisfy {
          $0 == "\n" || ($0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) && $0 != "\u{202E}")
        })
    }
    #expect(!markdown.contains("<script") && !markdown.contains("](javascript"))
    #expect(!markdown.contains(" | ") && !markdown.contains("\n# x") && !markdown.contains("- - "))
    #expect(!page.contains("<script") && !page.contains("href"))
    let read = try JSONSerialization.jsonObject(
      with: Data(try PathJSON.document(path, words: PathWords()).utf8))
    let steps = (read as? [String: Any])?["steps"] as? [[String: Any]]
    let resource = steps?.first?["resource"] as? [String: Any]
    #expect(resource?["provider"] as? String == HostileSample.text)
  }

  @Test(arguments: [
    ("a|b", "a\\|b"), ("`x`", "\\`x\\`"), ("<b>", "&lt;b&gt;"), ("[a](b)", "\\[a\\]\\(b)"),
    ("- x", "\\- x"), ("1. x", "1\\. x"), ("12) x", "12\\) x"), ("# x", "\\# x"),
    ("a\n- b", "a\\\\n- b"), ("2026-11", "2026-11"),
    ("&lt;", "&amp;lt;"),
    ("a_b*c~d$", "a\\_b\\*c\\~d\\$"), ("\\", "\\\\"), ("1 of 2", "1 of 2"), ("+ x", "\\+ x"),
  ])
  func `Text in Markdown can only be text`(text: String, markdown: String) {
    #expect(Markdown.escaped(text) == markdown)
  }

  @Test(arguments: [
    (0, "0 minutes"), (1, "1 minute"), (119, "119 minutes"), (120, "2 hours"),
    (121, "2 hours 1 minute"), (1200, "20 hours"),
  ])
  func `Long times are told in hours`(minutes: Int, words: String) throws {
    let path = try LearningPath(
      profile: SampleProfile.withGaps(),
      catalogue: SampleCatalogue.make([
        SampleCatalogue.resource(
          "a", [("talk.ask", 1, 2)], duration: .estimated(minutes: minutes))
      ]), solver: .coinOR)
    #expect(PathPage.page(path, words: PathWords()).text().contains("1 step, about \(words).\n"))
  }

  @Test func `What is left for later, begun or to be read first is named`() throws {
    let words = PathWords()
    let course = try SampleCatalogue.resource("course", [("talk.ask", 1, 2)])
    #expect(words.notInPath(["A", "B"]) == "Left for later: A; B.")
    #expect(words.atTop(["A"]) == "At the top already, so that no step is for it: A.")
    #expect(
      words.beginningsHeading(minutes: 30)
        == "What you can begin with in the 30 minutes left, and go on with another day")
    #expect(
      words.practiceAlone(.tooLong(course)) { _ in "A" }
        == "To learn from first, if you find about 60 minutes: A; together they take longer than you have."
    )
    #expect(
      words.practiceAlone(.noRoom(course)) { _ in "A" }
        == "To learn from first, if you find about 60 minutes: A; it does not fit beside the other steps."
    )
  }

  @Test func `Without a gap the page says so`() throws {
    let path = try LearningPath(
      profile: Profile(
        framework: SampleFramework.small(),
        assessment: SampleAssessment.make(["talk.listen": "4", "talk.ask": "na"])),
      catalogue: SampleCatalogue.make([]), solver: .coinOR)
    let text = PathPage.page(path, words: PathWords()).text()
    #expect(text.contains("You are at what is usual for your role in everything."))
    let words = PathWords()
    #expect(
      words.noGap(open: 1, namesOptions: true)
        == "Of what you gave a level nothing is below what is usual for your role; 1 statement has none yet. "
        + "What you mark as important goes on to its next level here (waymark assess). Another role may "
        + "ask for more (--role)."
    )
    #expect(
      words.unjudged(["A", "B"], more: 2)
        == "You could not judge A; B; and 2 more: no step can be for that. Ask somebody to go through it with "
        + "you, and rate it then.")
  }

  // Practice takes 55 minutes, ten of them to prepare it.
  @Test func `Where no step fits, the page and the document say what can be begun`() throws {
    let path = try LearningPath(
      profile: Profile(
        framework: SampleFramework.small(),
        assessment: SampleAssessment.make(["plan.money": "1"], role: "librarian")),
      catalogue: SampleCatalogue.make([SampleCatalogue.practice("plan.money", from: 1)]),
      wishes: LearningPath.Wishes(minutes: 30, steps: nil), solver: .coinOR)
    let text = PathPage.page(path, words: PathWords()).text(TextStyle(width: 400))
    #expect(text.contains("What you can begin with, and go on with another day"))
    #expect(text.contains("Write three questions."))
    #expect(
      text.contains(
        "About 10 minutes, for level 2 of Title of plan.money. The practice itself takes about 45 minutes "
          + "more."))
    let json = try PathJSON.document(path, words: PathWords())
    #expect(json.contains("\"beginnings\"") && json.contains("\"minutesAfter\" : 45"))
  }

  // An hour a week for two weeks; the practice takes eight, from the first on.
  @Test
  func `A path says until when practice goes on, and what comes first that nobody could judge`()
    throws
  {
    func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }
    let profile = try Profile(
      framework: SampleFramework.small(first: ["plan.time"]),
      assessment: SampleAssessment.make(
        ["talk.ask": "unsure", "plan.money": "1", "plan.time": "unsure"]))
    func text(until last: String?) throws -> String {
      let calendar = PathCalendar(
        start: try day("2027-01-04"), minutesPerWeek: 60, until: try last.map(day))
      let path = try LearningPath(
        profile: profile,
        catalogue: SampleCatalogue.make([
          SampleCatalogue.practice("plan.time", from: 1),
          SampleCatalogue.practice("plan.money", from: 1, weeks: 8),
        ]),
        wishes: LearningPath.Wishes(calendar: calendar, steps: nil), solver: .coinOR)
      return PathPage.page(path, words: PathWords()).text(TextStyle(width: 400))
    }
    let late = try text(until: "2027-01-17")
    #expect(late.contains("Practice, 3 times over about 8 weeks: Try it with a child."))
    #expect(
      late.contains(
        "Begin by 10 January 2027; it goes on until about 28 February 2027, after your last day."))
    #expect(late.contains("You could not judge Title of talk.ask: no step can be for that."))
    #expect(
      late.contains("You could not judge it; to be on the safe side it begins at 1, Not yet."))
    #expect(try text(until: nil).contains("it goes on until about 28 February 2027."))
  }
}
