public import WaymarkBasics

/// The best few steps in an order, each with what it is for, and what was left out and why.
///
/// A level is something done: a move from one level of a statement to the next is made by practice at
/// work, after something to learn from, which is done once for all the moves that it serves. Only
/// where the catalogue has no practice for a move, what there is to learn from stands for it. Levels
/// above the person's goal do not count. Of all sets of steps that keep to the wishes and can be done
/// in some order, the one is taken that is worth most, by `MoveWorth`, found by an integer program.
/// Among those worth as much, what is preferred, free and short comes first.
public struct LearningPath: Equatable, Sendable {
  /// Where the gaps come from.
  public let profile: Profile
  /// What was wanted.
  public private(set) var wishes: Wishes
  /// The steps in order.
  public let steps: [Step]
  /// The resources that serve a gap but are no step, the strongest first.
  public let leftOut: [LeftOut]
  /// The gaps that no resource serves now: none that is still offered, in a language that was asked
  /// for and at a cost that was asked for, starts where the person is.
  public let uncovered: [Profile.Item]
  /// What can be begun in the time that is left: of all gaps where there is time for no step, else of what the
  /// profile starts with and of picks.
  public let beginnings: [PathBeginning]
  /// The minutes that no step takes; `nil` where they are not limited.
  public let minutesLeft: Int?
  /// What the profile starts with, what the framework marks as first, and picks, that no step is for and
  /// nothing begins although something fits; in the order of the gaps.
  public let startsLeft: [Profile.Item]
  /// Picks that the person holds at the highest level, so that nothing leads further.
  public let picksAtTop: [Profile.Item]
  /// What was asked for and no step has: languages beside that of the session, then formats.
  public let unmetWishes: [UnmetWish]
  /// What was asked for that keeps the path from closing more, what keeps out most first.
  public let bounds: [Bound]
  /// Whether it is proved that no other steps are worth more.
  public let isProved: Bool
  /// The day of the path that was seen before; `nil` when there was none.
  public let earlier: CalendarDate?
  /// What has changed since then.
  public let changes: [PathChange]

  /// The same without the notes on what was done, for files that others may see.
  public var withoutNotes: LearningPath {
    var path = self
    path.wishes.done = wishes.done.map(\.withoutNote)
    return path
  }

  /// The minutes of all steps.
  public var minutes: Int { steps.reduce(0) { $0 + $1.minutes } }

  /// The levels that all steps close times importance.
  public var strength: Int { steps.reduce(0) { $0 + $1.strength } }

  /// What all steps are worth: what the path makes as large as possible.
  package var worth: Int { steps.reduce(0) { $0 + $1.worth } }

  /// The steps that have a day, each with the one that it has in a calendar, in the order of these: what
  /// takes several weeks has the day by which it begins, and as those of one week are done by the same
  /// day, they are spread over the week.
  package var calendarDays: [(step: Step, day: CalendarDate)] {
    let dated = steps.compactMap { step in
      (step.beginsBy ?? step.day).map { (step: step, day: $0) }
    }.enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }
      .map(\.element)
    guard let calendar = wishes.calendar else { return dated }
    let days = calendar.spread(
      dated.map { ($0.day, isFixed: !$0.step.resource.features.days.isEmpty) })
    return zip(dated, days).map { ($0.step, $1) }
  }

  /// Finds the steps for one person.
  ///
  /// - Parameters:
  ///   - kept: the path that was seen before, to say what has changed.
  ///   - solver: what solves the programs, `ProgramSolver.coinOR`.
  /// - Throws: When the catalogue serves another framework, or another version of it, and when the
  ///   solver fails.
  public init(
    profile: Profile, catalogue: Catalogue, wishes: Wishes = Wishes(), since kept: KeptPath? = nil,
    solver: ProgramSolver
  ) throws(PathProblem) {
    let expected = profile.framework.reference
    guard catalogue.framework == expected else {
      throw .otherFramework(catalogue.framework, expected: expected)
    }
    let start = LevelsHeld(profile, catalogue, done: wishes.done)
    let suitable = catalogue.resources.filter {
      wishes.obstacle($0, after: profile.assessment) == nil
    }
    let candidates = PathCandidates(suitable, levels: start, wishes: wishes)
    let worth = MoveWorth(
      start, profile, candidates.resources, suitable: suitable, catalogue, wishes)
    // Where what comes before all else can only be begun, nothing else is done before it.
    let isOnlyBegun = worth.hasNoTime(minutes: wishes.minutesInAll)
    var program = PathProgram(start, candidates.resources, wishes, worth: worth)
    guard let found = isOnlyBegun ? ([], true) : program.solve(solver) else { throw .unsolved }
    let walk = PathWalk(found.steps, from: start, worth, done: wishes.doneResources)
    let steps = walk.steps
    self.profile = profile
    self.wishes = wishes
    self.steps = steps
    isProved = found.isProved && candidates.isWhole
    let taken = Set(steps.map(\.resource.id))
    let left = Remainder(wishes, walk, worth)
    let leftOut = catalogue.resources.filter { !taken.contains($0.id) }.compactMap {
      resource -> LeftOut? in
      let reach = start.reach(of: resource)
      guard reach > 0 else { return nil }
      return LeftOut(
        resource: resource, strength: reach,
        reason: wishes.obstacle(resource, after: profile.assessment) ?? left.obstacle(resource))
    }.sorted { ($1.strength, $0.resource.id) < ($0.strength, $1.resource.id) }
    self.leftOut = leftOut
    bounds = Bound.all(of: leftOut.filter { left.leadsFurther($0.resource) }, wishes)
      .filter { $0.limit != .languages || wishes.asksForLanguages || steps.isEmpty }
    let named = profile.gaps.filter {
      $0.priority != .unmarked || $0.competency.comesFirst || profile.startWith.contains($0)
    }
    minutesLeft = wishes.minutesInAll.map { $0 - steps.reduce(0) { $0 + $1.minutes } }
    // Beside steps nothing is begun that costs something, or is one course or one thing too many.
    let begun = steps.isEmpty ? leftOut : leftOut.filter { $0.resource.isFreeBeginning }
    beginnings =
      steps.isEmpty || steps.count < wishes.steps ?? .max
      ? PathBeginning.all(
        of: begun, walk.levels, among: steps.isEmpty ? profile.gaps : named, minutes: minutesLeft)
      : []
    let served = Set(
      (suitable.flatMap { start.gains(of: $0) }.filter { $0.closed > $0.held }
        + steps.flatMap(\.gains))
        .map(\.item.competency.id))
    uncovered = profile.gaps.filter {
      start.missing($0.competency.id) > 0 && !served.contains($0.competency.id)
    }
    let touched = Set(
      (steps.flatMap(\.gains).map(\.item) + beginnings.map(\.item)).map(\.competency.id))
    startsLeft = named.filter {
      let id = $0.competency.id
      return start.missing(id) > 0 && !touched.contains(id) && served.contains(id)
    }
    let highest = profile.framework.scale.steps.last?.level
    picksAtTop = profile.items.filter { $0.priority != .unmarked && $0.level == highest }
    unmetWishes = UnmetWish.all(of: wishes, in: steps)
    earlier = kept?.made
    changes =
      kept.map {
        PathChange.changes(
          from: $0, to: steps, leftOut: leftOut, done: wishes.done, catalogue: catalogue)
      } ?? []
  }
}

extension LearningPath {
  /// A resource that serves a gap but is no step.
  public struct LeftOut: Equatable, Sendable {
    /// What is no step.
    public let resource: LearningResource
    /// The levels it could close, from the start or from where it begins, times importance.
    public let strength: Int
    /// Why it is no step.
    public let reason: Obstacle
  }

  /// Something that was asked for and no step has.
  public enum UnmetWish: Hashable, Sendable {
    case language(LanguageTag)
    case format(LearningResource.Format)

    static func all(of wishes: Wishes, in steps: [Step]) -> [UnmetWish] {
      guard !steps.isEmpty else { return [] }
      let languages = Set(steps.flatMap(\.resource.languages).map(\.language))
      let formats = Set(steps.map(\.resource.format))
      return (wishes.asksForLanguages ? wishes.languages : [])
        .filter { !languages.contains($0.language) }.map { .language($0) }
        + LearningResource.Format.allCases
        .filter { wishes.preferred.contains($0) && !formats.contains($0) }.map { .format($0) }
    }
  }

  /// Why a resource is no step.
  public enum Obstacle: Hashable, Sendable {
    /// It is no longer offered.
    case past
    /// It takes place on days that are not among the weeks.
    case outsideWeeks
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
    /// It takes so many minutes with the practice after it, which is more than are left.
    case overBudgetWithPractice(minutes: Int, left: Int)
    /// There are as many steps as were wanted.
    case later
  }
}

extension LearningPath {
  /// Something that was asked for which keeps resources out that would close more after the steps.
  public struct Bound: Hashable, Sendable {
    /// The kinds of what can be asked for.
    public enum Limit: Hashable, Sendable, CaseIterable {
      case steps, time, languages
      /// Only what costs nothing.
      case free
      case budget
      /// As many courses as one can take at a time.
      case courses
    }

    /// What keeps them out.
    public let limit: Limit
    /// How many it keeps out.
    public let resources: Int

    package init(limit: Limit, resources: Int) {
      self.limit = limit
      self.resources = resources
    }

    /// What keeps resources out that would close more; those of as many in the order of the limits.
    static func all(of leftOut: [LeftOut], _ wishes: Wishes) -> [Bound] {
      var counts: [Limit: Int] = [:]
      for limit in leftOut.compactMap({ limit(of: $0.reason, wishes) }) {
        counts[limit, default: 0] += 1
      }
      return Limit.allCases.compactMap { limit in
        counts[limit].map { Bound(limit: limit, resources: $0) }
      }.enumerated().sorted {
        ($1.element.resources, $0.offset) < ($0.element.resources, $1.offset)
      }.map(\.element)
    }

    private static func limit(of reason: Obstacle, _ wishes: Wishes) -> Limit? {
      switch reason {
      case .otherLanguage: .languages
      case .notFree: wishes.freeOnly ? .free : .budget
      case .overMoney, .noPriceKnown: .budget
      case .overBudget, .overBudgetWithPractice: .time
      case .later: wishes.steps == nil ? nil : .steps
      case .enoughCourses: .courses
      case .past, .outsideWeeks, .dropped, .done, .requires, .startsHigher, .covered, .noTimeKnown:
        nil
      }
    }
  }
}

extension LearningResource {
  /// Whether it can be begun beside steps: it costs nothing and is no course.
  fileprivate var isFreeBeginning: Bool { format != .course && (cost == .free || isPractice) }
}

/// Why a learning path cannot be made.
public enum PathProblem: Problem, Error {
  /// The catalogue serves another framework than the profile's.
  case otherFramework(FrameworkReference, expected: FrameworkReference)

  /// The solver could not tell which steps are best.
  case unsolved

  /// What is wrong.
  public var what: String {
    switch self {
    case .otherFramework(let framework, let expected):
      "the catalogue serves '\(framework.id)' \(framework.version), the profile is of "
        + "'\(expected.id)' \(expected.version)"
    case .unsolved: "the best steps could not be found"
    }
  }

  /// How to mend it, in one short sentence.
  public var mend: String {
    switch self {
    case .otherFramework(_, let expected):
      "use a catalogue made for '\(expected.id)' \(expected.version)"
    case .unsolved: "ask for fewer steps with --steps"
    }
  }
}

extension LearningPath {
  /// What is left once the steps are done: levels, minutes, dollars and places.
  struct Remainder {
    private let wishes: Wishes
    private let walk: PathWalk
    private let worth: MoveWorth

    init(_ wishes: Wishes, _ walk: PathWalk, _ worth: MoveWorth) {
      self.wishes = wishes
      self.walk = walk
      self.worth = worth
    }

    /// Whether a resource would make a move or prepare for one that no step makes.
    func leadsFurther(_ resource: LearningResource) -> Bool { !nextMoves(resource).isEmpty }

    /// Why a resource that suits the person is no step.
    func obstacle(_ resource: LearningResource) -> Obstacle {
      let open = openMoves(resource)
      guard !open.isEmpty else { return startsHigher(resource) ?? .covered }
      for requirement in resource.requires where !walk.levels.meets(requirement, done: walk.done) {
        return .requires(requirement)
      }
      guard let needed = resource.duration.minutes else { return .noTimeKnown }
      if let all = wishes.minutesInAll {
        let left = max(0, all - walk.steps.reduce(0) { $0 + $1.minutes })
        if needed > left { return .overBudget(left: left) }
        let whole = needed + (open.map { minutesAfter(resource, for: $0) }.min() ?? 0)
        if whole > left { return .overBudgetWithPractice(minutes: whole, left: left) }
      }
      if let all = wishes.usDollars {
        let left = max(0, all - walk.steps.reduce(0) { $0 + ($1.resource.cost.usDollars ?? 0) })
        if resource.cost.usDollars ?? 0 > left { return .overMoney(left: left) }
      }
      let courses = walk.steps.count { $0.resource.format == .course }
      if walk.steps.count < wishes.steps ?? .max, resource.format == .course,
        courses >= Wishes.courses
      {
        return .enoughCourses
      }
      return .later
    }

    /// The moves that a resource would still do something for: those that no step makes, and those that
    /// are made without having been learned for.
    private func openMoves(_ resource: LearningResource) -> [Move] {
      nextMoves(resource)
        + (resource.isPractice
          ? [] : resource.serves.flatMap(\.moves).filter(walk.unlearned.contains))
    }

    private func nextMoves(_ resource: LearningResource) -> [Move] {
      walk.levels.gains(of: resource).compactMap(\.moves.first).filter {
        resource.isPractice || !walk.levels.isPractised($0)
          || worth.minutesOfPractice(for: $0) != nil
      }
    }

    /// The minutes of the practice that comes after a resource for a move.
    private func minutesAfter(_ resource: LearningResource, for move: Move) -> Int {
      resource.isPractice || walk.unlearned.contains(move)
        ? 0 : worth.minutesOfPractice(for: move) ?? 0
    }

    private func startsHigher(_ resource: LearningResource) -> Obstacle? {
      for service in resource.serves {
        guard let entry = walk.levels.entries[service.competency], let goal = entry.goal,
          service.from > entry.held, service.from < goal
        else { continue }
        return .startsHigher(service.competency, from: service.from, held: entry.held)
      }
      return nil
    }
  }
}

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
    /// Whether it comes before all else, as the framework says: from a level below the middle of the scale.
    public let comesBeforeAll: Bool

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
      /// What would fit asks for something first that nothing leads to.
      case asksForMore
      /// Nobody says how long it takes.
      case noTimeKnown
      /// Together with the practice even the shortest, this one, takes longer than there is time.
      case tooLong(LearningResource)
      /// It would be one step more than was wanted.
      case oneTooMany
      /// Something would fit, but not beside the other steps; the shortest.
      case noRoom(LearningResource)
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
    /// The day by which it begins, for what takes several weeks from the first time to the last; `nil`
    /// for all else and without weeks.
    public let beginsBy: CalendarDate?
    /// What it is worth to the path.
    package let worth: Int

    /// The levels it closes times importance.
    public var strength: Int { gains.reduce(0) { $0 + $1.strength } }
  }
}
