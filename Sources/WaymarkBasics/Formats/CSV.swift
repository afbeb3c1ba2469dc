/// A table as RFC 4180 text for other programs: UTF-8 without a byte order mark, commas, lines
/// ended by CRLF.
///
/// A text that a spreadsheet could take for a formula is given a leading `'` and quoted (CWE-1236);
/// numbers stay numbers, `-3` too.
package struct CSV: Hashable, Sendable {
  /// What stands in a cell.
  package enum Cell: Hashable, Sendable {
    /// A text, made harmless where it is not.
    case text(String)
    /// A whole number.
    case integer(Int)
    /// A number with a fixed count of decimals, as `Decimal` writes it.
    case decimal(Double, places: Int)
    /// Nothing.
    case empty
  }

  /// Cells side by side that are written once for many rows.
  package struct Part: Hashable, Sendable {
    fileprivate let text: String
    fileprivate let count: Int

    /// Writes the cells.
    package init(_ cells: [Cell]) {
      var text = ""
      CSV.append(cells, to: &text)
      self.text = text
      count = cells.count
    }
  }

  /// The table so far, but for what was taken.
  package private(set) var text: String
  private let columnCount: Int

  package static let lineEnd = "\r\n"

  /// Begins a table with the names of its columns.
  package init(header: [String]) {
    columnCount = header.count
    text = Self.line(header.map(Cell.text))
  }

  /// Adds a row, which has as many cells as the header.
  package mutating func append(_ row: [Cell]) {
    precondition(row.count == columnCount)
    Self.append(row, to: &text)
    text += Self.lineEnd
  }

  /// Adds a row of cells that are written already and a number.
  package mutating func append(_ parts: Part..., number: Int) {
    precondition(parts.reduce(1) { $0 + $1.count } == columnCount)
    for part in parts {
      text += part.text
      text += ","
    }
    text += String(number)
    text += Self.lineEnd
  }

  /// Hands out the text so far, for a table that is written in pieces.
  package mutating func take() -> String {
    defer { text = "" }
    return text
  }

  /// One row as a line of text with its CRLF, for tables that are written a row at a time.
  package static func line(_ row: [Cell]) -> String {
    var text = ""
    append(row, to: &text)
    return text + lineEnd
  }

  /// One row of texts that another run reads back as they are, so that none is made harmless.
  package static func line(verbatim row: [String], end: String = lineEnd) -> String {
    row.map { needsQuotes($0) ? quoted($0) : $0 }.joined(separator: ",") + end
  }

  private static func append(_ row: [Cell], to text: inout String) {
    for (place, cell) in row.enumerated() {
      if place > 0 { text += "," }
      text += written(cell)
    }
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
    guard !isPlain(text) else { return text }
    let isDangerous = couldBeFormula(text)
    let shown = text.printable
    guard isDangerous || needsQuotes(shown) else { return shown }
    return quoted((isDangerous ? "'" : "") + shown)
  }

  private static func needsQuotes(_ text: String) -> Bool {
    text.utf8.contains {
      switch $0 {
      case UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "\n"), UInt8(ascii: "\r"): true
      default: false
      }
    }
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\"", with: "\"\"") + "\""
  }

  /// Whether a text can stand as it is: printable ASCII that begins with a letter, a digit, `*` or
  /// `(` and has neither comma nor quote.
  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.utf8.first else { return true }
    return switch first {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "*"), UInt8(ascii: "("):
      text.utf8.allSatisfy {
        (0x20..<0x7F).contains($0) && $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: "\"")
      }
    default: false
    }
  }

  /// Whether a spreadsheet might calculate the text: its first character, after quotes, blanks and
  /// characters that nobody sees, is one that begins a formula.
  private static func couldBeFormula(_ text: String) -> Bool {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠": return true
      case "\"", "'": continue
      default:
        guard scalar.properties.isWhitespace || scalar.isHiddenOrSteering else { return false }
      }
    }
    return false
  }
}
