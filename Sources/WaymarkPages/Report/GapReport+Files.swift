package import Waymark
package import WaymarkBasics

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
      (path: "report.html", contents: html),
      (path: "report.md", contents: markdown),
      (path: "report.json", contents: try json()),
      (path: "datapackage.json", contents: try dataPackage(tables).json()),
    ] + tables.map { (path: "data/\($0.name).csv", contents: $0.csv) }
  }

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

  /// The report as a spreadsheet for people.
  ///
  /// - Parameter created: the day that the file says it was made on; without one the day on which
  ///   the campaign closed or closes.
  package func workbook(created: CalendarDate? = nil) -> Workbook {
    Workbook(
      report: title,
      created: created ?? campaign.closed ?? campaign.closes,
      footer: "Internal, not for publication."
        + (campaign.isMadeUp ? " Made up: says nothing about anybody." : ""),
      cover: [
        campaign.isMadeUp ? "Made up. \(Self.madeUpNotice)" : nil,
        "This file is \(Self.internalNotice).",
        findingSentences.joined(separator: " "), withheldSentence,
        "Framework: \(frameworkTitle), \(campaign.framework.id) version \(campaign.framework.version).",
        "Campaign: \(campaign.id).", "Made with Waymark.",
      ].compactMap { $0 },
      withheld: "Withheld: from 1 to \(minimumGroup.people - 1) people stand behind the figure.",
      method: methodSentences,
      tables: [competenciesTable, areasTable] + (breakdowns.isEmpty ? [] : [groupsByStatement])
        + furtherTables)
  }
}

extension Workbook {
  /// A report as a spreadsheet for people: a cover, what is in it, notes, then a table a sheet.
  ///
  /// - Parameters:
  ///   - cover: what stands on the first sheet, a line each.
  ///   - withheld: what the mark of withheld figures means.
  ///   - method: how the numbers were made, a sentence or two each.
  init(
    report title: String, created: CalendarDate?, footer: String, cover: [String],
    withheld: String, method: [String], tables: [DataTable]
  ) {
    var seen: Set<String> = []
    let columns = tables.flatMap(\.columns).filter { seen.insert($0.title).inserted }
    let notes =
      [
        [Absence.withheldMark, withheld],
        ["An empty cell", "There is no number; the column Note says why."],
      ] + method.map { ["Method and limits", $0] }
      + columns.map { ["Column \"\($0.title)\"", $0.meaning] }
    self.init(
      title: title, created: created, footer: footer,
      sheets: [
        Sheet("Cover", headings: [title], cover.map { [$0] }),
        Sheet(
          "Contents", headings: ["Sheet", "What it holds"],
          [
            ["Cover", "What this is and what it found."], ["Contents", "The sheets of this file."],
            ["Notes", "How to read it: marks, method and limits, and every column."],
          ] + tables.map { [$0.title, $0.meaning] }),
        Sheet("Notes", headings: ["About", "Note"], notes),
      ] + tables.map { Sheet($0.title, $0) })
  }
}
