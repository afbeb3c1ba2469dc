import WaymarkBasics

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
