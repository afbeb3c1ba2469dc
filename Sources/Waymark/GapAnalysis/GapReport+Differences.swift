package import WaymarkBasics

extension GapReport {
  /// How the levels of a group stand to those of everybody else, for one statement.
  package struct Difference: Hashable, Sendable {
    /// The question that the people were sorted by, as people read it.
    package let by: String
    /// The group as people read it.
    package let group: String
    /// The statement.
    package let competency: CompetencyID
    /// Its short name.
    package let title: String
    /// Cliff's delta of the group over everybody else, with its interval.
    package let delta: Figure<GroupDifference.Delta>
    /// Hedges' g; `nil` where it cannot be estimated.
    package let hedges: Double?
  }

  /// Sets each group beside everybody else, statement by statement.
  ///
  /// Withheld where the group, or everybody else, is too small for the report.
  static func differences(
    _ breakdowns: [Breakdown], beside overall: Tables, minimumGroup: MinimumGroup
  ) -> [Difference] {
    breakdowns.flatMap { breakdown in
      breakdown.groups.flatMap { group in
        zip(group.tables.competencies, overall.competencies).map { row, all in
          let levels = levels(of: row, beside: all, minimumGroup)
          let delta = levels.flatMap { GroupDifference.delta($0.group, $0.rest) }
          return Difference(
            by: breakdown.title, group: group.label, competency: row.id, title: row.title,
            delta: Figure(delta, orNone: levels == nil ? .withheld : .noAnswers),
            hedges: levels.flatMap { GroupDifference.hedges($0.group, $0.rest) })
        }
      }
    }
  }

  /// How many people chose each level, in the group and outside of it; `nil` where that is withheld.
  private static func levels(
    of row: CompetencyRow, beside all: CompetencyRow, _ minimumGroup: MinimumGroup
  ) -> (group: [Int], rest: [Int])? {
    guard let group = row.figures?.levels, let everybody = all.figures?.levels else { return nil }
    let rest = zip(everybody, group).map { $0 - $1 }
    return minimumGroup.withholds(rest.reduce(0, +)) ? nil : (group, rest)
  }
}
