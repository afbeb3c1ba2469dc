import WaymarkBasics

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
