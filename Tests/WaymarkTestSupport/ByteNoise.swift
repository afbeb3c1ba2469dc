/// Bytes as terminals, pastes and accidents send them, that are no deliberate key by themselves.
///
/// What is deliberate: one printable character that comes alone where a key answers, a line that is a
/// choice where lines are read, Enter alone, and the characters that stop or suspend a program. None of
/// it comes out of here: where a line is ended, it holds a `§`, which is no choice anywhere.
package struct ByteNoise {
  private var random: SampleRandom
  /// Whether the terminal collects lines: it acts on some control characters by itself.
  private let inLines: Bool

  /// Begins the sequence of a seed.
  package init(seed: UInt64, inLines: Bool) {
    random = SampleRandom(seed: seed)
    self.inLines = inLines
  }

  /// The next burst.
  package mutating func next() -> [UInt8] {
    let burst = piece() + (chance(3) ? piece() : [])
    // A line is ended now and then, by what cannot be mistaken for an answer.
    return chance(6) ? burst + Array("§".utf8) + [0x0D] : burst
  }

  private mutating func chance(_ one: Int) -> Bool { Int.random(in: 0..<one, using: &random) == 0 }

  private mutating func pick<T>(_ items: [T]) -> T {
    items[Int.random(in: items.indices, using: &random)]
  }

  private mutating func bytes(_ count: ClosedRange<Int>, of values: [UInt8]) -> [UInt8] {
    (0..<Int.random(in: count, using: &random)).map { _ in pick(values) }
  }

  private mutating func piece() -> [UInt8] {
    let escape: [UInt8] = [0x1B]
    switch Int.random(in: 0..<11, using: &random) {
    case 0: return bytes(2...12, of: anything) + Array("x7".utf8)
    // CSI, SS3, OSC, DCS, a mouse report: replies and keys without a meaning here.
    case 1:
      return escape + Array("[".utf8) + bytes(0...6, of: Self.parameters) + [pick(Self.finals)]
    case 2: return escape + Array("O".utf8) + [pick(Self.finals)]
    case 3:
      return escape + Array("]11;rgb:".utf8) + bytes(1...12, of: Self.digits)
        + pick([[0x07], escape + [0x5C]])
    case 4: return escape + Array("P".utf8) + bytes(1...9, of: Self.digits) + escape + [0x5C]
    case 5: return escape + Array("[M".utf8) + bytes(3...3, of: Array(0x21...0x7E))
    // Cut off.
    case 6: return escape + Array(pick(["[3", "]0;3", "P1", "[<0;3", "O"]).utf8)
    case 7: return paste()
    case 8:
      return Array(
        pick(["333", "skipp", "12", "yy", "nn", "99", "bq", "ss", "0 0", "é3", "字3"]).utf8)
    case 9: return bytes(1...3, of: Array(0x80...0xBF)) + Array("33".utf8)
    default: return bytes(2...5, of: Self.controls) + (inLines ? [] : Array("33".utf8))
    }
  }

  /// Lines between the marks that a terminal sets around what is pasted.
  ///
  /// Where lines are collected no marks are asked for: what is pasted there comes as it is, in lines that
  /// come at once.
  private mutating func paste() -> [UInt8] {
    let lines = (0..<Int.random(in: 1...4, using: &random)).map { _ in
      bytes(1...8, of: Array("0123459 snbyfq,".utf8))
    }
    if inLines {
      return Array((lines + [Array("§".utf8), Array("3".utf8)]).joined(separator: [0x0D])) + [0x0D]
    }
    return Array("\u{1B}[200~".utf8) + Array(lines.joined(separator: [0x0D]))
      + Array("\r\u{1B}[201~".utf8)
  }

  private static let digits = Array("0123456789;".utf8)
  private static let parameters = Array("0123456789;?".utf8)
  /// Not `~`, which would begin or end a paste.
  private static let finals = Array("ABCDFHRcntuy".utf8)
  /// Those that neither end a line nor stop, suspend or freeze a program.
  private static let controls: [UInt8] = [
    0x00, 0x02, 0x05, 0x06, 0x07, 0x0C, 0x0E, 0x10, 0x19, 0x1E,
  ]

  private var anything: [UInt8] {
    (0...255).filter { byte in
      ![0x03, 0x04, 0x0A, 0x0D, 0x0F, 0x11, 0x12, 0x13, 0x15, 0x16, 0x17, 0x1A, 0x1C, 0x7F, 0x08]
        .contains(byte) || !inLines && [0x08, 0x0F, 0x12, 0x15, 0x16, 0x17, 0x7F].contains(byte)
    }
  }
}
