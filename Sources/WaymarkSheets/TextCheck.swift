/// Checks that bytes which arrive in pieces are UTF-8 without NUL.
///
/// Well-formed sequences are those of table 3-7 of the Unicode Standard: no overlong forms, no
/// surrogates, nothing above U+10FFFF.
struct TextCheck {
  enum Fault { case notUTF8, nul }

  /// Where the sequence begins that is being read or that is at fault, in bytes from the start.
  private(set) var sequenceStart = 0
  private var checked = 0
  private var pending = 0
  private var allowed: ClosedRange<UInt8> = 0x80...0xBF

  /// Whether the bytes so far end inside a sequence.
  var isInsideSequence: Bool { pending > 0 }

  /// Checks the next bytes; gives the first fault and how many bytes stand before it.
  mutating func fault(in bytes: UnsafeRawBufferPointer) -> (Fault, after: Int)? {
    var place = 0
    defer { checked += place }
    while place < bytes.count {
      if pending == 0, place + 8 <= bytes.count,
        Self.isPlain(bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      {
        place += 8
        continue
      }
      let byte = bytes[place]
      if pending == 0 { sequenceStart = checked + place }
      if byte == 0, pending == 0 { return (.nul, place) }
      guard accept(byte) else { return (.notUTF8, place) }
      place += 1
    }
    return nil
  }

  /// Eight ASCII bytes, none of them NUL.
  private static func isPlain(_ word: UInt64) -> Bool {
    let high: UInt64 = 0x8080_8080_8080_8080
    return (word | (word &- 0x0101_0101_0101_0101)) & high == 0
  }

  private mutating func accept(_ byte: UInt8) -> Bool {
    if pending > 0 {
      guard allowed.contains(byte) else { return false }
      pending -= 1
      allowed = 0x80...0xBF
      return true
    }
    switch byte {
    case 0x00...0x7F: pending = 0
    case 0xC2...0xDF: pending = 1
    case 0xE0...0xEF:
      pending = 2
      if byte == 0xE0 { allowed = 0xA0...0xBF }
      if byte == 0xED { allowed = 0x80...0x9F }
    case 0xF0...0xF4:
      pending = 3
      if byte == 0xF0 { allowed = 0x90...0xBF }
      if byte == 0xF4 { allowed = 0x80...0x8F }
    default: return false
    }
    return true
  }
}
