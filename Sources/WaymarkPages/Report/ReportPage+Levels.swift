import Waymark
import WaymarkBasics

/// The tables of levels of a document, which has room for all of them.
extension ReportPage {
  /// Everybody, then each breakdown: its groups at a glance, and one by one.
  var levels: [Page.Section] {
    [
      Page.Section(
        words.everybody, for: .document, blocks(overall, of: Page.Block.heading))
    ] + report.breakdowns.map(section)
  }

  private func section(_ breakdown: GapReport.Breakdown) -> Page.Section {
    let isNamedByItself = breakdown.title.lowercased() == breakdown.id.lowercased()
    return Page.Section(
      words.by(breakdown.id, isNamedByItself ? nil : breakdown.title), for: .document,
      [.table(glance(breakdown))]
        + breakdown.groups.flatMap { group in
          [.heading(group.label)] + blocks(group.tables, of: Page.Block.subheading)
        })
  }

  /// The share below usual in each area, a row a group, before the groups one by one.
  private func glance(_ breakdown: GapReport.Breakdown) -> Page.Table {
    Page.Table(
      words.glance,
      columns: [words.headings.group, words.headings.people]
        + overall.areas.map { words.figures.area($0.id, $0.title) },
      rows: breakdown.groups.map { group in
        [group.label, words.common.number(group.tables.respondents)]
          + group.tables.areas.map { area in
            words.figures.figure(area.below) { Decimal.percent($0.share) }
          }
      }, isNamed: true)
  }

  private func blocks(
    _ tables: GapReport.Tables, of heading: (String) -> Page.Block
  ) -> [Page.Block] {
    guard let respondents = tables.respondents else {
      return [.paragraph(Page.Paragraph(marking: words.groupWithheld(minimum)))]
    }
    let columns = figureColumns
    return [
      .paragraph(Page.Paragraph([words.peopleAnswered(respondents)])),
      .table(areaTable(tables.areas, columns)),
    ]
      + tables.areas.flatMap { area -> [Page.Block] in
        let name = words.figures.area(area.id, area.title)
        return [
          heading(name),
          .table(
            statementTable(name, tables.competencies.filter { $0.area == area.id }, columns)),
        ]
      }
  }

  private func areaTable(_ areas: [GapReport.AreaRow], _ columns: [String]) -> Page.Table {
    Page.Table(
      words.areas,
      columns: [words.headings.area, words.headings.statements, words.headings.people] + columns,
      rows: areas.map { area in
        [words.figures.area(area.id, area.title), words.common.number(area.figures?.joined)]
          + texts(area.figures, columns)
      })
  }

  private func statementTable(
    _ name: String, _ competencies: [GapReport.CompetencyRow], _ columns: [String]
  ) -> Page.Table {
    Page.Table(
      name,
      [.words(words.headings.statement), .numbers(words.headings.people)]
        + columns.map { .numbers($0) },
      competencies.map { row in
        let name = Page.Phrase([
          .plain("\(row.title) ("), .code(row.id.description), .plain(")"),
        ])
        return Page.Table.Row([name] + texts(row.figures, columns).map { Page.Phrase(cell: $0) })
      })
  }

  private var figureColumns: [String] {
    let headings = words.headings
    return [headings.belowUsual, headings.share, headings.interval, headings.meanLevel]
      + report.levelLabels.enumerated().map { words.data.level($0 + 1, $1) }
      + [headings.notMyWork, headings.cannotJudge, headings.skipped, headings.notAsked]
  }

  /// How many people gave a level, then what stands in each of the columns.
  private func texts(_ figures: GapReport.Figures?, _ columns: [String]) -> [String] {
    guard let figures else {
      return Array(repeating: Absence.withheldMark, count: columns.count + 1)
    }
    let figure = words.figures
    return [
      "\(figures.people)",
      figure.figure(figures.below) { figure.count($0.count, of: $0.total) },
      figure.figure(figures.below) { Decimal.percent($0.share) },
      figure.interval(figures.below),
      figure.figure(figures.mean) { Decimal.text($0, places: 1) },
    ] + figures.levels.map(String.init)
      + [figures.notPartOfMyWork, figures.cannotJudge, figures.skipped, figures.notAsked]
      .map(String.init)
  }
}
