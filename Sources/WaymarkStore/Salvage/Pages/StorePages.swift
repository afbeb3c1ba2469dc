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
