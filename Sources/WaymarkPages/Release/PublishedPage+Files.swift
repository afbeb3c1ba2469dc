import Waymark
package import WaymarkBasics

/// The files of a release.
extension PublishedPage {
  /// Their paths below its folder, and their contents in UTF-8.
  ///
  /// The same release gives the same bytes. The spreadsheet is no text: `workbook` is its value.
  /// A preview has no entry of the ledger.
  /// - Throws: what `JSON.document` throws.
  package func files() throws -> [(path: String, contents: String)] {
    let tables = [competenciesTable, groupsTable] + extraTables
    return [
      (path: "report.html", contents: html), (path: "report.md", contents: markdown),
      (path: "report.json", contents: try json()),
      (path: "datapackage.json", contents: try dataPackage(tables).json(words: words.tables.data)),
    ] + (try imprint.entry.map { [(path: "ledger.json", contents: try $0.json())] } ?? [])
      + charts.map { (path: "charts/\($0.name).svg", contents: $0.contents) }
      + tables.map { (path: "data/\($0.name).csv", contents: $0.csv) }
  }

  /// The data dictionary of the tables, which anybody may have.
  private func dataPackage(_ tables: [DataTable]) -> DataPackage {
    DataPackage(
      campaign: report.campaign, title: title,
      sentences: previewNotice + (report.campaign.isMadeUp ? [words.common.madeUpNotice] : [])
        + [imprintLine, turnout] + method,
      isForEverybody: !imprint.isPreview,
      missing: ["": words.noNumber, Absence.withheldMark: words.withheldMeaning],
      resources: tables.map { DataPackage.Resource(path: "data/\($0.name).csv", table: $0) })
  }

  /// The release as a spreadsheet for people.
  ///
  /// - Parameter created: the day that the file says it was made on.
  package func workbook(created: CalendarDate) -> Workbook {
    let (campaign, common) = (report.campaign, words.common)
    return Workbook(
      report: title, created: created,
      footer: imprint.isPreview
        ? words.notPublishedFooter : campaign.isMadeUp ? common.madeUpFooter : "",
      cover: previewNotice + (campaign.isMadeUp ? [common.madeUpLine] : [])
        + [
          finding, turnout, withheld, imprintLine, common.campaign(campaign.id.description),
          common.madeWithWaymark,
        ],
      withheld: words.withheldNote, method: method,
      tables: [competenciesTable, areasByGroupTable] + extraTables,
      words: words.tables.data)
  }

  /// The release for programs: what the pages say, `[c]` where something is withheld.
  ///
  /// - Throws: what `JSON.document` throws.
  package func json() throws -> String {
    let (campaign, framework) = (report.campaign, report.campaign.framework)
    let document: [String: JSON.Value] =
      [
        "campaign": .string(campaign.id.description), "title": .string(campaign.title),
        "madeUp": .bool(campaign.isMadeUp),
        "notice": campaign.isMadeUp ? .string(words.common.madeUpNotice) : .null,
        "published": imprint.isPreview ? .null : .string(imprint.day.description),
        "preview": imprint.isPreview ? .string(previewNotice.joined()) : .null,
        "publisher": imprint.publisher.map(JSON.Value.string) ?? .null,
        "invited": .array(
          report.invited.map { row in
            .object([
              "categories": .object(row.key.categories.mapValues(JSON.Value.string)),
              "invited": people(row.invited), "answered": people(row.answered),
              "percent": row.percent.map(JSON.Value.integer) ?? .null,
            ])
          }),
        "minimumGroup": .integer(report.release.minimum),
        "framework": .object([
          "id": .string(framework.id.description), "version": .string(framework.version),
          "sha256": .string(framework.sha256), "title": .string(report.frameworkTitle),
          "levels": .array(report.levelLabels.map(JSON.Value.string)),
        ]),
        "respondents": people(report.respondents),
        "coreStatements": report.coreStatements.map(JSON.Value.integer) ?? .null,
        "competencies": .array(
          zip(report.competencies, report.overall).map { competency, said in
            .object([
              "id": .string(competency.id), "area": .string(competency.area),
              "title": .string(competency.title), "n": people(said.answered),
              "compared": people(said.compared),
              "below": value(said.figures.below), "mean": value(said.figures.mean),
              "interval": said.interval.map {
                .array([.integer($0.lowerBound), .integer($0.upperBound)])
              } ?? .string(Absence.withheldMark),
              "levels": said.levels.map { .array($0.map(JSON.Value.integer)) }
                ?? .string(Absence.withheldMark),
            ])
          }),
        "tables": .array(report.release.tables.map { .array($0.map(JSON.Value.string)) }),
        "groups": .array(
          report.release.groups.map { group in
            .object([
              "categories": .object(group.key.categories.mapValues(JSON.Value.string)),
              "people": people(group.people),
              "areas": .object(
                Dictionary(
                  uniqueKeysWithValues: report.areas.enumerated().map { place, area in
                    (area.id, report.shares(of: group.key).map { value($0[place].below) } ?? .null)
                  })),
            ])
          }),
      ]
    return try JSON.document(.publishedGapReport, document.merging(extraJSON) { _, extra in extra })
  }

  private func people(_ people: Int?) -> JSON.Value {
    people.map(JSON.Value.integer) ?? .string(Absence.withheldMark)
  }

  /// A share in per cent or a mean; a coded share is its words.
  private func value(_ figure: PublishedFigure) -> JSON.Value {
    switch figure {
    case .withheld: .string(Absence.withheldMark)
    case .notAsked: .null
    case .percent(let percent): .integer(percent)
    case .about, .atMost, .atLeast: .string(words.figure(figure))
    case .mean(let mean): .number(mean)
    }
  }
}
