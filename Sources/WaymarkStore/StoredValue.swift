import Foundation
internal import GRDB
import WaymarkBasics

/// Writes values as only this module reads them back, and says when they cannot be.
enum StoredValue {
  static func list<Subject>(_ ids: [ID<Subject>]) throws -> String {
    try json(ids.map(\.description))
  }

  /// Values that a store keeps for itself, in Foundation's JSON: it is no document, and what stores of
  /// before hold is read back by the same types.
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
    guard let value else { throw fault(.otherKind()) }
    return value
  }

  static func fault(_ damage: StoreDamage) -> DatabaseError {
    DatabaseError(resultCode: .SQLITE_CORRUPT, message: damage.words)
  }
}
