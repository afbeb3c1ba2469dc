/// What the bytes of a terminal mean: keys, text that was pasted, and what is no key at all.
///
/// Replies and reports of a terminal (CSI, SS3, OSC, DCS, APC, PM, SOS of ECMA-48) are passed over, whether
/// they come whole, in pieces or cut off; none of their bytes is a key.
struct TerminalKeys {
  enum Key: Equatable {
    case character(Character)
    case enter, tab, backspace, delete, escape, endOfInput, redraw
    case left, right, home, end
    /// Everything, the word before the cursor, and all behind it.
    case eraseLine, eraseWord, eraseRest
    /// Ctrl-X: away with what is written, and no Enter.
    case discard
    /// Text between the marks that a terminal sets around what is pasted.
    case paste(String)
    /// A byte that begins no letter in UTF-8.
    case noText
    /// A report of the terminal, or a key without a meaning here.
    case other

    /// Whether something of it would be read.
    var isText: Bool {
      switch self {
      case .character, .paste, .enter: true
      default: false
      }
    }
  }

  private static let escape: UInt8 = 0x1B
  private static let endOfPaste = Array("\u{1B}[201~".utf8)

  private var bytes: [UInt8] = []

  /// How many milliseconds it may take until what has begun goes on; `nil` where nothing has begun.
  ///
  /// An escape alone is a key after a moment; the rest of a report comes within a second.
  var patience: Int32? { bytes.isEmpty ? nil : bytes == [Self.escape] ? 50 : 1000 }

  mutating func add(_ more: some Sequence<UInt8>) { bytes += more }

  /// Forgets what has come and was not asked for.
  mutating func clear() { bytes = [] }

  /// The next key; `nil` until more has come.
  ///
  /// - Parameter isQuiet: whether what has begun was waited for in vain.
  mutating func next(isQuiet: Bool = false) -> Key? {
    guard let first = bytes.first else { return nil }
    let taken: Taken
    switch first {
    case Self.escape: taken = escaped()
    case 0x00..<0x20, 0x7F: taken = control(first)
    default: taken = letter()
    }
    switch taken {
    case .key(let key, let count):
      bytes.removeFirst(min(count, bytes.count))
      return key
    case .incomplete(let key):
      guard isQuiet else { return nil }
      bytes = []
      return key
    }
  }

  /// What stands at the beginning.
  private enum Taken {
    /// A key of so many bytes.
    case key(Key, Int)
    /// The beginning of something; what it is when no more comes.
    case incomplete(Key)
  }

  private func control(_ byte: UInt8) -> Taken {
    let key: Key =
      switch byte {
      case 0x01: .home
      case 0x02: .left
      case 0x04: .endOfInput
      case 0x05: .end
      case 0x06: .right
      case 0x08, 0x7F: .backspace
      case 0x09: .tab
      case 0x0A, 0x0D: .enter
      case 0x0B: .eraseRest
      case 0x0C: .redraw
      case 0x15: .eraseLine
      case 0x17: .eraseWord
      case 0x18: .discard
      default: .other
      }
    return .key(key, byte == 0x0D && bytes.dropFirst().first == 0x0A ? 2 : 1)
  }

  /// One scalar in UTF-8.
  private func letter() -> Taken {
    var decoder = UTF8()
    var rest = bytes.prefix(4).makeIterator()
    switch decoder.decode(&rest) {
    case .scalarValue(let scalar):
      let isControl = scalar.properties.generalCategory == .control
      return .key(
        isControl ? .other : .character(Character(scalar)), String(scalar).utf8.count)
    case .emptyInput, .error:
      let length = [0xC0, 0xE0, 0xF0].count { bytes[0] >= $0 } + 1
      let isBegun =
        bytes[0] >= 0xC2 && bytes.count < length
        && bytes.dropFirst().allSatisfy { $0 & 0xC0 == 0x80 }
      return isBegun ? .incomplete(.noText) : .key(.noText, 1)
    }
  }

  private func escaped() -> Taken {
    guard bytes.count > 1 else { return .incomplete(.escape) }
    switch bytes[1] {
    case UInt8(ascii: "["): return sequence()
    case UInt8(ascii: "O"):
      return bytes.count < 3 ? .incomplete(.other) : .key(Self.cursor(bytes[2]), 3)
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"),
      UInt8(ascii: "X"):
      return string()
    case Self.escape: return .key(.escape, 1)
    case 0x00..<0x20: return .key(.escape, 1)
    default:
      return .key(
        .other, 1 + (bytes.dropFirst(2).firstIndex { $0 & 0xC0 != 0x80 } ?? bytes.count) - 1)
    }
  }

  /// A control sequence: parameters and a final byte.
  private func sequence() -> Taken {
    // The console's function keys have a second bracket.
    if bytes.dropFirst(2).first == UInt8(ascii: "[") {
      return bytes.count < 4 ? .incomplete(.other) : .key(.other, 4)
    }
    guard let end = bytes.dropFirst(2).firstIndex(where: { !(0x20...0x3F).contains($0) }) else {
      return .incomplete(.other)
    }
    guard (0x40...0x7E).contains(bytes[end]) else { return .key(.other, end) }
    switch (String(decoding: bytes[2..<end], as: UTF8.self), bytes[end]) {
    case ("200", UInt8(ascii: "~")): return paste(from: end + 1)
    case ("1", UInt8(ascii: "~")), ("7", UInt8(ascii: "~")): return .key(.home, end + 1)
    case ("4", UInt8(ascii: "~")), ("8", UInt8(ascii: "~")): return .key(.end, end + 1)
    case ("3", UInt8(ascii: "~")): return .key(.delete, end + 1)
    // A click of the mouse in the oldest form: three bytes follow.
    case ("", UInt8(ascii: "M")):
      return bytes.count < end + 4 ? .incomplete(.other) : .key(.other, end + 4)
    case ("", let final): return .key(Self.cursor(final), end + 1)
    default: return .key(.other, end + 1)
    }
  }

  private static func cursor(_ final: UInt8) -> Key {
    switch final {
    case UInt8(ascii: "C"): .right
    case UInt8(ascii: "D"): .left
    case UInt8(ascii: "F"): .end
    case UInt8(ascii: "H"): .home
    default: .other
    }
  }

  private func paste(from start: Int) -> Taken {
    let rest = bytes[start...]
    guard let end = rest.firstRange(of: Self.endOfPaste) else {
      return .incomplete(.paste(String(decoding: rest, as: UTF8.self)))
    }
    guard let text = String(validating: rest[..<end.lowerBound], as: UTF8.self) else {
      return .key(.noText, end.upperBound)
    }
    return .key(.paste(text), end.upperBound)
  }

  /// A string of a terminal, which ends with BEL or ST; one that was cut off ends before a line does.
  private func string() -> Taken {
    guard
      let end = bytes.dropFirst(2).firstIndex(where: {
        [0x07, 0x0A, 0x0D, Self.escape].contains($0)
      })
    else { return .incomplete(.other) }
    guard bytes[end] == Self.escape else {
      return .key(.other, bytes[end] == 0x07 ? end + 1 : end)
    }
    guard bytes.count > end + 1 else { return .incomplete(.other) }
    return .key(.other, bytes[end + 1] == UInt8(ascii: "\\") ? end + 2 : end)
  }
}
