/// What counts as below usual: for every figure, profile, path and plan.
extension Level {
  /// How many levels it is below what is usual; 0 at or above that.
  package func shortfall(to usual: Level) -> Int { Self.shortfall(of: rank, to: usual.rank) }

  /// The same of ranks.
  static func shortfall(of rank: Int, to usual: Int) -> Int { max(0, usual - rank) }

  /// Whether it is below what is usual.
  package func isBelow(_ usual: Level) -> Bool { shortfall(to: usual) > 0 }
}
