/// A plan of workshops, in each format.
public enum SeasonPage {
  /// The page in lines of at most the style's width.
  public static func text(_ words: SeasonWords, style: TextStyle = TextStyle()) -> String {
    var page = TextPage(style)
    page.heading(words.title)
    page.sentences(words.notice)
    page.blank()
    page.sentences(words.summary)
    if !words.entries.isEmpty {
      page.blank()
      page.heading(SeasonWords.sessionsHeading)
      for (place, entry) in words.entries.enumerated() {
        page.numbered(place + 1, entry.title)
        page.sentences(entry.facts, indentation: 3)
      }
    }
    for (heading, lines) in lists(words) {
      page.blank()
      page.heading(heading)
      for line in lines { page.bullet(line) }
    }
    page.blank()
    page.sentences(SeasonWords.method)
    return page.text
  }

  /// A Markdown document.
  public static func markdown(_ words: SeasonWords) -> String {
    func paragraph(_ sentences: [String]) -> [String] {
      [Markdown.escaped(sentences.joined(separator: " ")), ""]
    }
    var lines = ["# \(Markdown.escaped(words.title))", ""]
    lines += paragraph(words.notice) + paragraph(words.summary)
    if !words.entries.isEmpty {
      lines += ["## \(SeasonWords.sessionsHeading)", ""]
      for (place, entry) in words.entries.enumerated() {
        lines.append("\(place + 1). **\(Markdown.escaped(entry.title))**")
        lines += entry.facts.map { "    - \(Markdown.escaped($0))" }
      }
      lines.append("")
    }
    for (heading, bullets) in lists(words) {
      lines += ["## \(heading)", ""] + bullets.map { "- \(Markdown.escaped($0))" } + [""]
    }
    lines += paragraph(SeasonWords.method).dropLast()
    return lines.map { $0 + "\n" }.joined()
  }

  /// The page for a browser and a printer.
  public static func html(_ words: SeasonWords) -> String {
    func section(_ heading: String, _ content: [HTML]) -> HTML {
      HTML(.section, [], [HTML(.h2, [], heading)] + content)
    }
    let header = HTML(
      .header, [],
      [
        HTML(.h1, [], words.title),
        HTML(.p, [], [HTML(.b, [], words.notice.joined(separator: " "))]),
        HTML(.p, [.class("lead")], words.summary.joined(separator: " ")),
      ])
    let sessions = HTML(
      .ol, [.class("steps")],
      words.entries.map { entry in
        HTML(
          .li, [],
          [HTML(.b, [], entry.title)] + entry.facts.map { HTML(.p, [.class("soft")], $0) })
      })
    let lists = lists(words).map { heading, lines in
      section(heading, [HTML(.ul, [], lines.map { HTML(.li, [], $0) })])
    }
    let regions = words.tables.filter { $0.name == "regions" && !words.isWithheld }.map {
      section($0.title, ReportHTML.reading($0))
    }
    return HTML.page(
      title: words.title, language: .english, style: PageStyle.sheet, more: [ReportStyle.sheet],
      body: [
        HTML(
          .main, [],
          [header]
            + (words.entries.isEmpty ? [] : [section(SeasonWords.sessionsHeading, [sessions])])
            + lists + regions
            + [HTML(.footer, [.class("soft")], SeasonWords.method.joined(separator: " "))])
      ])
  }

  /// The sessions as a table.
  public static func csv(_ words: SeasonWords) -> String { words.tables[0].csv }

  /// The tables as a spreadsheet.
  ///
  /// - Parameter created: the day that the file says it was made on.
  public static func workbook(_ words: SeasonWords, created: CalendarDate?) -> Workbook {
    Workbook(
      title: words.title, created: created, footer: "Internal, not for publication.",
      sheets: [
        Workbook.Sheet(
          "Cover", headings: [words.title],
          (words.notice + words.summary + words.regionFindings + SeasonWords.method).map { [$0] })
      ] + words.tables.map { Workbook.Sheet($0.title, $0) })
  }

  /// The days of the sessions for a calendar program; `nil` when none has a day.
  ///
  /// It says which workshop, where, and for how many seats, and nothing of anybody's levels.
  public static func calendar(_ words: SeasonWords, made: CalendarDate) -> String? {
    guard !words.days.isEmpty, !words.isWithheld, !words.plan.sessions.isEmpty else { return nil }
    return ICalendar(
      made: made,
      events: zip(words.plan.sessions, words.days).enumerated().map { place, entry in
        let (session, day) = entry
        return ICalendar.Event(
          uid: "\(words.name)-\(place + 1)-\(session.offer.id)@waymark", sequence: 0, day: day,
          summary: "\(words.title(of: session)), \(words.place(of: session))",
          description: "\(PathWords.time(session.offer.minutes)), \(session.people.count) seats.")
      }
    ).text
  }

  /// The same for other programs.
  ///
  /// - Throws: what `JSON.document` throws, never for these values.
  public static func json(_ words: SeasonWords) throws -> String {
    let plan = words.plan
    return try JSON.document(
      JSON.Value.object([
        "kind": .string("workshop-plan"), "schema": .integer(1), "for": .string(words.name),
        "madeUp": .bool(words.isMadeUp),
        "notice": .string(words.notice.joined(separator: " ")),
        "summary": .string(words.summary.joined(separator: " ")),
        "closed": .integer(words.isWithheld ? 0 : plan.closed),
        "bound": .integer(words.isWithheld ? 0 : plan.bound),
        "lacking": .integer(words.isWithheld ? 0 : plan.lacking),
        "gapToBound": .number(plan.gapToBound),
        "sessions": .array(
          (words.isWithheld ? [] : plan.sessions).enumerated().map { place, session in
            .object([
              "workshop": JSON.Value(session.offer.id),
              "title": .string(session.offer.title.text(in: .english)),
              "place": .string(words.place(of: session)),
              "region": session.region.flatMap { region in
                plan.demand.grouping.map { .string($0.groups[region].id) }
              } ?? .null,
              "day": words.days.indices.contains(place)
                ? .string(words.days[place].description) : .null,
              "minutes": .integer(session.offer.minutes), "usd": .integer(session.usDollars),
              "seats": .integer(session.people.count),
              "closed": .integer(session.gains.reduce(0) { $0 + $1.closed }),
            ])
          }),
        "tables": .object(
          Dictionary(
            words.tables.map { ($0.name, $0.json) }, uniquingKeysWith: { first, _ in first })),
      ]))
  }

  private static func lists(_ words: SeasonWords) -> [(String, [String])] {
    [
      (SeasonWords.regionsHeading, words.regionFindings), (SeasonWords.openHeading, words.open),
    ].filter { !$0.1.isEmpty }
  }
}
