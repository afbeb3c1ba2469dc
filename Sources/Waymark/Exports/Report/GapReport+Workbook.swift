extension GapReport {
  /// The report as a spreadsheet for people: a cover, what is in it, notes, then a table a sheet.
  ///
  /// - Parameter created: the day that the file says it was made on; without one the day on which
  ///   the campaign closed or closes.
  public func workbook(created: CalendarDate? = nil) -> Workbook {
    let tables =
      [competenciesTable, areasTable] + (breakdowns.isEmpty ? [] : [groupsByStatement])
      + furtherTables
    let title = "Gap report: \(campaign.title)"
    let day = created ?? campaign.closed ?? campaign.closes
    return Workbook(
      title: title, created: day, footer: footer,
      sheets: [
        Workbook.Sheet("Cover", headings: [title], cover.map { [$0] }),
        Workbook.Sheet(
          "Contents", headings: ["Sheet", "What it holds"],
          [
            ["Cover", "What this is and what it found."], ["Contents", "The sheets of this file."],
            ["Notes", "How to read it: marks, method and limits, and every column."],
          ] + tables.map { [$0.title, $0.meaning] }),
        Workbook.Sheet("Notes", headings: ["About", "Note"], notes(tables)),
      ] + tables.map { Workbook.Sheet($0.title, $0) })
  }

  private var footer: String {
    "Internal, not for publication."
      + (campaign.isMadeUp ? " Made up: says nothing about anybody." : "")
  }

  private var cover: [String] {
    [
      campaign.isMadeUp ? "Made up. \(Self.madeUpNotice)" : nil,
      "This file is \(Self.internalNotice).",
      findingSentences.joined(separator: " "), withheldSentence,
      "Framework: \(frameworkTitle), \(campaign.framework.id) version \(campaign.framework.version).",
      "Campaign: \(campaign.id).", "Made with Waymark.",
    ].compactMap { $0 }
  }

  private func notes(_ tables: [DataTable]) -> [[String]] {
    var seen: Set<String> = []
    let columns = tables.flatMap(\.columns).filter { seen.insert($0.title).inserted }
    return [
      [
        Absence.withheldMark,
        "Withheld: from 1 to \(minimumGroup.people - 1) people stand behind the figure.",
      ],
      ["An empty cell", "There is no number; the column Note says why."],
    ] + methodSentences.map { ["Method and limits", $0] }
      + columns.map { ["Column \"\($0.title)\"", $0.meaning] }
  }
}
