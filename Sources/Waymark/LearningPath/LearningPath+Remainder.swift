import WaymarkBasics

extension LearningPath {
  /// What is left once the steps are done: levels, minutes, dollars and places.
  struct Remainder {
    private let wishes: Wishes
    private let steps: [Step]
    private let held: LevelsHeld
    private let done: Set<ID<LearningResource>>

    init(_ wishes: Wishes, _ steps: [Step], _ held: LevelsHeld, done: Set<ID<LearningResource>>) {
      self.wishes = wishes
      self.steps = steps
      self.held = held
      self.done = done
    }

    /// Why a resource that suits the person is no step.
    func obstacle(_ resource: LearningResource) -> Obstacle {
      guard !held.gains(of: resource).isEmpty else { return startsHigher(resource) ?? .covered }
      for requirement in resource.requires where !held.meets(requirement, done: done) {
        return .requires(requirement)
      }
      guard let needed = resource.duration.minutes else { return .noTimeKnown }
      if let all = wishes.minutesInAll {
        let left = max(0, all - steps.reduce(0) { $0 + $1.minutes })
        if needed > left { return .overBudget(left: left) }
      }
      if let all = wishes.usDollars {
        let left = max(0, all - steps.reduce(0) { $0 + ($1.resource.cost.usDollars ?? 0) })
        if resource.cost.usDollars ?? 0 > left { return .overMoney(left: left) }
      }
      let courses = steps.count { $0.resource.format == .course }
      if steps.count < wishes.steps, resource.format == .course, courses >= Wishes.courses {
        return .enoughCourses
      }
      return .later
    }

    private func startsHigher(_ resource: LearningResource) -> Obstacle? {
      for service in resource.serves {
        guard let entry = held.entries[service.competency], let goal = entry.goal,
          service.from > entry.held, service.from < goal
        else { continue }
        return .startsHigher(service.competency, from: service.from, held: entry.held)
      }
      return nil
    }
  }
}
