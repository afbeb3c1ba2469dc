package import WaymarkBasics

extension LearningPath {
  /// What a resource does for one competency.
  package struct Gain: Equatable, Sendable {
    /// The competency with what the person said of it.
    package let item: Profile.Item
    /// Which levels the resource leads from and to.
    package let service: LearningResource.Service
    /// The level the person holds when this step begins.
    package let held: Level
    /// The level the person holds after it, never above the goal.
    package let reached: Level

    /// The levels it closes times importance.
    package var strength: Int { (reached.rank - held.rank) * item.priority.factor }
  }

  /// One step of a path.
  package struct Step: Equatable, Sendable {
    /// The resource.
    package let resource: LearningResource
    /// What it does, the strongest first; empty when another step requires it.
    package let gains: [Gain]
    /// How long it takes.
    package let minutes: Int
    /// The day by which it is done, or on which it takes place; `nil` without weeks.
    package let day: CalendarDate?

    /// The levels it closes times importance.
    package var strength: Int { gains.reduce(0) { $0 + $1.strength } }
  }

  /// A resource that serves a gap but is no step.
  package struct LeftOut: Equatable, Sendable {
    /// The resource.
    package let resource: LearningResource
    /// The levels it could close, from the start or from where it begins, times importance.
    package let strength: Int
    /// Why it is no step.
    package let reason: Obstacle
  }

  /// Why a resource is no step.
  package enum Obstacle: Hashable, Sendable {
    /// It is no longer offered.
    case past
    /// It is in other languages.
    case otherLanguage
    /// It costs something, and only what is free was wanted.
    case notFree
    /// It costs more than the US dollars that are left.
    case overMoney(left: Int)
    /// Nobody can say what it costs, and the money is limited.
    case noPriceKnown
    /// The person did not want it.
    case dropped
    /// The person has done it.
    case done
    /// Something has to be there before that no step leads to.
    case requires(LearningResource.Requirement)
    /// There are as many courses as one can take at a time.
    case enoughCourses
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
