/// Finds good sessions: adds what closes most, then exchanges one for others while that helps.
struct SeasonSearch {
  /// How many sessions of each kind.
  typealias Sessions = [Int]

  /// How many of the most promising kinds an exchange seats people in.
  private static let tried = 4

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
    var sessions = Array(repeating: 0, count: problem.kinds.count)
    for kept in problem.kept where !problem.holds(kept, sessions) {
      guard seating.seat(sessions) != nil else { return nil }
      let ranked = kept.map { (kind: $0, gain: seating.gain(of: $0)) }.sorted {
        ($1.gain, $0.kind) < ($0.gain, $1.kind)
      }
      let next = ranked.lazy.map { entry -> Sessions in
        var more = sessions
        more[entry.kind] += 1
        return more
      }.first { problem.fits($0) }
      guard let next else { return nil }
      sessions = next
    }
    return sessions
  }

  /// The best that it finds from these sessions on; `nil` when these cannot be held.
  mutating func improve(
    _ sessions: Sessions
  ) -> SeasonSeats? {
    guard problem.fits(sessions), problem.holdsKept(sessions), let score = seating.seat(sessions)
    else { return nil }
    var best = (sessions: sessions, score: score)
    grow(&best)
    while exchange(&best) {}
    _ = seating.seat(best.sessions)
    return SeasonSeats(groups: seating.seats.groups, seats: seating.seats.seats)
  }

  /// The sessions on other days, while to move one or to exchange two is better.
  mutating func exchangeDays(_ days: SeasonDays) -> SeasonDays {
    let none = SeasonSeating.Score(floors: -1, closed: -1)
    var best = (days: days, score: seating.seat(days) ?? none)
    var isBetter = true
    while isBetter {
      isBetter = false
      for other in best.days.exchanges(of: problem) {
        guard let score = seating.seat(other), score > best.score else { continue }
        best = (other, score)
        isBetter = true
        break
      }
    }
    return best.days
  }

  /// Adds sessions while one helps: the one that closes most for its share of what is scarcest.
  private mutating func grow(_ best: inout (sessions: Sessions, score: SeasonSeating.Score)) {
    while let next = better(than: best, by: best.sessions) { best = next }
  }

  /// Sessions with one more than these that are better than the best.
  private mutating func better(
    than best: (sessions: Sessions, score: SeasonSeating.Score), by sessions: Sessions
  ) -> (sessions: Sessions, score: SeasonSeating.Score)? {
    guard seating.seat(sessions) != nil else { return nil }
    let missing = seating.missing
    var ranked: [(kind: Int, gain: Int, worth: Double)] = []
    for kind in kinds {
      var more = sessions
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
    var chosen: (sessions: Sessions, score: SeasonSeating.Score)?
    let promising = [byGain, byWorth, byFloor].flatMap { $0.prefix(Self.tried) }
    for kind in promising.map(\.kind) {
      var more = sessions
      more[kind] += 1
      guard let score = seating.seat(more), score > chosen?.score ?? best.score else { continue }
      chosen = (more, score)
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
  private mutating func exchange(
    _ best: inout (sessions: Sessions, score: SeasonSeating.Score)
  ) -> Bool {
    for kind in best.sessions.indices where best.sessions[kind] > 0 {
      var fewer = best.sessions
      fewer[kind] -= 1
      guard problem.holdsKept(fewer) else { continue }
      guard var next = better(than: best, by: fewer) else { continue }
      grow(&next)
      best = next
      return true
    }
    return false
  }
}
