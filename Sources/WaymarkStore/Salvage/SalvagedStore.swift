internal import Foundation
internal import GRDB
package import Waymark
package import WaymarkBasics

/// All that could still be read from a damaged store.
package struct SalvagedStore: Equatable, Sendable {
  /// The person's own answers, those of each assessment in the order they were given.
  package let answers: [SalvagedAnswer]
  /// What the person did of learning paths, in the order it was noted.
  package let learning: [DoneStep]
  /// The campaigns that still have a response, in the order they were begun.
  package let campaigns: [SalvagedCampaign]
  /// The bytes of frameworks and background questions by their SHA-256.
  package let documents: [String: [UInt8]]

  /// Nothing at all.
  package init() { self.init(answers: [], learning: [], campaigns: [], documents: [:]) }

  init(
    answers: [SalvagedAnswer], learning: [DoneStep], campaigns: [SalvagedCampaign],
    documents: [String: [UInt8]]
  ) {
    self.answers = answers
    self.learning = learning
    self.campaigns = campaigns
    self.documents = documents
  }

  /// How many things there are that somebody said.
  var count: Int {
    campaigns.reduce(answers.count + learning.count) { $0 + $1.responses.count }
  }
}

/// A campaign with the responses that could still be read from a damaged store.
package struct SalvagedCampaign: Equatable, Sendable {
  /// What its row says.
  package struct Description: Equatable, Sendable {
    /// The name that commands use.
    package let id: ID<Campaign>
    /// The name that people read.
    package let title: String
    /// The SHA-256 of the framework.
    package let framework: String
    /// The SHA-256 of the document of background questions.
    package let background: String
    /// Which statements were asked.
    package let form: QuestionnaireForm
    /// How importance was asked.
    package let importance: ImportanceMode
  }

  /// The number by which its responses refer to it.
  package let number: Int
  /// What is known of it; `nil` where its row can be read no more.
  package let description: Description?
  /// The competencies of its framework by position, counted from 0, as far as the store still tells.
  package let competencies: [Int: CompetencyID]
  /// The responses in the order they came, but for those that were taken back.
  package let responses: [SalvagedResponse]
}

extension Store {
  /// Reads the answers, learning records and responses of a store that may be damaged, as many as can
  /// be reached.
  ///
  /// The file is not changed, and SQLite is not asked: it reads nothing of a file whose schema is
  /// damaged, and no row beyond a damaged page. Every page is looked at by itself, and rows are known
  /// by their shape; so all are found that are whole.
  /// - Complexity: linear in the size of the file, which is held in memory with what is found.
  package static func salvage(path: String) throws(StoreError) -> SalvagedStore {
    let path = StoreLocation.resolved(path)
    guard try StoreLocation.check(path) else { throw StoreError(.missing, path: path) }
    let file = try StoreLocation.contents(of: path)
    // The two bytes that say how large pages are may be damaged too.
    let said = file.count >= 18 ? Int(file[16]) << 8 | Int(file[17]) : 0
    let usual = try salvage(file, size: 4096, path: path)
    guard said != 4096, StorePages.sizes.contains(said) else { return usual }
    let other = try salvage(file, size: said, path: path)
    return other.count > usual.count ? other : usual
  }

  private static func salvage(
    _ file: Data, size: Int, path: String
  ) throws(StoreError) -> SalvagedStore {
    let pages = SalvagedPages(StorePages(file, size: size))
    var joined = pages
    joined.put(ChangeLog(try journal(path + "-wal")).pages)
    // A journal of another store would bring its rows along.
    guard joined.areOfOneStore else { return pages.store }
    let journal = RollbackJournal(try journal(path + "-journal"))
    if pages.identities.contains(where: journal.belongs) { joined.put(journal.pages) }
    return joined.store
  }

  private static func journal(_ path: String) throws(StoreError) -> Data {
    StoreLocation.size(of: path) > 0 ? try StoreLocation.contents(of: path) : Data()
  }
}
