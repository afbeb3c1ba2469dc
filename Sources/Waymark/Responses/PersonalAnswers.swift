/// What a person wrote into a file of answers instead of answering question by question.
public struct PersonalAnswers: Equatable, Sendable {
  /// The answers with their notes; a competency that is absent was not asked.
  public let ratings: [CompetencyID: Assessment.Rating]
  /// What matters most; the top of all is part of what is picked.
  public let importance: Assessment.Importance

  /// Joins the parts.
  public init(
    ratings: [CompetencyID: Assessment.Rating], importance: Assessment.Importance
  ) {
    self.ratings = ratings
    self.importance = importance
  }
}
