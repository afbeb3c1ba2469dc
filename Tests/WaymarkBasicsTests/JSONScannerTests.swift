import Testing
import WaymarkBasics

/// What is JSON by RFC 8259, and what is not, counted by hand.
@Suite struct JSONScannerTests {
  private func fault(_ text: String) -> JSONFault.Placed? {
    do throws(JSONFault.Placed) {
      _ = try JSONScanner.tree(of: Array(text.utf8))
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: [
    ("", JSONFault.endsEarly, 1, 1), ("{\"a\": 1", .endsEarly, 1, 8), ("\"a", .endsEarly, 1, 3),
    ("[1,\n 2,\n]", .danglingComma, 2, 3), ("{\"a\": 1,}", .danglingComma, 1, 8),
    ("[,1]", .unexpected(","), 1, 2), ("[1 2]", .unexpected("2"), 1, 4),
    ("{\"a\" 1}", .unexpected("1"), 1, 6), ("{a: 1}", .unexpected("a"), 1, 2),
    ("{\"a\": 1, \"b\": {\n\"c\": 2, \"c\": 3}}", .doubledKey("c", line: 2), 2, 9),
    ("{\"a\": 1,\n\"\\u0061\": 2}", .doubledKey("a", line: 1), 2, 1),
    ("{\"\u{E9}\": 1, \"e\u{301}\": 2}", .doubledKey("é", line: 1), 1, 10),
    ("[NaN]", .unexpected("NaN"), 1, 2), ("[Infinity]", .unexpected("Infinity"), 1, 2),
    ("[-Infinity]", .number("-"), 1, 2), ("[True]", .unexpected("True"), 1, 2),
    ("['a']", .unexpected("'a'"), 1, 2), ("[1] // no", .afterEnd, 1, 5),
    ("/* no */ 1", .unexpected("/*"), 1, 1), ("[01]", .number("01"), 1, 2),
    ("[+1]", .unexpected("+1"), 1, 2), ("[1.]", .number("1."), 1, 2),
    ("[.5]", .unexpected(".5"), 1, 2),
    ("[1e]", .number("1e"), 1, 2), ("[1-2]", .number("1-2"), 1, 2),
    ("[0x1]", .unexpected("x1"), 1, 3),
    ("[\"a\tb\"]", .text, 1, 4), ("[\"\\x\"]", .text, 1, 3), ("[\"é\\ud800\"]", .text, 1, 4),
    ("[\"\\udc00\"]", .text, 1, 3), ("[\"\\ud800\\u0041\"]", .text, 1, 3),
    ("[\"\\u00g0\"]", .text, 1, 3), ("{} {}", .afterEnd, 1, 4),
    ("\u{FEFF}\u{FEFF}1", .unexpected("\u{FEFF}1"), 1, 1), ("\u{FEFF}[1,]", .danglingComma, 1, 3),
    ("\u{A0}1", .unexpected("\u{A0}"), 1, 1), ("[1]\u{0}", .afterEnd, 1, 4),
  ])
  func `A fault is found where it is`(text: String, fault: JSONFault, line: Int, column: Int) {
    #expect(
      self.fault(text)
        == JSONFault.Placed(fault: fault, place: LineAndColumn(line: line, column: column)))
  }

  @Test(arguments: [
    "1", "-0", "-12.5e+3", "1E9", "0.0", " \t\r\n{ } ", "[]", "null", "[true, false]",
    "{\"\": {\"\": 1}}",
    "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83d\\udcda\"", "\u{FEFF}1",
    "123456789012345678901234567890",
  ])
  func `What RFC 8259 has is read`(text: String) { #expect(fault(text) == nil) }

  @Test func `Escapes stand for their characters`() throws {
    let text = "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83d\\uDCDA\\u0000e\\u0301\""
    #expect(
      try JSONScanner.tree(of: Array(text.utf8)).text
        == "\"\\/\u{8}\u{C}\n\r\té📚\u{0}e\u{301}")
  }

  @Test(arguments: [(32, nil), (33, JSONFault.tooDeep)])
  func `Values stand in one another to a limit`(depth: Int, found: JSONFault?) {
    let text = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    #expect(fault(text)?.fault == found)
    #expect(fault(String(repeating: "[{\"a\":", count: 500_000))?.fault == .tooDeep)
  }

  @Test(arguments: [
    ("12", 12), ("-3", -3), ("0", 0), ("9223372036854775807", Int.max),
    ("9223372036854775808", nil),
    ("1.0", nil), ("1e0", nil), ("\"1\"", nil), ("true", nil), ("null", nil),
  ])
  func `Whole numbers are digits, perhaps behind a minus`(text: String, number: Int?) throws {
    #expect(try JSONScanner.tree(of: Array(text.utf8)).wholeNumber == number)
  }

  @Test(arguments: [
    ("a", 1), ("a.b", 16), ("d.e", 32), ("d.x", 26), ("f.two", 54), ("g", 0),
  ])
  func `A path leads to what it names or to what is around it`(path: String, offset: Int) throws {
    let text = #"{"a": {"c": 1}, "a.b": 2, "d": {"e": 3}, "f": ["one", "two"]}"#
    // Counted by another program: str.index of Python on the text.
    let found = try JSONScanner.tree(of: Array(text.utf8)).offset(of: path[...])
    #expect(found == offset)
  }
}
