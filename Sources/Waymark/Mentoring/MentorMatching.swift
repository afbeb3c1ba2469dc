package import WaymarkBasics

/// The pairs of a graph with the largest sum of weights, as a linear program whose corners are whole.
///
/// A column for each possible pair and a row for each person: the matrix of a graph between two kinds
/// of people is totally unimodular, so that a corner of the program is a choice of pairs. To keep the
/// work bounded the program begins with the 50 best pairs of each seeker, not with all. The prices
/// of its solution then show which other pairs could make it better; up to 50 more for each seeker
/// are added, and it is solved again, until there are none. The prices are whole numbers too: rounded
/// and added up they prove, without any rounding error, that no choice of any pairs weighs more.
/// That is `isProved`. Where it is not so after `rounds` rounds, the pairs are the best of those that
/// were looked at.
struct MentorMatching {
  /// How many pairs of a seeker are added in a round.
  static let candidates = 50
  /// How many rounds there are at most.
  static let rounds = 30
  /// Among how many pairs that are equally good lots are drawn; among more, which only thousands of
  /// people who offer and seek the same have, what the solver finds first stands.
  static let drawn = 100_000

  /// The pairs, by seeker.
  let edges: [MentorGraph.Edge]
  /// Whether it is proved that no pairs weigh more.
  let isProved: Bool

  init(
    _ graph: MentorGraph, candidates: Int = candidates, rounds: Int = rounds,
    solver: ProgramSolver
  ) {
    // A unit of weight is worth more than any number of pairs, of which each is worth one.
    let scale = graph.seekers.count + 1
    var edges: [MentorGraph.Edge] = []
    var known: Set<MentorGraph.Edge> = []
    var mentorPrices = [Int](repeating: 0, count: graph.mentors.count)
    var seekerPrices = [Int](repeating: 0, count: graph.seekers.count)
    var program: MatchingProgram?
    var isProved = true
    for round in 0...rounds {
      let more = graph.promising(
        atMost: candidates, scale: scale, mentorPrices: mentorPrices, seekerPrices: seekerPrices
      ).filter { known.insert($0).inserted }
      guard !more.isEmpty else { break }
      guard round < rounds else {
        isProved = false
        break
      }
      edges += more
      let larger = MatchingProgram(edges, capacities: graph.capacities, scale: scale)
      program = larger
      guard let solution = larger.solve(solver, drawsLots: false) else { break }
      mentorPrices = solution.mentorPrices
      for seeker in seekerPrices.indices {
        seekerPrices[seeker] = solution.seekerPrices[seeker] ?? 0
      }
    }
    let solution = program?.solve(solver, drawsLots: true)
    let best = solution?.edges ?? program?.greedy() ?? []
    self.edges = best.sorted { $0.seeker < $1.seeker }
    self.isProved = isProved && (solution != nil || program == nil)
  }
}

/// Some of the possible pairs as a linear program.
private struct MatchingProgram {
  struct Solution {
    let edges: [MentorGraph.Edge]
    let mentorPrices: [Int]
    let seekerPrices: [Int: Int]
  }

  private let edges: [MentorGraph.Edge]
  private let capacities: [Int]
  /// What each pair is worth.
  private let values: [Int]
  /// The seekers that have a row; the rows of the mentors come first.
  private let seekers: [Int]
  private let seekerRows: [Int: Int]

  init(_ edges: [MentorGraph.Edge], capacities: [Int], scale: Int) {
    self.edges = edges
    self.capacities = capacities
    values = edges.map { $0.weight * scale + 1 }
    seekers = Set(edges.map(\.seeker)).sorted()
    seekerRows = Dictionary(
      seekers.enumerated().map { ($1, capacities.count + $0) }, uniquingKeysWith: { $1 })
  }

  private func rows(of edge: MentorGraph.Edge) -> [Int] {
    [edge.mentor, seekerRows[edge.seeker] ?? 0]
  }

  private func limit(of row: Int) -> Int { row < capacities.count ? capacities[row] : 1 }

  private var program: LinearProgram {
    // A pair once is all that its seeker's row allows.
    var program = LinearProgram(
      columns: Array(repeating: .init(0, .infinity), count: edges.count))
    var columns = Array(repeating: [Int](), count: capacities.count + seekers.count)
    for (column, edge) in edges.enumerated() {
      for row in rows(of: edge) { columns[row].append(column) }
    }
    for (row, columns) in columns.enumerated() {
      program.append(
        LinearProgram.Sum(columns: columns, weights: columns.map { _ in 1 }),
        .init(-.infinity, Double(limit(of: row))))
    }
    return program
  }

  private func sum(_ weight: (Int) -> Int) -> LinearProgram.Sum {
    LinearProgram.Sum(
      columns: Array(edges.indices), weights: edges.indices.map { Double(weight($0)) })
  }

  /// The best pairs with the prices that prove it; `nil` when the solver gave nothing that can be
  /// proved in whole numbers.
  func solve(_ solver: ProgramSolver, drawsLots: Bool) -> Solution? {
    var found: Solution?
    do {
      try solver.linear(program) { found = solution($0, drawsLots: drawsLots) }
    } catch {
      // Nothing that is asked here throws.
      return nil
    }
    return found
  }

  private func solution(_ ask: ProgramSolver.Session, drawsLots: Bool) -> Solution? {
    guard let first = ask(.init(sum { values[$0] })).solution,
      let chosen = wholeChoice(first), let prices = proof(of: chosen, first.prices)
    else { return nil }
    let drawn = drawsLots ? draw(prices, ask) : nil
    return Solution(
      edges: (drawn ?? chosen).map { edges[$0] },
      mentorPrices: Array(prices.prefix(capacities.count)),
      seekerPrices: Dictionary(
        seekers.enumerated().map { ($1, prices[capacities.count + $0]) },
        uniquingKeysWith: { $1 }))
  }

  /// Of all choices that are as good the one with the largest sum of lots; `nil` when the solver gave
  /// none that can be proved.
  private func draw(_ prices: [Int], _ ask: ProgramSolver.Session) -> [Int]? {
    // What keeps to the prices is as good, and nothing else is.
    let isTight = edges.indices.map { column in
      rows(of: edges[column]).reduce(0) { $0 + prices[$1] } == values[column]
    }
    guard isTight.count(where: { $0 }) <= MentorMatching.drawn else { return nil }
    let second = ask(
      .init(
        sum { edges[$0].lot },
        rows: Dictionary(
          prices.indices.filter { prices[$0] > 0 }.map {
            ($0, .init(Double(limit(of: $0)), Double(limit(of: $0))))
          }, uniquingKeysWith: { $1 }),
        columns: Dictionary(
          edges.indices.filter { !isTight[$0] }.map { ($0, .init(0, 0)) },
          uniquingKeysWith: { $1 }))
    ).solution
    return second.flatMap(wholeChoice).flatMap { proof(prices, of: $0) ? $0 : nil }
  }

  /// The columns that are chosen, when all are whole and nobody has too many.
  private func wholeChoice(_ solution: ProgramSolver.Solution) -> [Int]? {
    guard solution.columns.count == edges.count,
      solution.columns.allSatisfy({ abs($0) < 1e-6 || abs($0 - 1) < 1e-6 })
    else { return nil }
    let chosen = edges.indices.filter { solution.columns[$0] > 0.5 }
    var counts = [Int](repeating: 0, count: capacities.count + seekers.count)
    for column in chosen {
      for row in rows(of: edges[column]) { counts[row] += 1 }
    }
    return counts.indices.allSatisfy { counts[$0] <= limit(of: $0) } ? chosen : nil
  }

  /// The prices as whole numbers, when they prove that a choice is the best.
  private func proof(of chosen: [Int], _ prices: [Double]) -> [Int]? {
    guard prices.count == capacities.count + seekers.count,
      prices.allSatisfy({ abs($0) < 1e12 })
    else { return nil }
    let whole = prices.map { Int(abs($0).rounded()) }
    return proof(whole, of: chosen) ? whole : nil
  }

  /// Whether no pair is worth more than its two people cost, and the choice is worth what all cost.
  private func proof(_ prices: [Int], of chosen: [Int]) -> Bool {
    let areCovered = edges.indices.allSatisfy { column in
      rows(of: edges[column]).reduce(0) { $0 + prices[$1] } >= values[column]
    }
    let cost = prices.indices.reduce(0) { $0 + prices[$1] * limit(of: $1) }
    return areCovered && cost == chosen.reduce(0) { $0 + values[$1] }
  }

  /// The best pair, then the best of what is left, and so on.
  func greedy() -> [MentorGraph.Edge] {
    var room = capacities
    var taken: Set<Int> = []
    let ranked = edges.sorted {
      ($0.weight, $0.lot, $1.seeker, $1.mentor) > ($1.weight, $1.lot, $0.seeker, $0.mentor)
    }
    return ranked.filter { edge in
      guard room[edge.mentor] > 0, taken.insert(edge.seeker).inserted else { return false }
      room[edge.mentor] -= 1
      return true
    }
  }
}

/// Pairs of a mentor and a seeker that fit together best, for a mentoring program to confirm.
///
/// A pair is possible when the two are different people (another id and another contact), have a
/// language in common, the mentor teaches something that the seeker seeks, and, where it is asked
/// for, both work in the same region. Languages compare by their first subtag: `es-MX` and `es` are
/// one. Each seeker gets one mentor at most, each mentor no more seekers than they offered.
package struct MentorPairs: Equatable, Sendable {
  /// What a mentoring program asks for.
  package struct Options: Hashable, Sendable {
    /// The most seekers for one mentor, who may have offered less; `nil` leaves it to the mentors.
    package let menteeLimit: Int?
    /// Whether both must work in the same region.
    package let needsSameRegion: Bool

    /// Asks for nothing but what people offered.
    package init(menteeLimit: Int? = nil, needsSameRegion: Bool = false) {
      self.menteeLimit = menteeLimit
      self.needsSameRegion = needsSameRegion
    }
  }

  /// One proposal.
  package struct Pair: Hashable, Sendable {
    /// Who teaches.
    package let mentor: MentoringCard
    /// Who learns.
    package let seeker: MentoringCard
    /// All that the one teaches and the other seeks, in the framework's order.
    package let competencies: [CompetencyID]
    /// The seeker's languages that the mentor has too, as the seeker wrote them.
    package let languages: [LanguageTag]
    /// Whether both work in the same region, as far as they said.
    package let isSameRegion: Bool
    /// Whether the seeker also teaches something that the mentor seeks.
    package let isMutual: Bool
    /// How well they fit, by `MentorPairs.weight`.
    package let weight: Int
  }

  /// Somebody who seeks a mentor and has none.
  package struct Unmatched: Hashable, Sendable {
    /// Why there is none; the first that is true.
    package enum Reason: String, Hashable, Sendable, CaseIterable {
      /// Nobody else teaches what they seek.
      case nobodyTeaches
      /// Nobody who teaches it has a language in common.
      case noCommonLanguage
      /// The region must be the same, and they gave none.
      case noRegionGiven
      /// The region must be the same, and nobody who fits works there.
      case nobodyInRegion
      /// Everybody who fits has as many as they may have.
      case mentorsFull
    }

    /// Who seeks.
    package let seeker: MentoringCard
    /// Why there is none.
    package let reason: Reason
  }

  /// The pairs, by the mentor's contact, then the seeker's.
  package let pairs: [Pair]
  /// Those who seek and have no mentor, by their contact.
  package let unmatched: [Unmatched]
  /// Those who teach and have nobody, by their contact.
  package let free: [MentoringCard]
  /// Whether it is proved that no other pairs fit better in all.
  package let isProved: Bool

  /// How many people teach something, paired or not.
  package var mentors: Int { Set(pairs.map(\.mentor.id)).count + free.count }
  /// How many people seek something, paired or not.
  package var seekers: Int { pairs.count + unmatched.count }

  /// How well two people fit: 4 for each competency in common, of which 3 count, 2 for the same
  /// region, 1 when they could also learn from each other the other way round.
  ///
  /// So one competency more always outweighs the rest: a pair is there to teach something.
  static func weight(competencies: Int, isSameRegion: Bool, isMutual: Bool) -> Int {
    4 * min(competencies, 3) + (isSameRegion ? 2 : 0) + (isMutual ? 1 : 0)
  }

  /// Finds the pairs with the largest sum of weights, of these the most pairs.
  ///
  /// What is equal in both is decided by lot: each possible pair has a number that is drawn from
  /// both ids, and the larger sum wins, but for more than `MentorMatching.drawn` equal pairs. The order
  /// of the cards makes no difference.
  ///
  /// - Parameters:
  ///   - cards: The cards of a campaign, each id once; competencies that the framework does not have
  ///     are passed over.
  ///   - solver: How programs are solved; where it fails, the pairs are the best one by one, and
  ///     `isProved` says so.
  /// - Complexity: Each round of `MentorMatching` looks at every seeker beside everybody who teaches
  ///   something that they seek.
  package init(
    _ cards: [MentoringCard], framework: Framework, options: Options = Options(),
    solver: ProgramSolver
  ) {
    let graph = MentorGraph(cards, framework: framework, options: options)
    let matching = MentorMatching(graph, solver: solver)
    isProved = matching.isProved
    pairs = matching.edges.map { edge in
      let (mentor, seeker) = (graph.mentors[edge.mentor], graph.seekers[edge.seeker])
      return Pair(
        mentor: mentor.card, seeker: seeker.card,
        competencies: mentor.common(with: seeker).map { framework.competencies[$0].id },
        languages: seeker.card.languages.filter { tag in
          mentor.card.languages.contains { $0.primary == tag.primary }
        },
        isSameRegion: mentor.isSameRegion(as: seeker), isMutual: seeker.teaches(mentor),
        weight: edge.weight)
    }.sorted {
      ($0.mentor.sortKey, $0.seeker.sortKey) < ($1.mentor.sortKey, $1.seeker.sortKey)
    }
    let matched = Set(matching.edges.map(\.seeker))
    unmatched = graph.seekers.indices.filter { !matched.contains($0) }.map {
      Unmatched(seeker: graph.seekers[$0].card, reason: graph.reason($0))
    }.sorted { $0.seeker.sortKey < $1.seeker.sortKey }
    let busy = Set(matching.edges.map(\.mentor))
    free = graph.mentors.indices.filter { !busy.contains($0) }.map { graph.mentors[$0].card }
      .sorted { $0.sortKey < $1.sortKey }
  }
}

extension MentoringCard {
  /// Orders by the contact as people look it up, then by the id.
  fileprivate var sortKey: String { contact.folded + "\u{0}" + name }
}

extension LanguageTag {
  /// The language without script, region and variant: `es` of `es-MX`.
  var primary: LanguageTag { fallbacks.last ?? self }
}
