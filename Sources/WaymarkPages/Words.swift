/// All that documents and the questionnaire say, in one language.
///
/// Whoever makes a page hands it its part of this; a page never writes words itself, so that another
/// language is another value of this, and not another page.
public struct Words: Sendable {
  /// The words in English.
  public static let english = Words()

  package let agreement = AgreementWords()
  package let campaign = CampaignWords()
  package let cohort = CohortWords()
  package let common = CommonWords()
  package let coverage = CoverageWords()
  /// What pages of frameworks, catalogues and other documents say.
  public let documents = DocumentWords()
  package let evaluation = EvaluationWords()
  package let export = ExportWords()
  package let gains = LearningGainsWords()
  package let mentors = MentorsWords()
  package let notes = NotesWords()
  /// What a learning path says.
  public let path = PathWords()
  /// What a profile says.
  public let profile = ProfileWords()
  package let published = PublishedWords()
  /// What the screens and remarks of a sitting say.
  public let questionnaire = QuestionnaireWords()
  package let report = ReportWords()
  package let season = SeasonWords()
  package let supervisor = SupervisorWords()

  private init() {}
}
