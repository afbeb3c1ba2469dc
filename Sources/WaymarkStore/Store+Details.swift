internal import GRDB
package import Waymark

extension Store {
  /// Goes through the sheets of a campaign once for what level counts do not say, as `counts` does.
  ///
  /// - Parameter willing: counts those who are willing to serve on the way.
  /// - Throws: `StoreError`; `unknown` when there is no such campaign.
  package func details(
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
      return ((details: details, willing: willing), sheets: rows.count)
    }
    for part in parts { willing += part.willing }
    return parts.dropFirst().reduce(into: parts[0].details) { $0 += $1.details }
  }
}
