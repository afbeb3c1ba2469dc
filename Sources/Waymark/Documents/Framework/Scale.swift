public import WaymarkBasics

/// The levels that a competency is rated on, lowest first.
public struct Scale: Hashable, Sendable {
  /// One level with its words.
  public struct Step: Hashable, Sendable {
    /// The number that an answer keeps, 1 for the lowest.
    public let level: Level
    /// One or two words: "On my own".
    public let label: LocalizedText
    /// A sentence that says more, for help; absent when the label says it all.
    public let meaning: LocalizedText?

    /// Names a level.
    public init(level: Level, label: LocalizedText, meaning: LocalizedText?) {
      self.level = level
      self.label = label
      self.meaning = meaning
    }
  }

  /// How many levels a scale may have.
  public static let sizes = 2...8

  /// The levels in order; the first has rank 1, and none is left out.
  public let steps: [Step]

  /// Makes a scale, or `nil` unless it has 2 to 8 steps whose ranks count up from 1.
  public init?(steps: [Step]) {
    guard Self.sizes.contains(steps.count), steps.map(\.level.rank) == Array(1...steps.count)
    else { return nil }
    self.steps = steps
  }

  /// The step of a level, or `nil` when the scale does not reach that far.
  public func step(_ level: Level) -> Step? {
    level.rank <= steps.count ? steps[level.rank - 1] : nil
  }

  /// The levels from which people teach: the top two, or the top one of fewer than four.
  public var teachingLevels: [Level] {
    steps.suffix(steps.count < 4 ? 1 : 2).map(\.level)
  }

  /// The level in the middle, the upper one of two.
  var middle: Level { steps[steps.count / 2].level }

  /// The level with this rank, or `nil` when the scale has none.
  public func level(rank: Int) -> Level? {
    (1...steps.count).contains(rank) ? steps[rank - 1].level : nil
  }
}

/// A step of a scale by its rank, 1 (lowest) to 8.
public struct Level: Hashable, Comparable, Sendable {
  /// The ranks that a scale may have.
  public static let ranks = 1...8

  /// The rank, 1 being the lowest.
  public let rank: Int

  /// Makes a level, or `nil` when the rank is not 1 to 8.
  public init?(rank: Int) {
    guard Self.ranks.contains(rank) else { return nil }
    self.rank = rank
  }

  /// Orders from the lowest level to the highest.
  public static func < (left: Level, right: Level) -> Bool { left.rank < right.rank }
}
