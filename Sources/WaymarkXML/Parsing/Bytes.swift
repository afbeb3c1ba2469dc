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
