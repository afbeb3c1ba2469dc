/// The answers of one group to one competency, as far as figures rest on them.
struct FigureCell {
  /// How many gave a level.
  let answered: Int
  /// The sum of their levels.
  let sum: Int
  /// How many of them have a role that asks for the competency, and how many of these are below it.
  let ratings: TargetTally.Ratings
  /// The figures as the policy lets them through, before what others give away is known.
  let figures: PublishedReport.Figures
  /// How many chose each level, lowest first.
  let levels: [Int]
  private let policy: FigurePolicy
  private let people: Int?
  private let scale: ClosedRange<Int>

  /// - Parameter people: the published number of people of the group, `nil` when it is withheld.
  init(
    _ counts: LevelCounts, competency position: Int, people: Int?, tally: TargetTally,
    policy: FigurePolicy
  ) {
    let ranks = tally.levels.map(\.rank)
    levels = tally.levels(ofCompetency: position, in: counts)
    ratings = tally.ratings(ofCompetency: position, in: counts)
    answered = levels.reduce(0, +)
    sum = zip(ranks, levels).reduce(0) { $0 + $1.0 * $1.1 }
    scale = (ranks.first ?? 1)...(ranks.last ?? 1)
    self.people = people
    self.policy = policy
    let mean = policy.mean(sum: sum, answered: answered, people: people, scale: scale)
    // A mean withheld by itself would say that everybody answered alike.
    figures =
      mean == .withheld
      ? .withheld
      : PublishedReport.Figures(
        below: policy.share(below: ratings.below, answered: ratings.total, people: people),
        mean: mean)
  }

  /// Wilson's 95 % interval of the share in whole per cent, and the share of each level; `nil` where
  /// too few answered.
  ///
  /// Where a share is coded, its interval would say what the code hides; where the mean is withheld or
  /// nearly all chose one level, so would the split.
  var details: (interval: ClosedRange<Int>?, levels: [Int]?) {
    let showsInterval =
      figures.below.isPlain && policy.allowsDetail(people: people, answered: ratings.total)
    let showsLevels =
      figures.mean.isPlain && policy.allowsDetail(people: people, answered: answered)
      && levels.allSatisfy { 100 * $0 < 95 * answered }
    return (
      showsInterval ? Self.interval(below: ratings.below, of: ratings.total) : nil,
      showsLevels ? levels.map { Self.percent($0, of: answered) } : nil
    )
  }

  /// Whether all, or nearly all, chose an end of the scale.
  var isAlike: Bool {
    answered > 0 && FigurePolicy.isEnd(sum: sum, answered: answered, of: scale)
  }

  // MARK: - What a reader of the figures knows

  /// The sums of levels that give the same mean, those who answered being known.
  var sums: ClosedRange<Int> {
    Self.range(around: sum, in: answered * scale.lowerBound...answered * scale.upperBound) {
      policy.mean(sum: $0, answered: answered, people: people, scale: scale) == figures.mean
    }
  }

  /// The numbers of people below usual that give the same share.
  ///
  /// - Parameter interval: whether the interval is published too.
  func belows(withInterval: Bool) -> ClosedRange<Int> {
    let total = ratings.total
    let interval =
      withInterval ? details.interval : nil
    return Self.range(around: ratings.below, in: 0...total) {
      policy.share(below: $0, answered: total, people: people) == figures.below
        && (interval == nil || Self.interval(below: $0, of: total) == interval)
    }
  }

  /// For each level the numbers of people that give the same share of the split.
  var levelRanges: [ClosedRange<Int>] {
    levels.map { people in
      Self.range(around: people, in: 0...answered) {
        Self.percent($0, of: answered) == Self.percent(people, of: answered)
      }
    }
  }

  /// The numbers around one that are said in the same way; what is said goes up or down with them.
  private static func range(
    around number: Int, in bounds: ClosedRange<Int>, saysTheSame: (Int) -> Bool
  ) -> ClosedRange<Int> {
    func end(towards bound: Int) -> Int {
      var (same, other) = (number, bound)
      if saysTheSame(other) { return other }
      while abs(other - same) > 1 {
        let middle = (same + other) / 2
        if saysTheSame(middle) { same = middle } else { other = middle }
      }
      return same
    }
    return end(towards: bounds.lowerBound)...end(towards: bounds.upperBound)
  }

  private static func interval(below: Int, of total: Int) -> ClosedRange<Int>? {
    Statistics.wilson(share: Double(below) / Double(total), sampleSize: total)
      .map { Int(($0.lowerBound * 100).rounded())...Int(($0.upperBound * 100).rounded()) }
  }

  private static func percent(_ part: Int, of whole: Int) -> Int {
    (200 * part + whole) / (2 * whole)
  }
}
