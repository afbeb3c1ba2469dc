import Testing
import WaymarkBasics

@Suite struct TextLayoutTests {
  // Widths by Python's unicodedata.east_asian_width (Unicode 14) and, for emoji, by two columns.
  @Test(arguments: [
    ("", 0), ("abc", 3), ("año", 3), ("an\u{303}o", 3), ("日本", 4), ("한국", 4), ("가각", 4),
    ("\u{1100}\u{1161}", 2), ("👩‍🚒", 2), ("🇺🇸", 2), ("❤️", 2), ("❤", 1), ("1️⃣", 2), ("…", 1),
    ("ｱ", 1), ("Ａ", 2), ("\u{303F}", 1), ("e\u{200D}e", 2), ("\u{1B}", 0),
  ])
  func `A text takes as many columns as a terminal gives it`(text: String, columns: Int) {
    #expect(TextLayout.columns(text) == columns)
  }

  @Test(arguments: [
    ("", 10, 0, [""]),
    ("one two three", 8, 0, ["one two", "three"]),
    ("one two three", 7, 2, ["one two", "  three"]),
    ("  1  On my own      I do it alone", 20, 4, ["  1  On my own", "    I do it alone"]),
    ("1   word", 8, 4, ["1   word"]),
    ("one\ntwo\n\nfour", 10, 1, ["one", " two", "", " four"]),
    ("abcdefghij", 4, 1, ["abcd", " efg", " hij"]),
    ("ab cdefghij", 4, 0, ["ab", "cdef", "ghij"]),
    ("日本語の本", 5, 0, ["日本", "語の", "本"]),
    ("one ", 3, 0, ["one"]),
    ("a\tb", 3, 0, ["a b"]),
    ("日", 1, 0, ["日"]),
    // An address in pieces could not be copied.
    (
      "see https://example.org/a-long-name for it", 12, 2,
      ["see", "  https://example.org/a-long-name", "  for it"]
    ),
    ("https://example.org/a", 4, 0, ["https://example.org/a"]),
    ("https://evil\u{202E}x.org/abc", 20, 0, ["https://evil\u{202E}x.org/ab", "c"]),
  ])
  func `A text is broken at spaces`(text: String, width: Int, hanging: Int, lines: [String]) {
    #expect(TextLayout.wrap(text, width: width, hanging: hanging) == lines)
  }

  @Test(
    arguments: [
      ("", 10, [""]), ("one two three", 8, ["one two", "three"]), ("one\ntwo", 10, ["one", "two"]),
      // A word that is wider stands whole.
      ("see /home/ana/waymark.sqlite now", 12, ["see", "/home/ana/waymark.sqlite", "now"]),
      // A command to copy stands on one line where it fits on one.
      ("Next: waymark path", 14, ["Next:", "waymark path"]),
      (
        "done; go on with: waymark assess --new; or not", 24,
        ["done; go on with:", "waymark assess --new; or", "not"]
      ),
      (
        "run waymark store check --salvage FILE and look", 34,
        ["run", "waymark store check --salvage FILE", "and look"]
      ),
      (
        "waymark: it is waymark assess --person 'Ana de la O' now", 38,
        ["waymark: it is", "waymark assess --person 'Ana de la O'", "now"]
      ),
      (
        "begin with: waymark assess --workshop one", 12,
        ["begin with:", "waymark", "assess", "--workshop", "one"]
      ),
      ("`waymark profile`, later", 18, ["`waymark profile`,", "later"]),
    ] as [(String, Int, [String])])
  func `A message is broken between words, and not in a command`(
    text: String, width: Int, lines: [String]
  ) {
    #expect(TextLayout.message(text, width: width) == lines)
  }

  // 20,000 letters after 20,000 columns to hang by: without a bound 200 million blanks.
  @Test(arguments: [40, 80, 200])
  func `What is printed grows with the text, however far it hangs`(width: Int) {
    let text = String(repeating: "x", count: 20_000)
    let lines = TextLayout.wrap(text, width: width, hanging: 20_000)
    #expect(lines.allSatisfy { TextLayout.columns($0) <= width })
    #expect(lines.reduce(0) { $0 + $1.utf8.count } <= 2 * text.utf8.count + width)
  }

  @Test(arguments: [1, 2, 3, 7, 20, 40])
  func `No line is wider than asked and no letter is lost`(width: Int) {
    let text = "A caregiver asks: ¿tiene la biblioteca libros en español? supercalifragilistic"
    for hanging in [0, 3] where hanging < width {
      let lines = TextLayout.wrap(text, width: width, hanging: hanging)
      #expect(lines.allSatisfy { TextLayout.columns($0) <= width })
      #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
    }
  }
}
