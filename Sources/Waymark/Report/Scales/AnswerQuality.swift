package import WaymarkBasics

/// How people filled the questionnaire in: about everybody together, never about a person.
package struct AnswerQuality: Hashable, Sendable {
  /// How many sheets there are.
  package let people: Int
  /// How many have one level throughout, of at least `straightLine`.
  package let straightLined: Int
  /// How many break off: the last area that was asked has no answer, an earlier one has.
  package let brokenOff: Int

  /// The fewest levels of a sheet that can be called straight-lined.
  package static let straightLine = SheetDetails.straightLine

  /// The share of some of the sheets among all, 0 to 1.
  package func share(of sheets: Int) -> Double { Double(sheets) / Double(people) }

  /// Counts the sheets of a report.
  ///
  /// - Parameters:
  ///   - details: those of the sheets.
  ///   - overall: what the same people answered.
  /// - Returns: `withheld` where the people are too few for the report, `noAnswers` where nobody is
  ///   there.
  static func of(
    _ details: SheetDetails, _ overall: GapReport.Tables, minimumGroup: MinimumGroup
  ) -> Figure<AnswerQuality> {
    guard overall.respondents != nil, !minimumGroup.withholds(details.people) else {
      return .none(.withheld)
    }
    guard details.people > 0 else { return .none(.noAnswers) }
    return .value(AnswerQuality(details))
  }

  private init(_ details: SheetDetails) {
    people = details.people
    straightLined = details.straightLined
    brokenOff = details.brokenOff
  }
}

/// How well the statements of an area go together, of those people only who may be told about.
package struct AreaReliability: Hashable, Sendable {
  /// The people behind it.
  package struct People: Hashable, Sendable {
    /// How many gave a level to every statement of the area.
    package let complete: Int
    /// How many rated the area and left a statement of it out.
    package let leftOut: Int

    /// Whether more than a tenth of those who rated the area left a statement out.
    package var isShort: Bool { Double(leftOut) > 0.1 * Double(complete + leftOut) }
  }

  package let id: AreaID
  /// Its whole name.
  package let title: String
  /// The people; withheld with the coefficient.
  package let people: Figure<People>
  /// Cronbach's alpha; withheld where too few people gave a level to every statement, or to any.
  package let coefficient: Figure<Reliability>

  /// Works the coefficient out of the sums of the area.
  init(_ area: GapReport.AreaRow, _ sums: AreaSums, minimumGroup: MinimumGroup) {
    id = area.id
    title = area.title
    guard let figures = area.figures, !minimumGroup.withholds(sums.people) else {
      people = .none(.withheld)
      coefficient = .none(.withheld)
      return
    }
    people = .value(
      People(complete: sums.people, leftOut: max(0, figures.people - sums.people)))
    coefficient = Reliability.of(sums)
  }
}

/// How a statement goes together with the others of its area, of those people only who may be told
/// about.
package struct ItemRest: Hashable, Sendable {
  /// The statement.
  package let id: CompetencyID
  /// Its short name.
  package let title: String
  /// How many people gave a level to the whole area; withheld with the correlation.
  package let people: Figure<Int>
  /// Pearson's correlation with the sum of the others, -1 to 1; withheld where too few people gave a
  /// level to the whole area, or to the statement.
  package let correlation: Figure<Double>

  /// Whether it goes against the rest of its area by more than chance, of 30 people or more: the normal
  /// test of r·√((n-2)/(1-r²)), all statements together by Holm.
  package private(set) var runsAgainst = false

  /// The fewest people of whom a correlation is tested.
  private static let fewestTested = 30

  /// The chance of a correlation so far from 0 where there is none; `nil` where it is not tested.
  private var chance: Double? {
    guard let correlation = correlation.value, let people = people.value,
      people >= Self.fewestTested
    else { return nil }
    let rest = 1 - correlation * correlation
    guard rest > 0 else { return 0 }
    let statistic = abs(correlation) * (Double(people - 2) / rest).squareRoot()
    return min(1, 2 * StandardNormal.cumulative(-statistic))
  }

  /// Works out every statement of a report, in the framework's order.
  ///
  /// - Parameter details: those of the people whom the tables are about.
  static func all(
    _ overall: GapReport.Tables, _ details: SheetDetails, minimumGroup: MinimumGroup
  ) -> [ItemRest] {
    var items = overall.competencies.enumerated().map { position, row in
      let (correlation, people) = details.itemRest(position)
      return ItemRest(
        row, people: people, correlation: correlation,
        isWithheld: row.figures == nil || minimumGroup.withholds(people))
    }
    let tested = items.indices.filter { items[$0].chance != nil }
    let chances = Holm.adjusted(tested.compactMap { items[$0].chance })
    for (place, chance) in zip(tested, chances) {
      items[place].runsAgainst = chance < Holm.limit && (items[place].correlation.value ?? 0) < 0
    }
    return items
  }

  private init(
    _ row: GapReport.CompetencyRow, people: Int, correlation: Figure<Double>, isWithheld: Bool
  ) {
    id = row.id
    title = row.title
    self.people = isWithheld ? .none(.withheld) : .value(people)
    self.correlation = isWithheld ? .none(.withheld) : correlation
  }
}
