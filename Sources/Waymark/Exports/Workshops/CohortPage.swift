/// What a cohort needs, in each format.
public enum CohortPage {
  private static let mostHeading = "What is missing most"
  private static let teacherHeading = "Where nobody here could teach"
  private static let reachedHeading = "Where all are at or above what is usual"

  /// The page in lines of at most the style's width.
  public static func text(_ words: CohortWords, style: TextStyle = TextStyle()) -> String {
    var page = TextPage(style)
    page.heading(words.title)
    page.sentences(words.notice)
    page.blank()
    page.sentences(words.summary)
    if !words.most.isEmpty {
      page.blank()
      page.heading(mostHeading)
      for (place, entry) in words.most.enumerated() {
        page.numbered(place + 1, entry.title)
        page.sentences(entry.facts, indentation: 3)
      }
    }
    for (heading, lines) in lists(words) {
      page.blank()
      page.heading(heading)
      for line in lines { page.bullet(line) }
    }
    return page.text
  }

  /// The page for a browser and a printer.
  public static func html(_ words: CohortWords) -> String {
    let header = HTML(
      .header, [],
      [
        HTML(.h1, [], words.title),
        HTML(.p, [], [HTML(.b, [], words.notice.joined(separator: " "))]),
        HTML(.p, [.class("lead")], words.summary.joined(separator: " ")),
      ])
    let most = section(
      mostHeading,
      HTML(
        .ol, [.class("steps")],
        words.most.map { entry in
          HTML(
            .li, [],
            [
              HTML(.b, [], entry.title),
              HTML(.p, [.class("soft")], entry.facts.joined(separator: " ")),
            ])
        }))
    let lists = lists(words).map { heading, lines in
      section(heading, HTML(.ul, [], lines.map { HTML(.li, [], $0) }))
    }
    let table = HTML(
      .section, [], [HTML(.h2, [], words.table.title)] + ReportHTML.reading(words.table))
    let sections =
      words.isWithheld ? [] : [words.most.isEmpty ? nil : most].compactMap { $0 } + lists + [table]
    return HTML.page(
      title: words.title, language: .english, style: PageStyle.sheet, more: [ReportStyle.sheet],
      body: [HTML(.main, [], [header] + sections)])
  }

  /// Every statement as a table.
  public static func csv(_ words: CohortWords) -> String { words.table.csv }

  /// The same for other programs.
  ///
  /// - Throws: what `JSON.document` throws, never for these values.
  public static func json(_ words: CohortWords) throws -> String {
    try JSON.document(
      JSON.Value.object([
        "kind": .string("cohort-needs"), "schema": .integer(1),
        "cohort": .string(words.cohort.id.description),
        "campaigns": .array(words.cohort.campaigns.map { .string($0.description) }),
        "madeUp": .bool(words.isMadeUp),
        "notice": .string(words.notice.joined(separator: " ")),
        "statements": words.table.json,
      ]))
  }

  private static func lists(_ words: CohortWords) -> [(String, [String])] {
    [(teacherHeading, words.withoutTeacher), (reachedHeading, words.reached)].filter {
      !$0.1.isEmpty
    }
  }

  private static func section(_ heading: String, _ content: HTML) -> HTML {
    HTML(.section, [], [HTML(.h2, [], heading), content])
  }
}
