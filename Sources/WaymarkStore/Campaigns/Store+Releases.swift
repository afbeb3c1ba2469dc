internal import Foundation
internal import GRDB
package import Waymark
import WaymarkBasics

extension Store {
  /// The ledger of everything that was published from this store, in order.
  ///
  /// It is handed over as it is; whether it is whole is for `LedgerEntry.isUnbroken` to say.
  package func ledger() throws(StoreError) -> [LedgerEntry] {
    try read { db in try Self.ledger(db) }
  }

  /// How often the store was written to so far: the same number means the same content.
  package func changes() throws(StoreError) -> Int {
    try read { db in try StoreIdentity.changes(db) }
  }

  /// What the ledger keeps of the rows of an export.
  ///
  /// - Parameter entry: the number of its entry.
  package func exportedRows(of entry: Int) throws(StoreError) -> ExportedRows {
    try read { db in
      ExportedRows(
        classes: try db.rows(
          "SELECT about, sheets FROM exported WHERE entry = ? ORDER BY about", [entry]
        ).map { row in
          let sheets = try row.bytes("sheets")
          guard sheets.count.isMultiple(of: 8) else { throw row.fault("sheets") }
          return ExportedRows.Class(
            about: Array(try row.text("about").utf8), sheets: Self.sheets(sheets))
        })
    }
  }

  /// Enters a release or an export in the ledger.
  ///
  /// - Parameters:
  ///   - entry: follows the last one that was there when the store was read.
  ///   - exported: the rows of an export; `nil` for a release.
  ///   - changes: what `changes()` gave before that.
  /// - Throws: `StoreError`, `changedMeanwhile` when another run wrote to the store since.
  package func publish(
    _ entry: LedgerEntry, exported: ExportedRows? = nil, since changes: Int
  ) throws(StoreError) {
    try write { db in
      // This transaction has counted itself already.
      guard try StoreIdentity.changes(db) == changes + 1 else {
        throw StoreError(.changedMeanwhile, path: path)
      }
      try Self.enter(entry, exported: exported, in: db)
    }
  }

  /// Enters what another store has given out since, of which this one is an earlier copy.
  ///
  /// - Returns: how many entries.
  /// - Throws: `StoreError`; `otherLedger` when this one has entries that the other does not have.
  func takeOverLedger(of other: Store) throws(StoreError) -> Int {
    let (known, all) = (try ledger(), try other.ledger())
    guard all.starts(with: known) else { throw StoreError(.otherLedger, path: path) }
    let new = all.dropFirst(known.count)
    for entry in new {
      let rows = try other.exportedRows(of: entry.number)
      try write { db in try Self.enter(entry, exported: rows, in: db) }
    }
    return new.count
  }

  private static func enter(
    _ entry: LedgerEntry, exported: ExportedRows?, in db: Database
  ) throws {
    try db.execute(
      sql: """
        INSERT INTO release (number, campaign, day, content, previous, hash)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        entry.number, entry.campaign.description, entry.day.description, entry.content,
        entry.previous, entry.hash,
      ])
    for rows in exported?.classes ?? [] {
      try db.execute(
        sql: "INSERT INTO exported (entry, about, sheets) VALUES (?, ?, ?)",
        arguments: [
          entry.number, String(decoding: rows.about, as: UTF8.self), bytes(rows.sheets),
        ])
    }
  }

  private static func bytes(_ sheets: [UInt64]) -> Data {
    sheets.map(\.littleEndian).withUnsafeBytes { Data($0) }
  }

  private static func sheets(_ bytes: [UInt8]) -> [UInt64] {
    bytes.withUnsafeBytes { raw in
      stride(from: 0, to: raw.count, by: 8).map {
        UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: $0, as: UInt64.self))
      }
    }
  }

  static func ledger(_ db: Database) throws -> [LedgerEntry] {
    try db.rows("SELECT * FROM release ORDER BY number").map { row in
      LedgerEntry(
        number: try row.integer("number"), campaign: try row.id("campaign"),
        day: try row.day("day"), content: try row.text("content"),
        previous: try row.text("previous"), hash: try row.text("hash"))
    }
  }
}
