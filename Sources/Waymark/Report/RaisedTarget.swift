package import WaymarkBasics

/// How many people another target would put below it.
package struct RaisedTarget: Hashable, Sendable {
  /// How many people of the role are below.
  package struct People: Hashable, Sendable {
    /// How many people of the role gave the statement a level.
    package let rated: Int
    /// How many of them are below what is usual today; 0 where the role does not ask for it today.
    package let belowNow: Int
    /// How many of them would be below the other target.
    package let belowThen: Int

    /// How many more people would be below; negative for a lowered target.
    package var more: Int { belowThen - belowNow }
  }

  /// The other target.
  package let change: TargetChange
  /// The role's name.
  package let role: String
  /// The statement's short name.
  package let title: String
  /// What is usual today; `nil` where the role does not ask for it.
  package let usual: Level?
  /// How many people; withheld when too few of the role gave the statement a level.
  package let people: Figure<People>

  init(
    _ change: TargetChange, framework: Framework, counts: LevelCounts, minimumGroup: MinimumGroup
  ) {
    self.change = change
    let rolePlace = framework.roles.firstIndex { $0.id == change.role }
    let position = framework.competencies.firstIndex { $0.id == change.competency }
    role = rolePlace.map { framework.roles[$0].title.original } ?? change.role.description
    guard let rolePlace, let position else {
      title = change.competency.description
      usual = nil
      people = .none(.noAnswers)
      return
    }
    let competency = framework.competencies[position]
    let usual = competency.targets[change.role]
    title = competency.title.original
    self.usual = usual
    let byLevel = framework.scale.steps.map(\.level).map { level in
      (level: level, count: counts.count(of: .level(level), competency: position, role: rolePlace))
    }
    func below(_ target: Level?) -> Int {
      byLevel.reduce(0) { sum, entry in
        target.map { entry.level.isBelow($0) } == true ? sum + entry.count : sum
      }
    }
    let rated = byLevel.reduce(0) { $0 + $1.count }
    people =
      minimumGroup.withholds(rated)
      ? .none(.withheld)
      : rated == 0
        ? .none(.noAnswers)
        : .value(
          People(rated: rated, belowNow: below(usual), belowThen: below(change.level)))
  }
}
