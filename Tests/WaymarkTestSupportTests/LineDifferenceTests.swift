import Testing
import WaymarkTestSupport

/// The lines that a failed test shows, beside those of `diff -u` of GNU diffutils.
struct LineDifferenceTests {
  private func difference(_ expected: String, _ actual: String) -> String {
    LineDifference(expected: expected, actual: actual).description
  }

  @Test func `A changed line stands between the three lines before and after it`() {
    #expect(
      difference("a\nb\nc\nd\ne\nf\ng\nh\ni\n", "a\nb\nc\nd\nE\nf\ng\nh\ni\n") == """
        @ 2
          b
          c
          d
        - e
        + E
          f
          g
          h
        """)
  }

  @Test func `Pieces far apart are shown apart, each with the line that it begins at`() {
    let lines = (1...20).map(String.init)
    var changed = lines
    changed.insert("new", at: 0)
    changed.removeLast()
    #expect(
      difference(lines.joined(separator: "\n") + "\n", changed.joined(separator: "\n") + "\n")
        == """
        @ 1
        + new
          1
          2
          3
        @ 17
          17
          18
          19
        - 20
        """)
  }

  @Test(arguments: [
    ("a\r\n", "a\n", "@ 1\n- a\r\n+ a"), ("a", "a\n", "@ 1\n- a (without a line end)\n+ a"),
    ("", "a\n", "@ 1\n+ a"), ("a\n\n", "a\n", "@ 1\n  a\n- "),
    // One letter to Unicode, two files to everybody else.
    ("\u{E9}\n", "e\u{301}\n", "@ 1\n- \u{E9}\n+ e\u{301}"), ("a\nb\n", "a\nb\n", ""),
  ])
  func `Whatever differs in bytes differs in lines`(
    expected: String, actual: String, shown: String
  ) {
    let found = difference(expected, actual)
    #expect(found.unicodeScalars.elementsEqual(shown.unicodeScalars), "\(found)")
  }

  @Test func `A file that is another one altogether does not fill the screen`() {
    let other = difference(
      (1...500).map { "\($0)\n" }.joined(), (501...1000).map { "\($0)\n" }.joined())
    #expect(other.split(separator: "\n").count == 101)
    #expect(other.hasSuffix("\n... and 901 lines more"))
    #expect(difference("\n", String(repeating: "x", count: 1000) + "\n").count < 500)
  }
}
