import Testing

@testable import WaymarkCommands

/// What bytes of a terminal mean, in the forms of ECMA-48 and of xterm's control sequences.
@Suite struct TerminalKeysTests {
  /// Everything that comes of bytes, in pieces of some size, with a silence at the end.
  private static func keys(of bytes: [UInt8], inPiecesOf size: Int) -> [TerminalKeys.Key] {
    var keys = TerminalKeys()
    var found: [TerminalKeys.Key] = []
    for start in stride(from: 0, to: bytes.count, by: size) {
      keys.add(bytes[start..<min(start + size, bytes.count)])
      while let key = keys.next() { found.append(key) }
    }
    while let key = keys.next(isQuiet: true) { found.append(key) }
    return found
  }

  @Test(arguments: [
    "\u{1B}]11;rgb:3030/3030/3030\u{7}", "\u{1B}]11;rgb:3030/3030/3030\u{1B}\\",
    "\u{1B}P1$r0m\u{1B}\\", "\u{1B}_Gi=31;OK\u{1B}\\", "\u{1B}^3\u{1B}\\", "\u{1B}X3\u{1B}\\",
    "\u{1B}[?62;22c", "\u{1B}[24;80R", "\u{1B}[I", "\u{1B}[M 33", "\u{1B}[<0;3;3M", "\u{1B}[A",
    "\u{1B}[15~", "\u{1B}[[A", "\u{1B}OP", "\u{1B}[1;5C", "\u{1B}3", "\u{1B}[3;5u",
  ])
  func `A reply or a report is no key, whole or in pieces`(reply: String) {
    for size in [1, 2, 3, 100] {
      let found = Self.keys(of: Array((reply + "x").utf8), inPiecesOf: size)
      #expect(found.last == .character("x"), "in pieces of \(size)")
      #expect(found.dropLast().allSatisfy { $0 == .other }, "in pieces of \(size)")
    }
  }

  @Test(arguments: ["\u{1B}]11;rgb:3030", "\u{1B}[24;8", "\u{1B}P1$r", "\u{1B}O", "\u{1B}_G3"])
  func `A reply that is cut off is no key, and what comes after a silence is one`(reply: String) {
    var keys = TerminalKeys()
    keys.add(reply.utf8)
    #expect(keys.next() == nil)
    #expect(keys.patience == 1000)
    #expect(keys.next(isQuiet: true) == .other)
    keys.add("3".utf8)
    #expect(keys.next() == .character("3"))
  }

  @Test(arguments: [
    ("\u{1B}[C", TerminalKeys.Key.right), ("\u{1B}OD", .left), ("\u{1B}[H", .home),
    ("\u{1B}[4~", .end), ("\u{1B}[3~", .delete), ("\u{7F}", .backspace), ("\u{8}", .backspace),
    ("\r", .enter), ("\n", .enter), ("\r\n", .enter), ("\t", .tab), ("\u{4}", .endOfInput),
    ("\u{C}", .redraw), ("\u{1}", .home), ("\u{5}", .end), ("\u{15}", .eraseLine),
    ("\u{17}", .eraseWord), ("\u{B}", .eraseRest), ("\u{1B}", .escape), ("é", .character("é")),
    ("🙂", .character("🙂")),
  ])
  func `A key is what its bytes stand for`(bytes: String, key: TerminalKeys.Key) {
    #expect(Self.keys(of: Array(bytes.utf8), inPiecesOf: 100) == [key])
  }

  @Test func `An escape alone is a key after a moment`() {
    var keys = TerminalKeys()
    keys.add([0x1B])
    #expect(keys.next() == nil)
    #expect(keys.patience == 50)
    #expect(keys.next(isQuiet: true) == .escape)
  }

  @Test func `What stands between the marks is one paste, whatever is in it`() {
    let text = "3 toddlers\r1. cried\u{1B}[A\tq"
    for size in [1, 5, 100] {
      let found = Self.keys(of: Array("\u{1B}[200~\(text)\u{1B}[201~b".utf8), inPiecesOf: size)
      #expect(found == [.paste(text), .character("b")])
    }
  }

  @Test(arguments: [[0xE9, 0x0D], [0xFF], [0xC3], [0xED, 0xA0, 0x80]] as [[UInt8]])
  func `Bytes that are no UTF-8 are told from letters`(bytes: [UInt8]) {
    let found = Self.keys(of: bytes, inPiecesOf: 100)
    #expect(found.first == .noText)
    #expect(!found.contains { if case .character = $0 { true } else { false } })
  }
}
