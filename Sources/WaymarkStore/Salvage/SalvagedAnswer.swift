/// What could still be read from a damaged store about one competency or one background question.
package struct SalvagedAnswer: Equatable, Sendable {
  /// The assessment it belongs to, as the store names it.
  package let assessment: Int
  /// The competency or the background question, as it was stored.
  package let subject: String
  /// The answer's word, as it was stored; `nil` when there is none that could be read.
  package var level: String?
  /// Its place among those picked as important, 1 to 3, or 0 without a place.
  package var pick: Int?
  /// How important it was rated, 1 to 5.
  package var importance: Int?
  /// The answer to a background question, a JSON list of options.
  package var options: String?
  /// The note beside it.
  package var note: String?

  init(assessment: Int, subject: String) {
    (self.assessment, self.subject) = (assessment, subject)
  }
}
