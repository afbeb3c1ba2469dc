package import WaymarkBasics

/// Puts chosen resources in an order in which each does what it was chosen for, practice after what
/// prepares for it, and lays them into weeks.
struct PathSchedule {
  /// A resource with the services that it was chosen for, where it is no practice.
  struct Wanted {
    let resource: LearningResource
    let claims: [LearningResource.Service]
    /// The moves that it was chosen for.
    let moves: Set<Move>

    init(resource: LearningResource, claims: [LearningResource.Service]) {
      self.resource = resource
      self.claims = resource.isPractice ? resource.serves : claims
      moves = Set(self.claims.flatMap(\.moves))
    }
  }

  /// A resource in its place.
  struct Entry {
    let resource: LearningResource
    /// When it is done; `nil` without weeks.
    let time: Time?
  }

  /// When a step is done.
  struct Time {
    /// The last day of the week in which its turn is over: its minutes and those of all before it have
    /// come together, or it takes place on this day.
    let turn: CalendarDate
    /// For what takes several weeks from the first time to the last, the day by which it begins.
    let begins: CalendarDate?
    /// The day by which it is done.
    let day: CalendarDate
  }

  enum Outcome {
    case found([Entry])
    /// The places of those that nothing leads up to, and the levels held by then.
    case stuck([Int], LevelsHeld)
    /// There is an order, but not one that keeps to the days.
    case tooLate
  }

  /// How many orders are tried.
  private static let attempts = 20_000

  private let wanted: [Wanted]
  private let levels: LevelsHeld
  private let wishes: LearningPath.Wishes
  private let worth: MoveWorth

  init(
    _ wanted: [Wanted], levels: LevelsHeld, wishes: LearningPath.Wishes, worth: MoveWorth
  ) {
    self.wanted = wanted
    self.levels = levels
    self.wishes = wishes
    self.worth = worth
  }

  func order() -> Outcome {
    var levels = levels
    var done = wishes.doneResources
    var left = Array(wanted.indices)
    while let next = left.first(where: { isReady($0, levels, done, among: left) }) {
      levels.raise(by: wanted[next])
      done.insert(wanted[next].resource.id)
      left.removeAll { $0 == next }
    }
    guard left.isEmpty else { return .stuck(left, levels) }
    var attempts = Self.attempts
    return extend(State(levels: self.levels, done: wishes.doneResources), &attempts)
      .map { .found($0) }
      ?? .tooLate
  }

  private struct State {
    var levels: LevelsHeld
    var done: Set<ID<LearningResource>>
    var taken: Set<Int> = []
    var minutes = 0
    var entries: [Entry] = []
    /// The day by which practice of a competency is done that takes several weeks.
    var ends: [CompetencyID: CalendarDate] = [:]
  }

  /// Tries the ready resources in the order of preference, and goes back where days do not fit.
  private func extend(_ state: State, _ attempts: inout Int) -> [Entry]? {
    guard state.taken.count < wanted.count else { return state.entries }
    guard attempts > 0 else { return nil }
    attempts -= 1
    for (next, days) in ready(in: state) {
      for day in days {
        var after = state
        let time = day.map { self.time(of: next, $0, state) }
        after.minutes += minutes(of: next)
        after.entries.append(Entry(resource: wanted[next].resource, time: time))
        if time?.begins != nil {
          for competency in competencies(next) { after.ends[competency] = time?.day }
        }
        after.taken.insert(next)
        after.levels.raise(by: wanted[next].resource)
        after.done.insert(wanted[next].resource.id)
        guard leavesTime(after) else { continue }
        if let entries = extend(after, &attempts) { return entries }
      }
    }
    return nil
  }

  /// The resources that can come next, with the days on which they can: in the order of preference, but
  /// what has a day of its own stands before the first that would not be done by then, so that a far
  /// day holds up nothing.
  private func ready(in state: State) -> [(place: Int, days: [CalendarDate?])] {
    let left = wanted.indices.filter { !state.taken.contains($0) }
    let ready = left.filter { isReady($0, state.levels, state.done, among: left) }
    var fixed = ready.filter(isFixed).map { (place: $0, days: days(of: $0, state)) }
      .filter { !$0.days.isEmpty }
      .sorted { first($0.days, $0.place) < first($1.days, $1.place) }
    var merged: [(place: Int, days: [CalendarDate?])] = []
    for place in inOrder(ready.filter { !isFixed($0) }, state, left: left) {
      let days = days(of: place, state)
      while let next = fixed.first, let day = next.days.first, let own = days.first,
        day ?? .earliest <= own ?? .latest
      {
        merged.append(fixed.removeFirst())
      }
      merged.append((place, days))
    }
    return merged + fixed
  }

  private func first(
    _ days: [CalendarDate?], _ place: Int
  ) -> (CalendarDate, ID<LearningResource>) {
    (days.compactMap { $0 }.first ?? .earliest, wanted[place].resource.id)
  }

  /// Whether what has a day of its own and is still to come can be reached, whatever else comes before
  /// it: the earliest last day first, no order could do better.
  private func leavesTime(_ state: State) -> Bool {
    guard let calendar = wishes.calendar else { return true }
    let before = state.entries.last?.time?.turn ?? calendar.start
    var minutes = state.minutes
    for (place, last) in wanted.indices.filter({ isFixed($0) && !state.taken.contains($0) })
      .map({ place in
        (place, wanted[place].resource.features.days.filter(calendar.contains).max())
      }).sorted(by: { $0.1 ?? .earliest < $1.1 ?? .earliest })
    {
      minutes += self.minutes(of: place)
      guard let last, last >= before, calendar.minutes(by: last) >= minutes else { return false }
    }
    return true
  }

  /// When a resource is done whose turn is over on a day.
  ///
  /// What takes several weeks begins in the week in which its turn does, but not before the practice that
  /// it goes on from is done; it goes on beyond its turn, and beyond the weeks where it must.
  private func time(of place: Int, _ turn: CalendarDate, _ state: State) -> Time {
    guard let calendar = wishes.calendar, wanted[place].resource.isPractice else {
      return Time(turn: turn, begins: nil, day: turn)
    }
    let more = 7 * (wanted[place].resource.weeks - 1)
    let open = (state.ends.isEmpty ? [] : competencies(place)).compactMap { state.ends[$0] }.max()
    let begins = max(
      min(turn, calendar.day(after: state.minutes + 1)),
      state.entries.last?.time?.turn ?? calendar.start, open?.adding(days: 7) ?? calendar.start)
    let day = max(turn, begins.adding(days: more))
    return Time(turn: turn, begins: more > 0 ? begins : nil, day: day)
  }

  /// Whether it takes place on a day of its own.
  private func isFixed(_ place: Int) -> Bool { !wanted[place].resource.features.days.isEmpty }

  private func minutes(of place: Int) -> Int { wanted[place].resource.duration.minutes ?? 0 }

  private func isReady(
    _ place: Int, _ levels: LevelsHeld, _ done: Set<ID<LearningResource>>, among left: [Int]
  ) -> Bool {
    let resource = wanted[place].resource
    return wanted[place].claims.allSatisfy { claim in
      levels.held(claim.competency).map { claim.from <= $0 } ?? false
    } && resource.requires.allSatisfy { levels.meets($0, done: done) }
      && !(resource.isPractice
        && left.contains { other in
          !wanted[other].resource.isPractice
            && !wanted[other].moves.isDisjoint(with: wanted[place].moves)
        })
  }

  /// In the order of preference: practice that was prepared for comes first, then what the profile starts
  /// with and what builds on nothing that is still to come, then what matters most, then what asks
  /// least, by id; practice that has to wait for other practice comes last of all.
  private func inOrder(_ places: [Int], _ state: State, left: [Int]) -> [Int] {
    let open = Set(left.filter { wanted[$0].resource.isPractice }.flatMap(competencies))
    return places.map { place in
      let resource = wanted[place].resource
      let moves = wanted[place].moves
      let isNext = resource.isPractice && !state.levels.prepared.isDisjoint(with: moves)
      let goesOn = resource.isPractice && competencies(place).contains { isUnderway($0, state) }
      let own = Set(competencies(place))
      let waits =
        !own.contains(where: worth.isStart)
        && own.contains { competency in
          worth.bases(of: competency).contains { open.contains($0) && !own.contains($0) }
        }
      let importance = moves.map(worth.importance)
      return (
        place,
        (
          goesOn ? 2 : isNext ? 0 : 1, waits ? 1 : 0, -(importance.max() ?? 0),
          -importance.reduce(0, +),
          wishes.effort(of: resource), resource.id
        )
      )
    }.sorted { $0.1 < $1.1 }.map(\.0)
  }

  /// Whether practice of a competency takes longer than its turn did.
  private func isUnderway(_ competency: CompetencyID, _ state: State) -> Bool {
    guard let end = state.ends[competency], let last = state.entries.last?.time?.turn else {
      return false
    }
    return end > last
  }

  private func competencies(_ place: Int) -> [CompetencyID] {
    wanted[place].moves.map(\.competency)
  }

  /// The days on which a resource can be done next; one `nil` without weeks.
  private func days(of place: Int, _ state: State) -> [CalendarDate?] {
    guard let calendar = wishes.calendar else { return [nil] }
    let resource = wanted[place].resource
    let minutes = state.minutes + minutes(of: place)
    let before = state.entries.last?.time?.turn ?? calendar.start
    guard !resource.features.days.isEmpty else {
      let day = max(calendar.day(after: minutes), before)
      return calendar.contains(day) ? [day] : []
    }
    return resource.features.days.filter {
      $0 >= before && calendar.contains($0) && calendar.minutes(by: $0) >= minutes
    }
  }
}

extension LevelsHeld {
  /// Counts what a resource was chosen for, and nothing else that it would do.
  fileprivate mutating func raise(by wanted: PathSchedule.Wanted) {
    if wanted.resource.isPractice { practise(wanted.claims) } else { learn(wanted.claims) }
  }
}

/// The weeks that a path is laid into.
///
/// Weeks of seven days from the first day on, each with the same minutes. A step is done by the last
/// day of the week in which the minutes of all steps up to it have come together.
public struct PathCalendar: Hashable, Sendable {
  /// The first day.
  package let start: CalendarDate
  /// The minutes of a week, 1 or more.
  package let minutesPerWeek: Int
  /// The last day; `nil` when there is none.
  package let until: CalendarDate?

  /// Joins the parts; less than a minute a week counts as one.
  package init(start: CalendarDate, minutesPerWeek: Int, until: CalendarDate?) {
    self.start = start
    self.minutesPerWeek = max(1, minutesPerWeek)
    self.until = until
  }

  /// The minutes of all whole weeks until the last day; `nil` when there is none.
  package var minutes: Int? {
    until.map { max(0, $0.daysSince1970 - start.daysSince1970 + 1) / 7 * minutesPerWeek }
  }

  /// Whether a day is within the weeks.
  func contains(_ day: CalendarDate) -> Bool { day >= start && until.map { day <= $0 } ?? true }

  /// The minutes that there are by the end of the week of a day.
  func minutes(by day: CalendarDate) -> Int {
    max(0, (day.daysSince1970 - start.daysSince1970) / 7 + 1) * minutesPerWeek
  }

  /// The last day of the week by whose end so many minutes have come together.
  func day(after minutes: Int) -> CalendarDate {
    let weeks = max(1, (minutes + minutesPerWeek - 1) / minutesPerWeek)
    return start.adding(days: 7 * weeks - 1)
  }

  /// A day for each step, in their order: those of one week lie apart as evenly as its days allow, the
  /// last of them on its last day; what takes place on a day keeps it.
  package func spread(_ steps: [(day: CalendarDate, isFixed: Bool)]) -> [CalendarDate] {
    var spread: [CalendarDate] = []
    for (place, step) in steps.enumerated() {
      guard !step.isFixed else {
        spread.append(step.day)
        continue
      }
      let together = steps.indices.filter { !steps[$0].isFixed && steps[$0].day == step.day }
      let position = together.count { $0 <= place }
      let days = (7 * position + together.count - 1) / together.count - 7
      spread.append(max(step.day.adding(days: days), spread.last ?? start))
    }
    return spread
  }
}
