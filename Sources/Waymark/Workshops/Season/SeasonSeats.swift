/// The sessions of a season and who has a seat in them.
struct SeasonSeats {
  /// How many sessions of each kind.
  var sessions: [Int]
  /// The attendances with a seat, in order.
  var taken: [Int]

  /// The sessions one by one, each with its people; those of one kind share theirs evenly.
  func sessions(_ problem: SeasonProblem) -> [WorkshopPlan.Session] {
    let demand = problem.demand
    var byKind: [Int: [Int]] = [:]
    for attendance in taken {
      byKind[Int(problem.kindOf[attendance]), default: []].append(attendance)
    }
    var outcome = SeasonOutcome(demand)
    var found: [WorkshopPlan.Session] = []
    for (kind, count) in sessions.enumerated() where count > 0 {
      let own = byKind[kind] ?? []
      for session in 0..<count {
        let part = own[own.count * session / count..<own.count * (session + 1) / count]
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
            offer: demand.offers[problem.kinds[kind].offer], region: problem.kinds[kind].region,
            people: part.map { Int(demand.placeOf[Int(demand.personOf[$0])]) }, seats: seats,
            gains: gains.map { .init(competency: $0, people: $1.people, closed: $1.closed) }.sorted
            {
              ($1.closed, $0.competency) < ($0.closed, $1.competency)
            }, usDollars: problem.kinds[kind].cost))
      }
    }
    return found
  }
}
