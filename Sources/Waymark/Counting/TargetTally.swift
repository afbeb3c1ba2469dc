/// Counts how a competency was rated against what is usual for the role of each rater.
struct TargetTally {
  /// Ratings by people whose role asks for a competency, or for several.
  struct Ratings {
    var total = 0
    var below = 0
    /// Two levels or more below.
    var further = 0
    var above = 0
    /// Whose target is above the lowest level, so that they can be below it at all.
    var able = 0
  }

  /// The levels of the scale, lowest first.
  let levels: [Level]
  /// For each competency the roles that ask for it, by their place, with the level.
  let targets: [[(role: Int, level: Level)]]

  init(framework: Framework) {
    levels = framework.scale.steps.map(\.level)
    targets = framework.competencies.map { competency in
      framework.roles.enumerated().compactMap { place, role in
        competency.targets[role.id].map { (place, $0) }
      }
    }
  }

  /// How many people chose each level, lowest first.
  func levels(ofCompetency position: Int, in counts: LevelCounts) -> [Int] {
    levels.map { counts.count(of: .level($0), competency: position) }
  }

  /// The ratings of a competency by people whose role asks for it.
  func ratings(ofCompetency position: Int, in counts: LevelCounts) -> Ratings {
    var ratings = Ratings()
    for (role, target) in targets[position] {
      for level in levels {
        let people = counts.count(of: .level(level), competency: position, role: role)
        ratings.total += people
        if level.isBelow(target) { ratings.below += people }
        if level.shortfall(to: target) > 1 { ratings.further += people }
        if level > target { ratings.above += people }
        if target > levels[0] { ratings.able += people }
      }
    }
    return ratings
  }
}
