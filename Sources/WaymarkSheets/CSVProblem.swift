import WaymarkBasics

/// What is wrong with the bytes of a CSV file; nothing after it can be read.
package enum CSVProblem: Problem {
  /// Bytes that are not UTF-8, at a byte counted from 0.
  case notUTF8(byte: Int)
  /// Bytes that are no text of the encoding that was named, at a byte counted from 0.
  case notInEncoding(TextEncoding, byte: Int)
  /// A file that should be UTF-16 and does not begin with a byte order mark.
  case noByteOrderMark
  /// A NUL, at a byte counted from 0.
  case nul(byte: Int)
  /// A quote inside a field that does not begin with one.
  case quoteInField
  /// Text between a closing quote and the next comma.
  case textAfterQuote
  /// A quote that is never closed, reported where its field begins.
  case unclosedQuote
  /// A line that ends with a carriage return alone.
  case loneCarriageReturn
  /// A field of more than 64 KiB.
  case fieldTooLong
  /// A row of more than 1 MiB.
  case rowTooLong
  /// A row of more than 20,000 fields.
  case tooManyColumns

  /// What is wrong.
  package var what: String {
    switch self {
    case .notUTF8(let byte): "byte \(byte) of the file, counted from 0, is not UTF-8"
    case .notInEncoding(let encoding, let byte):
      "byte \(byte) of the file, counted from 0, is no text in \(encoding.rawValue)"
    case .noByteOrderMark: "the file does not begin with the byte order mark of UTF-16"
    case .nul(let byte): "byte \(byte) of the file, counted from 0, is a NUL"
    case .quoteInField: "a quote stands inside a field that does not begin with one"
    case .textAfterQuote: "text follows the closing quote of a field"
    case .unclosedQuote: "a quote that begins a field is never closed"
    case .loneCarriageReturn: "the line ends with a carriage return alone"
    case .fieldTooLong: "the field is longer than 64 KiB"
    case .rowTooLong: "the row is longer than 1 MiB"
    case .tooManyColumns: "the row has more than \(CSVReader.columnLimit) fields"
    }
  }

  package var mend: String {
    switch self {
    case .notUTF8, .notInEncoding, .noByteOrderMark, .nul:
      "save the file as UTF-8 (in Excel: 'CSV UTF-8')"
    case .quoteInField, .textAfterQuote:
      "put quotes around the whole field and write each quote inside it twice"
    case .unclosedQuote: "close it, or write a quote inside the field twice"
    case .loneCarriageReturn: "save the file with line feeds at the ends of lines"
    case .fieldTooLong, .rowTooLong, .tooManyColumns: "look for a quote or line end that is missing"
    }
  }
}
