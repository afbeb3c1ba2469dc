import Foundation
import GRDB

/// Where a row stands in the file of a store, worked out from SQLite's documentation ("Database File
/// Format", sections 1.6 and 2.1) and from what a query says of it.
struct SampleCell {
  /// The first value of the row that tells it from others of its table.
  let key: String
  let place: Int
  let bytes: [UInt8]

  private static let pageSize = 4096

  /// The cells of a table.
  ///
  /// - Parameters:
  ///   - key: the column that tells one row from the others.
  ///   - alias: the column that is the number of the row, and stands in the file as nothing.
  ///   - isIndex: whether the table is kept as an index, so that its rows have no number.
  static func cells(
    of table: String, key: String, alias: String? = nil, isIndex: Bool = false,
    in db: Database, file: Data
  ) throws -> [SampleCell] {
    let number = isIndex ? "0" : "rowid"
    return try Row.fetchAll(db, sql: "SELECT \(number) AS rowid_, * FROM \(table)").map { row in
      let values: [DatabaseValue] = row.columnNames.dropFirst().map {
        $0 == alias ? .null : row[$0]
      }
      let body = record(values)
      let bytes = varint(body.count) + (isIndex ? [] : varint(row["rowid_"])) + body
      let found = try Int.fetchOne(db, sql: "SELECT instr(?, ?)", arguments: [file, Data(bytes)])
      guard let found, found > 0 else { throw Missing(table: table, row: "\(row)") }
      return SampleCell(key: row[key], place: found - 1, bytes: bytes)
    }
  }

  /// A row that does not stand in the file as it should.
  struct Missing: Error {
    let table: String
    let row: String
  }

  /// Whether all of its bytes are still there, on its page or on another one that stands instead.
  func isWhole(in file: [UInt8]) -> Bool {
    if stands(at: place, in: file) { return true }
    return stride(from: place % Self.pageSize, to: file.count, by: Self.pageSize)
      .contains { stands(at: $0, in: file) }
  }

  private func stands(at place: Int, in file: [UInt8]) -> Bool {
    place + bytes.count <= file.count && file[place] == bytes[0]
      && file[place..<place + bytes.count].elementsEqual(bytes)
  }

  private static func record(_ values: [DatabaseValue]) -> [UInt8] {
    var (types, body) = ([UInt8](), [UInt8]())
    for value in values {
      switch value.storage {
      case .null: types += varint(0)
      case .int64(0): types += varint(8)
      case .int64(1): types += varint(9)
      case .int64(let number):
        let sizes = [1, 2, 3, 4, 6, 8]
        // Below zero the bits before the first that counts are ones.
        let length = sizes.first { (number < 0 ? ~number : number) >> ($0 * 8 - 1) == 0 } ?? 8
        types += varint((sizes.firstIndex(of: length) ?? 5) + 1)
        body += (0..<length).reversed().map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
      case .double(let number):
        types += varint(7)
        body += (0..<8).reversed().map { UInt8(truncatingIfNeeded: number.bitPattern >> ($0 * 8)) }
      case .string(let text):
        types += varint(13 + 2 * text.utf8.count)
        body += Array(text.utf8)
      case .blob(let data):
        types += varint(12 + 2 * data.count)
        body += [UInt8](data)
      }
    }
    // None of these heads is longer than 126 bytes.
    return [UInt8(types.count + 1)] + types + body
  }

  private static func varint(_ number: Int) -> [UInt8] {
    var (bytes, rest) = ([UInt8(number & 0x7F)], number >> 7)
    while rest > 0 {
      bytes.insert(UInt8(rest & 0x7F) | 0x80, at: 0)
      rest >>= 7
    }
    return bytes
  }
}
