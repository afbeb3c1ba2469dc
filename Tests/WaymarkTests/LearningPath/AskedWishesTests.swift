import FoundationEssentials
import Testing
import WaymarkBasics
import WaymarkTestSupport

@testable import Waymark

/// What paths are asked for, now and before; today is 23 November 2026.
struct AskedWishesTests {
  private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

  private func asked(_ wishes: [Wish.Subject: [String]]) throws -> AskedWishes {
    AskedWishes(try wishes.map { try Wish($0.key, $0.value) })
  }

  private func resolved(
    _ now: AskedWishes, remembering wishes: AskedWishes = AskedWishes()
  ) throws -> ResolvedWishes {
    try ResolvedWishes(
      now, with: LearningLog(calendar: UUID(), wishes: wishes), on: day("2026-11-23"),
      languages: [.english], known: [.english, #require(LanguageTag("es-MX"))])
  }

  @Test(arguments: [
    ("4", 240, "4"), ("2.5", 150, "2.5"), ("1.67", 100, "1.67"), ("0.1", 6, "0.1"),
    ("04.0", 240, "4"), ("0.02", 1, "0.02"), ("10000", 600_000, "10000"),
  ])
  func `Hours are kept as minutes and said again as short as can be`(
    text: String, minutes: Int, again: String
  ) throws {
    let wish = try Wish(.hours, [text])
    #expect(wish == .hours(minutes: minutes))
    #expect(wish.texts == [again])
  }

  @Test func `Every number of minutes is read again as what it was written from`() throws {
    for minutes in 1...3_000 {
      let wish = Wish.hours(minutes: minutes)
      #expect(try Wish(.hours, wish.texts) == wish)
    }
  }

  @Test(arguments: [
    (Wish.Subject.minutesPerWeek, ["90"]), (.start, ["2026-11-23"]), (.until, ["2027-06-01"]),
    (.budget, ["0"]), (.steps, ["20"]), (.free, ["yes"]), (.free, ["no"]),
    (.languages, ["es", "en"]), (.formats, ["webinar", "practice"]),
  ])
  func `A wish is written as it was read`(subject: Wish.Subject, texts: [String]) throws {
    let wish = try Wish(subject, texts)
    #expect(wish.subject == subject && wish.texts == texts)
  }

  @Test(arguments: [
    (Wish.Subject.hours, "0.001", Wish.Problem.notHours("0.001")),
    (.hours, "1e3", .notHours("1e3")),
    (.hours, "10001", .notHours("10001")), (.hours, "", .notHours("")),
    (.minutesPerWeek, "0", .notAmong(1...2400, .minutesPerWeek, "0")),
    (.steps, "21", .notAmong(1...20, .steps, "21")),
    (.budget, "-1", .notAmong(0...1_000_000, .budget, "-1")),
    (.until, "June", .noDay(.until, "June")), (.languages, "e n", .noLanguage("e n")),
    (.formats, "film", .noFormat("film")), (.free, "perhaps", .notReadable(.free)),
  ])
  func `A text that is no wish says why`(
    subject: Wish.Subject, text: String, problem: Wish.Problem
  ) throws {
    #expect(throws: problem) { try Wish(subject, [text]) }
  }

  @Test(
    arguments: [
      // Time in all and time each week take each other's place.
      ([.hours: ["3"]], [.minutesPerWeek: ["60"], .until: ["2027-06-01"]], [.hours]),
      ([.minutesPerWeek: ["60"]], [.hours: ["3"]], [.minutesPerWeek, .start]),
      ([.hours: ["3"], .minutesPerWeek: ["60"]], [:], [.hours, .minutesPerWeek, .start]),
      (
        [.hours: ["3"], .start: ["2026-12-01"]], [.minutesPerWeek: ["60"]],
        [.hours, .minutesPerWeek, .start]
      ),
      ([.free: ["no"]], [.free: ["yes"], .steps: ["2"]], [.free, .steps]),
      ([:], [.budget: ["5"]], [.budget]),
    ] as [([Wish.Subject: [String]], [Wish.Subject: [String]], Set<Wish.Subject>)])
  func `What is asked now stands beside what is remembered, or in its place`(
    now: [Wish.Subject: [String]], before: [Wish.Subject: [String]], expected: Set<Wish.Subject>
  ) throws {
    let found = try resolved(try asked(now), remembering: try asked(before))
    #expect(Set(found.asked.all.map(\.subject)) == expected)
    for (subject, texts) in now { #expect(found.asked[subject]?.texts == texts) }
    #expect(found.remembered.all.allSatisfy { now[$0.subject] == nil && before[$0.subject] != nil })
  }

  @Test func `Wishes become those of a path`() throws {
    let found = try resolved(
      try asked([
        .hours: ["2.5"], .minutesPerWeek: ["90"], .until: ["2027-06-01"], .budget: ["50"],
        .steps: ["7"], .free: ["yes"], .languages: ["es"], .formats: ["book"],
      ])
    ).wishes
    #expect(found.minutes == 150 && found.usDollars == 50 && found.steps == 7 && found.freeOnly)
    #expect(found.languages.map(\.description) == ["es"] && found.preferred == [.book])
    #expect(
      found.calendar
        == PathCalendar(
          start: try day("2026-11-23"), minutesPerWeek: 90, until: try day("2027-06-01")))
    #expect(try resolved(AskedWishes()).wishes == LearningPath.Wishes())
  }

  // From 1 November on three weeks are over on the 23rd.
  @Test func `Weeks that are over are left out, and a remembered last day that is over`() throws {
    let before = try asked([
      .minutesPerWeek: ["60"], .start: ["2026-11-01"], .until: ["2026-11-25"],
    ])
    let found = try resolved(AskedWishes(), remembering: before)
    #expect(found.wishes.calendar?.start == (try day("2026-11-22")))
    #expect(found.lastDayOver == (try day("2026-11-25")))
    #expect(found.asked == before)
  }

  @Test func `Days that do not go together are told, all at once`() throws {
    let cases: [([Wish.Subject: [String]], [Wish.Problem])] = [
      ([.until: ["2027-01-01"]], [.needsWeeks(.until)]),
      ([.start: ["2027-01-01"], .until: ["2027-01-01"]], [.needsWeeks(.start)]),
      (
        [.minutesPerWeek: ["60"], .until: ["2026-11-28"]],
        [.untilTooNear(try day("2026-11-28"), first: try day("2026-11-23"))]
      ),
      (
        [.minutesPerWeek: ["60"], .until: ["2037-01-01"]], [.untilTooFar(try day("2037-01-01"))]
      ),
      (
        [.minutesPerWeek: ["60"], .start: ["2037-01-01"], .until: ["2037-01-02"]],
        [
          .startTooFar(try day("2037-01-01")),
          .untilTooNear(try day("2037-01-02"), first: try day("2037-01-01")),
        ]
      ),
    ]
    for (wishes, problems) in cases {
      let now = try asked(wishes)
      #expect(throws: ResolvedWishes.Faults(problems: problems)) { try resolved(now) }
    }
  }

  // MARK: - Steps

  private func log() throws -> LearningLog {
    let steps = try ["one", "two"].map {
      KeptPath.Step(
        resource: try SampleAssessment.id($0), title: "Step \($0)", day: nil, serves: [])
    }
    return LearningLog(
      calendar: UUID(),
      path: KeptPath(
        steps: steps, assessment: UUID(), made: try day("2026-11-20"), revision: 0))
  }

  private func catalogue() throws -> Catalogue {
    try SampleCatalogue.make([try SampleCatalogue.resource("three", [("talk.ask", 1, 2)])])
  }

  @Test func `Steps are marked by number or id, and remembered with the assessment before`() throws
  {
    var log = try log()
    let (early, late) = (UUID(), UUID())
    let outcomes = try log.carryOut(
      [.done("2", on: day("2026-11-22"), note: "Did it"), .drop("THREE")], on: day("2026-11-23"),
      catalogue: catalogue(),
      rated: [(late, day("2026-11-23")), (early, day("2026-11-03"))], language: .english)
    #expect(
      outcomes == [
        .done(1, title: "Step two", on: try day("2026-11-22"), isRatedSince: true),
        .dropped(2, title: "Title of three"),
      ])
    #expect(log.done.map(\.assessment) == [early] && log.done.first?.note == "Did it")
    #expect(log.dropped.map(\.description) == ["three"])
    let again = try log.carryOut(
      [.again("two")], on: day("2026-11-23"), catalogue: catalogue(), rated: [], language: .english)
    #expect(again == [.takenBack(1, title: "Step two")] && log.done.isEmpty)
  }

  @Test func `Marks that cannot be carried out are told all at once, and nothing is changed`()
    throws
  {
    var log = try log()
    let before = log
    let (third, other): (StepMark, StepMark) = (
      .done("3", on: try day("2026-11-22"), note: nil), .drop("four")
    )
    let faults = StepMark.Faults(problems: [
      .nothingToTakeBack, .noStep(third, steps: 2),
      .unknown(other, known: [try SampleAssessment.id("three")]),
    ])
    let catalogue = try catalogue()
    #expect(throws: faults) {
      try log.carryOut(
        [.again("one"), third, .done("1", on: day("2026-11-22"), note: nil), other],
        on: day("2026-11-23"), catalogue: catalogue, rated: [], language: .english)
    }
    #expect(log == before)
  }
}
