import Testing
import Waymark
import WaymarkBasics
import WaymarkTestSupport

struct ExportEscapingTests {
  @Test(arguments: [
    ("=1+1", "\"'=1+1\""), ("+1", "\"'+1\""), ("-1", "\"'-1\""), ("@SUM(A1)", "\"'@SUM(A1)\""),
    ("\t=1", "\"'\t=1\""), ("\r=1", "\"'\\u{D}=1\""), ("\n=1", "\"'\n=1\""),
    ("\"=1", "\"'\"\"=1\""), ("'=1", "\"''=1\""), ("  =1", "\"'  =1\""),
    ("\u{A0}=1", "\"'\u{A0}=1\""), ("＝1", "\"'＝1\""), ("＋1", "\"'＋1\""), ("－1", "\"'－1\""),
    ("＠x", "\"'＠x\""), ("\u{FEFF}=1", "\"'\\u{FEFF}=1\""), ("\u{1B}=1", "\"'\\u{1B}=1\""),
    ("=HYPERLINK(\"http://x\",\"y\")", "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\""),
  ])
  func `A text that a spreadsheet could calculate is made harmless in a CSV`(
    text: String, written: String
  ) {
    #expect(CSV.line([.text(text)]) == written + "\r\n")
  }

  @Test(arguments: [
    ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"hi\"", "\"say \"\"hi\"\"\""),
    ("two\nlines", "\"two\nlines\""), ("", ""), ("[c]", "[c]"), ("*", "*"),
    ("(no answer)", "(no answer)"), ("a=b", "a=b"), ("5-9", "5-9"), ("año", "año"),
  ])
  func `Other texts are quoted only where RFC 4180 asks for it`(text: String, written: String) {
    #expect(CSV.line([.text(text)]) == written + "\r\n")
  }

  @Test func `Numbers stay numbers, negative ones too`() {
    #expect(
      CSV.line([.integer(-3), .decimal(-0.5, places: 2), .empty, .decimal(2, places: 1)])
        == "-3,-0.50,,2.0\r\n")
  }

  @Test(arguments: [
    ("a | b", "a \\| b"), ("`rm`", "\\`rm\\`"),
    ("<script>x</script>", "&lt;script&gt;x&lt;/script&gt;"),
    ("[go](javascript:alert(1))", "\\[go\\]\\(javascript:alert(1))"),
    ("<javascript:alert(1)>", "&lt;javascript:alert(1)&gt;"), ("![x](y)", "!\\[x\\]\\(y)"),
    ("*bold* _it_", "\\*bold\\* \\_it\\_"),
    ("one\ntwo\r\nthree\tfour", "one\\\\ntwo\\\\u{D}\\\\nthree\\\\tfour"),
    ("\\|", "\\\\\\|"), ("&lt;", "&amp;lt;"), ("\u{1B}[31m", "\\\\u{1B}\\[31m"),
    ("plain text, 5-9 (years).", "plain text, 5-9 (years)."),
    ("a|\u{301}b", "a\\|\u{301}b"), ("<\u{301}b", "&lt;\u{301}b"), ("`\u{301}", "\\`\u{301}"),
  ])
  func `Nothing that somebody wrote is markup in Markdown`(text: String, escaped: String) {
    #expect(Markdown.escaped(text) == escaped)
  }

  @Test func `JSON escapes what steers, keeps nulls, and refuses what is not a number`() throws {
    #expect(
      try JSON.text(.object(["a": .null, "b": .string("x\u{2028}\"\u{1}")]))
        == "{\n  \"a\" : null,\n  \"b\" : \"x\\u2028\\\"\\u0001\"\n}\n")
    #expect(throws: (any Error).self) { try JSON.text(.number(.nan)) }
    #expect(throws: (any Error).self) { try JSON.text(.number(.infinity)) }
  }
}
