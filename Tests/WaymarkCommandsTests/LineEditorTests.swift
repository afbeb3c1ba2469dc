import Testing

@testable import WaymarkCommands

@Suite struct LineEditorTests {
  private static func edited(_ start: String, _ keys: [TerminalKeys.Key]) -> LineEditor {
    var editor = LineEditor(start)
    for key in keys { editor.take(key) }
    return editor
  }

  @Test(
    arguments: [
      ("felt bord", [.left, .left, .character("a")], "felt boa|rd"),
      ("one two", [.home, .delete], "|ne two"), ("one two", [.eraseWord], "one |"),
      ("one two ", [.eraseWord, .eraseWord], "|"), ("one", [.left, .eraseRest], "on|"),
      ("one", [.left, .eraseLine], "|"), ("one", [.home, .right, .end], "one|"),
      ("", [.backspace, .left, .right, .delete], "|"),
      ("e", [.character("\u{301}"), .backspace], "|"),
      ("日本", [.backspace], "日|"), ("a", [.tab, .character("b")], "a b|"),
      ("a", [.paste("b\r\nc\rd")], "ab\nc\nd|"), ("a", [.enter, .escape, .redraw], "a|"),
    ] as [(String, [TerminalKeys.Key], String)])
  func `Keys move and erase as they do everywhere`(
    start: String, keys: [TerminalKeys.Key], expected: String
  ) {
    let editor = Self.edited(start, keys)
    #expect("\(editor.left)|\(editor.right)" == expected)
  }

  @Test func `A backslash at the end goes on in another line`() {
    var editor = LineEditor("one\\")
    let isContinued = editor.continueLine()
    #expect(isContinued)
    #expect(editor.text == "one\n")
    let isContinuedAgain = editor.continueLine()
    #expect(!isContinuedAgain)
  }

  @Test(arguments: [
    ("abc", 10, "abc", 3), ("abcdefghij", 5, "<hij", 4), ("日本語", 5, "<語", 3),
    ("a\nb", 10, "a | b", 5), ("a\u{1B}b", 10, "a\\u{1B}b", 8),
  ])
  func `What is shown is never wider than the terminal`(
    text: String, columns: Int, shown: String, cursor: Int
  ) {
    let (found, place) = LineEditor(text).shown(columns: columns)
    #expect(found == shown)
    #expect(place == cursor)
  }
}
