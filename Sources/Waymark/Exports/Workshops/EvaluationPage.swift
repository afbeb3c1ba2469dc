/// Whether a workshop helped, in each format.
public enum EvaluationPage {
  /// The page in lines of at most the style's width.
  public static func text(_ words: EvaluationWords, style: TextStyle = TextStyle()) -> String {
    var page = TextPage(style)
    page.heading(words.title)
    page.sentences(words.notice)
    page.blank()
    page.sentences(words.summary)
    page.blank()
    for finding in words.findings { page.bullet(finding) }
    page.blank()
    page.sentences(words.method)
    return page.text
  }

  /// The page for a browser and a printer.
  public static func html(_ words: EvaluationWords) -> String {
    HTML.page(
      title: words.title, language: .english, style: PageStyle.sheet, more: [ReportStyle.sheet],
      body: [
        HTML(
          .main, [],
          [
            HTML(
              .header, [],
              [
                HTML(.h1, [], words.title),
                HTML(.p, [], [HTML(.b, [], words.notice.joined(separator: " "))]),
                HTML(.p, [.class("lead")], words.summary.joined(separator: " ")),
              ]),
            HTML(.ul, [], words.findings.map { HTML(.li, [], $0) }),
          ]
            + words.readingTables.map { table in
              HTML(.section, [], [HTML(.h2, [], table.title)] + ReportHTML.reading(table))
            }
            + [HTML(.footer, [.class("soft")], words.method.joined(separator: " "))])
      ])
  }

  /// Every statement as a table.
  public static func csv(_ words: EvaluationWords) -> String { words.table.csv }

  /// The same for other programs.
  ///
  /// - Throws: what `JSON.document` throws, never for these values.
  public static func json(_ words: EvaluationWords) throws -> String {
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
