import WaymarkBasics

/// Withholds groups until it is proved that nobody can work out a withheld number closely.
///
/// For every withheld number the reader's interval must be at least the minimum wide, found by
/// linear programs over all tables together (Fischetti and Salazar 2001), in whole people where
/// the tables are small or the interval is narrow. Where it fails, the cheapest published group
/// that binds the interval is withheld too. What turns out not to be needed is shown again in the end.
struct DisclosureAudit {
  /// Tables with at most so many unknowns are proved in whole people throughout; larger ones with
  /// fractions of people allowed, where an integer program can take minutes.
  private static let small = 1_000
  /// How much wider than the minimum an interval has to be where fractions of people are allowed.
  private static let margin = 2
  /// How far from a bound the solver's points may lie; Clp allows itself 1e-7 in each row.
  private static let tolerance = 1e-6
  /// The most nodes of one integer program.
  private static let nodes = 5_000
  /// How much is asked at most to show groups again: questions times the unknowns of each.
  private static let work = 3_000_000
  /// How many questions with fractions take as long as one in whole people.
  private static let wholeQuestion = 20

  let counted: AuditGroups
  private let minimum: Int
  private let solver: ProgramSolver
  private let system: CountSystem
  /// How wide the interval of each group has to be: the minimum, or all that public membership
  /// counts leave where they leave less.
  private let widths: [Int]
  private var evidence: Evidence
  private(set) var suppression: Suppression
  private var applied: [Bool] = []
  /// How many questions were asked so far.
  private var asked = 0

  /// Takes the true counts, what earlier releases withheld (`true`) or published (`false`), and how
  /// many members of a group there are where that is public, and what exports show.
  init(
    _ counted: AuditGroups, minimum: Int, earlier: [Int: Bool], members: [GroupKey: Int],
    exported: [GroupKey: Int] = [:], solver: ProgramSolver
  ) throws(DisclosureProblem) {
    self.counted = counted
    self.minimum = minimum
    self.solver = solver
    // Somebody who answered is a member, whatever the membership counts say.
    let limits = counted.groups.indices.map { group in
      counted.members(of: group, members).map { max($0, counted.groups[group].people) }
    }
    system = try CountSystem(
      counted, minimum: minimum, limits: limits, exported: exported)
    widths = counted.groups.indices.map { group in
      limits.indices.reduce(minimum) { width, whole in
        guard let limit = limits[whole], counted.group(group, isIn: whole) else { return width }
        return min(width, limit)
      }
    }
    evidence = Evidence(truth: counted.groups.map(\.people))
    suppression = Suppression(
      counted, minimum: minimum,
      // In large tables whole people are not looked at, so that there has to be more room.
      room: system.size <= Self.small ? minimum : minimum + Self.margin, earlier: earlier)
  }

  /// Withholds and proves until both hold.
  ///
  /// - Throws: `DisclosureProblem` when nothing more can be withheld that would help.
  mutating func run() throws {
    suppression.complete()
    if let problem = smallDifference() { throw problem }
    guard suppression.isWithheld.contains(true) else { return }
    applied = suppression.isWithheld
    try solver.linear(system.program(applied)) { ask in
      while true {
        let before = suppression.isWithheld
        proveLargeParts(ask)
        for group in counted.groups.indices where suppression.isWithheld[group] {
          if let prices = prove(group, ask) {
            try mend(group, prices, .tooNarrow(counted.key(group).name), ask)
          }
        }
        for group in counted.groups.indices
        where suppression.isWithheld[group] && (1...2).contains(counted.groups[group].people) {
          for other in knownToInsider(of: group, ask) {
            try mend(other, [], .knownToInsider(counted.key(other).name), ask)
          }
        }
        suppression.complete()
        apply(ask)
        if suppression.isWithheld == before { break }
      }
      giveBack(ask)
    }
    if let problem = smallDifference() { throw problem }
  }

  // MARK: - Intervals

  private var isSmall: Bool { system.size <= Self.small }

  private func isProved(_ group: Int) -> Bool {
    guard evidence.wholeWidth(group) < widths[group] else { return true }
    // Rounded inwards, the interval is still wide enough.
    return !isSmall && evidence.width(group) >= minimum + Self.margin
  }

  /// Pulls many groups apart at once, which often proves most of them.
  private mutating func proveLargeParts(_ ask: ProgramSolver.Session) {
    var random = SplitMix64(seed: 1)
    for _ in 0..<8 {
      let open = counted.groups.indices.filter { suppression.isWithheld[$0] && !isProved($0) }
      guard open.count > 4 else { return }
      _ = learn(
        ask(.init(system.sum(of: open.map { ($0, random.happens(perThousand: 500) ? 1 : -1) }))))
    }
  }

  /// Proves that the interval of a group is wide; `nil` when it is, otherwise the prices of the
  /// rows that bind it.
  private mutating func prove(_ group: Int, _ ask: ProgramSolver.Session) -> [Double]? {
    if isProved(group) { return nil }
    var prices: [Double] = []
    for weight in [1.0, -1] {
      guard let solution = learn(ask(.init(system.sum(of: group, weight: weight)))) else {
        continue
      }
      if isProved(group) { return nil }
      prices =
        prices.isEmpty ? solution.prices : zip(prices, solution.prices).map { abs($0) + abs($1) }
    }
    guard isSmall || widths[group] < minimum, evidence.width(group) >= widths[group] else {
      return prices
    }
    return isProvedInWholePeople(group) ? nil : prices
  }

  private mutating func isProvedInWholePeople(_ group: Int) -> Bool {
    let program = system.program(applied)
    for weight in [1.0, -1] {
      // Going further than the proof needs would be work for nothing.
      let seen = evidence.whole(group)
      let bounds =
        weight > 0
        ? LinearProgram.Bounds(
          0, min(Double(seen.lowerBound + widths[group]), system.ceiling(of: group)))
        : LinearProgram.Bounds(
          Double(max(0, seen.upperBound - widths[group])), system.ceiling(of: group))
      let question = ProgramSolver.Question(
        system.sum(of: group, weight: weight), rows: [group: bounds])
      _ = learn(solver.integer(program, question, Self.nodes), isWhole: true)
      if evidence.wholeWidth(group) >= widths[group] { return true }
    }
    return false
  }

  // MARK: - Insiders

  /// The other small withheld groups that somebody of a group of one or two can work out, who
  /// knows its size.
  private mutating func knownToInsider(
    of group: Int, _ ask: ProgramSolver.Session
  ) -> [Int] {
    let people = counted.groups[group].people
    var open = counted.groups.indices.filter { other in
      other != group && suppression.isWithheld[other]
        && MinimumGroup.withholds(counted.groups[other].people, fewest: minimum)
        && !(counted.groups[other].people == people && isNested(group, other))
    }
    open = open.filter { !isVagueToInsider($0, group: group, people: people) }
    guard !open.isEmpty else { return [] }
    let known = LinearProgram.Bounds(Double(people), Double(people))
    for weight in [1.0, -1] where !open.isEmpty {
      let pull = system.sum(of: open.map { ($0, weight) })
      if isSmall {
        let question = ProgramSolver.Question(pull, rows: [group: known])
        _ = learn(solver.integer(system.program(applied), question, Self.nodes), isWhole: true)
      } else {
        _ = learn(ask(.init(pull, rows: [group: known])))
      }
      open = open.filter { !isVagueToInsider($0, group: group, people: people) }
    }
    var exact: [Int] = []
    for other in open where !isVagueToInsider(other, group: group, people: people) {
      for weight in [1.0, -1] {
        let question = ProgramSolver.Question(
          system.sum(of: other, weight: weight), rows: [group: known])
        if isSmall {
          _ = learn(solver.integer(system.program(applied), question, Self.nodes), isWhole: true)
        } else {
          _ = learn(ask(question))
        }
      }
      if !isVagueToInsider(other, group: group, people: people) { exact.append(other) }
    }
    if !isSmall {
      _ = ask(
        .init(
          .init(columns: [], weights: []), rows: [group: system.rowBounds(group, applied)]))
    }
    return exact
  }

  /// Whether solutions leave room for another size of a group to somebody who knows the size of
  /// his own.
  private func isVagueToInsider(_ other: Int, group: Int, people: Int) -> Bool {
    let own = Double(people)
    let truth = Double(counted.groups[other].people)
    if isSmall {
      return evidence.solutions.contains {
        $0.isWhole && Int($0.sizes[group].rounded()) == people
          && Int($0.sizes[other].rounded()) != counted.groups[other].people
      }
    }
    var low = truth
    var high = truth
    let above = evidence.solutions.first { $0.sizes[group] > own + Self.tolerance }
    for first in evidence.solutions where first.sizes[group] <= own + Self.tolerance {
      if abs(first.sizes[group] - own) < Self.tolerance {
        low = min(low, first.sizes[other])
        high = max(high, first.sizes[other])
      } else if let second = above {
        // Between two solutions is one in which his own group has the size he knows.
        let share = (own - first.sizes[group]) / (second.sizes[group] - first.sizes[group])
        let between = first.sizes[other] + share * (second.sizes[other] - first.sizes[other])
        low = min(low, between)
        high = max(high, between)
      }
      if high - truth >= 1 || truth - low >= 1 { return true }
    }
    return false
  }

  private func isNested(_ first: Int, _ second: Int) -> Bool {
    zip(counted.groups[first].places, counted.groups[second].places).allSatisfy {
      $0 == nil || $1 == nil || $0 == $1
    }
  }

  // MARK: - Mending

  /// Withholds one more group that binds a group, and tells the solver.
  private mutating func mend(
    _ group: Int, _ prices: [Double], _ problem: DisclosureProblem, _ ask: ProgramSolver.Session
  ) throws(DisclosureProblem) {
    let binding = counted.groups.indices.filter { other in
      prices.indices.contains(other) && abs(prices[other]) > 1e-7 && other != 0
        && !suppression.isWithheld[other] && !suppression.isFixed[other]
        && counted.groups[other].people > 0
    }
    // A category is withheld with all its cells, so only where no cell is left that helps.
    let cells = binding.filter { counted.groups[$0].isCell }
    let best = cells.min { (suppression.cost($0), $0) < (suppression.cost($1), $1) }
    guard
      let more = best ?? suppression.neighbours(of: group).first ?? anyNeighbour(of: group)
        ?? binding.min(by: { (suppression.cost($0), $0) < (suppression.cost($1), $1) })
    else { throw problem }
    suppression.withhold(more)
    suppression.complete()
    apply(ask)
  }

  /// A category that a group belongs to, when there is nothing left beside the group itself.
  private func anyNeighbour(of group: Int) -> Int? {
    counted.groups.indices.filter { other in
      other != 0 && !suppression.isWithheld[other] && !suppression.isFixed[other]
        && isNested(group, other)
    }.min { (suppression.cost($0), $0) < (suppression.cost($1), $1) }
  }

  // MARK: - Giving back

  /// Shows groups again that need not be withheld, the most people first; each is proved as the rest
  /// was.
  ///
  /// Categories come before the cells, which can only be shown in them.
  private mutating func giveBack(_ ask: ProgramSolver.Session) {
    let most = asked + Self.work / max(1, system.size)
    let order = counted.groups.indices.sorted { left, right in
      let (first, second) = (counted.groups[left], counted.groups[right])
      return (first.isCell ? 1 : 0, -first.people, left)
        < (second.isCell ? 1 : 0, -second.people, right)
    }
    for group in order where suppression.mayBeShown(group) {
      guard asked < most else { return }
      let before = (suppression, evidence)
      suppression.show(group)
      evidence = evidence.where(group, has: counted.groups[group].people)
      apply(ask)
      guard !isProved(besides: group, ask) else { continue }
      (suppression, evidence) = before
      apply(ask)
    }
  }

  /// Whether every withheld number is still out of reach where a group is shown as well; those that it
  /// is set against first are looked at first.
  private mutating func isProved(besides group: Int, _ ask: ProgramSolver.Session) -> Bool {
    guard smallDifference() == nil else { return false }
    let near = suppression.beside(group)
    let withheld = counted.groups.indices.filter { suppression.isWithheld[$0] }
    for other in withheld where near.contains(other) && prove(other, ask) != nil { return false }
    proveLargeParts(ask)
    for other in withheld where prove(other, ask) != nil { return false }
    for other in withheld where (1...2).contains(counted.groups[other].people) {
      guard knownToInsider(of: other, ask).isEmpty else { return false }
    }
    return true
  }

  private mutating func apply(_ ask: ProgramSolver.Session) {
    let now = suppression.isWithheld
    var rows: [Int: LinearProgram.Bounds] = [:]
    var columns: [Int: LinearProgram.Bounds] = [:]
    for group in now.indices where now[group] != applied[group] {
      rows[group] = system.rowBounds(group, now)
      if counted.groups[group].people == 0 {
        columns.merge(system.columnBounds(in: group, now)) { $1 }
      }
    }
    guard !rows.isEmpty else { return }
    applied = now
    _ = learn(ask(.init(.init(columns: [], weights: []), rows: rows, columns: columns)))
  }

  private mutating func learn(
    _ answer: ProgramSolver.Answer, isWhole: Bool = false
  ) -> ProgramSolver.Solution? {
    asked += isWhole ? Self.wholeQuestion : 1
    guard let solution = answer.solution else { return nil }
    evidence.add(
      system.people(at: solution.columns), isWhole: isWhole || Evidence.isWhole(solution.columns))
    return solution
  }

  // MARK: - Differences

  /// Two published groups, one inside the other, that differ by a few people.
  private func smallDifference() -> DisclosureProblem? {
    let shown = counted.groups.indices.filter { !suppression.isWithheld[$0] }
    let index = GroupIndex(groups: shown.map { ($0, counted.groups[$0].places) })
    for inner in shown {
      let places = counted.groups[inner].places
      let given = Dictionary(
        uniqueKeysWithValues: places.indices.compactMap { place in
          places[place].map { (place, $0) }
        })
      for outer in index.groups(containing: given) where outer != inner {
        let rest = counted.groups[outer].people - counted.groups[inner].people
        if MinimumGroup.withholds(rest, fewest: minimum) {
          return .smallDifference(counted.key(inner).name, counted.key(outer).name)
        }
      }
    }
    return nil
  }
}

/// The least and the greatest size that each group can have, as far as solutions have shown.
///
/// What one solution shows holds for every group at once, and goes on holding when more is
/// withheld.
struct Evidence {
  private static let tolerance = 1e-6
  private static let most = 300

  private var least: [Double]
  private var greatest: [Double]
  private var leastWhole: [Int]
  private var greatestWhole: [Int]
  /// Sizes of all groups in solutions, whole numbers or not: the first of them is the truth, the
  /// others are the latest.
  private(set) var solutions: [(sizes: [Double], isWhole: Bool)]
  private var oldest = 1

  /// Begins with the truth, which is a solution in whole numbers.
  init(truth: [Int]) {
    least = truth.map(Double.init)
    greatest = least
    leastWhole = truth
    greatestWhole = truth
    solutions = [(least, true)]
  }

  /// Learns from a solution.
  mutating func add(_ sizes: [Double], isWhole: Bool) {
    for group in sizes.indices {
      least[group] = min(least[group], sizes[group])
      greatest[group] = max(greatest[group], sizes[group])
      if isWhole {
        let size = Int(sizes[group].rounded())
        leastWhole[group] = min(leastWhole[group], size)
        greatestWhole[group] = max(greatestWhole[group], size)
      }
    }
    guard solutions.count == Self.most else { return solutions.append((sizes, isWhole)) }
    solutions[oldest] = (sizes, isWhole)
    oldest = oldest % (Self.most - 1) + 1
  }

  /// What is left of it where the size of a group is known.
  func `where`(_ group: Int, has people: Int) -> Evidence {
    let kept = solutions.filter { abs($0.sizes[group] - Double(people)) <= Self.tolerance }
    var evidence = Evidence(truth: solutions[0].sizes.map { Int($0) })
    for solution in kept.dropFirst() { evidence.add(solution.sizes, isWhole: solution.isWhole) }
    return evidence
  }

  /// How wide the interval of a group is at least, when fractions of people are allowed but the
  /// ends are whole.
  func width(_ group: Int) -> Int {
    Int((greatest[group] + Self.tolerance).rounded(.down))
      - Int((least[group] - Self.tolerance).rounded(.up))
  }

  /// How wide the interval of a group is at least, in whole people only.
  func wholeWidth(_ group: Int) -> Int { greatestWhole[group] - leastWhole[group] }

  /// The least and the greatest whole size that solutions have shown.
  func whole(_ group: Int) -> ClosedRange<Int> { leastWhole[group]...greatestWhole[group] }

  /// Whether every unknown is a whole number.
  static func isWhole(_ columns: [Double]) -> Bool {
    columns.allSatisfy { abs($0 - $0.rounded()) <= tolerance }
  }
}

/// Why a release is refused; says what could be worked out, never how many people it is.
package enum DisclosureProblem: Problem, Error {
  /// A dimension or a category has a name that tables need for themselves.
  case reservedName(String)
  /// A dimension or a category is there twice.
  case repeatedName(String)
  /// A table names a dimension that is not there, has none or more than two, or has another number
  /// of counts than cells.
  case malformedTable(String)
  /// Two tables add up to different numbers of people.
  case unequalTables(String)
  /// The counts differ from those of an earlier release of the campaign, or lack some of them.
  case changedSinceRelease(String)
  /// The size of a withheld group could be worked out too closely.
  case tooNarrow(String)
  /// A member of a small withheld group could work out the size of another one.
  case knownToInsider(String)
  /// What a withheld group answered could be worked out too closely; one without a name is all of them.
  case figureTooNarrow(String?)
  /// Two published groups, one inside the other, differ by a few people only.
  case smallDifference(String, String)
  /// The tables together have more combinations than can be proved safe.
  case tooManyCombinations(Int)
  /// The solver could not tell whether the release is safe.
  case unproved

  /// What is wrong, without a full stop.
  package var what: String {
    switch self {
    case .reservedName(let name): "'\(name)' is no name for a dimension or a category"
    case .repeatedName(let name): "'\(name)' is there twice"
    case .malformedTable(let name): "the table '\(name)' does not fit its dimensions"
    case .unequalTables(let name):
      "the table '\(name)' adds up to other numbers of people than the tables before it"
    case .changedSinceRelease(let group):
      "an earlier release of this campaign says something else about \(group)"
    case .tooNarrow(let group): "the number of people in \(group) could be worked out"
    case .knownToInsider(let group):
      "a member of a small group could work out the number of people in \(group)"
    case .figureTooNarrow(let group):
      "what \(group ?? "people who are withheld") answered could be worked out"
    case .smallDifference(let inner, let outer):
      "\(outer) less \(inner) would show a few people by themselves"
    case .tooManyCombinations(let count):
      "the tables together have \(count) combinations, more than can be proved safe"
    case .unproved: "the tables could not be proved to expose nobody"
    }
  }

  /// How to mend it, without a full stop.
  package var mend: String {
    switch self {
    case .reservedName: "call it something else than Total, All, * or nothing"
    case .repeatedName: "leave one of them out"
    case .malformedTable: "give one count for each combination of one or two dimensions"
    case .unequalTables: "count all tables from the same answers"
    case .changedSinceRelease:
      "publish from the answers that the earlier release was made from; a published campaign is frozen"
    case .tooNarrow, .knownToInsider, .figureTooNarrow, .smallDifference, .unproved:
      "publish fewer tables, or tables with wider categories"
    case .tooManyCombinations: "publish fewer tables, or tables that share fewer dimensions"
    }
  }
}
