import Waymark
package import WaymarkBasics

/// What people gained who did a resource or a workshop, as text to read and as a table.
package enum LearningGainsText {
  /// The page in lines of at most the style's width.
  package static func page(_ words: LearningGainsWords, style: TextStyle = TextStyle()) -> String {
    var page = TextPage(style)
    page.heading(LearningGainsWords.title)
    page.sentences(words.notice)
    page.blank()
    page.sentences(words.summary)
    for entry in words.entries {
      page.blank()
      page.line(entry.title)
      for fact in entry.facts { page.bullet(fact) }
    }
    return page.text
  }

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
