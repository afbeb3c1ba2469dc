internal import Foundation
internal import GRDB
internal import Waymark

/// A campaign as its row in the store.
enum CampaignRow {
  static let query = """
    SELECT campaign.*, framework.id AS framework_id, framework.version AS framework_version
    FROM campaign JOIN framework ON framework.sha256 = campaign.framework
    """

  /// The campaign's number, by which sheets refer to it; `nil` when there is none with the name.
  static func number(of campaign: ID<Campaign>, in db: Database) throws -> Int64? {
    try Int64.fetchOne(
      db, sql: "SELECT number FROM campaign WHERE id = ?", arguments: [campaign.description])
  }

  /// The numbers that the sheets of a campaign can have.
  static func sheetNumbers(of campaign: Int64) -> ClosedRange<Int64> {
    (campaign << 40)...(campaign << 40 | (1 << 40 - 1))
  }

  /// Writes a new campaign with its documents and those invited.
  static func insert(_ campaign: Campaign, _ documents: CampaignDocuments, in db: Database) throws {
    try keep(documents, of: campaign, in: db)
    let encoder = JSONEncoder()
    func json(_ value: some Encodable) throws -> String {
      String(decoding: try encoder.encode(value), as: UTF8.self)
    }
    try db.execute(
      sql: """
        INSERT INTO campaign (id, title, framework, background_document, opens, closes, closed,
          importance, background, menu, made_up) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        campaign.id.description, campaign.title, campaign.framework.sha256,
        campaign.backgroundDocument, campaign.opens?.description, campaign.closes?.description,
        campaign.closed?.description, campaign.importance.rawValue,
        try json(campaign.background.map(\.description)), try json(campaign.menu),
        campaign.isMadeUp,
      ])
    let number = db.lastInsertedRowID
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
  static func campaign(_ row: Row, in db: Database) throws -> Campaign {
    let decoder = JSONDecoder()
    func day(_ column: String) throws -> CalendarDate? {
      try (row[column] as String?).map(Stored.day)
    }
    let fields = try decoder.decode([String].self, from: Data((row["background"] as String).utf8))
    let invited = try Row.fetchAll(
      db, sql: #"SELECT grouping, "group", people FROM invited WHERE campaign = ? ORDER BY place"#,
      arguments: [row["number"] as Int64])
    return Campaign(
      id: try Stored.id(row["id"]), title: row["title"],
      framework: Framework.Key(
        id: try Stored.id(row["framework_id"]), version: row["framework_version"],
        sha256: row["framework"]),
      backgroundDocument: row["background_document"],
      opens: try day("opens"), closes: try day("closes"), closed: try day("closed"),
      importance: try Stored.value(ImportanceMode(rawValue: row["importance"])),
      background: try fields.map { try Stored.id($0) },
      menu: try decoder.decode([[String]].self, from: Data((row["menu"] as String).utf8)),
      invited: invited.map {
        Campaign.Invited(grouping: $0["grouping"], group: $0["group"], people: $0["people"])
      },
      isMadeUp: row["made_up"])
  }
}
