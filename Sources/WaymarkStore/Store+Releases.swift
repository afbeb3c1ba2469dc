internal import GRDB
public import Waymark

extension Store {
  /// The ledger of everything that was published from this store, in order.
  ///
  /// It is handed over as it is; whether it is whole is for `LedgerEntry.isUnbroken` to say.
  public func ledger() throws(StoreError) -> [LedgerEntry] {
    try read { db in try Self.ledger(db) }
  }

  /// How often the store was written to so far: the same number means the same content.
  public func changes() throws(StoreError) -> Int {
    try read { db in try StoreIdentity.changes(db) }
  }

  /// Enters a release in the ledger, after the last entry.
  ///
  /// - Parameters:
  ///   - changes: what `changes()` gave before the release was counted.
  ///   - entry: makes the new entry from all that are there.
  /// - Throws: `StoreError`, `changedMeanwhile` when another run wrote to the store since, and what
  ///   `entry` throws: then nothing is entered.
  public func publish(
    since changes: Int, _ entry: ([LedgerEntry]) throws -> LedgerEntry
  ) throws -> LedgerEntry {
    try naming {
      try transaction { db in
        // This transaction has counted itself already.
        guard try StoreIdentity.changes(db) == changes + 1 else {
          throw StoreError(.changedMeanwhile, path: path)
        }
        let new = try entry(try Self.ledger(db))
        try db.execute(
          sql: """
            INSERT INTO release (number, campaign, day, content, previous, hash)
            VALUES (?, ?, ?, ?, ?, ?)
            """,
          arguments: [
            new.number, new.campaign.description, new.day.description, new.content, new.previous,
            new.hash,
          ])
        return new
      }
    }
  }

  private static func ledger(_ db: Database) throws -> [LedgerEntry] {
    try db.rows("SELECT * FROM release ORDER BY number").map { row in
      LedgerEntry(
        number: try row.integer("number"), campaign: try row.id("campaign"),
        day: try row.day("day"), content: try row.text("content"),
        previous: try row.text("previous"), hash: try row.text("hash"))
    }
  }
}
