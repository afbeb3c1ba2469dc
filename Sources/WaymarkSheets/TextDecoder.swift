/// Writes text of another encoding, which arrives in pieces, as UTF-8.
///
/// Nothing is repaired: half a pair of surrogates and bytes that stand for no character are faults.
struct TextDecoder {
  private let encoding: TextEncoding
  // Bytes counted from the start of the file.
  private var count = 0
  private var isLittleEndian: Bool?
  private var firstByte: UInt8?
  private var highSurrogate: UInt16?

  init(_ encoding: TextEncoding) {
    self.encoding = encoding
    switch encoding {
    case .utf16LittleEndian: isLittleEndian = true
    case .utf16BigEndian: isLittleEndian = false
    case .utf8, .latin1, .windows1252, .utf16: isLittleEndian = nil
    }
  }

  /// Appends the next bytes as UTF-8; gives the first fault, after all that stood before it.
  mutating func decode(
    _ bytes: UnsafeRawBufferPointer, into text: inout [UInt8]
  ) -> CSVProblem? {
    for byte in bytes {
      defer { count += 1 }
      let problem =
        switch encoding {
        case .utf16, .utf16LittleEndian, .utf16BigEndian: decodeUTF16(byte, into: &text)
        case .utf8, .latin1, .windows1252: decodeByte(byte, into: &text)
        }
      if let problem { return problem }
    }
    return nil
  }

  /// The fault of a file that ends here.
  func finish() -> CSVProblem? {
    if firstByte != nil { return .notInEncoding(encoding, byte: count - 1) }
    if highSurrogate != nil { return .notInEncoding(encoding, byte: count - 2) }
    return nil
  }

  /// What Windows-1252 has between 0x80 and 0x9F; 0 where it has nothing.
  private static let windowsMarks: [UInt16] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC,
    0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
  ]

  /// Whether a byte stands for a character in Windows-1252.
  static func isWindows(_ byte: UInt8) -> Bool {
    byte != 0 && !((0x80...0x9F).contains(byte) && windowsMarks[Int(byte) - 0x80] == 0)
  }

  private func decodeByte(_ byte: UInt8, into text: inout [UInt8]) -> CSVProblem? {
    switch byte {
    case 0: return .nul(byte: count)
    case 0x80...0x9F where encoding == .windows1252 && Self.isWindows(byte):
      guard let scalar = Unicode.Scalar(Self.windowsMarks[Int(byte) - 0x80]) else {
        return .notInEncoding(encoding, byte: count)
      }
      text.append(contentsOf: String(Character(scalar)).utf8)
    case 0x80...0x9F: return .notInEncoding(encoding, byte: count)
    case 0xA0...: text += [0xC0 | byte >> 6, 0x80 | byte & 0x3F]
    default: text.append(byte)
    }
    return nil
  }

  private mutating func decodeUTF16(_ byte: UInt8, into text: inout [UInt8]) -> CSVProblem? {
    guard let first = firstByte else {
      firstByte = byte
      return nil
    }
    firstByte = nil
    guard let isLittleEndian else {
      switch (first, byte) {
      case (0xFF, 0xFE): isLittleEndian = true
      case (0xFE, 0xFF): isLittleEndian = false
      default: return .noByteOrderMark
      }
      return nil
    }
    let unit =
      isLittleEndian ? UInt16(byte) << 8 | UInt16(first) : UInt16(first) << 8 | UInt16(byte)
    // A mark that an encoding without one has all the same is no text.
    if unit == 0xFEFF, count == 1 { return nil }
    if unit == 0 { return .nul(byte: count - 1) }
    if let high = highSurrogate {
      guard UTF16.isTrailSurrogate(unit) else {
        return .notInEncoding(encoding, byte: count - 3)
      }
      highSurrogate = nil
      text.append(contentsOf: String(decoding: [high, unit], as: UTF16.self).utf8)
      return nil
    }
    if UTF16.isLeadSurrogate(unit) {
      highSurrogate = unit
      return nil
    }
    guard let scalar = Unicode.Scalar(unit) else {
      return .notInEncoding(encoding, byte: count - 1)
    }
    text.append(contentsOf: String(Character(scalar)).utf8)
    return nil
  }
}

/// How a file writes its characters as bytes.
///
/// A file is read as UTF-8 unless the person says otherwise or `TableDialect` finds by its bytes that it
/// cannot be.
package enum TextEncoding: String, Hashable, Sendable, CaseIterable {
  /// UTF-8, with or without a byte order mark.
  case utf8 = "utf-8"
  /// ISO 8859-1, a byte a character.
  case latin1
  /// UTF-16 with a byte order mark, which says which byte comes first.
  case utf16 = "utf-16"
  /// UTF-16 without a byte order mark, the lower byte first.
  case utf16LittleEndian = "utf-16le"
  /// UTF-16 without a byte order mark, the higher byte first.
  case utf16BigEndian = "utf-16be"
  /// What Windows wrote before UTF-8: ISO 8859-1 with marks such as curly quotes, a byte a character.
  case windows1252 = "windows-1252"
}

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
