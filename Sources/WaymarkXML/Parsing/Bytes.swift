/// Questions that are asked of every byte of a document, answered eight bytes at a time.
enum Bytes {
  private static let lows: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  /// The offset of the first byte that begins no character of UTF-8, or `nil`.
  static func firstOutsideUTF8(_ bytes: UnsafeRawBufferPointer) -> Int? {
    var offset = 0
    while offset < bytes.count {
      if offset + 8 <= bytes.count, word(bytes, offset) & highs == 0 {
        offset += 8
      } else if bytes[offset] < 0x80 {
        offset += 1
      } else {
        var rest = bytes[offset...].makeIterator()
        var parser = Unicode.UTF8.ForwardParser()
        guard case .valid(let character) = parser.parseScalar(from: &rest) else { return offset }
        offset += character.count
      }
    }
    return nil
  }

  /// Whether the bytes hold no white space but single spaces between other characters.
  static func haveOnlySingleSpaces(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard let first = bytes.first, let last = bytes.last else { return true }
    guard first > 0x20, last > 0x20 else { return false }
    var offset = 0
    while offset + 9 <= bytes.count {
      let here = word(bytes, offset)
      let next = word(bytes, offset + 1)
      if hasByte(here, below: 0x20) || hasByte(spaces(here) | spaces(next), below: 1) {
        return false
      }
      offset += 8
    }
    return (offset..<bytes.count - 1).allSatisfy {
      bytes[$0] > 0x20 || (bytes[$0] == 0x20 && bytes[$0 + 1] > 0x20)
    }
  }

  private static func word(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> UInt64 {
    bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
  }

  /// Zero bytes where there are spaces.
  private static func spaces(_ word: UInt64) -> UInt64 { word ^ (lows &* 0x20) }

  /// Whether one of the eight bytes is smaller than a limit of at most 128.
  private static func hasByte(_ word: UInt64, below limit: UInt64) -> Bool {
    (word &- lows &* limit) & ~word & highs != 0
  }
}

/// The bytes of a document that a parser has not taken yet.
struct ByteSource {
  /// What is left.
  var rest: UnsafeBufferPointer<UInt8>

  /// Hands out as many bytes as fit; gives their number, 0 at the end.
  mutating func read(into buffer: UnsafeMutableRawBufferPointer) -> Int32 {
    let count = min(buffer.count, rest.count)
    buffer.copyMemory(
      from: UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(rest)[..<count]))
    rest = UnsafeBufferPointer(rebasing: rest[count...])
    return Int32(count)
  }
}

/// The text of an element without white space around it and with one space for each run of white
/// space in it: documents break and indent lines as they like.
func collapsed(_ bytes: [UInt8]) -> String {
  if bytes.withUnsafeBytes(Bytes.haveOnlySingleSpaces) {
    return String(decoding: bytes, as: UTF8.self)
  }
  return bytes.split { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    .map { String(decoding: $0, as: UTF8.self) }
    .joined(separator: " ")
}

/// Turns growing offsets into columns without looking at more bytes than it must.
struct ColumnCounter {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var latest = (offset: 0, column: 1)

  /// Counts in bytes of UTF-8 that stay where they are for the life of the counter.
  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The column of an offset in characters (Unicode scalars), from 1.
  ///
  /// Goes back to the beginning of the line or to the offset of the last call, whichever is nearer:
  /// a document on a single line must not be read again for every element.
  mutating func column(at target: Int) -> Int {
    var offset = min(target, bytes.count)
    var characters = 0
    while offset > latest.offset {
      let byte = bytes[offset - 1]
      if byte == UInt8(ascii: "\n") {
        latest = (target, characters + 1)
        return latest.column
      }
      // The first byte of each character alone: the others of UTF-8 begin with the bits 10.
      if byte & 0xC0 != 0x80 { characters += 1 }
      offset -= 1
    }
    latest = (target, latest.column + characters)
    return latest.column
  }
}
