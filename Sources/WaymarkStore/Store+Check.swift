import Foundation
internal import GRDB
internal import Waymark

extension Store {
  /// Up to how many pages of 4 KiB every page and index of a store is looked at when it is opened.
  private static let mostPages = 4096
  /// How many sheets of a larger store are looked up both ways.
  private static let samples: Int64 = 16

  /// Looks at every page, every reference and the seal of the store.
  ///
  /// - Returns: what is wrong, in SQLite's words or ours; empty when all is sound.
  package func faults() throws(StoreError) -> [String] {
    try read { db in
      let pages = try db.rows("PRAGMA integrity_check").compactMap {
        Self.fault(try $0.text("integrity_check"))
      }
      let references = try db.rows("PRAGMA foreign_key_check").map {
        StoreDamage.danglingReference(table: try $0.text("table")).words
      }
      let seal = try StoreSeal.isWhole(db) ? [] : [StoreDamage.brokenSeal.words]
      let ledger = try LedgerEntry.isUnbroken(Self.ledger(db)) { SHA256.hex($0) }
      return pages + references + seal
        + (ledger ? [] : [StoreDamage.brokenLedger.words])
    }
  }

  /// Refuses a store that is damaged, as far as that can be known before it is used.
  static func examine(_ queue: DatabaseQueue, _ path: String) throws(StoreError) {
    let fault = try calling(path, queue) { try queue.read(firstFault) }
    if let fault { throw StoreError(.damaged(detail: fault), path: path) }
  }

  private static func firstFault(_ db: Database) throws -> String? {
    guard try StoreIdentity.isWhole(db) else {
      return StoreDamage.otherJournal(.changeLog).words
    }
    let isSmall = try db.number("PRAGMA page_count") ?? 0 <= mostPages
    if isSmall, let found = try db.text("PRAGMA integrity_check(1)").flatMap(fault) {
      return found
    }
    guard try StoreSeal.isWhole(db) else { return StoreDamage.brokenSeal.words }
    return try isSmall || sheetsAreFound(db) ? nil : StoreDamage.brokenIndex.words
  }

  /// What SQLite found wrong, on one line and without its heading.
  private static func fault(_ text: String) -> String? {
    guard text != "ok" else { return nil }
    return text.split(separator: "\n").filter { !$0.hasPrefix("***") }.joined(separator: ", ")
  }

  /// Whether sheets from all over a large store stand in the index of respondents, and what stands
  /// beside them in the index is in the table.
  private static func sheetsAreFound(_ db: Database) throws -> Bool {
    for campaign in try db.rows("SELECT number FROM campaign") {
      let numbers = CampaignRow.sheetNumbers(of: try campaign.number("number"))
      let range: StatementArguments = [numbers.lowerBound, numbers.upperBound]
      guard
        let first = try db.number(
          "SELECT min(number) FROM answer_sheet WHERE number BETWEEN ? AND ?", range),
        let last = try db.number(
          "SELECT max(number) FROM answer_sheet WHERE number BETWEEN ? AND ?", range)
      else { continue }
      let step = max(1, (last - first) / samples)
      for number in stride(from: first, through: last, by: Int(step)) {
        guard try isFound(number, upTo: last, in: db) else { return false }
      }
    }
    return true
  }

  private static func isFound(_ number: Int64, upTo last: Int64, in db: Database) throws -> Bool {
    let sheet = try db.row(
      """
      SELECT number, campaign, respondent FROM answer_sheet
      WHERE number BETWEEN ? AND ? ORDER BY number LIMIT 1
      """, [number, last])
    guard let sheet else { return false }
    // The sheet itself and the one after it, both by the index.
    let entries = try db.rows(
      """
      SELECT number, respondent FROM answer_sheet INDEXED BY answer_sheet_respondent
      WHERE campaign = ? AND respondent >= ? ORDER BY respondent LIMIT 2
      """, [try sheet.number("campaign"), try sheet.text("respondent")])
    guard let own = entries.first, try own.number("number") == sheet.number("number") else {
      return false
    }
    return try entries.allSatisfy { entry in
      try db.row(
        "SELECT respondent FROM answer_sheet WHERE number = ?", [try entry.number("number")])?
        .text("respondent") == entry.text("respondent")
    }
  }
}

extension Store {
  /// Puts a copy of a store in a store's place; what stood there is kept beside it.
  ///
  /// The copy is not changed. A copy of it is brought up to date and looked through first, down to
  /// every page and reference; only a sound one takes the place, and at one moment.
  /// What was published or exported since the copy was made stays in the ledger, as far as what stands
  /// there can be read: it cannot be taken back from those who have it.
  /// - Throws: `StoreError`, of the copy where that is at fault; `exists` when it is the store itself,
  ///   `otherLedger` when the copy has published what the store has not.
  package static func restore(path: String, from copy: String) throws(StoreError) -> Restored {
    let (path, copy) = (StoreLocation.resolved(path), StoreLocation.resolved(copy))
    guard path != copy else { throw StoreError(.exists, path: path) }
    let isThere = try StoreLocation.isFile(path)
    if isThere { try refuseForeign(path) }
    try StoreLocation.makeFolder(of: path)
    let staging = try StoreLocation.staging(beside: path)
    defer { staging.remove() }
    let temporary = try StoreLocation.makeEmptyFile(in: staging, for: path)
    try check(copy, in: temporary)
    let givenOut = isThere ? try takeOver(from: path, in: temporary, copiedFrom: copy) : 0
    let kept = isThere ? try keepAside(path) : nil
    try StoreLocation.place(temporary, at: path, replacing: true)
    return Restored(kept: kept, givenOut: givenOut)
  }

  /// What became of what stood where a copy was put.
  package struct Restored: Hashable, Sendable {
    /// Where it is kept; `nil` when there was nothing.
    package let kept: String?
    /// How many entries of its ledger were taken over; `nil` when it could not be read.
    package let givenOut: Int?
  }

  /// Takes over what has left the store since the copy was made: the ledger, and how often things were
  /// shared.
  private static func takeOver(
    from path: String, in temporary: String, copiedFrom copy: String
  ) throws(StoreError) -> Int? {
    var old: Store?
    do throws(StoreError) {
      old = try Store(path: path, for: .reading)
    } catch {}
    do throws(StoreError) {
      let store = try Store(path: temporary, for: .writing)
      var count: Int?
      if let old { count = try store.takeOverLedger(of: old) }
      try store.takeOverRevisions(of: old)
      try calling(temporary, store.queue) { try store.queue.close() }
      return count
    } catch {
      throw StoreError(error.problem, path: copy)
    }
  }

  /// Copies a store with its journals, and refuses a copy that is not sound.
  private static func check(_ copy: String, in temporary: String) throws(StoreError) {
    do {
      for suffix in journals where StoreLocation.size(of: copy + suffix) > 0 {
        try StoreLocation.contents(of: copy + suffix).write(
          to: URL(fileURLWithPath: temporary + suffix))
      }
      try StoreLocation.contents(of: copy).write(to: URL(fileURLWithPath: temporary))
    } catch let error as StoreError {
      throw error
    } catch {
      throw StoreError(.system(String(describing: error)), path: temporary)
    }
    do throws(StoreError) {
      let store = try Store(path: temporary, for: .writing)
      let faults = try store.faults()
      try calling(temporary, store.queue) { try store.queue.close() }
      guard faults.isEmpty else {
        throw StoreError(.damaged(detail: faults.prefix(5).joined(separator: "; ")), path: copy)
      }
    } catch {
      throw StoreError(error.problem, path: copy)
    }
  }

  /// Gives a store and its journals a second name, which no other file has.
  private static func keepAside(_ path: String) throws(StoreError) -> String {
    var number = 1
    while link(path, "\(path).replaced-\(number)") != 0 {
      guard errno == EEXIST else {
        throw StoreError(.system(String(cString: strerror(errno))), path: path)
      }
      number += 1
    }
    let kept = "\(path).replaced-\(number)"
    // A journal belongs to what stood there: it must not be put into what comes.
    for suffix in journals where rename(path + suffix, kept + suffix) != 0 && errno != ENOENT {
      throw StoreError(.system(String(cString: strerror(errno))), path: path)
    }
    return kept
  }

  private static let journals = ["-journal", "-wal", "-shm"]
}
