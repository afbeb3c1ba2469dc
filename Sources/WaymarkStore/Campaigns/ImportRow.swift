internal import Foundation
internal import GRDB
package import Waymark
package import WaymarkBasics

/// The last import into a campaign as its rows in the store, by which it can be undone.
struct ImportRow {
  private let campaign: Int64
  private let day: CalendarDate?
  private let db: Database
  /// The number of the last sheet that was there before; `nil` until the import brings something.
  private var sheet: Int64?

  /// Begins an import that has brought nothing so far.
  ///
  /// - Parameter day: today, where that is known.
  init(into campaign: Int64, on day: CalendarDate?, _ db: Database) {
    self.campaign = campaign
    self.day = day
    self.db = db
  }

  /// Takes the place of the import before, once this one brings something.
  private mutating func begin() throws -> Int64 {
    if let sheet { return sheet }
    let last = try lastSheet()
    try db.execute(sql: "DELETE FROM last_import WHERE campaign = ?", arguments: [campaign])
    try db.execute(
      sql: "INSERT INTO last_import VALUES (?, ?, ?)",
      arguments: [campaign, day?.description, last])
    sheet = last
    return last
  }

  /// Keeps the sheet that is about to be replaced, unless this import brought it.
  mutating func willPut(sheetOf respondent: String) throws {
    let last = try begin()
    guard last > CampaignRow.sheetNumbers(of: campaign).lowerBound else { return }
    try db.cachedStatement(sql: Self.keep).execute(arguments: [campaign, respondent, last])
  }

  /// Remembers a card or a view that nobody has sent before.
  mutating func willPut(_ kind: SharedFile.Kind, id: String) throws {
    _ = try begin()
    guard let table = Self.cardTables[kind] else { return }
    let isKnown = try db.holds(
      "SELECT 1 FROM \(table) WHERE campaign = ? AND id = ?", [campaign, id])
    if isKnown { return }
    try db.execute(
      sql: "INSERT OR IGNORE INTO imported_card VALUES (?, ?, ?)",
      arguments: [campaign, kind.rawValue, id])
  }

  /// Keeps how many rows held no rating; by itself that is no import that could be undone.
  func keep(opened rows: Int) throws {
    try db.execute(
      sql: "INSERT OR REPLACE INTO opened VALUES (?, ?, ?)",
      arguments: [campaign, try sheet ?? lastSheet(), rows])
  }

  /// The number of the last sheet that is there; below all of the campaign's where there is none.
  private func lastSheet() throws -> Int64 {
    let numbers = CampaignRow.sheetNumbers(of: campaign)
    return try db.number(
      "SELECT max(number) FROM answer_sheet WHERE number BETWEEN ? AND ?",
      [numbers.lowerBound, numbers.upperBound]) ?? numbers.lowerBound
  }

  /// Forgets what is kept of somebody who takes their answers back.
  static func forget(_ respondent: String, of campaign: Int64, in db: Database) throws {
    try db.execute(
      sql: "DELETE FROM replaced_sheet WHERE campaign = ? AND respondent = ?",
      arguments: [campaign, respondent])
  }

  private static let cardTables: [SharedFile.Kind: String] = [
    .mentoring: "mentoring", .service: "service_need",
  ]

  private static let keep = """
    INSERT OR IGNORE INTO replaced_sheet
    SELECT answer_sheet.campaign, answer_sheet.respondent, role, background, answer_sheet.sheet,
      importance, revision, fingerprint, answer_sheet.month, link,
      EXISTS (SELECT 1 FROM late_response WHERE late_response.campaign = answer_sheet.campaign
        AND late_response.respondent = answer_sheet.respondent),
      looking_back.month, looking_back.sheet,
      (SELECT json_group_array(entry) FROM done_entry
        WHERE done_entry.campaign = answer_sheet.campaign
        AND done_entry.respondent = answer_sheet.respondent)
    FROM answer_sheet LEFT JOIN looking_back USING (campaign, respondent)
    WHERE answer_sheet.campaign = ? AND answer_sheet.respondent = ? AND number <= ?
    """
}

extension Store {
  /// What undoing an import does.
  package struct Undone: Hashable, Sendable {
    /// The day of the import, where it is known.
    package let day: CalendarDate?
    /// How many responses were taken out again.
    package let removed: Int
    /// How many have their earlier revision again.
    package let restored: Int
    /// How many offers to mentor and views of services were taken out again.
    package let cards: Int
  }

  /// What undoing the last import that brought something would do; `nil` when there is none.
  ///
  /// - Throws: `StoreError`; `frozen` when the campaign was published.
  package func importToUndo(into campaign: ID<Campaign>) throws(StoreError) -> Undone? {
    let path = path
    return try read { db in
      if let day = try Self.publications(db)[campaign] {
        throw StoreError(.frozen(campaign.description, since: day.description), path: path)
      }
      guard let number = try CampaignRow.number(of: campaign, in: db),
        let last = try db.row("SELECT * FROM last_import WHERE campaign = ?", [number])
      else { return nil }
      let sheets: StatementArguments = [
        try last.number("sheet"), CampaignRow.sheetNumbers(of: number).upperBound,
      ]
      func count(_ table: String, _ arguments: StatementArguments) throws -> Int {
        Int(try db.number("SELECT count(*) FROM \(table)", arguments) ?? 0)
      }
      return Undone(
        day: try last.dayIfAny("day"),
        removed: try count("answer_sheet WHERE number > ? AND number <= ?", sheets),
        restored: try count("replaced_sheet WHERE campaign = ?", [number]),
        cards: try count("imported_card WHERE campaign = ?", [number]))
    }
  }

  /// Undoes the last import into a campaign: what it brought is taken out, and what it replaced is there
  /// again, but for those who have taken their answers back since.
  ///
  /// - Returns: `nil` when there is none that could be undone.
  /// - Throws: `StoreError`; `unknown` when there is no such campaign, `frozen` when it was published.
  package func undoImport(into campaign: ID<Campaign>) throws(StoreError) -> Undone? {
    let path = path
    return try write { db in
      guard let number = try CampaignRow.number(of: campaign, in: db) else {
        throw StoreError(.unknown(campaign.description), path: path)
      }
      if let day = try Self.publications(db)[campaign] {
        throw StoreError(.frozen(campaign.description, since: day.description), path: path)
      }
      guard let last = try db.row("SELECT * FROM last_import WHERE campaign = ?", [number]) else {
        return nil
      }
      let day = try last.dayIfAny("day")
      try db.execute(
        sql: "DELETE FROM answer_sheet WHERE number > ? AND number <= ?",
        arguments: [
          try last.number("sheet"), CampaignRow.sheetNumbers(of: number).upperBound,
        ])
      let removed = db.changesCount
      var restored = 0
      for row in try db.rows("SELECT * FROM replaced_sheet WHERE campaign = ?", [number]) {
        try Self.restore(row, into: number, in: db)
        restored += 1
      }
      var cards = 0
      for (kind, table) in [("mentoring", "mentoring"), ("service", "service_need")] {
        try db.execute(
          sql: """
            DELETE FROM \(table) WHERE campaign = ? AND id IN
              (SELECT id FROM imported_card WHERE campaign = ? AND kind = ?)
            """, arguments: [number, number, kind])
        cards += db.changesCount
      }
      try db.execute(
        sql: "DELETE FROM opened WHERE campaign = ? AND sheet >= ?",
        arguments: [number, try last.number("sheet")])
      try db.execute(sql: "DELETE FROM last_import WHERE campaign = ?", arguments: [number])
      try CampaignRow.keepCount(of: number, in: db)
      try Self.forgetKind(ofEmpty: number, in: db)
      return Undone(day: day, removed: removed, restored: restored, cards: cards)
    }
  }

  private static func restore(_ row: StoredRow, into campaign: Int64, in db: Database) throws {
    let respondent = try row.text("respondent")
    let key: StatementArguments = [campaign, respondent]
    try db.execute(
      sql: """
        UPDATE answer_sheet SET role = old.role, background = old.background, sheet = old.sheet,
          importance = old.importance, revision = old.revision, fingerprint = old.fingerprint,
          month = old.month, link = old.link
        FROM replaced_sheet AS old
        WHERE old.campaign = answer_sheet.campaign AND old.respondent = answer_sheet.respondent
          AND answer_sheet.campaign = ? AND answer_sheet.respondent = ?
        """, arguments: key)
    for table in ["looking_back", "done_entry", "late_response"] {
      try db.execute(
        sql: "DELETE FROM \(table) WHERE campaign = ? AND respondent = ?", arguments: key)
    }
    if let month = try row.textIfAny("looking_back_month") {
      try db.execute(
        sql: "INSERT INTO looking_back VALUES (?, ?, ?, ?)",
        arguments: [campaign, respondent, month, try row.text("looking_back_sheet")])
    }
    for entry in try row.json("done") as [String] {
      try db.execute(
        sql: "INSERT INTO done_entry VALUES (?, ?, ?)", arguments: [campaign, respondent, entry])
    }
    if try row.flag("late") {
      try db.execute(sql: "INSERT INTO late_response VALUES (?, ?)", arguments: key)
    }
  }

  /// Lets a campaign without anybody become one of real or of made-up people again.
  private static func forgetKind(ofEmpty campaign: Int64, in db: Database) throws {
    for table in [
      "answer_sheet", "withdrawal", "mentoring", "mentoring_withdrawal", "service_need",
    ] {
      if try db.holds("SELECT 1 FROM \(table) WHERE campaign = ? LIMIT 1", [campaign]) { return }
    }
    try db.execute(
      sql: "UPDATE campaign SET made_up = 0 WHERE number = ?", arguments: [campaign])
  }
}
