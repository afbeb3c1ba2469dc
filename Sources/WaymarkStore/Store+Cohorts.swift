import Foundation
internal import GRDB
public import Waymark

extension Store {
  /// The cohorts, in the order they were made.
  public func cohorts() throws(StoreError) -> [Cohort] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT * FROM cohort ORDER BY number").map { row in
        func list<Element: Decodable>(_ column: String) throws -> [Element] {
          try JSONDecoder().decode([Element].self, from: Data((row[column] as String).utf8))
        }
        return Cohort(
          id: try Stored.id(row["id"]), campaigns: try Stored.list(row["campaigns"]),
          conditions: try (list("conditions") as [StoredCondition]).map {
            Cohort.Condition(grouping: $0.grouping, groups: $0.groups)
          }, responses: Set(try list("responses") as [String]))
      }
    }
  }

  /// Keeps a new cohort.
  ///
  /// - Throws: `StoreError`; `exists` when there is one with the name.
  public func keep(_ cohort: Cohort) throws(StoreError) {
    let path = path
    try write { db in
      let encoder = JSONEncoder()
      encoder.outputFormatting = .sortedKeys
      func json(_ value: some Encodable) throws -> String {
        String(decoding: try encoder.encode(value), as: UTF8.self)
      }
      guard
        try
          !(Bool.fetchOne(
            db, sql: "SELECT EXISTS (SELECT * FROM cohort WHERE id = ?)",
            arguments: [cohort.id.description]) ?? false)
      else { throw StoreError(.exists, path: path) }
      try db.execute(
        sql: "INSERT INTO cohort (id, campaigns, conditions, responses) VALUES (?, ?, ?, ?)",
        arguments: [
          cohort.id.description, try Stored.list(cohort.campaigns),
          try json(
            cohort.conditions.map {
              StoredCondition(grouping: $0.grouping, groups: $0.groups)
            }), try json(cohort.responses.sorted()),
        ])
    }
  }
}

/// A condition as JSON in a column.
private struct StoredCondition: Codable {
  let grouping: String
  let groups: [String]
}
