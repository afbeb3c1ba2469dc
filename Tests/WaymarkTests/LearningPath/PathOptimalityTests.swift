import Testing
import Waymark
import WaymarkBasics
import WaymarkSolver
import WaymarkTestSupport

/// Learning paths against every sequence of steps that there is, on small cases drawn at random.
@Suite struct PathOptimalityTests {
  /// A person, resources and wishes, the same for the same seed.
  private struct Case {
    let profile: Profile
    let resources: [LearningResource]
    let wishes: LearningPath.Wishes
  }

  /// What a person has after some steps, by the rules in the words and nothing of the program.
  private struct Walk {
    var levels: [CompetencyID: Int]
    var done: [ID<LearningResource>] = []
    var minutes = 0
    var dollars = 0
    var courses = 0
    var day: CalendarDate?

    /// The walk after one more step; `nil` when the rules do not let it.
    func taking(_ resource: LearningResource, on days: CalendarDate?, _ wishes: LearningPath.Wishes)
      -> Walk?
    {
      var after = self
      for requirement in resource.requires {
        switch requirement {
        case .level(let competency, let level):
          guard levels[competency] ?? 0 >= level.rank else { return nil }
        case .resource(let other): guard done.contains(other) else { return nil }
        }
      }
      after.minutes += resource.duration.minutes ?? .max / 2
      if case .paid(let usd) = resource.cost { after.dollars += usd ?? 0 }
      if resource.format == .course { after.courses += 1 }
      after.done.append(resource.id)
      guard after.done.count <= wishes.steps ?? .max, after.courses <= 3,
        after.minutes <= wishes.minutes ?? .max, after.dollars <= wishes.usDollars ?? .max
      else { return nil }
      for service in resource.serves {
        guard let held = levels[service.competency], service.from.rank <= held else { continue }
        after.levels[service.competency] = max(
          after.levels[service.competency] ?? 0, service.to.rank)
      }
      guard let calendar = wishes.calendar else { return after }
      let perWeek = calendar.minutesPerWeek
      if let event = days {
        // A week that has begun counts whole.
        let weeks = (event.daysSince1970 - calendar.start.daysSince1970) / 7 + 1
        guard after.minutes <= weeks * perWeek, event >= calendar.start else { return nil }
        after.day = event
      } else {
        let weeks = (after.minutes + perWeek - 1) / perWeek
        after.day = calendar.start.adding(days: weeks * 7 - 1)
      }
      if let day, let next = after.day, next < day {
        guard days == nil else { return nil }
        after.day = day
      }
      guard let until = calendar.until, let last = after.day, last <= until else { return nil }
      return after
    }
  }

  private static let ranks = ["talk.listen", "talk.ask", "talk.teach", "plan.time", "plan.money"]

  private func made(_ seed: UInt64) throws -> Case {
    var random = SplitMix64(seed: seed)
    func draw(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    let isLarge = seed.isMultiple(of: 20)
    let answers = Dictionary(
      uniqueKeysWithValues: Self.ranks.map { ($0, draw(0...9) == 0 ? "na" : "\(draw(1...2))") })
    let picked = Self.ranks.filter { _ in draw(0...2) == 0 }
    let profile = try Profile(
      framework: SampleFramework.small(),
      assessment: SampleAssessment.make(
        answers, role: draw(0...4) == 0 ? nil : "librarian", picked: picked,
        top: Array(picked.prefix(draw(0...2)))))
    let start = try #require(CalendarDate("2027-01-04"))
    let count = isLarge ? draw(12...15) : draw(3...7)
    let hasWeeks = draw(0...2) == 0
    let resources = try (0..<count).map { place in
      var serves: [(String, Int, Int)] = []
      for _ in 0..<draw(1...3) {
        let from = draw(1...3)
        serves.append((Self.ranks[draw(0...4)], from, min(5, from + draw(1...2))))
      }
      var requires: [LearningResource.Requirement] = []
      if draw(0...5) == 0 {
        requires.append(.resource(try SampleAssessment.id("r\(draw(0...count - 1))")))
      }
      if draw(0...5) == 0 {
        let level = try #require(Level(rank: draw(2...3)))
        requires.append(.level(try SampleAssessment.id(Self.ranks[draw(0...4)]), level))
      }
      let costs: [LearningResource.Cost] = [.free, .account, .paid(usd: draw(1...5) * 10)]
      return try SampleCatalogue.resource(
        "r\(place)", serves, duration: .stated(minutes: draw(1...8) * 15),
        cost: costs[draw(0...2)], format: draw(0...1) == 0 ? .course : .webinar,
        requires: requires,
        days: hasWeeks && draw(0...3) == 0
          ? [start.adding(days: draw(0...30)), start.adding(days: draw(31...60))] : [])
    }
    var wishes = LearningPath.Wishes(
      minutes: draw(0...2) == 0 ? nil : draw(2...20) * 15,
      calendar: hasWeeks
        ? PathCalendar(
          start: start, minutesPerWeek: draw(1...4) * 30, until: start.adding(days: draw(10...60)))
        : nil,
      usDollars: draw(0...1) == 0 ? nil : draw(1...8) * 10,
      steps: isLarge ? draw(1...3) : draw(1...5))
    if draw(0...9) == 0 { wishes.dropped = [try SampleAssessment.id("r0")] }
    return Case(profile: profile, resources: resources, wishes: wishes)
  }

  private func begin(_ profile: Profile) -> Walk {
    Walk(
      levels: Dictionary(
        uniqueKeysWithValues: profile.items.compactMap { item in
          item.level.map { (item.competency.id, $0.rank) }
        }))
  }

  /// The levels of gaps closed, times importance.
  private func worth(_ walk: Walk, _ profile: Profile) -> Int {
    profile.gaps.reduce(0) { sum, item in
      guard let level = item.level, let goal = item.goal(on: profile.framework.scale),
        let now = walk.levels[item.competency.id]
      else { return sum }
      return sum + (min(now, goal.rank) - level.rank) * item.priority.factor
    }
  }

  private func days(_ resource: LearningResource, _ wishes: LearningPath.Wishes) -> [CalendarDate?]
  {
    wishes.calendar == nil || resource.features.days.isEmpty
      ? [nil] : resource.features.days.map { $0 }
  }

  /// The most that any sequence closes.
  private func best(_ walk: Walk, _ given: Case) -> Int {
    given.resources.reduce(worth(walk, given.profile)) { most, resource in
      guard !walk.done.contains(resource.id), !given.wishes.dropped.contains(resource.id) else {
        return most
      }
      return days(resource, given.wishes).reduce(most) { most, day in
        walk.taking(resource, on: day, given.wishes).map { max(most, best($0, given)) } ?? most
      }
    }
  }

  /// What is closed by always taking what closes most now, then what is short.
  private func greedy(_ given: Case) -> Int {
    var walk = begin(given.profile)
    while true {
      let next = given.resources.flatMap { resource -> [(Walk, Int)] in
        guard !walk.done.contains(resource.id), !given.wishes.dropped.contains(resource.id) else {
          return []
        }
        return days(resource, given.wishes).compactMap { day in
          walk.taking(resource, on: day, given.wishes).map {
            ($0, resource.duration.minutes ?? 0)
          }
        }
      }.filter { worth($0.0, given.profile) > worth(walk, given.profile) }
        .min { (worth($1.0, given.profile), $0.1) < (worth($0.0, given.profile), $1.1) }
      guard let next else { return worth(walk, given.profile) }
      walk = next.0
    }
  }

  @Test(arguments: 0..<10)
  func `A path closes as much as any sequence of steps could, and keeps every constraint`(
    part: Int
  ) throws {
    for number in 0..<100 {
      let seed = UInt64(part * 100 + number)
      let given = try made(seed)
      let path = try LearningPath(
        profile: given.profile, catalogue: SampleCatalogue.make(given.resources),
        wishes: given.wishes, solver: .coinOR)
      var walk = begin(given.profile)
      for step in path.steps {
        #expect(!given.wishes.dropped.contains(step.resource.id))
        let event = step.resource.features.days.isEmpty ? nil : step.day
        walk = try #require(
          walk.taking(step.resource, on: event, given.wishes), "\(seed): \(step.resource.id)")
        if let event { #expect(step.resource.features.days.contains(event)) }
        #expect(step.day == walk.day, "\(seed)")
      }
      #expect(worth(walk, given.profile) == path.strength, "\(seed)")
      #expect(path.strength == best(begin(given.profile), given), "\(seed)")
      #expect(path.strength >= greedy(given), "\(seed)")
      #expect(path.isProved, "\(seed)")
    }
  }
}
