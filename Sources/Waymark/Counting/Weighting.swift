package import WaymarkBasics

/// Weights that make those who answered stand for the whole profession, and what they change.
package struct Weighting: Hashable, Sendable {
  /// One category of a variable: how many answered, beside the population.
  package struct Share: Hashable, Sendable {
    /// The variable, such as `state`.
    package let variable: String
    /// The category as people read it.
    package let category: String
    /// How many people answered; withheld below the minimum.
    package let people: Figure<Int>
    /// Their share of those who answered, 0 to 1.
    package let sample: Figure<Double>
    /// The share of the population, 0 to 1.
    package let population: Double

    /// The share of those who answered divided by that of the population; `nil` where there is nobody
    /// in the population.
    package var ratio: Figure<Double?> {
      sample.map { population > 0 ? $0 / population : nil }
    }
  }

  /// A figure without weights and with them.
  package struct Both: Hashable, Sendable {
    /// Everybody counted once.
    package let unweighted: Double
    /// Everybody counted by weight.
    package let weighted: WeightedEstimate
  }

  /// One competency.
  package struct Row: Hashable, Sendable {
    package let id: CompetencyID
    /// Its short name.
    package let title: String
    /// How many people gave a level; withheld below the minimum, and then with every figure.
    package let people: Figure<Int>
    /// The share below usual.
    package let share: Figure<Both>
    /// The mean level.
    package let mean: Figure<Both>
  }

  /// The people whom the weights were made for.
  package struct Sample: Hashable, Sendable {
    /// How many they are.
    package let people: Int
    /// How many others left an answer out that the weights need; withheld below the minimum.
    package let unanswered: Figure<Int>
    /// Kish's effective size of the sample.
    package let effectiveSize: Double
    /// The largest relative error of a margin, which trimming makes larger.
    package let marginError: Double

    /// Whether the weights make half of the sample or more worth nothing.
    package var isWeak: Bool { effectiveSize < 0.5 * Double(people) }
  }

  /// What is done with people who left an answer out that the weights need.
  package enum Unanswered: Hashable, Sendable {
    /// They keep the mean weight.
    case meanWeight
    /// They are left out.
    case leftOut
  }

  /// Who answered beside the population, variable by variable.
  package let shares: [Share]
  /// Each competency, in the framework's order.
  package let rows: [Row]
  /// Whom the weights were made for; withheld when they are too few, with every share of them.
  package let sample: Figure<Sample>
  /// What was done with those who left an answer out.
  package let treatment: Unanswered
  /// The cap that was set on weights, as a multiple of the mean weight.
  package let cap: Double?
}

extension Weighting {
  /// Rakes a campaign to margins of its population and works out every competency with the weights.
  ///
  /// - Parameters:
  ///   - table: the counts by every grouping of the margins but the role, whose counts are inside
  ///     each cell.
  ///   - margins: people of the population by the groups of each grouping; all groups of a grouping
  ///     that has any, in any order.
  ///   - cap: the most that a weight may be, as a multiple of the mean weight; `nil` for no limit.
  /// - Throws: `RakingProblem`.
  package init(
    table: LevelTable, margins: [Campaign.Invited], groupings: [Grouping], framework: Framework,
    unanswered treatment: Unanswered, cap: Double?, minimumGroup: MinimumGroup
  ) throws(RakingProblem) {
    let cells = WeightingCells(table: table, groupings: groupings, framework: framework)
    let variables = groupings.map { grouping in
      Raking.Variable(
        id: grouping.id, categories: grouping.groups.dropLast().map(\.label),
        population: grouping.groups.dropLast().map { group in
          Double(
            margins.filter { $0.grouping == grouping.id && $0.group == group.id }
              .reduce(0) { $0 + $1.people })
        })
    }
    let answered = cells.cells.filter { !$0.isUnanswered }
    var raking = try Raking(
      places: answered.map(\.places), people: answered.map(\.people), variables: variables)
    if let cap { raking.trim(to: cap) }
    var weighted = zip(answered, raking.weights).map { (cell: $0, weight: $1) }
    if treatment == .meanWeight {
      weighted += cells.cells.filter(\.isUnanswered).map { (cell: $0, weight: 1) }
    }
    self.treatment = treatment
    self.cap = cap
    let people = answered.reduce(0) { $0 + $1.people }
    let isWithheld = minimumGroup.withholds(people)
    let unanswered = cells.cells.filter(\.isUnanswered).reduce(0) { $0 + $1.people }
    sample =
      isWithheld
      ? .none(.withheld)
      : .value(
        Sample(
          people: people,
          unanswered: minimumGroup.withholds(unanswered) ? .none(.withheld) : .value(unanswered),
          effectiveSize: raking.effectiveSize, marginError: raking.marginError))
    shares = zip(groupings, variables).enumerated().flatMap { place, pair in
      let total = pair.1.population.reduce(0, +)
      return pair.1.categories.enumerated().map { category, label in
        let found = answered.filter { $0.places[place] == category }.reduce(0) { $0 + $1.people }
        let shown: Figure<Int> =
          isWithheld || minimumGroup.withholds(found) ? .none(.withheld) : .value(found)
        return Share(
          variable: pair.0.id, category: label, people: shown,
          sample: shown.map { Double($0) / Double(people) },
          population: pair.1.population[category] / total)
      }
    }
    let tally = TargetTally(framework: framework)
    rows = framework.competencies.enumerated().map { position, competency in
      Self.row(
        competency, position, weighted, tally: tally, minimumGroup: minimumGroup)
    }
  }

  private static func row(
    _ competency: Competency, _ position: Int,
    _ cells: [(cell: WeightingCells.Cell, weight: Double)], tally: TargetTally,
    minimumGroup: MinimumGroup
  ) -> Row {
    var levels = tally.levels.map { _ in 0 }
    var (total, below) = (0, 0)
    var (meanCells, shareCells): ([WeightedEstimate.Cell], [WeightedEstimate.Cell]) = ([], [])
    for (cell, weight) in cells {
      let byLevel = cell.levels(position, tally)
      for place in levels.indices { levels[place] += byLevel[place] }
      meanCells.append(
        WeightedEstimate.Cell(
          weight: weight,
          values: zip(tally.levels, byLevel).map { (value: Double($0.rank), people: $1) }))
      let ratings = cell.ratings(position, tally)
      total += ratings.total
      below += ratings.below
      shareCells.append(
        WeightedEstimate.Cell(
          weight: weight,
          values: [
            (value: 1, people: ratings.below), (value: 0, people: ratings.total - ratings.below),
          ]))
    }
    let people = levels.reduce(0, +)
    let sample = cells.reduce(0) { $0 + $1.cell.people }
    func isWithheld(_ count: Int) -> Bool {
      minimumGroup.withholds(sample) || minimumGroup.withholds(count)
    }
    func figure(
      _ count: Int, _ unweighted: Double?, _ weighted: WeightedEstimate?, orNone: Absence
    ) -> Figure<Both> {
      guard !isWithheld(count) else { return .none(.withheld) }
      guard let unweighted, let weighted else { return .none(orNone) }
      return .value(Both(unweighted: unweighted, weighted: weighted))
    }
    return Row(
      id: competency.id, title: competency.title.original,
      people: isWithheld(people) ? .none(.withheld) : .value(people),
      share: figure(
        total, total > 0 ? Double(below) / Double(total) : nil, .share(shareCells),
        orNone: .noTarget),
      mean: figure(
        people, Statistics.mean(countsByLevel: levels),
        .mean(meanCells, sample: sample), orNone: .noAnswers))
  }
}

/// The people of a campaign in cells within which everybody has one weight.
struct WeightingCells {
  struct Cell {
    /// The category in each variable; none where an answer was left out.
    let places: [Int]
    let isUnanswered: Bool
    let people: Int
    fileprivate let counts: LevelCounts
  }

  let cells: [Cell]

  init(table: LevelTable, groupings: [Grouping], framework: Framework) {
    let roles = groupings.contains(where: \.isRole) ? framework.roles.count + 1 : 1
    cells = table.cells.indices.flatMap { place -> [Cell] in
      let groups = table.groups(of: place)
      return (0..<roles).compactMap { role in
        var counts = LevelCounts(framework: framework)
        if roles == 1 {
          counts += table.cells[place]
        } else {
          counts.add(table.cells[place], role: role)
        }
        guard counts.respondents > 0 else { return nil }
        let places = groupings.map { $0.isRole ? role : groups[$0.id] ?? $0.groups.count - 1 }
        return Cell(
          places: places,
          isUnanswered: zip(places, groupings).contains { $0 == $1.groups.count - 1 },
          people: counts.respondents, counts: counts)
      }
    }
  }
}

extension WeightingCells.Cell {
  fileprivate func levels(_ position: Int, _ tally: TargetTally) -> [Int] {
    tally.levels(ofCompetency: position, in: counts)
  }

  fileprivate func ratings(_ position: Int, _ tally: TargetTally) -> TargetTally.Ratings {
    tally.ratings(ofCompetency: position, in: counts)
  }
}
