import WaymarkBasics

/// Withholds figures of one competency until it is proved that nobody can work out a withheld one.
///
/// A figure is withheld for itself where all of a group answered alike, or too few answered. What others
/// say must then leave open, for a reader of everything that is published: the sum of the levels by as
/// much as a level each (or half of a short scale), the number below usual by a quarter of those
/// who could be, and where a share is coded, whether it was everybody. Other worlds that fit all that is
/// published are the proof; where there is none, a figure that stands in the way is withheld too.
///
/// In campaigns of more than `thorough` people this is proved of groups all of whom chose an end of the
/// scale; of the others it is made sure for a reader of each line by itself, `FigureLines`.
struct FigureProof {
  private static let thorough = 200
  /// Up to so many columns the other worlds are of whole people; larger programs allow fractions.
  private static let small = 2_000
  /// How much more room there has to be where fractions of people are allowed.
  private static let margin = 2
  /// The most nodes of one integer program.
  private static let nodes = 500

  private let groups: FigureGroups
  private let cells: [FigureCell]
  private let isFixed: [Bool]
  private let scale: ClosedRange<Int>
  private let isThorough: Bool
  private let solver: ProgramSolver
  /// Whether the figures of each group are withheld, for themselves or for others.
  private(set) var isWithheld: [Bool]
  private var evidence: Evidence

  /// - Parameters:
  ///   - withheld: whether earlier releases withheld the figures of each group.
  ///   - isFixed: whether earlier releases have decided about them.
  init(
    _ groups: FigureGroups, cells: [FigureCell], withheld: [Bool], isFixed: [Bool],
    scale: ClosedRange<Int>, solver: ProgramSolver
  ) {
    self.groups = groups
    self.cells = cells
    self.isFixed = isFixed
    self.scale = scale
    self.solver = solver
    isThorough =
      groups.groups.allSatisfy { $0.key?.categories.isEmpty != true || $0.people <= Self.thorough }
    isWithheld = cells.indices.map { withheld[$0] || cells[$0].figures == .withheld }
    evidence = Evidence(truth: Array(repeating: 0, count: cells.count * 2))
  }

  /// The published groups whose figures are withheld for others alone.
  var withheldForOthers: [Int] {
    groups.groups.indices.filter {
      groups.groups[$0].key != nil && isWithheld[$0] && cells[$0].figures != .withheld
    }
  }

  /// The groups about which something must stay open.
  var open: [Int] { groups.groups.indices.filter { need($0, .sum) + need($0, .below) > 0 } }

  /// Whether anything is published from which something could follow.
  var needsProof: Bool {
    groups.groups.indices.contains { isWithheld[$0] || cells[$0].figures.below.isCoded }
      && groups.groups.indices.contains(where: shows)
  }

  /// Withholds and proves until both hold.
  ///
  /// - Parameter sample: those whose answers are turned.
  /// - Throws: `DisclosureProblem.figureTooNarrow` when nothing more can be withheld that would help.
  mutating func run(_ sample: FigureSample, position: Int, tally: TargetTally) throws {
    var isSettled = false
    while !isSettled {
      try prove(sample, position: position, tally: tally)
      isSettled = true
      while let (group, line) = FigureLines(groups, cells, isWithheld, scale).worked {
        try withhold(beside(group, in: line, sample), for: group)
        isSettled = false
      }
    }
  }

  private mutating func prove(_ sample: FigureSample, position: Int, tally: TargetTally) throws {
    var about = Set(open)
    var isProved = about.isEmpty
    while !isProved {
      let system = FigureSystem(
        sample.people(about: about), groups: cells.count, position: position, tally: tally)
      let program = system.program(bounds)
      try solver.linear(program) { ask in
        isProved = try prove(system, program, sample, about: &about, ask)
      }
    }
  }

  /// - Parameter about: the groups all of whose people can turn; one more is added where that is
  ///   needed.
  /// - Returns: `false` when people of another group are needed.
  private mutating func prove(
    _ system: FigureSystem, _ program: LinearProgram, _ sample: FigureSample,
    about: inout Set<Int>, _ ask: ProgramSolver.Session
  ) throws(DisclosureProblem) -> Bool {
    while true {
      let before = isWithheld
      pullApart(system, ask)
      for group in groups.groups.indices {
        for measure in FigureSystem.Measure.allCases {
          while let prices = prove(group, measure, system, program, ask) {
            guard about.contains(group) else {
              about.insert(group)
              return false
            }
            let more = candidate(for: group, prices, sample)
            try withhold(more, for: group)
            _ = ask(.init(.init(columns: [], weights: []), rows: rows))
          }
        }
      }
      if isWithheld == before { return true }
    }
  }

  // MARK: - What must stay open

  private func shows(_ group: Int) -> Bool {
    groups.groups[group].key != nil && !isWithheld[group]
  }

  /// How wide the interval of a measure of a group has to be; 0 where it may be known.
  private func need(_ group: Int, _ measure: FigureSystem.Measure) -> Int {
    let cell = cells[group]
    let hides = isWithheld[group]
    if !isThorough, !hides || !cell.isAlike { return 0 }
    // Where few answered nobody knows who they are.
    let mostAnswered = 2 * cell.answered >= groups.groups[group].people
    let isRest = groups.groups[group].key == nil
    if !mostAnswered, isRest || !isThorough { return 0 }
    if isRest {
      // Nobody publishes what the withheld parts of a group answered together: that all answered alike
      // must stay open.
      return !hides ? 0 : measure == .sum ? (cell.answered + 9) / 10 : min(1, cell.ratings.able)
    }
    switch measure {
    case .sum:
      guard hides else { return 0 }
      // A level each, or half of a scale of two levels.
      return scale.count > 2 ? cell.answered : (cell.answered + 1) / 2
    case .below:
      let able = cell.ratings.able
      switch hides ? .withheld : cell.figures.below {
      case .withheld, .notAsked: return (able + 3) / 4
      case .atMost, .atLeast: return min(1, able)
      case .percent, .about, .mean: return 0
      }
    }
  }

  private func isProved(_ group: Int, _ measure: FigureSystem.Measure, isSmall: Bool) -> Bool {
    let row = FigureSystem.row(group, measure)
    let need = need(group, measure)
    let most =
      measure == .sum ? cells[group].answered * (scale.count - 1) : cells[group].ratings.able
    return evidence.wholeWidth(row) >= need
      || !isSmall && evidence.width(row) >= min(need + Self.margin, most)
  }

  // MARK: - Bounds

  private static let anything = LinearProgram.Bounds(-.infinity, .infinity)

  /// By how much a measure of a group can change without a change of what is published.
  private func bounds(_ group: Int, _ measure: FigureSystem.Measure) -> LinearProgram.Bounds {
    guard shows(group) else {
      // In large programs going further than the proof needs would be work for nothing; in small ones
      // the ends are more often whole. A group in which others lie must not hold them back.
      guard !isThorough, groups.groups[group].key != nil else { return Self.anything }
      // Each who turns changes the sum by a few levels.
      let need = max(need(group, measure), measure == .sum ? 0 : need(group, .sum) / 2)
      let enough = Double(scale.count * (need + Self.margin))
      return need > 0 ? .init(-enough, enough) : Self.anything
    }
    let cell = cells[group]
    switch measure {
    case .sum:
      let sums = cell.sums
      return .init(Double(sums.lowerBound - cell.sum), Double(sums.upperBound - cell.sum))
    case .below:
      guard cell.figures.below != .withheld else { return Self.anything }
      let belows = cell.belows(withInterval: isEverybody(group))
      let below = cell.ratings.below
      return .init(Double(belows.lowerBound - below), Double(belows.upperBound - below))
    }
  }

  private var rows: [Int: LinearProgram.Bounds] {
    Dictionary(uniqueKeysWithValues: bounds.enumerated().map { ($0, $1) })
  }

  /// By how much each level of the split of everybody can change.
  private var splitBounds: [LinearProgram.Bounds] {
    guard let everybody = groups.groups.indices.first(where: isEverybody), shows(everybody),
      cells[everybody].details.levels != nil
    else { return scale.map { _ in Self.anything } }
    let cell = cells[everybody]
    return zip(cell.levelRanges, cell.levels).map { range, people in
      .init(Double(range.lowerBound - people), Double(range.upperBound - people))
    }
  }

  /// The bounds of the rows of all groups, then of the split by level.
  private var bounds: [LinearProgram.Bounds] {
    cells.indices.flatMap { group in
      FigureSystem.Measure.allCases.map { bounds(group, $0) }
    } + splitBounds
  }

  private func isEverybody(_ group: Int) -> Bool {
    groups.groups[group].key?.categories.isEmpty == true
  }

  // MARK: - Proving

  /// Pulls all that must stay open up at once and down at once, which often proves most of it.
  private mutating func pullApart(_ system: FigureSystem, _ ask: ProgramSolver.Session) {
    var random = SplitMix64(seed: 1)
    for turn in 0..<4 {
      var parts: [(group: Int, measure: FigureSystem.Measure, weight: Double)] = []
      for group in groups.groups.indices {
        for measure in FigureSystem.Measure.allCases {
          let need = need(group, measure)
          guard need > 0, !isProved(group, measure, isSmall: false) else { continue }
          let isUp = turn < 2 ? turn == 0 : random.happens(perThousand: 500)
          // What is below usual goes down where levels go up.
          let sign: Double = isUp == (measure == .sum) ? 1 : -1
          parts.append((group, measure, sign / Double(need)))
        }
      }
      guard parts.count > 2 else { return }
      _ = learn(ask(.init(system.change(of: parts))), system)
    }
  }

  /// Proves that a measure of a group stays open; `nil` when it does, otherwise the prices of the
  /// rows that keep it from doing so.
  private mutating func prove(
    _ group: Int, _ measure: FigureSystem.Measure, _ system: FigureSystem,
    _ program: LinearProgram, _ ask: ProgramSolver.Session
  ) -> [Double]? {
    let isSmall = system.size <= Self.small
    func isDone() -> Bool { isProved(group, measure, isSmall: isSmall) }
    if need(group, measure) == 0 || isDone() { return nil }
    var prices: [Double] = []
    for weight in [1.0, -1] {
      let pull = system.change(of: group, measure, weight: weight)
      guard let solution = learn(ask(.init(pull)), system) else { continue }
      if isDone() { return nil }
      prices =
        prices.isEmpty
        ? solution.prices.map(abs) : zip(prices, solution.prices).map { $0 + abs($1) }
    }
    let row = FigureSystem.row(group, measure)
    guard isSmall, evidence.width(row) >= need(group, measure) else { return prices }
    // Fractions of people reach it: look for whole ones.
    for weight in [1.0, -1] {
      let question = ProgramSolver.Question(
        system.change(of: group, measure, weight: weight), rows: rows)
      _ = learn(solver.integer(program, question, Self.nodes), system, isWhole: true)
      if isDone() { return nil }
    }
    return prices
  }

  private mutating func learn(
    _ answer: ProgramSolver.Answer, _ system: FigureSystem, isWhole: Bool = false
  ) -> ProgramSolver.Solution? {
    guard let solution = answer.solution else { return nil }
    evidence.add(
      system.changes(at: solution.columns), isWhole: isWhole || Evidence.isWhole(solution.columns))
    return solution
  }

  // MARK: - Withholding more

  /// The figures to withhold where a group can be worked out: those of the smallest group that binds.
  private func candidate(
    for group: Int, _ prices: [Double], _ sample: FigureSample
  ) -> Int? {
    let binds = { (other: Int) in
      FigureSystem.Measure.allCases.contains { measure in
        let row = FigureSystem.row(other, measure)
        return prices.indices.contains(row) && prices[row] > 1e-7
      }
    }
    let free = groups.groups.indices.filter { isFree($0, sample) }
    let others = free.filter { $0 != group }
    return others.filter(binds).min(by: isCheaper) ?? others.filter { isBeside($0, group) }
      .min(by: isCheaper) ?? free.min(by: isCheaper)
  }

  /// The figures to withhold beside a part of a line: those of the smallest other part, else of the whole.
  private func beside(
    _ group: Int, in line: FigureGroups.Line, _ sample: FigureSample
  ) -> Int? {
    (line.parts + [line.whole]).filter { isFree($0, sample) && $0 != group }.min(by: isCheaper)
  }

  /// Whether the figures of a group can be withheld, and it can be proved that they do not follow.
  private func isFree(_ group: Int, _ sample: FigureSample) -> Bool {
    shows(group) && !isFixed[group] && sample.holds(group)
  }

  private func isBeside(_ other: Int, _ group: Int) -> Bool {
    groups.lines.contains { line in
      let all = line.parts + [line.whole]
      return all.contains(group) && all.contains(other)
    }
  }

  /// Cells before categories before everybody, the smaller group first.
  private func isCheaper(_ one: Int, _ other: Int) -> Bool {
    func cost(_ group: Int) -> (Int, Int, Int) {
      (-(groups.groups[group].key?.categories.count ?? 0), groups.groups[group].people, group)
    }
    return cost(one) < cost(other)
  }

  private mutating func withhold(_ more: Int?, for group: Int) throws(DisclosureProblem) {
    guard let more else {
      throw .figureTooNarrow(groups.groups[group].key?.name)
    }
    isWithheld[more] = true
  }
}
