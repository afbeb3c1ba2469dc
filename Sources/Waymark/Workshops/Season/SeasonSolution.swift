import WaymarkBasics

/// The best sessions and seats that were found for a season, and what nothing can exceed.
///
/// A small season is solved outright. For a larger one sessions are added and exchanged, prices prove a
/// bound, and the integer program over the sessions alone both tightens the bound and proposes sessions;
/// seats are settled by an integer program over the sessions that are left.
struct SeasonSolution {
  /// The sessions, and who has a seat in them.
  private(set) var seats = SeasonSeats.none
  /// What is closed of the floors, and in all.
  private(set) var score = SeasonSeating.Score(floors: 0, closed: 0)
  /// What no sessions within the limits close more than that reach as much of the floors.
  private(set) var bound = 0

  /// How large a program over what is promising may be.
  private static let promising = 1_000
  /// How large a program over the seats of chosen sessions may be.
  private static let seating = 12_000
  /// How many other days are tried where sessions find too few people on theirs.
  private static let layouts = 20
  /// How often the bound is tightened.
  private static let rounds = 6

  private let problem: SeasonProblem
  private let solver: ProgramSolver

  /// - Parameter outright: how many attendances a season may have to be solved outright.
  /// - Returns: `nil` when what is to be kept cannot be held within the limits.
  init?(_ problem: SeasonProblem, solver: ProgramSolver, outright: Int) {
    self.problem = problem
    self.solver = solver
    guard problem.kept.allSatisfy({ !$0.isEmpty }) else { return nil }
    guard problem.limits.sessions > 0, !problem.kinds.isEmpty else {
      if problem.kept.isEmpty { return }
      return nil
    }
    var search = SeasonSearch(problem)
    var isHeld = begin(&search)
    let attendances = problem.kindOf.indices.filter { problem.kindOf[$0] >= 0 }
    var limit = Int.max
    if attendances.count <= outright {
      let found = SeatProgram(
        problem, .any(Array(problem.kinds.indices)), attendances: attendances
      ).solve(solver, above: isHeld ? score : nil, nodes: 50_000)
      let best = found.plan.map { score(of: $0.seats.map(\.attendance)) }
      if let plan = found.plan, let seats = laidOut(plan, &search),
        !isHeld || score(of: seats) > score
      {
        take(seats)
        isHeld = true
      }
      if found.isProved {
        if best ?? score == score {
          guard isHeld else { return nil }
          bound = score.closed
          return
        }
        // It did not know of days all that there is to know.
        if let best, best.floors == score.floors { limit = best.closed }
      }
    }
    guard tighten(&search, attendances: attendances.count, isHeld) else { return nil }
    bound = min(bound, limit)
  }

  /// The same without sessions and seats that close nothing.
  ///
  /// What is to be kept stays, and so do seats without which a session would have too few people.
  func trimmed(_ problem: SeasonProblem) -> SeasonSeats {
    var trimmed = seats
    for kind in problem.kinds.indices.reversed()
    where trimmed.groups.contains(where: { $0.kind == kind }) {
      let fewer = trimmed.without(kind, problem)
      let outcome = problem.outcome(of: fewer.attendances)
      if problem.holdsKept(fewer.sessions(problem)), outcome.isSound,
        problem.score(closing: outcome.closed) == score
      {
        trimmed = fewer
      }
    }
    return trimmed
  }

  // MARK: - Taking what was found

  private var sessions: [Int] { seats.sessions(problem) }

  private func score(of attendances: [Int]) -> SeasonSeating.Score {
    problem.score(closing: problem.outcome(of: attendances).closed)
  }

  private func score(of seats: SeasonSeats) -> SeasonSeating.Score {
    score(of: seats.attendances)
  }

  private mutating func take(_ found: SeasonSeats) {
    seats = found
    score = score(of: found)
  }

  /// Whether these are better than what there is, in which case they are taken.
  private mutating func takeIfBetter(_ found: SeasonSeats) -> Bool {
    guard score(of: found) > score else { return false }
    take(found)
    return true
  }

  /// Sessions on days, with the seats that a program chose without knowing of days, or the best on good
  /// days; `nil` when the days are too few.
  private func laidOut(
    _ plan: (sessions: [Int], seats: [SeasonSeats.Seat]), _ search: inout SeasonSearch
  ) -> SeasonSeats? {
    guard let days = SeasonDays(plan.sessions, of: problem) else { return nil }
    guard days.areOneByOne else {
      let good = search.exchangeDays(days)
      return settled(good)
        ?? good.exchanges(of: problem).prefix(Self.layouts).lazy.compactMap {
          settled($0)
        }.first
    }
    let first = Dictionary(uniqueKeysWithValues: days.groups.map { ($0.kind, $0.days[0]) })
    return SeasonSeats(
      groups: days.groups,
      seats: plan.seats.map {
        .init(attendance: $0.attendance, day: first[Int(problem.kindOf[$0.attendance])] ?? 0)
      })
  }

  // MARK: - Sessions

  /// Finds first sessions; `false` when what is to be kept was not found a place.
  private mutating func begin(_ search: inout SeasonSearch) -> Bool {
    guard let first = search.kept(), let found = search.improve(first) else { return false }
    take(found)
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
    if bound > score.closed {
      choose(among: proposed.filter { most[$0] > 0 || sessions[$0] > 0 }, &search)
      if problem.limits.sessionsPerDay > 1, let other = laidOut((sessions, seats.seats), &search) {
        _ = takeIfBetter(other)
      }
    }
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
    let improved = found?.sessions(problem) ?? sessions
    let counts = improved == sessions ? [sessions] : [sessions, improved]
    let laidOut = counts.map { SeasonDays($0, of: problem).flatMap { settled($0) } }
    for plan in [found] + laidOut {
      guard let plan else { continue }
      kinds.formUnion(plan.groups.map(\.kind))
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
  private mutating func choose(among kinds: Set<Int>, _ search: inout SeasonSearch) {
    guard let program = program(.any(kinds.sorted()), Array(kinds), Self.promising) else { return }
    let found = program.solve(solver, above: score, nodes: 30).plan
    if let seats = found.flatMap({ laidOut($0, &search) }) { _ = takeIfBetter(seats) }
  }

  /// The best seats for sessions on days, by an integer program; `nil` where it is too large.
  private func settled(_ days: SeasonDays) -> SeasonSeats? {
    let groups = days.groups
    let program = program(.held(groups), groups.map(\.kind), Self.seating)
    return program?.solve(solver, above: nil, nodes: 30).plan.map {
      SeasonSeats(groups: groups, seats: $0.seats)
    }
  }

  private func program(
    _ sessions: SeatProgram.Sessions, _ kinds: [Int], _ limit: Int
  ) -> SeatProgram? {
    let attendances = Set(kinds).flatMap { problem.shortlists[$0].map(Int.init) }.sorted()
    guard attendances.count <= limit else { return nil }
    let program = SeatProgram(problem, sessions, attendances: attendances)
    return program.size <= limit ? program : nil
  }
}

/// What people close who go to sessions, one attendance after another.
struct SeasonOutcome {
  private let demand: SeasonDemand
  private var reached: Set<Int> = []
  private var attended: Set<Int> = []

  /// Whether everybody had what the sessions need when they came.
  private(set) var isSound = true

  /// What is closed in each region, weighted; the last is of those without one.
  private(set) var closed: [Int]
  /// What is closed of each competency, weighted.
  private(set) var closedByCompetency: [Int]

  init(_ demand: SeasonDemand) {
    self.demand = demand
    closed = Array(repeating: 0, count: demand.regions + 1)
    closedByCompetency = Array(repeating: 0, count: demand.lackingByCompetency.count)
  }

  /// Adds an attendance; a person's come in the order of the sessions.
  ///
  /// - Returns: what it closes of each competency, weighted, where that is anything.
  @discardableResult
  mutating func attend(_ attendance: Int) -> [(competency: Int, closed: Int)] {
    attended.insert(attendance)
    for need in demand.needs(of: attendance) {
      switch need {
      case .step(let step): if !reached.contains(step) { isSound = false }
      case .attendance(let other): if !attended.contains(other) { isSound = false }
      }
    }
    let region = Int(demand.regionOf[Int(demand.personOf[attendance])])
    var found: [(competency: Int, closed: Int)] = []
    for service in demand.services(of: attendance) {
      let base = Int(demand.bases[service])
      guard base < 0 || reached.contains(base) else { continue }
      var gain = 0
      for step in demand.steps(of: service) where reached.insert(step).inserted {
        gain += Int(demand.stepWeights[step])
      }
      guard gain > 0 else { continue }
      let competency = Int(demand.stepCompetencies[Int(demand.serviceLows[service])])
      closed[region] += gain
      closedByCompetency[competency] += gain
      found.append((competency, gain))
    }
    return found
  }
}
