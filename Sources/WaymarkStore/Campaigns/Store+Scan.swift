internal import Dispatch
internal import Foundation
internal import GRDB
internal import GRDBSQLite
internal import Synchronization
internal import Waymark
import WaymarkBasics

extension Store {
  /// How many sheets make a second thread worth its start.
  package static let sheetsForTwoThreads = 100_000

  /// Goes through the sheets of a campaign as they stood at one moment, a large one in two halves at
  /// once.
  ///
  /// - Parameters:
  ///   - least: from how many sheets on there are two halves.
  ///   - progress: told how many sheets of how many are done.
  ///   - work: what is made of the sheets with some numbers, and how many they were; it tells how many
  ///     more are done.
  /// - Returns: what was made of each part, in their order.
  /// - Throws: `StoreError`; `unknown` when there is no such campaign.
  func scan<Part: Sendable>(
    _ campaign: ID<Campaign>, halvedFrom least: Int,
    progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in },
    work:
      @Sendable (
        _ numbers: ClosedRange<Int64>, _ db: Database, _ tell: (_ more: Int) -> Void
      ) throws -> (Part, sheets: Int)
  ) throws -> [Part] {
    // On one core two threads only take each other's place.
    if ProcessInfo.processInfo.activeProcessorCount > 1 {
      // Two connections see the same moment when nothing was written between their beginnings.
      for _ in 0..<3 {
        if let parts = try scanHalves(of: campaign, from: least, progress: progress, work: work) {
          return parts
        }
      }
    }
    let path = path
    return try read { db in
      let numbers = try Self.sheetNumbers(of: campaign, in: db, path: path)
      var done = 0
      let (part, sheets) = try work(numbers, db) {
        done += $0
        progress(done, numbers.count)
      }
      try Self.check(sheets, of: campaign, in: db)
      return [part]
    }
  }

  /// `nil` for a campaign that is not large, or when another run wrote to the store meanwhile.
  private func scanHalves<Part: Sendable>(
    of campaign: ID<Campaign>, from least: Int, progress: @escaping @Sendable (Int, Int) -> Void,
    work: @Sendable (ClosedRange<Int64>, Database, (Int) -> Void) throws -> (Part, sheets: Int)
  ) throws -> [Part]? {
    let path = path
    let whole = try read { db in try Self.sheetNumbers(of: campaign, in: db, path: path) }
    guard whole.count >= max(2, least) else { return nil }
    let middle = (whole.lowerBound + whole.upperBound) / 2
    let halves = [whole.lowerBound...middle, (middle + 1)...whole.upperBound]
    let done = Mutex(0)
    let results = Mutex<[Int: Result<(changes: Int, part: Part, sheets: Int), any Error>]>([:])
    DispatchQueue.concurrentPerform(iterations: halves.count) { half in
      let result = Result {
        try Store(besides: path).read { db in
          // In KiB: a scan reads no page twice, and there are two of them.
          try db.execute(sql: "PRAGMA cache_size = -256")
          let changes = try StoreIdentity.changes(db)
          let (part, sheets) = try work(halves[half], db) { more in
            let sum = done.withLock { sum in
              sum += more
              return sum
            }
            progress(sum, whole.count)
          }
          return (changes: changes, part: part, sheets: sheets)
        }
      }
      results.withLock { $0[half] = result }
    }
    return try results.withLock { results in
      // Taken out, so that one can be added to the other where it stands.
      defer { results = [:] }
      let parts = try halves.indices.compactMap { try results[$0]?.get() }
      guard let changes = parts.first?.changes, parts.allSatisfy({ $0.changes == changes }) else {
        return nil
      }
      let sheets = parts.reduce(0) { $0 + $1.sheets }
      return try read { db in
        guard try StoreIdentity.changes(db) == changes else { return nil }
        try Self.check(sheets, of: campaign, in: db)
        return parts.map(\.part)
      }
    }
  }

  /// Refuses a scan that did not see every sheet: on a page in the wrong place they may be out of
  /// reach.
  static func check(
    _ sheets: Int, of campaign: ID<Campaign>, in db: Database
  ) throws {
    let kept = try db.number(
      """
      SELECT sheets FROM sheet_count JOIN campaign ON campaign.number = sheet_count.campaign
      WHERE campaign.id = ?
      """, [campaign.description])
    guard kept.map({ $0 == sheets }) ?? true else {
      throw StoredValue.fault(.sheetsMissing(found: sheets, kept: Int(kept ?? 0)))
    }
  }

  /// The numbers from the first to the last of a campaign's sheets; an empty campaign has one number,
  /// of no sheet.
  private static func sheetNumbers(
    of campaign: ID<Campaign>, in db: Database, path: String
  ) throws -> ClosedRange<Int64> {
    guard let number = try CampaignRow.number(of: campaign, in: db) else {
      throw StoreError(.unknown(campaign.description), path: path)
    }
    let all = CampaignRow.sheetNumbers(of: number)
    // Asked for together, they would be looked up in the whole table.
    func end(_ which: String) throws -> Int64 {
      try db.number(
        "SELECT \(which)(number) FROM answer_sheet WHERE number BETWEEN ? AND ?",
        [all.lowerBound, all.upperBound]) ?? all.lowerBound
    }
    return try end("min")...end("max")
  }
}

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
    else { throw StoredValue.fault(.otherSheetLength) }
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
