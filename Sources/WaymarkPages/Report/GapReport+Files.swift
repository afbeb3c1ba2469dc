package import Waymark
import WaymarkBasics

extension GapReport {
  /// The files of the report: their paths below its folder, and their contents in UTF-8.
  ///
  /// The same report gives the same bytes. The spreadsheet is no text: `workbook` is its value.
  /// `data/groups.csv` is there when groups were asked for.
  /// - Throws: what `JSON.document` throws.
  package func files() throws -> [(path: String, contents: String)] {
    let tables =
      [competenciesTable, areasTable] + (breakdowns.isEmpty ? [] : [groupsTable])
      + furtherTables
    return [
      (path: "report.html", contents: ReportHTML.page(self)),
      (path: "report.md", contents: markdown),
      (path: "report.json", contents: try json()),
      (path: "datapackage.json", contents: try dataPackage(tables).json()),
    ] + tables.map { (path: "data/\($0.name).csv", contents: $0.csv) }
  }

  /// The title of the report in every format.
  var title: String { "Gap report: \(campaign.title)" }

  /// The data dictionary of the tables.
  private func dataPackage(_ tables: [DataTable]) -> DataPackage {
    DataPackage(
      campaign: campaign, title: title,
      sentences: [
        campaign.isMadeUp ? Self.madeUpNotice : nil,
        "This report is \(Self.internalNotice).",
      ].compactMap { $0 } + methodSentences,
      isForEverybody: false,
      missing: [
        "": "there is no number; the note says why", Absence.withheldMark: Absence.withheld.reason,
      ],
      resources: tables.map { DataPackage.Resource(path: "data/\($0.name).csv", table: $0) })
  }

  /// What every file says of a campaign of made-up people.
  static let madeUpNotice = "These people were made up: nothing here says anything about anybody."
  /// What every report says of itself that was not proved to expose nobody.
  static let internalNotice = "internal, not for publication"
}
