package import Waymark
import WaymarkBasics

/// A gap report as one page that can be read, printed and kept.
///
/// The page runs no script and fetches nothing. What a figure shows stands in a table as well,
/// from the same rounded words.
package enum ReportHTML {
  /// The page.
  package static func page(_ report: GapReport) -> String {
    let sections = self.sections(report)
    let body =
      [header(report)] + (sections.count > 2 ? [contents(sections)] : [])
      + sections.map { section in
        HTML(.section, [.id(section.id)], [HTML(.h2, [], section.title)] + section.content)
      } + [footer(report)]
    return HTML.page(
      title: report.title, language: .english, style: PageStyle.sheet,
      more: [ReportStyle.sheet, ReportStyle.internalPages]
        + (report.campaign.isMadeUp ? [ReportStyle.madeUpPages] : []),
      body: [HTML(.main, [], body)])
  }

  /// A part of the page with what leads to it.
  struct Section {
    let id: String
    let title: String
    let content: [HTML]
  }

  private static func sections(_ report: GapReport) -> [Section] {
    let isEmpty = (report.overall.respondents ?? 0) == 0
    let figures =
      isEmpty
      ? []
      : [
        largest(report), areas(report), priorities(report), groups(report), plan(report),
        raised(report), revision(report), change(report),
      ].compactMap { $0 } + statistics(report) + [statements(report)].compactMap { $0 }
    return figures + [answered(report), method(report), files(report)]
  }

  private static func statistics(_ report: GapReport) -> [Section] {
    (report.serviceTables + report.scaleTables + report.weightingTables
      + report.willingnessTables).map { table in
        Section(id: table.name, title: table.title, content: reading(table))
      }
  }

  /// A table with the sentence that says how to read it.
  static func reading(_ table: DataTable) -> [HTML] {
    let (columns, rows) = table.reading()
    return [HTML(.p, [], table.meaning), self.table(table.title, columns, rows)]
  }

  private static func header(_ report: GapReport) -> HTML {
    let finding = report.findingSentences
    return HTML(
      .header, [],
      [
        HTML(.h1, [], report.title),
        HTML(.p, [.class("soft")], report.frameworkTitle + ". " + period(report.campaign)),
      ] + notices(report) + [
        HTML(.p, [.class("lead")], finding.joined(separator: " ")),
        HTML(
          .p, [.class("soft")],
          "People rated themselves. This is their own view, not a test."),
      ])
  }

  private static func period(_ campaign: Campaign) -> String {
    switch (campaign.opens, campaign.closed ?? campaign.closes) {
    case (let opens?, let closes?): "Answers from \(opens) to \(closes)."
    case (let opens?, nil): "Answers from \(opens)."
    case (nil, let closes?): "Answers up to \(closes)."
    case (nil, nil): "Campaign \(campaign.id)."
    }
  }

  private static func notices(_ report: GapReport) -> [HTML] {
    var notices: [HTML] = []
    if report.campaign.isMadeUp {
      notices.append(
        HTML(
          .p, [.class("notice")], [HTML(.b, [], "Made up. "), HTML(text: GapReport.madeUpNotice)]))
    }
    notices.append(
      HTML(
        .p, [.class("notice")],
        [
          HTML(.b, [], "Internal, not for publication. "),
          HTML(
            text: "Groups of fewer than \(report.minimumGroup.people) people are withheld, but "
              + "they could still be worked out from other figures."),
        ]))
    return notices
  }

  private static func contents(_ sections: [Section]) -> HTML {
    HTML(
      .nav, [.name("On this page")],
      [
        HTML(
          .ul, [.class("contents")],
          sections.map { HTML(.li, [], [HTML(.a, [.part($0.id)], $0.title)]) })
      ])
  }

  private static func footer(_ report: GapReport) -> HTML {
    let marks = [
      report.campaign.isMadeUp ? GapReport.madeUpNotice : nil,
      "This report is \(GapReport.internalNotice).",
      "Made with Waymark.",
    ].compactMap { $0 }
    return HTML(.footer, [.class("soft")], marks.joined(separator: " "))
  }

  /// A table that scrolls by itself where the page is too narrow for it.
  static func table(
    _ caption: String, _ columns: [String], _ rows: [[String]], kind: HTML.TableKind = .figures
  ) -> HTML {
    HTML(
      .div, [.class("scroll"), .region, .name(caption), .focusable],
      [HTML.table(caption: caption, columns: columns, rows: rows, kind: kind)])
  }
}
