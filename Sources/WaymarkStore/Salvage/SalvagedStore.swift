package import Waymark

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
