/// The best sessions and seats that were found for a season, and what nothing can exceed.
///
/// A small season is solved outright. For a larger one sessions are added and exchanged, prices prove a
/// bound, and the integer program over the sessions alone both tightens the bound and proposes sessions;
/// seats are settled by an integer program over the sessions that are left.
struct SeasonSolution {
  /// How many sessions of each kind.
  private(set) var sessions: [Int]
  /// The attendances that have a seat, in order.
  private(set) var taken: [Int] = []
  /// What is closed of the floors, and in all.
  private(set) var score = SeasonSeating.Score(floors: 0, closed: 0)
  /// What no sessions within the limits close more than that reach as much of the floors.
  private(set) var bound = 0

  /// How large a program over what is promising may be.
  private static let promising = 1_000
  /// How large a program over the seats of chosen sessions may be.
  private static let seating = 12_000
  /// How often the bound is tightened.
  private static let rounds = 6

  private let problem: SeasonProblem
  private let solver: ProgramSolver

  /// - Parameter outright: how many attendances a season may have to be solved outright.
  /// - Returns: `nil` when what is to be kept cannot be held within the limits.
  init?(_ problem: SeasonProblem, solver: ProgramSolver, outright: Int) {
    self.problem = problem
    self.solver = solver
    sessions = Array(repeating: 0, count: problem.kinds.count)
    guard problem.kept.allSatisfy({ !$0.isEmpty }) else { return nil }
    guard problem.limits.sessions > 0, !problem.kinds.isEmpty else {
      if problem.kept.isEmpty { return }
      return nil
    }
    var search = SeasonSearch(problem)
    var isHeld = begin(&search)
    let attendances = problem.kindOf.indices.filter { problem.kindOf[$0] >= 0 }
    if attendances.count <= outright {
      let found = SeatProgram(
        problem, kinds: Array(problem.kinds.indices), attendances: attendances
      ).solve(solver, above: isHeld ? score : nil, nodes: 50_000)
      if let plan = found.plan {
        take(plan)
        isHeld = true
      }
      if found.isProved {
        guard isHeld else { return nil }
        bound = score.closed
        return
      }
    }
    guard tighten(&search, attendances: attendances.count, isHeld) else { return nil }
  }

  /// The same without sessions and seats that close nothing.
  ///
  /// What is to be kept stays, and so do seats without which a session would have too few people.
  func trimmed(_ problem: SeasonProblem) -> SeasonSeats {
    var seats = SeasonSeats(sessions: sessions, taken: taken)
    for kind in problem.kinds.indices.reversed() where sessions[kind] > 0 {
      var fewer = seats
      fewer.taken.removeAll { problem.kindOf[$0] == kind }
      fewer.sessions[kind] = 0
      let outcome = problem.outcome(of: fewer.taken)
      if problem.holdsKept(fewer.sessions), outcome.isSound,
        problem.score(closing: outcome.closed) == score
      {
        seats = fewer
      }
    }
    return seats
  }

  // MARK: - Taking what was found

  private mutating func take(_ plan: (sessions: [Int], taken: [Int])) {
    sessions = plan.sessions
    taken = plan.taken.sorted()
    score = problem.score(closing: problem.outcome(of: taken).closed)
  }

  /// Whether these are better than what there is, in which case they are taken.
  private mutating func takeIfBetter(_ plan: (sessions: [Int], taken: [Int])) -> Bool {
    let closed = problem.outcome(of: plan.taken.sorted()).closed
    guard problem.score(closing: closed) > score else { return false }
    take(plan)
    return true
  }

  // MARK: - Sessions

  /// Finds first sessions; `false` when what is to be kept was not found a place.
  private mutating func begin(_ search: inout SeasonSearch) -> Bool {
    guard let first = search.kept(), let found = search.improve(first) else { return false }
    take((found.sessions, found.taken))
    return true
  }

  /// Proves a bound and improves the sessions by what the proof shows.
  ///
  /// - Returns: `false` when nothing holds what is to be kept.
  private mutating func tighten(
    _ search: inout SeasonSearch, attendances: Int, _ isHeld: Bool
  ) -> Bool {
    var isHeld = isHeld
    // Where regions have floors, sessions that close less may still be better.
    let prunes = problem.limits.floor == 0
    var prices = SeasonPrices(problem)
    let moves = min(max(12_000_000 / max(attendances, 1), 15), 200)
    bound = .max
    var program = SeasonBound(problem)
    program.add(prices.cuts(goal: score.closed, sessions: nil, rounds: moves))
    var most = prices.worthwhile(isHeld && prunes ? score.closed : -1)
    search.kinds = problem.kinds.indices.filter { most[$0] > 0 }
    // The kinds of everything that was proposed.
    var proposed = Set(problem.kinds.indices.filter { sessions[$0] > 0 })
    rounds: for round in 0..<Self.rounds {
      switch program.solve(solver, above: isHeld && prunes ? score.closed : nil, most: most) {
      case .nothing:
        guard isHeld else { return false }
        bound = score.closed
        break rounds
      case .unknown: break rounds
      case .most(let limit, let sessions):
        let before = (bound, score)
        bound = min(bound, max(limit, score.closed))
        if take(proposed: sessions, &search, &proposed, isHeld) {
          isHeld = true
          if prunes { most = zip(most, prices.worthwhile(score.closed)).map(min) }
        }
        guard bound > score.closed, round + 1 < Self.rounds, before != (bound, score)
        else { break rounds }
        var local = prices
        program.add(
          local.cuts(goal: score.closed, sessions: sessions, rounds: moves / 3).suffix(2))
      }
    }
    guard isHeld else { return false }
    if bound > score.closed { choose(among: proposed.filter { most[$0] > 0 || sessions[$0] > 0 }) }
    if bound == .max { bound = problem.demand.lacking.reduce(0, +) }
    bound = max(bound, score.closed)
    return true
  }

  /// Takes proposed sessions, or what exchanging finds from them on, if they are better.
  private mutating func take(
    proposed sessions: [Int], _ search: inout SeasonSearch, _ kinds: inout Set<Int>, _ isHeld: Bool
  ) -> Bool {
    var isBetter = false
    let found = search.improve(sessions)
    for plan in [
      found.map { ($0.sessions, $0.taken) }, settled(sessions),
      found.flatMap { settled($0.sessions) },
    ] {
      guard let plan else { continue }
      kinds.formUnion(problem.kinds.indices.filter { plan.0[$0] > 0 })
      if isHeld || isBetter {
        isBetter = takeIfBetter(plan) || isBetter
      } else {
        take(plan)
        isBetter = true
      }
    }
    kinds.formUnion(problem.kinds.indices.filter { sessions[$0] > 0 })
    return isBetter
  }

  /// Chooses sessions and seats of some kinds by an integer program.
  private mutating func choose(among kinds: Set<Int>) {
    guard let program = program(kinds.sorted(), Self.promising) else { return }
    if let plan = program.solve(solver, above: score, nodes: 30).plan { _ = takeIfBetter(plan) }
  }

  /// The best seats for sessions, by an integer program; `nil` where it is too large.
  private func settled(_ sessions: [Int]) -> (sessions: [Int], taken: [Int])? {
    let kinds = problem.kinds.indices.filter { sessions[$0] > 0 }
    return program(kinds, Self.seating)?.solve(
      solver, sessions: sessions, above: nil, nodes: 30
    ).plan
  }

  private func program(_ kinds: [Int], _ limit: Int) -> SeatProgram? {
    let attendances = kinds.flatMap { problem.shortlists[$0].map(Int.init) }.sorted()
    guard attendances.count <= limit else { return nil }
    let program = SeatProgram(problem, kinds: kinds, attendances: attendances)
    return program.size <= limit ? program : nil
  }
}
