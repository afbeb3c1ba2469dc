/// A page of text that grows by whole lines, none wider than its style allows but for an address,
/// which could not be copied in pieces.
///
/// Everything added is made `printable`, so that no text of a file can steer a terminal.
package struct TextPage {
  package let style: TextStyle
  private var lines: [String] = []

  package init(_ style: TextStyle) { self.style = style }

  /// The lines, each ended by a line feed.
  package var text: String { lines.map { $0 + "\n" }.joined() }

  package mutating func blank() { lines.append("") }

  package mutating func heading(_ text: String) {
    lines += wrapped(text, after: "").map(style.bold)
  }

  package mutating func line(_ sentence: String) { sentences([sentence]) }

  /// Sentences that belong together: one paragraph, or a line each in the accessible form.
  package mutating func sentences(_ sentences: [String], indentation: Int = 0) {
    if style.isAccessible {
      for sentence in sentences { lines += wrapped(sentence, after: "") }
    } else {
      lines += wrapped(
        sentences.joined(separator: " "), after: String(repeating: " ", count: indentation))
    }
  }

  /// An address with a remark after it, or below it where they do not fit on one line.
  package mutating func address(_ address: String, remark: String, indentation: Int = 0) {
    let start = style.isAccessible ? "" : String(repeating: " ", count: indentation)
    let whole = "\(start)\(address.printableLine) \(remark.printableLine)"
    if TextLayout.columns(whole) <= style.width {
      lines.append(whole)
    } else {
      lines.append(start + address.printableLine)
      lines += wrapped(remark, after: start)
    }
  }

  /// A line that begins with a number: `1  text`, or `1. text` in the accessible form.
  package mutating func numbered(_ number: Int, _ text: String) {
    lines += wrapped(text, after: style.isAccessible ? "\(number). " : "\(number)  ")
  }

  /// A line of a list.
  package mutating func bullet(_ text: String, indentation: Int = 0) {
    let start = String(repeating: " ", count: indentation) + "- "
    lines += wrapped(text, after: style.isAccessible ? "" : start)
  }

  /// A numbered word with its meaning, the meanings in a column of their own where there is one.
  package mutating func definition(_ number: Int, _ term: String, width: Int?, _ meaning: String) {
    let term = term.printableLine
    if style.isAccessible {
      lines += wrapped(meaning, after: "\(number). \(term). ")
    } else if let width {
      lines += wrapped(meaning, after: "\(number)  " + TextLayout.padded(term, to: width))
    } else {
      lines += wrapped("\(term): \(meaning)", after: "\(number)  ")
    }
  }

  /// A row of a table: a name that is wrapped in its own column, and cells that are laid out
  /// already, beside its first line.
  package mutating func row(_ name: String, width: Int, cells: String) {
    for (place, part) in TextLayout.wrap(name.printableLine, width: width, hanging: 0).enumerated()
    {
      var line = place == 0 ? TextLayout.padded(part, to: width) + cells : part
      while line.hasSuffix(" ") { line.removeLast() }
      lines.append(line)
    }
  }

  private func wrapped(_ text: String, after label: String) -> [String] {
    let hanging = style.isAccessible ? 0 : TextLayout.columns(label)
    return TextLayout.wrap(label + text.printableLine, width: style.width, hanging: hanging)
  }
}
