/// Text and links for Markdown documents (CommonMark with tables).
package enum Markdown {
  /// How a column of a table is set.
  package enum Column: Hashable, Sendable {
    /// Words, set to the left.
    case words(String)
    /// Numbers, set to the right.
    case numbers(String)
  }

  /// The text on one line with everything that Markdown or HTML could read as markup escaped.
  ///
  /// It may stand anywhere: at the start of a line, in a list, in a cell of a table.
  ///
  /// - Parameter startsLine: whether it may begin a line; elsewhere a number needs no backslash.
  package static func escaped(_ text: some StringProtocol, startsLine: Bool = true) -> String {
    let line = text.printableLine
    // Most of what stands in tables is numbers.
    guard line.utf8.contains(where: isMark) else {
      return startsLine ? escapingListMark(line) : line
    }
    var result = ""
    // By scalars, as Markdown is read: a mark with an accent upon it is still a mark.
    for character in line.unicodeScalars {
      switch character {
      case "(" where result.hasSuffix("]"): result += "\\("
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\\", "`", "*", "_", "[", "]", "#", "|", "~", "$":
        result += "\\"
        result.unicodeScalars.append(character)
      default: result.unicodeScalars.append(character)
      }
    }
    return startsLine ? escapingListMark(result) : result
  }

  /// Whether Markdown or HTML could read a byte of ASCII as markup.
  private static func isMark(_ byte: UInt8) -> Bool {
    switch Unicode.Scalar(byte) {
    case "&", "<", ">", "\\", "`", "*", "_", "[", "]", "#", "|", "~", "$": true
    default: false
    }
  }

  /// A link, or the escaped text alone when the address is no http or https address.
  package static func link(to address: String, _ text: String) -> String {
    guard let link = WebLink(address) else { return escaped(text) }
    return "[\(escaped(text))](<\(link.address)>)"
  }

  /// A table of cells that are Markdown already: escape what is not.
  package static func table(_ columns: [Column], rows: [[String]]) -> String {
    let header = columns.map { column in
      switch column {
      case .words(let name), .numbers(let name): name
      }
    }
    let rule = columns.map { column in
      switch column {
      case .words: ":--"
      case .numbers: "--:"
      }
    }
    return ([header, rule] + rows).map { "| " + $0.joined(separator: " | ") + " |\n" }.joined()
  }

  /// A text that begins as a list item or a rule would (`-`, `1.`) is not one.
  private static func escapingListMark(_ text: String) -> String {
    let trimmed = text.drop { $0 == " " }
    let digits = trimmed.prefix { $0.isASCII && $0.isNumber }
    let mark = trimmed.dropFirst(digits.count)
    guard let first = mark.first, digits.isEmpty ? "-+=".contains(first) : ".)".contains(first)
    else { return text }
    return digits + "\\" + mark
  }
}
