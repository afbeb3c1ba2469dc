/// How important a statement is for a person's own work, from 1, not important, to 5, essential.
public struct ImportanceRating: Hashable, Comparable, Sendable {
  /// The ranks that there are.
  public static let ranks = 1...5

  /// The rank, one of `ranks`.
  public let rank: Int

  /// Makes a rating, or `nil` when there is no such rank.
  public init?(rank: Int) {
    guard Self.ranks.contains(rank) else { return nil }
    self.rank = rank
  }

  /// By rank.
  public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }
}
