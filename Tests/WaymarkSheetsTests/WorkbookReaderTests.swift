import Foundation
import Testing
import Waymark
import WaymarkBasics
import WaymarkTestSupport

@testable import WaymarkSheets

/// Workbooks that openpyxl and Python's zipfile wrote, read back; expected texts are counted by hand.
@Suite struct WorkbookReaderTests {
  /// Makes a file by Python and gives its bytes.
  private func made(_ script: String) throws -> [UInt8] {
    try withTemporaryFolder { folder in
      let outcome = try ProgramRun(Checkout.python, ["-c", script], folder: folder).run()
      #expect(outcome.exit == 0, "\(outcome)")
      return [UInt8](try Data(contentsOf: URL(filePath: folder + "/f.xlsx")))
    }
  }

  private func rows(_ bytes: [UInt8], sheet: String? = nil, width: Int = 0) throws -> [TableRow] {
    var rows: [TableRow] = []
    try WorkbookReader(bytes, file: "f.xlsx").read(sheet: sheet, width: width) {
      rows.append(TableRow(line: $0, text: $1, fields: $2))
    }
    return rows
  }

  private func problem(_ bytes: [UInt8], sheet: String? = nil) -> String? {
    do {
      _ = try rows(bytes, sheet: sheet)
      return nil
    } catch let findings as Findings<WorkbookReadingProblem> {
      return findings.listed.first?.description
    } catch {
      return "\(error)"
    }
  }

  @Test func `Cells are the texts that a CSV file would hold`() throws {
    let bytes = try made(
      """
      import openpyxl, datetime
      book = openpyxl.Workbook()
      sheet = book.active
      sheet.append(["id", "level", "share", "when", "yes", "no"])
      sheet.append(["a & b", 3, 0.25, datetime.date(2026, 1, 2), True, False])
      sheet.append([None, 4.0, -7, datetime.datetime(2026, 9, 14, 15, 5, 1), "=1+1", "x\\ny"])
      sheet.append([])
      sheet["B5"] = 1234567890123
      sheet["C5"] = "  spaced "
      sheet["D5"] = "#N/A"
      sheet["B9"].number_format = "0.00"
      book.create_sheet("Second")["A1"] = "other"
      book.save("f.xlsx")
      """)
    let found = try rows(bytes, width: 6)
    #expect(found.map(\.line) == [1, 2, 3, 5])
    #expect(
      found.map(\.fields) == [
        ["id", "level", "share", "when", "yes", "no"],
        ["a & b", "3", "0.25", "2026-01-02", "TRUE", "FALSE"],
        ["", "4", "-7", "2026-09-14 15:05:01", "", "x\ny"],
        ["", "1234567890123", "  spaced ", "#N/A", "", ""],
      ])
    #expect(try rows(bytes, sheet: "Second").map(\.fields) == [["other"]])
    #expect(
      problem(bytes, sheet: "Secnd")
        == "f.xlsx: the workbook has no sheet 'Secnd'; did you mean 'Second'?")
    #expect(try WorkbookReader(bytes, file: "f").sheetNames == ["Sheet", "Second"])
  }

  @Test func `Days count from 1904 where the workbook says so`() throws {
    let bytes = try made(
      """
      import openpyxl, datetime
      from openpyxl.utils.datetime import CALENDAR_MAC_1904
      book = openpyxl.Workbook()
      book.epoch = CALENDAR_MAC_1904
      book.active.append([datetime.date(2026, 1, 2)])
      book.save("f.xlsx")
      """)
    #expect(try rows(bytes).map(\.fields) == [["2026-01-02"]])
  }

  /// A workbook of parts that are written out, as other programs than openpyxl have them.
  private func workbook(
    sheet: String, strings: String = "", styles: String = "", book: String = "", write: String = ""
  ) throws -> [UInt8] {
    try made(
      """
      import zipfile
      main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
      rels = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
      parts = {
        "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
          '<Relationship Id="r1" Type="' + rels + '/officeDocument" Target="/xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": '<x:workbook xmlns:x="' + main + '" xmlns:r="' + rels + '">\(book)'
          '<x:sheets><x:sheet name="Hidden" sheetId="2" state="hidden" r:id="r9"/>'
          '<x:sheet name="A" sheetId="1" r:id="r1"/></x:sheets></x:workbook>',
        "xl/_rels/workbook.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
          '<Relationship Id="r1" Type="' + rels + '/worksheet" Target="worksheets/sheet1.xml"/>'
          '<Relationship Id="r9" Type="' + rels + '/worksheet" Target="worksheets/sheet2.xml"/>'
          '<Relationship Id="r2" Type="' + rels + '/sharedStrings" Target="sharedStrings.xml"/>'
          '<Relationship Id="r3" Type="' + rels + '/styles" Target="../xl/styles.xml"/></Relationships>',
        "xl/sharedStrings.xml": '<sst xmlns="' + main + '">\(strings)</sst>',
        "xl/styles.xml": '<styleSheet xmlns="' + main + '">\(styles)</styleSheet>',
        "xl/worksheets/sheet1.xml": '''<worksheet xmlns="''' + main + '''">\(sheet)</worksheet>''',
        "xl/worksheets/sheet2.xml": '<worksheet xmlns="' + main + '"/>',
      }
      with zipfile.ZipFile("f.xlsx", "w", zipfile.ZIP_DEFLATED) as file:
          for name, text in parts.items():
              file.writestr(name, text)
          \(write)
      """)
  }

  @Test func `Shared, rich and inline texts, and cells without names`() throws {
    let bytes = try workbook(
      sheet: """
        <sheetData><row><c t="s"><v>1</v></c><c t="inlineStr"><is><t>in</t><r><t>line</t></r></is></c>\
        <c t="str"><f>A1</f><v>made</v></c><c t="e"><v>#REF!</v></c></row>\
        <row r="4"><c r="C4" t="s"><v>0</v></c><c r="D4" s="1"><v>46024</v></c>\
        <c r="E4" s="2"><v>46024</v></c><c r="F4" s="3"><v>0.5</v></c></row>\
        <row r="5"><c r="A5" s="1"/></row></sheetData>
        """,
      strings: """
        <si><r><t xml:space="preserve">rich </t></r><r><rPr><b/></rPr><t>text</t></r><rPh sb="0" eb="1"><t>x</t></rPh></si>\
        <si><t>a_x000D_b_x0041_</t></si>
        """,
      styles: """
        <numFmts><numFmt numFmtId="170" formatCode="[Red]&quot;day&quot; 0"/>\
        <numFmt numFmtId="171" formatCode="[h]:mm"/></numFmts>\
        <cellXfs><xf numFmtId="0"/><xf numFmtId="16"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs>
        """)
    let found = try rows(bytes)
    #expect(found.map(\.line) == [1, 4])
    #expect(found[0].fields == ["a\rbA", "inline", "made", "#REF!"])
    #expect(found[1].fields == ["", "", "rich text", "2026-01-02", "46024", "12:00:00"])
  }

  /// A workbook of one sheet whose part is written here, in an encoding of Python's; `MANY` stands for a
  /// million of `>`.
  private func made(sheet rows: String, encoding: String = "utf-8") throws -> [UInt8] {
    try made(
      #"""
      import zipfile
      book = zipfile.ZipFile("f.xlsx", "w", zipfile.ZIP_DEFLATED)
      main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
      office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
      relations = "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
      relation = "<Relationship Id='r1' Type='%s/%s' Target='%s'/></Relationships>"
      book.writestr("_rels/.rels", relations + relation % (office, "officeDocument", "xl/workbook.xml"))
      book.writestr("xl/_rels/workbook.xml.rels",
        relations + relation % (office, "worksheet", "worksheets/sheet1.xml"))
      book.writestr("xl/workbook.xml", f"<workbook xmlns='{main}' xmlns:r='{office}'><sheets>"
        "<sheet name='One' sheetId='1' r:id='r1'/></sheets></workbook>")
      encoding = "\#(encoding)"
      text = r"""<?xml version="1.0" encoding="ENCODING"?>
      <worksheet xmlns="MAIN" xmlns:x="MAIN"><sheetData>\#(rows)</sheetData></worksheet>"""
      text = text.replace("MAIN", main).replace("ENCODING", encoding).replace("MANY", ">" * 1_000_000)
      book.writestr("xl/worksheets/sheet1.xml", text.encode(encoding))
      book.close()
      """#)
  }

  @Test(arguments: ["utf-8", "utf-16", "iso-8859-1"])
  func `Cells are the same however a program writes them`(encoding: String) throws {
    let sheet = #"""
      <row r="1"><c r="A1" t="inlineStr"><is><t>id</t></is></c><!-- > <c r="C1"><v>9</v></c> --><c r="B1"><v>1</v></c>\#
      <c r="C1" t="inlineStr"><is><t>a &amp; b</t></is></c><c r="D1" t="str"><f>x</f><v>z</v></c><c r="E1"/>\#
      <c s="0" r="F1" t="n"><v>7</v></c><c r="G1" t="inlineStr"><is><t>café </t></is></c></row>
      <row r="2">
        <c r="A2" t="inlineStr"><is><t><![CDATA[<c r="B2"><v>5</v></c>]]></t></is></c>
        <c r="B2"><v>2</v></c><x:c r="C2"><x:v>3</x:v></x:c>
        <c r="D2"><is><t>no value</t></is></c><c r='E2'><v>4</v></c><?c <c r="F2"><v>6</v></c>?>
      </row>
      <row r="3"><c><v>1</v></c><c t="inlineStr"><is><t>x_x0041_</t></is></c><c><v>2</v></c></row>
      """#
    let found = try rows(try made(sheet: sheet, encoding: encoding))
    #expect(
      found.map(\.fields) == [
        ["id", "1", "a & b", "z", "", "7", "caf\u{E9} "],
        [#"<c r="B2"><v>5</v></c>"#, "2", "3", "", "4"], ["1", "xA", "2"],
      ])
  }

  @Test(
    arguments: [
      (#"<c r="A1"><v>12</v></c>"#, "A1", nil, nil, "12"),
      (#"<c s="3" t="s" r="AB12"><v>7</v></c>"#, "AB12", "s", "3", "7"),
      (#"<c r="C1"/>"#, "C1", nil, nil, ""),
      (#"<c><v></v></c>"#, nil, nil, nil, ""),
      (#"<c r="A1" t="inlineStr"><is><t>a > b </t></is></c>"#, "A1", "inlineStr", nil, "a > b "),
    ] as [(String, String?, String?, String?, String)])
  func `A plain cell is taken as it stands, and nothing behind it`(
    cell: String, reference: String?, type: String?, style: String?, value: String
  ) throws {
    try Array((cell + "<c").utf8).withUnsafeBufferPointer { bytes in
      let found = try #require(PlainCell(bytes))
      let texts = [found.reference, found.type, found.style, found.value].map { bytes in
        bytes.map { String(decoding: $0, as: UTF8.self) }
      }
      #expect(texts == [reference, type, style, value])
      #expect(found.length == cell.utf8.count)
    }
  }

  @Test(arguments: [
    "", "<c", #"<c r="A1"><v>12</v></c"#, #"<c r="A1"><v>1&amp;</v></c>"#,
    #"<c r="A1"><v>]]</v></c>"#,
    #"<c r='A1'><v>1</v></c>"#, #"<c r="A1" r="A1"><v>1</v></c>"#, #"<c r="A1" x="1"><v>1</v></c>"#,
    #"<c r="A1" ><v>1</v></c>"#, #"<c r="A1"><f>x</f><v>1</v></c>"#, #"<c r="A1"><v> é</v></c>"#,
    #"<c r="A1"><is><t>no inline text</t></is></c>"#, #"<cols><col/></cols>"#, #"<x:c r="A1"/>"#,
    "<c r=\"A1\"><v>1\n</v></c>",
  ])
  func `Whatever is more than a plain cell is none`(text: String) {
    Array(text.utf8).withUnsafeBufferPointer { #expect(PlainCell($0) == nil) }
  }

  // The parser looks through all of a comment or a tag whenever more of it comes.
  @Test func `A sheet full of marks that end nothing is read`() throws {
    let row = #"<row r="1"><c r="A1"><v>1</v></c></row>"#
    for around in ["<!--MANY-->ROW", #"<x:y z="MANY"/>ROW"#, "ROWMANY"] {
      let sheet = around.replacing("ROW", with: row)
      #expect(try rows(try made(sheet: sheet)).map(\.fields) == [["1"]], "\(around)")
    }
  }

  @Test func `What is no XML is found behind plain cells, at its line`() throws {
    let cells = #"<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>"#
    for wrong in [
      #"<row r="2"><c r="A2"><v>1</v></c></rov>"#,
      #"<row r="2"><c r="A2" r="A3"><v>1</v></c></row>"#,
      #"<row r="2"><c r="A2"><v>1</v></c><c r="B2"><v>]]></v></c></row>"#,
      #"<row r="2"><c r="A2"><v>1</v></c><c r="B2"><v>1</c></row>"#,
      #"<row r="2"><c r="A2"><v>1</v></c>"#,
    ] {
      #expect(
        problem(try made(sheet: cells + "\n" + wrong))?.contains(
          "'xl/worksheets/sheet1.xml' of the workbook cannot be read from its line 3 on") == true,
        "\(wrong)")
    }
  }

  @Test func `A sheet larger than what is unpacked at once is whole`() throws {
    let bytes = try made(
      """
      import openpyxl
      book = openpyxl.Workbook(write_only=True)
      sheet = book.create_sheet()
      for row in range(4000):
          sheet.append([row * 20 + column if column % 3 else "text %d" % (row * 20 + column)
                        for column in range(20)])
      book.save("f.xlsx")
      """)
    let found = try rows(bytes)
    #expect(found.count == 4_000)
    for (row, found) in found.enumerated() {
      let wanted = (0..<20).map { column in
        "\(column.isMultiple(of: 3) ? "text " : "")\(row * 20 + column)"
      }
      guard found.fields == wanted else {
        Issue.record("row \(row): \(found.fields)")
        break
      }
    }
  }

  @Test func `The first sheet that is not hidden is read`() throws {
    let bytes = try workbook(
      sheet: #"<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>"#)
    #expect(try WorkbookReader(bytes, file: "f").firstSheet == "A")
    #expect(try rows(bytes).map(\.fields) == [["1"]])
    #expect(try rows(bytes, sheet: "Hidden").isEmpty)
  }

  @Test func `A part that fills the memory is refused before it does`() throws {
    let zeros = try workbook(
      sheet: "<sheetData/>",
      write: #"file.writestr("xl/sharedStrings.xml", "<sst>" + "<si><t>" + " " * 60_000_000)"#)
    #expect(
      problem(zeros)?.contains("'xl/sharedStrings.xml' of the workbook unpacks to far more")
        == true,
      "\(problem(zeros) ?? "")")
  }

  @Test func `A document type declaration and text that is no XML are refused`() throws {
    let doctype = try workbook(
      sheet: "<sheetData/>",
      write: """
        file.writestr("xl/worksheets/sheet1.xml", '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>')
        """)
    #expect(
      problem(doctype) == """
        f.xlsx: the part 'xl/worksheets/sheet1.xml' of the workbook cannot be read; export it again, or \
        copy it again from where it was
        """)
    let broken = try workbook(sheet: "<sheetData>\n<row><c></row>")
    #expect(problem(broken)?.contains("cannot be read from its line 2 on") == true)
  }

  @Test func `A zip file without a workbook, or one that was cut short, is told as such`() throws {
    let other = try made(
      """
      import zipfile
      with zipfile.ZipFile("f.xlsx", "w") as file:
          file.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
      """)
    #expect(
      problem(other) == """
        f.xlsx: there is no workbook in this zip file; save the table as .xlsx, or as CSV, and name that
        """)
    let whole = try workbook(sheet: "<sheetData/>")
    #expect(problem(Array(whole.dropLast(200)))?.contains("damaged or cut short") == true)
    // Wherever a file is cut, it is refused and never read past its end.
    for length in stride(from: 0, to: whole.count, by: 97) {
      #expect(problem(Array(whole.prefix(length))) != nil)
    }
  }

  @Test func `A damaged byte is refused or read, and never more`() throws {
    let whole = try workbook(
      sheet: #"<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>"#)
    for place in stride(from: 0, to: whole.count, by: 7) {
      var bytes = whole
      bytes[place] ^= 0xFF
      _ = problem(bytes)
    }
  }

  @Test(arguments: [
    ("General", false), ("0.00", false), ("yyyy-mm-dd", true), ("d-mmm", true), ("[h]:mm:ss", true),
    ("\"May\" 0", false), ("\\d0", false), ("[$-409]m/d/yy", true), ("0;[Red]-0", false),
    ("#,##0_d", false),
  ])
  func `A format of days has letters of days outside of quotes`(code: String, isOfDays: Bool) {
    #expect(WorkbookStyles.isOfDays(code) == isOfDays)
  }
}
