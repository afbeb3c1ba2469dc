/// The best sessions and seats as an integer program, over some of the kinds and attendances.
///
/// Columns are the sessions, the seats, the services that wait for a base, and last the steps, which are
/// whole by themselves: a step is closed when an attendance closes it. Where it is over all kinds and
/// attendances, what it proves holds for the whole season.
struct SeatProgram {
  /// Which sessions there may be.
  enum Sessions {
    /// Any of some kinds. Of days it knows only how many there are.
    case any([Int])
    /// These, on their days.
    case held([SeasonDays.Group])
  }

  /// Sessions of one kind on one day, a column each; the day is not known where any are possible.
  private struct Slot {
    let kind: Int
    let day: Int?
  }

  /// A seat that an attendance may get in a slot, a column each.
  private struct Seat {
    let attendance: Int
    let slot: Int
    let column: Int
  }

  private let problem: SeasonProblem
  private let slots: [Slot]
  private let attendances: [Int]
  private var program: LinearProgram
  private var seats: [Seat] = []
  /// The columns of each attendance, one for each day that it may be on.
  private var columnsOf: [Int: [Int]] = [:]
  private let weights: LinearProgram.Sum
  /// The columns of how much of each region's floor is reached.
  private let floorColumns: [Int]
  private let floorRow: Int

  /// - Parameters:
  ///   - sessions: the sessions that may be held.
  ///   - attendances: the attendances of these that may get a seat, in order.
  init(_ problem: SeasonProblem, _ sessions: Sessions, attendances: [Int]) {
    self.problem = problem
    self.attendances = attendances
    let demand = problem.demand
    var columns: [LinearProgram.Bounds]
    let slots: [Slot]
    switch sessions {
    case .any(let kinds):
      slots = kinds.map { Slot(kind: $0, day: nil) }
      columns = kinds.map { .init(0, Double(problem.kinds[$0].most)) }
    case .held(let groups):
      slots = groups.map { Slot(kind: $0.kind, day: $0.days[0]) }
      columns = groups.map { .init(Double($0.days.count), Double($0.days.count)) }
    }
    self.slots = slots
    func column(_ upper: Double) -> Int {
      columns.append(.init(0, upper))
      return columns.count - 1
    }
    let slotsOf = Dictionary(grouping: slots.indices) { slots[$0].kind }
    for attendance in attendances {
      for slot in slotsOf[Int(problem.kindOf[attendance])] ?? [] {
        seats.append(Seat(attendance: attendance, slot: slot, column: column(1)))
        columnsOf[attendance, default: []].append(columns.count - 1)
      }
    }
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
        let sources = waiting[service].map { [$0] } ?? columnsOf[attendance] ?? []
        for step in demand.steps(of: service) { closing[step, default: []] += sources }
      }
    }
    let steps = closing.keys.sorted()
    var stepColumns: [Int: Int] = [:]
    for step in steps { stepColumns[step] = column(1) }
    floorColumns = problem.floors.map { column(Double($0)) }
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
      let own = columnsOf[attendance] ?? []
      for need in demand.needs(of: attendance) {
        let needed =
          switch need {
          case .step(let step): stepColumns[step].map { [$0] } ?? []
          case .attendance(let other): columnsOf[other] ?? []
          }
        for column in own { atMost(column, needed) }
      }
      for service in demand.services(of: attendance) {
        guard let column = waiting[service] else { continue }
        atMost(column, own)
        atMost(column, stepColumns[Int(demand.bases[service])].map { [$0] } ?? [])
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
  /// - Parameter above: only better ones than this are looked for.
  /// - Returns: `nil` when none is better or none was found; `isProved` says which.
  func solve(_ solver: ProgramSolver, above: SeasonSeating.Score?, nodes: Int) -> Found {
    var rows: [Int: LinearProgram.Bounds] = [:]
    var floors = 0
    if problem.limits.floor > 0 {
      // Floors come first: with as much of them as there can be, the rest.
      let sum = LinearProgram.Sum(columns: floorColumns, weights: floorColumns.map { _ in 1 })
      let answer = solver.integer(program, .init(sum), nodes)
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
        weights, rows: rows,
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
    /// How many sessions of each kind, and who has a seat; on the first day where no day is known.
    let plan: (sessions: [Int], seats: [SeasonSeats.Seat])?
    /// Whether nothing that the program holds is better.
    let isProved: Bool
  }

  private func plan(
    _ solution: ProgramSolver.Solution
  ) -> (sessions: [Int], seats: [SeasonSeats.Seat]) {
    var sessions = Array(repeating: 0, count: problem.kinds.count)
    for (column, slot) in slots.enumerated() {
      sessions[slot.kind] += Int(solution.columns[column].rounded())
    }
    return (
      sessions,
      seats.filter { solution.columns[$0.column] > 0.5 }.map {
        .init(attendance: $0.attendance, day: slots[$0.slot].day ?? 0)
      }
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
      let used = slots.indices.map { ($0, Double(problem.use(slots[$0].kind, resource))) }
      append(used.filter { $0.1 > 0 }, 0, Double(limit))
    }
    for kept in problem.kept {
      append(slots.indices.filter { kept.contains(slots[$0].kind) }.map { ($0, 1) }, 1, .infinity)
    }
    guard let days = problem.daysOnSite else { return }
    for region in 0..<problem.demand.regions {
      let own = slots.indices.filter { problem.kinds[slots[$0].kind].region == region }
      append(own.map { ($0, Double(problem.kinds[slots[$0].kind].span)) }, 0, Double(days))
    }
  }

  private mutating func appendSeats() {
    let demand = problem.demand
    let bySlot = Dictionary(grouping: seats, by: \.slot)
    for (slot, kind) in slots.map(\.kind).enumerated() {
      let own = (bySlot[slot] ?? []).map(\.column)
      for seat in own { atMost(seat, [slot]) }
      let terms = own.map { ($0, 1.0) }
      append(terms + [(slot, -Double(problem.kinds[kind].capacity))], -.infinity, 0)
      append(terms + [(slot, -Double(problem.limits.leastPeople))], 0, .infinity)
    }
    if let limit = problem.limits.seats { append(seats.map { ($0.column, 1) }, 0, Double(limit)) }
    let byPerson = Dictionary(grouping: seats) { demand.personOf[$0.attendance] }
    for (_, own) in byPerson.sorted(by: { $0.key < $1.key }) {
      atMostOne(of: Dictionary(grouping: own, by: \.attendance))
      atMostOne(of: byDay(own))
      guard own.count > problem.limits.sessionsPerPerson else { continue }
      append(own.map { ($0.column, 1) }, 0, Double(problem.limits.sessionsPerPerson))
    }
  }

  /// The seats of each day, those of a session of several days on each of them.
  private func byDay(_ seats: [Seat]) -> [Int: [Seat]] {
    var days: [Int: [Seat]] = [:]
    for seat in seats {
      let slot = slots[seat.slot]
      guard let first = slot.day else { continue }
      for day in first..<first + problem.kinds[slot.kind].span {
        days[day, default: []].append(seat)
      }
    }
    return days
  }

  /// At most one seat of each group.
  private mutating func atMostOne(of groups: [Int: [Seat]]) {
    for (_, alike) in groups.sorted(by: { $0.key < $1.key }) where alike.count > 1 {
      append(alike.map { ($0.column, 1) }, 0, 1)
    }
  }
}
