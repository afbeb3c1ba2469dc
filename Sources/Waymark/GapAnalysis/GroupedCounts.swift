/// Level counts of a whole campaign and of every group that a report shows, from one pass over the
/// respondents.
public struct GroupedCounts: Equatable, Sendable {
  /// The groupings, in the order they are shown.
  public let groupings: [Grouping]
  /// The counts of everybody.
  public private(set) var overall: LevelCounts
  /// The counts of each group of each grouping, in the order of `groupings`.
  public private(set) var groups: [[LevelCounts]]

  private let rolePlaces: [RoleID: Int]

  /// Counts of nobody yet.
  public init(framework: Framework, by groupings: [Grouping] = []) {
    self.groupings = groupings
    overall = LevelCounts(framework: framework)
    groups = groupings.map { grouping in
      Array(repeating: LevelCounts(framework: framework), count: grouping.groups.count)
    }
    rolePlaces = Dictionary(
      framework.roles.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Counts one respondent; a role that the framework does not have is no role.
  public mutating func add(
    _ sheet: AnswerSheet, role: RoleID?,
    background: [ID<BackgroundQuestions.Field>: [ID<BackgroundQuestions.Option>]]
  ) {
    let rolePlace = role.flatMap { rolePlaces[$0] }
    overall.add(sheet, role: rolePlace)
    for (place, grouping) in groupings.enumerated() {
      groups[place][grouping.group(role: role, background: background)]
        .add(sheet, role: rolePlace)
    }
  }
}
