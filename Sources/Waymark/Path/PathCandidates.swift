import WaymarkBasics

/// The resources that could be steps.
struct PathCandidates {
  /// The most resources that are compared exactly; of more only the most promising.
  private static let limit = 600

  let resources: [LearningResource]
  /// Whether nothing was left out that could be a step of the best path.
  let isWhole: Bool

  /// Leaves out what has no known time, serves no move that is wanted, or is not needed because enough
  /// others do the very same for as little.
  init(_ suitable: [LearningResource], levels: LevelsHeld, wishes: LearningPath.Wishes) {
    let suitable = Self.doable(suitable, levels, done: wishes.doneResources)
    let required = Set(
      suitable.flatMap(\.requires).compactMap { requirement -> ID<LearningResource>? in
        if case .resource(let id) = requirement { id } else { nil }
      })
    let asked = Set(
      suitable.flatMap(\.requires).compactMap { requirement -> CompetencyID? in
        if case .level(let competency, _) = requirement { competency } else { nil }
      })
    var kept: [Int] = []
    var twins: [Twin: [Int]] = [:]
    for (place, resource) in suitable.enumerated() where resource.duration.minutes != nil {
      let services = Set(
        resource.serves.compactMap {
          Self.useful($0, levels, isAsked: asked.contains($0.competency))
        })
      if required.contains(resource.id) || !resource.requires.isEmpty
        || !resource.features.days.isEmpty
      {
        if !services.isEmpty || required.contains(resource.id) { kept.append(place) }
      } else if !services.isEmpty {
        twins[Twin(services: services, isPractice: resource.isPractice), default: []].append(place)
      }
    }
    for (twin, places) in twins {
      kept += Self.needed(
        places.map { ($0, Self.asks(suitable[$0], wishes)) }, of: twin.services.count)
    }
    isWhole = kept.count <= Self.limit
    if !isWhole {
      kept.sort { left, right in
        let (first, second) = (suitable[left], suitable[right])
        let (one, other) = (Self.promise(first, levels), Self.promise(second, levels))
        return one == other ? first.id < second.id : one > other
      }
    }
    resources = kept.prefix(Self.limit).sorted().map { suitable[$0] }
  }

  /// What resources have in common that do the very same.
  private struct Twin: Hashable {
    let services: Set<LearningResource.Service>
    let isPractice: Bool
  }

  /// The resources whose requirements could ever be met, if there were time and money for all: none
  /// of those that require one another in a circle.
  private static func doable(
    _ resources: [LearningResource], _ levels: LevelsHeld, done: Set<ID<LearningResource>>
  ) -> [LearningResource] {
    var (levels, done) = (levels, done)
    var found = Set<Int>()
    var isGrowing = true
    while isGrowing {
      isGrowing = false
      for (place, resource) in resources.enumerated()
      where resource.requires.allSatisfy({ levels.meets($0, done: done) }) {
        let hasRisen = levels.raise(by: resource)
        done.insert(resource.id)
        if found.insert(place).inserted || hasRisen { isGrowing = true }
      }
    }
    return resources.enumerated().filter { found.contains($0.offset) }.map(\.element)
  }

  /// What a service can do from the level that is held for a gap, or for a level that is asked for
  /// somewhere; `nil` when nothing.
  private static func useful(
    _ service: LearningResource.Service, _ levels: LevelsHeld, isAsked: Bool
  ) -> LearningResource.Service? {
    guard let held = levels.held(service.competency), service.to > held,
      isAsked || !levels.moves(of: service).isEmpty
    else { return nil }
    return .init(
      competency: service.competency, from: max(service.from, held), to: service.to)
  }

  /// Of resources that serve the same, those that no `count` others undercut in every way: one may
  /// be worth doing early for one competency, and another late for another.
  private static func needed(_ twins: [(place: Int, asks: [Int])], of count: Int) -> [Int] {
    var kept: [(place: Int, asks: [Int])] = []
    for twin in twins.sorted(by: {
      $0.asks == $1.asks ? $0.place < $1.place : $0.asks.lexicographicallyPrecedes($1.asks)
    }) {
      let under = kept.lazy.filter { other in zip(other.asks, twin.asks).allSatisfy { $0 <= $1 } }
      if under.prefix(count).count < count { kept.append(twin) }
    }
    return kept.map(\.place)
  }

  /// What a resource asks of a person, each the less the better.
  private static func asks(_ resource: LearningResource, _ wishes: LearningPath.Wishes) -> [Int] {
    wishes.effort(of: resource).parts + [
      resource.cost.usDollars ?? 0, resource.format == .course ? 1 : 0,
    ]
  }

  /// How much it could close in an hour, in thousandths.
  private static func promise(_ resource: LearningResource, _ levels: LevelsHeld) -> Int {
    levels.reach(of: resource) * 60_000 / max(1, resource.duration.minutes ?? 1)
  }
}
