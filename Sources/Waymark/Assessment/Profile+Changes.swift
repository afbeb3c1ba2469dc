// What is different from an earlier assessment.
extension Profile {
  /// The competencies that have a level in both assessments, in the framework's order.
  public var changes: [Change] {
    items.compactMap { item in
      guard let earlier = item.earlier, let level = item.level else { return nil }
      return Change(competency: item.competency, earlier: earlier, level: level)
    }
  }

  /// A level in both assessments, the same or not.
  public struct Change: Equatable, Sendable {
    /// The competency that was asked.
    public let competency: Competency
    /// The level before.
    public let earlier: Level
    /// The level now.
    public let level: Level

    /// How many levels it rose; negative when it fell.
    public var rise: Int { level.rank - earlier.rank }
  }
}

extension Profile {
  /// How many of some statements stood somewhere before, and how many do now; all of them have a level
  /// both times.
  package struct Shift: Equatable, Sendable {
    package let before: Int
    package let now: Int
    /// How many statements there are.
    package let count: Int
  }

  /// How many statements of each area were and are at or above what is usual for the person's own role,
  /// in the framework's order; empty without a role.
  package var areaShifts: [(area: Area, shift: Shift)] {
    guard !comparisons.isEmpty else { return [] }
    return areas.map { area in
      let asked = area.items.compactMap { item in
        item.earlier.flatMap { earlier in
          item.level.flatMap { level in item.target.map { (earlier, level, $0) } }
        }
      }
      return (
        area.area,
        Shift(
          before: asked.count { earlier, _, target in !earlier.isBelow(target) },
          now: asked.count { _, level, target in !level.isBelow(target) }, count: asked.count)
      )
    }
  }

  /// How many statements stood at each level of the scale, and how many do now, lowest first.
  package var levelShifts: [(step: Scale.Step, shift: Shift)] {
    let changes = changes
    return framework.scale.steps.map { step in
      (
        step,
        Shift(
          before: changes.count { $0.earlier == step.level },
          now: changes.count { $0.level == step.level }, count: changes.count)
      )
    }
  }
}
