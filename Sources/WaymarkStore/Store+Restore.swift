import Foundation
internal import GRDB

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
