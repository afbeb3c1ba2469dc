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
