import Testing
import Waymark
import WaymarkBasics
import WaymarkSolver
import WaymarkTestSupport

@Suite struct LearningPathTests {
  private func path(
    _ resources: [LearningResource], wishes: LearningPath.Wishes = LearningPath.Wishes(),
    role: String? = "librarian"
  ) throws -> LearningPath {
    try LearningPath(
      profile: SampleProfile.withGaps(role: role), catalogue: SampleCatalogue.make(resources),
      wishes: wishes, solver: .coinOR)
  }

  private func ids(_ path: LearningPath) -> [String] {
    path.steps.map(\.resource.id.description)
  }

  // By hand: money 1-4 counts to 2 only: 1 level x 3 = 3; listen 1-3 closes 2 levels x 2 = 4, ask 1-2 is
  // 1; ask 2-4 is 2 but starts at 2, so it comes once ask 1-2 was taken; listen 1-2 adds nothing. The
  // profile starts with money, listen and ask.
  @Test func `Resources come as the profile starts, levels rising on the way`()
    throws
  {
    let path = try path([
      SampleCatalogue.resource("listen12", [("talk.listen", 1, 2)]),
      SampleCatalogue.resource("ask24", [("talk.ask", 2, 4)]),
      SampleCatalogue.resource("ask12", [("talk.ask", 1, 2)]),
      SampleCatalogue.resource("money14", [("plan.money", 1, 4)]),
      SampleCatalogue.resource("listen13", [("talk.listen", 1, 3)]),
      SampleCatalogue.resource("time34", [("plan.time", 3, 4)]),
    ])
    #expect(ids(path) == ["money14", "listen13", "ask12", "ask24"])
    #expect(path.steps.map(\.strength) == [3, 4, 1, 2])
    #expect(path.steps[3].gains.first?.held.rank == 2)
    #expect(path.steps[0].gains.first?.reached.rank == 2)
    #expect(path.minutes == 240)
    #expect(path.leftOut.map(\.resource.id.description) == ["listen12"])
    #expect(path.leftOut.first?.reason == .covered)
    #expect(path.uncovered.isEmpty)
  }

  @Test func `Ties go to the shorter, then to the free one, then to the id`() throws {
    let path = try path(
      [
        SampleCatalogue.resource("d", [("talk.ask", 1, 2)]),
        SampleCatalogue.resource("c", [("talk.listen", 1, 2)], cost: .paid(usd: nil)),
        SampleCatalogue.resource("b", [("talk.listen", 1, 2)]),
        SampleCatalogue.resource("a", [("talk.listen", 1, 2)], duration: .stated(minutes: 61)),
      ], wishes: LearningPath.Wishes(steps: 1))
    #expect(ids(path) == ["b"])
    #expect(path.leftOut.map(\.resource.id.description) == ["a", "c", "d"])
    #expect(path.leftOut.map(\.reason) == [.covered, .covered, .later])
  }

  @Test func `The path stays within the minutes`() throws {
    let path = try path(
      [
        SampleCatalogue.resource("long", [("talk.ask", 1, 4)], duration: .stated(minutes: 600)),
        SampleCatalogue.resource("short", [("talk.listen", 1, 2)], duration: .stated(minutes: 30)),
        SampleCatalogue.resource("exact", [("plan.money", 1, 2)], duration: .stated(minutes: 60)),
      ], wishes: LearningPath.Wishes(minutes: 90))
    #expect(ids(path) == ["exact", "short"])
    #expect(path.minutes == 90)
    #expect(path.leftOut.map(\.reason) == [.overBudget(left: 0)])
    #expect(path.uncovered.isEmpty)
  }

  @Test func `What does not suit is listed with its reason and never a step`() throws {
    let path = try path(
      [
        SampleCatalogue.resource("past", [("talk.ask", 1, 4)], status: .past),
        SampleCatalogue.resource("french", [("talk.listen", 1, 3)], languages: ["fr"]),
        SampleCatalogue.resource("dear", [("talk.listen", 1, 2)], cost: .members(othersUSD: nil)),
        SampleCatalogue.resource("endless", [("plan.money", 1, 2)], duration: .unknown),
        SampleCatalogue.resource("higher", [("talk.ask", 3, 4)]),
        SampleCatalogue.resource("elsewhere", [("plan.time", 1, 3), ("talk.teach", 1, 3)]),
      ], wishes: LearningPath.Wishes(freeOnly: true))
    #expect(path.steps.isEmpty)
    // Strength: french 2 x 2, past 3 x 1 and endless 1 x 3 (ties by id), dear 1 x 2, higher 1.
    #expect(
      path.leftOut.map(\.resource.id.description) == [
        "french", "endless", "past", "dear", "higher",
      ])
    let three = try #require(Level(rank: 3))
    let one = try #require(Level(rank: 1))
    #expect(
      path.leftOut.map(\.reason) == [
        .otherLanguage, .noTimeKnown, .past, .notFree,
        .startsHigher(try SampleAssessment.id("talk.ask"), from: three, held: one),
      ])
    #expect(path.uncovered.map(\.competency.id.description) == ["talk.listen", "talk.ask"])
  }

  @Test(arguments: [("en", "en-US", true), ("es-MX", "es", true), ("es", "en", false)])
  func `A regional form of the same language fits`(wanted: String, offered: String, fits: Bool)
    throws
  {
    let tag = try #require(LanguageTag(wanted))
    let path = try path(
      [SampleCatalogue.resource("a", [("talk.ask", 1, 2)], languages: [offered])],
      wishes: LearningPath.Wishes(languages: [tag]))
    #expect(path.steps.isEmpty == !fits)
  }

  @Test func `An account that costs nothing is free`() throws {
    let path = try path(
      [SampleCatalogue.resource("a", [("talk.ask", 1, 2)], cost: .account)],
      wishes: LearningPath.Wishes(freeOnly: true))
    #expect(ids(path) == ["a"])
  }

  // money is picked: 1 level x 3; listen is picked: 1 level x 2, together 5.
  @Test func `Without a role a pick leads to the next level`() throws {
    let path = try path(
      [
        SampleCatalogue.resource("both", [("talk.listen", 1, 4), ("plan.money", 1, 3)]),
        SampleCatalogue.resource("ask", [("talk.ask", 1, 4)]),
      ], role: nil)
    #expect(ids(path) == ["both"])
    #expect(path.steps.first?.gains.map(\.reached.rank) == [2, 2])
    #expect(path.steps.first?.strength == 5)
    #expect(path.leftOut.isEmpty)
  }

  @Test func `What was done counts as held, and what was dropped comes no more`() throws {
    let resources = [
      try SampleCatalogue.resource("first", [("talk.ask", 1, 2)]),
      try SampleCatalogue.resource("then", [("talk.ask", 2, 3)]),
      try SampleCatalogue.resource("other", [("talk.listen", 1, 2)]),
    ]
    var wishes = LearningPath.Wishes()
    wishes.done = [
      DoneStep(
        resource: resources[0].id, title: "First", day: try SampleProfile.withGaps().date,
        serves: resources[0].serves, assessment: try SampleProfile.withGaps().assessment)
    ]
    wishes.dropped = [try SampleAssessment.id("other")]
    let path = try path(resources, wishes: wishes)
    #expect(ids(path) == ["then"])
    #expect(path.steps.first?.gains.first?.held.rank == 2)
    #expect(path.leftOut.map(\.reason) == [.dropped])
  }

  @Test func `Why not: money, courses and what has to be there before`() throws {
    let level = try #require(Level(rank: 3))
    let ask = try SampleAssessment.id("talk.ask") as CompetencyID
    let needs = LearningResource.Requirement.level(ask, level)
    let path = try path(
      [
        SampleCatalogue.resource("dear", [("talk.listen", 1, 3)], cost: .paid(usd: 90)),
        SampleCatalogue.resource("unknown", [("talk.listen", 1, 3)], cost: .paid(usd: nil)),
        SampleCatalogue.resource("needs", [("plan.money", 1, 2)], requires: [needs]),
        SampleCatalogue.resource("fits", [("talk.ask", 1, 2)], cost: .paid(usd: 50)),
      ], wishes: LearningPath.Wishes(usDollars: 80))
    #expect(ids(path) == ["fits"])
    #expect(
      Dictionary(
        uniqueKeysWithValues: path.leftOut.map { ($0.resource.id.description, $0.reason) }) == [
          "dear": .overMoney(left: 80), "unknown": .noPriceKnown, "needs": .requires(needs),
        ])
  }

  @Test func `Weeks: each step by the end of the week in which its minutes have come together`()
    throws
  {
    let start = try #require(CalendarDate("2027-01-04"))
    let event = try #require(CalendarDate("2027-01-20"))
    let calendar = PathCalendar(
      start: start, minutesPerWeek: 60, until: CalendarDate("2027-02-28"))
    let resources = [
      try SampleCatalogue.resource("a", [("plan.money", 1, 2)], duration: .stated(minutes: 90)),
      try SampleCatalogue.resource(
        "b", [("talk.listen", 1, 3)], duration: .stated(minutes: 60), days: [event]),
      try SampleCatalogue.resource("c", [("talk.ask", 1, 2)], duration: .stated(minutes: 30)),
    ]
    let path = try path(resources, wishes: LearningPath.Wishes(calendar: calendar))
    // The event is in the third week; 90 minutes are there by the end of the second, and 120 too.
    #expect(ids(path) == ["a", "c", "b"])
    #expect(
      path.steps.map { $0.day?.description } == ["2027-01-17", "2027-01-17", "2027-01-20"])
    #expect(path.wishes.minutesInAll == 480)
    let late = PathCalendar(start: event.adding(days: 1), minutesPerWeek: 60, until: nil)
    let missed = try self.path(resources, wishes: LearningPath.Wishes(calendar: late))
    #expect(ids(missed) == ["a", "c"])
    #expect(missed.leftOut.map(\.reason) == [.outsideWeeks])
  }

  @Test func `A far day holds up nothing that can be done before it`() throws {
    let start = try #require(CalendarDate("2026-11-28"))
    let talk = try #require(CalendarDate("2027-02-28"))
    let calendar = PathCalendar(
      start: start, minutesPerWeek: 60, until: CalendarDate("2027-12-31"))
    let resources = [
      try SampleCatalogue.resource(
        "talk", [("talk.listen", 1, 3)], duration: .stated(minutes: 45), days: [talk]),
      try SampleCatalogue.resource("text", [("talk.ask", 1, 2)], duration: .stated(minutes: 30)),
      try SampleCatalogue.resource("more", [("plan.money", 1, 2)], duration: .stated(minutes: 90)),
    ]
    let path = try path(resources, wishes: LearningPath.Wishes(calendar: calendar))
    #expect(ids(path) == ["more", "text", "talk"])
    #expect(
      path.steps.map { $0.day?.description } == ["2026-12-11", "2026-12-11", "2027-02-28"])
  }

  // 60 minutes a week: by the end of the second week there are 120, which the talk of that week needs
  // with one other step before it; eight more come after.
  @Test func `A near day is kept, however much else there is to do`() throws {
    let start = try #require(CalendarDate("2027-01-04"))
    let calendar = PathCalendar(start: start, minutesPerWeek: 60, until: nil)
    let names = ["talk.listen", "talk.ask", "plan.money"]
    let others = try (0..<8).map { place in
      try SampleCatalogue.resource(
        "r\(place)", [(names[place % 3], place / 3 + 1, place / 3 + 2)],
        duration: .stated(minutes: 60))
    }
    let talk = try SampleCatalogue.resource(
      "talk", [("plan.time", 3, 4), ("talk.ask", 1, 2)], duration: .stated(minutes: 60),
      cost: .paid(usd: 1), days: [start.adding(days: 8)])
    var wishes = LearningPath.Wishes(calendar: calendar, steps: nil)
    wishes.dropped = [others[1].id]
    let path = try path(others + [talk], wishes: wishes)
    let place = try #require(ids(path).firstIndex(of: "talk"))
    #expect(place <= 1 && path.steps[place].day == start.adding(days: 8))
    #expect(path.steps.count > 3 && path.isProved)
  }

  @Test func `What keeps more out is named, what keeps out most first`() throws {
    let resources = [
      try SampleCatalogue.resource("a", [("talk.ask", 1, 2)], languages: ["es"]),
      try SampleCatalogue.resource("b", [("talk.ask", 1, 3)], languages: ["es"]),
      try SampleCatalogue.resource("c", [("talk.listen", 1, 2)], cost: .paid(usd: 5)),
      try SampleCatalogue.resource("d", [("plan.money", 1, 2)], duration: .stated(minutes: 90)),
    ]
    func bounds(_ wishes: LearningPath.Wishes) throws -> [LearningPath.Bound] {
      try path(resources, wishes: wishes).bounds
    }
    let hour = LearningPath.Wishes(minutes: 60, freeOnly: true)
    #expect(
      try bounds(hour) == [
        .init(limit: .languages, resources: 2), .init(limit: .time, resources: 1),
        .init(limit: .free, resources: 1),
      ])
    // Nobody asked for a language, and something fits: it is not worth a word.
    #expect(
      try bounds(LearningPath.Wishes(steps: 1)) == [.init(limit: .steps, resources: 1)])
    var asked = LearningPath.Wishes(usDollars: 1)
    asked.asksForLanguages = true
    #expect(
      try bounds(asked) == [
        .init(limit: .languages, resources: 2), .init(limit: .budget, resources: 1),
      ])
    #expect(try path([resources[3]]).bounds.isEmpty)
  }

  @Test(arguments: [
    // Days after the first, whether fixed; what becomes of them.
    ([(6, false)], [6]), ([(6, false), (6, false)], [3, 6]),
    ([(6, false), (6, false), (6, false)], [2, 4, 6]),
    ([(6, false), (13, false), (13, false)], [6, 10, 13]),
    ([(2, true), (6, false), (6, false)], [2, 3, 6]),
    ([(5, true), (6, false), (6, false)], [5, 5, 6]),
    (Array(repeating: (6, false), count: 8), [0, 1, 2, 3, 4, 5, 6, 6]),
    ([(1, false), (1, false)], [0, 1]),
  ])
  func `Steps of one week lie apart in it, and none is late`(
    steps: [(Int, Bool)], expected: [Int]
  ) throws {
    let start = try #require(CalendarDate("2027-01-04"))
    let calendar = PathCalendar(start: start, minutesPerWeek: 60, until: nil)
    let days = calendar.spread(steps.map { (start.adding(days: $0.0), isFixed: $0.1) })
    #expect(days == expected.map { start.adding(days: $0) })
  }

  @Test func `No gap, no time, no step and no money each have an answer of their own`() throws {
    let paid = [try SampleCatalogue.resource("paid", [("talk.ask", 1, 2)], cost: .paid(usd: 9))]
    let poor = try path(paid, wishes: LearningPath.Wishes(usDollars: 0))
    #expect(poor.steps.isEmpty && poor.leftOut.map(\.reason) == [.notFree])
    #expect(poor.uncovered.map(\.competency.id.description).contains("talk.ask"))
    let timeless = try path(paid, wishes: LearningPath.Wishes(minutes: 0))
    #expect(timeless.steps.isEmpty && timeless.leftOut.map(\.reason) == [.overBudget(left: 0)])
    let stepless = try path(paid, wishes: LearningPath.Wishes(steps: 0))
    #expect(stepless.steps.isEmpty && stepless.leftOut.map(\.reason) == [.later])
    let done = try LearningPath(
      profile: Profile(
        framework: SampleFramework.small(),
        assessment: SampleAssessment.make(["talk.listen": "4", "talk.ask": "na"])),
      catalogue: SampleCatalogue.make(paid), solver: .coinOR)
    #expect(done.steps.isEmpty && done.leftOut.isEmpty && done.uncovered.isEmpty)
  }

  @Test func `Ten thousand resources are answered, and an empty catalogue too`() throws {
    var random = SplitMix64(seed: 1)
    let names = ["talk.listen", "talk.ask", "plan.time", "plan.money"]
    let many = try (0..<10_000).map { place in
      try SampleCatalogue.resource(
        "r\(place)",
        (0..<2).map { _ in
          let from = Int.random(in: 1...3, using: &random)
          return (names[Int.random(in: 0..<4, using: &random)], from, from + 1)
        }, duration: .stated(minutes: Int.random(in: 10...600, using: &random)))
    }
    let large = try path(many, wishes: LearningPath.Wishes(minutes: 300))
    #expect(large.strength > 0 && large.minutes <= 300 && large.isProved)
    #expect(try path([]).steps.isEmpty)
  }

  @Test func `Resources that require one another in circles are never steps, however many`() throws
  {
    let circles = try (0..<100).flatMap { number in
      try [("a", "b"), ("b", "a")].map { own, other in
        try SampleCatalogue.resource(
          "\(own)\(number)", [("talk.ask", 1, 4)],
          requires: [.resource(try SampleAssessment.id("\(other)\(number)"))])
      }
    }
    let path = try path(circles + [SampleCatalogue.resource("free", [("talk.ask", 1, 2)])])
    #expect(ids(path) == ["free"] && path.isProved)
    #expect(path.leftOut.count == 200)
    #expect(
      path.leftOut.first?.reason == .requires(.resource(try SampleAssessment.id("b0"))))
  }

  @Test func `A catalogue for another version is refused`() throws {
    let catalogue = try SampleCatalogue.make([], version: "2")
    let expected = FrameworkReference(id: try SampleAssessment.id("sample"), version: "1")
    #expect(throws: PathProblem.otherFramework(catalogue.framework, expected: expected)) {
      try LearningPath(profile: SampleProfile.withGaps(), catalogue: catalogue, solver: .coinOR)
    }
  }
}
