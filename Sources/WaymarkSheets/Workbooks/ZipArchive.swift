import CZlib

/// The parts of a zip file that is in memory, found by its directory at the end.
///
/// No size that the file states is trusted: parts are unpacked piece by piece up to a limit, and none
/// that is packed more tightly than tables are.
struct ZipArchive: Sendable {
  /// A part of the file.
  struct Entry: Sendable {
    let name: String
    let method: UInt16
    let isEncrypted: Bool
    let packedSize: Int
    let headerOffset: Int
  }

  /// The most parts that a workbook may have.
  private static let entryLimit = 20_000

  /// All of the file.
  let bytes: [UInt8]
  private(set) var entries: [String: Entry] = [:]

  /// Reads the directory.
  init(_ bytes: [UInt8]) throws(WorkbookReadingProblem) {
    self.bytes = bytes
    guard let end = endOfDirectory else { throw .damaged(part: nil) }
    let count = number16(end + 10)
    var place = number32(end + 16)
    guard count <= Self.entryLimit else { throw .damaged(part: nil) }
    for _ in 0..<count {
      guard place + 46 <= bytes.count, number32(place) == 0x0201_4B50 else {
        throw .damaged(part: nil)
      }
      let nameLength = number16(place + 28)
      let nameEnd = place + 46 + nameLength
      guard nameEnd <= bytes.count else { throw .damaged(part: nil) }
      let name = String(decoding: bytes[(place + 46)..<nameEnd], as: UTF8.self)
      entries[name.lowercased()] = Entry(
        name: name, method: UInt16(number16(place + 10)),
        isEncrypted: number16(place + 8) & 1 == 1, packedSize: number32(place + 20),
        headerOffset: number32(place + 42))
      place = nameEnd + number16(place + 30) + number16(place + 32)
    }
  }

  /// Opens a part by its name, without regard to case as workbooks have it; `nil` when it is not there.
  func open(
    _ name: String, limit: Int
  ) throws(WorkbookReadingProblem) -> Inflater? {
    let name = name.hasPrefix("/") ? String(name.dropFirst()) : name
    guard let entry = entries[name.lowercased()] else { return nil }
    if entry.isEncrypted { throw .encrypted }
    let header = entry.headerOffset
    guard header + 30 <= bytes.count, number32(header) == 0x0403_4B50 else {
      throw .damaged(part: entry.name)
    }
    let start = header + 30 + number16(header + 26) + number16(header + 28)
    guard start <= bytes.count, entry.packedSize <= bytes.count - start else {
      throw .damaged(part: entry.name)
    }
    return try Inflater(
      bytes, in: start..<start + entry.packedSize, method: entry.method, part: entry.name,
      limit: limit)
  }

  private var endOfDirectory: Int? {
    guard bytes.count >= 22 else { return nil }
    let last = bytes.count - 22
    // Behind the record there may be a comment of up to 64 KiB.
    return (max(0, last - 0xFFFF)...last).reversed().first { number32($0) == 0x0605_4B50 }
  }

  private func number16(_ place: Int) -> Int {
    place + 2 <= bytes.count ? Int(bytes[place]) | Int(bytes[place + 1]) << 8 : 0
  }

  private func number32(_ place: Int) -> Int {
    place + 4 <= bytes.count ? number16(place) | number16(place + 2) << 16 : 0
  }
}

/// Unpacks one part of a zip file, piece by piece.
///
/// Not for more than one thread.
final class Inflater {
  /// How many times larger than packed a part may be, once it is large at all: tables are 5 to 50
  /// times larger, and what a zip file can hold at most a thousand times.
  private static let ratio = 250
  private static let smallEnough = 4 << 20

  /// Why no more could be read.
  private(set) var problem: WorkbookReadingProblem?

  private let bytes: [UInt8]
  private let part: String
  private let limit: Int
  private let isStored: Bool
  private let end: Int
  private var place: Int
  private var taken = 0
  private var given = 0
  private var isDone = false
  // In a place of its own: the library refuses a state that was moved.
  private let stream: UnsafeMutablePointer<z_stream>

  init(
    _ bytes: [UInt8], in range: Range<Int>, method: UInt16, part: String, limit: Int
  ) throws(WorkbookReadingProblem) {
    guard method == 0 || method == 8 else { throw .otherPacking(part: part) }
    (self.bytes, self.part, self.limit) = (bytes, part, limit)
    (place, end) = (range.lowerBound, range.upperBound)
    isStored = method == 0
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    if !isStored, waymark_inflate_raw(stream) != Z_OK { throw .damaged(part: part) }
  }

  deinit {
    // Of a state that was never begun this does nothing.
    inflateEnd(stream)
    stream.deinitialize(count: 1)
    stream.deallocate()
  }

  /// Puts the next bytes into a buffer; gives their number, 0 at the end and -1 with a problem.
  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    guard problem == nil else { return -1 }
    guard !isDone, !buffer.isEmpty else { return 0 }
    let count = isStored ? copy(into: buffer) : unpack(into: buffer)
    given += count
    if given > limit {
      problem = .tooLarge(part: part)
    } else if given > Self.smallEnough, given / Self.ratio > taken {
      problem = .packedTooTightly(part: part)
    }
    return problem == nil ? count : -1
  }

  private func copy(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let count = min(buffer.count, end - place)
    bytes.withUnsafeBytes {
      buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[place..<place + count]))
    }
    place += count
    taken += count
    return count
  }

  private func unpack(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let most = min(buffer.count, 1 << 20)
    var count = 0
    bytes.withUnsafeBytes { bytes in
      while count == 0, !isDone, problem == nil {
        let available = min(end - place, 1 << 20)
        let input = bytes.baseAddress?.advanced(by: place).assumingMemoryBound(to: UInt8.self)
        stream.pointee.next_in = UnsafeMutablePointer(mutating: input)
        stream.pointee.avail_in = UInt32(available)
        stream.pointee.next_out = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
        stream.pointee.avail_out = UInt32(most)
        let outcome = inflate(stream, Z_NO_FLUSH)
        let used = available - Int(stream.pointee.avail_in)
        place += used
        taken += used
        count = most - Int(stream.pointee.avail_out)
        switch outcome {
        case Z_STREAM_END: isDone = true
        case Z_OK where used > 0 || count > 0: break
        default: problem = .damaged(part: part)
        }
      }
    }
    return count
  }
}
