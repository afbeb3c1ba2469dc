internal import Foundation

/// The rows of a store's pages that are of use: answers, the schema, and who the store is.
struct SalvagedPages {
  private var pages: StorePages
  private var records: [(page: Int, record: StoredRecord)] = []

  init(_ pages: StorePages) {
    self.pages = pages
    read()
  }

  /// Puts what a journal holds in the place of pages.
  mutating func put(_ journal: [Int: [UInt8]]) {
    guard !journal.isEmpty else { return }
    pages.put(journal)
    read()
  }

  /// The ids that the store is known by.
  var identities: [String] {
    records.compactMap { Self.isIdentity($0.record) ? $0.record.values[1].text : nil }
  }

  /// Whether whoever wrote last is the store itself, as far as both can be read.
  var areOfOneStore: Bool {
    let writers = records.compactMap { _, record in
      record.values.count > 2 && Self.isStore(record) ? record.values[1].text : nil
    }
    return identities.isEmpty || writers.allSatisfy(identities.contains)
  }

  /// All answers, those of each assessment in the order they were given.
  var answers: [SalvagedAnswer] {
    let names = TableNames(records.map(\.record), in: pages)
    var found = SalvagedAnswers()
    for (page, record) in records {
      guard let part = SalvagedPart(record) else { continue }
      found.add(part, from: names[page])
    }
    return found.answers
  }

  private mutating func read() {
    records = []
    for number in pages.numbers {
      let found = TreePage(number, of: pages).records { record in
        SalvagedPart(record) != nil || TableNames.isOfSchema(record) || Self.isStore(record)
      }
      records += found.map { (number, $0) }
    }
  }

  private static func isIdentity(_ record: StoredRecord) -> Bool {
    record.values.count == 2 && isStore(record)
  }

  /// Whether a row begins as those do that name the store.
  private static func isStore(_ record: StoredRecord) -> Bool {
    (2...5).contains(record.values.count) && record.values[0] == .null
      && record.values[1].text.flatMap(UUID.init) != nil
      && record.values[2...].allSatisfy { $0 == .null || $0.integer != nil }
  }
}
