internal import CXLSXWriter
internal import WaymarkLibraries

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
    worksheetFreezePanes = try library.function("worksheet_freeze_panes")
    formatSetBold = try library.function("format_set_bold")
    formatSetTextWrap = try library.function("format_set_text_wrap")
    formatSetAlign = try library.function("format_set_align")
    formatSetNumFormat = try library.function("format_set_num_format")
  }
}
