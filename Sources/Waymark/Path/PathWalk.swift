import WaymarkBasics

/// The steps of a path with what each does, once their order is known.
struct PathWalk {
  let steps: [LearningPath.Step]
  /// What the person holds and has done at the end.
  let levels: LevelsHeld
  let done: Set<ID<LearningResource>>
  /// The moves that are made without having been learned for, though something would fit.
  let unlearned: Set<Move>

  init(
    _ entries: [PathSchedule.Entry], from start: LevelsHeld, _ worth: MoveWorth,
    done: Set<ID<LearningResource>>
  ) {
    var end = start
    for entry in entries { end.raise(by: entry.resource) }
    var levels = start
    var done = done
    var steps: [LearningPath.Step] = []
    var sources: [Move: [ID<LearningResource>]] = [:]
    var unlearned = Set<Move>()
    for entry in entries {
      let resource = entry.resource
      let gains = levels.gains(of: resource, within: end)
      var preparation: LearningPath.Preparation?
      if resource.isPractice {
        let moves = gains.flatMap(\.moves).filter(levels.isPractised)
        let before = moves.flatMap { sources[$0] ?? [] }
        preparation =
          before.isEmpty
          ? moves.last.map(worth.preparation) ?? .alone(.nothingListed) : .steps(before)
        if case .alone(.noRoom)? = preparation { unlearned.formUnion(moves) }
      } else {
        for move in gains.flatMap(\.moves) { sources[move, default: []].append(resource.id) }
      }
      steps.append(
        LearningPath.Step(
          resource: resource, gains: gains, preparation: preparation,
          minutes: resource.duration.minutes ?? 0, day: entry.time?.day,
          beginsBy: entry.time?.begins,
          worth: gains.flatMap(\.closedMoves).reduce(0) { $0 + worth.of($1, preparation) }))
      levels.raise(by: resource)
      done.insert(resource.id)
    }
    self.steps = steps
    self.levels = levels
    self.done = done
    self.unlearned = unlearned
  }
}
