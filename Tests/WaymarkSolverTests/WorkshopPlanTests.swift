import Testing
import Waymark
import WaymarkBasics
import WaymarkSolver
import WaymarkTestSupport

/// Plans whose best is counted by hand, and what a plan does at the edges.
///
/// Targets of the sample framework for an assistant and a librarian: talk.listen 2 and 3, talk.ask 2 and
/// 4, talk.teach none and 3, plan.time 2 and 3, plan.money none and 2.
@Suite struct WorkshopPlanTests {
  private let states = ["OH", "PA", "NY", "CA", "other"]

  private func grouping(_ name: String = "division") throws -> Grouping {
    try #require(
      try Grouping.named(
        [name], framework: SampleFramework.small(), background: SampleBackground.small()
      ).first)
  }

  private func demand(
    _ offers: [WorkshopOffer], _ records: [CodedResponse], by grouping: Grouping? = nil,
    importance: ImportanceMode = .picks
  ) throws -> WorkshopDemand {
    var demand = WorkshopDemand(
      framework: try SampleFramework.small(), offers: offers, grouping: grouping,
      importance: importance)
    for record in records { demand.add(record) }
    return demand
  }

  private func plan(
    _ demand: WorkshopDemand, sessions: Int = 3, outright: Int = 300,
    _ change: (inout SeasonLimits) throws -> Void = { _ in }
  ) throws -> WorkshopPlan {
    var limits = SeasonLimits(sessions: sessions)
    try change(&limits)
    return try WorkshopPlan(demand, limits: limits, solver: .coinOR, outright: outright)
  }

  // a librarian on 1 in listen lacks 2. "first" leads from 1 to 2, "then" from 2 to 3: together 2.
  // "then" alone would close nothing.
  @Test func `A session leads on to a later one, which comes after it`() throws {
    let offers = [
      try SamplePeople.workshop("a-then", [("talk.listen", 2, 3)]),
      try SamplePeople.workshop("b-first", [("talk.listen", 1, 2)]),
    ]
    let people = try demand(offers, [SamplePeople.record("a", "1----", role: 1)])
    let both = try plan(people)
    #expect(both.sessions.map(\.offer.id.description) == ["b-first", "a-then"])
    #expect(both.closed == 2 && both.bound == 2 && both.lacking == 2 && both.gapToBound == 0)
    let once = try plan(people) { $0.sessionsPerPerson = 1 }
    #expect(once.sessions.map(\.offer.id.description) == ["b-first"])
    #expect(once.remainders.map(\.open) == [1] && once.remainders.map(\.withoutWorkshop) == [0])
  }

  // Of four assistants who lack 1 in listen one marked it among the top three, one as important.
  @Test(arguments: [
    (ImportanceMode.picks, "1", "+", 5), (.rated, "5", "4", 5), (.none, "-", "-", 2),
  ])
  func `Seats go to those to whom it matters more`(
    mode: ImportanceMode, most: String, more: String, closed: Int
  ) throws {
    let importance = ["-", more, "-", most]
    let records = try importance.enumerated().map { place, code in
      try SamplePeople.record("p\(place)", "1----", role: 0, importance: code + "----")
    }
    let offers = [try SamplePeople.workshop("listen", [("talk.listen", 1, 2)], seats: 2)]
    let found = try plan(demand(offers, records, importance: mode), sessions: 1)
    #expect(found.closed == closed)
    #expect(mode == .none || found.sessions.first?.people == [1, 3])
  }

  // Ten in the first region lack 1 each, two in the second; one session is worth 10 or 2, two fit.
  // With a floor of half its need the second region has to have one.
  @Test func `A floor brings a session to a region that would have none, or says why not`() throws {
    let records =
      try (0..<20).map { try SamplePeople.record("p\($0)", "1--1-", role: 0, state: "CA") }
      + (0..<2).map { try SamplePeople.record("q\($0)", "1----", role: 0, state: "OH") }
    let offers = [
      try SamplePeople.workshop("listen", [("talk.listen", 1, 2)], seats: 20),
      try SamplePeople.workshop("time", [("plan.time", 1, 2)], seats: 20),
    ]
    let grouping = try grouping()
    let people = try demand(offers, records, by: grouping)
    let second = try #require(grouping.groups.firstIndex { $0.id == "east-north-central" })
    for outright in [0, 300] {
      let free = try plan(people, sessions: 2, outright: outright)
      #expect(free.closed == 40 && free.closedByGroup[second] == 0)
      let fair = try plan(people, sessions: 2, outright: outright) { $0.floor = 50 }
      #expect(fair.closed == 22 && fair.closedByGroup[second] == 2)
      #expect(fair.bound >= 22)
      // Where three are needed for a session it cannot be held there.
      let impossible = try plan(people, sessions: 2, outright: outright) {
        $0.floor = 50
        $0.leastPeople = 3
      }
      #expect(impossible.closed == 40 && impossible.closedByGroup[second] == 0)
    }
  }

  @Test func `What is to be kept is held, and what is not to be held is not`() throws {
    let records = try (0..<6).map { try SamplePeople.record("p\($0)", "1--1-", role: 0) }
    let offers = [
      try SamplePeople.workshop("good", [("talk.listen", 1, 2), ("plan.time", 1, 2)]),
      try SamplePeople.workshop("poor", [("plan.time", 1, 2)], seats: 3),
      try SamplePeople.workshop("dear", [("plan.time", 1, 2)], usDollars: 900),
    ]
    let people = try demand(offers, records)
    func names(_ change: (inout SeasonLimits) throws -> Void) throws -> [String] {
      try plan(people, sessions: 1, change).sessions.map(\.offer.id.description)
    }
    #expect(try names { _ in } == ["good"])
    #expect(try names { $0.keep = [.init(try SampleAssessment.id("poor"))] } == ["poor"])
    #expect(
      try names {
        $0.without = [
          .init(try SampleAssessment.id("good")), .init(try SampleAssessment.id("dear")),
        ]
      } == ["poor"])
    let reasons: [(SeasonHindrance, (inout SeasonLimits) -> Void)] = [
      (.usDollars(900), { $0.usDollars = 500 }), (.minutes(120), { $0.minutes = 119 }),
      (.days(1), { $0.days = 0 }), (.people, { $0.leastPeople = 20 }),
      (.seats, { ($0.leastPeople, $0.seats) = (5, 4) }),
      (.seats, { ($0.leastPeople, $0.room) = (5, 4) }),
      (.trainerDays(1), { $0.trainerDays = 0 }),
    ]
    for (reason, limit) in reasons {
      let dear = try SampleAssessment.id("dear") as ID<WorkshopOffer>
      #expect(throws: WorkshopPlanProblem.cannotHold(dear, reason)) {
        try plan(people) {
          $0.keep = [.init(dear)]
          limit(&$0)
        }
      }
    }
    #expect(throws: WorkshopPlanProblem.cannotKeep) {
      try plan(people, sessions: 1) {
        $0.keep = [
          .init(try SampleAssessment.id("good")), .init(try SampleAssessment.id("poor")),
        ]
      }
    }
    #expect(throws: WorkshopPlanProblem.unknownWorkshop(try SampleAssessment.id("none"))) {
      try plan(people) { $0.without = [.init(try SampleAssessment.id("none"))] }
    }
  }

  @Test func `Nothing to choose from, nobody, no need and no money give an empty plan`() throws {
    let offers = [
      try SamplePeople.workshop("listen", [("talk.listen", 1, 2)], minutes: 600, usDollars: 300)
    ]
    let one = [try SamplePeople.record("a", "1----", role: 0)]
    let reached = try (0..<9).map { try SamplePeople.record("p\($0)", "55555", role: 1) }
    let cases: [(WorkshopDemand, (inout SeasonLimits) -> Void)] = [
      (try demand([], one), { _ in }), (try demand(offers, []), { _ in }),
      (try demand(offers, reached), { _ in }), (try demand(offers, one), { $0.usDollars = 0 }),
      (try demand(offers, one), { $0.sessions = 0 }), (try demand(offers, one), { $0.seats = 0 }),
      (try demand(offers, one), { $0.minutes = 599 }),
      (try demand(offers, one), { $0.trainerDays = 0 }),
      (try demand(offers, one), { $0.leastPeople = 2 }),
      (try demand(offers, [SamplePeople.record("a", "1----", role: nil)]), { _ in }),
    ]
    for (demand, change) in cases {
      for outright in [0, 300] {
        let found = try plan(demand, outright: outright, change)
        #expect(found.sessions.isEmpty && found.closed == 0 && found.bound == 0)
      }
    }
    #expect(try plan(demand(offers, one)).closed == 1)
  }

  // All are alike, and so are the workshops: 12 seats of 40 times 1 level, whoever gets them.
  @Test func `Ties everywhere end with the same plan each time`() throws {
    let offers = try (0..<30).map {
      try SamplePeople.workshop("w\($0)", [("talk.listen", 1, 2)], seats: 4)
    }
    let records = try (0..<40).map { try SamplePeople.record("p\($0)", "1----", role: 0) }
    for outright in [0, 3000] {
      let first = try plan(demand(offers, records), outright: outright)
      let second = try plan(demand(offers, records), outright: outright)
      #expect(first.closed == 12 && first.bound == 12)
      #expect(first.sessions == second.sessions)
    }
  }

  @Test func `A season of 200 people in five regions keeps to everything, near a proved bound`()
    throws
  {
    var random = SampleRandom(seed: 11)
    let grouping = try grouping("state")
    let places = try states.map { state in
      try #require(grouping.groups.firstIndex { $0.id == state })
    }
    var regionOf: [Int?] = []
    let records = try (0..<200).map { place in
      let region = Int.random(in: 0..<5, using: &random)
      regionOf.append(places[region])
      let sheet = (0..<5).map { _ in "\(Int.random(in: 1...4, using: &random))" }.joined()
      return try SamplePeople.record(
        "p\(place)", sheet, role: Int.random(in: 0...1, using: &random), state: states[region])
    }
    let ids = ["talk.listen", "talk.ask", "talk.teach", "plan.time", "plan.money"]
    let offers = try (0..<10).map { place in
      let from = Int.random(in: 1...3, using: &random)
      let second = Int.random(in: 1...2, using: &random)
      return try SamplePeople.workshop(
        "w\(place)",
        [(ids[place % 5], from, from + 1), (ids[(place + 2) % 5], second, second + 1)],
        minutes: 60 * Int.random(in: 1...6, using: &random),
        seats: Int.random(in: 8...25, using: &random),
        usDollars: 50 * Int.random(in: 1...9, using: &random),
        place: place % 4 == 0 ? .online : .onSite)
    }
    var limits = SeasonLimits(sessions: 6)
    limits.minutes = 1500
    limits.usDollars = 2500
    limits.seats = 90
    limits.trainerDays = 7
    limits.room = 20
    limits.travel = 80
    limits.sessionsPerPerson = 2
    limits.leastPeople = 5
    for floor in [0, 3] {
      limits.floor = floor
      let people = try demand(offers, records, by: grouping)
      let found = try WorkshopPlan(people, limits: limits, solver: .coinOR)
      PlanChecker(
        framework: try SampleFramework.small(), records: records, regionOf: regionOf, limits: limits
      ).check(found)
      #expect(found.closed > 0)
      // The bound does not know of floors.
      #expect(found.gapToBound < (floor == 0 ? 0.05 : 0.3))
      for place in places where floor > 0 {
        #expect(found.closedByGroup[place] * 100 >= found.lackingByGroup[place] * floor)
      }
      let again = try WorkshopPlan(people, limits: limits, solver: .coinOR)
      #expect(again.sessions == found.sessions && again.bound == found.bound)
    }
  }
}
