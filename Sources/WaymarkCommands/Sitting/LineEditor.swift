import Foundation
import WaymarkBasics

/// One line of text as it is written at a terminal, with a cursor in it.
///
/// A text of several lines stands in one, its line feeds shown as "|". What does not fit in the width is cut
/// off on both sides of the cursor, so that a line is never wider than the terminal.
struct LineEditor {
  /// What is before the cursor, and what is behind it.
  private(set) var left: String
  private(set) var right = ""

  init(_ text: String = "") { left = text }

  var text: String { left + right }

  /// Puts text in at the cursor; a tab is a blank.
  mutating func insert(_ text: String) {
    left += text.replacing("\r\n", with: "\n").replacing("\r", with: "\n").replacing(
      "\t", with: " ")
  }

  /// Goes on in another line where the one before the cursor ends in a backslash.
  ///
  /// - Returns: whether it did.
  mutating func continueLine() -> Bool {
    guard right.isEmpty, left.hasSuffix("\\") else { return false }
    left.removeLast()
    left += "\n"
    return true
  }

  /// Carries out a key that moves or erases; every other changes nothing.
  mutating func take(_ key: TerminalKeys.Key) {
    switch key {
    case .character(let character): left.append(character)
    case .tab: left.append(" ")
    case .paste(let text): insert(text)
    case .backspace: left = String(left.dropLast())
    case .delete: right = String(right.dropFirst())
    case .left:
      if let last = left.popLast() { right = String(last) + right }
    case .right:
      if let first = right.first {
        right.removeFirst()
        left.append(first)
      }
    case .home: (left, right) = ("", text)
    case .end: (left, right) = (text, "")
    case .eraseLine: (left, right) = ("", "")
    case .eraseRest: right = ""
    case .eraseWord:
      left = String(left.trimmingSuffix(\.isWhitespace).trimmingSuffix { !$0.isWhitespace })
    case .enter, .escape, .endOfInput, .redraw, .discard, .noText, .other: break
    }
  }

  /// What is shown in so many columns, `<` and `>` where more stands before or behind it, and at which of
  /// them the cursor stands.
  func shown(columns: Int) -> (text: String, cursor: Int) {
    let (left, right) = (Self.visible(left), Self.visible(right))
    var before = Self.suffix(of: left, columns: columns - 1)
    if before.count < left.count { before = "<" + Self.suffix(of: left, columns: columns - 2) }
    let cursor = TextLayout.columns(before)
    var behind = Self.prefix(of: right, columns: columns - 1 - cursor)
    if behind.count < right.count {
      behind = Self.prefix(of: right, columns: columns - 2 - cursor) + ">"
    }
    return (before + behind, cursor)
  }

  private static func visible(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { String($0).printableLine }
      .joined(separator: " | ")
  }

  private static func prefix(of text: String, columns: Int) -> String {
    var free = columns
    return String(
      text.prefix {
        free -= TextLayout.columns(String($0))
        return free >= 0
      })
  }

  private static func suffix(of text: String, columns: Int) -> String {
    var free = columns
    let kept = text.reversed().prefix {
      free -= TextLayout.columns(String($0))
      return free >= 0
    }
    return String(kept.reversed())
  }
}

extension StringProtocol {
  /// The text without the characters at its end that something is true of.
  fileprivate func trimmingSuffix(_ isTrue: (Character) -> Bool) -> SubSequence {
    self[..<(lastIndex { !isTrue($0) }.map { index(after: $0) } ?? startIndex)]
  }
}

/// Asks for a line of text at a terminal: with the editor of this program where the terminal can show it, else
/// with the terminal's own.
struct LinePrompt {
  let input: TerminalInput
  let console: Console
  /// Whether lines are written with the editor of this program.
  let edits: Bool

  /// Waits for a line.
  ///
  /// - Parameters:
  ///   - cursor: what stands before it.
  ///   - draft: what stands in it to begin with, where it can be edited.
  ///   - takesLines: whether it may have several lines.
  func ask(
    _ cursor: String, draft: String = "", takesLines: Bool = false
  ) throws -> TerminalInput.Event {
    try console.write(cursor)
    if edits {
      return try input.nextEdited(draft, takesLines: takesLines) { editor, appended in
        try show(editor, appended, after: cursor)
      }
    }
    var lines = try input.nextLines(isText: takesLines)
    // A backslash at the end of a line goes on in another, as in the editor.
    while takesLines, input.isTerminal, case .line(let text)? = lines.last, text.hasSuffix("\\") {
      lines[lines.count - 1] = .line(String(text.dropLast()))
      lines += try input.nextLines(isText: takesLines)
    }
    guard lines.count > 1, let last = lines.last else { return lines[0] }
    let texts = lines.compactMap { if case .line(let text) = $0 { text } else { nil } }
    guard texts.count == lines.count else { return last }
    return takesLines ? .line(texts.joined(separator: "\n")) : .pasted
  }

  /// Puts a line that is written on the screen: the letter that was added at its end where that is all,
  /// else the line again.
  private func show(_ editor: LineEditor, _ appended: Character?, after cursor: String) throws {
    let width = (TerminalSize.columns ?? 80) - TextLayout.columns(cursor)
    let (text, place) = editor.shown(columns: width)
    if let appended, TextLayout.columns(text) < width - 1 {
      return try console.write(String(appended).printableLine)
    }
    let back = TextLayout.columns(text) - place
    try console.write(
      "\r" + cursor + text + "\u{1B}[K" + (back > 0 ? "\u{1B}[\(back)D" : ""))
  }
}
