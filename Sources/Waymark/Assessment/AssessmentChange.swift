package import WaymarkBasics

/// One thing that changes in an assessment.
package enum AssessmentChange: Equatable, Sendable {
  /// An answer, in the place of an earlier one, and the seconds that it took.
  case answer(CompetencyID, Answer, seconds: Double)
  /// A note, in the place of an earlier one.
  case note(CompetencyID, String)
  /// What matters most, in the place of all earlier picks.
  case importance(Assessment.Importance)
  /// How important a statement is; `nil` takes an earlier rating back.
  case rating(CompetencyID, ImportanceRating?)
  /// The answer to a background question of a campaign; an empty list says that it was skipped.
  case background(ID<BackgroundQuestions.Field>, [ID<BackgroundQuestions.Option>])
  /// The role to compare with.
  case role(RoleID?)
  /// The end: from now on the assessment does not change.
  case finished
}
