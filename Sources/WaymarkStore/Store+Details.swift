internal import GRDB
public import Waymark

extension Store {
  /// Goes through the sheets of a campaign once for what level counts do not say, as `counts` does.
  ///
  /// - Parameter willing: counts those who are willing to serve on the way.
  /// - Throws: `StoreError`; `unknown` when there is no such campaign.
  public func details(
    of campaign: Campaign, documents: CampaignDocuments, willing: inout WillingnessTally,
    halvedFrom least: Int = sheetsForTwoThreads
  ) throws -> SheetDetails {
    let (framework, importance) = (documents.framework, campaign.importance)
    let length = framework.competencies.count
    let backgroundLength = BackgroundSheet.length(of: documents.background)
    let none = willing
    let parts = try scan(campaign.id, halvedFrom: least) { numbers, db, _ in
      var details = SheetDetails(framework: framework, importance: importance)
      var willing = none
      var rows = try SheetCursor("sheet, importance, role, background", numbers: numbers, in: db)
      while try rows.next() {
        details.add(
          sheet: try rows.text(0, length: length),
          importance: try rows.optionalText(1, length: length))
        willing.add(role: rows.integer(2), background: try rows.text(3, length: backgroundLength))
      }
      return (details: details, willing: willing)
    }
    for part in parts { willing += part.willing }
    return parts.dropFirst().reduce(into: parts[0].details) { $0 += $1.details }
  }

  /// How the levels of people who agreed to be linked differ between two campaigns: for each pair of
  /// positions how many people made each step, later less earlier.
  ///
  /// Of a person who answered a campaign several times the last response counts.
  ///
  /// - Parameters:
  ///   - positions: the places of the same competency in the earlier and the later campaign.
  ///   - isFirst: whether a person belongs to the first group, by the id of the later response.
  /// - Returns: the steps for each pair of positions, and how many people were found in both: of the
  ///   first group and of all others.
  public func pairedSteps(
    from earlier: ID<Campaign>, to later: ID<Campaign>, positions: [(earlier: Int, later: Int)],
    isFirst: (String) -> Bool = { _ in true }
  ) throws -> (
    first: (steps: [[Int: Int]], people: Int), others: (steps: [[Int: Int]], people: Int)
  ) {
    let nobody = (steps: Array(repeating: [Int: Int](), count: positions.count), people: 0)
    var groups = [nobody, nobody]
    let path = path
    func numbers(_ campaign: ID<Campaign>, _ db: Database) throws -> ClosedRange<Int64> {
      guard let number = try CampaignRow.number(of: campaign, in: db) else {
        throw StoreError(.unknown(campaign.description), path: path)
      }
      return CampaignRow.sheetNumbers(of: number)
    }
    try read { db in
      let (first, second) = (try numbers(earlier, db), try numbers(later, db))
      let rows = try Row.fetchCursor(
        db,
        sql: """
          WITH
            before AS (
              SELECT link, max(number) AS number, sheet FROM answer_sheet
              WHERE number BETWEEN ? AND ? AND link IS NOT NULL GROUP BY link),
            after AS (
              SELECT link, max(number) AS number, sheet, respondent FROM answer_sheet
              WHERE number BETWEEN ? AND ? AND link IS NOT NULL GROUP BY link)
          SELECT before.sheet AS before, after.sheet AS after, after.respondent
          FROM before JOIN after USING (link)
          """,
        arguments: [first.lowerBound, first.upperBound, second.lowerBound, second.upperBound])
      while let row = try rows.next() {
        let group = isFirst(row["respondent"]) ? 0 : 1
        groups[group].people += 1
        let before = Array((row["before"] as String).utf8)
        let after = Array((row["after"] as String).utf8)
        for (pair, position) in positions.enumerated() {
          guard before.indices.contains(position.earlier), after.indices.contains(position.later),
            let from = AnswerSheet.rank(of: before[position.earlier]),
            let to = AnswerSheet.rank(of: after[position.later])
          else { continue }
          groups[group].steps[pair][to - from, default: 0] += 1
        }
      }
    }
    return (groups[0], groups[1])
  }
}
