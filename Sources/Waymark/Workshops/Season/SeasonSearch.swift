import WaymarkBasics

/// Finds good sessions: adds what closes most, then exchanges one for others while that helps.
struct SeasonSearch {
  /// How many sessions of each kind.
  typealias Sessions = [Int]

  /// How many of the most promising kinds an exchange seats people in.
  private static let tried = 4

  /// Of how many sessions at most the days are exchanged.
  private static let exchanged = 40

  private let problem: SeasonProblem
  /// The kinds that are looked at: all, until a bound shows which can be in anything better.
  var kinds: [Int]
  private var seating: SeasonSeating

  init(_ problem: SeasonProblem) {
    self.problem = problem
    kinds = Array(problem.kinds.indices)
    seating = SeasonSeating(problem)
  }

  /// Sessions that hold what is to be kept and nothing else, as far as it finds them.
  mutating func kept() -> Sessions? {
    var days = SeasonDays(Array(repeating: 0, count: problem.kinds.count), of: problem)
    for kept in problem.kept {
      guard let held = days, seating.seat(held) != nil else { return nil }
      if problem.holds(kept, held.sessions) { continue }
      let ranked = kept.map { (kind: $0, gain: seating.gain(of: $0)) }.sorted {
        ($1.gain, $0.kind) < ($0.gain, $1.kind)
      }
      days = ranked.lazy.compactMap { [self] in more($0.kind, than: held) }.first
    }
    return days?.sessions
  }

  /// The best that it finds from these sessions on; `nil` when these cannot be held.
  mutating func improve(_ sessions: Sessions) -> SeasonSeats? {
    guard problem.fits(sessions), let days = SeasonDays(sessions, of: problem),
      var best = held(of: days)
    else { return nil }
    grow(&best)
    while exchange(&best) {}
    _ = seating.seat(best.days)
    return SeasonSeats(groups: seating.seats.groups, seats: seating.seats.seats)
  }

  /// The sessions on other days, while to move one or to exchange two is better; of very many as they are.
  mutating func exchangeDays(_ days: SeasonDays) -> SeasonDays {
    guard days.sessions.reduce(0, +) <= Self.exchanged else { return days }
    let none = SeasonSeating.Score(floors: -1, closed: -1)
    var best = Held(days: days, score: seating.seat(days) ?? none)
    var isBetter = true
    while isBetter {
      isBetter = false
      for other in best.days.exchanges(of: problem) {
        guard let score = seating.seat(other), score > best.score else { continue }
        best = Held(days: other, score: score)
        isBetter = true
        break
      }
    }
    return best.days
  }

  /// Sessions on days, and how good they are.
  private struct Held {
    var days: SeasonDays
    var score: SeasonSeating.Score
  }

  /// Of these sessions those that find enough people; `nil` when something that is to be kept does not.
  private mutating func held(of days: SeasonDays) -> Held? {
    var held = days
    var score = seating.seatEnough(held)
    // Without the others those that are left may have other people.
    while !seating.short.isEmpty {
      held = seating.short.reduce(held) { $0.removing($1.kind, on: $1.days.first, of: problem) }
      score = seating.seatEnough(held)
    }
    return problem.holdsKept(held.sessions) ? Held(days: held, score: score) : nil
  }

  /// One more session of a kind; `nil` when it is beyond the limits or the days.
  private func more(_ kind: Int, than days: SeasonDays) -> SeasonDays? {
    var more = days.sessions
    more[kind] += 1
    return problem.fits(more) ? days.adding(kind, of: problem) : nil
  }

  /// Adds sessions while one helps: the one that closes most for its share of what is scarcest.
  private mutating func grow(_ best: inout Held) {
    while let next = better(than: best, by: best.days) { best = next }
  }

  /// Sessions with one more than these that are better than the best.
  private mutating func better(than best: Held, by days: SeasonDays) -> Held? {
    guard seating.seat(days) != nil else { return nil }
    let missing = seating.missing
    var ranked: [(kind: Int, gain: Int, worth: Double)] = []
    for kind in kinds {
      var more = days.sessions
      more[kind] += 1
      guard problem.fits(more) else { continue }
      let gain = seating.gain(of: kind)
      guard gain > 0 else { continue }
      ranked.append((kind, gain, Double(gain) / share(of: kind)))
    }
    let byGain = ranked.sorted { ($1.gain, $0.kind) < ($0.gain, $1.kind) }
    let byWorth = ranked.sorted { ($1.worth, $0.kind) < ($0.worth, $1.kind) }
    let byFloor = ranked.map { entry -> (kind: Int, gain: Int, worth: Double) in
      let region = problem.kinds[entry.kind].region
      return (entry.kind, region.map { min(entry.gain, missing[$0]) } ?? 0, entry.worth)
    }.filter { $0.gain > 0 }.sorted { ($1.gain, $0.kind) < ($0.gain, $1.kind) }
    var chosen: Held?
    let promising = [byGain, byWorth, byFloor].flatMap { $0.prefix(Self.tried) }
    for kind in promising.map(\.kind) {
      guard let more = days.adding(kind, of: problem), let found = held(of: more),
        found.score > chosen?.score ?? best.score
      else { continue }
      chosen = found
    }
    return chosen
  }

  /// The largest part of a limit that a session of a kind uses up.
  private func share(of kind: Int) -> Double {
    SeasonProblem.Resource.allCases.reduce(0) { share, resource in
      guard let limit = problem.limit(resource), limit > 0 else { return share }
      return max(share, Double(problem.use(kind, resource)) / Double(limit))
    }
  }

  /// Takes one session out and puts others in its place, if that is better.
  private mutating func exchange(_ best: inout Held) -> Bool {
    for kind in best.days.sessions.indices where best.days.sessions[kind] > 0 {
      let fewer = best.days.removing(kind, of: problem)
      guard problem.holdsKept(fewer.sessions), var next = better(than: best, by: fewer)
      else { continue }
      grow(&next)
      best = next
      return true
    }
    return false
  }
}

/// The order in which the workshops of a season come: what others build on comes first.
///
/// A workshop comes before another when it leads to a level that the other begins at or requires, or
/// when the other requires it. Workshops that need one another in a circle come in the order of their
/// ids, and none of them leads anybody on to another of them. Ties go by id.
struct SeasonOrder {
  /// The workshops, first to last.
  let offers: [WorkshopOffer]

  private let places: [ID<WorkshopOffer>: Int]
  /// For each level of a competency the places of the first and the last workshop that lead to it.
  private let leading: [CompetencyID: [Int: ClosedRange<Int>]]

  /// - Complexity: O(*n*³) at worst in the number of workshops, O(*n*²) where few wait for others.
  init(_ offers: [WorkshopOffer]) {
    var waiting = offers.sorted { $0.id < $1.id }
    var ordered: [WorkshopOffer] = []
    while !waiting.isEmpty {
      let next =
        waiting.firstIndex { offer in
          !waiting.contains { $0.id != offer.id && Self.comes($0, before: offer) }
        } ?? 0
      ordered.append(waiting.remove(at: next))
    }
    self.offers = ordered
    places = Dictionary(
      ordered.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    var leading: [CompetencyID: [Int: ClosedRange<Int>]] = [:]
    for (place, offer) in ordered.enumerated() {
      for service in offer.serves {
        for rank in service.from.rank + 1..<service.to.rank + 1 {
          let first = leading[service.competency]?[rank]?.lowerBound ?? place
          leading[service.competency, default: [:]][rank] = first...place
        }
      }
    }
    self.leading = leading
  }

  /// Whether somebody can come to a level by workshops, all of which are before this place.
  func leads(to rank: Int, of competency: CompetencyID, before place: Int) -> Bool {
    leading[competency]?[rank].map { $0.upperBound < place } ?? false
  }

  /// The place of a workshop that is before this place; `nil` where it is not.
  func place(of workshop: ID<WorkshopOffer>, before place: Int) -> Int? {
    places[workshop].flatMap { $0 < place ? $0 : nil }
  }

  /// Whether a workshop has to come before another.
  static func comes(_ offer: WorkshopOffer, before other: WorkshopOffer) -> Bool {
    other.requires.contains { requirement in
      switch requirement {
      case .workshop(let id): offer.id == id
      case .level(let competency, let level):
        offer.serves.contains { $0.competency == competency && $0.covers(level.rank) }
      }
    }
      || other.serves.contains { later in
        offer.serves.contains {
          $0.competency == later.competency && $0.covers(later.from.rank)
        }
      }
  }
}

extension LearningResource.Service {
  /// Whether somebody comes to this level by it from the one below.
  func covers(_ rank: Int) -> Bool { from.rank < rank && rank <= to.rank }
}
