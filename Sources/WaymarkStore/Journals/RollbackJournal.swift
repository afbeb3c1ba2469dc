import Foundation

/// The journal that SQLite writes beside a store before it changes a page, as bytes: what the pages of
/// an unfinished change held before.
///
/// SQLite undoes with it whatever it can, checks twenty bytes of a page, and stops without a word where
/// it cannot go on. So it is looked through before SQLite gets it.
/// The format is the one of SQLite's documentation, "Database File Format", section 3.
struct RollbackJournal {
  private static let magic: [UInt8] = [0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7]

  /// What pages held before the change, as far as the journal is sound.
  private(set) var pages: [Int: [UInt8]] = [:]
  /// What cannot be true of a journal that was written to its end; `nil` when all is as it should be.
  private(set) var fault: StoreDamage.JournalFault?

  /// - Parameter bytes: the whole file; one that begins with a zero, or is empty, undoes nothing.
  init(_ bytes: Data) {
    guard let first = bytes.first, first != 0 else { return }
    var place = 0
    while place + 28 <= bytes.count {
      guard bytes[place..<place + 8].elementsEqual(Self.magic) else {
        // Behind the last part there may be anything.
        if place == 0 { fault = .otherBeginning }
        return
      }
      let count = bytes.number(at: place + 8)
      let nonce = bytes.number(at: place + 12)
      let (sector, size) = (
        Int(bytes.number(at: place + 20)), Int(bytes.number(at: place + 24))
      )
      guard StorePages.sizes.contains(size), (32...65_536).contains(sector),
        sector.nonzeroBitCount == 1
      else {
        fault = .damagedBeginning
        return
      }
      let record = size + 8
      var next = place + sector
      // The number is written once the pages are on the disk.
      for _ in 0..<count {
        guard next + record <= bytes.count else {
          fault = .missingEnd
          return
        }
        let page = [UInt8](bytes[next + 4..<next + 4 + size])
        let sum = stride(from: size - 200, to: 0, by: -200).reduce(nonce) {
          $0 &+ UInt32(page[$1])
        }
        let number = Int(bytes.number(at: next))
        guard number > 0, sum == bytes.number(at: next + 4 + size) else {
          fault = .damagedPage
          return
        }
        // What a page held first is what it held before the change.
        if pages[number] == nil { pages[number] = page }
        next += record
      }
      guard count > 0 else { return }
      place = (next + sector - 1) / sector * sector
    }
    if pages.isEmpty, bytes.count < 28 { fault = .missingEnd }
  }

  /// Whether a change of a store with an identity can have written it.
  ///
  /// Every change counts itself in a row that names the store; only a change to the format of the file
  /// is on the first page alone.
  func belongs(to identity: String) -> Bool {
    pages.keys.allSatisfy { $0 == 1 }
      || pages.values.contains { $0.firstRange(of: Array(identity.utf8)) != nil }
  }
}
