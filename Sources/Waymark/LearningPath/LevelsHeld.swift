/// The levels that a person holds where there is a gap, as they rise along a path.
struct LevelsHeld {
  private struct Gap {
    let item: Profile.Item
    let goal: Level
    var held: Level
  }

  private let framework: Framework
  private var gaps: [CompetencyID: Gap]

  init(_ profile: Profile) {
    framework = profile.framework
    gaps = Dictionary(
      profile.gaps.compactMap { item in
        guard let held = item.level, let goal = item.goal(on: profile.framework.scale) else {
          return nil
        }
        return (item.competency.id, Gap(item: item, goal: goal, held: held))
      }, uniquingKeysWith: { first, _ in first })
  }

  /// What a resource does now; the strongest gain first, ties in the framework's order.
  ///
  /// Of several services for one competency, the one that leads furthest counts.
  func gains(of resource: LearningResource) -> [LearningPath.Gain] {
    var best: [CompetencyID: LearningPath.Gain] = [:]
    for service in resource.serves {
      guard let gap = gaps[service.competency], service.from <= gap.held else { continue }
      let reached = min(service.to, gap.goal)
      guard reached > best[service.competency]?.reached ?? gap.held else { continue }
      best[service.competency] = LearningPath.Gain(
        item: gap.item, service: service, held: gap.held, reached: reached)
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
      guard let gap = gaps[service.competency] else { continue }
      let levels = min(service.to, gap.goal).rank - max(service.from, gap.held).rank
      best[service.competency] = max(
        best[service.competency] ?? 0, levels * gap.item.priority.factor)
    }
    return best.values.reduce(0, +)
  }

  /// The resource that closes most, of those whose time is known and fits.
  func best(_ resources: [LearningResource], minutes: Int) -> LearningPath.Step? {
    resources.compactMap { resource -> LearningPath.Step? in
      guard let needed = resource.duration.minutes, needed <= minutes else { return nil }
      let gains = gains(of: resource)
      return gains.isEmpty
        ? nil : LearningPath.Step(resource: resource, gains: gains, minutes: needed)
    }.min {
      ($1.strength, $0.minutes, $0.resource.cost.rank, $0.resource.id)
        < ($0.strength, $1.minutes, $1.resource.cost.rank, $1.resource.id)
    }
  }

  /// Counts the levels that a step leads to as held.
  mutating func raise(by step: LearningPath.Step) {
    for gain in step.gains { gaps[gain.item.competency.id]?.held = gain.reached }
  }

  /// Why a resource that suits the person is no step, with these levels and minutes left.
  func obstacle(_ resource: LearningResource, minutes: Int) -> LearningPath.Obstacle {
    guard gains(of: resource).isEmpty else {
      return switch resource.duration.minutes {
      case nil: .noTimeKnown
      case let needed? where needed > minutes: .overBudget(left: minutes)
      default: .later
      }
    }
    for service in resource.serves {
      guard let gap = gaps[service.competency], service.from > gap.held, service.from < gap.goal
      else { continue }
      return .startsHigher(service.competency, from: service.from, held: gap.held)
    }
    return .covered
  }
}
