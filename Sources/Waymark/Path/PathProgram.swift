import WaymarkBasics

/// The best set of steps as an integer program.
///
/// One column for each resource, for each of its services that can count, and for each level that can
/// be reached: a level is reached when the level below it is and a chosen service leads over it. That
/// says nothing of the order, so sets that cannot be put in an order are cut off one by one.
struct PathProgram {
  private struct Claim {
    let resource: Int
    let service: LearningResource.Service
  }

  private let levels: LevelsHeld
  private let wishes: LearningPath.Wishes
  private let resources: [LearningResource]
  private let claims: [Claim]
  /// For each competency the column of each rank above the one held.
  private let reached: [CompetencyID: [Int: Int]]
  private var program: LinearProgram
  private let weights: LinearProgram.Sum

  /// The row of what is closed, the first of all.
  private static let gainRow = 0

  /// How many nodes the solver may look at for one question.
  private static let nodes = 20_000
  /// How many sets that cannot be put in an order are cut off before it is given up.
  private static let cuts = 60

  init(_ levels: LevelsHeld, _ resources: [LearningResource], _ wishes: LearningPath.Wishes) {
    self.levels = levels
    self.wishes = wishes
    self.resources = resources
    var columns = resources.count
    var claims: [Claim] = []
    for (place, resource) in resources.enumerated() {
      for service in resource.serves {
        guard let held = levels.held(service.competency), service.to > held else { continue }
        claims.append(Claim(resource: place, service: service))
      }
    }
    columns += claims.count
    var tops: [CompetencyID: Int] = [:]
    for claim in claims {
      tops[claim.service.competency] = max(
        tops[claim.service.competency] ?? 0, claim.service.to.rank)
    }
    var reached: [CompetencyID: [Int: Int]] = [:]
    var gains: [(column: Int, weight: Double)] = []
    for (competency, top) in tops.sorted(by: { $0.key < $1.key }) {
      guard let entry = levels.entries[competency] else { continue }
      for rank in entry.held.rank + 1..<top + 1 {
        reached[competency, default: [:]][rank] = columns
        if let goal = entry.goal, rank <= goal.rank {
          gains.append((columns, Double(entry.item.priority.factor)))
        }
        columns += 1
      }
    }
    self.claims = claims
    self.reached = reached
    weights = LinearProgram.Sum(columns: gains.map(\.column), weights: gains.map(\.weight))
    program = LinearProgram(columns: Array(repeating: .init(0, 1), count: columns))
    program.append(weights, .init(0, .infinity))
    appendLevels()
    appendRequirements()
    appendLimits()
  }

  /// The best steps in an order that keeps to everything; ties go to what is wanted more, free,
  /// short.
  ///
  /// - Returns: the steps, and whether it is proved that no others close more; `nil` when the solver
  ///   failed or nothing that it chose could be put in an order.
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
        }, levels: levels, wishes: wishes)
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

  private mutating func appendLevels() {
    for (place, claim) in claims.enumerated() {
      atMost(claimColumn(place), [claim.resource])
      if let below = reached[claim.service.competency]?[claim.service.from.rank] {
        atMost(claimColumn(place), [below])
      }
    }
    for (competency, columns) in reached.sorted(by: { $0.key < $1.key }) {
      for (rank, column) in columns.sorted(by: { $0.key < $1.key }) {
        if let below = columns[rank - 1] { atMost(column, [below]) }
        atMost(
          column,
          claims.indices.filter {
            claims[$0].service.competency == competency
              && (claims[$0].service.from.rank..<claims[$0].service.to.rank).contains(rank - 1)
          }.map(claimColumn))
      }
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
          case .level(let competency, let level): reached[competency]?[level.rank]
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

  /// What the steps ask of a person, to be made small: what is not preferred, then what is not free,
  /// then time; and no claim that is not needed.
  private var effort: LinearProgram.Sum {
    LinearProgram.Sum(
      columns: Array(0..<resources.count + claims.count),
      weights: resources.map { -Double(wishes.effort(of: $0).weight) } + claims.map { _ in -0.001 })
  }

  // MARK: - Cuts

  /// Of the stuck resources one is left out or one of its claims dropped, or something is added: a
  /// claim of a level that was not held by then, or a resource that others require.
  private mutating func cutOff(
    _ stuck: Set<Int>, of chosen: Set<Int>, claimed: [Int], _ held: LevelsHeld
  ) {
    let inside =
      claimed.filter { stuck.contains(claims[$0].resource) }.map(claimColumn) + stuck.sorted()
    let others = claims.indices.filter { place in
      let service = claims[place].service
      return !claimed.contains(place)
        && held.held(service.competency).map { service.to > $0 } ?? true
    }
    let outside =
      resources.indices.filter { !chosen.contains($0) && isRequired(resources[$0].id) }
      + others.map(claimColumn)
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
