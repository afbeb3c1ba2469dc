import Foundation
import WaymarkBasics

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
