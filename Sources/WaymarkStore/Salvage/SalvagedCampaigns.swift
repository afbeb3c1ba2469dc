internal import Foundation
package import Waymark
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

/// A response that could still be read from a damaged store.
package struct SalvagedResponse: Equatable, Sendable {
  /// What was looked back to, by the positions of the framework.
  struct LookingBack: Equatable, Sendable {
    let month: String
    let sheet: [UInt8]
  }

  /// The answers, by the positions of the campaign's documents.
  package let record: CodedResponse
  var lookingBack: LookingBack?
  var did: [ID<LearningResource>] = []
  /// The number of its row: those that came earlier have lower ones.
  let number: Int64
  private let fingerprint: UInt64

  /// The response as it came with what was added to it; `nil` unless it adds up to what was kept with
  /// it, so that no byte of it is another one.
  ///
  /// - Parameter competencies: those of the framework by position, as far as they are known; only
  ///   somebody who looked back needs them.
  package func arrival(by competencies: [Int: CompetencyID]) -> SheetArrival? {
    let then = lookingBack.flatMap { $0.levels(by: competencies) }
    let arrival = SheetArrival(record, addition: ResponseAddition(lookingBack: then, did: did))
    return arrival.fingerprint == fingerprint ? arrival : nil
  }

  /// Reads a row of answer sheets, whose number begins with that of their campaign.
  init?(_ record: StoredRecord, of campaign: Int) {
    let values = record.values
    guard values.count == 11, let number = record.row, values[0] == .null,
      number >> 40 == campaign, let background = values[3].text,
      let sheet = values[4].text, sheet.utf8.allSatisfy(Self.codes.contains),
      let importance = values[5].textIfAny, let respondent = values[6].text,
      let revision = values[7].count, let fingerprint = values[8].integer,
      let month = values[9].textIfAny, let link = values[10].uuidIfAny,
      values[2] == .null || values[2].count != nil
    else { return nil }
    self.number = number
    self.fingerprint = UInt64(bitPattern: fingerprint)
    self.record = CodedResponse(
      respondent: respondent, revision: revision, link: link, month: month, role: values[2].count,
      sheet: Array(sheet.utf8),
      importance: importance.map { Array($0.utf8) }
        ?? Array(repeating: ImportanceSheet.none, count: sheet.utf8.count),
      background: Array(background.utf8))
  }

  /// What a sheet is made of.
  private static let codes = Set("0123456789-.".utf8)
}

extension SalvagedResponse.LookingBack {
  /// `nil` where a level is of a competency that is not known.
  fileprivate func levels(by competencies: [Int: CompetencyID]) -> LookingBack? {
    var levels: [CompetencyID: Level] = [:]
    for (position, code) in sheet.enumerated() {
      guard let level = AnswerSheet.rank(of: code).flatMap(Level.init(rank:)) else { continue }
      guard let competency = competencies[position] else { return nil }
      levels[competency] = level
    }
    return LookingBack(month: month, levels: levels)
  }
}
