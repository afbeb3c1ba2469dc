internal import Waymark
import WaymarkBasics

/// Puts together what rows say of campaigns.
struct SalvagedCampaigns {
  private typealias Respondent = SalvagedRow.Respondent

  private var descriptions: [Int: SalvagedCampaign.Description] = [:]
  private var responses: [Respondent: SalvagedResponse] = [:]
  /// The respondents of each campaign, in the order their rows were found.
  private var respondents: [Int: [String]] = [:]
  /// Who took a response back, and up to which revision where that can be read.
  private var withdrawn: [Respondent: Int?] = [:]
  private var lookingBack: [Respondent: SalvagedResponse.LookingBack] = [:]
  private var done: [Respondent: Set<ID<LearningResource>>] = [:]
  private var competencies: [String: [Int: CompetencyID]] = [:]

  /// Adds what a row says; a row that is of no campaign adds nothing.
  mutating func add(_ row: SalvagedRow) {
    switch row {
    case .campaign(let number, let description):
      // No two have one name, so that one of them is damaged.
      let isTaken = descriptions.contains {
        $0.key != number && $0.value.id.folded == description.id.folded
      }
      if !isTaken { descriptions[number] = description }
    case .response(let response, let campaign): add(response, of: campaign)
    case .withdrawal(let respondent, let revision):
      let other = withdrawn[respondent] ?? nil
      withdrawn[respondent] = .some([revision, other].compactMap(\.self).max())
    case .lookingBack(let respondent, let then): lookingBack[respondent] = then
    case .done(let respondent, let entry): done[respondent, default: []].insert(entry)
    case .competency(let competency, let framework, let position):
      competencies[framework, default: [:]][position] = competency
    case .schema, .identity, .writer, .part, .learning, .document: break
    }
  }

  private mutating func add(_ response: SalvagedResponse, of campaign: Int) {
    let respondent = Respondent(campaign: campaign, id: response.record.respondent)
    if let other = responses[respondent] {
      if other.record.revision < response.record.revision { responses[respondent] = response }
    } else {
      responses[respondent] = response
      respondents[campaign, default: []].append(respondent.id)
    }
  }

  /// The campaigns that have a response.
  var campaigns: [SalvagedCampaign] {
    respondents.sorted { $0.key < $1.key }.compactMap { number, ids in
      let description = descriptions[number]
      let found = ids.compactMap { response(of: Respondent(campaign: number, id: $0)) }
        .sorted { $0.number < $1.number }
      guard !found.isEmpty else { return nil }
      return SalvagedCampaign(
        number: number, description: description,
        competencies: description.flatMap { competencies[$0.framework] } ?? [:], responses: found)
    }
  }

  /// `nil` for one that was taken back: what a page still holds of it is no answer any more.
  private func response(of respondent: Respondent) -> SalvagedResponse? {
    guard var response = responses[respondent] else { return nil }
    if let revision = withdrawn[respondent], revision ?? .max >= response.record.revision {
      return nil
    }
    response.lookingBack = lookingBack[respondent]
    response.did = (done[respondent] ?? []).sorted()
    return response
  }
}
