import Testing
import Waymark
import WaymarkBasics
import WaymarkTestSupport

@testable import WaymarkSheets

/// Expected rows and places are counted by hand.
@Suite struct CSVReaderTests {
  typealias Case = (text: String, rows: [TableRow])

  static let accepted: [Case] = [
    ("", []),
    ("a,b\n1,2\n", [row(1, "a", "b"), row(2, "1", "2")]),
    ("a,b\n1,2", [row(1, "a", "b"), row(2, "1", "2")]),
    ("a,b\r\n1,2\r\n", [row(1, "a", "b"), row(2, "1", "2")]),
    ("a,b\r\n1,2\n", [row(1, "a", "b"), row(2, "1", "2")]),
    ("\u{FEFF}a,b\n1,2\n", [row(1, "a", "b"), row(2, "1", "2")]),
    ("\u{FEFF}", []),
    ("\u{FEFF}\"a\",b", [row(1, "a", "b")]),
    ("a", [row(1, "a")]),
    ("ab", [row(1, "ab")]),
    (",\n", [row(1, "", "")]),
    ("a,", [row(1, "a", "")]),
    ("\"\"\n", [row(1, "")]),
    ("\n", [row(1)]),
    ("a\n\nb\n", [row(1, "a"), row(2), row(3, "b")]),
    ("a\r\n\r\nb\r\n", [row(1, "a"), row(2), row(3, "b")]),
    (" a , b\t\n", [row(1, " a ", " b\t")]),
    ("\" a \",\"b,c\"\n", [row(1, " a ", "b,c")]),
    ("\"say \"\"hi\"\"\"\n", [row(1, "say \"hi\"")]),
    ("\"\"\"\"", [row(1, "\"")]),
    (
      "\"a\n\nb\",c\nd,\"e\r\nf\"\r\ng,h",
      [row(1, "a\n\nb", "c"), row(4, "d", "e\r\nf"), row(6, "g", "h")]
    ),
    ("\"a\rb\"\nc", [row(1, "a\rb"), row(2, "c")]),
    ("Ünï,ひ,🧭\n", [row(1, "Ünï", "ひ", "🧭")]),
  ]

  static let refused: [(text: String, finding: String)] = [
    ("a,b\n1,x\"y\n", "f.csv:2:2: \(CSVProblem.quoteInField.what)"),
    ("a,b\n1,2\n\"3\n\"x,4\n", "f.csv:4:1: \(CSVProblem.textAfterQuote.what)"),
    ("a,b\n\"1\" ,2\n", "f.csv:2:1: \(CSVProblem.textAfterQuote.what)"),
    ("a,b\n\"1\n2\",3\n4,\"5\n6\n7\n", "f.csv:4:2: \(CSVProblem.unclosedQuote.what)"),
    ("\"", "f.csv:1:1: \(CSVProblem.unclosedQuote.what)"),
    ("a,b\r1,2\r", "f.csv:1: \(CSVProblem.loneCarriageReturn.what)"),
    ("a,b\n1,2\r", "f.csv:2: \(CSVProblem.loneCarriageReturn.what)"),
    ("a\r\r\n", "f.csv:1: \(CSVProblem.loneCarriageReturn.what)"),
    ("a,b\n1,\"x\ny\0\"\n", "f.csv:3:2: \(CSVProblem.nul(byte: 10).what)"),
    ("\u{FEFF}a\0", "f.csv:1:1: \(CSVProblem.nul(byte: 4).what)"),
  ]

  static let broken: [(bytes: [UInt8], byte: Int)] = [
    ([0x61, 0x2C, 0xE9, 0x0A], 2),  // Latin-1 é
    ([0xFF, 0xFE, 0x61, 0x00], 0),  // UTF-16
    ([0x61, 0xC0, 0xAF], 1),  // overlong /
    ([0x61, 0xED, 0xA0, 0x80], 1),  // a surrogate
    ([0x61, 0xF4, 0x90, 0x80, 0x80], 1),  // above U+10FFFF
    ([0x61, 0xE0, 0x80, 0x80], 1),  // overlong
    ([0x61, 0xF0, 0x80, 0x80, 0x80], 1),  // overlong
    ([0x61, 0x62, 0xE2, 0x82], 2),  // cut short
    ([0x80], 0),
    ([0xEF, 0xBB], 0),
    (Array("12345678".utf8) + [0xC3, 0x28], 8),
  ]

  @Test(arguments: accepted, [1, 2, 3, 7, 1000])
  func `A sound file gives its rows however it is cut`(_ file: Case, piece: Int) throws {
    #expect(try read(Array(file.text.utf8), piece: piece) == file.rows)
  }

  @Test(arguments: refused, [1, 2, 1000])
  func `A fault is refused at its line and field`(
    _ file: (text: String, finding: String), piece: Int
  ) throws {
    let findings = try #require(refusal(Array(file.text.utf8), piece: piece))
    let finding = try #require(findings.listed.first).description
    #expect(finding.hasPrefix(file.finding + "; "), "\(finding)")
  }

  @Test(arguments: broken, [1, 2, 1000])
  func `Bytes that are not UTF-8 are refused with the place of the first`(
    _ file: (bytes: [UInt8], byte: Int), piece: Int
  ) throws {
    let findings = try #require(refusal(file.bytes, piece: piece))
    #expect(findings.listed.map(\.problem) == [.notUTF8(byte: file.byte)])
  }

  @Test func `The rows before a fault are handed over first`() throws {
    var rows: [TableRow] = []
    var reader = CSVReader(file: "f.csv")
    let bytes = Array("a,b\n1,2\n3,x\"y\n".utf8)
    #expect(throws: Findings<CSVProblem>.self) {
      try reader.read(bytes.span.bytes) { rows.append($0) }
    }
    #expect(rows == [Self.row(1, "a", "b"), Self.row(2, "1", "2")])
  }

  @Test func `Separators other than the comma are read only when asked for`() throws {
    let bytes = Array("a;b\tc,d\n".utf8)
    #expect(try CSVReader.rows(of: bytes, file: "f") == [Self.row(1, "a;b\tc", "d")])
    #expect(
      try CSVReader.rows(of: bytes, file: "f", separator: .semicolon)
        == [Self.row(1, "a", "b\tc,d")])
    #expect(
      try CSVReader.rows(of: bytes, file: "f", separator: .tab) == [Self.row(1, "a;b", "c,d")])
  }

  @Test(arguments: [false, true])
  func `A field of 64 KiB is read, one byte more is refused`(isQuoted: Bool) throws {
    let quote = isQuoted ? "\"" : ""
    for (length, isFine) in [(65_536, true), (65_537, false)] {
      let field = String(repeating: "x", count: length)
      let bytes = Array("a,b\n1,\(quote)\(field)\(quote)".utf8)
      for piece in [16_384, 65_540, 200_000] {
        let problems = refusal(bytes, piece: piece)?.listed
        #expect(
          problems.map { $0.map(\.description) }
            == (isFine
              ? nil : ["f.csv:2:2: \(CSVProblem.fieldTooLong.what); \(CSVProblem.rowTooLong.mend)"])
        )
      }
    }
  }

  @Test func `A row of 20,000 fields is read, one more is refused`() throws {
    let widest = Array(String(repeating: ",", count: 19_999).utf8)
    #expect(try read(widest, piece: 100_000).map(\.fields.count) == [20_000])
    #expect(refusal(widest + [0x2C], piece: 100_000)?.listed.map(\.problem) == [.tooManyColumns])
  }

  @Test func `A row of more than a mebibyte is refused`() throws {
    let field = Array((String(repeating: "x", count: 65_535) + ",").utf8)
    let row = Array(repeatElement(field, count: 16).joined())
    #expect(row.count == 1_048_576)
    #expect(try read(row.dropLast(), piece: 100_000).map(\.fields.count) == [16])
    #expect(refusal(row + [0x78], piece: 100_000)?.listed.map(\.problem) == [.rowTooLong])
  }

  @Test(arguments: [
    ("", "x", true), ("\"", "\n", true), ("", ",", true), ("", "\"x\",", true), ("", "\n", false),
    ("", "\"\n", false),
  ])
  func `Endless input is refused or read in bounded memory`(
    start: String, piece: String, isRefused: Bool
  ) throws {
    let bytes = Array(String(repeating: piece, count: 65_536 / piece.utf8.count).utf8)
    var reader = CSVReader(file: "f.csv")
    try reader.read(Array(start.utf8).span.bytes) { _ in }
    var most = 0
    var failure: (any Error)?
    for _ in 0..<64 where failure == nil {
      do {
        try reader.read(bytes.span.bytes) { _ in }
      } catch {
        failure = error
      }
      most = max(most, reader.heldBytes)
    }
    #expect((failure is Findings<CSVProblem>) == isRefused)
    #expect(most < 2_000_000)
  }

  @Test func `Fifty megabytes are read while little is held`() throws {
    let note = String(repeating: "word and \"\"word\"\"\n", count: 100)
    let row = Array("r,\"\(note)\",3\n".utf8)
    let count = 50_000_000 / row.count
    var reader = CSVReader(file: "f.csv")
    var rows = 0
    var lastLine = 0
    var most = 0
    for _ in 0..<count {
      try reader.read(row.span.bytes) {
        rows += 1
        lastLine = $0.line
      }
      most = max(most, reader.heldBytes)
    }
    try reader.finish { _ in rows += 1 }
    #expect(rows == count)
    #expect(lastLine == (count - 1) * 101 + 1)
    #expect(most < 70_000)
  }

  @Test(arguments: 0..<40)
  func `Any fields come back as they were written`(seed: UInt64) throws {
    var random = SampleRandom(seed: seed)
    let texts = ["", "a", ",", "\"", "\n", "\r\n", " ", "é", "e\u{301}", "🧭", "=1+1", "\t", ";"]
    var expected: [TableRow] = []
    var text = ""
    var line = 1
    for _ in 0..<20 {
      let fields = (0..<5).map { _ in
        (0..<3).map { _ in texts[Int.random(in: 0..<texts.count, using: &random)] }.joined()
      }
      expected.append(TableRow(line: line, fields: fields))
      let row =
        fields.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",") + "\n"
      line += row.utf8.count { $0 == 0x0A }
      text += row
    }
    let read = try read(Array(text.utf8), piece: Int.random(in: 1...50, using: &random))
    #expect(read == expected)
    #expect(
      read.map { $0.fields.map { Array($0.utf8) } }
        == expected.map { $0.fields.map { Array($0.utf8) } })
  }

  private func read(_ bytes: [UInt8], piece: Int) throws -> [TableRow] {
    var rows: [TableRow] = []
    var reader = CSVReader(file: "f.csv")
    for start in stride(from: 0, to: bytes.count, by: piece) {
      let part = Array(bytes[start..<min(start + piece, bytes.count)])
      try reader.read(part.span.bytes) { rows.append($0) }
    }
    try reader.finish { rows.append($0) }
    return rows
  }

  private func refusal(_ bytes: [UInt8], piece: Int) -> Findings<CSVProblem>? {
    do {
      _ = try read(bytes, piece: piece)
      return nil
    } catch {
      return error as? Findings<CSVProblem>
    }
  }

  private static func row(_ line: Int, _ fields: String...) -> TableRow {
    TableRow(line: line, fields: fields)
  }
}
