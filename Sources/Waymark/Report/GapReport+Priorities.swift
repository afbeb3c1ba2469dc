/// What a report advises to do first.
extension GapReport {
  /// A statement to offer learning on.
  package struct Priority: Hashable, Sendable {
    /// The statement.
    package let row: CompetencyRow
    /// The ratings below usual.
    package let below: Below
    /// The objectives of the strategic plan that it speaks to and that self-ratings reach, in the
    /// plan's order.
    package let objectives: [StrategicPlanReport.Part]
  }

  /// What to offer learning on first, at most so much.
  ///
  /// That is what is part of more people's work and below usual
  /// more often than the mean of all statements, those below usual most often first; where none stands
  /// out, the largest gaps. Fewer people than a share is written of in per cent give no advice.
  package func priorities(_ limit: Int) -> [Priority] {
    let first =
      workFirst?.first.map { (row: $0.row, below: $0.below) }
      ?? largestGaps(limit).map { (row: $0.competency, below: $0.below) }
    return first.filter { $0.below.total >= Below.fewestForShares }.prefix(limit).map { need in
      let objectives = planReport?.parts.filter { part in
        part.kind == .objective && part.reachesRatings
          && part.statements.contains { $0.row.id == need.row.id }
      }
      return Priority(row: need.row, below: need.below, objectives: objectives ?? [])
    }
  }
}

extension StrategicPlanReport.Part {
  /// Whether self-ratings say anything of it.
  fileprivate var reachesRatings: Bool {
    switch measure {
    case .weak, .partly, .direct: true
    case .no, .use, nil: false
    }
  }
}
