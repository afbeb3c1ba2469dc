package import Waymark
import WaymarkBasics

extension GapReport {
  /// The report for people to read: a summary for a board, what it says of the plan, the tables,
  /// then method and limits.
  package var markdown: String {
    let tables =
      overall.respondents == 0
      ? []
      : [planSection, raisedSection, revisionSection] + statisticsTables.map(Self.section)
        + [tablesOfEverybody] + breakdowns.map(section)
    return (["# \(Markdown.escaped(title))\n", notices, summary] + tables + [method])
      .filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private var notices: String {
    var notices: [String] = []
    if campaign.isMadeUp { notices.append("> **Made up.** \(Self.madeUpNotice)\n") }
    notices.append(
      "> **This report is \(Self.internalNotice).** Groups of fewer than "
        + "\(minimumGroup.people) people are withheld and marked `\(Absence.withheldMark)`, but "
        + "they could still be worked out from other figures.\n")
    return notices.joined(separator: ">\n")
  }

  private static func section(_ table: DataTable) -> String {
    let (columns, rows) = table.reading(text: Markdown.escaped)
    return "## \(Markdown.escaped(table.title))\n\n\(Markdown.escaped(table.meaning))\n\n"
      + Markdown.table(
        [.words(columns[0])] + columns.dropFirst().map { .numbers($0) }, rows: rows)
  }

  private var tablesOfEverybody: String {
    "## Everybody\n\n" + tables(overall, headingLevel: 3)
  }

  private func section(_ breakdown: Breakdown) -> String {
    let groups = breakdown.groups.map { group in
      "### \(Markdown.escaped(group.label))\n\n" + tables(group.tables, headingLevel: 4)
    }
    let isNamedByItself = breakdown.title.lowercased() == breakdown.id.lowercased()
    let heading =
      "## By \(Markdown.escaped(breakdown.id))"
      + (isNamedByItself ? "" : ": \(Markdown.escaped(breakdown.title))") + "\n"
    return ([heading, glance(breakdown)] + groups).joined(separator: "\n")
  }

  /// The share below usual in each area, a row a group, before the groups one by one.
  private func glance(_ breakdown: Breakdown) -> String {
    let areas = overall.areas.map { area in
      Markdown.Column.numbers(Markdown.escaped("\(area.id) \(area.title)"))
    }
    return "### Share below usual, all groups\n\n"
      + Markdown.table(
        [.words("Group"), .numbers("People")] + areas,
        rows: breakdown.groups.map { group in
          [
            Markdown.escaped(group.label),
            group.tables.respondents.map { "\($0)" } ?? Absence.withheldMark,
          ]
            + group.tables.areas.map { area in
              area.figures.map { figures in
                Self.cell(figures.below) { Decimal.percent($0.share) }
              } ?? Absence.withheldMark
            }
        })
  }

  private func tables(_ tables: Tables, headingLevel: Int) -> String {
    guard let respondents = tables.respondents else {
      return "People: \(Absence.withheldMark). Fewer than \(minimumGroup.people), so that every "
        + "figure is withheld: \(Absence.withheldMark).\n"
    }
    let heading = String(repeating: "#", count: headingLevel)
    let byArea = tables.areas.map { area in
      "\(heading) \(Markdown.escaped("\(area.id) \(area.title)"))\n\n"
        + statementTable(tables.competencies.filter { $0.area == area.id })
    }
    return (["People: \(respondents)\n", areaTable(tables.areas)] + byArea).joined(separator: "\n")
  }

  private func areaTable(_ areas: [AreaRow]) -> String {
    Markdown.table(
      [.words("Area"), .numbers("Statements"), .numbers("People")] + figureColumns,
      rows: areas.map { area in
        [
          Markdown.escaped("\(area.id) \(area.title)"),
          area.figures.map { "\($0.joined)" } ?? Absence.withheldMark,
        ] + cells(area.figures)
      })
  }

  private func statementTable(_ competencies: [CompetencyRow]) -> String {
    Markdown.table(
      [.words("Statement"), .numbers("People")] + figureColumns,
      rows: competencies.map { row in
        ["\(Markdown.escaped(row.title)) (`\(row.id)`)"] + cells(row.figures)
      })
  }

  private var figureColumns: [Markdown.Column] {
    [
      .numbers("Below usual"), .numbers("Share"), .numbers("95 % interval"), .numbers("Mean level"),
    ] + levelLabels.enumerated().map { .numbers("\($0 + 1) \(Markdown.escaped($1))") }
      + [
        .numbers("Not my work"), .numbers("Can't judge"), .numbers("Skipped"),
        .numbers("Not asked"),
      ]
  }

  private func cells(_ figures: Figures?) -> [String] {
    guard let figures else {
      return Array(repeating: Absence.withheldMark, count: figureColumns.count + 1)
    }
    return [
      "\(figures.people)",
      Self.cell(figures.below) { "\($0.count) of \($0.total)" },
      Self.cell(figures.below) { Decimal.percent($0.share) },
      Self.cell(figures.below) { below in
        let interval = below.interval
        return Decimal.text(interval.lowerBound * 100, places: 0) + " to "
          + Decimal.percent(interval.upperBound)
      },
      Self.cell(figures.mean) { Decimal.text($0, places: 1) },
    ] + figures.levels.map { "\($0)" }
      + [figures.notPartOfMyWork, figures.cannotJudge, figures.skipped, figures.notAsked]
      .map { "\($0)" }
  }

  private static func cell<Value>(_ figure: Figure<Value>, _ shown: (Value) -> String) -> String {
    switch figure {
    case .value(let value): shown(value)
    case .none(.withheld): Absence.withheldMark
    case .none: "none"
    }
  }

  private var method: String {
    let sentences =
      methodSentences + [
        "An area joins the ratings of those of its statements that are shown.",
        "The same figures for a spreadsheet are in report.xlsx and data/; what the columns mean is "
          + "in datapackage.json.",
      ]
    return "## Method and limits\n\n"
      + sentences.map { "- \(Self.marked($0))\n" }.joined()
  }
}
