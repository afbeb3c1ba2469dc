import Waymark
import WaymarkBasics

/// What people gained who did a resource or a workshop.
package enum LearningGainsPage {
  /// A row for each entry and statement, for a spreadsheet.
  package static func table(_ words: LearningGainsWords) -> String { words.table.csv }

  /// The same for other programs.
  ///
  /// - Throws: what `JSON.document` throws, never for these values.
  package static func json(_ words: LearningGainsWords) throws -> String {
    try JSON.document(
      JSON.Value.object([
        "kind": .string("learning-gains"), "schema": .integer(1),
        "before": .string(words.before.id.description),
        "after": .string(words.after.id.description), "madeUp": .bool(words.isMadeUp),
        "notice": .string(words.notice.joined(separator: " ")), "gains": words.table.json,
      ]))
  }
}
