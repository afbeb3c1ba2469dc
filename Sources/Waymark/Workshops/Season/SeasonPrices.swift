/// Prices on what people and sessions share, which prove what no season can exceed.
///
/// Lagrangian relaxation (Geoffrion 1974): that a step closes once, that it waits for its base, that a
/// person goes to so many sessions, and the limits of the season are each given a price instead of being
/// enforced. What is left falls into single sessions, each of which takes whoever is worth most to it.
/// Whatever the prices are, what that comes to is a bound on what any season closes; the prices are
/// moved by the subgradient method with the step of Polyak (1969) to make it small.
struct SeasonPrices {
  /// A bound as a sum: a constant and what each session adds to it, the first of a kind, the second ...
  struct Cut {
    let constant: Double
    let gains: [[Double]]
  }

  /// How many of the tightest bounds are kept.
  private static let cuts = 5
  /// After how many moves without a tighter bound the steps become smaller.
  private static let patience = 8

  /// One of the prices.
  private enum Price {
    case step(Int)
    case base(Int)
    case need(Int)
    case person(Int)
  }

  private let problem: SeasonProblem
  /// What a session gets for closing a step, at most what the step and all that waits for it count.
  private var stepPrices: [Double]
  private var basePrices: [Double]
  private var needPrices: [Double]
  private var personPrices: [Double]
  private var seatPrice = 0.0
  private var resourcePrices: [Double]

  private let resources: [SeasonProblem.Resource]

  // What an evaluation finds.
  private var worth: [Double]
  private var isServed: [Bool]
  private var demanded: [Double]
  private var ranked: [[(worth: Double, attendance: Int32)]]

  init(_ problem: SeasonProblem) {
    self.problem = problem
    let demand = problem.demand
    stepPrices = demand.stepWeights.map(Double.init)
    basePrices = Array(repeating: 0, count: demand.bases.count)
    needPrices = Array(repeating: 0, count: demand.needs.count)
    personPrices = Array(repeating: 0, count: demand.regionOf.count)
    resources = SeasonProblem.Resource.allCases.filter { problem.limit($0) != nil }
    resourcePrices = Array(repeating: 0, count: resources.count)
    worth = Array(repeating: 0, count: demand.offerOf.count)
    isServed = Array(repeating: false, count: demand.bases.count)
    demanded = stepPrices
    ranked = problem.kinds.map { _ in [] }
  }

  /// Moves the prices and collects bounds, the tightest last.
  ///
  /// - Parameters:
  ///   - goal: what sessions are known to close.
  ///   - sessions: how many of each kind are held; `nil` where they are to be chosen.
  ///   - rounds: how often prices are moved.
  mutating func cuts(goal: Int, sessions: [Int]?, rounds: Int) -> [Cut] {
    var best: (bound: Double, prices: Self)?
    var cuts: [Cut] = []
    var pace = 1.0
    var sinceBetter = 0
    for _ in 0..<rounds {
      let cut = evaluate()
      let chosen = choose(cut, sessions)
      if chosen.bound < best?.bound ?? .infinity {
        if chosen.bound < (best?.bound ?? .infinity) * 0.9999 { sinceBetter = 0 }
        best = (chosen.bound, self)
        cuts.append(cut)
        if cuts.count > Self.cuts { cuts.removeFirst() }
      } else {
        sinceBetter += 1
      }
      // Where it went astray it goes back to the best prices, in smaller steps.
      if sinceBetter >= Self.patience, let best {
        pace /= 2
        sinceBetter = 0
        self = best.prices
        _ = evaluate()
      }
      let excess = chosen.bound - Double(goal)
      guard excess > 0.5, pace > 0.01 else { break }
      move(chosen.sessions, sessions == nil, by: pace * excess)
    }
    if let best { self = best.prices }
    return cuts
  }

  // MARK: - What the prices come to

  private mutating func evaluate() -> Cut {
    let demand = problem.demand
    for step in stepPrices.indices { demanded[step] = Double(demand.stepWeights[step]) }
    for person in demand.regionOf.indices {
      let own = demand.attendances(of: person)
      for attendance in own {
        var value = -personPrices[person] - seatPrice
        for service in demand.services(of: attendance) {
          var sum = 0.0
          for step in demand.steps(of: service) { sum += stepPrices[step] }
          if demand.bases[service] >= 0 {
            sum -= basePrices[service]
            demanded[Int(demand.bases[service])] += basePrices[service]
            isServed[service] = sum > 0
          } else {
            isServed[service] = true
          }
          if isServed[service] { value += sum }
        }
        worth[attendance] = value
        for (offset, need) in demand.needs(of: attendance).enumerated() {
          let price = needPrices[Int(demand.needStarts[attendance]) + offset]
          worth[attendance] -= price
          switch need {
          case .step(let step): demanded[step] += price
          case .attendance(let other): worth[other] += price
          }
        }
      }
    }
    var constant = seatPrice * Double(problem.limits.seats ?? 0)
    for price in personPrices { constant += price * Double(problem.limits.sessionsPerPerson) }
    for step in stepPrices.indices { constant += max(0, demanded[step] - stepPrices[step]) }
    let gains = problem.kinds.indices.map { kind -> [Double] in
      rank(kind)
      return problem.kinds[kind].gains(ranked[kind])
    }
    return Cut(constant: constant, gains: gains)
  }

  /// Puts those who are worth most to sessions of a kind first.
  private mutating func rank(_ kind: Int) {
    ranked[kind].removeAll(keepingCapacity: true)
    for attendance in problem.candidates[kind] where worth[Int(attendance)] > 0 {
      ranked[kind].append((worth[Int(attendance)], attendance))
    }
    let seats = problem.kinds[kind].capacity * problem.kinds[kind].most
    ranked[kind].keepLargest(seats) {
      $0.worth > $1.worth || $0.worth == $1.worth && $0.attendance < $1.attendance
    }
  }

  /// The bound, and the sessions that reach it.
  private func choose(_ cut: Cut, _ given: [Int]?) -> (bound: Double, sessions: [Int]) {
    var bound = cut.constant
    var sessions = given ?? Array(repeating: 0, count: problem.kinds.count)
    guard given == nil else {
      for (kind, count) in sessions.enumerated() {
        bound += cut.gains[kind].prefix(count).reduce(0, +)
      }
      return (bound, sessions)
    }
    var nets: [(net: Double, kind: Int)] = []
    for (kind, gains) in cut.gains.enumerated() {
      let price = price(of: kind)
      for gain in gains where gain > price { nets.append((gain - price, kind)) }
    }
    for (place, resource) in resources.enumerated() {
      bound += resourcePrices[place] * Double(problem.limit(resource) ?? 0)
    }
    nets.sort { ($1.net, $0.kind) < ($0.net, $1.kind) }
    for entry in nets.prefix(problem.limits.sessions) {
      bound += entry.net
      sessions[entry.kind] += 1
    }
    return (bound, sessions)
  }

  /// How many sessions of each kind there can be in anything that closes more than the goal.
  mutating func worthwhile(_ goal: Int) -> [Int] {
    let cut = evaluate()
    let (bound, _) = choose(cut, nil)
    var nets: [Double] = []
    for (kind, gains) in cut.gains.enumerated() {
      let price = price(of: kind)
      nets += gains.map { $0 - price }.filter { $0 > 0 }
    }
    nets.sort(by: >)
    // What the last of the chosen adds: a session that is not chosen takes its place.
    let last = nets.count < problem.limits.sessions ? 0 : nets[problem.limits.sessions - 1]
    return cut.gains.enumerated().map { kind, gains in
      let price = price(of: kind)
      return gains.count {
        bound - last + ($0 - price) >= Double(goal) + 0.999 || $0 - price >= last
      }
    }
  }

  private func price(of kind: Int) -> Double {
    zip(resources, resourcePrices).reduce(0) {
      $0 + Double(problem.use(kind, $1.0)) * $1.1
    }
  }

  // MARK: - Moving the prices

  private mutating func move(_ sessions: [Int], _ choosesSessions: Bool, by excess: Double) {
    let demand = problem.demand
    var closing = Array(repeating: 0.0, count: stepPrices.count)
    var going = Array(repeating: 0.0, count: personPrices.count)
    var isTaken = Array(repeating: false, count: worth.count)
    var seats = 0
    for (kind, count) in sessions.enumerated() where count > 0 {
      for entry in ranked[kind].prefix(count * problem.kinds[kind].capacity) {
        let attendance = Int(entry.attendance)
        isTaken[attendance] = true
        seats += 1
        going[Int(demand.personOf[attendance])] += 1
        for service in demand.services(of: attendance) where isServed[service] {
          for step in demand.steps(of: service) { closing[step] += 1 }
        }
      }
    }
    // Whether each step counts as closed; where both are as good, as often as it is.
    func isClosed(_ step: Int) -> Double {
      let left = demanded[step] - stepPrices[step]
      return left > 1e-9 ? 1 : left < -1e-9 ? 0 : min(1, closing[step])
    }
    var slopes: [(price: Price, slope: Double)] = []
    var norm = 0.0
    func note(_ price: Price, _ slope: Double, isAtZero: Bool) {
      guard slope != 0, !(isAtZero && slope < 0) else { return }
      slopes.append((price, slope))
      norm += slope * slope
    }
    for step in stepPrices.indices {
      note(.step(step), isClosed(step) - closing[step], isAtZero: stepPrices[step] <= 0)
    }
    for attendance in worth.indices {
      for service in demand.services(of: attendance) where demand.bases[service] >= 0 {
        let taken = isTaken[attendance] && isServed[service] ? 1.0 : 0
        let slope = taken - isClosed(Int(demand.bases[service]))
        note(.base(service), slope, isAtZero: basePrices[service] <= 0)
      }
      for (offset, need) in demand.needs(of: attendance).enumerated() {
        let place = Int(demand.needStarts[attendance]) + offset
        let met =
          switch need {
          case .step(let step): isClosed(step)
          case .attendance(let other): isTaken[other] ? 1.0 : 0
          }
        note(
          .need(place), (isTaken[attendance] ? 1 : 0) - met, isAtZero: needPrices[place] <= 0)
      }
    }
    for person in personPrices.indices {
      note(
        .person(person), going[person] - Double(problem.limits.sessionsPerPerson),
        isAtZero: personPrices[person] <= 0)
    }
    let seatSlope = problem.limits.seats.map { Double(seats - $0) } ?? 0
    if seatSlope > 0 || seatPrice > 0 { norm += seatSlope * seatSlope }
    let uses = resources.map { resource in
      let limit = Double(problem.limit(resource) ?? 0)
      let used = sessions.enumerated().reduce(0.0) {
        $0 + Double($1.element) * Double(problem.use($1.offset, resource))
      }
      // In shares of the limit, so that dollars do not drown hours.
      return choosesSessions && limit > 0 ? used / limit - 1 : 0
    }
    // A whole limit weighs as much as ten of what people share.
    let scale = 10.0
    for (place, use) in uses.enumerated() where use > 0 || resourcePrices[place] > 0 {
      norm += use * use * scale * scale
    }
    guard norm > 0 else { return }
    let length = excess / norm
    for (price, slope) in slopes {
      switch price {
      case .step(let step):
        stepPrices[step] = min(max(0, stepPrices[step] + length * slope), max(demanded[step], 0))
      case .base(let service): basePrices[service] = max(0, basePrices[service] + length * slope)
      case .need(let need): needPrices[need] = max(0, needPrices[need] + length * slope)
      case .person(let person):
        personPrices[person] = max(0, personPrices[person] + length * slope)
      }
    }
    seatPrice = max(0, seatPrice + length * seatSlope)
    for (place, resource) in resources.enumerated() {
      let limit = Double(problem.limit(resource) ?? 0)
      guard limit > 0 else { continue }
      resourcePrices[place] = max(
        0, resourcePrices[place] + length * uses[place] * scale * scale / limit)
    }
  }
}

extension SeasonProblem.Kind {
  /// What each session of the kind adds, when those who are worth most come to the first.
  fileprivate func gains(_ ranked: [(worth: Double, attendance: Int32)]) -> [Double] {
    (0..<most).map { session in
      let begin = min(session * capacity, ranked.count)
      let end = min(begin + capacity, ranked.count)
      return ranked[begin..<end].reduce(0) { $0 + $1.worth }
    }
  }
}

extension Array {
  /// Keeps the first so many by an order, sorted.
  fileprivate mutating func keepLargest(_ count: Int, by areInOrder: (Element, Element) -> Bool) {
    if count < self.count / 2 {
      var (low, high) = (0, self.count - 1)
      // Quickselect (Hoare 1961): what is before `count` comes before what is after it.
      while low < high {
        let pivot = self[low + (high - low) / 2]
        var (left, right) = (low, high)
        while left <= right {
          while areInOrder(self[left], pivot) { left += 1 }
          while areInOrder(pivot, self[right]) { right -= 1 }
          if left <= right {
            swapAt(left, right)
            left += 1
            right -= 1
          }
        }
        if count <= right { high = right } else if count >= left { low = left } else { break }
      }
      removeSubrange(count...)
    }
    sort(by: areInOrder)
  }
}

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
        append(
          {
            let kind = problem.kinds[$0.kind]
            return kind.region == region ? Double(kind.span) : 0
          }, 0, Double(days))
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
