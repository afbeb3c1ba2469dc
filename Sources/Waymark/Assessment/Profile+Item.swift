extension Profile {
  /// How much a competency matters to the person this year.
  package enum Priority: Hashable, Sendable {
    /// One of the top three of all.
    case top
    /// Picked at the end of its area.
    case picked
    /// Not picked.
    case unmarked

    init(of id: CompetencyID, in importance: Assessment.Importance) {
      self =
        if importance.top.contains(id) {
          .top
        } else if importance.picked.contains(id) {
          .picked
        } else {
          .unmarked
        }
    }

    /// What a level closed counts: 3 for the top three, 2 for a pick, else 1.
    package var factor: Int {
      switch self {
      case .top: 3
      case .picked: 2
      case .unmarked: 1
      }
    }
  }

  /// One competency with what the person said of it.
  package struct Item: Equatable, Sendable {
    /// The competency.
    package let competency: Competency
    /// The answer; `nil` when it was not asked or has no answer yet.
    package let answer: Answer?
    /// What is usual for each role compared with; `nil` where the role does not ask for it.
    package let targets: [Level?]
    /// How much it matters to the person.
    package let priority: Priority
    /// The level in the earlier assessment, when it had one.
    package let earlier: Level?

    /// The level, when the answer is one.
    package var level: Level? { answer?.level }

    /// What is usual for the person's own role.
    package var target: Level? { targets.first ?? nil }

    /// How many levels are missing to what is usual for the person's own role; 0 when none are,
    /// when the role does not ask for it, and when there is no level.
    package var shortfall: Int {
      guard let level, let target else { return 0 }
      return max(0, target.rank - level.rank)
    }

    /// The level to work towards, above the person's own: what is usual for the role, or the next
    /// level of a pick that the role does not ask for; `nil` when there is nothing to reach.
    package func goal(on scale: Scale) -> Level? {
      guard let level else { return nil }
      if let target { return target > level ? target : nil }
      return priority == .unmarked ? nil : scale.level(rank: level.rank + 1)
    }
  }
}
