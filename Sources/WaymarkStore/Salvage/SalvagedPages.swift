internal import Waymark
import WaymarkBasics

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
