internal import GRDB
internal import GRDBSQLite

/// Binds the values of one row to a statement from left to right, and steps it.
struct BoundRow: ~Copyable {
  // SQLite copies what is bound so, before the call returns.
  private static let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

  private let statement: SQLiteStatement
  private var place: Int32 = 0

  init(_ statement: SQLiteStatement) { self.statement = statement }

  mutating func bind(_ integer: Int64?) {
    guard let integer else { return bindNull() }
    place += 1
    sqlite3_bind_int64(statement, place, integer)
  }

  mutating func bind(_ text: String?) {
    guard var text else { return bindNull() }
    text.withUTF8 { bindText($0) }
  }

  /// Binds UTF-8 as text.
  mutating func bind(_ text: [UInt8]?) {
    guard let text else { return bindNull() }
    text.withUnsafeBufferPointer { bindText($0) }
  }

  private mutating func bindNull() {
    place += 1
    sqlite3_bind_null(statement, place)
  }

  private mutating func bindText(_ bytes: UnsafeBufferPointer<UInt8>) {
    place += 1
    guard !bytes.isEmpty else {
      // No bytes may have no address, which would bind NULL.
      sqlite3_bind_text(statement, place, "", 0, Self.transient)
      return
    }
    _ = bytes.withMemoryRebound(to: CChar.self) {
      sqlite3_bind_text(statement, place, $0.baseAddress, Int32($0.count), Self.transient)
    }
  }

  /// Runs the statement, which gives no rows.
  ///
  /// - Throws: `DatabaseError`.
  consuming func step() throws {
    let code = sqlite3_step(statement)
    let reset = sqlite3_reset(statement)
    guard code == SQLITE_DONE else { throw DatabaseError(resultCode: ResultCode(rawValue: reset)) }
  }
}
