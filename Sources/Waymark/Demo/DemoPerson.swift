/// A made-up respondent.
public struct DemoPerson: Equatable, Sendable {
  /// The respondent's id, which begins with `DemoCampaign.idPrefix`.
  public let id: String
  /// The role that the answers are compared with.
  public let role: RoleID?
  /// The answers to background questions, in the order of the fields; empty is no answer.
  public let background: [[ID<BackgroundQuestions.Option>]]
  /// The answers to the competencies.
  public let sheet: AnswerSheet
}
