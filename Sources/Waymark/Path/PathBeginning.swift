/// Something to begin with in time that no whole step fits: what is learned from before practice,
/// or what prepares it, with the practice left for another day.
public struct PathBeginning: Equatable, Sendable {
  /// What is begun with.
  public enum Part: Equatable, Sendable {
    /// Something to learn from.
    case learn(LearningResource)
    /// What prepares the doing, of practice.
    case prepare(LearningResource, [PracticePart])
  }

  /// What is begun with.
  public let part: Part
  /// The gap that it begins to close.
  public let item: Profile.Item
  /// The level that it prepares for.
  public let level: Level
  /// How long it takes, in minutes, 1 or more.
  public let minutes: Int
  /// How long what comes after it takes, in minutes, 1 or more.
  public let minutesAfter: Int

  /// How many are named.
  private static let most = 3

  /// What is begun once.
  private struct Begun: Hashable {
    let competency: CompetencyID
    let isLearning: Bool
  }

  /// What fits the minutes together, one thing for each of some gaps, in their order and the shortest for
  /// each; of what comes before all else both something to learn from and what prepares practice.
  static func all(
    of leftOut: [LearningPath.LeftOut], _ levels: LevelsHeld, among gaps: [Profile.Item],
    minutes: Int?
  ) -> [Self] {
    guard var left = minutes else { return [] }
    let places = Dictionary(
      gaps.enumerated().map { ($0.element.competency.id, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    func order(_ way: (offset: Int, element: Self)) -> (Int, Int, Int) {
      (places[way.element.item.competency.id] ?? places.count, way.element.minutes, way.offset)
    }
    let ways = leftOut.compactMap { Self($0, levels) }.enumerated().sorted { order($0) < order($1) }
      .map(\.element)
    let scale = levels.scale
    var (found, begun) = ([Self](), Set<Begun>())
    for way in ways where found.count < most && way.minutes <= left {
      let isLearning = if case .learn = way.part { true } else { false }
      let begins = Begun(
        competency: way.item.competency.id,
        isLearning: way.item.isForemost(on: scale) && isLearning)
      guard places[way.item.competency.id] != nil, begun.insert(begins).inserted
      else { continue }
      found.append(way)
      left -= way.minutes
    }
    return found
  }

  /// - Returns: `nil` where it was left out for another reason than the time of the doing.
  private init?(_ leftOut: LearningPath.LeftOut, _ levels: LevelsHeld) {
    let resource = leftOut.resource
    guard let gain = levels.gains(of: resource).first, let whole = resource.duration.minutes,
      let level = Level(rank: gain.held.rank + 1)
    else { return nil }
    switch leftOut.reason {
    case .overBudgetWithPractice(let all, _):
      (part, minutes, minutesAfter) = (.learn(resource), whole, all - whole)
    case .overBudget where resource.isPractice:
      let parts = Array(resource.practice.prefix { $0.kind == .prepare })
      guard !parts.isEmpty else { return nil }
      minutes = parts.reduce(0) { $0 + $1.minutes }
      (part, minutesAfter) = (.prepare(resource, parts), whole - minutes)
    default: return nil
    }
    (item, self.level) = (gain.item, level)
  }
}
