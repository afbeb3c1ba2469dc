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
  var overall: [PublishedReport.Overall] {
    positions.map { position in
      let levels = tally.levels(ofCompetency: position, in: counts)
      let ratings = tally.ratings(ofCompetency: position, in: counts)
      let answered = levels.reduce(0, +)
      let isShown = policy.allows(people: people, answered: answered)
      let isDetailed = policy.allowsDetail(people: people, answered: answered)
      return PublishedReport.Overall(
        answered: isShown ? answered : nil, figures: figures(of: position),
        interval: policy.allowsDetail(people: people, answered: ratings.total)
          ? Self.interval(ratings) : nil,
        levels: isDetailed ? levels.map { Self.percent($0, of: answered) } : nil)
    }
  }

  /// The share of each area's ratings that is below usual, where enough people rated every
  /// competency that is joined.
  var areaShares: [PublishedFigure] {
    framework.positionsByArea.map { positions in
      let joined = positions.map { tally.ratings(ofCompetency: $0, in: counts) }
        .filter { policy.allows(people: people, answered: $0.total) }
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
    return PublishedReport.Figures(
      below: policy.share(below: ratings.below, answered: ratings.total, people: people),
      mean: policy.mean(
        sum: zip(ranks, levels).reduce(0) { $0 + $1.0 * $1.1 }, answered: answered,
        people: people, scale: (ranks.first ?? 1)...(ranks.last ?? 1)))
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
