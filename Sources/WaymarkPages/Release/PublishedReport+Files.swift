package import Waymark
package import WaymarkBasics

extension PublishedReport {
  /// The files of the release: their paths below its folder, and their contents in UTF-8.
  ///
  /// The same release gives the same bytes. The spreadsheet is no text: `workbook` is its value.
  /// - Parameter entry: the entry of the ledger that records it.
  /// - Throws: what `JSON.document` throws.
  package func files(recordedAs entry: LedgerEntry) throws -> [(path: String, contents: String)] {
    let tables = [competenciesTable, groupsTable]
    return [
      (path: "report.html", contents: html), (path: "report.md", contents: markdown),
      (path: "report.json", contents: try json()),
      (path: "datapackage.json", contents: try dataPackage(tables).json()),
      (path: "ledger.json", contents: try entry.json()),
    ] + tables.map { (path: "data/\($0.name).csv", contents: $0.csv) }
  }

  /// The data dictionary of the tables, which anybody may have.
  private func dataPackage(_ tables: [DataTable]) -> DataPackage {
    DataPackage(
      campaign: campaign, title: title,
      sentences: (campaign.isMadeUp ? [GapReport.madeUpNotice] : []) + method,
      isForEverybody: true,
      missing: ["": "there is no number", Absence.withheldMark: Absence.withheld.reason],
      resources: tables.map { DataPackage.Resource(path: "data/\($0.name).csv", table: $0) })
  }

  /// The release as a spreadsheet for people.
  ///
  /// - Parameter created: the day that the file says it was made on.
  package func workbook(created: CalendarDate) -> Workbook {
    Workbook(
      report: title, created: created,
      footer: campaign.isMadeUp ? "Made up: says nothing about anybody." : "",
      cover: (campaign.isMadeUp ? ["Made up. \(GapReport.madeUpNotice)"] : [])
        + [finding, withheld, "Campaign: \(campaign.id).", "Made with Waymark."],
      withheld: "Withheld: \(Absence.withheld.reason), or it would show such a figure.",
      method: method, tables: [competenciesTable, areasByGroupTable])
  }
}
