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
