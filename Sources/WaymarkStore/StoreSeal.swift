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
    guard try isKept(db) else { return }
    let isSmall = try db.number("PRAGMA page_count") ?? 0 <= mostPages
    try db.execute(
      sql: "UPDATE writer SET seal = ?, sheet_seal = ?",
      arguments: [
        try sum(over: tables(db), db), isSmall ? try sum(over: sheetTables, db) : nil,
      ])
  }

  /// Whether everything that is sealed stands as it was written.
  static func isWhole(_ db: Database) throws -> Bool {
    guard let row = try db.row("SELECT * FROM writer") else { return false }
    func stands(_ seal: Int64?, _ tables: [String]) throws -> Bool {
      try seal.map { try $0 == sum(over: tables, db) } ?? true
    }
    return try stands(row.numberIfAny("seal"), tables(db))
      && stands(row.numberIfAny("sheet_seal"), sheetTables)
  }

  /// Whether a store is of a version that has a seal.
  private static func isKept(_ db: Database) throws -> Bool {
    try db.row("SELECT * FROM writer")?.has("seal") ?? false
  }

  private static func tables(_ db: Database) throws -> [String] {
    // Each entry of the ledger holds a hash of the one before.
    let apart = ["writer", "release"] + sheetTables
    return try db.rows("SELECT name FROM sqlite_schema WHERE type = 'table'")
      .map { try $0.text("name") }
      .filter { !$0.hasPrefix("sqlite_") && !apart.contains($0) } + ["sqlite_schema"]
  }

  /// The sum over the rows of tables, whatever their order.
  private static func sum(over tables: [String], _ db: Database) throws -> Int64 {
    var sum: UInt64 = 0
    for table in tables {
      // Where a table begins in the file is no part of what it says.
      let columns = table == "sqlite_schema" ? "type, name, tbl_name, sql" : "*"
      let name = table.replacing("\"", with: "\"\"")
      // Prepared directly: what GRDB finds out of a statement would cost more than the sum.
      var statement: SQLiteStatement?
      let prepared = sqlite3_prepare_v2(
        db.sqliteConnection, "SELECT \(columns) FROM \"\(name)\"", -1, &statement, nil)
      defer { sqlite3_finalize(statement) }
      guard prepared == SQLITE_OK, let statement else {
        throw DatabaseError(resultCode: ResultCode(rawValue: prepared))
      }
      let start = RowSum(table)
      while true {
        let code = sqlite3_step(statement)
        if code == SQLITE_DONE { break }
        guard code == SQLITE_ROW else {
          throw DatabaseError(resultCode: ResultCode(rawValue: code))
        }
        var row = start
        for column in 0..<sqlite3_column_count(statement) { row.add(column, of: statement) }
        sum &+= row.value
      }
    }
    return Int64(bitPattern: sum)
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
