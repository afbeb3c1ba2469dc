import Waymark
import WaymarkBasics

/// The tables of levels of a document, which has room for all of them.
extension GapReport {
  /// Everybody, then each breakdown: its groups at a glance, and one by one.
  var levels: [Page.Section] {
    [
      Page.Section(
        "Everybody", for: .document, blocks(overall, of: Page.Block.heading))
    ] + breakdowns.map(section)
  }

  private func section(_ breakdown: Breakdown) -> Page.Section {
    let isNamedByItself = breakdown.title.lowercased() == breakdown.id.lowercased()
    return Page.Section(
      "By \(breakdown.id)" + (isNamedByItself ? "" : ": \(breakdown.title)"), for: .document,
      [.table(glance(breakdown))]
        + breakdown.groups.flatMap { group in
          [.heading(group.label)] + blocks(group.tables, of: Page.Block.subheading)
        })
  }

  /// The share below usual in each area, a row a group, before the groups one by one.
  private func glance(_ breakdown: Breakdown) -> Page.Table {
    Page.Table(
      "Share below usual, all groups",
      columns: ["Group", "People"] + overall.areas.map { "\($0.id) \($0.title)" },
      rows: breakdown.groups.map { group in
        [group.label, ReportWords.number(group.tables.respondents)]
          + group.tables.areas.map { area in
            Self.text(area.figures?.below ?? .none(.withheld)) { Decimal.percent($0.share) }
          }
      }, isNamed: true)
  }

  private func blocks(
    _ tables: Tables, of heading: (String) -> Page.Block
  ) -> [Page.Block] {
    guard let respondents = tables.respondents else {
      return [
        .paragraph(
          Page.Paragraph(marking: [
            "People: \(Absence.withheldMark).",
            "Fewer than \(minimumGroup.people), so that every figure is withheld: "
              + "\(Absence.withheldMark).",
          ]))
      ]
    }
    return [
      .paragraph(Page.Paragraph(["People: \(respondents)"])), .table(areaTable(tables.areas)),
    ]
      + tables.areas.flatMap { area -> [Page.Block] in
        let name = "\(area.id) \(area.title)"
        return [
          heading(name),
          .table(statementTable(name, tables.competencies.filter { $0.area == area.id })),
        ]
      }
  }

  private func areaTable(_ areas: [AreaRow]) -> Page.Table {
    Page.Table(
      "Areas", columns: ["Area", "Statements", "People"] + figureColumns,
      rows: areas.map { area in
        [
          "\(area.id) \(area.title)", ReportWords.number(area.figures?.joined),
        ] + texts(area.figures)
      })
  }

  private func statementTable(_ name: String, _ competencies: [CompetencyRow]) -> Page.Table {
    Page.Table(
      name, [.words("Statement"), .numbers("People")] + figureColumns.map { .numbers($0) },
      competencies.map { row in
        let name = Page.Phrase([
          .plain("\(row.title) ("), .code(row.id.description), .plain(")"),
        ])
        return Page.Table.Row([name] + texts(row.figures).map { Page.Phrase(cell: $0) })
      })
  }

  private var figureColumns: [String] {
    ["Below usual", "Share", "95 % interval", "Mean level"]
      + levelLabels.enumerated().map { "\($0 + 1) \($1)" }
      + ["Not my work", "Can't judge", "Skipped", "Not asked"]
  }

  private func texts(_ figures: Figures?) -> [String] {
    guard let figures else {
      return Array(repeating: Absence.withheldMark, count: figureColumns.count + 1)
    }
    return [
      "\(figures.people)",
      Self.text(figures.below) { "\($0.count) of \($0.total)" },
      Self.text(figures.below) { Decimal.percent($0.share) },
      ReportWords.interval(figures.below),
      Self.text(figures.mean) { Decimal.text($0, places: 1) },
    ] + figures.levels.map(String.init)
      + [figures.notPartOfMyWork, figures.cannotJudge, figures.skipped, figures.notAsked]
      .map(String.init)
  }

  private static func text<Value>(_ figure: Figure<Value>, _ shown: (Value) -> String) -> String {
    switch figure {
    case .value(let value): shown(value)
    case .none(.withheld): Absence.withheldMark
    case .none: "none"
    }
  }
}

extension GapReport {
  /// Who answered, and what is withheld.
  var answered: Page.Section {
    let completion = completion.map { given, asked in
      "Of the answers asked for, \(Decimal.percent(Double(given) / Double(asked))) were given; the "
        + "rest were skipped."
    }
    let people =
      switch overall.respondents {
      case nil: "Fewer than \(minimumGroup.people) people answered."
      case 0?: "Nobody has answered so far."
      case let number?: ReportWords.answered(number)
      }
    return Page.Section(
      "Who answered, and what is withheld", id: "answered", for: .browser,
      [.paragraph(Page.Paragraph([people, silenceSentence, completion].compactMap { $0 }))]
        + breakdowns.filter { !$0.groups.isEmpty }.map { .table(participation($0)) }
        + [.paragraph(Page.Paragraph(marking: [withheldSentence]))])
  }

  /// How many people of each group answered, and where it is known who was invited, how many have
  /// not answered.
  private func participation(_ breakdown: Breakdown) -> Page.Table {
    let invited = invited(by: breakdown.id)
    guard !invited.isEmpty else {
      return Page.Table(
        breakdown.title, columns: ["Group", "People"],
        rows: breakdown.groups.map { [$0.label, ReportWords.number($0.tables.respondents)] })
    }
    return Page.Table(
      breakdown.title, columns: ["Group", "Invited", "Answered", "Have not answered"],
      rows: breakdown.groups.map { group in
        let people = group.tables.respondents
        let asked = invited[group.id]
        let silent =
          switch (asked, people) {
          case (_, nil): Absence.withheldMark
          case (nil, _): "not known"
          case (let asked?, let people?): "\(max(0, asked - people))"
          }
        return [
          group.label, asked.map(String.init) ?? "not known", ReportWords.number(people), silent,
        ]
      })
  }
}
