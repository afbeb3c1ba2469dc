package import Waymark
package import WaymarkBasics

package struct ReportFiles {
  private let report: GapReport
  private let words: ReportWords
  private let sentences: ReportSentences
  private let tables: ReportTables

  package init(_ report: GapReport, words: ReportWords) {
    self.report = report
    self.words = words
    sentences = ReportSentences(report: report, words: words)
    tables = ReportTables(report, words: words)
  }

  /// The paths of the files below the report's folder, and their contents in UTF-8.
  ///
  /// The same report gives the same bytes. The spreadsheet is no text: `workbook` is its value.
  /// `data/groups.csv` is there when groups were asked for.
  /// - Throws: what `JSON.document` throws.
  package func files() throws -> [(path: String, contents: String)] {
    let further = tables.further
    let tables =
      [tables.competencies, tables.areas] + (report.breakdowns.isEmpty ? [] : [tables.groups])
      + further
    let json = ReportJSON(report, statistics: further, words: words)
    let page = ReportPage.page(report, words: words)
    let charts = page.charts(
      [sentences.title, words.pageIsInternal]
        + (report.campaign.isMadeUp ? [words.common.madeUpNotice] : []))
    return [
      (path: "report.html", contents: page.html),
      (path: "report.md", contents: page.markdown),
      (path: "report.json", contents: try json.json()),
      (path: "datapackage.json", contents: try dataPackage(tables).json(words: words.data)),
    ] + charts.map { (path: "charts/\($0.name).svg", contents: $0.contents) }
      + tables.map { (path: "data/\($0.name).csv", contents: $0.csv) }
  }

  /// The data dictionary of the tables.
  private func dataPackage(_ tables: [DataTable]) -> DataPackage {
    DataPackage(
      campaign: report.campaign, title: sentences.title,
      sentences: (report.campaign.isMadeUp ? [words.common.madeUpNotice] : [])
        + [words.pageIsInternal] + sentences.method,
      isForEverybody: false,
      missing: [
        "": words.noNumber, Absence.withheldMark: words.common.reason(.withheld),
      ],
      resources: tables.map { DataPackage.Resource(path: "data/\($0.name).csv", table: $0) })
  }

  /// The report as a spreadsheet for people.
  ///
  /// - Parameter created: the day that the file says it was made on; without one the day on which
  ///   the campaign closed or closes.
  package func workbook(created: CalendarDate? = nil) -> Workbook {
    let (campaign, common) = (report.campaign, words.common)
    return Workbook(
      report: sentences.title, created: created ?? campaign.closed ?? campaign.closes,
      footer: words.figures.joined(
        [common.internalFooter] + (campaign.isMadeUp ? [common.madeUpFooter] : [])),
      cover: (campaign.isMadeUp ? [common.madeUpLine] : []) + [
        words.fileIsInternal, words.figures.joined(sentences.finding), sentences.withheld,
        sentences.framework, common.campaign(campaign.id.description),
      ] + sentences.made + [common.madeWithWaymark],
      withheld: words.mark(report.minimumGroup.people), method: sentences.method,
      tables: [tables.competencies, tables.areas]
        + (report.breakdowns.isEmpty ? [] : [tables.groupsByStatement]) + tables.further,
      words: words.data)
  }
}
