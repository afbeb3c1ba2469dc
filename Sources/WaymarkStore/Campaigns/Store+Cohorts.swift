internal import GRDB
package import Waymark
import WaymarkBasics

extension Store {
  /// The cohorts, in the order they were made.
  package func cohorts() throws(StoreError) -> [Cohort] {
    try read { db in
      try db.rows("SELECT * FROM cohort ORDER BY number").map { row in
        Cohort(
          id: try row.id("id"), campaigns: try row.list("campaigns"),
          conditions: try (row.json("conditions") as [StoredCondition]).map {
            Cohort.Condition(grouping: $0.grouping, groups: $0.groups)
          }, responses: Set(try row.json("responses") as [String]))
      }
    }
  }

  /// Keeps a new cohort.
  ///
  /// - Throws: `StoreError`; `exists` when there is one with the name.
  package func keep(_ cohort: Cohort) throws(StoreError) {
    let path = path
    try write { db in
      guard try !db.holds("SELECT 1 FROM cohort WHERE id = ?", [cohort.id.description]) else {
        throw StoreError(.exists, path: path)
      }
      try db.execute(
        sql: "INSERT INTO cohort (id, campaigns, conditions, responses) VALUES (?, ?, ?, ?)",
        arguments: [
          cohort.id.description, try StoredValue.list(cohort.campaigns),
          try StoredValue.json(
            cohort.conditions.map {
              StoredCondition(grouping: $0.grouping, groups: $0.groups)
            }), try StoredValue.json(cohort.responses.sorted()),
        ])
    }
  }
}

/// A condition as JSON in a column.
private struct StoredCondition: Codable {
  let grouping: String
  let groups: [String]
}
