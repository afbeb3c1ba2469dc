import Testing
import Waymark
import WaymarkBasics

/// Reckons a plan again from the answers alone, apart from the planner.
struct PlanChecker {
  let framework: Framework
  let records: [CodedResponse]
  let regionOf: [Int?]
  let limits: SeasonLimits

  /// A person's levels while going from session to session.
  struct Walk {
    var levels: [Int?]
    var done: Set<ID<WorkshopOffer>> = []
    var closed = 0
  }

  func start(_ person: Int) -> Walk {
    Walk(
      levels: records[person].sheet.map { code in
        (UInt8(ascii: "1")...UInt8(ascii: "5")).contains(code) ? Int(code) - 48 : nil
      })
  }

  /// What a level of a competency counts for a person.
  private func weight(_ person: Int, _ position: Int) -> Int {
    switch records[person].importance[position] {
    case UInt8(ascii: "+"): 2
    case UInt8(ascii: "1")...UInt8(ascii: "3"): 3
    default: 1
    }
  }

  /// Goes to a session; `false` when the person lacks what it requires.
  func attend(_ offer: WorkshopOffer, _ person: Int, _ walk: inout Walk) -> Bool {
    func position(_ id: CompetencyID) -> Int? {
      framework.competencies.firstIndex { $0.id == id }
    }
    for requirement in offer.requires {
      switch requirement {
      case .workshop(let id): if !walk.done.contains(id) { return false }
      case .level(let id, let level):
        guard let place = position(id), let held = walk.levels[place], held >= level.rank
        else { return false }
      }
    }
    walk.done.insert(offer.id)
    for service in offer.serves {
      guard let place = position(service.competency), let held = walk.levels[place],
        service.from.rank <= held, held < service.to.rank
      else { continue }
      let target =
        records[person].role.flatMap {
          framework.competencies[place].targets[framework.roles[$0].id]?.rank
        } ?? 0
      walk.closed +=
        max(0, min(service.to.rank, target) - held) * weight(person, place)
      walk.levels[place] = service.to.rank
    }
    return true
  }

  private func room(of session: WorkshopPlan.Session) -> Int {
    guard let region = session.region else { return .max }
    return limits.rooms[region] ?? limits.room ?? (limits.rooms.isEmpty ? .max : 0)
  }

  /// Checks everything a plan promises.
  func check(_ plan: WorkshopPlan) {
    let cost: (WorkshopPlan.Session) -> Int = { session in
      session.offer.usDollars + (session.offer.place == .online ? 0 : limits.travel)
    }
    #expect(plan.sessions.count <= limits.sessions)
    #expect(plan.sessions.reduce(0) { $0 + $1.offer.minutes } <= limits.minutes ?? .max)
    #expect(plan.sessions.reduce(0) { $0 + cost($1) } <= limits.usDollars ?? .max)
    #expect(plan.sessions.reduce(0) { $0 + $1.offer.trainerDays } <= limits.trainerDays ?? .max)
    #expect(plan.sessions.reduce(0) { $0 + $1.people.count } <= limits.seats ?? .max)
    var walks = records.indices.map(start)
    var sessionsOf = Array(repeating: 0, count: records.count)
    var (daysOf, sessionsOn) = (sessionsOf.map { _ in -1 }, [Int: Int]())
    for session in plan.sessions {
      #expect(session.people.count <= min(session.offer.seats, room(of: session)))
      let days = session.day..<session.day + session.offer.days
      #expect(0 <= days.lowerBound && days.upperBound <= limits.days ?? .max)
      for day in days { sessionsOn[day, default: 0] += 1 }
      #expect(session.people.count >= limits.leastPeople)
      #expect(Set(session.people).count == session.people.count)
      #expect(session.seats.reduce(0, +) == session.people.count)
      #expect((session.region == nil) == (session.offer.place == .online))
      let before = session.people.reduce(0) { $0 + walks[$1].closed }
      for person in session.people {
        #expect(session.region == nil || regionOf[person] == session.region)
        #expect(!walks[person].done.contains(session.offer.id))
        #expect(attend(session.offer, person, &walks[person]))
        sessionsOf[person] += 1
        // Nobody is in two places on a day, and what comes first is on an earlier one.
        #expect(session.day > daysOf[person])
        daysOf[person] = days.upperBound - 1
      }
      let after = session.people.reduce(0) { $0 + walks[$1].closed }
      #expect(session.gains.reduce(0) { $0 + $1.closed } == after - before)
    }
    #expect(sessionsOn.values.allSatisfy { $0 <= limits.sessionsPerDay })
    #expect(sessionsOf.allSatisfy { $0 <= limits.sessionsPerPerson })
    #expect(walks.reduce(0) { $0 + $1.closed } == plan.closed)
    #expect(plan.closed <= plan.bound && plan.bound <= plan.lacking)
  }
}
