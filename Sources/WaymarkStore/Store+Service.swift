package import Foundation
internal import GRDB
package import Waymark
package import WaymarkBasics

extension Store {
  /// What a campaign knows of everything that was said of services.
  package func serviceStandings(
    in campaign: ID<Campaign>
  ) throws(StoreError) -> [UUID: RevisionPlan.Standing] {
    try read { db in
      let rows = try db.rows(
        """
        SELECT service_need.id, revision, month IS NULL AS withdrawn FROM service_need
        JOIN campaign ON campaign.number = service_need.campaign WHERE campaign.id = ?
        """, [campaign.description])
      return Dictionary(
        try rows.map { row in
          (
            try row.uuid("id"),
            RevisionPlan.Standing(
              revision: try row.integer("revision"), isWithdrawn: try row.flag("withdrawn"))
          )
        }, uniquingKeysWith: { $1 })
    }
  }

  /// What was said of services in a campaign, in the order of random ids.
  ///
  /// - Parameter framework: the framework whose positions the sheets follow.
  package func serviceSheets(
    of campaign: ID<Campaign>, framework: Framework
  ) throws(StoreError) -> [(now: AnswerSheet, inFiveYears: AnswerSheet)] {
    try read { db in
      try db.rows(
        """
        SELECT now, in_five_years FROM service_need
        JOIN campaign ON campaign.number = service_need.campaign
        WHERE campaign.id = ? AND month IS NOT NULL ORDER BY service_need.id
        """, [campaign.description]
      ).map { row in
        func sheet(_ column: String) throws -> AnswerSheet {
          try row.some(AnswerSheet(row.text(column), framework: framework), column)
        }
        return (now: try sheet("now"), inFiveYears: try sheet("in_five_years"))
      }
    }
  }
}

/// What someone said of their library's service, as its row in the store.
enum ServiceRow {
  /// Writes it in the place of an earlier revision; of one that was taken back nothing stays but that
  /// it was.
  static func put(
    _ file: ServiceFile, campaign: Int64, framework: Framework, in db: Database
  ) throws {
    let arguments: StatementArguments =
      switch file {
      case .withdrawal(let id, let revision, _):
        [campaign, id.uuidString.lowercased(), revision, nil, nil, nil]
      case .view(let view, _, _, _):
        [
          campaign, view.id.uuidString.lowercased(), view.revision, view.month,
          AnswerSheet(view.now, framework: framework).description,
          AnswerSheet(view.inFiveYears, framework: framework).description,
        ]
      }
    try db.execute(
      sql: """
        INSERT OR REPLACE INTO service_need (campaign, id, revision, month, now, in_five_years)
        VALUES (?, ?, ?, ?, ?, ?)
        """, arguments: arguments)
  }
}
