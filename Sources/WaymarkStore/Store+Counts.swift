internal import GRDB
package import Waymark
package import WaymarkBasics

extension Store {
  private static let progressStep = 1 << 16

  /// Counts the sheets of a campaign in one pass, as they stood at one moment.
  ///
  /// Memory does not grow with the number of respondents. Two threads share the work of a large
  /// campaign; counts are whole numbers, so that nothing depends on how.
  /// - Parameters:
  ///   - documents: the framework and the background questions of the campaign.
  ///   - tables: the tables wanted besides that of everybody, each by one or two groupings.
  ///   - least: from how many sheets on a campaign is large.
  ///   - progress: told from time to time how many sheets of how many are counted.
  /// - Throws: `StoreError`; `unknown` when there is no such campaign.
  package func counts(
    of campaign: ID<Campaign>, documents: CampaignDocuments, tables: [[Grouping]] = [],
    halvedFrom least: Int = sheetsForTwoThreads,
    progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws -> GroupedCounts {
    var parts = try scan(campaign, halvedFrom: least, progress: progress) { numbers, db, tell in
      var counter = SheetCounter(framework: documents.framework, tables: tables)
      let sheetLength = documents.framework.competencies.count
      let backgroundLength = BackgroundSheet.length(of: documents.background)
      var rows = try SheetCursor("role, background, sheet", numbers: numbers, in: db)
      while try rows.next() {
        counter.add(
          role: rows.integer(0), background: try rows.text(1, length: backgroundLength).bytes,
          sheet: try rows.text(2, length: sheetLength).bytes)
        if rows.count % Self.progressStep == 0 { tell(Self.progressStep) }
      }
      do throws(SheetCounter.Unreadable) {
        return (try counter.counts(), sheets: rows.count)
      } catch {
        throw Stored.fault("an answer sheet holds what is no answer")
      }
    }
    var counts = parts.removeFirst()
    for part in parts { counts += part }
    return counts
  }

  /// What is the same for all counts of a campaign in this store, and for those of no other: 32
  /// hexadecimal digits that name neither.
  ///
  /// A copy that `backUp` made is a store of its own.
  package func origin(of campaign: ID<Campaign>) throws(StoreError) -> String {
    let store = try read { db in
      try Stored.value(try db.text("SELECT store FROM identity"))
    }
    return String(SHA256.hex("waymark-counts\n\(store)\n\(campaign.folded)").prefix(32))
  }
}
