import WaymarkBasics
import WaymarkXML

/// Reads the rows of one sheet of a workbook (.xlsx), as the texts that a CSV file would hold.
///
/// Numbers have no `.0`, days are ISO 8601, truth values are TRUE and FALSE, and what a formula gave is
/// its value. Rows without any value are passed over. Rows stream; only the texts that cells share are
/// held.
package struct WorkbookReader {
  /// The most bytes of a file that is read.
  package static let sizeLimit = 64 << 20
  private static let sheetLimit = 4 << 30

  private let file: String
  private let archive: ZipArchive
  private let contents: WorkbookContents
  private let styles: WorkbookStyles
  private let strings: SharedStrings

  /// Opens a workbook that is in memory.
  ///
  /// - Throws: `Findings<WorkbookReadingProblem>`.
  package init(_ bytes: [UInt8], file: String) throws {
    self.file = file
    do {
      let archive = try ZipArchive(bytes)
      let contents = try WorkbookContents(archive)
      styles =
        try contents.stylesPart.map { try WorkbookStyles($0, of: archive) } ?? WorkbookStyles()
      strings =
        try contents.stringsPart.map { try SharedStrings($0, of: archive) } ?? SharedStrings()
      (self.archive, self.contents) = (archive, contents)
    } catch let problem as WorkbookReadingProblem {
      throw Findings(Finding(problem, at: Place(file: file)))
    }
  }

  /// The names of the sheets, in the order of the workbook.
  package var sheetNames: [String] { contents.sheets.map(\.name) }

  /// The sheet that is read where none is named: the first that is not hidden.
  package var firstSheet: String? {
    (contents.sheets.first { !$0.isHidden } ?? contents.sheets.first)?.name
  }

  /// Hands over the rows of a sheet that hold anything, each with the number that it has there.
  ///
  /// - Parameters:
  ///   - sheet: its name; the first one where it is `nil`.
  ///   - width: the fields that a row has at least; what is missing is empty.
  /// - Throws: `Findings<WorkbookReadingProblem>` after the rows before the fault, and what `row`
  ///   throws.
  package func read(sheet: String?, width: Int, row: CSVReader.RowBody) throws {
    do {
      guard let name = sheet ?? firstSheet else { throw WorkbookReadingProblem.noSheets }
      guard let found = contents.sheets.first(where: { $0.name == name }) else {
        throw WorkbookReadingProblem.noSheet(name, among: sheetNames)
      }
      var cells = SheetCells(
        strings: strings, styles: styles, countsFrom1904: contents.countsFrom1904, width: width,
        part: found.part)
      let isThere = try WorkbookPart.read(found.part, of: archive, limit: Self.sheetLimit) {
        try cells.take($1, $0, row: row)
      }
      guard isThere else { throw WorkbookReadingProblem.damaged(part: found.part) }
    } catch let problem as WorkbookReadingProblem {
      throw Findings(Finding(problem, at: Place(file: file)))
    }
  }
}

/// Makes rows of the cells of a sheet as they go by.
private struct SheetCells {
  private let strings: SharedStrings
  private let styles: WorkbookStyles
  private let countsFrom1904: Bool
  private let width: Int
  private let part: String

  private var line = 0
  private var isInRow = false
  private var text: [UInt8] = []
  private var fields: [Range<Int>] = []
  private var hasValue = false
  // The cell that is read.
  private var column = 0
  private var kind = ""
  private var isDay = false
  private var start = 0
  private var isInValue = false
  private var cellText = CellText()

  init(
    strings: SharedStrings, styles: WorkbookStyles, countsFrom1904: Bool, width: Int, part: String
  ) {
    self.strings = strings
    self.styles = styles
    self.countsFrom1904 = countsFrom1904
    self.width = width
    self.part = part
  }

  mutating func take(
    _ event: ElementReader.Event, _ reader: ElementReader, row: CSVReader.RowBody
  ) throws {
    switch event {
    case .begin("row"):
      let number = reader.attribute("r").flatMap { Int(digits: $0) } ?? 0
      line = number > line ? number : line + 1
      isInRow = true
      text.removeAll(keepingCapacity: true)
      fields.removeAll(keepingCapacity: true)
      hasValue = false
    case .end("row") where isInRow:
      isInRow = false
      try end(row)
    case .begin("c") where isInRow: try begin(reader)
    case .end("c") where isInRow: try endCell()
    case .begin("v"): isInValue = true
    case .end("v"): isInValue = false
    case .text where isInValue: reader.appendText(to: &text)
    default: if kind == "inlineStr" { cellText.take(event, reader, into: &text) }
    }
  }

  private mutating func begin(_ reader: ElementReader) throws {
    column = reader.attribute("r").flatMap(Self.column) ?? fields.count
    guard column < CSVReader.columnLimit else { throw WorkbookReadingProblem.tooWide }
    kind = reader.attribute("t") ?? "n"
    isDay = false
    if kind == "n", let style = reader.attribute("s").flatMap({ Int(digits: $0) }),
      styles.areDays.indices.contains(style)
    {
      isDay = styles.areDays[style]
    }
    start = text.count
    isInValue = false
    cellText.begin(at: start)
  }

  private mutating func endCell() throws {
    let written = { (text: [UInt8], start: Int) in String(decoding: text[start...], as: UTF8.self) }
    switch kind {
    case "s":
      let place =
        Self.wholeNumber(text[start...]) ?? Int(digits: written(text, start).trimmed)
      text.removeLast(text.count - start)
      if let place { strings.append(place, to: &text) }
    case "b":
      let isTrue = written(text, start).trimmed == "1"
      let isEmpty = text.count == start
      text.removeLast(text.count - start)
      if !isEmpty { text += Array((isTrue ? "TRUE" : "FALSE").utf8) }
    // A whole number is shown as it stands.
    case "n" where !isDay && Self.wholeNumber(text[start...]) != nil: break
    case "n" where text.count > start:
      let number = written(text, start).trimmed
      text.removeLast(text.count - start)
      text += Array(shown(number).utf8)
    case "d":
      // ISO 8601 already; a day alone is written with the midnight that it begins at.
      let day = written(text, start)
      if day.hasSuffix("T00:00:00") { text.removeLast("T00:00:00".utf8.count) }
    default: cellText.end(in: &text)
    }
    kind = ""
    guard text.count - start <= CSVReader.fieldLimit, text.count <= CSVReader.rowLimit else {
      throw WorkbookReadingProblem.tooLarge(part: part)
    }
    while fields.count <= column { fields.append(start..<start) }
    fields[column] = start..<text.count
    if text.count > start { hasValue = true }
  }

  /// What digits without a zero before them and without blanks mean, as most cells hold.
  private static func wholeNumber(_ text: ArraySlice<UInt8>) -> Int? {
    guard let first = text.first, text.count <= 15, text.count == 1 || first != UInt8(ascii: "0")
    else { return nil }
    var number = 0
    for byte in text {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      number = number * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return number
  }

  private mutating func end(_ row: CSVReader.RowBody) throws {
    guard hasValue else { return }
    // Formats alone make cells behind the last column.
    while fields.count > width, fields.last?.isEmpty == true { fields.removeLast() }
    while fields.count < width { fields.append(text.count..<text.count) }
    try row(line, text.span, fields)
  }

  private func shown(_ number: String) -> String {
    guard let value = Double(number), value.isFinite else { return number }
    if isDay { return day(value) ?? number }
    // A number that was calculated may miss the whole one by the last bit.
    let whole = value.rounded()
    if abs(value - whole) < 1e-9, abs(whole) < 1e15 { return String(Int(whole)) }
    return value.description
  }

  /// A day, its time where it has one, or a time alone.
  private func day(_ value: Double) -> String? {
    guard value >= 0, value < 2_958_466 else { return nil }
    var number = Int(value)
    var seconds = Int(((value - Double(number)) * 86_400).rounded())
    if seconds == 86_400 { (number, seconds) = (number + 1, 0) }
    let padded = { (number: Int) in (number < 10 ? "0" : "") + String(number) }
    let time = [seconds / 3_600, seconds / 60 % 60, seconds % 60].map(padded).joined(separator: ":")
    guard number > 0 || countsFrom1904 && seconds == 0 else { return time }
    guard let day = CalendarDate(spreadsheetNumber: number, countsFrom1904: countsFrom1904) else {
      return nil
    }
    return seconds == 0 ? day.description : "\(day) \(time)"
  }

  /// The place of a column from 0, by the letters of a cell's name.
  private static func column(_ cell: String) -> Int? {
    var column = 0
    for byte in cell.utf8 {
      guard (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) else { break }
      column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
      guard column <= 1_000_000 else { return nil }
    }
    return column > 0 ? column - 1 : nil
  }
}

/// Why a spreadsheet cannot be read.
package enum WorkbookReadingProblem: Problem, Error {
  /// It begins like a zip file, but there is no workbook in it.
  case notWorkbook
  /// A workbook of the time before .xlsx.
  case oldWorkbook
  /// A workbook that opens by a password only.
  case encrypted
  /// The zip file is cut short or damaged; the part, where it is one.
  case damaged(part: String?)
  /// A part of the workbook is no XML that can be read.
  case unreadablePart(String, line: Int?)
  /// More bytes, when unpacked, than may be.
  case tooLarge(part: String)
  /// A part that is packed more tightly than tables are, as files are that are to fill a memory.
  case packedTooTightly(part: String)
  /// A part that is packed in a way that workbooks are not.
  case otherPacking(part: String)
  /// A sheet that is not there, and those that are.
  case noSheet(String, among: [String])
  /// There is no sheet with cells in it.
  case noSheets
  /// A cell or a row beyond what a table may have.
  case tooWide

  /// What is wrong.
  package var what: String {
    switch self {
    case .notWorkbook: "there is no workbook in this zip file"
    case .oldWorkbook: "this is a workbook of the old kind, .xls"
    case .encrypted: "the workbook is protected by a password"
    case .damaged(nil): "the workbook is damaged or cut short"
    case .damaged(let part?): "the part \(part.excerpt) of the workbook is damaged or cut short"
    case .unreadablePart(let part, let line):
      "the part \(part.excerpt) of the workbook cannot be read"
        + (line.map { " from its line \($0) on" } ?? "")
    case .tooLarge(let part): "the part \(part.excerpt) of the workbook is too large"
    case .packedTooTightly(let part):
      "the part \(part.excerpt) of the workbook unpacks to far more than a table would"
    case .otherPacking(let part):
      "the part \(part.excerpt) of the workbook is packed in a way that is not known here"
    case .noSheet(let name, _): "the workbook has no sheet \(name.excerpt)"
    case .noSheets: "the workbook has no sheet with cells"
    case .tooWide: "a row of the sheet has more than \(CSVReader.columnLimit) columns"
    }
  }

  package var mend: String {
    switch self {
    case .notWorkbook, .otherPacking, .packedTooTightly, .tooWide:
      "save the table as .xlsx, or as CSV, and name that"
    case .oldWorkbook: "open it, save it as .xlsx or as CSV, and name that"
    case .encrypted: "save a copy without a password, and name that"
    case .damaged, .unreadablePart: "export it again, or copy it again from where it was"
    case .tooLarge: "save the sheet as CSV, and name that"
    case .noSheet(let name, let others):
      name.closest(among: others)?.didYouMean
        ?? "name one of \(others.prefix(8).map(\.excerpt).joined(separator: ", "))"
    case .noSheets: "export it again, with the answers in it"
    }
  }
}
