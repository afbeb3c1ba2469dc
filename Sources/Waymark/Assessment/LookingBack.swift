/// The levels that a person gave later for an earlier day, seen with what they know now: a
/// retrospective pretest (Howard 1980).
public struct LookingBack: Hashable, Sendable {
  /// The month of the day that was looked back to, `2026-09`.
  public let month: String
  /// The levels of then.
  public let levels: [CompetencyID: Level]

  /// Joins the parts.
  public init(month: String, levels: [CompetencyID: Level]) {
    self.month = month
    self.levels = levels
  }
}
