/// All that documents and the questionnaire say, in one language.
///
/// Whoever makes a page hands it its part of this; a page never writes words itself, so that another
/// language is another value of this, and not another page.
package struct Words: Sendable {
  /// The words in English.
  package static let english = Words()

  package let campaign = CampaignWords()
  package let cohort = CohortWords()
  package let common = CommonWords()
  package let coverage = CoverageWords()
  package let documents = DocumentWords()
  package let evaluation = EvaluationWords()
  package let export = ExportWords()
  package let gains = LearningGainsWords()
  package let mentors = MentorsWords()
  package let path = PathWords()
  package let profile = ProfileWords()
  package let published = PublishedWords()
  package let questionnaire = QuestionnaireWords()
  package let report = ReportWords()
  package let season = SeasonWords()
  package let supervisor = SupervisorWords()

  private init() {}
}
