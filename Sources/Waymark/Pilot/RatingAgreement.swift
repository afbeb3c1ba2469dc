package import WaymarkBasics

/// How far two tables of answers about the same people agree, statement by statement and area by area.
///
/// What is withheld is not in the value at all, so that no format can show it by mistake.
package struct RatingAgreement: Hashable, Sendable {
  /// Why the same people stand in two tables.
  package enum Occasion: Hashable, Sendable {
    /// Two people rated each of them.
    case twoRaters
    /// They rated themselves on two days.
    case sameAgain
  }

  /// Who is in both tables, and who is not.
  package struct Pairing: Hashable, Sendable {
    package let both: Int
    package let onlyFirst: Int
    package let onlySecond: Int
    /// How many of the pairs have a side without any level.
    package let withoutLevel: Int
  }

  /// What the pairs say of a statement.
  package struct Ratings: Hashable, Sendable {
    /// With quadratic weights.
    package let kappa: Figure<WeightedKappa>
    /// With linear weights.
    package let linearKappa: Figure<WeightedKappa>
    /// The levels of the second table less those of the first.
    package let change: PairedChange
    /// How many pairs are at most one level apart.
    package let withinOne: Int

    /// How many pairs have a level on both sides.
    package var people: Int { change.people }
    /// Whether the statement is to be looked at first.
    package var isWeak: Bool {
      (kappa.value?.value).map { $0 < RatingAgreement.weakBelow } ?? false
    }
    /// Whether the two agree well enough.
    package var isGood: Bool {
      (kappa.value?.value).map { $0 >= RatingAgreement.goodFrom } ?? false
    }
  }

  /// One statement that any of the two tables asked.
  package struct Statement: Hashable, Sendable {
    package let competency: Competency
    package let area: AreaID
    /// What the pairs say; withheld where they are fewer than `fewestPairs`.
    package let ratings: Figure<Ratings>
    /// How many pairs have a level on one side alone; withheld with the ratings.
    package let oneSided: Figure<Int>
    /// What all of the first table say; `nil` where it did not ask, withheld where too few of them are in
    /// no pair.
    package let first: Figure<ItemStatistics>?
    /// What all of the second table say, likewise.
    package let second: Figure<ItemStatistics>?
  }

  /// The mean levels of an area, those of the first table beside those of the second.
  package struct AreaMeans: Hashable, Sendable {
    package let people: Int
    package let agreement: Figure<IntraclassCorrelation>
    package let correlation: Figure<Correlation>
    /// The mean of second less first, in levels.
    package let difference: Double
    /// Student's 95 % interval of the difference.
    package let interval: ClosedRange<Double>?
  }

  /// One area of which both tables asked statements.
  package struct AreaRow: Hashable, Sendable {
    package let area: Area
    /// How many of its statements both tables asked.
    package let statements: Int
    /// What the pairs say; withheld where they are fewer than `fewestPairs`.
    package let means: Figure<AreaMeans>
    /// How well the statements that the first table asked hold together.
    package let firstReliability: Figure<Reliability>
    /// How well those that the second table asked hold together.
    package let secondReliability: Figure<Reliability>
  }

  /// The fewest pairs of which a kappa is shown: of fewer it says next to nothing, and may say how one
  /// person was rated.
  package static let fewestPairs = 10
  /// Below this kappa a statement is to be looked at first: Landis & Koch (1977) call what is below it
  /// fair at best.
  package static let weakBelow = 0.4
  /// From this kappa on two ratings agree well enough: Landis & Koch (1977) call it substantial.
  package static let goodFrom = 0.6

  package let occasion: Occasion
  package let pairing: Pairing
  /// The fewest pairs of which anything is said here.
  package let fewestPairs: Int
  /// The fewest people of a table of whom anything is said here.
  package let minimumGroup: MinimumGroup
  /// Whether any of these people were made up.
  package let isMadeUp: Bool
  /// The names of the levels, lowest first.
  package let levels: [LocalizedText]
  /// The statements that any table asked, in the framework's order.
  package let statements: [Statement]
  /// The areas of which both asked, in the framework's order.
  package let areas: [AreaRow]

  /// Pairs two tables by the ids of the people in them.
  ///
  /// An area's means are of the statements to which a person has a level on both sides, where these are
  /// at least half of those that both tables asked.
  /// - Throws: `AgreementProblem` where there is nobody or nothing to compare.
  package init(
    _ first: RatedFile, _ second: RatedFile, on occasion: Occasion, framework: Framework,
    minimumGroup: MinimumGroup
  ) throws(AgreementProblem) {
    let both = first.ids.filter(second.holds)
    let asked = (first: first.asked(of: framework), second: second.asked(of: framework))
    let common = asked.first.intersection(asked.second)
    guard !both.isEmpty else { throw .nobodyInBoth }
    guard !common.isEmpty else { throw .nothingInBoth }
    let pairs = both.map { Pair(first: first.levels(of: $0), second: second.levels(of: $0)) }
    let fewest = max(Self.fewestPairs, minimumGroup.people)
    let analyses = [first, second].map {
      ItemAnalysis($0, framework: framework, minimumGroup: minimumGroup)
    }
    self.occasion = occasion
    self.minimumGroup = minimumGroup
    fewestPairs = fewest
    isMadeUp = first.hasMadeUp || second.hasMadeUp
    levels = framework.scale.steps.map(\.label)
    pairing = Pairing(
      both: both.count, onlyFirst: first.ids.count - both.count,
      onlySecond: second.ids.count - both.count,
      withoutLevel: pairs.count(where: \.hasEmptySide))
    let scale = framework.scale.steps.count
    statements = zip(framework.areas, framework.positionsByArea).flatMap { area, positions in
      zip(area.competencies, positions).compactMap { competency, position -> Statement? in
        guard asked.first.contains(competency.id) || asked.second.contains(competency.id) else {
          return nil
        }
        let ratings = Self.ratings(pairs, at: position, levels: scale, fewest: fewest)
        let oneSided = pairs.count { ($0.first[position] == nil) != ($0.second[position] == nil) }
        return Statement(
          competency: competency, area: area.id, ratings: ratings,
          oneSided: ratings.map { _ in oneSided },
          first: Self.item(analyses[0].item(competency.id), beside: ratings, minimumGroup),
          second: Self.item(analyses[1].item(competency.id), beside: ratings, minimumGroup))
      }
    }
    areas = zip(framework.areas, framework.positionsByArea).compactMap { area, positions in
      let compared = positions.filter { common.contains(framework.competencies[$0].id) }
      guard !compared.isEmpty else { return nil }
      return AreaRow(
        area: area, statements: compared.count,
        means: Self.means(pairs, of: compared, fewest: fewest),
        firstReliability: analyses[0].reliability(area.id),
        secondReliability: analyses[1].reliability(area.id))
    }
  }

  /// The levels of one person on both sides, by position.
  private struct Pair {
    let first: [Int?]
    let second: [Int?]

    var hasEmptySide: Bool { [first, second].contains { $0.allSatisfy { $0 == nil } } }

    /// The levels at a position where both sides have one.
    func levels(at position: Int) -> (first: Int, second: Int)? {
      guard let first = first[position], let second = second[position] else { return nil }
      return (first, second)
    }
  }

  /// What a table says of a statement, unless what it says beyond the pairs would tell of the few people
  /// who are in it and in no pair: their levels are the difference of two sums.
  private static func item(
    _ item: Figure<ItemStatistics>?, beside ratings: Figure<Ratings>, _ minimum: MinimumGroup
  ) -> Figure<ItemStatistics>? {
    guard let people = item?.value?.people, let pairs = ratings.value?.people else { return item }
    return people > pairs && minimum.withholds(people - pairs) ? .none(.withheld) : item
  }

  private static func ratings(
    _ pairs: [Pair], at position: Int, levels: Int, fewest: Int
  ) -> Figure<Ratings> {
    var table = Array(repeating: Array(repeating: 0, count: levels), count: levels)
    var steps: [Int: Int] = [:]
    for pair in pairs {
      guard let (first, second) = pair.levels(at: position) else { continue }
      table[first - 1][second - 1] += 1
      steps[second - first, default: 0] += 1
    }
    guard let change = PairedChange(differences: steps) else { return .none(.noAnswers) }
    guard change.people >= fewest else { return .none(.withheld) }
    return .value(
      Ratings(
        kappa: WeightedKappa.of(table, .quadratic), linearKappa: WeightedKappa.of(table, .linear),
        change: change, withinOne: (-1...1).reduce(0) { $0 + (steps[$1] ?? 0) }))
  }

  private static func means(
    _ pairs: [Pair], of positions: [Int], fewest: Int
  ) -> Figure<AreaMeans> {
    let means = pairs.compactMap { pair -> (Double, Double)? in
      let rated = positions.compactMap(pair.levels)
      guard !rated.isEmpty, rated.count * 2 >= positions.count else { return nil }
      let count = Double(rated.count)
      return (
        Double(rated.reduce(0) { $0 + $1.first }) / count,
        Double(rated.reduce(0) { $0 + $1.second }) / count
      )
    }
    guard !means.isEmpty else { return .none(.noAnswers) }
    guard means.count >= fewest else { return .none(.withheld) }
    let differences = means.map { $0.1 - $0.0 }
    let n = Double(means.count)
    let mean = NeumaierSum(differences).value / n
    let squares = NeumaierSum(differences.map { ($0 - mean) * ($0 - mean) }).value
    return .value(
      AreaMeans(
        people: means.count, agreement: IntraclassCorrelation.of(means.map { [$0.0, $0.1] }),
        correlation: Correlation.of(means), difference: mean,
        interval: Statistics.interval(
          mean: mean, deviation: (squares / (n - 1)).squareRoot(), size: means.count)))
  }
}

extension RatingAgreement {
  /// Whether anything can be said of the pairs at all.
  package var hasPairsEnough: Bool { pairing.both >= fewestPairs }

  /// How many statements have a kappa.
  package var compared: Int { statements.count { $0.ratings.value?.kappa.value != nil } }

  /// How many statements agree well enough.
  package var agreeing: Int { statements.count { $0.ratings.value?.isGood == true } }

  /// All statements with a kappa, the lowest first, ties in the framework's order.
  package var byKappa: [(statement: Statement, ratings: Ratings, kappa: WeightedKappa)] {
    let rated = statements.enumerated().compactMap { place, statement in
      statement.ratings.value.flatMap { ratings in
        ratings.kappa.value.map { (place, (statement, ratings, $0)) }
      }
    }
    return rated.sorted { ($0.1.2.value, $0.0) < ($1.1.2.value, $1.0) }.map(\.1)
  }

  /// The statements to look at first, the lowest kappa first.
  package var weak: [(statement: Statement, ratings: Ratings, kappa: WeightedKappa)] {
    byKappa.filter { $0.ratings.isWeak }
  }

  /// The statements with pairs enough of which one side gave everybody the same level.
  package var constant: [Statement] {
    statements.filter { $0.ratings.value?.kappa.absence == .noVariation }
  }

  /// How many statements have fewer pairs than anything is said of.
  package var withheld: Int { statements.count { $0.ratings.absence == .withheld } }
}

/// Why two tables cannot be compared.
package enum AgreementProblem: Problem, Error {
  /// No id stands in both.
  case nobodyInBoth
  /// No statement was asked in both.
  case nothingInBoth

  /// What is wrong.
  package var what: String {
    switch self {
    case .nobodyInBoth: "no respondent_id stands in both files"
    case .nothingInBoth: "no statement was asked in both files"
    }
  }

  package var mend: String {
    switch self {
    case .nobodyInBoth: "give each person the same respondent_id in both, letter for letter"
    case .nothingInBoth: "name two files with columns of the same statements"
    }
  }
}

/// The answers of one table of a pilot, each person's under the id by which they are paired.
package struct RatedFile: Sendable {
  private var sheets: [String: [UInt8]] = [:]
  /// Whether anybody in it was made up by `waymark demo`.
  package private(set) var hasMadeUp = false

  /// Begins with nobody.
  package init() {}

  /// Adds what is said of a person; of one who is there already it replaces what was said.
  package mutating func add(_ record: CodedResponse) {
    sheets[record.respondent] = record.sheet
    hasMadeUp = hasMadeUp || record.isMadeUp
  }

  /// The ids in an order that does not depend on that of the rows.
  var ids: [String] { sheets.keys.sorted() }

  func holds(_ id: String) -> Bool { sheets[id] != nil }

  /// The levels of a person, by position; `nil` for every other answer.
  func levels(of id: String) -> [Int?] { sheets[id].map { $0.map(AnswerSheet.rank) } ?? [] }

  /// The statements that anybody was asked.
  func asked(of framework: Framework) -> Set<CompetencyID> {
    var asked: Set<CompetencyID> = []
    for (position, competency) in framework.competencies.enumerated()
    where sheets.values.contains(where: { $0[position] != AnswerSheet.notAsked }) {
      asked.insert(competency.id)
    }
    return asked
  }

  /// The sheets on which the statements stand that were asked, and nothing else.
  func sheets(of framework: Framework, asking asked: Framework) -> [[UInt8]] {
    let positions = asked.competencies.compactMap { framework.position(of: $0.id) }
    return ids.compactMap { id in sheets[id].map { sheet in positions.map { sheet[$0] } } }
  }
}
