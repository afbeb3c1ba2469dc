public import Foundation
internal import GRDB
public import Waymark

extension Store {
  /// The id and the revision of the mentoring card that was shared beside an assessment; `nil` when
  /// none ever was.
  public func mentoringCard(of assessment: UUID) throws(StoreError) -> (id: UUID, revision: Int)? {
    try read { db in
      try Row.fetchOne(
        db,
        sql: """
          SELECT mentoring_card.id, mentoring_card.revision FROM mentoring_card
          JOIN assessment ON assessment.number = mentoring_card.assessment
          WHERE assessment.id = ?
          """, arguments: [assessment.uuidString]
      ).map { row in
        (try Stored.value(UUID(uuidString: row["id"])), row["revision"] as Int)
      }
    }
  }

  /// What a campaign knows of every mentoring card that has arrived.
  public func mentoringStandings(
    in campaign: ID<Campaign>
  ) throws(StoreError) -> [UUID: RevisionPlan.Standing] {
    try read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT mentoring.id, revision, 0 AS withdrawn FROM mentoring
          JOIN campaign ON campaign.number = mentoring.campaign WHERE campaign.id = :campaign
          UNION ALL
          SELECT mentoring_withdrawal.id, revision, 1 FROM mentoring_withdrawal
          JOIN campaign ON campaign.number = mentoring_withdrawal.campaign
          WHERE campaign.id = :campaign
          """, arguments: ["campaign": campaign.description])
      return Dictionary(
        try rows.map { row in
          (
            try Stored.value(UUID(uuidString: row["id"])),
            RevisionPlan.Standing(revision: row["revision"], isWithdrawn: row["withdrawn"])
          )
        }, uniquingKeysWith: { $0.revision > $1.revision ? $0 : $1 })
    }
  }

  /// The mentoring cards of a campaign, in the order of their ids.
  public func mentoringCards(of campaign: ID<Campaign>) throws(StoreError) -> [MentoringCard] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT mentoring.* FROM mentoring
          JOIN campaign ON campaign.number = mentoring.campaign
          WHERE campaign.id = ? ORDER BY mentoring.id
          """, arguments: [campaign.description]
      ).map(MentoringRow.card)
    }
  }
}

/// A mentoring card as its row in the store.
enum MentoringRow {
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
        String(
          decoding: try JSONEncoder().encode(card.languages.map(\.description)), as: UTF8.self),
        try Stored.list(card.teaches), try Stored.list(card.seeks), card.mentees,
        card.purposes.contains(.mentoring), card.purposes.contains(.training),
      ])
  }

  /// Forgets a card, and remembers the withdrawal.
  static func put(_ withdrawal: MentoringWithdrawal, campaign: Int64, in db: Database) throws {
    try db.execute(
      sql: "DELETE FROM mentoring WHERE campaign = ? AND id = ?",
      arguments: [campaign, withdrawal.name])
    try db.execute(
      sql: """
        INSERT OR REPLACE INTO mentoring_withdrawal (campaign, id, revision) VALUES (?, ?, ?)
        """, arguments: [campaign, withdrawal.name, withdrawal.revision])
  }

  static func card(_ row: Row) throws -> MentoringCard {
    let languages = try JSONDecoder().decode(
      [String].self, from: Data((row["languages"] as String).utf8))
    return try Stored.value(
      MentoringCard(
        id: try Stored.value(UUID(uuidString: row["id"])), revision: row["revision"],
        contact: try Stored.value(MentoringCard.Contact(row["contact"])),
        region: try (row["region"] as String?).map { try Stored.id($0) },
        languages: try languages.map { try Stored.value(LanguageTag($0)) },
        teaches: try Stored.list(row["teaches"]), seeks: try Stored.list(row["seeks"]),
        mentees: row["mentees"],
        purposes: Set(MentoringCard.Purpose.allCases.filter { row["for_\($0.rawValue)"] })))
  }
}
