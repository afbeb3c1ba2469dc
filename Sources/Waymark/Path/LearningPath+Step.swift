public import WaymarkBasics

extension LearningPath {
  /// What a step does for one competency.
  public struct Gain: Equatable, Sendable {
    /// The competency with what the person said of it.
    public let item: Profile.Item
    /// Which levels the resource leads from and to.
    public let service: LearningResource.Service
    /// The level the person holds when this step begins.
    public let held: Level
    /// The level that the step leads to or prepares for, never above the goal.
    public let reached: Level
    /// The level that the person holds after the step itself: that of before where it only prepares.
    public let closed: Level

    /// Whether it prepares for practice that comes later.
    public var isPreparation: Bool { closed < reached }

    /// The levels it closes times importance.
    public var strength: Int { (closed.rank - held.rank) * item.priority.factor }

    /// The moves that it makes or prepares for.
    var moves: [Move] {
      (held.rank..<reached.rank).map { Move(competency: item.competency.id, to: $0 + 1) }
    }

    /// The moves that it makes.
    var closedMoves: [Move] { moves.filter { $0.to <= closed.rank } }

    /// The levels it leads to or prepares for times importance.
    var weight: Int { (reached.rank - held.rank) * item.priority.factor }
  }

  /// How practice is prepared.
  public enum Preparation: Hashable, Sendable {
    /// Why there is nothing to learn from before it.
    public enum Alone: Hashable, Sendable {
      /// The catalogue has nothing.
      case nothingListed
      /// What the catalogue has does not fit what was asked for.
      case nothingFits
      /// Nobody says how long it takes.
      case noTimeKnown
      /// It takes longer than there is time, or is one step too many.
      case tooLong
      /// Something would fit, but not beside the other steps.
      case noRoom
      /// Practice alone was asked for.
      case wanted
    }

    /// By these earlier steps of the path.
    case steps([ID<LearningResource>])
    /// By something that was done before the path.
    case learned
    case alone(Alone)
  }

  /// One step of a path.
  public struct Step: Equatable, Sendable {
    /// What is learned with or done.
    public let resource: LearningResource
    /// What it does, the strongest first; empty when another step requires it.
    public let gains: [Gain]
    /// How practice is prepared; `nil` for what is learned from.
    public let preparation: Preparation?
    /// How long it takes.
    public let minutes: Int
    /// The day by which it is done, or on which it takes place; `nil` without weeks.
    public let day: CalendarDate?
    /// What it is worth to the path.
    package let worth: Int

    /// The levels it closes times importance.
    public var strength: Int { gains.reduce(0) { $0 + $1.strength } }
  }
}
