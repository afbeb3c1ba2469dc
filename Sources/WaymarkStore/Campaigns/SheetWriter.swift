internal import Foundation
internal import GRDB
internal import Waymark
import WaymarkBasics

/// Writes the answer sheets of one campaign within a transaction.
final class SheetWriter {
  private let campaign: Int64
  private let db: Database
  private let framework: Framework
  private let insert: Statement
  private let forget: Statement
  private var number: Int64
  private var hasWithdrawals: Bool
  private var hasAdditions: Bool
  /// Whether what comes now comes after the campaign's last day.
  private let isLate: Bool

  /// - Parameters:
  ///   - framework: the framework whose positions the sheets follow.
  ///   - isLate: whether what comes now comes after the campaign's last day.
  init(campaign: Int64, framework: Framework, isLate: Bool, _ db: Database) throws {
    self.campaign = campaign
    self.isLate = isLate
    self.framework = framework
    self.db = db
    let numbers = CampaignRow.sheetNumbers(of: campaign)
    number =
      try db.number(
        "SELECT max(number) FROM answer_sheet WHERE number BETWEEN ? AND ?",
        [numbers.lowerBound, numbers.upperBound]) ?? numbers.lowerBound
    hasWithdrawals =
      try db.holds("SELECT 1 FROM withdrawal WHERE campaign = ? LIMIT 1", [campaign])
    hasAdditions =
      try db.holds("SELECT 1 FROM looking_back WHERE campaign = ? LIMIT 1", [campaign])
      || db.holds("SELECT 1 FROM done_entry WHERE campaign = ? LIMIT 1", [campaign])
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
    hasAdditions = hasAdditions || arrival.addition != .none
    if hasAdditions { try put(arrival.addition, of: record.respondent) }
    if isLate {
      try db.execute(
        sql: "INSERT OR IGNORE INTO late_response VALUES (?, ?)",
        arguments: [campaign, record.respondent])
    }
  }

  /// Keeps what was added to a response, in the place of what was added to its earlier revision.
  private func put(_ addition: ResponseAddition, of respondent: String) throws {
    for table in ["looking_back", "done_entry"] {
      try db.execute(
        sql: "DELETE FROM \(table) WHERE campaign = ? AND respondent = ?",
        arguments: [campaign, respondent])
    }
    if let lookingBack = addition.lookingBack {
      let levels = lookingBack.levels.mapValues { Answer.level($0) }
      try db.execute(
        sql: "INSERT INTO looking_back VALUES (?, ?, ?, ?)",
        arguments: [
          campaign, respondent, lookingBack.month,
          AnswerSheet(levels, framework: framework).description,
        ])
    }
    for entry in addition.did {
      try db.execute(
        sql: "INSERT INTO done_entry VALUES (?, ?, ?)",
        arguments: [campaign, respondent, entry.description])
    }
  }

  func put(_ withdrawal: Withdrawal) throws {
    hasWithdrawals = true
    try ImportRow.forget(withdrawal.id, of: campaign, in: db)
    try db.execute(
      sql: "DELETE FROM answer_sheet WHERE campaign = ? AND respondent = ?",
      arguments: [campaign, withdrawal.id])
    try db.execute(
      sql: """
        INSERT INTO withdrawal (campaign, respondent, revision) VALUES (?, ?, ?)
        ON CONFLICT (campaign, respondent) DO UPDATE SET revision = excluded.revision
        """, arguments: [campaign, withdrawal.id, withdrawal.revision])
  }
}
