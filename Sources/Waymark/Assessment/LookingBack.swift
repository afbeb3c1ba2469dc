/// The levels that a person gave later for an earlier day, seen with what they know now: a
/// retrospective pretest (Howard 1980).
package struct LookingBack: Hashable, Sendable {
  /// The month of the day that was looked back to, `2026-09`.
  package let month: String
  /// The levels of then.
  package let levels: [CompetencyID: Level]

  /// Joins the parts.
  package init(month: String, levels: [CompetencyID: Level]) {
    self.month = month
    self.levels = levels
  }
}
