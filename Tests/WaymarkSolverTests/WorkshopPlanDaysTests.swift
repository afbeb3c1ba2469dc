import Testing
import Waymark
import WaymarkBasics
import WaymarkSolver
import WaymarkTestSupport

/// Several sessions on one day, and rooms that some regions have.
///
/// Targets of the sample framework for an assistant: talk.listen 2, talk.ask 2, plan.time 2.
@Suite struct WorkshopPlanDaysTests {
  private func demand(
    _ offers: [WorkshopOffer], _ people: [(state: String, count: Int)], byRegion: Bool = true
  ) throws -> WorkshopDemand {
    let grouping = try Grouping.named(
      ["division"], framework: SampleFramework.small(), background: SampleBackground.small()
    ).first
    var demand = WorkshopDemand(
      framework: try SampleFramework.small(), offers: offers,
      grouping: byRegion ? grouping : nil, importance: .none)
    for (state, count) in people {
      for place in 0..<count {
        demand.add(try SamplePeople.record("\(state)\(place)", "11-1-", role: 0, state: state))
      }
    }
    return demand
  }

  private func plan(
    _ demand: WorkshopDemand, days: Int, perDay: Int,
    _ change: (inout SeasonLimits) -> Void = { _ in }
  ) throws -> WorkshopPlan {
    var limits = SeasonLimits(sessions: days * perDay)
    limits.days = days
    limits.sessionsPerDay = perDay
    limits.leastPeople = 5
    change(&limits)
    return try WorkshopPlan(demand, limits: limits, solver: .coinOR)
  }

  private func days(_ plan: WorkshopPlan) -> [String] {
    plan.sessions.map { "\($0.day) \($0.offer.id)" }
  }

  // Thirty lack one level each in listen and in ask; ten fit in a room, and nobody is in two at once.
  @Test func `On one day each goes to one session, whatever is held in the rooms`() throws {
    let offers = [
      try SamplePeople.workshop("ask", [("talk.ask", 1, 2)], seats: 10),
      try SamplePeople.workshop("listen", [("talk.listen", 1, 2)], seats: 10),
    ]
    let people = try demand(offers, [("OH", 30)], byRegion: false)
    let one = try plan(people, days: 1, perDay: 3)
    #expect(one.sessions.map(\.day) == [0, 0, 0] && one.closed == 30 && one.bound == 30)
    let two = try plan(people, days: 2, perDay: 3)
    #expect(two.sessions.map(\.day) == [0, 0, 0, 1, 1, 1] && two.closed == 60 && two.bound == 60)
    let narrow = try plan(people, days: 2, perDay: 2)
    #expect(narrow.sessions.map(\.day) == [0, 0, 1, 1] && narrow.closed == 40)
  }

  // Eight in each region lack a level in ask and one in time, each by a workshop: two days.
  @Test func `A region has one session on site a day, and one online beside it is for others`()
    throws
  {
    let offers = [
      try SamplePeople.workshop("ask", [("talk.ask", 1, 2)]),
      try SamplePeople.workshop("time", [("plan.time", 1, 2)], place: .online),
    ]
    let people = try demand(offers, [("OH", 8), ("CA", 8)])
    let one = try plan(people, days: 1, perDay: 3)
    #expect(one.closed == 16 && one.bound == 16)
    let two = try plan(people, days: 2, perDay: 3)
    #expect(two.closed == 32 && two.bound == 32)
    for day in 0...1 {
      let places = two.sessions.filter { $0.day == day }.compactMap(\.region)
      #expect(Set(places).count == places.count)
    }
  }

  // Eight can be in both rooms, but whoever is at the one of two days is at no other on either.
  @Test func `A session of two days keeps its people and its room on both`() throws {
    let offers = [
      try SamplePeople.workshop("long", [("talk.ask", 1, 2)], minutes: 840),
      try SamplePeople.workshop("time", [("plan.time", 1, 2)]),
    ]
    let people = try demand(offers, [("OH", 8)], byRegion: false)
    let two = try plan(people, days: 2, perDay: 2)
    #expect(two.closed == 8 && two.bound >= 8)
    let three = try plan(people, days: 3, perDay: 2)
    #expect(three.closed == 16 && three.bound == 16)
    #expect([["0 long", "2 time"], ["0 time", "1 long"]].contains(days(three)))
    // One after another, in one room: the second begins after both days of the first.
    let single = try plan(people, days: 3, perDay: 1)
    #expect([["0 long", "2 time"], ["0 time", "1 long"]].contains(days(single)))
    #expect(single.closed == 16)
    // The second of three days is a week later than the first: only the last two follow one another.
    let apart = try plan(people, days: 3, perDay: 1) { $0.breaks = [0] }
    #expect(days(apart) == ["0 time", "1 long"] && apart.closed == 16)
    #expect(try plan(people, days: 2, perDay: 1) { $0.breaks = [0] }.closed == 8)
    let short = try plan(people, days: 2, perDay: 1)
    #expect(short.sessions.count == 1 && short.closed == 8)
    // A day alone has no room for it.
    #expect(try plan(people, days: 1, perDay: 2).sessions.map(\.offer.id.description) == ["time"])
    // In a region its room is taken for two days, and by one session a day.
    let regions = try demand(offers, [("OH", 8), ("CA", 8)])
    for plan in [
      try self.plan(regions, days: 2, perDay: 4), try self.plan(regions, days: 3, perDay: 4),
    ] {
      var taken = Set<String>()
      for session in plan.sessions {
        for day in session.day..<session.day + session.offer.days {
          #expect(taken.insert("\(session.region ?? -1) \(day)").inserted)
        }
      }
    }
    #expect(try self.plan(regions, days: 3, perDay: 4).closed == 32)
  }

  // Listen leads on to ask, so that in each region they are on two days, side by side with the other's.
  @Test func `What leads on to another is on an earlier day`() throws {
    let offers = [
      try SamplePeople.workshop(
        "a", [("talk.ask", 1, 2)], requires: [.workshop(try SampleAssessment.id("b"))]),
      try SamplePeople.workshop("b", [("talk.listen", 1, 2)]),
    ]
    let people = try demand(offers, [("OH", 8), ("CA", 8)])
    let plan = try plan(people, days: 2, perDay: 2)
    #expect(days(plan) == ["0 b", "0 b", "1 a", "1 a"])
    #expect(plan.closed == 32 && plan.bound == 32)
  }

  // A leads to B and C in one region, whose room is used once a day: it has to be on the first.
  @Test func `What leads to several in one room leaves them the days they need`() throws {
    let needs = [WorkshopOffer.Requirement.workshop(try SampleAssessment.id("b"))]
    let offers = [
      try SamplePeople.workshop("a", [("plan.time", 1, 2)], place: .online),
      try SamplePeople.workshop("b", [("talk.listen", 1, 2)]),
      try SamplePeople.workshop("c", [("talk.ask", 1, 2)], requires: needs),
      try SamplePeople.workshop("d", [("plan.time", 1, 2)], requires: needs),
    ]
    let people = try demand(offers, [("OH", 20)])
    let held = try plan(people, days: 3, perDay: 2) { limits in
      limits.keep = Set(offers.map { .init($0.id) })
      limits.leastPeople = 1
      limits.sessionsPerPerson = 2
    }
    #expect(Set(held.sessions.map(\.offer.id)) == Set(offers.map(\.id)))
    let days = Dictionary(
      uniqueKeysWithValues: held.sessions.map { ($0.offer.id.description, $0.day) })
    let first = try #require(days["b"])
    #expect(first < (days["c"] ?? 0) && first < (days["d"] ?? 0) && days["c"] != days["d"])
  }

  // Five lack two of three, each pair of three; ten fit into a session. X and A, then X and B close 30.
  @Test func `A second session of a workshop may be for those who are at another`() throws {
    let offers = [
      try SamplePeople.workshop("a", [("talk.ask", 1, 2)], seats: 10, place: .online),
      try SamplePeople.workshop("b", [("plan.time", 1, 2)], seats: 10, place: .online),
      try SamplePeople.workshop("x", [("talk.listen", 1, 2)], seats: 10, place: .online),
    ]
    var people = WorkshopDemand(
      framework: try SampleFramework.small(), offers: offers, grouping: nil, importance: .none)
    for (name, sheet) in [("xa", "11-2-"), ("xb", "12-1-"), ("ab", "21-1-")] {
      for place in 0..<5 {
        people.add(try SamplePeople.record("\(name)\(place)", sheet, role: 0))
      }
    }
    let held = try plan(people, days: 2, perDay: 2)
    #expect(held.closed == 30 && held.bound == 30)
  }

  @Test func `Where only some regions have a room nothing is held on site in others`() throws {
    let offers = [try SamplePeople.workshop("ask", [("talk.ask", 1, 2)], seats: 20)]
    let people = try demand(offers, [("OH", 9), ("CA", 9)])
    let ohio = try #require(people.grouping?.groups.firstIndex { $0.id == "east-north-central" })
    let some = try plan(people, days: 2, perDay: 1) { $0.rooms = [ohio: 7] }
    #expect(some.sessions.map(\.region) == [ohio] && some.sessions.map(\.people.count) == [7])
    #expect(some.bound == 7)
    let all = try plan(people, days: 2, perDay: 1) {
      $0.rooms = [ohio: 7]
      $0.room = 8
    }
    #expect(Set(all.sessions.map { $0.people.count }) == [7, 8])
  }
}
