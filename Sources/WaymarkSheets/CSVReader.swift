package import Waymark
import WaymarkBasics

/// Reads CSV as RFC 4180 has it, in pieces of any size and in bounded memory.
///
/// Accepted besides: a UTF-8 byte order mark, line feeds with or without a carriage return, no line
/// end at the end of the file. Refused with the place: everything that `CSVProblem` names. Blanks
/// belong to the field. Whether rows have as many fields as the header is for the table to say.
///
/// A reader that has thrown reads no further.
package struct CSVReader: Sendable {
  /// What stands between two fields.
  package enum Separator: UInt8, Hashable, Sendable, CaseIterable {
    case comma = 0x2C
    case semicolon = 0x3B
    case tab = 0x09

    /// What the option is called that says so.
    package var name: String {
      switch self {
      case .comma: "comma"
      case .semicolon: "semicolon"
      case .tab: "tab"
      }
    }
  }

  /// A row as bytes: the line it begins on, the text that its fields lie in, and where they lie.
  ///
  /// Fields are without their quotes; an empty line has none. The text is that of the call alone.
  package typealias RowBody =
    (_ line: Int, _ text: Span<UInt8>, _ fields: [Range<Int>]) throws -> Void

  /// The bytes a field may have.
  package static let fieldLimit = 65_536
  /// The bytes a row may have.
  package static let rowLimit = 1_048_576
  /// The fields a row may have.
  package static let columnLimit = 20_000

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private let file: String
  private let encoding: TextEncoding
  private var decoder: TextDecoder
  private var text = TextCheck()
  private var scan: CSVScan
  private var hasBegun = false
  // The row that is not complete, and during a call what came after it.
  private var buffer: [UInt8] = []

  /// Prepares to read a file, named as the person named it.
  package init(file: String, separator: Separator = .comma, encoding: TextEncoding = .utf8) {
    self.file = file
    self.encoding = encoding
    decoder = TextDecoder(encoding)
    scan = CSVScan(separator: separator.rawValue)
  }

  /// Reads a file that is in memory as a whole.
  ///
  /// - Throws: `Findings<CSVProblem>`.
  package static func rows(
    of bytes: [UInt8], file: String, separator: Separator = .comma
  ) throws -> [TableRow] {
    var rows: [TableRow] = []
    var reader = CSVReader(file: file, separator: separator)
    try reader.read(bytes.span.bytes) { rows.append($0) }
    try reader.finish { rows.append($0) }
    return rows
  }

  /// The bytes that are kept of a row that is not complete.
  var heldBytes: Int { buffer.count }

  /// Reads the next bytes and hands over every row that they complete.
  ///
  /// - Throws: `Findings<CSVProblem>` after the rows before the fault, and what `row` throws.
  package mutating func read(_ bytes: RawSpan, row: (TableRow) throws -> Void) throws {
    try readBytes(bytes) { try row(TableRow(line: $0, text: $1, fields: $2)) }
  }

  /// Ends the file and hands over the last row when no line end stood after it.
  ///
  /// - Throws: `Findings<CSVProblem>`, and what `row` throws.
  package mutating func finish(row: (TableRow) throws -> Void) throws {
    try finishBytes { try row(TableRow(line: $0, text: $1, fields: $2)) }
  }

  /// Reads the next bytes and hands over every row that they complete, without a string a field.
  ///
  /// - Throws: `Findings<CSVProblem>` after the rows before the fault, and what `row` throws.
  package mutating func readBytes(_ bytes: RawSpan, row: RowBody) throws {
    let fault: CSVProblem? = bytes.withUnsafeBytes { bytes in
      if encoding != .utf8 { return decoder.decode(bytes, into: &buffer) }
      switch text.fault(in: bytes) {
      case (let fault, let after)?:
        buffer.append(contentsOf: bytes.prefix(after))
        return fault == .nul
          ? .nul(byte: text.sequenceStart) : .notUTF8(byte: text.sequenceStart)
      case nil:
        buffer.append(contentsOf: bytes)
        return nil
      }
    }
    guard fault != nil || hasBegun || buffer.count >= Self.byteOrderMark.count else { return }
    try scanning { scan, bytes in
      try scan.run(bytes, row: row)
      if let fault { throw scan.fault(fault) }
    }
    buffer.removeFirst(scan.rowStart)
    scan.moveDown(by: scan.rowStart)
  }

  /// Ends the file and hands over the last row when no line end stood after it, as bytes.
  ///
  /// - Throws: `Findings<CSVProblem>`, and what `row` throws.
  package mutating func finishBytes(row: RowBody) throws {
    let fault =
      text.isInsideSequence
      ? CSVProblem.notUTF8(byte: text.sequenceStart) : decoder.finish()
    try scanning { scan, bytes in
      try scan.run(bytes, row: row)
      if let fault { throw scan.fault(fault) }
      try scan.finish(bytes, row: row)
    }
    buffer = []
  }

  private mutating func scanning(
    _ body: (inout CSVScan, UnsafeBufferPointer<UInt8>) throws -> Void
  ) throws {
    if !hasBegun {
      hasBegun = true
      if buffer.starts(with: Self.byteOrderMark) { scan.skip(Self.byteOrderMark.count) }
    }
    do {
      try buffer.withUnsafeBufferPointer { try body(&scan, $0) }
    } catch let fault as CSVScan.Fault {
      throw Findings(
        Finding(fault.problem, at: Place(file: file, line: fault.line, column: fault.column)))
    }
  }
}

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
  /// A closing quote in the header with another separator behind it than the one that is read.
  case otherSeparator(CSVReader.Separator, not: CSVReader.Separator)
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
    case .otherSeparator(let found, let read):
      "the columns are separated by \(found.marks), not by \(read.marks)"
    case .unclosedQuote: "a quote that begins a field is never closed"
    case .loneCarriageReturn: "the line ends with a carriage return alone"
    case .fieldTooLong: "the field is longer than 64 KiB"
    case .rowTooLong: "the row is longer than 1 MiB"
    case .tooManyColumns: "the row has more than \(CSVReader.columnLimit) fields"
    }
  }

  package var mend: String {
    switch self {
    case .notUTF8:
      "save the file as UTF-8 (in Excel: 'CSV UTF-8'), or say --encoding windows-1252"
    case .notInEncoding, .noByteOrderMark, .nul:
      "save the file as UTF-8 (in Excel: 'CSV UTF-8')"
    case .quoteInField, .textAfterQuote:
      "put quotes around the whole field and write each quote inside it twice"
    case .otherSeparator(let found, _): "say --separator \(found.name)"
    case .unclosedQuote: "close it, or write a quote inside the field twice"
    case .loneCarriageReturn: "save the file with line feeds at the ends of lines"
    case .fieldTooLong, .rowTooLong, .tooManyColumns: "look for a quote or line end that is missing"
    }
  }
}

// MARK: - Words

extension CSVReader.Separator {
  /// As people read it: commas, ';' or tabs.
  package var marks: String {
    switch self {
    case .comma: "commas"
    case .semicolon: "';'"
    case .tab: "tabs"
    }
  }
}
