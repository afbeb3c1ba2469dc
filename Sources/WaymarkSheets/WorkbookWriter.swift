import CXLSXWriter
package import WaymarkBasics
package import WaymarkLibraries

/// Writes workbooks as Office Open XML (.xlsx) through libxlsxwriter.
package struct WorkbookWriter {
  private let library: WorkbookLibrary

  /// Writes the workbook to a new file, or over the one that stands there.
  ///
  /// The same workbook gives the same bytes. Numbers are written as numbers, all texts as texts:
  /// the writer never writes a formula, a link, a comment or anything hidden. Printed, a sheet is
  /// as many pages wide as it can be read on, with its headings and the names of its rows on each.
  /// - Throws: `WorkbookProblem` with what libxlsxwriter says.
  package static func write(_ workbook: Workbook, to path: String) throws(WorkbookProblem) {
    let library: WorkbookLibrary
    do throws(MissingLibrary) {
      library = try WorkbookLibrary.loaded.get()
    } catch {
      throw .missing(error)
    }
    try WorkbookWriter(library: library).write(workbook, to: path)
  }

  private func write(_ workbook: Workbook, to path: String) throws(WorkbookProblem) {
    // The parts of the workbook lie beside it until it is whole, not where everybody's lie.
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) + "/" } ?? "."
    let book = folder.withCString { folder in
      // libxlsxwriter copies the name and writes nothing into it.
      var options = lxw_workbook_options()
      options.tmpdir = UnsafeMutablePointer(mutating: folder)
      return library.workbookNewOpt(path, &options)
    }
    guard let book else { throw .outOfMemory }
    let outcome = fill(book, workbook)
    // Closing frees the book and everything in it, also when it reports a failure.
    let closing = library.workbookClose(book)
    for code in [outcome, closing] where code != LXW_NO_ERROR {
      let reason = library.strerror(code).map { String(cString: $0) }
      throw .refused(reason)
    }
  }

  private func fill(
    _ book: UnsafeMutablePointer<lxw_workbook>, _ workbook: Workbook
  ) -> lxw_error {
    let outcome = workbook.title.withCString { title in
      var properties = lxw_doc_properties()
      // The properties are copied; libxlsxwriter writes nothing into the title.
      properties.title = UnsafeMutablePointer(mutating: title)
      // Zero would be taken for the present; a file like this knows no day before 1980.
      let first = 3652
      properties.created = max(workbook.created?.daysSince1970 ?? first, first) * 86_400
      return library.workbookSetProperties(book, &properties)
    }
    guard outcome == LXW_NO_ERROR else { return outcome }
    let formats = Formats(book, library)
    for sheet in workbook.sheets {
      guard let page = library.workbookAddWorksheet(book, sheet.name) else {
        return LXW_ERROR_SHEETNAME_ALREADY_USED
      }
      // In a footer & begins an instruction, such as to center it; twice it is itself.
      let footer = "&C" + workbook.footer.replacing("&", with: "&&")
      for outcome in [library.worksheetSetFooter(page, footer), fill(page, sheet, formats)]
      where outcome != LXW_NO_ERROR {
        return outcome
      }
    }
    return LXW_NO_ERROR
  }

  /// How many characters of a sheet are printed on a page beside one another at most: more would be too
  /// small to read.
  private static let widestPage = 200.0

  /// Lays a sheet out for paper, US Letter.
  ///
  /// A wide one goes on beside the page, with what its rows are called there again.
  private func setUp(
    _ page: UnsafeMutablePointer<lxw_worksheet>, _ sheet: Workbook.Sheet, widths: [Double]
  ) -> lxw_error {
    library.worksheetSetPaper(page, 1)
    if sheet.columns.count > 1 { library.worksheetSetLandscape(page) }
    let names = names(of: sheet)
    let pages = pages(widths, repeating: names)
    library.worksheetFitToPages(page, UInt16(pages), 0)
    library.worksheetFreezePanes(page, 1, 0)
    if pages > 1, let first = names.first, let last = names.last {
      let outcome = library.worksheetRepeatColumns(page, lxw_col_t(first), lxw_col_t(last))
      guard outcome == LXW_NO_ERROR else { return outcome }
    }
    return library.worksheetRepeatRows(page, 0, 0)
  }

  /// How many pages side by side a sheet is printed on, each of which has the names again.
  private func pages(_ widths: [Double], repeating names: Range<Int>) -> Int {
    let width = widths.reduce(0, +)
    guard width > Self.widestPage else { return 1 }
    let repeated = widths[names].reduce(0, +)
    let room = max(Self.widestPage / 4, Self.widestPage - repeated)
    return max(2, Int(((width - repeated) / room).rounded(.up)))
  }

  /// The columns that name a row: those of words that come first, without the ones before them that
  /// say the same in every row, such as the campaign.
  private func names(of sheet: Workbook.Sheet) -> Range<Int> {
    let words = sheet.columns.prefix { $0.kind.isWords }.count
    let alike = (0..<words).prefix { place in
      sheet.rows.allSatisfy { $0[place] == sheet.rows.first?[place] }
    }.count
    // Where nothing tells the rows apart, the last is what they are called.
    return min(alike, max(0, words - 1))..<words
  }

  /// Where texts are wrapped, in characters.
  private static let widestText = 40
  /// The same on a sheet that would be too wide for a page.
  private static let widestTextBeside = 24

  /// How wide the columns of a sheet are, in characters.
  private func widths(of sheet: Workbook.Sheet) -> [Double] {
    let widths = sheet.columns.indices.map { width($0, of: sheet, upTo: Self.widestText) }
    guard widths.reduce(0, +) > Self.widestPage else { return widths }
    return sheet.columns.indices.map { width($0, of: sheet, upTo: Self.widestTextBeside) }
  }

  /// How wide a column is, in characters: as its longest text, up to where texts are wrapped, but
  /// as the longest word of its heading and of its texts.
  private func width(_ place: Int, of sheet: Workbook.Sheet, upTo widest: Int) -> Double {
    let column = sheet.columns[place]
    // As wide as the paper: LibreOffice makes a single column no smaller to fit it.
    guard sheet.columns.count > 1 else { return 72 }
    let texts = sheet.rows.compactMap { row -> String? in
      guard case .text(let text) = row[place] else { return nil }
      return text
    }
    let longest = texts.map { TextLayout.columns($0) }.max() ?? 0
    // Beside numbers a text is not wrapped.
    let wrapped = column.kind.isWords ? min(widest, longest + 2) : longest + 2
    let word = ([column.title] + texts).map { Self.longestWord(of: $0) }.max() ?? 0
    return Double(min(Self.widestText, max(12, wrapped, word + 2)))
  }

  /// The width of the longest word of a text.
  private static func longestWord(of text: String) -> Int {
    text.split(whereSeparator: \.isWhitespace).map { TextLayout.columns($0) }.max() ?? 0
  }

  /// How high a line of the sheet is, in points, so that wrapped texts are whole; programs work it out for
  /// a file that they open only when somebody edits it.
  private func height(_ texts: [(String, width: Double)]) -> Double {
    let lines = texts.map { text, width in
      let columns = max(1, Int(width) - 2)
      // No character is wider than its bytes are many: most texts fit.
      if text.utf8.count <= columns, !text.utf8.contains(UInt8(ascii: "\n")) { return 1 }
      return text.split(separator: "\n", omittingEmptySubsequences: false)
        .reduce(0) { $0 + max(1, TextLayout.wrap(String($1), width: columns).count) }
    }
    return min(409, 15 * Double(max(1, lines.max() ?? 1)))
  }

  private func fill(
    _ page: UnsafeMutablePointer<lxw_worksheet>, _ sheet: Workbook.Sheet, _ formats: Formats
  ) -> lxw_error {
    let widths = widths(of: sheet)
    let outcome = setUp(page, sheet, widths: widths)
    guard outcome == LXW_NO_ERROR else { return outcome }
    _ = library.worksheetSetRow(
      page, 0, height(zip(sheet.columns, widths).map { ($0.title, $1) }), nil)
    for (place, column) in sheet.columns.enumerated() {
      let width = widths[place]
      let place = lxw_col_t(place)
      var outcome = library.worksheetSetColumn(page, place, place, width, nil)
      guard outcome == LXW_NO_ERROR else { return outcome }
      outcome = library.worksheetWriteString(
        page, 0, place, column.title.printable,
        column.kind.isWords ? formats.heading : formats.headingOfNumbers)
      guard outcome == LXW_NO_ERROR else { return outcome }
    }
    for (line, row) in sheet.rows.enumerated() {
      let texts = row.indices.compactMap { place -> (String, width: Double)? in
        guard sheet.columns[place].kind == .text, case .text(let text) = row[place] else {
          return nil
        }
        return (text, widths[place])
      }
      _ = library.worksheetSetRow(page, lxw_row_t(line + 1), height(texts), nil)
      for (place, (cell, column)) in zip(row, sheet.columns).enumerated() {
        let line = lxw_row_t(line + 1)
        let place = lxw_col_t(place)
        let outcome =
          switch cell {
          case .text(let text):
            if column.kind == .date, let day = CalendarDate(text) {
              write(day, page, line, place, formats)
            } else {
              library.worksheetWriteString(
                page, line, place, text.printable,
                column.kind.isWords ? formats.words : formats.mark)
            }
          case .integer(let number):
            library.worksheetWriteNumber(page, line, place, Double(number), formats.integer)
          case .decimal(let number, let places):
            library.worksheetWriteNumber(
              page, line, place, Decimal.rounded(number, places: places),
              [.share, .points].contains(column.kind) ? formats.share : formats.number)
          case .empty: LXW_NO_ERROR
          }
        guard outcome == LXW_NO_ERROR else { return outcome }
      }
    }
    return LXW_NO_ERROR
  }

  private func write(
    _ day: CalendarDate, _ page: UnsafeMutablePointer<lxw_worksheet>, _ line: lxw_row_t,
    _ place: lxw_col_t, _ formats: Formats
  ) -> lxw_error {
    var moment = lxw_datetime()
    (moment.year, moment.month, moment.day) = (Int32(day.year), Int32(day.month), Int32(day.day))
    return library.worksheetWriteDatetime(page, line, place, &moment, formats.date)
  }

  /// The few looks of a cell; the same for every value, so that none of them tells anything.
  private struct Formats {
    let heading: UnsafeMutablePointer<lxw_format>?
    let headingOfNumbers: UnsafeMutablePointer<lxw_format>?
    let words: UnsafeMutablePointer<lxw_format>?
    let mark: UnsafeMutablePointer<lxw_format>?
    let integer: UnsafeMutablePointer<lxw_format>?
    let number: UnsafeMutablePointer<lxw_format>?
    let share: UnsafeMutablePointer<lxw_format>?
    let date: UnsafeMutablePointer<lxw_format>?

    init(_ book: UnsafeMutablePointer<lxw_workbook>, _ library: WorkbookLibrary) {
      heading = library.workbookAddFormat(book)
      headingOfNumbers = library.workbookAddFormat(book)
      library.formatSetAlign(headingOfNumbers, UInt8(LXW_ALIGN_RIGHT.rawValue))
      for format in [heading, headingOfNumbers] {
        library.formatSetBold(format)
        library.formatSetTextWrap(format)
        library.formatSetAlign(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
      }
      words = library.workbookAddFormat(book)
      library.formatSetTextWrap(words)
      library.formatSetAlign(words, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
      mark = library.workbookAddFormat(book)
      library.formatSetAlign(mark, UInt8(LXW_ALIGN_RIGHT.rawValue))
      integer = library.workbookAddFormat(book)
      library.formatSetNumFormat(integer, "0")
      number = library.workbookAddFormat(book)
      library.formatSetNumFormat(number, "0.00")
      share = library.workbookAddFormat(book)
      library.formatSetNumFormat(share, "0%")
      date = library.workbookAddFormat(book)
      library.formatSetNumFormat(date, "yyyy-mm-dd")
      for format in [mark, integer, number, share, date] {
        library.formatSetAlign(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
      }
    }
  }
}

/// Why a workbook could not be written.
package enum WorkbookProblem: Error, Hashable, Sendable {
  /// libxlsxwriter is not there.
  case missing(MissingLibrary)
  case outOfMemory
  /// What libxlsxwriter says, where it says anything.
  case refused(String?)

  /// What went wrong.
  package var reason: String {
    switch self {
    case .missing(let library): "\(library.what); \(library.mend)"
    case .outOfMemory: "there is not enough memory"
    case .refused(let reason): reason ?? "libxlsxwriter failed"
    }
  }
}

/// The functions of libxlsxwriter that are called, named as its header names them.
struct WorkbookLibrary: Sendable {
  let workbookNewOpt: workbook_new_opt_t
  let workbookClose: workbook_close_t
  let workbookSetProperties: workbook_set_properties_t
  let workbookAddWorksheet: workbook_add_worksheet_t
  let workbookAddFormat: workbook_add_format_t
  let strerror: lxw_strerror_t
  let worksheetSetFooter: worksheet_set_footer_t
  let worksheetSetColumn: worksheet_set_column_t
  let worksheetWriteString: worksheet_write_string_t
  let worksheetWriteNumber: worksheet_write_number_t
  let worksheetWriteDatetime: worksheet_write_datetime_t
  let worksheetSetRow: worksheet_set_row_t
  let worksheetSetLandscape: worksheet_set_landscape_t
  let worksheetSetPaper: worksheet_set_paper_t
  let worksheetFitToPages: worksheet_fit_to_pages_t
  let worksheetRepeatRows: worksheet_repeat_rows_t
  let worksheetRepeatColumns: worksheet_repeat_columns_t
  let worksheetFreezePanes: worksheet_freeze_panes_t
  let formatSetBold: format_set_bold_t
  let formatSetTextWrap: format_set_text_wrap_t
  let formatSetAlign: format_set_align_t
  let formatSetNumFormat: format_set_num_format_t

  /// Loaded with the first workbook that is written.
  static let loaded = Result { () throws(MissingLibrary) in try WorkbookLibrary() }

  private init() throws(MissingLibrary) {
    let library = try SharedLibrary(
      SharedLibrary.Name(file: "libxlsxwriter.so.4", package: "libxlsxwriter4"))
    workbookNewOpt = try library.function("workbook_new_opt")
    workbookClose = try library.function("workbook_close")
    workbookSetProperties = try library.function("workbook_set_properties")
    workbookAddWorksheet = try library.function("workbook_add_worksheet")
    workbookAddFormat = try library.function("workbook_add_format")
    strerror = try library.function("lxw_strerror")
    worksheetSetFooter = try library.function("worksheet_set_footer")
    worksheetSetColumn = try library.function("worksheet_set_column")
    worksheetWriteString = try library.function("worksheet_write_string")
    worksheetWriteNumber = try library.function("worksheet_write_number")
    worksheetWriteDatetime = try library.function("worksheet_write_datetime")
    worksheetSetRow = try library.function("worksheet_set_row")
    worksheetSetLandscape = try library.function("worksheet_set_landscape")
    worksheetSetPaper = try library.function("worksheet_set_paper")
    worksheetFitToPages = try library.function("worksheet_fit_to_pages")
    worksheetRepeatRows = try library.function("worksheet_repeat_rows")
    worksheetRepeatColumns = try library.function("worksheet_repeat_columns")
    worksheetFreezePanes = try library.function("worksheet_freeze_panes")
    formatSetBold = try library.function("format_set_bold")
    formatSetTextWrap = try library.function("format_set_text_wrap")
    formatSetAlign = try library.function("format_set_align")
    formatSetNumFormat = try library.function("format_set_num_format")
  }
}
