internal import Foundation
internal import GRDB
package import Waymark
package import WaymarkBasics

extension Store {
  /// The first day on which anything of a campaign was published, for those of which anything was; an
  /// export is no publication.
  package func publications() throws(StoreError) -> [ID<Campaign>: CalendarDate] {
    try read { db in try Self.publications(db) }
  }

  static func publications(_ db: Database) throws -> [ID<Campaign>: CalendarDate] {
    var days: [ID<Campaign>: CalendarDate] = [:]
    try db.forEachRow(
      """
      SELECT campaign, min(day) AS day FROM release
      WHERE json_extract(content, '$.kind') IS NOT 'export' GROUP BY campaign
      """, []
    ) { row in days[try row.id("campaign")] = try row.day("day") }
    return days
  }

  /// How many responses of a campaign came after its last day.
  package func lateResponses(in campaign: ID<Campaign>) throws(StoreError) -> Int {
    try read { db in
      Int(
        try db.number(
          """
          SELECT count(*) FROM late_response
          JOIN campaign ON campaign.number = late_response.campaign WHERE campaign.id = ?
          """, [campaign.description]) ?? 0)
    }
  }

  /// How many rows of tables held no rating; `nil` where none did.
  ///
  /// Tables say nothing of whose such a row is. So where several imports brought some, those of the largest
  /// may be those of another.
  package func opened(in campaign: ID<Campaign>) throws(StoreError) -> OpenedRows? {
    try read { db in
      let row = try db.row(
        """
        SELECT max(rows) AS rows, count(*) AS imports FROM opened
        JOIN campaign ON campaign.number = opened.campaign WHERE campaign.id = ?
        """, [campaign.description])
      let imports = try row?.integer("imports") ?? 0
      guard let row, imports > 0 else { return nil }
      return OpenedRows(rows: try row.integer("rows"), isAtLeast: imports > 1)
    }
  }

  /// The months from the first to the last in which people of a campaign answered, as `2026-11`, and the
  /// one in the middle of all answers; `nil` where nobody's is known.
  package func months(
    of campaign: ID<Campaign>
  ) throws(StoreError) -> (all: ClosedRange<String>, middle: String)? {
    try read { db in
      let months = try db.rows(
        """
        SELECT month, count(*) AS sheets FROM answer_sheet
        JOIN campaign ON campaign.number = answer_sheet.campaign
        WHERE campaign.id = ? AND month IS NOT NULL GROUP BY month ORDER BY month
        """, [campaign.description]
      ).map { (name: try $0.text("month"), sheets: try $0.integer("sheets")) }
      guard let first = months.first, let last = months.last else { return nil }
      var left = months.reduce(0) { $0 + $1.sheets } / 2
      let middle = months.first { month in
        left -= month.sheets
        return left < 0
      }
      return (all: first.name...last.name, middle: (middle ?? last).name)
    }
  }

  /// Writes what may change of a campaign in the place of what was there: its title, its days, its
  /// tables, who was invited, and how long it is kept.
  ///
  /// - Throws: `StoreError`; `unknown` when there is none with the name, `staysAsPublished` when it was
  ///   published and more would change than how long it is kept: a release that is written once more says
  ///   what it said.
  package func change(_ campaign: Campaign) throws(StoreError) {
    let path = path
    try write { db in
      let number = try Self.number(of: campaign.id, in: db, path: path)
      if let day = try Self.publications(db)[campaign.id] {
        let row = try db.row(CampaignRow.query + " WHERE campaign.number = ?", [number])
        var same = try row.map { try CampaignRow.campaign($0, in: db) }
        same?.keepUntil = campaign.keepUntil
        same?.closed = campaign.closed
        guard same == campaign else {
          throw StoreError(
            .staysAsPublished(campaign.id.description, since: day), path: path)
        }
      }
      try db.execute(
        sql: """
          UPDATE campaign SET title = ?, opens = ?, closes = ?, closed = ?, menu = ? WHERE number = ?
          """,
        arguments: [
          campaign.title, campaign.opens?.description, campaign.closes?.description,
          campaign.closed?.description, try StoredValue.json(campaign.menu), number,
        ])
      try db.execute(sql: "DELETE FROM invited WHERE campaign = ?", arguments: [number])
      try CampaignRow.keepAside(campaign, number: number, in: db)
    }
  }

  /// Gives a campaign, of which nothing was given out, another name; cohorts follow it.
  ///
  /// - Throws: `StoreError`; `unknown` when there is none with the name, `campaignExists` when there is
  ///   one with the new name already, `inLedger` when the ledger knows either.
  package func give(
    _ campaign: ID<Campaign>, name: ID<Campaign>
  ) throws(StoreError) {
    let path = path
    try write { db in
      let number = try Self.number(of: campaign, in: db, path: path)
      if let other = try CampaignRow.number(of: name, in: db), other != number {
        throw StoreError(.campaignExists(name.description), path: path)
      }
      for id in [campaign, name] where try Self.isInLedger(id, db) {
        throw StoreError(.inLedger(id.description), path: path)
      }
      try db.execute(
        sql: "UPDATE campaign SET id = ? WHERE number = ?", arguments: [name.description, number])
      for row in try db.rows("SELECT number, campaigns FROM cohort") {
        let campaigns: [ID<Campaign>] = try row.list("campaigns")
        guard campaigns.contains(campaign) else { continue }
        try db.execute(
          sql: "UPDATE cohort SET campaigns = ? WHERE number = ?",
          arguments: [
            try StoredValue.list(campaigns.map { $0 == campaign ? name : $0 }),
            try row.number("number"),
          ])
      }
    }
  }

  /// Removes a campaign with all that people sent for it; what the ledger says of it stays.
  ///
  /// - Throws: `StoreError`; `unknown` when there is none with the name.
  package func delete(_ campaign: ID<Campaign>) throws(StoreError) {
    let path = path
    try write { db in
      let number = try Self.number(of: campaign, in: db, path: path)
      try db.execute(sql: "DELETE FROM campaign WHERE number = ?", arguments: [number])
    }
  }

  /// Whether anything of a campaign was ever published or exported.
  package func isInLedger(_ campaign: ID<Campaign>) throws(StoreError) -> Bool {
    try read { db in try Self.isInLedger(campaign, db) }
  }

  static func isInLedger(_ campaign: ID<Campaign>, _ db: Database) throws -> Bool {
    try db.holds(
      "SELECT 1 FROM release WHERE campaign = ? COLLATE NOCASE LIMIT 1", [campaign.description])
  }

  private static func number(
    of campaign: ID<Campaign>, in db: Database, path: String
  ) throws -> Int64 {
    guard let number = try CampaignRow.number(of: campaign, in: db) else {
      throw StoreError(.unknown(campaign.description), path: path)
    }
    return number
  }
}

extension Store {
  /// Gives a cohort another name.
  ///
  /// - Throws: `StoreError`; `exists` when there is one with the name already.
  package func give(_ cohort: ID<Cohort>, name: ID<Cohort>) throws(StoreError) {
    let path = path
    try write { db in
      guard
        try !db.holds(
          "SELECT 1 FROM cohort WHERE id = ? AND id <> ?", [name.description, cohort.description])
      else { throw StoreError(.exists, path: path) }
      try db.execute(
        sql: "UPDATE cohort SET id = ? WHERE id = ?",
        arguments: [name.description, cohort.description])
    }
  }

  /// Removes a cohort; the people in it stay in their campaigns.
  package func delete(_ cohort: ID<Cohort>) throws(StoreError) {
    try write { db in
      try db.execute(sql: "DELETE FROM cohort WHERE id = ?", arguments: [cohort.description])
    }
  }
}

extension Store {
  /// How often each event of a plan was changed so far, as calendars are to be told.
  ///
  /// An event begins with the number of the day on which it is spoken of first; whenever what is said of
  /// it differs from what was said last, the number is raised.
  /// - Parameter said: what is said of each event now, by what calendars know it by.
  package func sequences(
    ofPlanned said: [String: String], on today: CalendarDate
  ) throws(StoreError) -> [String: Int] {
    try write { db in
      var sequences: [String: Int] = [:]
      for (uid, text) in said {
        let digest = SHA256.hex(text)
        let known = try db.row("SELECT * FROM planned_event WHERE uid = ?", [uid])
        let last = try known?.integer("sequence")
        if let last, try known?.text("said") == digest {
          sequences[uid] = last
          continue
        }
        let next = max(last.map { $0 + 1 } ?? 0, today.daysSince1970)
        sequences[uid] = next
        try Self.keep(uid, digest, next, in: db)
      }
      return sequences
    }
  }

  private static func keep(
    _ uid: String, _ digest: String, _ sequence: Int, in db: Database
  ) throws {
    try db.execute(
      sql: "INSERT OR REPLACE INTO planned_event VALUES (?, ?, ?)",
      arguments: [uid, digest, sequence])
  }
}
