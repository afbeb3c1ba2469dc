import Waymark
import WaymarkBasics

/// Whether a workshop helped, in each format.
package enum EvaluationPage {
  /// Every statement as a table.
  package static func csv(_ words: EvaluationWords) -> String { words.table.csv }

  /// The same for other programs.
  ///
  /// - Throws: what `JSON.document` throws, never for these values.
  package static func json(_ words: EvaluationWords) throws -> String {
    try JSON.document(
      JSON.Value.object([
        "kind": .string("workshop-evaluation"), "schema": .integer(1),
        "workshop": JSON.Value(words.workshop), "madeUp": .bool(words.isMadeUp),
        "notice": .string(words.notice.joined(separator: " ")),
        "summary": .string(words.summary.joined(separator: " ")),
        "statements": words.table.json,
      ]))
  }
}
