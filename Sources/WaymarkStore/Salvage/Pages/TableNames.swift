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
