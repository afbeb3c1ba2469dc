internal import Foundation
internal import GRDB
public import Waymark

extension Store {
  /// Hands over every respondent of a campaign once, in the order they came, as they stood at one
  /// moment; memory does not grow with their number.
  ///
  /// - Throws: `StoreError`, and what `body` throws.
  public func records(of campaign: ID<Campaign>, _ body: (SheetRecord) throws -> Void) throws {
    try naming {
      try reading { db in
        guard let number = try CampaignRow.number(of: campaign, in: db) else { return }
        let numbers = CampaignRow.sheetNumbers(of: number)
        let rows = try Row.fetchCursor(
          db, sql: "SELECT * FROM answer_sheet WHERE number BETWEEN ? AND ? ORDER BY number",
          arguments: [numbers.lowerBound, numbers.upperBound])
        while let row = try rows.next() { try body(try SheetRecord(row)) }
      }
    }
  }
}

extension SheetRecord {
  fileprivate init(_ row: Row) throws {
    func codes(_ column: String) -> [UInt8]? { (row[column] as String?).map { Array($0.utf8) } }
    let sheet = codes("sheet") ?? []
    self.init(
      respondent: row["respondent"], revision: row["revision"],
      link: try (row["link"] as String?).map(Stored.uuid),
      month: row["month"], role: row["role"], sheet: sheet,
      importance: codes("importance")
        ?? Array(repeating: ImportanceSheet.none, count: sheet.count),
      background: codes("background") ?? [])
  }
}
