import ArgumentParser
import WaymarkSheets

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
