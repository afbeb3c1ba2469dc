/// What no season can exceed, as an integer program over its sessions alone.
///
/// Each cut says that what is closed is at most a constant and what each session adds to it; the sessions
/// keep to all limits. It does not grow with the people.
struct SeasonBound {
  private let problem: SeasonProblem
  private var cuts: [SeasonPrices.Cut] = []

  /// How many nodes the solver may look at.
  private static let nodes = 200

  init(_ problem: SeasonProblem) { self.problem = problem }

  /// Adds what the prices have shown.
  mutating func add(_ more: [SeasonPrices.Cut]) { cuts += more }

  /// The most that sessions could close by what is known, and sessions that would.
  enum Answer {
    /// No sessions close more than this; these might.
    case most(Int, sessions: [Int])
    /// Nothing closes more than what was asked for.
    case nothing
    /// The solver could not tell.
    case unknown
  }

  /// - Parameters:
  ///   - above: only sessions that might close more are looked for; `nil` for any.
  ///   - most: how many sessions of each kind there can be.
  func solve(_ solver: ProgramSolver, above: Int?, most: [Int]) -> Answer {
    var columns: [LinearProgram.Bounds] = []
    var sessions: [(kind: Int, session: Int)] = []
    for kind in most.indices {
      for session in 0..<most[kind] {
        columns.append(.init(0, 1))
        sessions.append((kind, session))
      }
    }
    // What is closed, last: as a whole number, which it is, it would take many times as long.
    let closed = columns.count
    columns.append(.init(above.map { Double($0) + 0.999 } ?? 0, .infinity))
    var program = LinearProgram(columns: columns)
    program.wholeColumns = closed
    func append(_ weight: ((kind: Int, session: Int)) -> Double, _ lower: Double, _ upper: Double) {
      let terms = sessions.enumerated().map { ($0.offset, weight($0.element)) }.filter { $0.1 != 0 }
      program.append(.init(columns: terms.map(\.0), weights: terms.map(\.1)), .init(lower, upper))
    }
    for resource in SeasonProblem.Resource.allCases {
      guard let limit = problem.limit(resource) else { continue }
      append({ Double(problem.use($0.kind, resource)) }, 0, Double(limit))
    }
    if let days = problem.daysOnSite {
      for region in 0..<problem.demand.regions {
        append({ problem.kinds[$0.kind].region == region ? 1 : 0 }, 0, Double(days))
      }
    }
    for kept in problem.kept { append({ kept.contains($0.kind) ? 1 : 0 }, 1, .infinity) }
    for cut in cuts {
      let terms = sessions.enumerated().map { entry in
        (entry.offset, -cut.gains[entry.element.kind][entry.element.session])
      }.filter { $0.1 != 0 }
      program.append(
        .init(columns: [closed] + terms.map(\.0), weights: [1] + terms.map(\.1)),
        .init(-.infinity, cut.constant + 1e-6))
    }
    let question = ProgramSolver.Question(.init(columns: [closed], weights: [1]))
    switch solver.integer(program, question, Self.nodes) {
    case .infeasible: return .nothing
    case .undecided: return .unknown
    case .optimal(let solution), .stopped(let solution):
      var chosen = Array(repeating: 0, count: most.count)
      for (column, entry) in sessions.enumerated() where solution.columns[column] > 0.5 {
        chosen[entry.kind] += 1
      }
      // What is closed is a whole number.
      return .most(Int((solution.bound + 1e-4).rounded(.down)), sessions: chosen)
    }
  }
}
