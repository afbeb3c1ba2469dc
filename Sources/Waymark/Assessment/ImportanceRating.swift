/// How important a statement is for a person's own work, from 1, not important, to 5, essential.
package struct ImportanceRating: Hashable, Comparable, Sendable {
  /// The ranks that there are.
  package static let ranks = 1...5

  /// The rank, one of `ranks`.
  package let rank: Int

  /// Makes a rating, or `nil` when there is no such rank.
  package init?(rank: Int) {
    guard Self.ranks.contains(rank) else { return nil }
    self.rank = rank
  }

  /// By rank.
  package static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }
}
