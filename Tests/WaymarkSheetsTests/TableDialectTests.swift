import Testing
import WaymarkBasics

@testable import WaymarkSheets

/// How tables are written, as spreadsheets and survey tools write them.
@Suite struct TableDialectTests {
  @Test(arguments: [
    ("a,b\n1,2\n", CSVReader.Separator.comma), ("a;b\n1;2\n", .semicolon), ("a\tb\n1\t2\n", .tab),
    ("\"a\";\"b, c\"\n\"1\";\"2\"\n", .semicolon),
    ("code;I ask, listen, and wait;b\n1;3;4\n2;3;4\n", .semicolon),
    ("a,b\n1;2,3\n2;3;4,5\n", .comma), ("a,b;c\n1,2\n", .comma), ("a\n1\n", .comma),
    ("a;b,c\n", .comma), ("a;b;c,d\n", .semicolon), ("", .comma),
    ("\"a\nb\";c\n\"1\n2\";3\n", .semicolon), ("\u{FEFF}a;b\n1;2\n", .semicolon),
  ])
  func `The separator is the one that cuts all rows alike`(
    text: String, separator: CSVReader.Separator
  ) {
    let dialect = TableDialect(of: Array(text.utf8), isWhole: true)
    #expect(dialect.separator == separator)
    #expect(dialect.isSeparatorFound == (separator != .comma))
  }

  @Test func `What the person says holds`() {
    let dialect = TableDialect(of: Array("a;b\n1;2\n".utf8), isWhole: true, separator: .comma)
    #expect(dialect.separator == .comma)
    #expect(!dialect.isSeparatorFound)
  }

  @Test(arguments: ["sep=;\na;b\n", "sep=;\r\na;b\r\n"])
  func `A line that names the separator is no row`(text: String) {
    let bytes = Array(text.utf8)
    let dialect = TableDialect(of: bytes, isWhole: true)
    #expect(dialect.separator == .semicolon)
    #expect(dialect.hasSeparatorLine)
    let rows = dialect.rows(of: bytes, isWhole: true, limit: 5)
    #expect(rows.map(\.fields) == [["a", "b"]])
    #expect(rows.map(\.line) == [2])
  }

  private static let windows: [UInt8] = Array("a,don".utf8) + [0x92] + Array("t\n".utf8)

  static let encodings: [(bytes: [UInt8], encoding: TextEncoding)] = [
    (Array("a,\u{E9}\n".utf8), TextEncoding.utf8), (windows, .windows1252),
    ([0xFF, 0xFE, 0x61, 0, 0x2C, 0, 0x62, 0, 0x0A, 0], .utf16),
    ([0xFE, 0xFF, 0, 0x61, 0, 0x2C, 0, 0x62, 0, 0x0A], .utf16),
    ([0x61, 0, 0x2C, 0, 0x62, 0, 0x0A, 0], .utf16LittleEndian),
    ([0, 0x61, 0, 0x2C, 0, 0x62, 0, 0x0A], .utf16BigEndian),
    // UTF-8 that was damaged, and a byte that Windows-1252 has no character for.
    (Array("\u{E9}".utf8) + [0xE9, 0x0A], .utf8), ([0x61, 0x81, 0x0A], .utf8),
  ]

  @Test(arguments: encodings)
  func `Characters are read as the bytes say`(bytes: [UInt8], encoding: TextEncoding) {
    let dialect = TableDialect(of: bytes, isWhole: true)
    #expect(dialect.encoding == encoding)
    #expect(dialect.isEncodingFound == (encoding != .utf8))
  }

  @Test func `Curly quotes and dashes of Windows are those characters`() {
    let rows = TableDialect(of: Self.windows, isWhole: true).rows(
      of: Self.windows, isWhole: true, limit: 1)
    #expect(rows.map(\.fields) == [["a", "don\u{2019}t"]])
  }

  static let kinds: [(bytes: [UInt8], kind: TableKind)] = [
    ([0x50, 0x4B, 3, 4, 0, 0], TableKind.workbook), (Array("PK,b\n".utf8), .text), ([], .text),
    (
      [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0],
      .compound(isEncrypted: false)
    ),
    (
      [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
        + "EncryptedPackage".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] },
      .compound(isEncrypted: true)
    ),
  ]

  @Test(arguments: kinds)
  func `The kind of a file is that of its first bytes`(bytes: [UInt8], kind: TableKind) {
    #expect(TableKind(of: bytes) == kind)
  }

  @Test func `Quoted fields with another separator than was said name the option`() throws {
    let findings = #expect(throws: Findings<CSVProblem>.self) {
      try CSVReader.rows(of: Array("\"id\";\"b\"\n".utf8), file: "f.csv")
    }
    #expect(
      findings?.listed.map(\.description) == [
        "f.csv:1:1: the columns are separated by ';', not by commas; say --separator semicolon"
      ])
  }
}
