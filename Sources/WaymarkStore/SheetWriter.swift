internal import Foundation
internal import GRDB
internal import Waymark

/// Writes the answer sheets of one campaign within a transaction.
final class SheetWriter {
  private let campaign: Int64
  private let db: Database
  private let insert: Statement
  private let forget: Statement
  private var number: Int64
  private var hasWithdrawals: Bool

  init(campaign: Int64, _ db: Database) throws {
    self.campaign = campaign
    self.db = db
    let numbers = CampaignRow.sheetNumbers(of: campaign)
    number =
      try Int64.fetchOne(
        db, sql: "SELECT max(number) FROM answer_sheet WHERE number BETWEEN ? AND ?",
        arguments: [numbers.lowerBound, numbers.upperBound]) ?? numbers.lowerBound
    hasWithdrawals =
      try Bool.fetchOne(
        db, sql: "SELECT EXISTS (SELECT * FROM withdrawal WHERE campaign = ?)",
        arguments: [campaign]) ?? false
    insert = try db.makeStatement(
      sql: """
        INSERT INTO answer_sheet (number, campaign, role, background, sheet, importance,
          respondent, revision, fingerprint, month, link)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (campaign, respondent) DO UPDATE SET
          role = excluded.role, background = excluded.background, sheet = excluded.sheet,
          importance = excluded.importance, revision = excluded.revision,
          fingerprint = excluded.fingerprint, month = excluded.month, link = excluded.link
        """)
    forget = try db.makeStatement(
      sql: "DELETE FROM withdrawal WHERE campaign = ? AND respondent = ?")
  }

  func put(_ arrival: SheetArrival) throws {
    let record = arrival.record
    number += 1
    // Bound directly: the values of GRDB's arguments would cost more than the row itself.
    var row = BoundRow(insert.sqliteStatement)
    row.bind(number)
    row.bind(campaign)
    row.bind(record.role.map(Int64.init))
    row.bind(record.background)
    row.bind(record.sheet)
    row.bind(record.hasImportance ? record.importance : nil)
    row.bind(record.respondent)
    row.bind(Int64(record.revision))
    row.bind(Int64(bitPattern: arrival.fingerprint))
    row.bind(record.month)
    row.bind(record.link?.uuidString)
    try row.step()
    if hasWithdrawals { try forget.execute(arguments: [campaign, record.respondent]) }
  }

  func put(_ withdrawal: Withdrawal) throws {
    hasWithdrawals = true
    try db.execute(
      sql: "DELETE FROM answer_sheet WHERE campaign = ? AND respondent = ?",
      arguments: [campaign, withdrawal.response])
    try db.execute(
      sql: """
        INSERT INTO withdrawal (campaign, respondent, revision) VALUES (?, ?, ?)
        ON CONFLICT (campaign, respondent) DO UPDATE SET revision = excluded.revision
        """, arguments: [campaign, withdrawal.response, withdrawal.revision])
  }
}
