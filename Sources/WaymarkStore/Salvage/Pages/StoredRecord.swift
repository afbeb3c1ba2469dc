/// A row of a table as it stands in the file.
///
/// The format is the one of SQLite's documentation, "Database File Format", section 2.1.
struct StoredRecord {
  enum Value: Equatable {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)
    case blob

    var integer: Int64? { if case .integer(let integer) = self { integer } else { nil } }
    var text: String? { if case .text(let text) = self { text } else { nil } }
  }

  /// The number of the row in its table.
  let row: Int64
  let values: [Value]

  /// `nil` unless the bytes are those of a record to the last one.
  init?(row: Int64, _ bytes: ArraySlice<UInt8>) {
    guard let (length, first) = Varint.read(bytes, at: bytes.startIndex),
      (2...100).contains(length), Int(length) <= bytes.count
    else { return nil }
    let body = bytes.startIndex + Int(length)
    var (types, place) = ([Int](), first)
    var end = body
    while place < body {
      guard let (type, next) = Varint.read(bytes, at: place), next <= body,
        let size = Self.size(of: type)
      else { return nil }
      types.append(Int(type))
      (place, end) = (next, end + size)
    }
    guard end == bytes.endIndex else { return nil }
    place = body
    var values: [Value] = []
    for type in types {
      let size = Self.size(of: Int64(type)) ?? 0
      values.append(Self.value(type, bytes[place..<place + size]))
      place += size
    }
    (self.row, self.values) = (row, values)
  }

  private static func size(of type: Int64) -> Int? {
    switch type {
    case 0...4: Int(type)
    case 5: 6
    case 6, 7: 8
    case 8, 9: 0
    case 12...(1 << 24): Int(type - 12) / 2
    default: nil
    }
  }

  private static func value(_ type: Int, _ bytes: ArraySlice<UInt8>) -> Value {
    switch type {
    case 0: return .null
    case 7: return .real(Double(bitPattern: bytes.reduce(0) { $0 << 8 | UInt64($1) }))
    case 1...6:
      let isNegative = bytes.first.map { $0 & 0x80 != 0 } ?? false
      return .integer(bytes.reduce(isNegative ? -1 : 0) { $0 << 8 | Int64($1) })
    case 8, 9: return .integer(Int64(type - 8))
    // Bytes that are no UTF-8 are no text that anybody wrote.
    default:
      return type & 1 == 1
        ? String(validating: bytes, as: UTF8.self).map(Value.text) ?? .blob : .blob
    }
  }
}

/// Numbers of one to nine bytes, as SQLite writes them.
enum Varint {
  /// The number at a place and the place behind it; `nil` when the bytes end in it.
  static func read(_ bytes: ArraySlice<UInt8>, at start: Int) -> (number: Int64, end: Int)? {
    var (number, place): (UInt64, Int) = (0, start)
    while place < bytes.endIndex {
      let byte = bytes[place]
      place += 1
      if place - start == 9 { return (Int64(bitPattern: number << 8 | UInt64(byte)), place) }
      number = number << 7 | UInt64(byte & 0x7F)
      if byte < 0x80 { return (Int64(bitPattern: number), place) }
    }
    return nil
  }
}
