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
      let isThere = try WorkbookPart.read(
        found.part, of: archive, limit: Self.sheetLimit, direct: { try cells.takePlain($0) },
        { try cells.take($0, row: row) })
      guard isThere else { throw WorkbookReadingProblem.damaged(part: found.part) }
    } catch let problem as WorkbookReadingProblem {
      throw Findings(Finding(problem, at: Place(file: file)))
    }
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
