internal import Foundation
internal import GRDB
internal import GRDBSQLite

/// The answer sheets with some numbers, a row after the other, as bytes.
///
/// Stepped directly: a row of GRDB's costs nearly as much again as the scan itself.
struct SheetCursor: ~Copyable {
  private let statement: Statement
  private let pointer: SQLiteStatement
  /// How many rows were read so far.
  private(set) var count = 0

  /// - Parameter columns: the columns to read, parted by commas; read by their places.
  init(_ columns: String, numbers: ClosedRange<Int64>, in db: Database) throws {
    let statement = try db.makeStatement(
      sql: "SELECT \(columns) FROM answer_sheet WHERE number BETWEEN ? AND ?")
    try statement.setArguments([numbers.lowerBound, numbers.upperBound])
    self.statement = statement
    pointer = statement.sqliteStatement
  }

  deinit { sqlite3_reset(pointer) }

  /// Whether there is another row, which can then be read.
  mutating func next() throws -> Bool {
    switch sqlite3_step(pointer) {
    case SQLITE_ROW:
      count += 1
      return true
    case SQLITE_DONE: return false
    case let code: throw DatabaseError(resultCode: ResultCode(rawValue: code))
    }
  }

  func integer(_ column: Int32) -> Int? {
    let number = sqlite3_column_int64(pointer, column)
    return number == 0 && isNull(column) ? nil : Int(number)
  }

  /// A text of a known length; the bytes are good until the next row.
  func text(_ column: Int32, length: Int) throws -> UnsafeRawBufferPointer {
    // The text ends with a zero: to look for it is faster than to ask SQLite for the length.
    guard let text = sqlite3_column_text(pointer, column),
      strnlen(UnsafeRawPointer(text).assumingMemoryBound(to: CChar.self), length + 1) == length
    else { throw Stored.fault("an answer sheet does not have the length of its documents") }
    return UnsafeRawBufferPointer(start: text, count: length)
  }

  /// A text that may be missing.
  func optionalText(_ column: Int32, length: Int) throws -> UnsafeRawBufferPointer? {
    isNull(column) ? nil : try text(column, length: length)
  }

  private func isNull(_ column: Int32) -> Bool {
    sqlite3_column_type(pointer, column) == SQLITE_NULL
  }
}
