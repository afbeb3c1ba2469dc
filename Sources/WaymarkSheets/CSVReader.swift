import CLibCSV
public import Waymark

/// Reads CSV as RFC 4180 has it, in pieces of any size and in bounded memory.
///
/// Accepted besides: a UTF-8 byte order mark, line feeds with or without a carriage return, no line
/// end at the end of the file. Refused with the place: everything that `CSVProblem` names. Blanks
/// belong to the field. Whether rows have as many fields as the header is for the table to say.
///
/// A reader that has thrown reads no further.
public struct CSVReader: ~Copyable {
  /// What stands between two fields.
  public enum Separator: UInt8, Hashable, Sendable, CaseIterable {
    case comma = 0x2C
    case semicolon = 0x3B
    case tab = 0x09
  }

  /// The bytes a field may have.
  public static let fieldLimit = 65_536
  /// The bytes a row may have.
  public static let rowLimit = 1_048_576
  /// The fields a row may have.
  public static let columnLimit = 20_000

  // libcsv cannot be told to stop, and keeps a field of any length: it is fed a little at a time.
  private static let sliceSize = 16_384
  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private let file: String
  private var parser = csv_parser()
  private var text = TextCheck()
  private var rows = RowCollector()
  // The first bytes, until there are enough to tell whether they are a byte order mark.
  private var opening: [UInt8]? = []

  /// Prepares to read a file, named as the person named it.
  public init(file: String, separator: Separator = .comma) {
    self.file = file
    _ = csv_init(&parser, UInt8(CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL))
    csv_set_delim(&parser, separator.rawValue)
    csv_set_blk_size(&parser, 4096)
    // Without this, libcsv cuts blanks off the ends of fields.
    csv_set_space_func(&parser) { _ in 0 }
  }

  deinit {
    var parser = parser
    csv_free(&parser)
  }

  /// Reads a file that is in memory as a whole.
  ///
  /// - Throws: `Findings<CSVProblem>`.
  public static func rows(
    of bytes: [UInt8], file: String, separator: Separator = .comma
  ) throws -> [TableRow] {
    var rows: [TableRow] = []
    var reader = CSVReader(file: file, separator: separator)
    try reader.read(bytes.span.bytes) { rows.append($0) }
    try reader.finish { rows.append($0) }
    return rows
  }

  /// The bytes and fields that are kept of a row that is not complete.
  var heldBytes: Int { parser.entry_size + rows.fields.reduce(0) { $0 + $1.utf8.count } }

  /// Reads the next bytes and hands over every row that they complete.
  ///
  /// - Throws: `Findings<CSVProblem>` after the rows before the fault, and what `row` throws.
  public mutating func read(_ bytes: RawSpan, row: (TableRow) throws -> Void) throws {
    try bytes.withUnsafeBytes { bytes in
      var rest = bytes[...]
      if var opening {
        while opening.count < Self.byteOrderMark.count, let byte = rest.popFirst() {
          opening.append(byte)
        }
        self.opening = opening
        guard opening.count == Self.byteOrderMark.count else { return }
        try readOpening(row: row)
      }
      while !rest.isEmpty {
        let slice = rest.prefix(Self.sliceSize)
        rest = rest.dropFirst(slice.count)
        try readSlice(UnsafeRawBufferPointer(rebasing: slice), row: row)
      }
    }
  }

  /// Ends the file and hands over the last row when no line end stood after it.
  ///
  /// - Throws: `Findings<CSVProblem>`, and what `row` throws.
  public mutating func finish(row: (TableRow) throws -> Void) throws {
    try readOpening(row: row)
    if text.isInsideSequence { throw finding(.notUTF8(byte: text.sequenceStart)) }
    rows.finish()
    var parser = parser
    let status = withUnsafeMutablePointer(to: &rows) { rows in
      csv_fini(&parser, Self.addField, Self.endRow, rows)
    }
    self.parser = parser
    try handOver(row)
    if status != 0 { throw finding(.unclosedQuote, line: rows.line, column: rows.fields.count + 1) }
  }

  private mutating func readOpening(row: (TableRow) throws -> Void) throws {
    guard let opening else { return }
    self.opening = nil
    try opening.withUnsafeBytes { bytes in
      if opening == Self.byteOrderMark {
        // It counts as text: offsets are those of the file.
        _ = text.fault(in: bytes)
      } else {
        try readSlice(bytes, row: row)
      }
    }
  }

  private mutating func readSlice(
    _ bytes: UnsafeRawBufferPointer, row: (TableRow) throws -> Void
  ) throws {
    let fault = text.fault(in: bytes)
    let count = fault?.after ?? bytes.count
    var parser = parser
    let consumed = withUnsafeMutablePointer(to: &rows) { rows in
      csv_parse(&parser, bytes.baseAddress, count, Self.addField, Self.endRow, rows)
    }
    self.parser = parser
    try handOver(row)
    if consumed < count { throw finding(parseProblem()) }
    // A field may be followed by the quote that perhaps closes it.
    if parser.entry_pos > Self.fieldLimit + 1 {
      throw finding(.fieldTooLong, line: rows.line, column: rows.fields.count + 1)
    }
    switch fault {
    case (.notUTF8, _)?: throw finding(.notUTF8(byte: text.sequenceStart))
    case (.nul, _)?: throw finding(.nul(byte: text.sequenceStart))
    case nil: break
    }
  }

  private mutating func handOver(_ row: (TableRow) throws -> Void) throws {
    for complete in rows.takeRows() { try row(complete) }
    if let fault = rows.fault {
      throw finding(fault.problem, line: fault.line, column: fault.column)
    }
  }

  private mutating func parseProblem() -> CSVProblem {
    guard csv_error(&parser) == CSV_EPARSE else { return .outOfMemory }
    return parser.quoted != 0 ? .textAfterQuote : .quoteInField
  }

  /// The problem at the byte that libcsv has come to.
  private func finding(_ problem: CSVProblem) -> Findings<CSVProblem> {
    let field = UnsafeRawBufferPointer(start: parser.entry_buf, count: parser.entry_pos)
    return finding(problem, line: rows.line + field.lineFeeds, column: rows.fields.count + 1)
  }

  private func finding(
    _ problem: CSVProblem, line: Int, column: Int?
  ) -> Findings<CSVProblem> {
    Findings(Finding(problem, at: Place(file: file, line: line, column: column)))
  }

  private static let addField:
    @convention(c) (UnsafeMutableRawPointer?, Int, UnsafeMutableRawPointer?) -> Void = {
      text, count, rows in
      rows?.assumingMemoryBound(to: RowCollector.self).pointee.addField(
        UnsafeRawBufferPointer(start: text, count: count))
    }

  private static let endRow: @convention(c) (Int32, UnsafeMutableRawPointer?) -> Void = {
    character, rows in
    rows?.assumingMemoryBound(to: RowCollector.self).pointee.endRow(at: character)
  }
}
