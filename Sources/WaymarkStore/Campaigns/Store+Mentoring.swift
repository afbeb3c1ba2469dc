package import Foundation
internal import GRDB
package import Waymark
package import WaymarkBasics

extension Store {
  /// The id and the revision of the mentoring card that was shared beside an assessment; `nil` when
  /// none ever was.
  package func mentoringCard(of assessment: UUID) throws(StoreError) -> (id: UUID, revision: Int)? {
    try read { db in
      try db.row(
        """
        SELECT mentoring_card.id, mentoring_card.revision FROM mentoring_card
        JOIN assessment ON assessment.number = mentoring_card.assessment
        WHERE assessment.id = ?
        """, [assessment.uuidString]
      ).map { row in (try row.uuid("id"), try row.integer("revision")) }
    }
  }

  /// The mentoring cards of a campaign, in the order of their ids.
  package func mentoringCards(of campaign: ID<Campaign>) throws(StoreError) -> [MentoringCard] {
    try read { db in
      try db.rows(
        """
        SELECT mentoring.* FROM mentoring
        JOIN campaign ON campaign.number = mentoring.campaign
        WHERE campaign.id = ? ORDER BY mentoring.id
        """, [campaign.description]
      ).map(MentoringRow.card)
    }
  }
}

/// A mentoring card as its row in the store.
enum MentoringRow {
  /// Asks for what is known of the cards of a campaign.
  static let standings = """
    SELECT id, revision, 0 AS withdrawn FROM mentoring WHERE campaign = :campaign
    UNION ALL
    SELECT id, revision, 1 FROM mentoring_withdrawal WHERE campaign = :campaign
    """

  /// Writes a card in the place of an earlier revision or of its withdrawal.
  static func put(_ card: MentoringCard, campaign: Int64, in db: Database) throws {
    try db.execute(
      sql: "DELETE FROM mentoring_withdrawal WHERE campaign = ? AND id = ?",
      arguments: [campaign, card.name])
    try db.execute(
      sql: """
        INSERT OR REPLACE INTO mentoring (campaign, id, revision, contact, region, languages,
          teaches, seeks, mentees, for_mentoring, for_training)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        campaign, card.name, card.revision, card.contact.description, card.region?.description,
        try StoredValue.json(card.languages.map(\.description)),
        try StoredValue.list(card.teaches), try StoredValue.list(card.seeks), card.mentees,
        card.purposes.contains(.mentoring), card.purposes.contains(.training),
      ])
  }

  /// Forgets a card, and remembers the withdrawal.
  static func put(_ withdrawal: Withdrawal, campaign: Int64, in db: Database) throws {
    try db.execute(
      sql: "DELETE FROM mentoring WHERE campaign = ? AND id = ?",
      arguments: [campaign, withdrawal.id])
    try db.execute(
      sql: """
        INSERT OR REPLACE INTO mentoring_withdrawal (campaign, id, revision) VALUES (?, ?, ?)
        """, arguments: [campaign, withdrawal.id, withdrawal.revision])
  }

  static func card(_ row: StoredRow) throws -> MentoringCard {
    let languages: [String] = try row.json("languages")
    return try StoredValue.value(
      MentoringCard(
        id: try row.uuid("id"), revision: try row.integer("revision"),
        contact: try row.some(MentoringCard.Contact(row.text("contact")), "contact"),
        region: try row.idIfAny("region"),
        languages: try languages.map { try row.some(LanguageTag($0), "languages") },
        teaches: try row.list("teaches"), seeks: try row.list("seeks"),
        mentees: try row.integer("mentees"),
        purposes: Set(
          try MentoringCard.Purpose.allCases.filter { try row.flag("for_\($0.rawValue)") })))
  }
}

extension Store {
  /// What was said of services in a campaign, in the order of random ids.
  ///
  /// - Parameter framework: the framework whose positions the sheets follow.
  package func serviceSheets(
    of campaign: ID<Campaign>, framework: Framework
  ) throws(StoreError) -> [(now: AnswerSheet, inFiveYears: AnswerSheet)] {
    try read { db in
      try db.rows(
        """
        SELECT now, in_five_years FROM service_need
        JOIN campaign ON campaign.number = service_need.campaign
        WHERE campaign.id = ? AND month IS NOT NULL ORDER BY service_need.id
        """, [campaign.description]
      ).map { row in
        func sheet(_ column: String) throws -> AnswerSheet {
          try row.some(AnswerSheet(row.text(column), framework: framework), column)
        }
        return (now: try sheet("now"), inFiveYears: try sheet("in_five_years"))
      }
    }
  }
}

/// What someone said of their library's service, as its row in the store.
enum ServiceRow {
  /// Asks for what is known of everything that was said of services in a campaign.
  static let standings = """
    SELECT id, revision, month IS NULL AS withdrawn FROM service_need WHERE campaign = :campaign
    """

  /// Writes it in the place of an earlier revision.
  static func put(
    _ view: ServiceView, campaign: Int64, framework: Framework, in db: Database
  ) throws {
    try put(
      [
        campaign, view.name, view.revision, view.month,
        AnswerSheet(view.now, framework: framework).description,
        AnswerSheet(view.inFiveYears, framework: framework).description,
      ], in: db)
  }

  /// Of what was taken back nothing stays but that it was.
  static func put(_ withdrawal: Withdrawal, campaign: Int64, in db: Database) throws {
    try put([campaign, withdrawal.id, withdrawal.revision, nil, nil, nil], in: db)
  }

  private static func put(_ row: StatementArguments, in db: Database) throws {
    try db.execute(
      sql: """
        INSERT OR REPLACE INTO service_need (campaign, id, revision, month, now, in_five_years)
        VALUES (?, ?, ?, ?, ?, ?)
        """, arguments: row)
  }
}
