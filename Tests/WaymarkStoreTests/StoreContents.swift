import Foundation
import Waymark
import WaymarkStore

/// All that commands read of a store.
struct StoreContents: Equatable {
  private let assessments: [StoredAssessment]
  private let log: LearningLog?
  private let ledger: [LedgerEntry]
  private let cohorts: [Cohort]
  private var campaigns: [Campaign] = []
  private var responses: [Int] = []
  private var counts: [CampaignCounts] = []
  private var records: [CodedResponse] = []

  /// Opens a store, reads all of it and closes it again.
  init(of path: String) throws {
    let store = try Store(path: path, for: .reading)
    assessments = try store.assessments()
    log = try store.learningLog()
    ledger = try store.ledger()
    cohorts = try store.cohorts()
    let documents = try SampleResponses().documents()
    for (campaign, responses) in try store.campaigns() {
      campaigns.append(campaign)
      self.responses.append(responses)
      counts.append(try store.counts(of: campaign.id, documents: documents))
      try store.records(of: campaign.id) { records.append($0) }
    }
  }
}
