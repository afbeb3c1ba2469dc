/// What the policy lets through of the answers of one published group.
struct PublishedCell {
  private let counts: LevelCounts
  private let people: Int?
  private let framework: Framework
  private let tally: TargetTally
  private let policy: FigurePolicy

  init(
    _ counts: LevelCounts, people: Int?, framework: Framework, tally: TargetTally,
    policy: FigurePolicy
  ) {
    self.counts = counts
    self.people = people
    self.framework = framework
    self.tally = tally
    self.policy = policy
  }

  /// Each competency, by the framework's areas.
  var figures: [PublishedReport.Figures] { positions.map(figures(of:)) }

  /// Each competency with what may be said of the whole campaign alone.
  ///
  /// Where a share is coded, its interval would say what the code hides; where the mean is
  /// withheld, so would the split.
  var overall: [PublishedReport.Overall] {
    positions.map { position in
      let levels = tally.levels(ofCompetency: position, in: counts)
      let ratings = tally.ratings(ofCompetency: position, in: counts)
      let answered = levels.reduce(0, +)
      let figures = figures(of: position)
      let showsInterval =
        figures.below.isPlain && policy.allowsDetail(people: people, answered: ratings.total)
      let showsLevels =
        figures.mean.isPlain && policy.allowsDetail(people: people, answered: answered)
      return PublishedReport.Overall(
        answered: policy.allows(people: people, answered: answered) ? answered : nil,
        figures: figures, interval: showsInterval ? Self.interval(ratings) : nil,
        levels: showsLevels ? levels.map { Self.percent($0, of: answered) } : nil)
    }
  }

  /// The share of each area's ratings that is below usual, joining the competencies whose own share
  /// is shown, so that none that is withheld can be found by subtraction.
  var areaShares: [PublishedFigure] {
    framework.positionsByArea.map { positions in
      let joined = positions.filter { figures(of: $0).below != .withheld }
        .map { tally.ratings(ofCompetency: $0, in: counts) }
      guard !joined.isEmpty else { return .withheld }
      return policy.share(
        below: joined.reduce(0) { $0 + $1.below }, answered: joined.reduce(0) { $0 + $1.total },
        people: people)
    }
  }

  private var positions: [Int] { framework.positionsByArea.flatMap { $0 } }

  private func figures(of position: Int) -> PublishedReport.Figures {
    let levels = tally.levels(ofCompetency: position, in: counts)
    let ratings = tally.ratings(ofCompetency: position, in: counts)
    let answered = levels.reduce(0, +)
    let ranks = tally.levels.map(\.rank)
    let mean = policy.mean(
      sum: zip(ranks, levels).reduce(0) { $0 + $1.0 * $1.1 }, answered: answered,
      people: people, scale: (ranks.first ?? 1)...(ranks.last ?? 1))
    // A mean withheld by itself would say that everybody answered alike.
    guard mean != .withheld else {
      return PublishedReport.Figures(below: .withheld, mean: .withheld)
    }
    return PublishedReport.Figures(
      below: policy.share(below: ratings.below, answered: ratings.total, people: people),
      mean: mean)
  }

  private static func interval(_ ratings: TargetTally.Ratings) -> ClosedRange<Int>? {
    Statistics.wilson(
      share: Double(ratings.below) / Double(ratings.total), sampleSize: ratings.total
    ).map { Int(($0.lowerBound * 100).rounded())...Int(($0.upperBound * 100).rounded()) }
  }

  private static func percent(_ part: Int, of whole: Int) -> Int {
    (200 * part + whole) / (2 * whole)
  }
}
