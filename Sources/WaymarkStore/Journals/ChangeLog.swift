import Foundation

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
