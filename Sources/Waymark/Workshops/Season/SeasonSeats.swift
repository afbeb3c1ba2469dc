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

  /// The sessions one by one, each with its people, on the first days that there are; those of one group
  /// share theirs evenly.
  func sessions(_ problem: SeasonProblem) -> [WorkshopPlan.Session] {
    let demand = problem.demand
    let days = Set(groups.flatMap(\.days)).sorted()
    let places = Dictionary(uniqueKeysWithValues: days.enumerated().map { ($1, $0) })
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
