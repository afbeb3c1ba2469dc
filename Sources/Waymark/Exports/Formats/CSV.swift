/// A table as RFC 4180 text for other programs: UTF-8 without a byte order mark, commas, lines
/// ended by CRLF.
///
/// A text that a spreadsheet could take for a formula is given a leading `'` and quoted (CWE-1236);
/// numbers stay numbers, `-3` too.
public struct CSV: Hashable, Sendable {
  /// What stands in a cell.
  public enum Cell: Hashable, Sendable {
    /// A text, made harmless where it is not.
    case text(String)
    /// A whole number.
    case integer(Int)
    /// A number with a fixed count of decimals, as `Decimal` writes it.
    case decimal(Double, places: Int)
    /// Nothing.
    case empty
  }

  /// The table so far.
  public private(set) var text: String
  private let columnCount: Int

  /// Begins a table with the names of its columns.
  public init(header: [String]) {
    columnCount = header.count
    text = Self.line(header.map(Cell.text))
  }

  /// Adds a row, which has as many cells as the header.
  public mutating func append(_ row: [Cell]) {
    precondition(row.count == columnCount)
    text += Self.line(row)
  }

  /// One row as a line of text with its CRLF, for tables that are written a row at a time.
  public static func line(_ row: [Cell]) -> String {
    row.map(written).joined(separator: ",") + "\r\n"
  }

  private static func written(_ cell: Cell) -> String {
    switch cell {
    case .text(let text): written(text)
    case .integer(let number): String(number)
    case .decimal(let number, let places): Decimal.text(number, places: places)
    case .empty: ""
    }
  }

  private static func written(_ text: String) -> String {
    let isDangerous = couldBeFormula(text)
    let shown = text.printable
    let needsQuotes = shown.utf8.contains {
      switch $0 {
      case UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "\n"): true
      default: false
      }
    }
    guard isDangerous || needsQuotes else { return shown }
    return "\"" + (isDangerous ? "'" : "") + shown.replacing("\"", with: "\"\"") + "\""
  }

  /// Whether a spreadsheet might calculate the text: its first character, after quotes, blanks and
  /// characters that nobody sees, is one that begins a formula.
  private static func couldBeFormula(_ text: String) -> Bool {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠": return true
      case "\"", "'", "\u{FEFF}", "\u{200B}": continue
      default:
        guard scalar.properties.isWhitespace || scalar.properties.generalCategory == .control
        else { return false }
      }
    }
    return false
  }
}
