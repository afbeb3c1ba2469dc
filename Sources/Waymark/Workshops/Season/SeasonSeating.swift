/// Seats people in the sessions of a season, one session after another.
///
/// In each session those gain a seat who gain most by what they hold at that time; ties go to who was added
/// first. It is quick and good, not the best: `SeatProgram` finds that.
struct SeasonSeating {
  /// How good sessions are: what of the regions' floors is reached, then all that is closed.
  struct Score: Comparable {
    var floors: Int
    var closed: Int

    static func < (left: Score, right: Score) -> Bool {
      (left.floors, left.closed) < (right.floors, right.closed)
    }
  }

  private let problem: SeasonProblem

  // What holds in the round of the present number.
  private var round: Int32 = 0
  private var reachedIn: [Int32]
  private var takenIn: [Int32]
  private var attendedIn: [Int32]
  private var attended: [Int32]
  private var lastDay: [Int32]
  private var seatsLeft = Int.max
  private var leastGain: Int32 = 1
  private var found: [(attendance: Int32, gain: Int32)] = []

  /// The sessions and the seats of the last round.
  private(set) var seats = SeasonSeats.none
  /// The sessions that found too few people in the last round, one by one.
  private(set) var short: [SeasonDays.Group] = []
  /// What was closed in each region in the last round, weighted; the last is of those without one.
  private(set) var closed: [Int]

  init(_ problem: SeasonProblem) {
    self.problem = problem
    reachedIn = Array(repeating: 0, count: problem.demand.stepWeights.count)
    takenIn = Array(repeating: 0, count: problem.demand.offerOf.count)
    attendedIn = Array(repeating: 0, count: problem.demand.regionOf.count)
    attended = attendedIn
    lastDay = attendedIn
    closed = Array(repeating: 0, count: problem.demand.regions + 1)
  }

  /// Seats people in sessions on days.
  ///
  /// Where seats are limited, those who gain little are left out as far as that leaves seats to
  /// others who gain more.
  ///
  /// - Returns: the score, `nil` when a session finds too few people.
  mutating func seat(_ days: SeasonDays) -> Score? {
    let score = seatEnough(days)
    return short.isEmpty ? score : nil
  }

  /// The same, but sessions that find too few people are not held: they are in `short`.
  mutating func seatEnough(_ days: SeasonDays) -> Score {
    guard problem.limits.seats != nil else { return seat(days.groups, from: 1) }
    var best: (score: Score, isWhole: Bool, least: Int32)?
    for least in Int32(1)...8 {
      let score = seat(days.groups, from: least)
      // All sessions first, then what they close.
      guard let known = best else {
        best = (score, short.isEmpty, least)
        continue
      }
      if known.isWhole == short.isEmpty ? score > known.score : short.isEmpty {
        best = (score, short.isEmpty, least)
      }
    }
    return seat(days.groups, from: best?.least ?? 1)
  }

  /// Seats people who gain at least so much, and others only where a session finds too few.
  private mutating func seat(_ groups: [SeasonDays.Group], from leastGain: Int32) -> Score {
    self.leastGain = leastGain
    round += 1
    seats = .none
    short.removeAll(keepingCapacity: true)
    for region in closed.indices { closed[region] = 0 }
    seatsLeft = problem.limits.seats ?? .max
    for group in groups {
      let day = group.days[0]
      let least = problem.limits.leastPeople * group.days.count
      let capacity = problem.kinds[group.kind].capacity * group.days.count
      var seats = collect(group.kind, on: Int32(day), atMost: capacity, least: least)
      let count = min(group.days.count, seats / problem.limits.leastPeople)
      for day in group.days[count...] { short.append(.init(kind: group.kind, days: [day])) }
      guard count > 0 else { continue }
      seats = min(seats, problem.kinds[group.kind].capacity * count)
      self.seats.groups.append(.init(kind: group.kind, days: Array(group.days[..<count])))
      let last = day + problem.kinds[group.kind].span - 1
      for entry in found.prefix(seats) {
        take(Int(entry.attendance), entry.gain, on: day, until: last)
      }
      seatsLeft -= seats
    }
    return problem.score(closing: closed)
  }

  /// What the last round left open of each region's floor.
  var missing: [Int] { zip(problem.floors, closed).map { max(0, $0 - $1) } }

  /// What one more session of a kind would close, after the sessions that were seated last.
  mutating func gain(of kind: Int) -> Int {
    let least = problem.limits.leastPeople
    // Others may leave their seats to those who gain more here.
    seatsLeft = .max
    let capacity = problem.kinds[kind].capacity
    let seats = collect(kind, on: -1, atMost: capacity, least: least)
    guard seats >= least else { return 0 }
    return found.prefix(seats).reduce(0) { $0 + Int($1.gain) }
  }

  /// Puts those who would get a seat first into `found`, and says how many there are.
  private mutating func collect(
    _ kind: Int, on day: Int32, atMost capacity: Int, least: Int
  ) -> Int {
    found.removeAll(keepingCapacity: true)
    for attendance in problem.shortlists[kind] {
      if let gain = gain(Int(attendance), on: day) { found.append((attendance, gain)) }
    }
    let room = min(capacity, seatsLeft)
    found.sort { ($1.gain, $0.attendance) < ($0.gain, $1.attendance) }
    let gaining = found.firstIndex { $0.gain < leastGain } ?? found.count
    return min(room, max(gaining, min(least, found.count)))
  }

  /// What an attendance would close now; `nil` when the person cannot go.
  private func gain(_ attendance: Int, on day: Int32) -> Int32? {
    let demand = problem.demand
    let person = Int(demand.personOf[attendance])
    guard takenIn[attendance] != round,
      attendedIn[person] != round
        || attended[person] < problem.limits.sessionsPerPerson
          && (day < 0 || lastDay[person] < day)
    else { return nil }
    for need in demand.needs(of: attendance) {
      switch need {
      case .step(let step): if reachedIn[step] != round { return nil }
      case .attendance(let other): if takenIn[other] != round { return nil }
      }
    }
    var gain: Int32 = 0
    for service in demand.services(of: attendance) {
      let base = Int(demand.bases[service])
      guard base < 0 || reachedIn[base] == round else { continue }
      for step in demand.steps(of: service) where reachedIn[step] != round {
        gain += demand.stepWeights[step]
      }
    }
    return gain
  }

  private mutating func take(_ attendance: Int, _ gain: Int32, on day: Int, until last: Int) {
    let demand = problem.demand
    let person = Int(demand.personOf[attendance])
    seats.seats.append(.init(attendance: attendance, day: day))
    takenIn[attendance] = round
    attended[person] = attendedIn[person] == round ? attended[person] + 1 : 1
    attendedIn[person] = round
    lastDay[person] = Int32(last)
    closed[Int(demand.regionOf[person])] += Int(gain)
    for service in demand.services(of: attendance) {
      let base = Int(demand.bases[service])
      guard base < 0 || reachedIn[base] == round else { continue }
      for step in demand.steps(of: service) { reachedIn[step] = round }
    }
  }
}

/// The sessions of a season and who has a seat in them.
struct SeasonSeats: Sendable {
  /// A seat in one of the sessions of a group.
  struct Seat: Hashable, Sendable {
    /// Who goes to which workshop.
    let attendance: Int
    /// The first day of the group.
    let day: Int
  }

  /// The sessions, in the order of their days.
  var groups: [SeasonDays.Group]
  /// The seats, in the order of the attendances.
  var seats: [Seat]

  init(groups: [SeasonDays.Group], seats: [Seat]) {
    self.groups = groups
    self.seats = seats.sorted { $0.attendance < $1.attendance }
  }

  /// No sessions.
  static let none = SeasonSeats(groups: [], seats: [])

  /// Who goes to what, in order.
  var attendances: [Int] { seats.map(\.attendance) }

  /// How many sessions of each kind there are.
  func sessions(_ problem: SeasonProblem) -> [Int] {
    var sessions = Array(repeating: 0, count: problem.kinds.count)
    for group in groups { sessions[group.kind] += group.days.count }
    return sessions
  }

  /// The same without the sessions of a kind.
  func without(_ kind: Int, _ problem: SeasonProblem) -> SeasonSeats {
    SeasonSeats(
      groups: groups.filter { $0.kind != kind },
      seats: seats.filter { problem.kindOf[$0.attendance] != kind })
  }

  /// The sessions one by one, each with its people, on the first days that there are, unless one takes
  /// several; those of one group share theirs evenly.
  func sessions(_ problem: SeasonProblem) -> [WorkshopPlan.Session] {
    let demand = problem.demand
    let days = Set(groups.flatMap(\.days)).sorted()
    let staysApart = groups.contains { problem.kinds[$0.kind].span > 1 }
    let places = Dictionary(
      uniqueKeysWithValues: days.enumerated().map { ($1, staysApart ? $1 : $0) })
    let byGroup = Dictionary(grouping: seats) {
      SeasonDays.Group(kind: Int(problem.kindOf[$0.attendance]), days: [$0.day])
    }
    var outcome = SeasonOutcome(demand)
    var found: [WorkshopPlan.Session] = []
    for group in groups {
      let own = byGroup[.init(kind: group.kind, days: [group.days[0]])] ?? []
      let kind = problem.kinds[group.kind]
      for (session, day) in group.days.enumerated() {
        let (count, sessions) = (own.count, group.days.count)
        let part = own[count * session / sessions..<count * (session + 1) / sessions]
          .map(\.attendance)
        var seats = Array(repeating: 0, count: demand.regions + 1)
        var gains: [Int: (people: Int, closed: Int)] = [:]
        for attendance in part {
          seats[Int(demand.regionOf[Int(demand.personOf[attendance])])] += 1
          for (competency, closed) in outcome.attend(attendance) {
            gains[competency, default: (0, 0)].people += 1
            gains[competency, default: (0, 0)].closed += closed
          }
        }
        found.append(
          WorkshopPlan.Session(
            offer: demand.offers[kind.offer], region: kind.region, day: places[day] ?? 0,
            people: part.map { Int(demand.placeOf[Int(demand.personOf[$0])]) }.sorted(),
            seats: seats,
            gains: gains.map { .init(competency: $0, people: $1.people, closed: $1.closed) }
              .sorted { ($1.closed, $0.competency) < ($0.closed, $1.competency) },
            usDollars: kind.cost))
      }
    }
    return found
  }
}
