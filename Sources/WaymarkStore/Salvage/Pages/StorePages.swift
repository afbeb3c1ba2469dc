import Foundation

/// The pages of a store's file as bytes, with what a journal beside it has in their place.
///
/// Read without SQLite, which gives nothing of a file whose schema it cannot read.
struct StorePages {
  /// The numbers of the sizes that a page can have.
  static let sizes = (9...16).map { 1 << $0 }

  /// How many bytes a page has.
  let size: Int
  private let file: Data
  private var instead: [Int: [UInt8]] = [:]

  init(_ file: Data, size: Int) {
    self.file = file
    self.size = size
  }

  /// The numbers of the pages that there are, of which the last in the file may be cut off.
  var numbers: [Int] {
    let count = (file.count + size - 1) / size
    return (0..<count).map { $0 + 1 } + instead.keys.filter { $0 > count }.sorted()
  }

  /// The bytes of a page, counted from 1; none of a page that is not there, zeros for what was cut off.
  func page(_ number: Int) -> [UInt8] {
    if let page = instead[number] { return page }
    let start = (number - 1) * size
    guard number >= 1, start < file.count else { return [] }
    var page = [UInt8](file[start..<min(start + size, file.count)])
    page += repeatElement(0, count: size - page.count)
    return page
  }

  /// Puts what a journal holds in the place of pages.
  mutating func put(_ pages: [Int: [UInt8]]) {
    instead.merge(pages.filter { $0.value.count == size }) { $1 }
  }
}

extension Data {
  /// Four bytes as a number, the highest first; the data begins at 0.
  func number(at place: Int) -> UInt32 {
    self[place..<place + 4].reduce(0) { $0 << 8 | UInt32($1) }
  }
}

/// Which pages of a store belong to which table, as far as its schema tells.
struct TableNames {
  /// The names by page; a page that two tables lay claim to has none.
  private var names: [Int: String?] = [:]

  /// - Parameter records: all rows that could be found, those of the schema among them.
  init(_ records: [StoredRecord], in pages: StorePages) {
    for record in records {
      guard Self.isOfSchema(record), record.values[0] == .text("table"),
        let name = record.values[1].text, let root = record.values[3].integer,
        (1...Int64(Int32.max)).contains(root)
      else { continue }
      claim(from: Int(root), for: name, in: pages)
    }
  }

  /// The name of the table that a page belongs to, or `nil`.
  subscript(page: Int) -> String? { names[page] ?? nil }

  /// Whether a row says what a table, an index or the like is made of.
  static func isOfSchema(_ record: StoredRecord) -> Bool {
    record.values.count == 5 && record.values[3].integer != nil
      && record.values[...2].allSatisfy { $0.text != nil }
  }

  private mutating func claim(from root: Int, for name: String, in pages: StorePages) {
    var (waiting, seen) = ([root], Set<Int>())
    while let number = waiting.popLast() {
      guard seen.insert(number).inserted else { continue }
      let page = TreePage(number, of: pages)
      if page.isTableLeaf {
        names[number] = names[number].map { $0 == name ? name : nil } ?? name
      }
      waiting += page.children
    }
  }
}

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
