import WaymarkBasics

/// The best set of steps as an integer program.
///
/// One column for each resource, for each service of what is learned from that can count, and for each
/// move twice: that it is made, and that it was learned for. A move is made when the one below it is
/// and practice for it is chosen, or, where there is none, something to learn from. That says nothing
/// of the order, so sets that cannot be put in an order are cut off one by one.
struct PathProgram {
  private struct Claim {
    let resource: Int
    let service: LearningResource.Service
  }

  private let levels: LevelsHeld
  private let wishes: LearningPath.Wishes
  private let worth: MoveWorth
  private let resources: [LearningResource]
  private let claims: [Claim]
  /// The column of each move: that it is made.
  private let made: [Move: Int]
  /// The column of each move: that it was learned for, where that counts.
  private let learned: [Move: Int]
  private var program: LinearProgram
  private let weights: LinearProgram.Sum

  /// The row of what is closed, the first of all.
  private static let gainRow = 0

  /// How many nodes the solver may look at for one question.
  private static let nodes = 20_000
  /// How many sets that cannot be put in an order are cut off before it is given up.
  private static let cuts = 60

  init(
    _ levels: LevelsHeld, _ resources: [LearningResource], _ wishes: LearningPath.Wishes,
    worth: MoveWorth
  ) {
    self.levels = levels
    self.wishes = wishes
    self.worth = worth
    self.resources = resources
    var claims: [Claim] = []
    var moves = Set<Move>()
    for (place, resource) in resources.enumerated() {
      for service in resource.serves {
        guard let held = levels.held(service.competency), service.to > held else { continue }
        if !resource.isPractice { claims.append(Claim(resource: place, service: service)) }
        moves.formUnion(
          service.moves.filter {
            $0.to > held.rank && (resource.isPractice || !levels.isPractised($0))
          })
      }
    }
    var columns = resources.count + claims.count
    var made: [Move: Int] = [:]
    var learned: [Move: Int] = [:]
    var gains: [(column: Int, weight: Double)] = []
    for move in moves.sorted() {
      made[move] = columns
      let alone = worth.alone(move)
      if alone > 0 { gains.append((columns, Double(alone))) }
      columns += 1
      let more = worth.whole(move) - alone
      guard more > 0 else { continue }
      learned[move] = columns
      gains.append((columns, Double(more)))
      columns += 1
    }
    self.claims = claims
    self.made = made
    self.learned = learned
    weights = LinearProgram.Sum(columns: gains.map(\.column), weights: gains.map(\.weight))
    program = LinearProgram(columns: Array(repeating: .init(0, 1), count: columns))
    program.append(weights, .init(0, .infinity))
    appendMoves()
    appendRequirements()
    appendLimits()
  }

  /// The best steps in an order that keeps to everything; ties go to what asks less of the person.
  ///
  /// - Returns: the steps, and whether it is proved that no others are worth more; `nil` when the
  ///   solver failed or nothing that it chose could be put in an order.
  mutating func solve(
    _ solver: ProgramSolver
  ) -> (steps: [PathSchedule.Entry], isProved: Bool)? {
    guard !weights.columns.isEmpty else { return ([], true) }
    var isProved = true
    for _ in 0...Self.cuts {
      let best = solver.integer(program, .init(weights), Self.nodes)
      guard let solution = best.solution else { return nil }
      if case .stopped = best { isProved = false }
      let gain = solution.objective.rounded()
      guard gain > 0 else { return ([], isProved) }
      let cheapest = solver.integer(
        program, .init(effort, rows: [Self.gainRow: .init(gain, .infinity)]), Self.nodes)
      let columns = (cheapest.solution ?? solution).columns
      let chosen = resources.indices.filter { columns[$0] > 0.5 }
      let claimed = claims.indices.filter { columns[resources.count + $0] > 0.5 }
      let schedule = PathSchedule(
        chosen.map { place in
          PathSchedule.Wanted(
            resource: resources[place],
            claims: claimed.filter { claims[$0].resource == place }.map { claims[$0].service })
        }, levels: levels, wishes: wishes, worth: worth)
      switch schedule.order() {
      case .found(let entries): return (entries, isProved)
      case .stuck(let stuck, let held):
        cutOff(Set(stuck.map { chosen[$0] }), of: Set(chosen), claimed: claimed, held)
      case .tooLate: cutOff(exactly: chosen, claimed: claimed)
      }
    }
    return nil
  }

  // MARK: - Rows

  private func claimColumn(_ claim: Int) -> Int { resources.count + claim }

  private mutating func appendMoves() {
    var practice: [Move: [Int]] = [:]
    for (place, resource) in resources.enumerated() where resource.isPractice {
      for move in resource.serves.flatMap(\.moves) { practice[move, default: []].append(place) }
    }
    var learning: [Move: [Int]] = [:]
    for (place, claim) in claims.enumerated() {
      atMost(claimColumn(place), [claim.resource])
      let (competency, from) = (claim.service.competency, claim.service.from)
      if let held = levels.held(competency), held < from {
        atMost(
          claimColumn(place), [made[Move(competency: competency, to: from.rank)]].compactMap(\.self)
        )
      }
      for move in claim.service.moves { learning[move, default: []].append(claimColumn(place)) }
    }
    for (move, column) in made.sorted(by: { $0.key < $1.key }) {
      if let held = levels.held(move.competency), held.rank < move.to - 1 {
        let below = made[Move(competency: move.competency, to: move.to - 1)]
        atMost(column, [below].compactMap(\.self))
      }
      atMost(
        column, levels.isPractised(move) ? practice[move] ?? [] : learning[move] ?? [])
      guard let whole = learned[move] else { continue }
      atMost(whole, [column])
      atMost(whole, learning[move] ?? [])
    }
  }

  private mutating func appendRequirements() {
    let places = Dictionary(
      resources.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let done = wishes.doneResources
    for (place, resource) in resources.enumerated() {
      for requirement in resource.requires where !levels.meets(requirement, done: done) {
        let column: Int? =
          switch requirement {
          case .level(let competency, let level):
            made[Move(competency: competency, to: level.rank)]
          case .resource(let other): other == resource.id ? nil : places[other]
          }
        atMost(place, column.map { [$0] } ?? [])
      }
    }
  }

  private mutating func appendLimits() {
    func limit(_ amount: Int?, _ of: (LearningResource) -> Int) {
      guard let amount else { return }
      let places = resources.indices.filter { of(resources[$0]) > 0 }
      program.append(
        LinearProgram.Sum(columns: places, weights: places.map { Double(of(resources[$0])) }),
        .init(0, Double(amount)))
    }
    limit(wishes.minutesInAll) { $0.duration.minutes ?? 0 }
    limit(wishes.usDollars) { $0.cost.usDollars ?? 0 }
    limit(wishes.steps) { _ in 1 }
    limit(LearningPath.Wishes.courses) { $0.format == .course ? 1 : 0 }
  }

  /// A column that is no more than the sum of others.
  private mutating func atMost(_ column: Int, _ others: [Int]) {
    program.append(
      LinearProgram.Sum(
        columns: [column] + others, weights: [1] + others.map { _ in -1 }),
      .init(-.infinity, 0))
  }

  /// What the steps ask of a person, to be made small in the order of `StepEffort`; and no claim that is
  /// not needed.
  private var effort: LinearProgram.Sum {
    LinearProgram.Sum(
      columns: Array(0..<resources.count + claims.count),
      weights: resources.map { -Double(wishes.effort(of: $0).weight) } + claims.map { _ in -0.001 })
  }

  // MARK: - Cuts

  /// Of the stuck resources one is left out or one of its claims dropped, or something is added that
  /// was not there by then: practice or a claim of a level above, or a resource that others require.
  private mutating func cutOff(
    _ stuck: Set<Int>, of chosen: Set<Int>, claimed: [Int], _ held: LevelsHeld
  ) {
    let inside =
      claimed.filter { stuck.contains(claims[$0].resource) }.map(claimColumn) + stuck.sorted()
    func leadsFurther(_ service: LearningResource.Service) -> Bool {
      held.held(service.competency).map { service.to > $0 } ?? true
    }
    let others = claims.indices.filter { place in
      let service = claims[place].service
      return !claimed.contains(place) && leadsFurther(service)
        && !service.moves.allSatisfy(levels.isPractised)
    }
    let outside =
      resources.indices.filter { place in
        let resource = resources[place]
        return !chosen.contains(place)
          && (isRequired(resource.id)
            || resource.isPractice && resource.serves.contains(where: leadsFurther))
      } + others.map(claimColumn)
    program.append(
      LinearProgram.Sum(
        columns: inside + outside,
        weights: inside.map { _ in 1 } + outside.map { _ in -1 }),
      .init(-.infinity, Double(inside.count - 1)))
  }

  private func isRequired(_ id: ID<LearningResource>) -> Bool {
    resources.contains { $0.requires.contains(.resource(id)) }
  }

  /// Never this set again with all of its claims.
  private mutating func cutOff(exactly chosen: [Int], claimed: [Int]) {
    let inside = chosen + claimed.map(claimColumn)
    let outside = resources.indices.filter { !chosen.contains($0) }
    program.append(
      LinearProgram.Sum(
        columns: inside + outside,
        weights: inside.map { _ in 1 } + outside.map { _ in -1 }),
      .init(-.infinity, Double(inside.count - 1)))
  }
}
