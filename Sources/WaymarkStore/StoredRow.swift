internal import Foundation
internal import GRDB
internal import GRDBSQLite
internal import Waymark
import WaymarkBasics

/// A row of a query, each column of which may be anything: a damaged file keeps no type.
///
/// Everything that this module reads goes through here, but for the sheets that are stepped through as
/// bytes. What is not of its kind is damage, told by table and column.
struct StoredRow {
  private let row: Row
  private let query: String

  fileprivate init(_ row: Row, of query: String) {
    self.row = row
    self.query = query
  }

  // MARK: - Values of SQLite

  func text(_ column: String) throws -> String { try some(textIfAny(column), column) }

  func textIfAny(_ column: String) throws -> String? {
    switch value(column) {
    case .string(let text): text
    case .null: nil
    default: throw fault(column)
    }
  }

  /// A whole number; the range keeps what is computed with it from overflowing.
  func integer(_ column: String, in range: ClosedRange<Int> = 0...Int(Int32.max)) throws -> Int {
    try some(integerIfAny(column, in: range), column)
  }

  func integerIfAny(
    _ column: String, in range: ClosedRange<Int> = 0...Int(Int32.max)
  ) throws -> Int? {
    guard let number = try numberIfAny(column) else { return nil }
    return try some(Int(exactly: number).flatMap { range.contains($0) ? $0 : nil }, column)
  }

  /// Any number that SQLite can hold.
  func number(_ column: String) throws -> Int64 { try some(numberIfAny(column), column) }

  func flag(_ column: String) throws -> Bool { try integer(column, in: 0...1) == 1 }

  /// Seconds that something took.
  func seconds(_ column: String) throws -> Double {
    guard case .double(let seconds) = value(column), (0...1e12).contains(seconds) else {
      throw fault(column)
    }
    return seconds
  }

  func bytes(_ column: String) throws -> [UInt8] {
    guard case .blob(let data) = value(column) else { throw fault(column) }
    return [UInt8](data)
  }

  // MARK: - Values of Waymark

  func id<Subject>(_ column: String) throws -> ID<Subject> {
    try some(idIfAny(column), column)
  }

  func idIfAny<Subject>(_ column: String) throws -> ID<Subject>? {
    try textIfAny(column).map { try some(ID($0), column) }
  }

  func day(_ column: String) throws -> CalendarDate { try some(dayIfAny(column), column) }

  func dayIfAny(_ column: String) throws -> CalendarDate? {
    try textIfAny(column).map { try some(CalendarDate($0), column) }
  }

  func uuid(_ column: String) throws -> UUID { try some(uuidIfAny(column), column) }

  func uuidIfAny(_ column: String) throws -> UUID? {
    try textIfAny(column).map { try some(UUID(uuidString: $0), column) }
  }

  func json<Value: Decodable>(_ column: String) throws -> Value {
    let text = try text(column)
    do {
      return try JSONDecoder().decode(Value.self, from: Data(text.utf8))
    } catch {
      throw fault(column)
    }
  }

  func list<Subject>(_ column: String) throws -> [ID<Subject>] {
    try (json(column) as [String]).map { try some(ID($0), column) }
  }

  /// What a column is read as, when it can be.
  func some<Value>(_ value: Value?, _ column: String) throws -> Value {
    guard let value else { throw fault(column) }
    return value
  }

  fileprivate func firstNumber() throws -> Int64? { try numberIfAny(row.columnNames.first ?? "") }

  fileprivate func firstText() throws -> String? { try textIfAny(row.columnNames.first ?? "") }

  func numberIfAny(_ column: String) throws -> Int64? {
    switch value(column) {
    case .int64(let number): number
    case .null: nil
    default: throw fault(column)
    }
  }

  private func value(_ column: String) -> DatabaseValue.Storage {
    ((row[column] as DatabaseValue?) ?? .null).storage
  }

  /// The damage of a column that holds what it cannot.
  func fault(_ column: String) -> DatabaseError {
    let table = query.firstMatch(of: /FROM\s+(\w+)/).map { String($0.1) }
    return StoredValue.fault(.otherKind(column: column, table: table))
  }
}

extension Database {
  func rows(
    _ sql: String, _ arguments: StatementArguments = StatementArguments()
  ) throws -> [StoredRow] {
    try Row.fetchAll(self, sql: sql, arguments: arguments).map { StoredRow($0, of: sql) }
  }

  func row(
    _ sql: String, _ arguments: StatementArguments = StatementArguments()
  ) throws -> StoredRow? {
    try Row.fetchOne(self, sql: sql, arguments: arguments).map { StoredRow($0, of: sql) }
  }

  /// Hands rows over one after the other; a row is good until the next.
  func forEachRow(
    _ sql: String, _ arguments: StatementArguments = StatementArguments(),
    _ body: (StoredRow) throws -> Void
  ) throws {
    let rows = try Row.fetchCursor(self, sql: sql, arguments: arguments)
    while let row = try rows.next() { try body(StoredRow(row, of: sql)) }
  }

  /// The number in the first column of the first row; `nil` without a row, or where it has none.
  func number(
    _ sql: String, _ arguments: StatementArguments = StatementArguments()
  ) throws -> Int64? {
    try row(sql, arguments)?.firstNumber()
  }

  /// The text in the first column of the first row; `nil` without a row, or where it has none.
  func text(
    _ sql: String, _ arguments: StatementArguments = StatementArguments()
  ) throws -> String? {
    try row(sql, arguments)?.firstText()
  }

  /// Whether a query gives a row.
  func holds(
    _ sql: String, _ arguments: StatementArguments = StatementArguments()
  ) throws -> Bool {
    try row(sql, arguments) != nil
  }
}

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

/// Writes values as only this module reads them back, and says when they cannot be.
enum StoredValue {
  static func list<Subject>(_ ids: [ID<Subject>]) throws -> String {
    try json(ids.map(\.description))
  }

  /// Values that a store keeps for itself, in Foundation's JSON: it is no document, and what stores of
  /// before hold is read back by the same types.
  static func json(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  /// What JSON says, when it says something of that kind.
  static func value<Value: Decodable>(_: Value.Type, of json: String) -> Value? {
    try? JSONDecoder().decode(Value.self, from: Data(json.utf8))
  }

  static func value<Value>(_ value: Value?) throws -> Value {
    guard let value else { throw fault(.otherKind()) }
    return value
  }

  static func fault(_ damage: StoreDamage) -> DatabaseError {
    DatabaseError(resultCode: .SQLITE_CORRUPT, message: damage.words)
  }
}
