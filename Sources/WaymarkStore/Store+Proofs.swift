internal import GRDB
package import Waymark
package import WaymarkBasics

extension Store {
  /// The newest proof of everything that a campaign took in with one.
  package func proofs(
    in campaign: ID<Campaign>
  ) throws(StoreError) -> [KnownProofs.Key: KnownProofs.Entry] {
    try read { db in
      let rows = try db.rows(
        """
        SELECT kind, revision_proof.id, step, proof FROM revision_proof
        JOIN campaign ON campaign.number = revision_proof.campaign WHERE campaign.id = ?
        """, [campaign.description])
      return Dictionary(
        try rows.map { row in
          (
            KnownProofs.Key(
              try row.some(KnownProofs.Kind(rawValue: row.text("kind")), "kind"), try row.text("id")
            ),
            KnownProofs.Entry(
              step: try row.some(RevisionProof.Step(number: row.integer("step")), "step"),
              proof: try row.some(RevisionProof(row.text("proof")), "proof"))
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
