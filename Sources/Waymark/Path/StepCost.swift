// What a step of a path asks of a person: money, time, and what they would rather not do.

extension LearningResource.Cost {
  /// Whether it costs nothing for anybody; an account may be needed.
  package var isFree: Bool {
    switch self {
    case .free, .account: true
    case .members, .paid: false
    }
  }

  /// The most that it costs in US dollars; `nil` where nobody knows.
  package var usDollars: Int? {
    switch self {
    case .free, .account: 0
    case .members(let usd), .paid(let usd): usd
    }
  }

  /// The place in an order from nothing at all to money.
  var rank: Int {
    switch self {
    case .free: 0
    case .account: 1
    case .members: 2
    case .paid: 3
    }
  }
}

extension LearningResource {
  /// Whether it is known from memory alone.
  fileprivate var isUnseen: Bool { sighting == .memory }
}

extension LearningPath.Wishes {
  /// Whether a resource is of a kind that is preferred; all are where nothing is, and practice, as a
  /// move cannot be made without.
  func prefers(_ resource: LearningResource) -> Bool {
    preferred.isEmpty || preferred.contains(resource.format) || resource.isPractice
  }

  /// What a resource asks of the person.
  func effort(of resource: LearningResource) -> StepEffort {
    StepEffort(
      isDisliked: !prefers(resource), isUnseen: resource.isUnseen, costRank: resource.cost.rank,
      minutes: resource.duration.minutes ?? 0)
  }
}

/// What a step asks of a person, the less the better: first that it is not preferred, then that nobody
/// has seen what its address leads to, then that it is not free, then its minutes.
struct StepEffort: Comparable {
  let isDisliked: Bool
  let isUnseen: Bool
  let costRank: Int
  let minutes: Int

  /// The parts in their order.
  var parts: [Int] { [isDisliked ? 1 : 0, isUnseen ? 1 : 0, costRank, minutes] }

  /// The parts as one number, to be added up over steps; minutes from 9,999 on count alike.
  var weight: Int {
    (isDisliked ? 80_000 : 0) + (isUnseen ? 40_000 : 0) + costRank * 10_000 + min(minutes, 9_999)
  }

  static func < (left: StepEffort, right: StepEffort) -> Bool {
    left.parts.lexicographicallyPrecedes(right.parts)
  }
}
