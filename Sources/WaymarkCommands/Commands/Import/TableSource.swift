import ArgumentParser
import Waymark
import WaymarkBasics
import WaymarkSheets

/// A file of responses as it lies there: text with separators, a workbook, or a JSON document.
///
/// What it is, how its characters are written and what separates its columns is found by its bytes where
/// nobody says it, and told.
struct TableSource: Sendable {
  /// How a person says that a table is to be read.
  struct Format: Sendable {
    var separator: CSVReader.Separator?
    var encoding: TextEncoding?
    var sheet: String?
    var headerRows: Int?
    /// Whether nothing is handed over of a file of which anything cannot be read.
    var isCheckedFirst = false
  }

  /// What was found out about a table, before its rows are handed over.
  struct Opening {
    /// Its first rows, without those that are empty.
    var sample: [TableRow] = []
    var notes: [TableNote] = []
  }

  /// The bytes that are held to find out what a table is.
  private static let headLimit = 1 << 20
  /// The bytes of a table that is checked before anything of it is handed over.
  private static let checkedLimit = 32 << 20
  /// The rows that are looked at.
  private static let sampleLimit = 64

  private enum Mode { case document, workbook, text }

  /// The file as people read it.
  let name: String
  let file: String
  let format: Format

  init(_ file: String, format: Format) {
    (self.file, self.format) = (file, format)
    name = BoundedFile.name(of: file)
  }

  /// Reads the file: tells what it is, and then hands over its rows as they come.
  ///
  /// - Parameters:
  ///   - begin: is told what the table is, before any row.
  ///   - piece: is told after each piece of a table.
  /// - Returns: the bytes of a file that is no table.
  /// - Throws: `Findings` of `FileProblem`, `CSVProblem` and `WorkbookReadingProblem`, and what the
  ///   functions throw.
  func read(
    begin: (Opening) throws -> Void, piece: () -> Void = {}, row: CSVReader.RowBody
  ) throws -> [UInt8]? {
    var mode: Mode?
    var held: [[UInt8]] = []
    var size = 0
    var text: TextTable?
    try BoundedFile.pieces(of: file) { bytes in
      let known = try mode ?? Self.mode(of: bytes, name)
      mode = known
      switch known {
      case .document:
        if size <= SharedFile.sizeLimit { held.append(bytes) }
        size += bytes.count
      case .workbook:
        size += bytes.count
        guard size <= WorkbookReader.sizeLimit else { throw tooLarge }
        held.append(bytes)
      case .text where text != nil:
        try text?.read(bytes, row: row)
        piece()
      case .text:
        held.append(bytes)
        size += bytes.count
        guard size >= (format.isCheckedFirst ? Self.checkedLimit : Self.headLimit) else { return }
        text = try start(&held, isWhole: false, begin: begin, piece: piece, row: row)
      }
    }
    switch mode {
    case .document: return Array(held.joined())
    case .workbook:
      try readWorkbook(Array(held.joined()), begin: begin, row: row)
      piece()
    case .text, nil:
      var table =
        try text ?? start(&held, isWhole: true, begin: begin, piece: piece, row: row)
      try table.finish(row: row)
    }
    return nil
  }

  // MARK: Text

  /// A table that is text, and how it is read.
  private struct TextTable {
    var reader: CSVReader
    let dialect: TableDialect

    mutating func read(_ bytes: [UInt8], row: CSVReader.RowBody) throws {
      guard dialect.hasSeparatorLine else {
        return try reader.readBytes(bytes.span.bytes, row: row)
      }
      try reader.readBytes(bytes.span.bytes) { line, text, fields in
        if line > 1 { try row(line, text, fields) }
      }
    }

    mutating func finish(row: CSVReader.RowBody) throws {
      try reader.finishBytes { line, text, fields in
        if line > 1 || !dialect.hasSeparatorLine { try row(line, text, fields) }
      }
    }
  }

  /// Finds out how a table is written, and hands over the rows of what was held of it.
  private func start(
    _ held: inout [[UInt8]], isWhole: Bool, begin: (Opening) throws -> Void, piece: () -> Void,
    row: CSVReader.RowBody
  ) throws -> TextTable {
    var head: [UInt8] = []
    for bytes in held { head += bytes }
    let dialect = TableDialect(
      of: head, isWhole: isWhole, separator: format.separator, encoding: format.encoding)
    var opening = Opening()
    opening.sample = dialect.rows(of: head, isWhole: isWhole, limit: Self.sampleLimit).map {
      TableRow(line: $0.line, fields: $0.fields)
    }.filter { $0.fields.contains { !$0.isEmpty } }
    if dialect.isSeparatorFound { opening.notes.append(.separator(dialect.separator)) }
    if dialect.isEncodingFound { opening.notes.append(.encoding(dialect.encoding)) }
    var table = TextTable(
      reader: CSVReader(file: name, separator: dialect.separator, encoding: dialect.encoding),
      dialect: dialect)
    if format.isCheckedFirst, isWhole {
      var check = table
      try check.read(head, row: { _, _, _ in })
      try check.finish(row: { _, _, _ in })
    }
    try begin(opening)
    for bytes in held {
      try table.read(bytes, row: row)
      piece()
    }
    held = []
    return table
  }

  private static func mode(of head: [UInt8], _ name: String) throws -> Mode {
    // A byte order mark, as some editors write it, is no part of either.
    let text = head.starts(with: [0xEF, 0xBB, 0xBF]) ? head.dropFirst(3) : head[...]
    if text.first(where: { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }) == UInt8(ascii: "{") {
      return .document
    }
    switch TableKind(of: head) {
    case .text: return .text
    case .workbook: return .workbook
    case .compound(let isEncrypted):
      throw Findings<WorkbookReadingProblem>(
        Finding(isEncrypted ? .encrypted : .oldWorkbook, at: Place(file: name)))
    }
  }

  // MARK: Workbooks

  private var tooLarge: Findings<FileProblem> {
    Findings(Finding(.tooLarge(limit: WorkbookReader.sizeLimit), at: Place(file: name)))
  }

  private func readWorkbook(
    _ bytes: [UInt8], begin: (Opening) throws -> Void, row: CSVReader.RowBody
  ) throws {
    struct Enough: Error {}
    let reader = try WorkbookReader(bytes, file: name)
    var opening = Opening()
    do {
      try reader.read(sheet: format.sheet, width: 0) { line, text, fields in
        opening.sample.append(TableRow(line: line, text: text, fields: fields))
        if opening.sample.count >= Self.sampleLimit { throw Enough() }
      }
    } catch is Enough {}
    if format.sheet == nil, reader.sheetNames.count > 1, let first = reader.firstSheet {
      opening.notes.append(.sheet(first, others: reader.sheetNames.count - 1))
    }
    if format.isCheckedFirst { try reader.read(sheet: format.sheet, width: 0) { _, _, _ in } }
    try begin(opening)
    // The header says how wide the table is; it may be below a title.
    let width = opening.sample.prefix(6).map(\.fields.count).max() ?? 0
    try reader.read(sheet: format.sheet, width: width, row: row)
  }
}

/// What was found out about a table by its bytes.
enum TableNote: Hashable, Sendable {
  /// Columns are separated by something else than commas.
  case separator(CSVReader.Separator)
  /// Characters are written otherwise than in UTF-8.
  case encoding(TextEncoding)
  /// Of several sheets this one is read.
  case sheet(String, others: Int)
  /// The header has several rows.
  case headerRows(Int, FormHeader.Tool?)
}

extension TableSource.Opening {
  /// How many rows the header has, and a note where that was found out.
  func headerRows(
    said: Int?, framework: Framework, background: BackgroundQuestions
  ) -> (count: Int, note: TableNote?) {
    if let said { return (said, nil) }
    let found = FormHeader.rowCount(of: sample, framework: framework, background: background)
    return (found.count, found.count > 1 ? .headerRows(found.count, found.tool) : nil)
  }
}

/// How a table is written, as options.
struct TableOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "What separates columns: comma, semicolon, tab. (default: found out)", valueName: "name"),
    transform: {
      try Choice.named($0, of: ["comma": .comma, "semicolon": .semicolon, "tab": .tab])
    })
  var separator: CSVReader.Separator?

  @Option(
    help: ArgumentHelp(
      "How text is written: utf-8, windows-1252, latin-1, utf-16. (default: found out)",
      valueName: "name"),
    transform: {
      try Choice.named(
        $0,
        of: [
          "utf-8": .utf8, "latin-1": .latin1, "utf-16": .utf16, "windows-1252": .windows1252,
        ])
    })
  var encoding: TextEncoding?

  @Option(
    help: ArgumentHelp(
      "Read this sheet of a workbook. (default: the first)", valueName: "name"))
  var sheet: String?

  @Option(
    help: ArgumentHelp(
      "How many rows the header has, 1 to 6. (default: found out)", valueName: "n"),
    transform: { try Int(typed: $0) })
  var headerRows: Int?

  func validate() throws {
    if let headerRows, !(1...6).contains(headerRows) {
      throw ValidationError(CommandWords.english.import.headerRowsOutside)
    }
  }

  /// What these options say.
  var format: TableSource.Format {
    TableSource.Format(
      separator: separator, encoding: encoding, sheet: sheet, headerRows: headerRows)
  }
}
