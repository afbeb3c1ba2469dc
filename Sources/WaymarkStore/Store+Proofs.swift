internal import GRDB
public import Waymark

extension Store {
  /// The newest proof of everything that a campaign took in with one.
  public func proofs(
    in campaign: ID<Campaign>
  ) throws(StoreError) -> [KnownProofs.Key: KnownProofs.Entry] {
    try read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT kind, revision_proof.id, step, proof FROM revision_proof
          JOIN campaign ON campaign.number = revision_proof.campaign WHERE campaign.id = ?
          """, arguments: [campaign.description])
      return Dictionary(
        try rows.map { row in
          func text(_ column: String) throws -> String {
            try Stored.value(row[column] as String?)
          }
          return (
            KnownProofs.Key(
              try Stored.value(KnownProofs.Kind(rawValue: text("kind"))), try text("id")),
            KnownProofs.Entry(
              step: try Stored.value((row["step"] as Int?).flatMap(RevisionProof.Step.init)),
              proof: try Stored.value(RevisionProof(text("proof"))))
          )
        }, uniquingKeysWith: { $1 })
    }
  }

  /// Remembers the newest proof of an id.
  static func keep(
    _ entry: KnownProofs.Entry, of key: KnownProofs.Key, campaign: Int64, in db: Database
  ) throws {
    try db.execute(
      sql: "INSERT OR REPLACE INTO revision_proof VALUES (?, ?, ?, ?, ?)",
      arguments: [
        campaign, key.kind.rawValue, key.id, entry.step.number, entry.proof.description,
      ])
  }
}
