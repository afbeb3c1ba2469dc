internal import GRDB
internal import GRDBSQLite
public import Waymark

extension Store {
  /// Goes through the sheets of a campaign once for what level counts do not say.
  ///
  /// - Throws: `StoreError`; `unknown` when there is no such campaign.
  public func details(
    of campaign: Campaign, documents: CampaignDocuments
  ) throws -> SheetDetails {
    var details = SheetDetails(framework: documents.framework, importance: campaign.importance)
    let length = documents.framework.competencies.count
    let path = path
    try read { db in
      guard let number = try CampaignRow.number(of: campaign.id, in: db) else {
        throw StoreError(.unknown(campaign.id.description), path: path)
      }
      let numbers = CampaignRow.sheetNumbers(of: number)
      let statement = try db.makeStatement(
        sql: "SELECT sheet, importance FROM answer_sheet WHERE number BETWEEN ? AND ?")
      try statement.setArguments([numbers.lowerBound, numbers.upperBound])
      let pointer = statement.sqliteStatement
      defer { sqlite3_reset(pointer) }
      var step = sqlite3_step(pointer)
      while step == SQLITE_ROW {
        let isSaid = sqlite3_column_type(pointer, 1) != SQLITE_NULL
        let sheet = try SheetScan.text(pointer, 0, length: length)
        details.add(
          sheet: sheet, importance: isSaid ? try SheetScan.text(pointer, 1, length: length) : nil)
        step = sqlite3_step(pointer)
      }
      guard step == SQLITE_DONE else {
        throw DatabaseError(resultCode: ResultCode(rawValue: step))
      }
    }
    return details
  }

  /// How the levels of people who agreed to be linked differ between two campaigns: for each pair of
  /// positions how many people made each step, later less earlier.
  ///
  /// - Parameter positions: the places of the same competency in the earlier and the later campaign.
  /// - Returns: the steps for each pair of positions, and how many people were found in both.
  public func pairedSteps(
    from earlier: ID<Campaign>, to later: ID<Campaign>, positions: [(earlier: Int, later: Int)]
  ) throws -> (steps: [[Int: Int]], people: Int) {
    var steps = Array(repeating: [Int: Int](), count: positions.count)
    var people = 0
    let path = path
    try read { db in
      guard let first = try CampaignRow.number(of: earlier, in: db),
        let second = try CampaignRow.number(of: later, in: db)
      else { throw StoreError(.unknown(earlier.description), path: path) }
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT before.sheet AS before, after.sheet AS after
          FROM answer_sheet AS before JOIN answer_sheet AS after ON after.link = before.link
          WHERE before.number BETWEEN ? AND ? AND after.number BETWEEN ? AND ?
          """,
        arguments: [
          CampaignRow.sheetNumbers(of: first).lowerBound,
          CampaignRow.sheetNumbers(of: first).upperBound,
          CampaignRow.sheetNumbers(of: second).lowerBound,
          CampaignRow.sheetNumbers(of: second).upperBound,
        ])
      while let row = try rows.next() {
        people += 1
        let before = Array((row["before"] as String).utf8)
        let after = Array((row["after"] as String).utf8)
        for (pair, position) in positions.enumerated() {
          guard before.indices.contains(position.earlier), after.indices.contains(position.later),
            let from = Self.level(before[position.earlier]),
            let to = Self.level(after[position.later])
          else { continue }
          steps[pair][to - from, default: 0] += 1
        }
      }
    }
    return (steps, people)
  }

  private static func level(_ code: UInt8) -> Int? {
    code &- UInt8(ascii: "1") < 8 ? Int(code) - Int(UInt8(ascii: "0")) : nil
  }
}
