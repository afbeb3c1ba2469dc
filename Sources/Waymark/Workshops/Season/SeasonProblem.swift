import WaymarkBasics

/// Which sessions could be held in a season, and who could go to each.
struct SeasonProblem: Sendable {
  /// A workshop at one of its places: what a session is one of.
  struct Kind: Hashable, Sendable {
    /// The place of the workshop in the order.
    let offer: Int
    /// The region it is held in; `nil` online.
    let region: Int?
    /// How many people fit into one session.
    let capacity: Int
    let minutes: Int
    let cost: Int
    /// The days of a trainer.
    let days: Int
    /// How many days one after another it takes, 1 or more.
    let span: Int
    /// How many sessions there can be of it at most.
    let most: Int
  }

  /// What sessions use up.
  enum Resource: CaseIterable {
    case sessions, minutes, money, days
    /// What all days together have room for, a session of several days in each of them.
    case places
  }

  let demand: SeasonDemand
  let limits: SeasonLimits
  /// In the order in which sessions are held.
  let kinds: [Kind]
  /// The attendances that each kind could have, in the order of the people.
  let candidates: [[Int32]]
  /// The kind that each attendance belongs to; -1 where it is not held.
  let kindOf: [Int32]
  /// The kinds of which one has to be held, for each choice to keep.
  let kept: [[Int]]
  /// Whether each workshop leads to each other, one after another; empty where no session is laid on a
  /// day among others.
  private let leading: [Bool]
  /// What each region is to have closed, weighted.
  let floors: [Int]
  /// Of the attendances of each kind those that promise most, where there are very many.
  let shortlists: [[Int32]]

  init(_ demand: SeasonDemand, _ limits: SeasonLimits) {
    var limits = limits
    if let days = limits.days {
      limits.sessions = min(limits.sessions, days * limits.sessionsPerDay)
      limits.sessionsPerPerson = min(limits.sessionsPerPerson, days)
    }
    self.demand = demand
    self.limits = limits
    let offers = demand.offers
    leading =
      limits.days == nil && limits.sessionsPerDay == 1
      ? []
      : offers.flatMap { offer in offers.map { SeasonOrder.comes(offer, before: $0) } }
    floors = demand.lacking.prefix(demand.regions).map { ($0 * limits.floor + 99) / 100 }
    let regions = demand.regions
    // Attendances by workshop and region first; of those online all are in the first.
    var groups = Array(repeating: [Int32](), count: demand.offers.count * regions)
    func group(_ attendance: Int) -> Int {
      let offer = Int(demand.offerOf[attendance])
      let isOnline = demand.offers[offer].place == .online
      return offer * regions
        + (isOnline ? 0 : Int(demand.regionOf[Int(demand.personOf[attendance])]))
    }
    for attendance in demand.offerOf.indices { groups[group(attendance)].append(Int32(attendance)) }
    var kinds: [Kind] = []
    var candidates: [[Int32]] = []
    var kindByGroup = Array(repeating: Int32(-1), count: groups.count)
    for (place, offer) in demand.offers.enumerated() {
      for region in 0..<demand.places(of: place) {
        let own = groups[place * regions + region]
        let isOnline = offer.place == .online
        let kind = Kind(
          offer: place, region: isOnline ? nil : region,
          capacity: limits.capacity(of: offer, in: region),
          minutes: offer.minutes, cost: limits.cost(of: offer), days: offer.trainerDays,
          span: offer.days,
          most: Self.most(own.count, offer, in: region, limits))
        guard kind.most > 0, !Self.isExcluded(offer.id, kind.region, limits) else { continue }
        kindByGroup[place * regions + region] = Int32(kinds.count)
        kinds.append(kind)
        candidates.append(own)
      }
    }
    self.kinds = kinds
    self.candidates = candidates
    shortlists = zip(kinds, candidates).map { kind, own in
      let limit = 400 + 8 * kind.capacity
      guard own.count > limit else { return own }
      let promises = own.map { (attendance: $0, promise: demand.promise(of: Int($0))) }
      let best = promises.sorted {
        ($1.promise, $0.attendance) < ($0.promise, $1.attendance)
      }
      return best.prefix(limit).map(\.attendance).sorted()
    }
    kindOf = demand.offerOf.indices.map { kindByGroup[group($0)] }
    kept = limits.keep.sorted {
      ($0.workshop, $0.region ?? -1) < ($1.workshop, $1.region ?? -1)
    }.map { choice in
      kinds.indices.filter {
        demand.offers[kinds[$0].offer].id == choice.workshop
          && (choice.region == nil || kinds[$0].region == choice.region)
      }
    }
  }

  private static func isExcluded(
    _ id: ID<WorkshopOffer>, _ region: Int?, _ limits: SeasonLimits
  ) -> Bool {
    limits.without.contains(.init(id)) || limits.without.contains(.init(id, region: region))
  }

  /// A workshop that is to be kept and of which no session can be, the first by its id.
  var withoutKind: SeasonLimits.Choice? {
    limits.keep.filter { choice in
      !kinds.contains {
        demand.offers[$0.offer].id == choice.workshop
          && (choice.region == nil || $0.region == choice.region)
      }
    }.min { ($0.workshop, $0.region ?? -1) < ($1.workshop, $1.region ?? -1) }
  }

  /// How many sessions of one kind can be within the limits and find enough people.
  private static func most(
    _ people: Int, _ offer: WorkshopOffer, in region: Int, _ limits: SeasonLimits
  ) -> Int {
    let capacity = limits.capacity(of: offer, in: region)
    guard capacity >= limits.leastPeople, people >= limits.leastPeople, limits.leastPeople > 0,
      limits.seats ?? .max >= limits.leastPeople
    else { return 0 }
    var most = min(limits.sessions, people / limits.leastPeople)
    if let days = limits.days {
      let starts = (0..<days).count { limits.runs($0, for: offer.days) }
      most = min(most, starts * limits.sessionsPerDay)
    }
    // On a day with several sessions one more may be for those who are at another.
    if limits.sessionsPerDay == 1 { most = min(most, (people - 1) / capacity + 1) }
    if let minutes = limits.minutes { most = min(most, minutes / offer.minutes) }
    let cost = limits.cost(of: offer)
    if let money = limits.usDollars, cost > 0 { most = min(most, money / cost) }
    if let days = limits.trainerDays, offer.trainerDays > 0 {
      most = min(most, days / offer.trainerDays)
    }
    return most
  }

  /// How much of a resource a session of a kind uses up.
  func use(_ kind: Int, _ resource: Resource) -> Int {
    switch resource {
    case .sessions: 1
    case .minutes: kinds[kind].minutes
    case .money: kinds[kind].cost
    case .days: kinds[kind].days
    case .places: kinds[kind].span
    }
  }

  /// How much of a resource there is; `nil` without a limit.
  func limit(_ resource: Resource) -> Int? {
    switch resource {
    case .sessions: limits.sessions
    case .minutes: limits.minutes
    case .money: limits.usDollars
    case .days: limits.trainerDays
    case .places: limits.days.map { $0 * limits.sessionsPerDay }
    }
  }

  /// Whether a workshop of one kind leads somebody on to one of another kind, which comes later.
  func leads(_ kind: Int, to other: Int) -> Bool {
    sharePeople(kind, other)
      && leading[kinds[kind].offer * demand.offers.count + kinds[other].offer]
  }

  /// Whether the same people may go to both.
  func sharePeople(_ kind: Int, _ other: Int) -> Bool {
    guard let region = kinds[kind].region, let second = kinds[other].region else { return true }
    return region == second
  }

  /// How many days a region has for sessions on site, one a day; `nil` where there may be more of them.
  var daysOnSite: Int? {
    limits.sessionsPerDay > 1 && demand.regions > 1 ? limits.days : nil
  }

  /// Whether they cannot be on one day as they are held in the same region; in one place alone there may
  /// be several rooms.
  func shareRoom(_ kind: Int, _ other: Int) -> Bool {
    demand.regions > 1 && kinds[kind].region != nil && kinds[kind].region == kinds[other].region
  }

  /// Whether so many sessions of each kind are within the limits of all resources.
  func fits(_ sessions: [Int]) -> Bool {
    Resource.allCases.allSatisfy { resource in
      guard let limit = limit(resource) else { return true }
      var total = 0
      for (kind, count) in sessions.enumerated() where count > 0 {
        let (product, overflows) = use(kind, resource).multipliedReportingOverflow(by: count)
        let (sum, overflowsToo) = total.addingReportingOverflow(product)
        if overflows || overflowsToo || sum > limit { return false }
        total = sum
      }
      return true
    } && sessions.indices.allSatisfy { sessions[$0] <= kinds[$0].most }
  }

  /// What people close who go to their sessions in the order of these attendances.
  func outcome(of taken: [Int]) -> SeasonOutcome {
    var outcome = SeasonOutcome(demand)
    for attendance in taken { outcome.attend(attendance) }
    return outcome
  }

  /// How good it is to close so much in each region.
  func score(closing closed: [Int]) -> SeasonSeating.Score {
    SeasonSeating.Score(
      floors: zip(closed, floors).reduce(0) { $0 + min($1.0, $1.1) }, closed: closed.reduce(0, +))
  }

  /// Whether so many sessions of each kind hold everything that is to be kept.
  func holdsKept(_ sessions: [Int]) -> Bool { kept.allSatisfy { holds($0, sessions) } }

  /// Whether one of these kinds is held.
  func holds(_ kinds: [Int], _ sessions: [Int]) -> Bool { kinds.contains { sessions[$0] > 0 } }
}
