/// What a person wrote into a file of answers instead of answering question by question.
package struct PersonalAnswers: Equatable, Sendable {
  /// The answers; a competency that is absent was not asked.
  package let answers: [CompetencyID: Answer]
  /// The notes beside them.
  package let notes: [CompetencyID: String]
  /// What matters most; the top of all is part of what is picked.
  package let importance: Assessment.Importance

  /// Joins the parts.
  package init(
    answers: [CompetencyID: Answer], notes: [CompetencyID: String] = [:],
    importance: Assessment.Importance = Assessment.Importance()
  ) {
    self.answers = answers
    self.notes = notes
    self.importance = importance
  }
}
