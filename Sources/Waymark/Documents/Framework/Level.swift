/// A step of a scale by its rank, 1 (lowest) to 8.
package struct Level: Hashable, Comparable, Sendable {
  /// The ranks that a scale may have.
  package static let ranks = 1...8

  /// The rank, 1 being the lowest.
  package let rank: Int

  /// Makes a level, or `nil` when the rank is not 1 to 8.
  package init?(rank: Int) {
    guard Self.ranks.contains(rank) else { return nil }
    self.rank = rank
  }

  /// Orders from the lowest level to the highest.
  package static func < (left: Level, right: Level) -> Bool { left.rank < right.rank }
}
