import CXLSXWriter
public import Waymark

/// Writes workbooks as Office Open XML (.xlsx) through libxlsxwriter.
public enum WorkbookWriter {
  /// Writes the workbook to a new file, or over the one that stands there.
  ///
  /// The same workbook gives the same bytes. Numbers are written as numbers, all texts as texts:
  /// the writer never writes a formula, a link, a comment, a defined name or anything hidden.
  /// - Throws: `WorkbookProblem` with what libxlsxwriter says.
  public static func write(_ workbook: Workbook, to path: String) throws(WorkbookProblem) {
    // The parts of the workbook lie beside it until it is whole, not where everybody's lie.
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) + "/" } ?? "."
    let book = folder.withCString { folder in
      // libxlsxwriter copies the name and writes nothing into it.
      var options = lxw_workbook_options()
      options.tmpdir = UnsafeMutablePointer(mutating: folder)
      return workbook_new_opt(path, &options)
    }
    guard let book else { throw WorkbookProblem(reason: "there is not enough memory") }
    let outcome = fill(book, workbook)
    // Closing frees the book and everything in it, also when it reports a failure.
    let closing = workbook_close(book)
    for code in [outcome, closing] where code != LXW_NO_ERROR {
      throw WorkbookProblem(reason: String(cString: lxw_strerror(code)))
    }
  }

  private static func fill(
    _ book: UnsafeMutablePointer<lxw_workbook>, _ workbook: Workbook
  ) -> lxw_error {
    let outcome = workbook.title.withCString { title in
      var properties = lxw_doc_properties()
      // The properties are copied; libxlsxwriter writes nothing into the title.
      properties.title = UnsafeMutablePointer(mutating: title)
      // Zero would be taken for the present; a file like this knows no day before 1980.
      let first = 3652
      properties.created = max(workbook.created?.daysSince1970 ?? first, first) * 86_400
      return workbook_set_properties(book, &properties)
    }
    guard outcome == LXW_NO_ERROR else { return outcome }
    let formats = Formats(book)
    for sheet in workbook.sheets {
      guard let page = workbook_add_worksheet(book, sheet.name) else {
        return LXW_ERROR_SHEETNAME_ALREADY_USED
      }
      // In a footer & begins an instruction, such as to center it; twice it is itself.
      let footer = "&C" + workbook.footer.replacing("&", with: "&&")
      for outcome in [worksheet_set_footer(page, footer), fill(page, sheet, formats)]
      where outcome != LXW_NO_ERROR {
        return outcome
      }
    }
    return LXW_NO_ERROR
  }

  private static func fill(
    _ page: UnsafeMutablePointer<lxw_worksheet>, _ sheet: Workbook.Sheet, _ formats: Formats
  ) -> lxw_error {
    for (place, column) in sheet.columns.enumerated() {
      let place = lxw_col_t(place)
      let width = column.kind == .text ? (sheet.columns.count == 1 ? 90 : 40) : 12.0
      var outcome = worksheet_set_column(page, place, place, width, nil)
      guard outcome == LXW_NO_ERROR else { return outcome }
      outcome = worksheet_write_string(page, 0, place, column.title.printable, formats.heading)
      guard outcome == LXW_NO_ERROR else { return outcome }
    }
    worksheet_freeze_panes(page, 1, 0)
    for (line, row) in sheet.rows.enumerated() {
      for (place, (cell, column)) in zip(row, sheet.columns).enumerated() {
        let line = lxw_row_t(line + 1)
        let place = lxw_col_t(place)
        let outcome =
          switch cell {
          case .text(let text):
            worksheet_write_string(
              page, line, place, text.printable,
              column.kind == .text ? formats.words : formats.mark)
          case .integer(let number):
            worksheet_write_number(page, line, place, Double(number), formats.integer)
          case .decimal(let number, let places):
            worksheet_write_number(
              page, line, place, Decimal.rounded(number, places: places),
              column.kind == .share ? formats.share : formats.number)
          case .empty: LXW_NO_ERROR
          }
        guard outcome == LXW_NO_ERROR else { return outcome }
      }
    }
    return LXW_NO_ERROR
  }

  /// The few looks of a cell; the same for every value, so that none of them tells anything.
  private struct Formats {
    let heading: UnsafeMutablePointer<lxw_format>?
    let words: UnsafeMutablePointer<lxw_format>?
    let mark: UnsafeMutablePointer<lxw_format>?
    let integer: UnsafeMutablePointer<lxw_format>?
    let number: UnsafeMutablePointer<lxw_format>?
    let share: UnsafeMutablePointer<lxw_format>?

    init(_ book: UnsafeMutablePointer<lxw_workbook>) {
      heading = workbook_add_format(book)
      format_set_bold(heading)
      format_set_text_wrap(heading)
      format_set_align(heading, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
      words = workbook_add_format(book)
      format_set_text_wrap(words)
      format_set_align(words, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
      mark = workbook_add_format(book)
      format_set_align(mark, UInt8(LXW_ALIGN_RIGHT.rawValue))
      integer = workbook_add_format(book)
      format_set_num_format(integer, "0")
      number = workbook_add_format(book)
      format_set_num_format(number, "0.00")
      share = workbook_add_format(book)
      format_set_num_format(share, "0%")
    }
  }
}
