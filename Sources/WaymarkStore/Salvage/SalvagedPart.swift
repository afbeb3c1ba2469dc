internal import Foundation
internal import Waymark
import WaymarkBasics

/// What one row says of an answer, recognised by its shape: what the schema asks of a row of each
/// table is enough to tell them apart, but for two tables.
struct SalvagedPart {
  enum Content: Equatable {
    case level(String)
    case note(String)
    case options(String)
    /// A place among those picked, or how important something was rated: the rows look alike.
    case number(Int)
  }

  let assessment: Int
  let subject: String
  let content: Content
  let row: Int64

  /// `nil` for a row of any other table.
  init?(_ record: StoredRecord) {
    guard let row = record.row else { return nil }
    let values = record.values
    switch values.count {
    case 5:
      guard values[0] == .null, let assessment = Self.assessment(values[1]),
        let subject = Self.subject(values[2]), let word = values[3].text,
        Answer(word: word) != nil, Self.isDuration(values[4])
      else { return nil }
      (self.assessment, self.subject, content) = (assessment, subject, .level(word))
    case 3:
      guard let assessment = Self.assessment(values[0]), let subject = Self.subject(values[1])
      else { return nil }
      (self.assessment, self.subject) = (assessment, subject)
      switch values[2] {
      case .integer(let number) where (0...5).contains(number): content = .number(Int(number))
      case .text(let text) where Self.isList(text): content = .options(text)
      case .text(let text) where !text.isEmpty: content = .note(text)
      default: return nil
      }
    default: return nil
    }
    self.row = row
  }

  private static func assessment(_ value: StoredRecord.Value) -> Int? {
    value.integer.flatMap { (1...Int64(Int32.max)).contains($0) ? Int($0) : nil }
  }

  private static func subject(_ value: StoredRecord.Value) -> String? {
    value.text.flatMap { CompetencyID($0) == nil ? nil : $0 }
  }

  private static func isDuration(_ value: StoredRecord.Value) -> Bool {
    switch value {
    case .real(let seconds): seconds >= 0
    case .integer(let seconds): seconds >= 0
    default: false
    }
  }

  private static func isList(_ text: String) -> Bool {
    text.hasPrefix("[") && StoredValue.value([String].self, of: text) != nil
  }
}

/// The rows of a store's pages that are of use.
struct SalvagedPages {
  private var pages: StorePages
  private var rows: [(page: Int, row: SalvagedRow)] = []

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
    rows.compactMap { if case .identity(let store) = $0.row { store } else { nil } }
  }

  /// Whether whoever wrote last is the store itself, as far as both can be read.
  var areOfOneStore: Bool {
    let writers = rows.compactMap { if case .writer(let store) = $0.row { store } else { nil } }
    return identities.isEmpty || writers.allSatisfy(identities.contains)
  }

  /// All that they say, put together.
  var store: SalvagedStore {
    let schema = rows.compactMap { if case .schema(let record) = $0.row { record } else { nil } }
    let names = TableNames(schema, in: pages)
    var (answers, campaigns) = (SalvagedAnswers(), SalvagedCampaigns())
    var learning: [ID<LearningResource>: (place: Int64, record: DoneStep)] = [:]
    var documents: [String: [UInt8]] = [:]
    for (page, row) in rows {
      switch row {
      case .part(let part): answers.add(part, from: names[page])
      case .learning(let record, let place): learning[record.resource] = (place, record)
      case .document(let bytes, let sha256): documents[sha256] = bytes
      default: campaigns.add(row)
      }
    }
    return SalvagedStore(
      answers: answers.answers,
      learning: learning.values.sorted {
        ($0.place, $0.record.resource) < ($1.place, $1.record.resource)
      }.map(\.record),
      campaigns: campaigns.campaigns, documents: documents)
  }

  private mutating func read() {
    rows = pages.numbers.flatMap { number in
      TreePage(number, of: pages).rows { SalvagedRow($0) }.map { (number, $0) }
    }
  }
}
