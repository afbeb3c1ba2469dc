internal import Foundation
internal import GRDB
internal import Waymark

/// Reads values back that only this module wrote; anything else means that the store is damaged.
enum Stored {
  static func id<Subject>(_ text: String) throws -> ID<Subject> { try value(ID(text)) }

  static func list<Subject>(_ ids: [ID<Subject>]) throws -> String {
    String(decoding: try JSONEncoder().encode(ids.map(\.description)), as: UTF8.self)
  }

  static func list<Subject>(_ text: String) throws -> [ID<Subject>] {
    try JSONDecoder().decode([String].self, from: Data(text.utf8)).map { try id($0) }
  }

  static func day(_ text: String) throws -> CalendarDate { try value(CalendarDate(text)) }

  static func uuid(_ text: String) throws -> UUID { try value(UUID(uuidString: text)) }

  static func value<Value>(_ value: Value?) throws -> Value {
    guard let value else { throw fault("a value is not of its kind") }
    return value
  }

  static func fault(_ message: String) -> DatabaseError {
    DatabaseError(resultCode: .SQLITE_CORRUPT, message: message)
  }
}
