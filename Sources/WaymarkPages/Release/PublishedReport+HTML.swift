package import Waymark
import WaymarkBasics

extension PublishedReport {
  /// The release as one page that can be read, printed and kept; it runs no script.
  package var html: String {
    let tables = readingTables
    let notice =
      campaign.isMadeUp
      ? [
        HTML(
          .p, [.class("notice")], [HTML(.b, [], "Made up. "), HTML(text: GapReport.madeUpNotice)])
      ] : []
    let header = HTML(
      .header, [],
      [HTML(.h1, [], title), HTML(.p, [.class("soft")], frameworkTitle + ".")] + notice + [
        HTML(.p, [.class("lead")], finding), HTML(.p, [], withheld),
      ])
    let sections = tables.map { table in
      HTML(
        .section, [],
        [HTML(.h2, [], table.title), HTML(.p, [], table.note)]
          + (table.figure.map { [$0] } ?? [])
          + [ReportHTML.table(table.title, table.columns, table.rows)])
    }
    let method = HTML(
      .section, [],
      [
        HTML(.h2, [], "Method and limits"),
        HTML(.ul, [], method.map { HTML(.li, [], $0) }),
      ])
    let marks = campaign.isMadeUp ? [GapReport.madeUpNotice] : []
    return HTML.page(
      title: title, language: .english, style: PageStyle.sheet,
      more: [ReportStyle.sheet] + (campaign.isMadeUp ? [ReportStyle.madeUpPages] : []),
      body: [
        HTML(
          .main, [],
          [header] + sections + [
            method,
            HTML(
              .footer, [.class("soft")], (marks + ["Made with Waymark."]).joined(separator: " ")),
          ])
      ])
  }
}
