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
    try StoredValue.value(db.row("SELECT changes FROM writer")).integer(
      "changes", in: 0...Int.max / 2)
  }

  /// Whether what was written last was written to this store.
  static func isWhole(_ db: Database) throws -> Bool {
    try db.holds("SELECT 1 FROM identity JOIN writer USING (store)")
  }
}

/// The first 100 bytes of a store's file, read before SQLite is asked: it believes whatever they say.
struct StoreHeader {
  /// No store takes more steps than this; a larger number is no version.
  private static let mostSteps = 1000
  private static let magic = Array("SQLite format 3\0".utf8)

  private let bytes: [UInt8]
  private let path: String

  /// Reads the header of a file that is there.
  init(of path: String) throws(StoreError) {
    self.path = path
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.system(path) }
    defer { close(descriptor) }
    var start = [UInt8](repeating: 0, count: 100)
    let count = pread(descriptor, &start, start.count, 0)
    guard count >= 0 else { throw Self.system(path) }
    bytes = start
    guard count == start.count, start.starts(with: Self.magic) else {
      throw StoreError(.otherBeginning, path: path)
    }
  }

  /// Whether a log of changes, as earlier versions of Waymark kept one, belongs to the file.
  var hasLog: Bool { bytes[18] == 2 || bytes[19] == 2 }

  /// Refuses what is no store, or none of a version that is known.
  func check(newest: Int) throws(StoreError) {
    guard number(at: 68) == UInt32(Schema.applicationID) else {
      throw StoreError(.foreign, path: path)
    }
    let version = Int(number(at: 60))
    guard (1...Self.mostSteps).contains(version) else {
      throw StoreError(.noVersion(version), path: path)
    }
    guard version <= newest else {
      throw StoreError(.newer(found: version, known: newest), path: path)
    }
  }

  private func number(at place: Int) -> UInt32 {
    bytes[place..<place + 4].reduce(0) { $0 << 8 | UInt32($1) }
  }

  private static func system(_ path: String) -> StoreError {
    StoreError(.system(String(cString: strerror(errno))), path: path)
  }
}
