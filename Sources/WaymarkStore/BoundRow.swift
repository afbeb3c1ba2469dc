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
    place += 1
    if let integer {
      sqlite3_bind_int64(statement, place, integer)
    } else {
      sqlite3_bind_null(statement, place)
    }
  }

  /// Binds UTF-8 as text.
  mutating func bind(_ text: [UInt8]?) {
    place += 1
    guard let text else {
      sqlite3_bind_null(statement, place)
      return
    }
    guard !text.isEmpty else {
      // An empty array may have no address, which would bind NULL.
      sqlite3_bind_text(statement, place, "", 0, Self.transient)
      return
    }
    text.withUnsafeBufferPointer { bytes in
      _ = bytes.withMemoryRebound(to: CChar.self) {
        sqlite3_bind_text(statement, place, $0.baseAddress, Int32(text.count), Self.transient)
      }
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
