import WaymarkBasics

/// The levels that a person holds, as they rise along a path.
struct LevelsHeld: Equatable {
  struct Entry: Equatable {
    let item: Profile.Item
    /// The level to work towards; `nil` where there is no gap.
    let goal: Level?
    var held: Level
  }

  private let framework: Framework
  private(set) var entries: [CompetencyID: Entry]

  init(_ profile: Profile) {
    framework = profile.framework
    entries = Dictionary(
      profile.items.compactMap { item in
        item.level.map { held in
          let goal = item.goal(on: profile.framework.scale)
          return (item.competency.id, Entry(item: item, goal: goal, held: held))
        }
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The level held; `nil` where the person gave none.
  func held(_ competency: CompetencyID) -> Level? { entries[competency]?.held }

  /// The levels of a gap that are still missing.
  func missing(_ competency: CompetencyID) -> Int {
    guard let entry = entries[competency], let goal = entry.goal else { return 0 }
    return entry.held.shortfall(to: goal)
  }

  /// What a resource does now for gaps; the strongest gain first, ties in the framework's order.
  ///
  /// Of several services for one competency, the one that leads furthest counts.
  func gains(of resource: LearningResource) -> [LearningPath.Gain] {
    var best: [CompetencyID: LearningPath.Gain] = [:]
    for service in resource.serves {
      guard let entry = entries[service.competency], let goal = entry.goal,
        service.from <= entry.held
      else { continue }
      let reached = min(service.to, goal)
      guard reached > best[service.competency]?.reached ?? entry.held else { continue }
      best[service.competency] = LearningPath.Gain(
        item: entry.item, service: service, held: entry.held, reached: reached)
    }
    return best.values.sorted { left, right in
      (right.strength, position(of: left)) < (left.strength, position(of: right))
    }
  }

  private func position(of gain: LearningPath.Gain) -> Int {
    framework.position(of: gain.item.competency.id) ?? 0
  }

  /// What a resource could do, now or once the person holds the level that it starts from: levels
  /// times importance.
  func reach(of resource: LearningResource) -> Int {
    var best: [CompetencyID: Int] = [:]
    for service in resource.serves {
      guard let entry = entries[service.competency], let goal = entry.goal else { continue }
      let levels = min(service.to, goal).rank - max(service.from, entry.held).rank
      best[service.competency] = max(
        best[service.competency] ?? 0, levels * entry.item.priority.factor)
    }
    return best.values.reduce(0, +)
  }

  /// Counts the levels that services lead to from those that are held as held, beyond a goal too.
  mutating func raise(by services: [LearningResource.Service]) {
    let before = entries
    for service in services {
      guard let held = before[service.competency]?.held, service.from <= held,
        let now = entries[service.competency]?.held
      else { continue }
      entries[service.competency]?.held = max(now, service.to)
    }
  }

  /// Whether a requirement is met; `done` are the resources that the person has done by now.
  func meets(
    _ requirement: LearningResource.Requirement, done: Set<ID<LearningResource>>
  ) -> Bool {
    switch requirement {
    case .level(let competency, let level): held(competency).map { $0 >= level } ?? false
    case .resource(let resource): done.contains(resource)
    }
  }
}
