internal import Foundation
internal import GRDB
internal import Waymark

extension Store {
  /// Reads the answers, learning records and responses of a store that may be damaged, as many as can
  /// be reached.
  ///
  /// The file is not changed, and SQLite is not asked: it reads nothing of a file whose schema is
  /// damaged, and no row beyond a damaged page. Every page is looked at by itself, and rows are known
  /// by their shape; so all are found that are whole.
  /// - Complexity: linear in the size of the file, which is held in memory with what is found.
  package static func salvage(path: String) throws(StoreError) -> SalvagedStore {
    let path = StoreLocation.resolved(path)
    guard try StoreLocation.check(path) else { throw StoreError(.missing, path: path) }
    let file = try StoreLocation.contents(of: path)
    // The two bytes that say how large pages are may be damaged too.
    let said = file.count >= 18 ? Int(file[16]) << 8 | Int(file[17]) : 0
    let usual = try salvage(file, size: 4096, path: path)
    guard said != 4096, StorePages.sizes.contains(said) else { return usual }
    let other = try salvage(file, size: said, path: path)
    return other.count > usual.count ? other : usual
  }

  private static func salvage(
    _ file: Data, size: Int, path: String
  ) throws(StoreError) -> SalvagedStore {
    let pages = SalvagedPages(StorePages(file, size: size))
    var joined = pages
    joined.put(ChangeLog(try journal(path + "-wal")).pages)
    // A journal of another store would bring its rows along.
    guard joined.areOfOneStore else { return pages.store }
    let journal = RollbackJournal(try journal(path + "-journal"))
    if pages.identities.contains(where: journal.belongs) { joined.put(journal.pages) }
    return joined.store
  }

  private static func journal(_ path: String) throws(StoreError) -> Data {
    StoreLocation.size(of: path) > 0 ? try StoreLocation.contents(of: path) : Data()
  }
}
