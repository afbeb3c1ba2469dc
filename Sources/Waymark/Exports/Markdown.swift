/// Pieces of a Markdown document (CommonMark with the tables of GitHub).
public enum Markdown {
  /// How a column of a table is set.
  public enum Column: Hashable, Sendable {
    /// Words, set to the left.
    case words(String)
    /// Numbers, set to the right.
    case numbers(String)
  }

  /// A text of somebody else's for use within a line, where it is only text.
  ///
  /// No markup, HTML, link or end of a table cell comes of it. Line breaks become blanks, and what
  /// could steer a terminal is shown as in `printable`.
  public static func escaped(_ text: String) -> String {
    var result = ""
    for character in text.replacing("\r\n", with: "\n").printable {
      switch character {
      case "\n", "\t": result += " "
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\\", "`", "*", "_", "[", "]", "|", "~", "#", "!", "$":
        result += "\\"
        result.append(character)
      default: result.append(character)
      }
    }
    return result
  }

  /// A table of cells that are Markdown already: escape what is not.
  public static func table(_ columns: [Column], rows: [[String]]) -> String {
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
}
