import Waymark
import WaymarkBasics

/// What a cohort needs, in each format.
package enum CohortPage {
  /// Every statement as a table.
  package static func csv(_ words: CohortWords) -> String { words.table.csv }

  /// The same for other programs.
  ///
  /// - Throws: what `JSON.document` throws, never for these values.
  package static func json(_ words: CohortWords) throws -> String {
    try JSON.document(
      JSON.Value.object([
        "kind": .string("cohort-needs"), "schema": .integer(1),
        "cohort": .string(words.cohort.id.description),
        "campaigns": .array(words.cohort.campaigns.map { .string($0.description) }),
        "madeUp": .bool(words.isMadeUp),
        "notice": .string(words.notice.joined(separator: " ")),
        "statements": words.table.json,
        "named": words.namedTable?.json ?? .array([]),
      ]))
  }
}
