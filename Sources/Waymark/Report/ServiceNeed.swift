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

/// One statement: the levels of staff beside the level that their service needs.
package struct ServiceGap {
  package let competency: GapReport.CompetencyRow
  package let now: Figure<ServiceNeed.Level>
  package let inFiveYears: Figure<ServiceNeed.Level>
  /// How many of the staff who gave a level are on each, lowest first.
  package let staff: Figure<[Int]>

  package init(
    _ competency: GapReport.CompetencyRow, now: Figure<ServiceNeed.Level>,
    inFiveYears: Figure<ServiceNeed.Level>
  ) {
    self.competency = competency
    self.now = now
    self.inFiveYears = inFiveYears
    guard let figures = competency.figures else {
      staff = .none(.withheld)
      return
    }
    staff = figures.ratings > 0 ? .value(figures.levels) : .none(.noAnswers)
  }

  /// The median level of staff; of an even number the lower one of the two in the middle.
  package var staffMedian: Figure<Int> {
    switch staff {
    case .none(let absence): .none(absence)
    case .value(let levels):
      Figure(Statistics.lowerMedian(countsByLevel: levels), orNone: .noAnswers)
    }
  }

  /// How many of the staff are on the level that is needed or above it.
  package func reaching(_ need: Figure<ServiceNeed.Level>) -> Figure<Int> {
    switch (staff, need) {
    case (.none(let absence), _), (_, .none(let absence)): .none(absence)
    case (.value(let levels), .value(let need)):
      .value(levels.dropFirst(need.median - 1).reduce(0, +))
    }
  }

  /// The level that is needed less the median level of staff; `nil` where one of them is not shown.
  package func gap(to need: Figure<ServiceNeed.Level>) -> Int? {
    guard let need = need.value, let staff = staffMedian.value else { return nil }
    return need.median - staff
  }

  /// Whether it comes before another: the larger gap now, then that in five years, then the id;
  /// where there is no gap to tell, last.
  package func comesBefore(_ other: ServiceGap) -> Bool {
    let (own, others) = (
      [gap(to: now), gap(to: inFiveYears)].map { $0 ?? .min },
      [other.gap(to: other.now), other.gap(to: other.inFiveYears)].map { $0 ?? .min }
    )
    guard own == others else { return others.lexicographicallyPrecedes(own) }
    return competency.id < other.competency.id
  }
}
