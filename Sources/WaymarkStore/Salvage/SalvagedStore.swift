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
