internal import Foundation
package import Waymark
import WaymarkBasics

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
