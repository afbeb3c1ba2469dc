import Foundation
import Testing
import WaymarkBasics
import WaymarkSheets
import WaymarkTestSupport

@testable import Waymark

/// Spreadsheets that openpyxl reads again.
@Suite struct WorkbookWriterTests {
  private func workbook(_ rows: [[CSV.Cell]]) -> Workbook {
    var table = DataTable(
      name: "numbers", title: "Numbers", meaning: "",
      columns: [
        DataTable.Column("text", "Text", "", .text), DataTable.Column("n", "n", "", .integer),
        DataTable.Column("share", "Share", "", .share),
      ])
    for row in rows { table.append(row) }
    return Workbook(
      title: "Sample", created: nil, footer: "Ohio & Utah",
      sheets: [Workbook.Sheet("Numbers", table)])
  }

  /// The type and the value of every cell below the headings, as openpyxl sees them.
  private func read(_ workbook: Workbook) throws -> String {
    try withTemporaryFolder { folder in
      try WorkbookWriter.write(workbook, to: folder + "/sample.xlsx")
      let script = """
        import openpyxl
        sheet = openpyxl.load_workbook("sample.xlsx")["Numbers"]
        print(sheet.oddFooter.center.text)
        for row in sheet.iter_rows(min_row=2):
            print(*(f"{c.data_type}:{c.value!r}:{c.number_format}" for c in row), sep=" | ")
        """
      let outcome = try ProgramRun(Checkout.python, ["-c", script], folder: folder).run()
      #expect(outcome.exit == 0, "\(outcome)")
      return outcome.stdout
    }
  }

  @Test func `Numbers are numbers, what is withheld is a text and what is missing is empty`() throws
  {
    let text = try read(
      workbook([
        [.text("Ana"), .integer(12), .decimal(0.66666, places: 4)],
        [.text("Ben"), .text("[c]"), .text("[c]")], [.text("Cem"), .empty, .decimal(0, places: 4)],
      ]))
    #expect(
      text == """
        Ohio && Utah
        s:'Ana':General | n:12:0 | n:0.6667:0%
        s:'Ben':General | s:'[c]':General | s:'[c]':General
        s:'Cem':General | n:None:General | n:0:0%

        """)
  }

  @Test func `A day is a day, texts are whole, and paper has the headings on every page`() throws {
    var table = DataTable(
      name: "days", title: "Days", meaning: "",
      columns: [
        DataTable.Column("day", "Day", "", .date), DataTable.Column("text", "Text", "", .text),
      ])
    table.append([.text("2027-01-14"), .text(String(repeating: "four ", count: 24))])
    table.append([.text("[c]"), .text("short")])
    try withTemporaryFolder { folder in
      try WorkbookWriter.write(
        Workbook(title: "Days", created: nil, footer: "", sheets: [Workbook.Sheet("Days", table)]),
        to: folder + "/days.xlsx")
      let script = """
        import openpyxl
        sheet = openpyxl.load_workbook("days.xlsx")["Days"]
        print(sheet["A2"].is_date, sheet["A2"].value.date(), sheet["A3"].value)
        print(sheet.row_dimensions[2].height >= 60, sheet.row_dimensions[3].height)
        print(sheet.print_title_rows, sheet.page_setup.orientation, sheet.page_setup.fitToHeight)
        print(sheet.sheet_properties.pageSetUpPr.fitToPage)
        """
      let outcome = try ProgramRun(Checkout.python, ["-c", script], folder: folder).run()
      #expect(
        outcome.stdout == """
          True 2027-01-14 [c]
          True None
          $1:$1 landscape 0
          True

          """, "\(outcome)")
    }
  }

  @Test func `A wide sheet is printed on pages side by side, with its labels on each`() throws {
    let texts = ["area", "statement"].map { DataTable.Column($0, $0, "", .text) }
    let numbers = (0..<16).map { DataTable.Column("n\($0)", "n", "", .integer) }
    func sheet(_ name: String, _ columns: [DataTable.Column]) -> Workbook.Sheet {
      Workbook.Sheet(name, DataTable(name: name, title: name, meaning: "", columns: columns))
    }
    try withTemporaryFolder { folder in
      try WorkbookWriter.write(
        Workbook(
          title: "Width", created: nil, footer: "",
          sheets: [sheet("Narrow", texts + numbers.prefix(14)), sheet("Wide", texts + numbers)]),
        to: folder + "/width.xlsx")
      let script = """
        import openpyxl
        for sheet in openpyxl.load_workbook("width.xlsx"):
            print(sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight,
                  sheet.print_title_rows, sheet.print_title_cols)
        """
      let outcome = try ProgramRun(Checkout.python, ["-c", script], folder: folder).run()
      #expect(outcome.stdout == "1 0 $1:$1 None\n2 0 $1:$1 $B:$B\n", "\(outcome)")
    }
  }

  @Test func `Pages beside one another repeat what tells rows apart, and words are whole`() throws {
    let texts = ["campaign", "area", "statement"].map { DataTable.Column($0, $0, "", .text) }
    let numbers = (0..<16).map {
      DataTable.Column("n\($0)", "Administratively \($0)", "", .integer)
    }
    var table = DataTable(name: "wide", title: "Wide", meaning: "", columns: texts + numbers)
    for (area, statement) in [("I", "Plan"), ("I", "Talk"), ("II", "Plan")] {
      table.append(
        [.text("s45"), .text(area), .text(statement)] + numbers.indices.map(CSV.Cell.integer))
    }
    let workbook = Workbook(
      title: "Wide", created: nil, footer: "", sheets: [Workbook.Sheet("Wide", table)])
    try withTemporaryFolder { folder in
      try WorkbookWriter.write(workbook, to: folder + "/wide.xlsx")
      let script = """
        import openpyxl
        sheet = openpyxl.load_workbook("wide.xlsx")["Wide"]
        print(sheet.page_setup.fitToWidth, sheet.print_title_cols)
        print(sheet["C1"].alignment.horizontal, sheet["D1"].alignment.horizontal)
        print(sheet.column_dimensions["D"].width >= len("Administratively"))
        """
      let outcome = try ProgramRun(Checkout.python, ["-c", script], folder: folder).run()
      #expect(outcome.stdout == "2 $B:$C\nNone right\nTrue\n", "\(outcome)")
    }
  }

  @Test(arguments: [
    "=1+1", "+1", "-1", "@SUM(A1)", "{=1+1}", "\t=1", "=HYPERLINK(\"http://example.org\")",
    "http://example.org", "<b>&amp;", "12", "",
  ])
  func `A text stays a text, whatever it looks like`(hostile: String) throws {
    try withTemporaryFolder { folder in
      try WorkbookWriter.write(
        workbook([[.text(hostile), .text(hostile), .empty]]), to: folder + "/sample.xlsx")
      let outcome = try ProgramRun(
        Checkout.python,
        [
          "-c",
          """
          import zipfile
          parts = zipfile.ZipFile("sample.xlsx")
          sheet = parts.read("xl/worksheets/sheet1.xml").decode()
          print("<f" in sheet.replace("<f ", "<f"), "hyperlink" in sheet, sheet.count('t="s"'))
          """,
        ], folder: folder
      ).run()
      #expect(outcome.stdout == "False False \(hostile.isEmpty ? 3 : 5)\n", "\(outcome)")
    }
  }

  @Test func `The same workbook gives the same bytes`() throws {
    try withTemporaryFolder { folder in
      let workbook = workbook([[.text("Ana"), .integer(12), .decimal(0.5, places: 4)]])
      let files = try (0..<2).map { number in
        let path = folder + "/\(number).xlsx"
        try WorkbookWriter.write(workbook, to: path)
        return try Data(contentsOf: URL(filePath: path))
      }
      #expect(files[0] == files[1])
    }
  }

  @Test func `A file that cannot be made is a problem with a reason`() throws {
    try withTemporaryFolder { folder in
      _ = #expect(throws: WorkbookProblem.self) {
        try WorkbookWriter.write(workbook([]), to: folder + "/nowhere/sample.xlsx")
      }
    }
  }
}
