import WaymarkBasics

extension WorkshopEvaluation {
  /// Whether it helped, in one answer.
  package enum Verdict: Hashable, Sendable {
    /// In no statement enough people gave a level both times.
    case cannotTell
    /// How levels changed where nobody knows who attended, for whatever reason.
    case changed(Tally)
    /// How those who attended changed beside the others, whose mean change is in levels.
    case beside(Tally, others: Double)
  }

  /// In how many statements something changed by more than chance, and by how much in all.
  package struct Tally: Hashable, Sendable {
    /// How many statements could be looked at, 1 or more.
    package let statements: Int
    /// In how many the 95 % interval lies above 0.
    package let higher: Int
    /// In how many it lies below 0.
    package let lower: Int
    /// The mean change of those who attended over all these statements, in levels, each counted by
    /// its people.
    package let mean: Double
  }

  /// Whether it helped.
  ///
  /// Where it is known who attended, a statement counts by the interval of Cliff's delta over the others;
  /// where it is not, by that of the mean change.
  package var verdict: Verdict {
    guard others != nil else {
      let changes = rows.compactMap(\.attended.value)
      return Tally(changes, intervals: changes.map(\.interval)).map(Verdict.changed) ?? .cannotTell
    }
    let compared = rows.compactMap { row in
      row.difference.flatMap { difference in
        row.attended.value.flatMap { own in
          row.others?.value.map { (own: own, others: $0, interval: difference.interval) }
        }
      }
    }
    guard let tally = Tally(compared.map(\.own), intervals: compared.map(\.interval)),
      let others = Self.mean(compared.map(\.others))
    else { return .cannotTell }
    return .beside(tally, others: others)
  }

  /// The mean of changes over all their people; `nil` without any.
  fileprivate static func mean(_ changes: [PairedChange]) -> Double? {
    let people = changes.reduce(0) { $0 + $1.people }
    guard people > 0 else { return nil }
    return changes.reduce(0) { $0 + $1.mean * Double($1.people) } / Double(people)
  }
}

extension WorkshopEvaluation.Tally {
  fileprivate init?(_ changes: [PairedChange], intervals: [ClosedRange<Double>?]) {
    guard let mean = WorkshopEvaluation.mean(changes) else { return nil }
    self.mean = mean
    statements = changes.count
    higher = intervals.count { ($0?.lowerBound ?? 0) > 0 }
    lower = intervals.count { ($0?.upperBound ?? 0) < 0 }
  }
}
