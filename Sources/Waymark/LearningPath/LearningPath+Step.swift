extension LearningPath {
  /// What a resource does for one competency.
  public struct Gain: Equatable, Sendable {
    /// The competency with what the person said of it.
    public let item: Profile.Item
    /// Which levels the resource leads from and to.
    public let service: LearningResource.Service
    /// The level the person holds when this step begins.
    public let held: Level
    /// The level the person holds after it, never above the goal.
    public let reached: Level

    /// The levels it closes times importance.
    public var strength: Int { (reached.rank - held.rank) * item.priority.factor }
  }

  /// One step of a path.
  public struct Step: Equatable, Sendable {
    /// The resource.
    public let resource: LearningResource
    /// What it does, the strongest first; never empty.
    public let gains: [Gain]
    /// How long it takes.
    public let minutes: Int

    /// The levels it closes times importance.
    public var strength: Int { gains.reduce(0) { $0 + $1.strength } }
  }

  /// A resource that serves a gap but is no step.
  public struct LeftOut: Equatable, Sendable {
    /// The resource.
    public let resource: LearningResource
    /// The levels it could close, from the start or from where it begins, times importance.
    public let strength: Int
    /// Why it is no step.
    public let reason: Obstacle
  }

  /// Why a resource is no step.
  public enum Obstacle: Hashable, Sendable {
    /// It is no longer offered.
    case past
    /// It is in other languages.
    case otherLanguage
    /// It costs something, and only what is free was wanted.
    case notFree
    /// It starts at a level that the person does not hold yet, even after the steps.
    case startsHigher(CompetencyID, from: Level, held: Level)
    /// The steps lead to the same levels.
    case covered
    /// Nobody can say how long it takes.
    case noTimeKnown
    /// It takes longer than the minutes that are left.
    case overBudget(left: Int)
    /// There are as many steps as were wanted.
    case later
  }
}

extension LearningPath.Wishes {
  /// Why a resource does not suit, whatever the person's levels are.
  func obstacle(_ resource: LearningResource) -> LearningPath.Obstacle? {
    let wanted = languages.map(\.language)
    return if resource.status == .past {
      .past
    } else if !resource.languages.contains(where: { wanted.contains($0.language) }) {
      .otherLanguage
    } else if freeOnly, !resource.cost.isFree {
      .notFree
    } else {
      nil
    }
  }
}

extension LanguageTag {
  /// The language without its region and script.
  fileprivate var language: LanguageTag { fallbacks.last ?? self }
}

extension LearningResource.Cost {
  /// Whether it costs nothing for anybody; an account may be needed.
  public var isFree: Bool {
    switch self {
    case .free, .account: true
    case .members, .paid: false
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
