import CLibMD
import Foundation
internal import GRDB
internal import GRDBSQLite

/// A sum over the rows of a store, written with every change, by which a byte that changed later is
/// found where SQLite itself takes any value for good.
///
/// It is no secret: whoever means to change a store can make it anew.
enum StoreSeal {
  /// Up to how many pages of 4 KiB the sheets of campaigns are sealed too: summing those of more would
  /// take longer than what is done with them.
  static let mostPages = 4096

  /// The tables that grow with the people of a campaign.
  private static let sheetTables = ["answer_sheet", "looking_back", "done_entry"]

  /// Writes the sum over everything as it stands.
  static func renew(_ db: Database) throws {
    guard let tables = try sealedTables(db) else { return }
    let isSmall = try db.number("PRAGMA page_count") ?? 0 <= mostPages
    try db.execute(
      sql: "INSERT OR REPLACE INTO seal VALUES (1, ?, ?)",
      arguments: [
        try sum(over: tables, db), isSmall ? try sum(over: sheetTables, db) : nil,
      ])
  }

  /// Whether everything that is sealed stands as it was written.
  static func isWhole(_ db: Database) throws -> Bool {
    guard let tables = try sealedTables(db), let seal = try db.row("SELECT * FROM seal") else {
      return true
    }
    guard try seal.number("everything") == sum(over: tables, db) else { return false }
    return try seal.numberIfAny("sheets").map { try $0 == sum(over: sheetTables, db) } ?? true
  }

  /// The tables whose rows are in the sum; `nil` in a store of an earlier version, which has none.
  private static func sealedTables(_ db: Database) throws -> [String]? {
    // Each entry of the ledger holds a hash of the one before, and of the rows that it gave out.
    let apart = ["seal", "writer", "release", "exported"] + sheetTables
    var (tables, isSealed) = (["sqlite_schema"], false)
    try forEachRow("SELECT name FROM sqlite_schema WHERE type = 'table'", db) { row in
      guard let text = sqlite3_column_text(row, 0) else { return }
      let name = String(cString: text)
      isSealed = isSealed || name == "seal"
      if !name.hasPrefix("sqlite_"), !apart.contains(name) { tables.append(name) }
    }
    return isSealed ? tables : nil
  }

  /// The sum over the rows of tables, whatever their order.
  private static func sum(over tables: [String], _ db: Database) throws -> Int64 {
    var sum: UInt64 = 0
    for table in tables {
      // Where a table begins in the file is no part of what it says.
      let columns = table == "sqlite_schema" ? "type, name, tbl_name, sql" : "*"
      let start = RowSum(table)
      try forEachRow("SELECT \(columns) FROM \"\(table)\"", db) { row in
        var part = start
        for column in 0..<sqlite3_column_count(row) { part.add(column, of: row) }
        sum &+= part.value
      }
    }
    return Int64(bitPattern: sum)
  }

  /// Steps through a query directly: rows of GRDB's would cost more than the sum.
  private static func forEachRow(
    _ query: String, _ db: Database, _ body: (SQLiteStatement) -> Void
  ) throws {
    let prepared = try db.cachedStatement(sql: query)
    let statement = prepared.sqliteStatement
    // The pointer is good as long as what it was taken from.
    defer { withExtendedLifetime(prepared) { _ = sqlite3_reset(statement) } }
    var code = sqlite3_step(statement)
    while code == SQLITE_ROW {
      body(statement)
      code = sqlite3_step(statement)
    }
    guard code == SQLITE_DONE else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
  }

  /// A sum in which every byte counts: each step can be undone, so that two rows that differ in one
  /// value never have the same.
  private struct RowSum {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    init(_ table: String) {
      for byte in table.utf8 { add(UInt64(byte)) }
    }

    mutating func add(_ column: Int32, of row: SQLiteStatement) {
      let type = sqlite3_column_type(row, column)
      add(UInt64(type))
      switch type {
      case SQLITE_NULL: break
      case SQLITE_INTEGER: add(UInt64(bitPattern: sqlite3_column_int64(row, column)))
      case SQLITE_FLOAT: add(sqlite3_column_double(row, column).bitPattern)
      default:
        let start = sqlite3_column_blob(row, column)
        add(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(row, column))))
      }
    }

    private mutating func add(_ bytes: UnsafeRawBufferPointer) {
      add(UInt64(bytes.count))
      let words = bytes.count / 8
      for word in 0..<words {
        add(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: word * 8, as: UInt64.self)))
      }
      for byte in bytes[(words * 8)...] { add(UInt64(byte)) }
    }

    private mutating func add(_ word: UInt64) {
      value = (value ^ word) &* 0x9E37_79B9_7F4A_7C15
      value ^= value >> 32
    }
  }
}

/// The SHA-256 of bytes, which tells two versions of a file apart.
public struct SHA256 {
  private var context = SHA2_CTX()

  /// The digest of no bytes so far.
  package init() { SHA256Init(&context) }

  /// Adds bytes to those that the digest is of.
  package mutating func add(_ bytes: [UInt8]) { SHA256Update(&context, bytes, bytes.count) }

  /// The digest of all that was added, as 64 lower-case hexadecimal digits.
  package func hex() -> String {
    // Finishing uses the context up.
    var context = context
    var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
    SHA256Final(&digest, &context)
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// The digest of some bytes.
  public static func hex(of bytes: [UInt8]) -> String {
    var digest = SHA256()
    digest.add(bytes)
    return digest.hex()
  }

  /// The digest of a text's UTF-8 as 64 lower-case hexadecimal digits.
  @Sendable package static func hex(_ text: String) -> String { hex(of: Array(text.utf8)) }
}

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
