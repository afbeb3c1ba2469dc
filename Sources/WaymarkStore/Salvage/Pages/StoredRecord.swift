/// A row of a table as it stands in the file.
///
/// The format is the one of SQLite's documentation, "Database File Format", section 2.1.
struct StoredRecord {
  enum Value: Equatable {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)
    case blob([UInt8])

    var integer: Int64? { if case .integer(let integer) = self { integer } else { nil } }
    var text: String? { if case .text(let text) = self { text } else { nil } }
  }

  /// The number of the row in its table; `nil` for an entry of an index, which has none.
  let row: Int64?
  let values: [Value]

  /// `nil` unless the bytes are those of a record to the last one.
  init?(row: Int64?, _ bytes: ArraySlice<UInt8>) {
    guard let (types, body) = Self.types(bytes, length: bytes.count) else { return nil }
    var place = body
    var values: [Value] = []
    for type in types {
      let size = Self.size(of: Int64(type)) ?? 0
      values.append(Self.value(type, bytes[place..<place + size]))
      place += size
    }
    (self.row, self.values) = (row, values)
  }

  /// Whether bytes begin a record that has this length in all.
  static func begin(_ bytes: ArraySlice<UInt8>, length: Int) -> Bool {
    types(bytes, length: length) != nil
  }

  /// What its values are, and where they begin; `nil` unless they take up all of the length.
  private static func types(
    _ bytes: ArraySlice<UInt8>, length: Int
  ) -> (types: [Int], body: Int)? {
    guard let (head, first) = Varint.read(bytes, at: bytes.startIndex), (2...100).contains(head),
      Int(head) <= bytes.count
    else { return nil }
    let body = bytes.startIndex + Int(head)
    var (types, place, end) = ([Int](), first, Int(head))
    while place < body {
      guard let (type, next) = Varint.read(bytes, at: place), next <= body,
        let size = size(of: type)
      else { return nil }
      types.append(Int(type))
      (place, end) = (next, end + size)
    }
    return end == length ? (types, body) : nil
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
      let text = type & 1 == 1 ? String(validating: bytes, as: UTF8.self) : nil
      return text.map(Value.text) ?? .blob(Array(bytes))
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
