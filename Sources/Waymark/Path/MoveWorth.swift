import WaymarkBasics

/// What a move of a path is worth: how much it matters to the person, times how it is made.
///
/// What was learned for and then practised counts more than what is practised alone because nothing fits to
/// learn from, and that more than what is practised alone although something would: practice without a
/// model to follow teaches less. It counts in full where the person has learned before, and where they
/// ask for practice alone.
///
/// What leads the profile binds the path: the first of it, learned for and practised, is worth more than what
/// comes after it and a handful of other moves. Before all of it comes what the framework says comes first, up
/// to the middle of the scale: it is never left out for other steps, with or without room to learn for it. The
/// factors are a judgement; the literature behind their order stands with the decision that a level is
/// something done.
struct MoveWorth {
  /// What a level counts: learned for, or practised alone as was asked for; practised alone, as nothing to
  /// learn from fits; and practised alone, as there is no room to learn for it.
  private struct Importance {
    let learned: Int
    let practised: Int
    let unlearned: Int

    init(learned: Int, practised: Int, unlearned: Int) {
      self.learned = learned
      self.practised = practised
      self.unlearned = unlearned
    }

    /// Of a level that counts so much: four, two times and once, or twice where it was picked.
    init(_ count: Int, isPicked: Bool) {
      self.init(learned: 4 * count, practised: 2 * count, unlearned: (isPicked ? 2 : 1) * count)
    }
  }

  /// For the next level of what leads the profile, in its order: each, learned for or with nothing to learn
  /// from, more than what comes after it and 6000 of other moves, which are at most 1600 each; without room
  /// to learn for it more than any other move.
  private static let starts = [
    Importance(learned: 42_000, practised: 37_000, unlearned: 3200),
    Importance(learned: 20_000, practised: 17_000, unlearned: 2800),
    Importance(learned: 9600, practised: 8000, unlearned: 2400),
  ]
  /// For the levels of what comes before all else that lie above the middle: more than what nobody picked,
  /// less than a pick.
  private static let furtherOn = Importance(learned: 1500, practised: 1000, unlearned: 780)
  /// For those up to the middle, by the rank that they lead to and whether their statement is the first.
  ///
  /// Even practised alone each is worth more than all that follows, so that the lowest is raised first. That
  /// the first statement is learned for matters most at its second level.
  private static func foremost(_ rank: Int, isFirst: Bool) -> Importance {
    switch (isFirst, rank) {
    case (true, ...2): Importance(learned: 820_000, practised: 720_000, unlearned: 720_000)
    case (false, ...2): Importance(learned: 520_000, practised: 410_000, unlearned: 410_000)
    case (true, _): Importance(learned: 330_000, practised: 190_000, unlearned: 190_000)
    case (false, _): Importance(learned: 110_000, practised: 80_000, unlearned: 80_000)
    }
  }

  private let levels: LevelsHeld
  private let wishes: LearningPath.Wishes
  /// What leads the profile, and what its next level counts.
  private let starts: [CompetencyID: Importance]
  /// What comes before all else, and whether it is the first of it.
  private let foremost: [CompetencyID: Bool]
  /// The level up to which a level counts more, as what is below it goes wrong in an ordinary week.
  private let middle: Level
  /// Whether a role says what it asks.
  private let hasRole: Bool
  /// Why nothing to learn from fits, for the moves that something is listed for.
  private let unfit: [Move: LearningPath.Preparation.Alone]
  /// The moves for which something to learn from fits the person, with the practice after it.
  private let fitting: Set<Move>
  /// The shortest that could be learned from for each move.
  private let shortest: [Move: LearningResource]
  /// The minutes of the shortest practice for each move.
  private let practice: [Move: Int]

  /// - Parameters:
  ///   - candidates: what could be a step.
  ///   - suitable: what suits the person, whether it could be a step or not.
  init(
    _ levels: LevelsHeld, _ profile: Profile, _ candidates: [LearningResource],
    suitable: [LearningResource], _ catalogue: Catalogue, _ wishes: LearningPath.Wishes
  ) {
    self.levels = levels
    self.wishes = wishes
    starts = Dictionary(
      zip(profile.leading.map(\.competency.id), Self.starts),
      uniquingKeysWith: { first, _ in first })
    let scale = profile.framework.scale
    foremost = Dictionary(
      profile.gaps.filter { $0.isForemost(on: scale) }.enumerated().map { place, item in
        (item.competency.id, place == 0)
      }, uniquingKeysWith: { first, _ in first })
    middle = scale.middle
    hasRole = !profile.comparisons.isEmpty
    func moves(of resources: [LearningResource]) -> [Move] {
      resources.filter { !$0.isPractice && $0.status == .listed }.flatMap(\.serves)
        .flatMap(\.moves)
    }
    var unfit: [Move: LearningPath.Preparation.Alone] = [:]
    for move in moves(of: catalogue.resources) { unfit[move] = .nothingFits }
    for move in moves(of: suitable.filter { $0.duration.minutes == nil }) {
      unfit[move] = .noTimeKnown
    }
    for move in moves(of: suitable.filter { $0.duration.minutes != nil }) {
      unfit[move] = .asksForMore
    }
    var shortest: [Move: LearningResource] = [:]
    for resource in candidates where !resource.isPractice {
      for move in moves(of: [resource]) {
        let least = shortest[move]?.duration.minutes ?? .max
        if resource.duration.minutes ?? .max < least { shortest[move] = resource }
      }
    }
    let isOneTooMany = wishes.steps.map { $0 < 2 } ?? false
    for (move, resource) in shortest {
      unfit[move] = isOneTooMany ? .oneTooMany : .tooLong(resource)
    }
    self.shortest = shortest
    self.unfit = unfit
    var practice: [Move: Int] = [:]
    for resource in candidates where resource.isPractice {
      for move in resource.serves.flatMap(\.moves) {
        practice[move] = min(practice[move] ?? .max, resource.duration.minutes ?? .max)
      }
    }
    var fitting = Set<Move>()
    for resource in candidates where !resource.isPractice {
      for move in resource.serves.flatMap(\.moves) {
        guard let after = practice[move], let minutes = resource.duration.minutes,
          minutes + after <= wishes.minutesInAll ?? .max, wishes.steps ?? .max >= 2
        else { continue }
        fitting.insert(move)
      }
    }
    self.fitting = fitting
    self.practice = practice
  }

  /// The minutes of the shortest practice that suits the person; `nil` where there is none.
  func minutesOfPractice(for move: Move) -> Int? { practice[move] }

  /// Whether there is time for none of what comes before all else, not even for its practice alone.
  func hasNoTime(minutes: Int?) -> Bool {
    let needed = foremost.keys.compactMap { id in
      levels.held(id).flatMap { practice[Move(competency: id, to: $0.rank + 1)] }
    }
    guard let minutes, let least = needed.min() else { return false }
    return least > minutes
  }

  /// What a move is worth once it was learned for; 0 beyond a goal.
  func whole(_ move: Move) -> Int {
    let isBetter = fitting.contains(move) && !wishes.wantsPracticeAlone
    return isBetter ? counts(move).learned : alone(move)
  }

  /// What a move is worth by itself; 0 beyond a goal.
  func alone(_ move: Move) -> Int { of(move, preparation(move)) }

  /// What a move is worth by how its practice is prepared; where there is no practice for it, something
  /// to learn from makes it.
  func of(_ move: Move, _ preparation: LearningPath.Preparation?) -> Int {
    let counts = counts(move)
    return switch levels.isPractised(move) ? preparation : nil {
    case .steps, .learned, .alone(.wanted), nil: counts.learned
    case .alone(.noRoom): counts.unlearned
    case .alone: counts.practised
    }
  }

  /// How a move is prepared when no step of the path does it.
  func preparation(_ move: Move) -> LearningPath.Preparation {
    if wishes.wantsPracticeAlone { return .alone(.wanted) }
    if levels.prepared.contains(move) { return .learned }
    if fitting.contains(move), let resource = shortest[move] { return .alone(.noRoom(resource)) }
    return .alone(unfit[move] ?? .nothingListed)
  }

  /// Whether a competency leads the profile, or comes before all else.
  func isStart(_ competency: CompetencyID) -> Bool {
    starts[competency] != nil || foremost[competency] != nil
  }

  /// What a competency builds on.
  func bases(of competency: CompetencyID) -> [CompetencyID] {
    levels.entries[competency]?.item.competency.buildsOn ?? []
  }

  /// What a level counts for the person once it is learned for; 0 beyond a goal.
  func importance(_ move: Move) -> Int { counts(move).learned }

  /// What a level counts.
  ///
  /// What comes before all else up to the middle, then what leads the profile, then what they picked and the
  /// role asks, then what comes before all else above the middle, then what is central to the role, then
  /// what they picked beyond it, then what else it asks, core statements twice as much as others. Of each a
  /// level up to the middle of the scale counts more than one above it, and the next level of a statement
  /// more than those after it, so that a large gap is closed further before a small one is polished.
  private func counts(_ move: Move) -> Importance {
    guard let entry = levels.entries[move.competency], let goal = entry.goal, move.to <= goal.rank
    else { return Importance(0, isPicked: false) }
    let isNext = move.to == entry.held.rank + 1
    let isLow = move.to <= middle.rank
    if let isFirst = foremost[move.competency] {
      return isLow ? Self.foremost(move.to, isFirst: isFirst) : Self.furtherOn
    }
    if isNext, let start = starts[move.competency] { return start }
    let item = entry.item
    let isPicked = item.priority != .unmarked && (item.shortfall > 0 || !hasRole)
    let usual =
      if isPicked {
        50
      } else if item.priority != .unmarked {
        8
      } else {
        item.isCentral ? 12 : item.competency.isCore ? 4 : 2
      }
    let step =
      switch (isLow, isNext) {
      case (true, true): 8
      case (true, false): 7
      case (false, true): 6
      case (false, false): 4
      }
    return Importance(usual * step, isPicked: isPicked)
  }
}
