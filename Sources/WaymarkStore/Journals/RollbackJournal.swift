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

/// The log of changes that earlier versions of Waymark kept beside a store, as bytes.
///
/// SQLite takes everything from the first damaged page on for something that was never written. The
/// format is the one of SQLite's documentation, "Database File Format", section 4.
struct ChangeLog {
  /// What the log has in the place of pages of the file: all changes that were finished, as far as
  /// they can be read.
  private(set) var pages: [Int: [UInt8]] = [:]
  /// What cannot be true of a log as it was written; `nil` when all is as it should be.
  private(set) var fault: StoreDamage.JournalFault?

  /// - Parameter bytes: the whole file, which may be empty.
  init(_ bytes: Data) {
    guard bytes.contains(where: { $0 != 0 }) else { return }
    let magic = bytes.count >= 32 ? bytes.number(at: 0) : 0
    let size = bytes.count >= 32 ? Int(bytes.number(at: 8)) : 0
    var sum = Sum(isBigEndian: magic & 1 == 1)
    if bytes.count >= 32 { sum.add(bytes[0..<24]) }
    guard magic & ~1 == 0x377F_0682, StorePages.sizes.contains(size),
      sum.is(in: bytes, at: 24)
    else {
      fault = .damagedBeginning
      return
    }
    var (place, pending) = (32, [Int: [UInt8]]())
    while place + 24 + size <= bytes.count {
      defer { place += 24 + size }
      // A log is written from its beginning again: behind its end there may be an older one.
      guard bytes[place + 8..<place + 16].elementsEqual(bytes[16..<24]) else { continue }
      var found = sum
      found.add(bytes[place..<place + 8])
      found.add(bytes[place + 24..<place + 24 + size])
      let isSound = found.is(in: bytes, at: place + 16)
      // The next page's sum goes on from the one that is written here.
      sum.set(from: bytes, at: place + 16)
      guard isSound else {
        fault = .damagedPage
        continue
      }
      pending[Int(bytes.number(at: place))] = [UInt8](bytes[place + 24..<place + 24 + size])
      if bytes.number(at: place + 4) != 0 {
        pages.merge(pending) { $1 }
        pending = [:]
      }
    }
  }

  /// The sum over all that a log holds up to a page.
  private struct Sum {
    let isBigEndian: Bool
    private var (first, second): (UInt32, UInt32) = (0, 0)

    init(isBigEndian: Bool) { self.isBigEndian = isBigEndian }

    mutating func add(_ bytes: Data) {
      for place in stride(from: bytes.startIndex, to: bytes.endIndex - 7, by: 8) {
        first &+= word(bytes, place) &+ second
        second &+= word(bytes, place + 4) &+ first
      }
    }

    func `is`(in bytes: Data, at place: Int) -> Bool {
      first == bytes.number(at: place) && second == bytes.number(at: place + 4)
    }

    mutating func set(from bytes: Data, at place: Int) {
      (first, second) = (bytes.number(at: place), bytes.number(at: place + 4))
    }

    private func word(_ bytes: Data, _ place: Int) -> UInt32 {
      let word = bytes.number(at: place)
      return isBigEndian ? word : word.byteSwapped
    }
  }
}
