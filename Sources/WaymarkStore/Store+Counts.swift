internal import Dispatch
internal import GRDB
internal import Synchronization
public import Waymark

extension Store {
  /// How many sheets make a second thread worth its start.
  static let sheetsForTwoThreads = 100_000

  /// Counts the sheets of a campaign in one pass, as they stood at one moment.
  ///
  /// Memory does not grow with the number of respondents. From about 100,000 on, two threads share
  /// the work; counts are whole numbers, so that nothing depends on how.
  /// - Parameters:
  ///   - documents: the framework and the background questions of the campaign.
  ///   - tables: the tables wanted besides that of everybody, each by one or two groupings.
  ///   - threads: how many threads at most.
  ///   - progress: told from time to time how many sheets of how many are counted.
  /// - Throws: `StoreError`; `unknown` when there is no such campaign.
  public func counts(
    of campaign: ID<Campaign>, documents: CampaignDocuments, tables: [[Grouping]] = [],
    threads: Int = 2, progress: @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws -> GroupedCounts {
    let scan = SheetScan(
      campaign: campaign, framework: documents.framework, background: documents.background,
      tables: tables)
    if threads > 1 {
      // Two connections see the same moment when nothing was written between their beginnings.
      for _ in 0..<3 {
        if let counts = try parallel(scan, progress: progress) { return counts }
      }
    }
    return try read { db in
      try scan.counts(try scan.numbers(in: db, path: path), in: db, progress: progress)
    }
  }

  /// Counts the two halves of a large campaign at once; `nil` when it is not large, or when another
  /// run wrote to the store meanwhile.
  private func parallel(
    _ scan: SheetScan, progress: @Sendable (Int, Int) -> Void
  ) throws -> GroupedCounts? {
    let path = path
    let whole = try read { db in try scan.numbers(in: db, path: path) }
    guard whole.count >= Self.sheetsForTwoThreads else { return nil }
    let middle = (whole.lowerBound + whole.upperBound) / 2
    let halves = [whole.lowerBound...middle, (middle + 1)...whole.upperBound]
    let results = Mutex<[Int: Result<SheetScan.Part, any Error>]>([:])
    let done = Mutex(0)
    DispatchQueue.concurrentPerform(iterations: halves.count) { half in
      let result = Result {
        try Store(path: path, for: .reading).read { db in
          // In KiB: a scan reads no page twice, and there are two of them.
          try db.execute(sql: "PRAGMA cache_size = -256")
          return try scan.part(halves[half], in: db) { count, _ in
            let sum = done.withLock { sum in
              sum += count
              return sum
            }
            progress(sum, whole.count)
          }
        }
      }
      results.withLock { $0[half] = result }
    }
    // Taken out, so that one half is added to the other where it stands.
    let parts = try results.withLock { results in
      defer { results = [:] }
      return try (results[0]?.get(), results[1]?.get())
    }
    guard case (var first?, let second?) = parts, first.changes == second.changes else {
      return nil
    }
    first.counts += second.counts
    return first.counts
  }
}

/// One pass over the sheets of a campaign, or over a part of them.
struct SheetScan: Sendable {
  /// The counts of a part, and the state of the store that they were counted in.
  struct Part: Sendable {
    let changes: Int
    var counts: GroupedCounts
  }

  let campaign: ID<Campaign>
  let framework: Framework
  let background: BackgroundQuestions
  let tables: [[Grouping]]

  private static let progressStep = 1 << 16

  /// The numbers from the first to the last of the campaign's sheets; an empty campaign has one
  /// number, of no sheet.
  func numbers(in db: Database, path: String) throws -> ClosedRange<Int64> {
    guard let number = try CampaignRow.number(of: campaign, in: db) else {
      throw StoreError(.unknown(campaign.description), path: path)
    }
    let all = CampaignRow.sheetNumbers(of: number)
    // Asked for together, they would be looked up in the whole table.
    func end(_ which: String) throws -> Int64 {
      try Int64.fetchOne(
        db, sql: "SELECT \(which)(number) FROM answer_sheet WHERE number BETWEEN ? AND ?",
        arguments: [all.lowerBound, all.upperBound]) ?? all.lowerBound
    }
    return try end("min")...end("max")
  }

  func part(
    _ numbers: ClosedRange<Int64>, in db: Database, progress: (Int, Int) -> Void
  ) throws -> Part {
    Part(
      changes: try StoreIdentity.changes(db),
      counts: try counts(numbers, in: db, progress: progress))
  }

  /// - Parameter progress: told how many sheets were counted since it was last told, of how many.
  func counts(
    _ numbers: ClosedRange<Int64>, in db: Database, progress: (Int, Int) -> Void
  ) throws -> GroupedCounts {
    var counter = SheetCounter(framework: framework, tables: tables)
    let sheetLength = framework.competencies.count
    let backgroundLength = BackgroundSheet.length(of: background)
    var rows = try SheetCursor("role, background, sheet", numbers: numbers, in: db)
    var counted = 0
    while try rows.next() {
      counter.add(
        role: rows.integer(0), background: try rows.text(1, length: backgroundLength).bytes,
        sheet: try rows.text(2, length: sheetLength).bytes)
      counted += 1
      if counted % Self.progressStep == 0 { progress(Self.progressStep, numbers.count) }
    }
    do throws(SheetCounter.Unreadable) {
      return try counter.counts()
    } catch {
      throw Stored.fault("an answer sheet holds what is no answer")
    }
  }
}
