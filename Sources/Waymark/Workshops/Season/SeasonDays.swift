/// On which days the sessions of a season are held.
///
/// Where a day has one session, each has a day of its own, in the order of the kinds, unless one takes
/// several of the days that there are. Where a day has several sessions, nobody goes to two of a day. No
/// session is on an earlier day than one that leads to it, and a region has one on site a day. A session of
/// several days is on as many days one after another. As far as that leaves a choice, a session has a day
/// for itself or shares it with those that its people want least to go to.
struct SeasonDays {
  /// Sessions of one kind whose people are chosen together.
  struct Group: Hashable, Sendable {
    let kind: Int
    /// The first day of each session, counted from 0: days of their own one after another, or all the same.
    let days: [Int]
  }

  /// How many sessions of each kind there are.
  let sessions: [Int]
  /// In the order of their days.
  let groups: [Group]

  /// Whether each session has a day of its own, in the order of the kinds.
  var areOneByOne: Bool { days.isEmpty }

  /// The kinds of the sessions that begin on each day; empty where they are one by one.
  private let days: [[Int]]

  /// - Parameter sessions: how many sessions of each kind.
  /// - Returns: `nil` when the days are too few.
  init?(_ sessions: [Int], of problem: SeasonProblem) {
    let held = sessions.indices.filter { sessions[$0] > 0 }
    let isAmongOthers =
      problem.limits.sessionsPerDay > 1
      || problem.limits.days != nil && held.contains { problem.kinds[$0].span > 1 }
    guard isAmongOthers else {
      self.init(oneByOne: sessions, of: problem)
      return
    }
    // How many days should come after those of each kind, by what it leads to, one after another, and
    // in a room that is used once a day.
    var after: [Int: Int] = [:]
    for kind in held.reversed() {
      let next = held.filter { $0 > kind && problem.leads(kind, to: $0) }
      let inRoom = next.filter { problem.shareRoom(kind, $0) }.reduce(0) { $0 + sessions[$1] }
      after[kind] = max(next.map { (after[$0] ?? 0) + 1 }.max() ?? 0, inRoom)
    }
    let enough = held.reduce(0) { $0 + sessions[$1] * problem.kinds[$1].span }
    var days = Array(repeating: [Int](), count: problem.limits.days ?? enough)
    for kind in held {
      for _ in 0..<sessions[kind] {
        guard let day = Self.day(for: kind, in: days, before: after[kind] ?? 0, of: problem)
        else { return nil }
        days[day].append(kind)
      }
    }
    self.init(days, sessions)
  }

  /// Each session on a day of its own.
  private init(oneByOne sessions: [Int], of problem: SeasonProblem) {
    var groups: [Group] = []
    var next = 0
    for (kind, count) in sessions.enumerated() where count > 0 {
      let span = problem.kinds[kind].span
      groups.append(Group(kind: kind, days: (0..<count).map { next + $0 * span }))
      next += count * span
    }
    (self.sessions, self.groups, days) = (sessions, groups, [])
  }

  private init(_ days: [[Int]], _ sessions: [Int]) {
    (self.sessions, self.days) = (sessions, days)
    groups = days.enumerated().flatMap { day, kinds in
      Set(kinds).sorted().map { kind in
        Group(kind: kind, days: kinds.filter { $0 == kind }.map { _ in day })
      }
    }
  }

  /// The same with one more session of a kind, others where they are if that can be; `nil` when the
  /// days are too few.
  func adding(_ kind: Int, of problem: SeasonProblem) -> SeasonDays? {
    var more = sessions
    more[kind] += 1
    guard let day = Self.day(for: kind, in: days, before: 0, of: problem) else {
      return SeasonDays(more, of: problem)
    }
    var other = days
    other[day].append(kind)
    return SeasonDays(other, more)
  }

  /// The same with one session of a kind less.
  ///
  /// - Parameter day: the day that it begins on; `nil` for the last.
  func removing(_ kind: Int, on day: Int? = nil, of problem: SeasonProblem) -> SeasonDays {
    var fewer = sessions
    fewer[kind] -= 1
    guard !days.isEmpty, let day = day ?? days.lastIndex(where: { $0.contains(kind) }) else {
      return SeasonDays(oneByOne: fewer, of: problem)
    }
    var other = days
    other[day].remove(at: other[day].lastIndex(of: kind) ?? 0)
    return SeasonDays(other, fewer)
  }

  /// The day that suits a session best; `nil` when there is none.
  ///
  /// - Parameter more: how many days should come after it.
  private static func day(
    for kind: Int, in days: [[Int]], before more: Int, of problem: SeasonProblem
  ) -> Int? {
    func isLeading(_ other: Int) -> Bool { other < kind && problem.leads(other, to: kind) }
    let span = problem.kinds[kind].span
    let held = held(days, of: problem)
    let first = held.lastIndex { $0.contains(where: isLeading) } ?? 0
    let last =
      (days.firstIndex { $0.contains { $0 > kind && problem.leads(kind, to: $0) } }
        ?? days.count - 1) - (span - 1)
    guard first <= last else { return nil }
    return (first...last).filter { day in
      problem.limits.runs(day, for: span)
        && held[day..<day + span].allSatisfy { kinds in
          kinds.count < problem.limits.sessionsPerDay
            && !kinds.contains { problem.shareRoom($0, kind) }
        }
    }.map { day in
      let beside = held[day..<day + span].joined()
      return Cost(
        late: max(0, day + span + more - days.count), leading: beside.count(where: isLeading),
        rivals: beside.count { $0 != kind && problem.sharePeople($0, kind) },
        held: beside.count, day: day)
    }.min()?.day
  }

  /// The kinds of the sessions of each day, those that began before among them; a session that does not
  /// end on the last day is cut there.
  private static func held(_ days: [[Int]], of problem: SeasonProblem) -> [[Int]] {
    guard days.joined().contains(where: { problem.kinds[$0].span > 1 }) else { return days }
    var held = Array(repeating: [Int](), count: days.count)
    for (day, kinds) in days.enumerated() {
      for kind in kinds {
        for other in day..<min(days.count, day + problem.kinds[kind].span) {
          held[other].append(kind)
        }
      }
    }
    return held
  }

  /// The same sessions, one of them on another day or two exchanged, as far as days allow it; none where
  /// they are one by one.
  func exchanges(of problem: SeasonProblem) -> [SeasonDays] {
    var found: [SeasonDays] = []
    func add(_ change: (inout [[Int]]) -> Void) {
      var other = days
      change(&other)
      if Self.areSound(other, of: problem) { found.append(SeasonDays(other, sessions)) }
    }
    for (day, kinds) in days.enumerated() {
      for (place, kind) in kinds.enumerated() {
        for other in days.indices where other != day {
          add {
            $0[day].remove(at: place)
            $0[other].append(kind)
          }
          for (second, exchanged) in days[other].enumerated() where other > day && exchanged != kind
          {
            add {
              $0[day][place] = exchanged
              $0[other][second] = kind
            }
          }
        }
      }
    }
    return found
  }

  /// Whether days have no more than they may, and nothing is before what leads to it.
  private static func areSound(_ days: [[Int]], of problem: SeasonProblem) -> Bool {
    let held = held(days, of: problem)
    for (day, kinds) in held.enumerated() {
      guard kinds.count <= problem.limits.sessionsPerDay else { return false }
      for (place, kind) in kinds.enumerated() {
        let isBeforeLeading = held[(day + 1)...].contains { later in
          later.contains { $0 < kind && problem.leads($0, to: kind) }
        }
        let isCrowded = kinds[..<place].contains { problem.shareRoom($0, kind) }
        if isBeforeLeading || isCrowded { return false }
      }
    }
    return days.enumerated().allSatisfy { day, kinds in
      kinds.allSatisfy { problem.limits.runs(day, for: problem.kinds[$0].span) }
    }
  }

  /// How little a day suits a session.
  private struct Cost: Comparable {
    /// How many days are too few after it for what it leads to.
    let late: Int
    /// How many sessions that lead to it are on the day, to which its people should go before.
    let leading: Int
    /// How many others there are that its people may want to go to.
    let rivals: Int
    /// How many sessions there are.
    let held: Int
    let day: Int

    static func < (left: Cost, right: Cost) -> Bool {
      (left.late, left.leading, left.rivals, left.held, left.day)
        < (right.late, right.leading, right.rivals, right.held, right.day)
    }
  }
}
