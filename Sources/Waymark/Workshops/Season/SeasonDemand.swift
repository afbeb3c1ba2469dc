package import WaymarkBasics

/// What each person of a cohort could gain in each workshop, laid out flat.
///
/// A *step* is a level of a competency that a person does not hold yet. An *attendance* is a workshop
/// that a person could go to. It has *services*, each of which closes a range of the person's steps; one that
/// begins above what the person holds waits for its *base*, the step to the level that it begins at.
/// An attendance has *needs*: steps to have come to, or other attendances, before it.
/// Memory grows with the attendances of all people, about 40 bytes each.
struct SeasonDemand: Sendable {
  /// A person by positions of the framework's competencies.
  struct Person: Hashable, Comparable, Sendable {
    /// The level held of each competency; 0 where none was given.
    var levels: [UInt8]
    /// The level to come to; 0 where there is none.
    var targets: [UInt8]
    /// What a level of each counts, 1 or more.
    var weights: [UInt8]
    /// The place of the person's region; from `regions` on a place where nothing is held.
    var region: Int

    /// Orders by region, then by levels, weights and targets, the lower first.
    static func < (left: Person, right: Person) -> Bool {
      if left.region != right.region { return left.region < right.region }
      if left.levels != right.levels { return left.levels.lexicographicallyPrecedes(right.levels) }
      if left.weights != right.weights {
        return left.weights.lexicographicallyPrecedes(right.weights)
      }
      return left.targets.lexicographicallyPrecedes(right.targets)
    }
  }

  /// A need of an attendance.
  enum Need: Hashable, Sendable {
    /// A step of the same person.
    case step(Int)
    /// An attendance of the same person.
    case attendance(Int)
  }

  /// The workshops in the order in which they are held.
  let offers: [WorkshopOffer]
  /// How many regions sessions can be held in, 1 or more.
  let regions: Int

  /// What all people of each region lack, weighted; the last is of those without a region.
  private(set) var lacking: [Int]
  /// What each competency lacks over all people, weighted.
  private(set) var lackingByCompetency: [Int]
  /// How many people of each competency have a level and one to come to.
  private(set) var comparedByCompetency: [Int]
  /// How many people have been added.
  private(set) var people = 0

  /// The place among all people of each person who could gain anything.
  private(set) var placeOf: [Int32] = []
  /// The region of each of them.
  private(set) var regionOf: [Int32] = []
  private(set) var attendanceStarts: [Int32] = [0]
  private(set) var stepStarts: [Int32] = [0]
  /// What each step counts, 0 above what is to be come to.
  private(set) var stepWeights: [Int32] = []
  private(set) var stepCompetencies: [Int16] = []
  private(set) var offerOf: [Int32] = []
  private(set) var personOf: [Int32] = []
  private(set) var serviceStarts: [Int32] = [0]
  private(set) var serviceLows: [Int32] = []
  private(set) var serviceHighs: [Int32] = []
  /// The step that each service waits for; -1 for none.
  private(set) var bases: [Int32] = []
  private(set) var needStarts: [Int32] = [0]
  private(set) var needs: [Need] = []

  private let order: SeasonOrder
  private let services: [[Service]]
  private let required: [[Required]]
  /// The highest level of each competency that a workshop requires.
  private let topRequired: [Int]

  private struct Service: Sendable {
    let position: Int
    let from: Int
    let to: Int
    let id: CompetencyID
  }

  private enum Required: Sendable {
    case level(position: Int, rank: Int, CompetencyID)
    case workshop(place: Int?)
    case unknown
  }

  /// Begins with nobody.
  ///
  /// - Parameters:
  ///   - positions: the position of each competency in a person's levels.
  ///   - regions: how many regions there are that sessions can be held in.
  init(_ offers: [WorkshopOffer], positions: [CompetencyID: Int], regions: Int) {
    let order = SeasonOrder(offers)
    self.order = order
    self.offers = order.offers
    self.regions = max(1, regions)
    lacking = Array(repeating: 0, count: max(1, regions) + 1)
    lackingByCompetency = Array(repeating: 0, count: positions.count)
    comparedByCompetency = lackingByCompetency
    services = order.offers.map { offer in
      offer.serves.compactMap { service in
        positions[service.competency].map {
          Service(
            position: $0, from: service.from.rank, to: service.to.rank, id: service.competency)
        }
      }
    }
    var top = Array(repeating: 0, count: positions.count)
    required = order.offers.enumerated().map { place, offer in
      offer.requires.map { requirement in
        switch requirement {
        case .level(let competency, let level):
          guard let position = positions[competency] else { return .unknown }
          top[position] = max(top[position], level.rank)
          return .level(position: position, rank: level.rank, competency)
        case .workshop(let id): return .workshop(place: order.place(of: id, before: place))
        }
      }
    }
    topRequired = top
  }

  /// How many places a workshop can be held at.
  func places(of offer: Int) -> Int { offers[offer].place == .online ? 1 : regions }

  /// Adds the person at a place among all people; one who could gain nothing only counts in what is
  /// lacking.
  mutating func add(_ person: Person, at place: Int) {
    people += 1
    let region = min(person.region, regions)
    // The first step of each competency; a step's place is the level less the one held.
    var firstSteps = Array(repeating: 0, count: person.levels.count)
    let begin = stepWeights.count
    for position in person.levels.indices {
      let held = Int(person.levels[position])
      firstSteps[position] = stepWeights.count
      guard held > 0 else { continue }
      let target = Int(person.targets[position])
      let missing = Level.shortfall(of: held, to: target)
      if target > 0 { comparedByCompetency[position] += 1 }
      let weight = Int(person.weights[position])
      lacking[region] += missing * weight
      lackingByCompetency[position] += missing * weight
      for rank in held..<max(held, target, topRequired[position]) {
        stepWeights.append(Level.shortfall(of: rank, to: target) > 0 ? Int32(weight) : 0)
        stepCompetencies.append(Int16(position))
      }
    }
    let firstAttendance = offerOf.count
    for offer in offers.indices {
      appendAttendance(offer, of: person, region: region, firstSteps, since: firstAttendance)
    }
    guard offerOf.count > firstAttendance, stepWeights[begin...].contains(where: { $0 > 0 }) else {
      dropAttendances(from: firstAttendance)
      stepWeights.removeSubrange(begin...)
      stepCompetencies.removeSubrange(begin...)
      return
    }
    placeOf.append(Int32(place))
    regionOf.append(Int32(region))
    attendanceStarts.append(Int32(offerOf.count))
    stepStarts.append(Int32(stepWeights.count))
  }

  private mutating func appendAttendance(
    _ place: Int, of person: Person, region: Int, _ firstSteps: [Int], since first: Int
  ) {
    guard region < regions || offers[place].place == .online else { return }
    func step(_ position: Int, _ rank: Int) -> Int {
      firstSteps[position] + rank - Int(person.levels[position]) - 1
    }
    var found: [Need] = []
    for requirement in required[place] {
      switch requirement {
      case .unknown, .workshop(place: nil): return
      case .level(let position, let rank, let id):
        let held = Int(person.levels[position])
        guard held > 0, held >= rank || order.leads(to: rank, of: id, before: place) else { return }
        if held < rank { found.append(.step(step(position, rank))) }
      case .workshop(let other?):
        guard let attendance = (first..<offerOf.count).first(where: { offerOf[$0] == other })
        else { return }
        found.append(.attendance(attendance))
      }
    }
    let before = bases.count
    for service in services[place] {
      let held = Int(person.levels[service.position])
      let top = max(held, Int(person.targets[service.position]), topRequired[service.position])
      let (low, high) = (max(held, service.from) + 1, min(service.to, top))
      guard held > 0, low <= high else { continue }
      if service.from > held {
        guard order.leads(to: service.from, of: service.id, before: place) else { continue }
      }
      serviceLows.append(Int32(step(service.position, low)))
      serviceHighs.append(Int32(step(service.position, high)))
      bases.append(service.from > held ? Int32(step(service.position, service.from)) : -1)
    }
    guard bases.count > before || offers.contains(where: { requires(offers[place].id, $0) })
    else { return }
    offerOf.append(Int32(place))
    personOf.append(Int32(regionOf.count))
    serviceStarts.append(Int32(bases.count))
    needs += found
    needStarts.append(Int32(needs.count))
  }

  private func requires(_ id: ID<WorkshopOffer>, _ other: WorkshopOffer) -> Bool {
    other.requires.contains(.workshop(id))
  }

  private mutating func dropAttendances(from first: Int) {
    let service = Int(serviceStarts[first])
    let need = Int(needStarts[first])
    offerOf.removeSubrange(first...)
    personOf.removeSubrange(first...)
    serviceStarts.removeSubrange((first + 1)...)
    needStarts.removeSubrange((first + 1)...)
    serviceLows.removeSubrange(service...)
    serviceHighs.removeSubrange(service...)
    bases.removeSubrange(service...)
    needs.removeSubrange(need...)
  }

  /// What workshops would close if everybody went to all.
  var reachable: SeasonOutcome {
    var outcome = SeasonOutcome(self)
    for attendance in offerOf.indices { outcome.attend(attendance) }
    return outcome
  }

  /// What an attendance closes for somebody who comes as they are.
  func promise(of attendance: Int) -> Int {
    guard needs(of: attendance).isEmpty else { return 0 }
    return services(of: attendance).reduce(0) { sum, service in
      bases[service] >= 0 ? sum : sum + steps(of: service).reduce(0) { $0 + Int(stepWeights[$1]) }
    }
  }

  // MARK: - Ranges

  func attendances(of person: Int) -> Range<Int> {
    Int(attendanceStarts[person])..<Int(attendanceStarts[person + 1])
  }
  func services(of attendance: Int) -> Range<Int> {
    Int(serviceStarts[attendance])..<Int(serviceStarts[attendance + 1])
  }
  /// The steps that a service closes.
  func steps(of service: Int) -> ClosedRange<Int> {
    Int(serviceLows[service])...Int(serviceHighs[service])
  }
  func needs(of attendance: Int) -> ArraySlice<Need> {
    needs[Int(needStarts[attendance])..<Int(needStarts[attendance + 1])]
  }
  func steps(ofPerson person: Int) -> Range<Int> {
    Int(stepStarts[person])..<Int(stepStarts[person + 1])
  }
}

/// What a season of workshops has to keep to.
package struct SeasonLimits: Hashable, Sendable {
  /// A workshop, wherever it is held or at one place.
  package struct Choice: Hashable, Sendable {
    package let workshop: ID<WorkshopOffer>
    /// The place of the region among the regions; `nil` for any and for online.
    package let region: Int?

    package init(_ workshop: ID<WorkshopOffer>, region: Int? = nil) {
      self.workshop = workshop
      self.region = region
    }
  }

  /// How many sessions there are at most, 0 or more.
  package var sessions: Int
  /// How many minutes all sessions take at most together.
  package var minutes: Int?
  /// What all sessions cost at most together, in US dollars.
  package var usDollars: Int?
  /// How many seats all sessions have at most together.
  package var seats: Int?
  /// How many whole days of trainers there are.
  package var trainerDays: Int?
  /// How many people a room holds, where `rooms` names none; online sessions have no room.
  package var room: Int?
  /// How many people the room of a region holds.
  ///
  /// With some named and no `room`, others have none, and nothing is held there on site.
  package var rooms: [Int: Int] = [:]
  /// How many days there are for sessions; `nil` for as many as it takes.
  package var days: Int?
  /// The days, counted from 0, that the next one does not follow at once: a session of several days goes
  /// beyond none of them.
  package var breaks: Set<Int> = []
  /// How many sessions a day has at most, none of them for the same people; 1 or more.
  package var sessionsPerDay = 1
  /// How many sessions one person goes to at most, 1 or more.
  package var sessionsPerPerson = 3
  /// How many people a session is held for at least, 1 or more.
  package var leastPeople = 1

  /// Whether so many days follow one another from one of them on.
  func runs(_ day: Int, for span: Int) -> Bool {
    days.map { day + span <= $0 } ?? true
      && (day..<day + span - 1).allSatisfy { !breaks.contains($0) }
  }

  /// What travelling to a session on site costs, in US dollars.
  package var travel = 0
  /// How many per cent of its need each region is to have closed, 0 to 100.
  package var floor = 0
  /// The workshops that are held at least once.
  package var keep: Set<Choice> = []
  /// The workshops that are not held.
  package var without: Set<Choice> = []

  /// Begins with a number of sessions and no other limit.
  package init(sessions: Int) { self.sessions = sessions }

  /// How many people fit into one session of a workshop in a region; 0 where it has no room.
  func capacity(of offer: WorkshopOffer, in region: Int) -> Int {
    guard offer.place != .online else { return offer.seats }
    let room = rooms[region] ?? room ?? (rooms.isEmpty ? offer.seats : 0)
    return min(offer.seats, room)
  }

  /// What one session of a workshop costs, in US dollars.
  func cost(of offer: WorkshopOffer) -> Int {
    offer.place == .online ? offer.usDollars : clampedSum(offer.usDollars, travel)
  }

  private func clampedSum(_ left: Int, _ right: Int) -> Int {
    let (sum, overflows) = left.addingReportingOverflow(right)
    return overflows ? .max : sum
  }
}
