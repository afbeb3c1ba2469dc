import Foundation
internal import GRDB

/// Which store a file and its journal are of.
///
/// SQLite takes any journal that lies beside a file for the file's own, after a copy was put in the
/// store's place too. So the identity stands in a table that is written once, and beside every
/// change in a second table: a journal of another store brings the wrong one along.
enum StoreIdentity {
  /// Gives a new store, or a copy, an identity.
  static func begin(_ db: Database) throws {
    let id = UUID().uuidString
    try db.execute(
      sql: """
        INSERT OR REPLACE INTO identity (only, store) VALUES (1, ?);
        INSERT OR REPLACE INTO writer (only, store, changes) VALUES (1, ?, 0)
        """, arguments: [id, id])
  }

  /// Joins the identity to the changes of a transaction.
  static func sign(_ db: Database) throws {
    // SQLite leaves a row that stays the same out of its journal.
    try db.execute(
      sql: "UPDATE writer SET changes = changes + 1, store = (SELECT store FROM identity)")
  }

  /// How often the store was written to; every change counts.
  static func changes(_ db: Database) throws -> Int {
    try Stored.value(db.row("SELECT changes FROM writer")).integer(
      "changes", in: 0...Int.max / 2)
  }

  /// Whether what was written last was written to this store.
  static func isWhole(_ db: Database) throws -> Bool {
    try db.holds("SELECT 1 FROM identity JOIN writer USING (store)")
  }
}
