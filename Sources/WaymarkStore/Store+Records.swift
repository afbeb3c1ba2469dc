internal import Foundation
internal import GRDB
package import Waymark
package import WaymarkBasics

extension Store {
  /// Hands over every respondent of a campaign once, in the order they came, as they stood at one
  /// moment; memory does not grow with their number.
  ///
  /// - Throws: `StoreError`, and what `body` throws.
  package func records(of campaign: ID<Campaign>, _ body: (SheetRecord) throws -> Void) throws {
    try naming {
      try reading { db in
        guard let number = try CampaignRow.number(of: campaign, in: db) else { return }
        let numbers = CampaignRow.sheetNumbers(of: number)
        var sheets = 0
        try db.forEachRow(
          "SELECT * FROM answer_sheet WHERE number BETWEEN ? AND ? ORDER BY number",
          [numbers.lowerBound, numbers.upperBound]
        ) { row in
          try body(try SheetRecord(row))
          sheets += 1
        }
        try Self.check(sheets, of: campaign, in: db)
      }
    }
  }
}

extension SheetRecord {
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
