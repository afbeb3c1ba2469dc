import CLibMD
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
