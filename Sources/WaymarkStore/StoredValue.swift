package import Foundation
internal import GRDB
package import Waymark
package import WaymarkBasics

/// Writes values as only this module reads them back, and says when they cannot be.
enum StoredValue {
  static func list<Subject>(_ ids: [ID<Subject>]) throws -> String {
    try json(ids.map(\.description))
  }

  static func json(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  /// What JSON says, when it says something of that kind.
  static func value<Value: Decodable>(_: Value.Type, of json: String) -> Value? {
    try? JSONDecoder().decode(Value.self, from: Data(json.utf8))
  }

  static func value<Value>(_ value: Value?) throws -> Value {
    guard let value else { throw fault("a value is not of its kind") }
    return value
  }

  static func fault(_ message: String) -> DatabaseError {
    DatabaseError(resultCode: .SQLITE_CORRUPT, message: message)
  }
}

/// An invitation as a store keeps it beside the assessment that answers it, in its very words.
package struct StoredInvitation: Equatable, Sendable {
  /// The campaign that invites.
  package let campaign: ID<Campaign>
  /// The bytes of the invitation.
  package let xml: [UInt8]
  /// The SHA-256 of the background questions, whose bytes the store keeps too.
  package let backgroundDocument: String

  package init(campaign: ID<Campaign>, xml: [UInt8], backgroundDocument: String) {
    self.campaign = campaign
    self.xml = xml
    self.backgroundDocument = backgroundDocument
  }
}

/// An assessment as a store keeps it: with the order and the pace of its answers, and what was
/// shared of it.
package struct StoredAssessment: Equatable, Sendable {
  package let assessment: Assessment
  /// The statements answered, in the order of their answers.
  package let history: [CompetencyID]
  /// The seconds that each of those answers took.
  package let seconds: [Double]
  /// The day of the last change.
  package let changed: CalendarDate
  /// The random id that a shared file bears in place of a name.
  package let response: UUID
  /// How many times the assessment was shared.
  package let revision: Int
  /// The invitation that it answers; `nil` for the person's own use.
  package let invitation: StoredInvitation?
}
