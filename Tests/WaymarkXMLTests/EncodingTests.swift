import Testing
import Waymark
import WaymarkBasics
import WaymarkXML

/// Bytes that are not what they should be.
@Suite struct EncodingTests {
  private static func text(_ title: [UInt8]) -> [UInt8] {
    let parts = Samples.framework(title: "|").utf8.split(separator: UInt8(ascii: "|"), maxSplits: 1)
    return Array(parts[0]) + title + Array(parts[1])
  }

  // The title begins in column 10 of line 2; line 1 has 122 bytes with its line feed, so that its
  // first byte is number 132 (counted with `head -c`).
  @Test(arguments: [
    ("a byte that begins nothing", [0xFF]), ("a lone continuation", [0x80]),
    ("Latin-1", [0xE9, 0x20]), ("an overlong slash", [0xC0, 0xAF]),
    ("a surrogate", [0xED, 0xA0, 0x80]), ("beyond Unicode", [0xF4, 0x90, 0x80, 0x80]),
    ("a character cut short", [0xE2, 0x82]),
  ])
  func `What is not UTF-8 is refused with its byte`(_ name: String, _ bytes: [UInt8]) throws {
    let text = Self.text(bytes)
    let before = try #require(text.firstRange(of: bytes)).lowerBound
    #expect(
      try Samples.messages(text) == [
        "f.xml:2:10: byte \(before + 1) begins no character of UTF-8; save the file as UTF-8"
      ])
  }

  @Test(arguments: ["ISO-8859-1", "utf-16", "UTF-7", "US-ASCII", "x-none"])
  func `A declaration of another encoding is refused`(_ name: String) throws {
    let text = Samples.framework(head: "<?xml version='1.0' encoding='\(name)'?>\n", title: "é")
    #expect(
      try Samples.messages(text) == [
        "f.xml:1:1: the encoding is \(name); save the file as UTF-8, and say so in its first line"
      ])
  }

  @Test(arguments: ["UTF-8", "utf-8"])
  func `A declaration of UTF-8 is read`(_ name: String) throws {
    let text = Samples.framework(head: "<?xml version=\"1.0\" encoding=\"\(name)\"?>", title: "é")
    #expect(try Samples.framework(text).title.original == "é")
  }

  @Test func `A byte order mark of UTF-8 is passed over`() throws {
    let bytes = [0xEF, 0xBB, 0xBF] + Array(Samples.framework(title: "Niños").utf8)
    guard case .framework(let framework) = try Samples.load(bytes).get() else {
      Issue.record("not a framework")
      return
    }
    #expect(framework.title.original == "Niños")
    let faulty = [0xEF, 0xBB, 0xBF] + Array("<framework xmlns=\"urn:x\"/>".utf8)
    #expect(try Samples.messages(faulty).first?.hasPrefix("f.xml:1:1: this is not a") == true)
  }

  @Test(arguments: [true, false])
  func `UTF-16 is refused by name`(_ isBigEndian: Bool) throws {
    let units = Array(("\u{FEFF}" + Samples.framework()).utf16)
    let bytes = units.flatMap { unit in
      let pair = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      return isBigEndian ? pair : pair.reversed()
    }
    #expect(
      try Samples.messages(bytes) == [
        "f.xml:1:1: the encoding is UTF-16; save the file as UTF-8, and say so in its first line"
      ])
  }

  @Test(arguments: ["\u{0}", "\u{1B}", "&#0;", "&#27;", "&#x1B;", "\u{FFFE}", "&#xD800;", "\u{8}"])
  func `Characters that XML does not allow are refused`(_ text: String) throws {
    let messages = try Samples.messages(Samples.framework(title: text))
    #expect(messages.count == 1)
    #expect(messages.first?.contains("XML does not allow the character") == true)
    #expect(messages.first?.hasPrefix("f.xml:2:") == true)
  }

  @Test func `A zero byte behind the document is refused, too`() throws {
    #expect(
      try Samples.messages(Samples.framework() + "\0<evil/>").first?.contains(
        "XML does not allow the character at byte") == true)
  }

  @Test func `XML 1.1 is refused`() throws {
    #expect(
      try Samples.messages(Samples.framework(head: "<?xml version=\"1.1\"?>")).first?.hasSuffix(
        "this is not XML 1.0; write version=\"1.0\" in the first line") == true)
  }

  @Test func `Characters that steer a terminal stay in texts and are refused in ids`() throws {
    let steering = "a\u{9B}b\u{202E}c\u{200B}d"
    let framework = try Samples.framework(Samples.framework(title: steering))
    #expect(framework.title.original == steering)
    #expect(framework.title.original.printable == "a\\u{9B}b\\u{202E}c\\u{200B}d")
    let messages = try Samples.messages(
      Samples.framework(competencies: [Samples.competency("a\u{202E}b")]))
    #expect(messages.count == 1)
    #expect(messages.first?.contains("cannot be the competency id") == true)
  }
}
