internal import GRDB
public import Waymark

extension Store {
  /// Counts those of a campaign who said that they are willing to serve.
  ///
  /// - Parameter tally: the questions and groupings to count by.
  /// - Throws: `StoreError`; `unknown` when there is no such campaign.
  public func add(
    willing campaign: ID<Campaign>, documents: CampaignDocuments, to tally: inout WillingnessTally
  ) throws {
    guard !tally.codes.isEmpty else { return }
    let length = BackgroundSheet.length(of: documents.background)
    // SQLite passes over everybody else much faster than they could be read.
    let willing = tally.codes.map { code, value in
      "substr(background, \(code + 1), 1) = '\(Character(Unicode.Scalar(value)))'"
    }.joined(separator: " OR ")
    let path = path
    var counted = tally
    try read { db in
      guard let number = try CampaignRow.number(of: campaign, in: db) else {
        throw StoreError(.unknown(campaign.description), path: path)
      }
      var rows = try SheetCursor(
        "role, background", numbers: CampaignRow.sheetNumbers(of: number), where: willing, in: db)
      while try rows.next() {
        counted.add(role: rows.integer(0), background: try rows.text(1, length: length))
      }
    }
    tally = counted
  }
}
