/// On which days the sessions of a season are held.
///
/// Where a day has one session, each has a day of its own, in the order of the kinds. Where it has several,
/// nobody goes to two of a day. No session is on an earlier day than one that leads to it, and a region has
/// one on site a day. As far as that leaves a choice, a session has a day for itself or shares it with those
/// that its people want least to go to.
struct SeasonDays {
  /// Sessions of one kind whose people are chosen together.
  struct Group: Hashable, Sendable {
    let kind: Int
    /// The day of each session, counted from 0: days of their own one after another, or all the same.
    let days: [Int]
  }

  /// How many sessions of each kind there are.
  let sessions: [Int]
  /// In the order of their days.
  let groups: [Group]

  /// The kinds of the sessions of each day; empty where a day has one session.
  private let days: [[Int]]

  /// - Parameter sessions: how many sessions of each kind.
  /// - Returns: `nil` when the days are too few.
  init?(_ sessions: [Int], of problem: SeasonProblem) {
    guard problem.limits.sessionsPerDay > 1 else {
      self.init(oneByOne: sessions)
      return
    }
    let held = sessions.indices.filter { sessions[$0] > 0 }
    // How many days should come after those of each kind, by what it leads to, one after another, and
    // in a room that is used once a day.
    var after: [Int: Int] = [:]
    for kind in held.reversed() {
      let next = held.filter { $0 > kind && problem.leads(kind, to: $0) }
      let inRoom = next.filter { problem.shareRoom(kind, $0) }.reduce(0) { $0 + sessions[$1] }
      after[kind] = max(next.map { (after[$0] ?? 0) + 1 }.max() ?? 0, inRoom)
    }
    var days = Array(
      repeating: [Int](), count: problem.limits.days ?? sessions.reduce(0, +))
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
  private init(oneByOne sessions: [Int]) {
    var groups: [Group] = []
    var next = 0
    for (kind, count) in sessions.enumerated() where count > 0 {
      groups.append(Group(kind: kind, days: Array(next..<next + count)))
      next += count
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
  /// - Parameter day: the day that it is on; `nil` for the last.
  func removing(_ kind: Int, on day: Int? = nil) -> SeasonDays {
    var fewer = sessions
    fewer[kind] -= 1
    guard !days.isEmpty, let day = day ?? days.lastIndex(where: { $0.contains(kind) }) else {
      return SeasonDays(oneByOne: fewer)
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
    let first = days.lastIndex { $0.contains(where: isLeading) } ?? 0
    let last =
      days.firstIndex { $0.contains { $0 > kind && problem.leads(kind, to: $0) } }
      ?? days.count - 1
    guard first <= last else { return nil }
    return (first...last).filter { day in
      days[day].count < problem.limits.sessionsPerDay
        && !days[day].contains { problem.shareRoom($0, kind) }
    }.map { day in
      Cost(
        late: max(0, day + more - days.count + 1), leading: days[day].count(where: isLeading),
        rivals: days[day].count { $0 != kind && problem.sharePeople($0, kind) },
        held: days[day].count, day: day)
    }.min()?.day
  }

  /// The same sessions, one of them on another day or two exchanged, as far as days allow it; none where
  /// a day has one session.
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
    for (day, kinds) in days.enumerated() {
      guard kinds.count <= problem.limits.sessionsPerDay else { return false }
      for (place, kind) in kinds.enumerated() {
        let isBeforeLeading = days[(day + 1)...].contains { later in
          later.contains { $0 < kind && problem.leads($0, to: kind) }
        }
        let isCrowded = kinds[..<place].contains { problem.shareRoom($0, kind) }
        if isBeforeLeading || isCrowded { return false }
      }
    }
    return true
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
