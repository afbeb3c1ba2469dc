internal import Foundation
internal import GRDB
internal import Waymark
import WaymarkBasics

/// A campaign as its row in the store.
enum CampaignRow {
  static let query = """
    SELECT campaign.*, framework.id AS framework_id, framework.version AS framework_version,
      keep_until.day AS keep_until
    FROM campaign JOIN framework ON framework.sha256 = campaign.framework
    LEFT JOIN keep_until ON keep_until.campaign = campaign.number
    """

  /// The campaign's number, by which sheets refer to it; `nil` when there is none with the name.
  static func number(of campaign: ID<Campaign>, in db: Database) throws -> Int64? {
    try db.row("SELECT number FROM campaign WHERE id = ?", [campaign.description]).map(number)
  }

  /// The number in a row of a campaign, which leaves room for the numbers of its sheets.
  private static func number(_ row: StoredRow) throws -> Int64 {
    Int64(try row.integer("number", in: 1...4_194_303))
  }

  /// The numbers that the sheets of a campaign can have.
  static func sheetNumbers(of campaign: Int64) -> ClosedRange<Int64> {
    (campaign << 40)...(campaign << 40 | (1 << 40 - 1))
  }

  /// Keeps how many sheets a campaign has, by which a scan knows that it saw all of them.
  static func keepCount(of campaign: Int64, in db: Database) throws {
    try db.execute(
      sql: """
        INSERT OR REPLACE INTO sheet_count
        SELECT ?, count(*) FROM answer_sheet WHERE campaign = ?
        """, arguments: [campaign, campaign])
  }

  /// Writes a new campaign with its documents and those invited.
  static func insert(_ campaign: Campaign, _ documents: CampaignDocuments, in db: Database) throws {
    try keep(documents, of: campaign, in: db)
    try db.execute(
      sql: """
        INSERT INTO campaign (id, title, framework, background_document, opens, closes, closed,
          importance, background, menu, made_up, form)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        campaign.id.description, campaign.title, campaign.framework.sha256,
        campaign.backgroundDocument, campaign.opens?.description, campaign.closes?.description,
        campaign.closed?.description, campaign.importance.rawValue,
        try StoredValue.list(campaign.background), try StoredValue.json(campaign.menu),
        campaign.isMadeUp, campaign.form.rawValue,
      ])
    try keepAside(campaign, number: db.lastInsertedRowID, in: db)
  }

  /// Writes what has rows of its own: those invited, and until when it is kept.
  static func keepAside(_ campaign: Campaign, number: Int64, in db: Database) throws {
    try db.execute(sql: "DELETE FROM keep_until WHERE campaign = ?", arguments: [number])
    if let day = campaign.keepUntil {
      try db.execute(
        sql: "INSERT INTO keep_until VALUES (?, ?)", arguments: [number, day.description])
    }
    for (place, invited) in campaign.invited.enumerated() {
      try db.execute(
        sql: #"""
          INSERT INTO invited (campaign, place, grouping, "group", people) VALUES (?, ?, ?, ?, ?)
          """#,
        arguments: [number, place, invited.grouping, invited.group, invited.people])
    }
  }

  private static func keep(
    _ documents: CampaignDocuments, of campaign: Campaign, in db: Database
  ) throws {
    try Store.keep(campaign.framework, xml: documents.frameworkXML, in: db)
    let framework = campaign.framework.sha256
    let areas = documents.framework.areas.flatMap { area in area.competencies.map { _ in area.id } }
    for (place, competency) in documents.framework.competencies.enumerated() {
      try db.execute(
        sql: "INSERT OR IGNORE INTO framework_competency VALUES (?, ?, ?, ?)",
        arguments: [
          framework, place + 1, areas[place].description, competency.id.description,
        ])
    }
    for (place, role) in documents.framework.roles.enumerated() {
      try db.execute(
        sql: "INSERT OR IGNORE INTO framework_role VALUES (?, ?, ?)",
        arguments: [framework, place, role.id.description])
    }
    try Store.keepBackground(of: documents, sha256: campaign.backgroundDocument, in: db)
    for code in BackgroundSheet.codes(of: documents.background) {
      try db.execute(
        sql: "INSERT OR IGNORE INTO background_option VALUES (?, ?, ?, ?, ?)",
        arguments: [
          campaign.backgroundDocument, code.position + 1,
          String(decoding: [code.code], as: UTF8.self), code.field.description,
          code.option.description,
        ])
    }
  }

  /// Reads a row of `query`.
  static func campaign(_ row: StoredRow, in db: Database) throws -> Campaign {
    let invited = try db.rows(
      #"SELECT grouping, "group", people FROM invited WHERE campaign = ? ORDER BY place"#,
      [try number(row)])
    return Campaign(
      id: try row.id("id"), title: try row.text("title"),
      framework: Framework.Key(
        id: try row.id("framework_id"), version: try row.text("framework_version"),
        sha256: try row.text("framework")),
      backgroundDocument: try row.text("background_document"),
      opens: try row.dayIfAny("opens"), closes: try row.dayIfAny("closes"),
      closed: try row.dayIfAny("closed"),
      form: try QuestionnaireForm(row),
      importance: try row.some(ImportanceMode(rawValue: row.text("importance")), "importance"),
      background: try row.list("background"), menu: try row.json("menu"),
      invited: try invited.map {
        Campaign.Invited(
          grouping: try $0.text("grouping"), group: try $0.text("group"),
          people: try $0.integer("people"))
      },
      isMadeUp: try row.flag("made_up"), keepUntil: try row.dayIfAny("keep_until"))
  }

  /// How many sheets a campaign has.
  static func responses(_ row: StoredRow, in db: Database) throws -> Int {
    Int(
      try db.number(
        "SELECT count(*) FROM answer_sheet WHERE campaign = ?", [try number(row)]) ?? 0)
  }
}
