/// How many people another target would put below it.
public struct RaisedTarget: Hashable, Sendable {
  /// How many people of the role are below.
  public struct People: Hashable, Sendable {
    /// How many people of the role gave the statement a level.
    public let rated: Int
    /// How many of them are below what is usual today; 0 where the role does not ask for it today.
    public let belowNow: Int
    /// How many of them would be below the other target.
    public let belowThen: Int

    /// How many more people would be below; negative for a lowered target.
    public var more: Int { belowThen - belowNow }
  }

  /// The other target.
  public let change: TargetChange
  /// The role's name.
  public let role: String
  /// The statement's short name.
  public let title: String
  /// What is usual today; `nil` where the role does not ask for it.
  public let usual: Level?
  /// How many people; withheld when too few of the role gave the statement a level.
  public let people: Figure<People>

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
        target.map { entry.level < $0 } == true ? sum + entry.count : sum
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
