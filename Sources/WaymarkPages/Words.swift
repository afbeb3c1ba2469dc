/// All that documents and the questionnaire say, in one language.
///
/// Whoever makes a page hands it its part of this; a page never writes words itself, so that another
/// language is another value of this, and not another page.
package struct Words: Sendable {
  /// The words in English.
  package static let english = Words()

  package let campaign = CampaignWords()
  package let cohort = CohortWords()
  package let evaluation = EvaluationWords()
  package let export = ExportWords()
  package let gains = LearningGainsWords()
  package let published = PublishedWords()
  package let season = SeasonWords()

  private init() {}
}
