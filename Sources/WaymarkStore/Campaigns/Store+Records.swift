internal import Foundation
internal import GRDB
package import Waymark
package import WaymarkBasics

extension Store {
  /// Hands over every respondent of a campaign once, in the order they came, as they stood at one
  /// moment; memory does not grow with their number.
  ///
  /// - Throws: `StoreError`, and what `body` throws.
  package func records(of campaign: ID<Campaign>, _ body: (CodedResponse) throws -> Void) throws {
    try naming {
      try reading { db in
        guard let number = try CampaignRow.number(of: campaign, in: db) else { return }
        let numbers = CampaignRow.sheetNumbers(of: number)
        var sheets = 0
        try db.forEachRow(
          "SELECT * FROM answer_sheet WHERE number BETWEEN ? AND ? ORDER BY number",
          [numbers.lowerBound, numbers.upperBound]
        ) { row in
          try body(try CodedResponse(row))
          sheets += 1
        }
        try Self.check(sheets, of: campaign, in: db)
      }
    }
  }

  /// Hands over the respondents of a campaign whose ids begin with a text, in the order they came.
  ///
  /// - Throws: `StoreError`, and what `body` throws.
  package func records(
    of campaign: ID<Campaign>, whoseIDsBeginWith prefix: String,
    _ body: (CodedResponse) throws -> Void
  ) throws {
    try naming {
      try reading { db in
        guard let number = try CampaignRow.number(of: campaign, in: db) else { return }
        let numbers = CampaignRow.sheetNumbers(of: number)
        try db.forEachRow(
          """
          SELECT * FROM answer_sheet WHERE number BETWEEN ? AND ?
          AND substr(respondent, 1, ?) = ? ORDER BY number
          """,
          [numbers.lowerBound, numbers.upperBound, prefix.unicodeScalars.count, prefix]
        ) { row in
          try body(try CodedResponse(row))
        }
      }
    }
  }
}

extension CodedResponse {
  fileprivate init(_ row: StoredRow) throws {
    let sheet = Array(try row.text("sheet").utf8)
    self.init(
      respondent: try row.text("respondent"), revision: try row.integer("revision"),
      link: try row.uuidIfAny("link"), month: try row.textIfAny("month"),
      role: try row.integerIfAny("role"), sheet: sheet,
      importance: try row.textIfAny("importance").map { Array($0.utf8) }
        ?? Array(repeating: ImportanceSheet.none, count: sheet.count),
      background: Array(try row.text("background").utf8))
  }
}

extension Store {
  /// Goes through the sheets of a campaign once for what level counts do not say, as `counts` does.
  ///
  /// - Parameter willing: counts those who are willing to serve on the way.
  /// - Throws: `StoreError`; `unknown` when there is no such campaign.
  package func details(
    of campaign: Campaign, documents: CampaignDocuments, willing: inout WillingnessTally,
    halvedFrom least: Int = sheetsForTwoThreads
  ) throws -> SheetDetails {
    let (framework, importance) = (documents.framework, campaign.importance)
    let length = framework.competencies.count
    let backgroundLength = BackgroundSheet.length(of: documents.background)
    let none = willing
    let parts = try scan(campaign.id, halvedFrom: least) { numbers, db, _ in
      var details = SheetDetails(framework: framework, importance: importance)
      var willing = none
      var rows = try SheetCursor("sheet, importance, role, background", numbers: numbers, in: db)
      while try rows.next() {
        details.add(
          sheet: try rows.text(0, length: length),
          importance: try rows.optionalText(1, length: length))
        willing.add(role: rows.integer(2), background: try rows.text(3, length: backgroundLength))
      }
      return ((details: details, willing: willing), sheets: rows.count)
    }
    for part in parts { willing += part.willing }
    return parts.dropFirst().reduce(into: parts[0].details) { $0 += $1.details }
  }
}

extension Store {
  private static let progressStep = 1 << 16

  /// Counts the sheets of a campaign in one pass, as they stood at one moment.
  ///
  /// Memory does not grow with the number of respondents. Two threads share the work of a large
  /// campaign; counts are whole numbers, so that nothing depends on how.
  /// - Parameters:
  ///   - documents: the framework and the background questions of the campaign.
  ///   - tables: the tables wanted besides that of everybody, each by one or two groupings.
  ///   - least: from how many sheets on a campaign is large.
  ///   - progress: told from time to time how many sheets of how many are counted.
  /// - Throws: `StoreError`; `unknown` when there is no such campaign.
  package func counts(
    of campaign: ID<Campaign>, documents: CampaignDocuments, tables: [[Grouping]] = [],
    halvedFrom least: Int = sheetsForTwoThreads,
    progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws -> CampaignCounts {
    var parts = try scan(campaign, halvedFrom: least, progress: progress) { numbers, db, tell in
      var counter = SheetCounter(framework: documents.framework, tables: tables)
      let sheetLength = documents.framework.competencies.count
      let backgroundLength = BackgroundSheet.length(of: documents.background)
      var rows = try SheetCursor("role, background, sheet", numbers: numbers, in: db)
      while try rows.next() {
        counter.add(
          role: rows.integer(0), background: try rows.text(1, length: backgroundLength).bytes,
          sheet: try rows.text(2, length: sheetLength).bytes)
        if rows.count % Self.progressStep == 0 { tell(Self.progressStep) }
      }
      do throws(SheetCounter.Unreadable) {
        return (try counter.counts(), sheets: rows.count)
      } catch {
        throw StoredValue.fault(.noAnswer)
      }
    }
    var counts = parts.removeFirst()
    for part in parts { counts += part }
    return counts
  }

  /// What is the same for all counts of a campaign in this store, and for those of no other: 32
  /// hexadecimal digits that name neither.
  ///
  /// A copy that `backUp` made is a store of its own.
  package func origin(of campaign: ID<Campaign>) throws(StoreError) -> String {
    let store = try read { db in
      try StoredValue.value(try db.text("SELECT store FROM identity"))
    }
    return String(SHA256.hex("waymark-counts\n\(store)\n\(campaign.folded)").prefix(32))
  }
}
