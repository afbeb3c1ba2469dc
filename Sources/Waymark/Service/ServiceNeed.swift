package import WaymarkBasics

/// What those who answered for their library's service say that it needs, statement by statement.
///
/// What rests on fewer people than the smallest group is not in the value at all.
package struct ServiceNeed: Hashable, Sendable {
  /// The level that is needed.
  package struct Level: Hashable, Sendable {
    /// How many people gave a level.
    package let people: Int
    /// Their median; of an even number the lower one of the two in the middle.
    package let median: Int

    /// Takes how many gave each level, lowest first; `nil` where nobody did.
    init?(countsByLevel counts: [Int]) {
      guard let median = Statistics.lowerMedian(countsByLevel: counts) else { return nil }
      people = counts.reduce(0, +)
      self.median = median
    }
  }

  /// How many people answered.
  package let people: Figure<Int>
  /// The level needed now, by the positions of the framework.
  package let now: [Figure<Level>]
  /// The level needed in five years, by the positions of the framework.
  package let inFiveYears: [Figure<Level>]

  /// Counts what was said; `nil` where nobody said anything.
  ///
  /// "Not part of our service", "can't judge" and skipped are no level and count for none.
  package init?(
    _ sheets: [(now: AnswerSheet, inFiveYears: AnswerSheet)], framework: Framework,
    minimumGroup: MinimumGroup
  ) {
    guard !sheets.isEmpty else { return nil }
    func levels(_ sheets: [AnswerSheet]) -> [Figure<Level>] {
      framework.competencies.indices.map { position in
        var counts = Array(repeating: 0, count: framework.scale.steps.count)
        for sheet in sheets {
          if let rank = sheet[position]?.level?.rank { counts[rank - 1] += 1 }
        }
        guard let level = Level(countsByLevel: counts) else { return .none(.noAnswers) }
        return minimumGroup.withholds(level.people) ? .none(.withheld) : .value(level)
      }
    }
    people = minimumGroup.withholds(sheets.count) ? .none(.withheld) : .value(sheets.count)
    now = levels(sheets.map(\.now))
    inFiveYears = levels(sheets.map(\.inFiveYears))
  }
}
