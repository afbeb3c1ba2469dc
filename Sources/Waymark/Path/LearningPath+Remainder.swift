import WaymarkBasics

extension LearningPath {
  /// What is left once the steps are done: levels, minutes, dollars and places.
  struct Remainder {
    private let wishes: Wishes
    private let walk: PathWalk
    private let worth: MoveWorth

    init(_ wishes: Wishes, _ walk: PathWalk, _ worth: MoveWorth) {
      self.wishes = wishes
      self.walk = walk
      self.worth = worth
    }

    /// Whether a resource would make a move or prepare for one that no step makes.
    func leadsFurther(_ resource: LearningResource) -> Bool { !nextMoves(resource).isEmpty }

    /// Why a resource that suits the person is no step.
    func obstacle(_ resource: LearningResource) -> Obstacle {
      let open = openMoves(resource)
      guard !open.isEmpty else { return startsHigher(resource) ?? .covered }
      for requirement in resource.requires where !walk.levels.meets(requirement, done: walk.done) {
        return .requires(requirement)
      }
      guard let needed = resource.duration.minutes else { return .noTimeKnown }
      if let all = wishes.minutesInAll {
        let left = max(0, all - walk.steps.reduce(0) { $0 + $1.minutes })
        if needed > left { return .overBudget(left: left) }
        let whole = needed + (open.map { minutesAfter(resource, for: $0) }.min() ?? 0)
        if whole > left { return .overBudgetWithPractice(minutes: whole, left: left) }
      }
      if let all = wishes.usDollars {
        let left = max(0, all - walk.steps.reduce(0) { $0 + ($1.resource.cost.usDollars ?? 0) })
        if resource.cost.usDollars ?? 0 > left { return .overMoney(left: left) }
      }
      let courses = walk.steps.count { $0.resource.format == .course }
      if walk.steps.count < wishes.steps ?? .max, resource.format == .course,
        courses >= Wishes.courses
      {
        return .enoughCourses
      }
      return .later
    }

    /// The moves that a resource would still do something for: those that no step makes, and those that
    /// are made without having been learned for.
    private func openMoves(_ resource: LearningResource) -> [Move] {
      nextMoves(resource)
        + (resource.isPractice
          ? [] : resource.serves.flatMap(\.moves).filter(walk.unlearned.contains))
    }

    private func nextMoves(_ resource: LearningResource) -> [Move] {
      walk.levels.gains(of: resource).compactMap(\.moves.first).filter {
        resource.isPractice || !walk.levels.isPractised($0)
          || worth.minutesOfPractice(for: $0) != nil
      }
    }

    /// The minutes of the practice that comes after a resource for a move.
    private func minutesAfter(_ resource: LearningResource, for move: Move) -> Int {
      resource.isPractice || walk.unlearned.contains(move)
        ? 0 : worth.minutesOfPractice(for: move) ?? 0
    }

    private func startsHigher(_ resource: LearningResource) -> Obstacle? {
      for service in resource.serves {
        guard let entry = walk.levels.entries[service.competency], let goal = entry.goal,
          service.from > entry.held, service.from < goal
        else { continue }
        return .startsHigher(service.competency, from: service.from, held: entry.held)
      }
      return nil
    }
  }
}
