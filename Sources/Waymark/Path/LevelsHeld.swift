import WaymarkBasics

/// One level of one competency to climb: from the level below to this one.
struct Move: Hashable, Comparable {
  let competency: CompetencyID
  /// The rank that it leads to.
  let to: Int

  static func < (left: Move, right: Move) -> Bool {
    (left.competency, left.to) < (right.competency, right.to)
  }
}

/// The levels that a person holds, and the moves that they have learned for, as both grow along a path.
///
/// A move is made by practice. Where the catalogue has none for it, having learned for it stands for the
/// whole move, as nothing else can, once the level below is held.
struct LevelsHeld {
  struct Entry {
    let item: Profile.Item
    /// The level to work towards; `nil` where there is no gap.
    let goal: Level?
    var held: Level
  }

  private let framework: Framework
  /// The moves that the catalogue has practice for.
  private let practised: Set<Move>
  private(set) var entries: [CompetencyID: Entry]
  /// The moves that something was learned for.
  private(set) var prepared: Set<Move> = []

  /// What a profile says, and what was done since.
  ///
  /// - Parameter done: the earliest first; what came before the profile's assessment has been learned,
  ///   and its levels were rated since.
  init(_ profile: Profile, _ catalogue: Catalogue, done: [DoneStep]) {
    framework = profile.framework
    practised = Set(
      catalogue.resources.lazy.filter { $0.isPractice && $0.status == .listed }
        .flatMap(\.serves).flatMap(\.moves))
    entries = Dictionary(
      profile.items.compactMap { item in
        item.startingLevel.map { held in
          let goal = item.goal(on: profile.framework.scale)
          return (item.competency.id, Entry(item: item, goal: goal, held: held))
        }
      }, uniquingKeysWith: { first, _ in first })
    let practice = Set(catalogue.resources.lazy.filter(\.isPractice).map(\.id))
    for record in done {
      let isPractice = practice.contains(record.resource)
      switch (isPractice, record.assessment == profile.assessment) {
      case (true, true): practise(record.serves)
      case (true, false): break
      case (false, true): learn(record.serves)
      case (false, false): prepare(record.serves)
      }
    }
  }

  /// The scale of the levels.
  var scale: Scale { framework.scale }

  /// The level held; `nil` where the person gave none.
  func held(_ competency: CompetencyID) -> Level? { entries[competency]?.held }

  /// Whether there is something to do at work for a move.
  func isPractised(_ move: Move) -> Bool { practised.contains(move) }

  /// The levels of a gap that are still missing.
  func missing(_ competency: CompetencyID) -> Int {
    guard let entry = entries[competency], let goal = entry.goal else { return 0 }
    return entry.held.shortfall(to: goal)
  }

  /// The moves of a gap that something is good for, now or once the level is held that it starts from.
  func moves(of service: LearningResource.Service) -> [Move] {
    guard let entry = entries[service.competency], let goal = entry.goal else { return [] }
    return service.moves.filter { $0.to > entry.held.rank && $0.to <= goal.rank }
  }

  /// What a resource does now for gaps; the strongest gain first, ties in the framework's order.
  ///
  /// Of several services for one competency, the one that leads furthest counts.
  /// - Parameter end: what is held in the end, where what a resource prepares for beyond it is not worth
  ///   a word.
  func gains(
    of resource: LearningResource, within end: LevelsHeld? = nil
  ) -> [LearningPath.Gain] {
    var best: [CompetencyID: LearningPath.Gain] = [:]
    for service in resource.serves {
      guard let entry = entries[service.competency], let goal = entry.goal,
        service.from <= entry.held
      else { continue }
      let closed =
        resource.isPractice
        ? settled(service.competency, from: max(entry.held, service.to), learned: [])
        : settled(service.competency, from: entry.held, learned: service.moves)
      let last = end?.held(service.competency) ?? service.to
      let gain = LearningPath.Gain(
        item: entry.item, service: service, held: entry.held,
        reached: min(goal, max(closed, min(service.to, last))), closed: min(closed, goal),
        comesBeforeAll: entry.item.isForemost(on: framework.scale)
          && entry.held < framework.scale.middle)
      guard gain.reached > best[service.competency]?.reached ?? entry.held,
        gain.strength > 0 || !prepared.isSuperset(of: gain.moves)
      else { continue }
      best[service.competency] = gain
    }
    return best.values.sorted { left, right in
      (right.weight, position(of: left)) < (left.weight, position(of: right))
    }
  }

  /// The level that is held once those are that need no practice and were learned for.
  private func settled(
    _ competency: CompetencyID, from held: Level, learned moves: [Move]
  ) -> Level {
    var settled = held
    while let next = Level(rank: settled.rank + 1) {
      let move = Move(competency: competency, to: next.rank)
      guard !practised.contains(move), prepared.contains(move) || moves.contains(move) else {
        break
      }
      settled = next
    }
    return settled
  }

  private func position(of gain: LearningPath.Gain) -> Int {
    framework.position(of: gain.item.competency.id) ?? 0
  }

  /// What a resource could do, now or once the person holds the level that it starts from: levels
  /// times importance.
  func reach(of resource: LearningResource) -> Int {
    var best: [CompetencyID: Int] = [:]
    for service in resource.serves {
      guard let entry = entries[service.competency] else { continue }
      best[service.competency] = max(
        best[service.competency] ?? 0, moves(of: service).count * entry.item.priority.factor)
    }
    return best.values.reduce(0, +)
  }

  /// Counts a resource as done, beyond a goal too.
  ///
  /// - Returns: whether a level has risen by it.
  @discardableResult
  mutating func raise(by resource: LearningResource) -> Bool {
    resource.isPractice ? practise(resource.serves) : learn(resource.serves)
  }

  /// Counts the levels as held that practice leads to from those that are.
  ///
  /// - Returns: whether a level has risen by it.
  @discardableResult
  mutating func practise(_ services: [LearningResource.Service]) -> Bool {
    rise(services.filter(isWithinReach)) { max($0, $1.to) }
  }

  /// Counts the moves as learned for that start from levels that are held.
  ///
  /// - Returns: whether a level has risen by it, as some need no practice.
  @discardableResult
  mutating func learn(_ services: [LearningResource.Service]) -> Bool {
    let services = services.filter(isWithinReach)
    prepared.formUnion(services.flatMap(\.moves))
    return rise(services) { held, _ in held }
  }

  /// Counts moves as learned for, and no level as held for it.
  private mutating func prepare(_ services: [LearningResource.Service]) {
    prepared.formUnion(services.filter(isWithinReach).flatMap(\.moves))
  }

  private func isWithinReach(_ service: LearningResource.Service) -> Bool {
    held(service.competency).map { service.from <= $0 } ?? false
  }

  private mutating func rise(
    _ services: [LearningResource.Service], _ level: (Level, LearningResource.Service) -> Level
  ) -> Bool {
    var hasRisen = false
    for service in services {
      guard let now = held(service.competency) else { continue }
      let after = settled(service.competency, from: level(now, service), learned: [])
      guard after != now else { continue }
      entries[service.competency]?.held = after
      hasRisen = true
    }
    return hasRisen
  }

  /// Whether a requirement is met; `done` are the resources that the person has done by now.
  func meets(
    _ requirement: LearningResource.Requirement, done: Set<ID<LearningResource>>
  ) -> Bool {
    switch requirement {
    case .level(let competency, let level): held(competency).map { $0 >= level } ?? false
    case .resource(let resource): done.contains(resource)
    }
  }
}

extension LearningResource.Service {
  /// The moves that it is about, the lowest first.
  var moves: [Move] { (from.rank..<to.rank).map { Move(competency: competency, to: $0 + 1) } }
}
