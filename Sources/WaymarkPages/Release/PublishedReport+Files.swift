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

extension PublishedReport {
  /// The release for programs: what the pages say, `[c]` where something is withheld.
  ///
  /// - Throws: what `JSON.document` throws.
  package func json() throws -> String {
    try JSON.document(
      .publishedGapReport,
      [
        "campaign": .string(campaign.id.description), "title": .string(campaign.title),
        "madeUp": .bool(campaign.isMadeUp),
        "notice": campaign.isMadeUp ? .string(GapReport.madeUpNotice) : .null,
        "minimumGroup": .integer(release.minimum),
        "framework": .object([
          "id": .string(campaign.framework.id.description),
          "version": .string(campaign.framework.version),
          "sha256": .string(campaign.framework.sha256), "title": .string(frameworkTitle),
          "levels": .array(levelLabels.map(JSON.Value.string)),
        ]),
        "respondents": Self.people(respondents),
        "competencies": .array(
          zip(competencies, overall).map { competency, said in
            .object([
              "id": .string(competency.id), "area": .string(competency.area),
              "title": .string(competency.title), "n": Self.people(said.answered),
              "below": Self.value(said.figures.below), "mean": Self.value(said.figures.mean),
              "interval": said.interval.map {
                .array([.integer($0.lowerBound), .integer($0.upperBound)])
              } ?? .string(Absence.withheldMark),
              "levels": said.levels.map { .array($0.map(JSON.Value.integer)) }
                ?? .string(Absence.withheldMark),
            ])
          }),
        "tables": .array(release.tables.map { .array($0.map(JSON.Value.string)) }),
        "groups": .array(
          release.groups.map { group in
            .object([
              "categories": .object(group.key.categories.mapValues(JSON.Value.string)),
              "people": Self.people(group.people),
              "areas": .object(
                Dictionary(
                  uniqueKeysWithValues: areas.enumerated().map { place, area in
                    (area.id, Self.value(areaShares[group.key]?[place] ?? .withheld))
                  })),
            ])
          }),
      ])
  }

  private static func people(_ people: Int?) -> JSON.Value {
    people.map(JSON.Value.integer) ?? .string(Absence.withheldMark)
  }

  /// A share in per cent or a mean; a coded share is its words.
  private static func value(_ figure: PublishedFigure) -> JSON.Value {
    switch figure {
    case .withheld: .string(Absence.withheldMark)
    case .percent(let percent): .integer(percent)
    case .atMost, .atLeast: .string(figure.words)
    case .mean(let mean): .number(mean)
    }
  }
}
