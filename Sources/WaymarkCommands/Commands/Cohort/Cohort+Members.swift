import Foundation
import Waymark
import WaymarkBasics
import WaymarkStore

extension Cohort {
  /// The cohort with a name.
  ///
  /// - Throws: `Failure` when there is none.
  static func named(_ name: String, in store: Store) throws -> Cohort {
    let cohorts = try store.cohorts()
    if let cohort = cohorts.first(where: { $0.id.folded == name.lowercased() }) { return cohort }
    let words = CommandWords.english.cohort
    throw Failure.unknown(
      words.kind, name, among: cohorts.map(\.id.description), exit: .input, mend: words.nameOne)
  }

  /// The documents of the campaigns, which asked the same statements.
  ///
  /// - Throws: `Failure` when they did not.
  func documents(in store: Store, installed: InstalledDocuments) throws -> CampaignDocuments {
    let campaigns = try campaigns.map { try store.campaign(named: $0.description) }
    let words = CommandWords.english.cohort
    guard let first = campaigns.first else { throw Failure(.usage, words.nameACampaign) }
    if let other = campaigns.first(where: { $0.framework != first.framework }) {
      throw Failure.input(words.subject(id), words.differ(first.id, other.id))
    }
    try store.refuseMixture(of: campaigns)
    return try installed.documents(of: first, keptIn: store)
  }

  /// Those of its campaigns who agreed to be named to their trainer.
  ///
  /// - Parameter grouping: by what sessions on site are held; `nil` for nothing.
  func namedPeople(
    in store: Store, documents: CampaignDocuments, grouping: Grouping? = nil
  ) throws -> NamedPeople {
    NamedPeople(
      try campaigns.flatMap { try store.mentoringCards(of: $0) },
      known: try campaigns.map { try store.standings(of: .mentoring, in: $0) },
      grouping: grouping, background: documents.background)
  }

  /// Visits the records of all members, campaign by campaign.
  ///
  /// - Throws: `Failure` when the conditions name what there is not.
  func visitMembers(
    in store: Store, installed: InstalledDocuments, _ visit: (CodedResponse) -> Void
  ) throws {
    for id in campaigns {
      let campaign = try store.campaign(named: id.description)
      let documents = try installed.documents(of: campaign, keptIn: store)
      let membership: Cohort.Membership
      do throws(Findings<ReportProblem>) {
        membership = try Cohort.Membership(
          self, framework: documents.framework, background: documents.background)
      } catch {
        throw Failure(.usage, Failure(error).message)
      }
      try store.records(of: campaign.id) { record in
        if membership.holds(record) { visit(record) }
      }
    }
  }
}
