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

  init(campaign: Int64, _ db: Database) throws {
    self.campaign = campaign
    self.db = db
    let numbers = CampaignRow.sheetNumbers(of: campaign)
    number =
      try Int64.fetchOne(
        db, sql: "SELECT max(number) FROM answer_sheet WHERE number BETWEEN ? AND ?",
        arguments: [numbers.lowerBound, numbers.upperBound]) ?? numbers.lowerBound
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

  func put(_ record: SheetRecord) throws {
    number += 1
    try insert.execute(arguments: [
      number, campaign, record.role, String(decoding: record.background, as: UTF8.self),
      String(decoding: record.sheet, as: UTF8.self),
      String(decoding: record.importance, as: UTF8.self), record.respondent, record.revision,
      Int64(bitPattern: record.fingerprint), record.month, record.link?.uuidString,
    ])
    try forget.execute(arguments: [campaign, record.respondent])
  }

  func put(_ withdrawal: Withdrawal) throws {
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
