/// The best sessions and seats as an integer program, over some of the kinds and attendances.
///
/// Columns are the sessions of each kind, the attendances, the services that wait for a base, and last the
/// steps, which are whole by themselves: a step is closed when an attendance closes it. Where it is over
/// all kinds and attendances, what it proves holds for the whole season.
struct SeatProgram {
  private let problem: SeasonProblem
  private let kinds: [Int]
  private let attendances: [Int]
  private var program: LinearProgram
  private let attendanceColumns: [Int: Int]
  private let weights: LinearProgram.Sum
  /// The columns of how much of each region's floor is reached.
  private let floorColumns: [Int]
  private let floorRow: Int

  /// - Parameters:
  ///   - kinds: the kinds that may be held.
  ///   - attendances: the attendances of these kinds that may get a seat, in order.
  init(_ problem: SeasonProblem, kinds: [Int], attendances: [Int]) {
    self.problem = problem
    self.kinds = kinds
    self.attendances = attendances
    let demand = problem.demand
    var columns: [LinearProgram.Bounds] = kinds.map {
      .init(0, Double(problem.kinds[$0].most))
    }
    func column(_ upper: Double) -> Int {
      columns.append(.init(0, upper))
      return columns.count - 1
    }
    var attendanceColumns: [Int: Int] = [:]
    for attendance in attendances { attendanceColumns[attendance] = column(1) }
    var waiting: [Int: Int] = [:]
    for attendance in attendances {
      for service in demand.services(of: attendance) where demand.bases[service] >= 0 {
        waiting[service] = column(1)
      }
    }
    let whole = columns.count
    // By step what closes it: attendances, and services that wait.
    var closing: [Int: [Int]] = [:]
    for attendance in attendances {
      for service in demand.services(of: attendance) {
        let source = waiting[service] ?? attendanceColumns[attendance] ?? 0
        for step in demand.steps(of: service) { closing[step, default: []].append(source) }
      }
    }
    let steps = closing.keys.sorted()
    var stepColumns: [Int: Int] = [:]
    for step in steps { stepColumns[step] = column(1) }
    floorColumns = problem.floors.map { column(Double($0)) }
    self.attendanceColumns = attendanceColumns
    weights = LinearProgram.Sum(
      columns: steps.compactMap { stepColumns[$0] },
      weights: steps.map { Double(demand.stepWeights[$0]) })
    program = LinearProgram(columns: columns)
    program.wholeColumns = whole
    floorRow = 0
    program.append(
      .init(columns: floorColumns, weights: floorColumns.map { _ in 1 }), .init(0, .infinity))
    for step in steps {
      if let column = stepColumns[step] { atMost(column, closing[step] ?? []) }
    }
    for attendance in attendances {
      guard let column = attendanceColumns[attendance] else { continue }
      for need in demand.needs(of: attendance) {
        switch need {
        case .step(let step): atMost(column, stepColumns[step].map { [$0] } ?? [])
        case .attendance(let other): atMost(column, attendanceColumns[other].map { [$0] } ?? [])
        }
      }
      for service in demand.services(of: attendance) {
        guard let own = waiting[service] else { continue }
        atMost(own, [column])
        atMost(own, stepColumns[Int(demand.bases[service])].map { [$0] } ?? [])
      }
    }
    appendFloors(steps, stepColumns)
    appendSessions()
    appendSeats()
  }

  /// How many columns the program has.
  var size: Int { program.columns.count }

  /// The best sessions and seats.
  ///
  /// - Parameters:
  ///   - sessions: how many sessions of each kind; `nil` to choose them.
  ///   - above: only better ones than this are looked for.
  /// - Returns: `nil` when none is better or none was found; `isProved` says which.
  func solve(
    _ solver: ProgramSolver, sessions: [Int]? = nil, above: SeasonSeating.Score?, nodes: Int
  ) -> Found {
    let fixed = sessions.map { sessions in
      Dictionary(
        kinds.enumerated().map { ($0, .init(Double(sessions[$1]), Double(sessions[$1]))) },
        uniquingKeysWith: { _, last in last as LinearProgram.Bounds })
    }
    var rows: [Int: LinearProgram.Bounds] = [:]
    var floors = 0
    if problem.limits.floor > 0 {
      // Floors come first: with as much of them as there can be, the rest.
      let sum = LinearProgram.Sum(columns: floorColumns, weights: floorColumns.map { _ in 1 })
      let answer = solver.integer(program, .init(sum, columns: fixed ?? [:]), nodes)
      guard case .optimal(let best) = answer else {
        return Found(plan: nil, isProved: answer == .infeasible)
      }
      floors = Int(best.objective.rounded())
      rows = [floorRow: .init(Double(floors) - 0.5, .infinity)]
    }
    let isHigher = above.map { floors > $0.floors } ?? true
    let answer = solver.integer(
      program,
      .init(
        weights, rows: rows, columns: fixed ?? [:],
        above: isHigher ? nil : above.map { Double($0.closed) }), nodes)
    switch answer {
    case .infeasible: return Found(plan: nil, isProved: true)
    case .undecided: return Found(plan: nil, isProved: false)
    case .stopped(let solution): return Found(plan: plan(solution), isProved: false)
    case .optimal(let solution): return Found(plan: plan(solution), isProved: true)
    }
  }

  /// What the solver found.
  struct Found {
    /// The sessions of each kind and the attendances with a seat.
    let plan: (sessions: [Int], taken: [Int])?
    /// Whether nothing that the program holds is better.
    let isProved: Bool
  }

  private func plan(_ solution: ProgramSolver.Solution) -> (sessions: [Int], taken: [Int]) {
    var sessions = Array(repeating: 0, count: problem.kinds.count)
    for (column, kind) in kinds.enumerated() {
      sessions[kind] = Int(solution.columns[column].rounded())
    }
    return (
      sessions,
      attendances.filter { attendanceColumns[$0].map { solution.columns[$0] > 0.5 } ?? false }
    )
  }

  // MARK: - Rows

  private mutating func append(
    _ terms: [(column: Int, weight: Double)], _ lower: Double, _ upper: Double
  ) {
    program.append(
      .init(columns: terms.map(\.column), weights: terms.map(\.weight)), .init(lower, upper))
  }

  /// A column that is no more than the sum of others.
  private mutating func atMost(_ column: Int, _ others: [Int]) {
    append([(column, 1)] + others.map { ($0, -1) }, -.infinity, 0)
  }

  private mutating func appendFloors(_ steps: [Int], _ stepColumns: [Int: Int]) {
    guard problem.limits.floor > 0 else { return }
    let demand = problem.demand
    var terms = Array(repeating: [(column: Int, weight: Double)](), count: demand.regions + 1)
    for person in demand.regionOf.indices {
      for step in demand.steps(ofPerson: person) {
        guard let column = stepColumns[step], demand.stepWeights[step] > 0 else { continue }
        terms[Int(demand.regionOf[person])].append((column, -Double(demand.stepWeights[step])))
      }
    }
    for (region, column) in floorColumns.enumerated() {
      append([(column, 1)] + terms[region], -.infinity, 0)
    }
  }

  private mutating func appendSessions() {
    for resource in SeasonProblem.Resource.allCases {
      guard let limit = problem.limit(resource) else { continue }
      let used = kinds.enumerated().filter { problem.use($0.element, resource) > 0 }
      append(
        used.map { ($0.offset, Double(problem.use($0.element, resource))) }, 0, Double(limit))
    }
    let columns = Dictionary(
      kinds.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    for kept in problem.kept {
      append(kept.compactMap { kind in columns[kind].map { ($0, 1) } }, 1, .infinity)
    }
  }

  private mutating func appendSeats() {
    let demand = problem.demand
    var byKind: [Int: [Int]] = [:]
    for attendance in attendances {
      guard let column = attendanceColumns[attendance] else { continue }
      byKind[Int(problem.kindOf[attendance]), default: []].append(column)
    }
    for (column, kind) in kinds.enumerated() {
      let seats = byKind[kind] ?? []
      for seat in seats { atMost(seat, [column]) }
      let terms = seats.map { ($0, 1.0) }
      append(
        terms + [(column, -Double(problem.kinds[kind].capacity))], -.infinity, 0)
      append(terms + [(column, -Double(problem.limits.leastPeople))], 0, .infinity)
    }
    if let seats = problem.limits.seats {
      append(attendances.compactMap { attendanceColumns[$0].map { ($0, 1) } }, 0, Double(seats))
    }
    var byPerson: [Int32: [Int]] = [:]
    for attendance in attendances {
      guard let column = attendanceColumns[attendance] else { continue }
      byPerson[demand.personOf[attendance], default: []].append(column)
    }
    for (_, columns) in byPerson.sorted(by: { $0.key < $1.key })
    where columns.count > problem.limits.sessionsPerPerson {
      append(columns.map { ($0, 1) }, 0, Double(problem.limits.sessionsPerPerson))
    }
  }
}
