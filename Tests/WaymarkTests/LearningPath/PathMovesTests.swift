import Foundation
import Testing
import Waymark
import WaymarkBasics
import WaymarkSolver
import WaymarkTestSupport

/// How a path makes a move from one level to the next: by practice, after something to learn from.
@Suite struct PathMovesTests {
  private func path(
    _ resources: [LearningResource], wishes: LearningPath.Wishes = LearningPath.Wishes(steps: nil)
  ) throws -> LearningPath {
    try LearningPath(
      profile: SampleProfile.withGaps(), catalogue: SampleCatalogue.make(resources),
      wishes: wishes, solver: .coinOR)
  }

  private func ids(_ path: LearningPath) -> [String] {
    path.steps.map(\.resource.id.description)
  }

  private func practice(
    _ competency: String, from rank: Int, minutes: Int = 30
  ) throws -> LearningResource {
    try SampleCatalogue.resource(
      "do.\(competency).\(rank)", [(competency, rank, rank + 1)],
      duration: .stated(minutes: minutes), format: .practice)
  }

  // Importance: listen 2, ask 1, money 3. Two courses of an hour serve one move each, one of ninety
  // minutes serves two: 90 + 30 + 30 = 150 minutes for what takes 180 with the two others. Both pairs
  // count 3, so the shorter one comes first.
  @Test func `What serves several moves is done once, and its practice comes right after it`()
    throws
  {
    let path = try path([
      SampleCatalogue.resource("ask", [("talk.ask", 1, 2)]),
      SampleCatalogue.resource("listen", [("talk.listen", 1, 2)]),
      SampleCatalogue.resource(
        "both", [("talk.ask", 1, 2), ("talk.listen", 1, 2)], duration: .stated(minutes: 90)),
      SampleCatalogue.resource("money", [("plan.money", 1, 2)]),
      practice("talk.ask", from: 1), practice("talk.listen", from: 1),
      practice("plan.money", from: 1),
    ])
    #expect(
      ids(path) == [
        "money", "do.plan.money.1", "both", "do.talk.listen.1", "do.talk.ask.1",
      ])
    #expect(path.minutes == 240)
    #expect(path.steps.map(\.strength) == [0, 3, 0, 2, 1])
    #expect(path.steps[2].gains.map(\.isPreparation) == [true, true])
    #expect(path.steps[2].preparation == nil)
    let both: ID<LearningResource> = try SampleAssessment.id("both")
    #expect(path.steps[3].preparation == .steps([both]))
    #expect(path.steps[3].gains.map(\.closed.rank) == [2])
    #expect(path.leftOut.map(\.reason) == [.covered, .covered])
  }

  // Together what the profile starts with second and third would fit into 150 minutes, learned for and
  // practised; what it starts with first needs all of them.
  @Test func `What the profile starts with binds the path, the first of it before the others`()
    throws
  {
    let resources = [
      try SampleCatalogue.resource(
        "money", [("plan.money", 1, 2)], duration: .stated(minutes: 120)),
      try SampleCatalogue.resource("ask", [("talk.ask", 1, 2)], duration: .stated(minutes: 30)),
      try SampleCatalogue.resource(
        "listen", [("talk.listen", 1, 2)], duration: .stated(minutes: 30)),
      try practice("talk.ask", from: 1), try practice("talk.listen", from: 1),
      try practice("plan.money", from: 1),
    ]
    let path = try path(resources, wishes: LearningPath.Wishes(minutes: 150, steps: nil))
    #expect(ids(path) == ["money", "do.plan.money.1"])
    #expect(path.startsLeft.map(\.competency.id.description) == ["talk.listen", "talk.ask"])
  }

  @Test(arguments: [30, 60, 90, 120, 150, 180, 240, 600])
  func `What comes first is on every path that has time for it`(minutes: Int) throws {
    let resources = [
      try SampleCatalogue.resource("money", [("plan.money", 1, 2)], duration: .stated(minutes: 30)),
      try SampleCatalogue.resource("ask", [("talk.ask", 1, 2)], duration: .stated(minutes: 60)),
      try SampleCatalogue.resource(
        "listen", [("talk.listen", 1, 3)], duration: .stated(minutes: 45)),
      try practice("talk.ask", from: 1), try practice("talk.listen", from: 1),
      try practice("talk.listen", from: 2), try practice("plan.money", from: 1),
    ]
    let path = try LearningPath(
      profile: SampleProfile.withGaps(in: SampleFramework.small(first: ["talk.ask"])),
      catalogue: SampleCatalogue.make(resources),
      wishes: LearningPath.Wishes(minutes: minutes, steps: nil), solver: .coinOR)
    #expect(ids(path).contains("do.talk.ask.1"))
  }

  // An hour a week; each practice takes 55 minutes. Listening begins in the first week beside money and
  // takes four; asking is done in the third, and more listening waits for the fifth.
  @Test func `Practice over weeks begins in its week and goes on; what builds on it waits for it`()
    throws
  {
    func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }
    let calendar = PathCalendar(start: try day("2027-01-04"), minutesPerWeek: 60, until: nil)
    let path = try path(
      [
        SampleCatalogue.practice("plan.money", from: 1),
        SampleCatalogue.practice("talk.listen", from: 1, weeks: 4),
        SampleCatalogue.practice("talk.listen", from: 2),
        SampleCatalogue.practice("talk.ask", from: 1),
      ], wishes: LearningPath.Wishes(calendar: calendar, steps: nil))
    #expect(
      ids(path) == [
        "practice.plan.money.1", "practice.talk.listen.1", "practice.talk.ask.1",
        "practice.talk.listen.2",
      ])
    let days = try ["2027-01-10", "2027-01-31", "2027-01-24", "2027-02-07"].map(day)
    #expect(path.steps.map(\.day) == days)
    #expect(path.steps.map(\.beginsBy) == [nil, try day("2027-01-10"), nil, nil])
    #expect(
      path.calendarDays.map(\.day)
        == (try ["2027-01-07", "2027-01-10", "2027-01-24", "2027-02-07"].map(day)))
  }

  @Test func `A resource alone leads nowhere where there is practice, whatever it claims`() throws {
    let course = try SampleCatalogue.resource("course", [("talk.ask", 1, 3)])
    let first = try practice("talk.ask", from: 1)
    let path = try path([course, first, practice("talk.ask", from: 2)])
    #expect(ids(path) == ["course", "do.talk.ask.1", "do.talk.ask.2"])
    #expect(path.steps[0].gains.map(\.reached.rank) == [3])
    var wishes = LearningPath.Wishes(steps: nil)
    wishes.dropped = [first.id]
    let without = try self.path([course, first, practice("talk.ask", from: 2)], wishes: wishes)
    #expect(without.steps.isEmpty)
    #expect(without.uncovered.map(\.competency.id.description).contains("talk.ask"))
  }

  @Test func `Each practice alone says why it is alone`() throws {
    let asking = try practice("talk.ask", from: 1)
    func alone(
      _ resources: [LearningResource], _ wishes: LearningPath.Wishes
    ) throws -> LearningPath.Preparation? {
      let path = try path(resources + [asking], wishes: wishes)
      #expect(ids(path) == ["do.talk.ask.1"])
      return path.steps.first?.preparation
    }
    let course = try SampleCatalogue.resource("course", [("talk.ask", 1, 2)])
    #expect(try alone([], LearningPath.Wishes()) == .alone(.nothingListed))
    #expect(try alone([course], LearningPath.Wishes(minutes: 80)) == .alone(.tooLong(course)))
    #expect(try alone([course], LearningPath.Wishes(steps: 1)) == .alone(.oneTooMany))
    let higher = try SampleCatalogue.resource(
      "higher", [("talk.ask", 1, 2)],
      requires: [.level(SampleAssessment.id("talk.listen"), try #require(Level(rank: 3)))])
    #expect(try alone([higher], LearningPath.Wishes()) == .alone(.asksForMore))
    let french = try SampleCatalogue.resource("course", [("talk.ask", 1, 2)], languages: ["fr"])
    #expect(try alone([french], LearningPath.Wishes()) == .alone(.nothingFits))
    let endless = try SampleCatalogue.resource(
      "course", [("talk.ask", 1, 2)], duration: .unknown)
    #expect(try alone([endless], LearningPath.Wishes()) == .alone(.noTimeKnown))
    var wishes = LearningPath.Wishes()
    wishes.preferred = [.practice]
    #expect(try alone([course], wishes) == .alone(.wanted))
  }

  // An hour and forty minutes: the course for what the profile starts with and its practice take ninety,
  // so does what comes third; of the practices beside it only the short one still fits.
  @Test
  func `Where time is left for practice alone, it is used, and the path says what had no room`()
    throws
  {
    let course = try SampleCatalogue.resource(
      "ask", [("talk.ask", 1, 2)], duration: .stated(minutes: 80))
    let path = try path(
      [
        SampleCatalogue.resource("money", [("plan.money", 1, 2)]), course,
        practice("plan.money", from: 1), practice("talk.ask", from: 1, minutes: 10),
        practice("talk.listen", from: 1),
      ], wishes: LearningPath.Wishes(minutes: 100))
    #expect(ids(path) == ["money", "do.plan.money.1", "do.talk.ask.1"])
    #expect(path.steps.last?.preparation == .alone(.noRoom(course)))
    #expect(path.minutes == 100)
    let reasons = Dictionary(
      uniqueKeysWithValues: path.leftOut.map { ($0.resource.id.description, $0.reason) })
    #expect(
      reasons == ["ask": .overBudget(left: 0), "do.talk.listen.1": .overBudget(left: 0)])
    // The text would only prepare for what is practised already.
    #expect(path.bounds == [.init(limit: .time, resources: 1)])
  }

  @Test func `What would fit alone but not with its practice says so`() throws {
    let path = try path(
      [
        SampleCatalogue.resource("money", [("plan.money", 1, 2)], duration: .stated(minutes: 30)),
        SampleCatalogue.resource("ask", [("talk.ask", 1, 2)], duration: .stated(minutes: 15)),
        practice("plan.money", from: 1, minutes: 60), practice("talk.ask", from: 1, minutes: 40),
      ], wishes: LearningPath.Wishes(minutes: 109))
    #expect(ids(path) == ["money", "do.plan.money.1"])
    #expect(
      path.leftOut.map(\.reason) == [
        .overBudgetWithPractice(minutes: 55, left: 19), .overBudget(left: 19),
      ])
  }

  @Test func `What was learned before need not be learned again, and old practice can be repeated`()
    throws
  {
    let course = try SampleCatalogue.resource("course", [("talk.ask", 1, 2)])
    let asking = try practice("talk.ask", from: 1)
    let profile = try SampleProfile.withGaps()
    func done(_ resource: LearningResource, now: Bool) -> DoneStep {
      DoneStep(
        resource: resource.id, title: "Title", day: profile.date, serves: resource.serves,
        assessment: now ? profile.assessment : UUID())
    }
    var wishes = LearningPath.Wishes()
    wishes.done = [done(course, now: false), done(asking, now: false)]
    let before = try path([course, asking], wishes: wishes)
    #expect(ids(before) == ["do.talk.ask.1"])
    #expect(before.steps.first?.preparation == .learned)
    wishes.done = [done(course, now: true)]
    #expect(try ids(path([course, asking], wishes: wishes)) == ["do.talk.ask.1"])
    wishes.done = [done(course, now: true), done(asking, now: true)]
    let after = try path([course, asking], wishes: wishes)
    #expect(after.steps.isEmpty)
    // The level counts as held, so that nothing is left to say of it.
    #expect(after.leftOut.isEmpty)
  }

  @Test func `Practice follows what is learned in the weeks too`() throws {
    let start = try #require(CalendarDate("2027-01-04"))
    let calendar = PathCalendar(start: start, minutesPerWeek: 60, until: nil)
    let path = try path(
      [
        SampleCatalogue.resource("ask", [("talk.ask", 1, 2)]),
        SampleCatalogue.resource("money", [("plan.money", 1, 2)]),
        practice("talk.ask", from: 1, minutes: 60), practice("plan.money", from: 1, minutes: 60),
      ], wishes: LearningPath.Wishes(calendar: calendar, steps: nil))
    #expect(ids(path) == ["money", "do.plan.money.1", "ask", "do.talk.ask.1"])
    #expect(
      path.steps.map { $0.day?.description } == [
        "2027-01-10", "2027-01-17", "2027-01-24", "2027-01-31",
      ])
  }

  @Test func `A move without practice is made by what is learned once the level below is held`()
    throws
  {
    let path = try path([
      SampleCatalogue.resource("listen", [("talk.listen", 1, 3)]), practice("talk.listen", from: 1),
    ])
    #expect(ids(path) == ["listen", "do.talk.listen.1"])
    #expect(path.steps.map(\.strength) == [0, 4])
    #expect(path.steps[1].gains.map(\.closed.rank) == [3])
  }

  @Test func `What the profile starts with and the path has no room for is named`() throws {
    let path = try path(
      [
        practice("plan.money", from: 1, minutes: 90), practice("talk.listen", from: 1),
        practice("talk.ask", from: 1),
      ], wishes: LearningPath.Wishes(minutes: 60))
    #expect(ids(path) == ["do.talk.listen.1", "do.talk.ask.1"])
    #expect(path.startsLeft.map(\.competency.id.description) == ["plan.money"])
    #expect(try self.path([practice("talk.ask", from: 1)]).startsLeft.isEmpty)
  }

  @Test func `A language or a format that was asked for and no step has is named`() throws {
    let spanish = try #require(LanguageTag("es"))
    var wishes = LearningPath.Wishes(languages: [spanish, .english])
    wishes.preferred = [.webinar, .book]
    let resources = [
      try SampleCatalogue.resource("ask", [("talk.ask", 1, 2)]), try practice("talk.ask", from: 1),
    ]
    #expect(try path(resources, wishes: wishes).unmetWishes == [.format(.book)])
    wishes.asksForLanguages = true
    #expect(
      try path(resources, wishes: wishes).unmetWishes == [.language(spanish), .format(.book)])
    #expect(try path([], wishes: wishes).unmetWishes.isEmpty)
  }

  @Test func `What somebody has seen is learned from before what nobody has`() throws {
    let path = try path([
      SampleCatalogue.resource(
        "memory", [("talk.ask", 1, 2)], duration: .stated(minutes: 10), sighting: .memory),
      SampleCatalogue.resource("seen", [("talk.ask", 1, 2)]), practice("talk.ask", from: 1),
    ])
    #expect(ids(path) == ["seen", "do.talk.ask.1"])
  }

  // The profile starts with money, listen and ask; of time and teach, which count alike, the shorter
  // comes first.
  @Test func `What others on the path build on comes first, but for what the profile starts with`()
    throws
  {
    func order(_ id: String, on base: String) throws -> [String] {
      let framework = try SampleFramework.small().replacing(id) { competency in
        Competency(
          id: competency.id, official: nil, title: competency.title,
          statement: competency.statement, anchors: competency.anchors,
          targets: competency.targets, reasons: [:], isCore: false, objectives: [:],
          buildsOn: [CompetencyID(base)].compactMap(\.self))
      }
      let profile = try Profile(
        framework: framework,
        assessment: SampleAssessment.make(
          Dictionary(uniqueKeysWithValues: framework.competencies.map { ("\($0.id)", "1") }),
          role: "librarian", picked: ["talk.listen", "plan.money"], top: ["plan.money"]))
      return ids(
        try LearningPath(
          profile: profile,
          catalogue: SampleCatalogue.make([
            practice("plan.time", from: 1), practice("talk.teach", from: 1, minutes: 45),
            practice("plan.money", from: 1),
          ]), wishes: LearningPath.Wishes(steps: nil), solver: .coinOR))
    }
    let (money, time, teach) = ("do.plan.money.1", "do.plan.time.1", "do.talk.teach.1")
    #expect(try order("plan.money", on: "talk.teach") == [money, time, teach])
    #expect(try order("plan.time", on: "talk.teach") == [money, teach, time])
  }

  // Practice takes 55 minutes, 10 of them to prepare it; before asking there are five to learn from.
  @Test func `Where no step fits, it is said what can be begun`() throws {
    let resources = [
      try SampleCatalogue.resource("ask", [("talk.ask", 1, 2)], duration: .stated(minutes: 5)),
      try SampleCatalogue.practice("talk.ask", from: 1),
      try SampleCatalogue.practice("talk.listen", from: 1),
      try SampleCatalogue.practice("plan.money", from: 1),
    ]
    let path = try path(resources, wishes: LearningPath.Wishes(minutes: 50, steps: nil))
    #expect(path.steps.isEmpty)
    #expect(
      path.beginnings.map(\.item.competency.id.description) == [
        "plan.money", "talk.listen", "talk.ask",
      ])
    #expect(path.beginnings.map(\.minutes) == [10, 10, 5])
    #expect(path.beginnings.map(\.minutesAfter) == [45, 45, 55])
    #expect(path.beginnings.map(\.level.rank) == [2, 2, 2])
    #expect(
      try self.path(resources, wishes: LearningPath.Wishes(minutes: 24, steps: nil)).beginnings
        .map(\.minutes) == [10, 10])
    let longer = try self.path(resources, wishes: LearningPath.Wishes(minutes: 60, steps: nil))
    // Beside a step the minutes left begin what the profile starts with.
    #expect(ids(longer).count == 1)
    #expect(longer.beginnings.map(\.item.competency.id.description) == ["talk.ask"])
    let unlimited = try self.path(resources, wishes: LearningPath.Wishes(steps: nil))
    #expect(unlimited.beginnings.isEmpty)
  }

  // Asking is usual at 4, listening at 3; asking comes first and could not be judged.
  @Test func `Who could not judge what comes first begins it at the lowest level`() throws {
    func path(first: Set<String>) throws -> LearningPath {
      let profile = try Profile(
        framework: SampleFramework.small(first: first),
        assessment: SampleAssessment.make(
          ["talk.ask": "unsure", "talk.listen": "2"], role: "librarian"))
      return try LearningPath(
        profile: profile,
        catalogue: SampleCatalogue.make([
          practice("talk.ask", from: 1), practice("talk.listen", from: 2),
        ]), wishes: LearningPath.Wishes(minutes: 90, steps: nil), solver: .coinOR)
    }
    #expect(try ids(path(first: ["talk.ask"])).contains("do.talk.ask.1"))
    #expect(try ids(path(first: [])) == ["do.talk.listen.2"])
    let item = try #require(path(first: ["talk.ask"]).profile.startWith.first)
    #expect(item.competency.id.description == "talk.ask" && item.level == nil)
    #expect(item.startingLevel?.rank == 1 && item.shortfall == 0)
  }

  // What comes first takes 55 minutes, 10 of them to prepare it, and 30 to learn for it.
  @Test func `Where there is time only to begin what comes first, no other step is taken`() throws {
    func path(_ minutes: Int) throws -> LearningPath {
      try LearningPath(
        profile: try Profile(
          framework: SampleFramework.small(first: ["talk.ask"]),
          assessment: SampleAssessment.make(
            ["talk.ask": "1", "plan.money": "1"], role: "librarian", picked: ["plan.money"])),
        catalogue: SampleCatalogue.make([
          SampleCatalogue.resource("ask", [("talk.ask", 1, 2)], duration: .stated(minutes: 30)),
          SampleCatalogue.practice("talk.ask", from: 1),
          practice("plan.money", from: 1, minutes: 20),
        ]), wishes: LearningPath.Wishes(minutes: minutes, steps: nil), solver: .coinOR)
    }
    let short = try path(50)
    #expect(short.steps.isEmpty)
    #expect(short.beginnings.map(\.minutes) == [10, 30])
    #expect(short.beginnings.map(\.item.competency.id.description) == ["talk.ask", "talk.ask"])
    #expect(try ids(path(55)) == ["practice.talk.ask.1"])
  }

  // Asking is usual at 4: up to 3 it comes before all else, above that it does not.
  @Test func `What comes before all else does so up to the middle of the scale`() throws {
    let profile = try Profile(
      framework: SampleFramework.small(first: ["talk.ask"]),
      assessment: SampleAssessment.make(["talk.ask": "2"], role: "librarian"))
    let path = try LearningPath(
      profile: profile,
      catalogue: SampleCatalogue.make([
        practice("talk.ask", from: 2), practice("talk.ask", from: 3),
      ]), wishes: LearningPath.Wishes(steps: nil), solver: .coinOR)
    #expect(ids(path) == ["do.talk.ask.2", "do.talk.ask.3"])
    #expect(path.steps.flatMap(\.gains).map(\.comesBeforeAll) == [true, false])
  }

  // Five picks, all with a reading that has no room: the first of them, not a lesser one, is practised alone.
  @Test(arguments: [40, 80, 120])
  func `Of more picks than three the first go first`(minutes: Int) throws {
    let picks = ["talk.listen", "talk.ask", "talk.teach", "plan.time", "plan.money"]
    let profile = try Profile(
      framework: SampleFramework.small(),
      assessment: SampleAssessment.make(
        Dictionary(uniqueKeysWithValues: picks.map { ($0, "1") }), role: "librarian",
        picked: picks, top: Array(picks.suffix(3))))
    let path = try LearningPath(
      profile: profile,
      catalogue: SampleCatalogue.make(
        try picks.flatMap { id in
          [
            try SampleCatalogue.resource(
              "read.\(id)", [(id, 1, 2)], duration: .stated(minutes: 90)),
            try practice(id, from: 1, minutes: 40),
          ]
        }), wishes: LearningPath.Wishes(minutes: minutes, steps: nil), solver: .coinOR)
    #expect(
      ids(path)
        == Array(["talk.teach", "plan.time", "plan.money"].prefix(minutes / 40)).map {
          "do.\($0).1"
        })
  }

  // Both are missing one level; what is central leads, although it stands later and takes longer.
  @Test func `What is central to the role goes before shorter steps`() throws {
    func path(central: Set<String>) throws -> LearningPath {
      let profile = try Profile(
        framework: SampleFramework.small(central: central),
        assessment: SampleAssessment.make(
          [
            "talk.listen": "2", "talk.ask": "3", "talk.teach": "2", "plan.time": "2",
            "plan.money": "1",
          ], role: "librarian"))
      return try LearningPath(
        profile: profile,
        catalogue: SampleCatalogue.make([
          practice("talk.listen", from: 2, minutes: 30), practice("talk.ask", from: 3, minutes: 30),
          practice("talk.teach", from: 2, minutes: 30),
          practice("plan.time", from: 2, minutes: 30), practice("plan.money", from: 1, minutes: 90),
        ]), wishes: LearningPath.Wishes(minutes: 90, steps: nil), solver: .coinOR)
    }
    #expect(try ids(path(central: ["plan.money"])) == ["do.plan.money.1"])
    #expect(try ids(path(central: [])).count == 3)
  }

  // Three larger gaps lead; of what is left, one level each, what is central is worth more than two others.
  @Test func `What is central counts more than others behind what leads, too`() throws {
    func path(central: Set<String>) throws -> [String] {
      let profile = try Profile(
        framework: SampleFramework.small(central: central),
        assessment: SampleAssessment.make(
          [
            "talk.listen": "1", "talk.ask": "1", "talk.teach": "1", "plan.time": "2",
            "plan.money": "1",
          ], role: "librarian"))
      return ids(
        try LearningPath(
          profile: profile,
          catalogue: SampleCatalogue.make([
            practice("plan.time", from: 2, minutes: 30),
            practice("plan.money", from: 1, minutes: 60),
          ]), wishes: LearningPath.Wishes(minutes: 60, steps: nil), solver: .coinOR))
    }
    #expect(try path(central: ["plan.money"]) == ["do.plan.money.1"])
    #expect(try path(central: ["plan.time"]) == ["do.plan.time.2"])
  }

  // Of the librarian's picks listening is as usual: its next level comes before what nobody picked.
  @Test func `A pick of which the role asks for no more is gone on with, after picks below it`()
    throws
  {
    let profile = try Profile(
      framework: SampleFramework.small(),
      assessment: SampleAssessment.make(
        ["talk.listen": "3", "talk.ask": "1", "plan.time": "5", "plan.money": "1"],
        role: "librarian", picked: ["talk.listen", "plan.time"], top: ["talk.listen"]))
    #expect(
      profile.gaps.map(\.competency.id.description) == ["talk.listen", "talk.ask", "plan.money"])
    let practice = try [("talk.listen", 3), ("plan.money", 1)].map {
      try SampleCatalogue.practice($0.0, from: $0.1)
    }
    func steps(_ minutes: Int) throws -> [String] {
      ids(
        try LearningPath(
          profile: profile, catalogue: SampleCatalogue.make(practice),
          wishes: LearningPath.Wishes(minutes: minutes, steps: nil), solver: .coinOR))
    }
    let whole = try LearningPath(
      profile: profile, catalogue: SampleCatalogue.make(practice), solver: .coinOR)
    #expect(whole.picksAtTop.map(\.competency.id.description) == ["plan.time"])
    #expect(try steps(60) == ["practice.talk.listen.3"])
    #expect(try steps(120) == ["practice.talk.listen.3", "practice.plan.money.1"])
  }
}
