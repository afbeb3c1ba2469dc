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

  init(_ encoding: TextEncoding) { self.encoding = encoding }

  /// Appends the next bytes as UTF-8; gives the first fault, after all that stood before it.
  mutating func decode(
    _ bytes: UnsafeRawBufferPointer, into text: inout [UInt8]
  ) -> CSVProblem? {
    for byte in bytes {
      defer { count += 1 }
      let problem =
        encoding == .utf16
        ? decodeUTF16(byte, into: &text) : decodeLatin1(byte, into: &text)
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

  private func decodeLatin1(_ byte: UInt8, into text: inout [UInt8]) -> CSVProblem? {
    switch byte {
    case 0: return .nul(byte: count)
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
