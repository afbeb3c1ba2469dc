package import WaymarkBasics

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
