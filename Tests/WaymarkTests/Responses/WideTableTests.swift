import Testing
import WaymarkBasics
import WaymarkTestSupport

@testable import Waymark

/// The sample framework has five levels.
@Suite struct WideTableTests {
  private typealias FieldID = ID<BackgroundQuestions.Field>
  private typealias OptionID = ID<BackgroundQuestions.Option>

  static let header =
    "respondent_id,role,state,ages,talk.listen,talk.ask,talk.teach,plan.time,plan.money"

  @Test func `Every kind of cell is read as what it says`() throws {
    let (responses, findings) = try read([
      Self.header, "r1,librarian,OH,0-2;caregivers,1,5,na,unsure,", "r2,,,,.,.,.,.,3",
    ])
    #expect(findings == nil)
    try #require(responses.count == 2)
    let first = responses[0]
    #expect(first.respondent == "r1")
    #expect(first.role == 1)
    #expect(first.revision == 1)
    #expect(first.month == nil)
    let questions = try SampleBackgroundQuestions.small()
    let (state, ages) = (try #require(FieldID("state")), try #require(FieldID("ages")))
    let answers = [
      state: [try #require(OptionID("OH"))],
      ages: [try #require(OptionID("0-2")), try #require(OptionID("caregivers"))],
    ]
    #expect(first.background == BackgroundSheet(answers, questions: questions).codes)
    #expect(String(decoding: first.sheet, as: UTF8.self) == "1509-")
    #expect(String(decoding: responses[1].sheet, as: UTF8.self) == "....3")
    #expect(responses[1].role == nil)
    #expect(responses[1].background == BackgroundSheet([:], questions: questions).codes)
    #expect(!first.isMadeUp)
  }

  @Test(arguments: [
    "0", "6", "7", "-1", "3.5", "5 ", " 5", "five", "５", "٥", "NaN", "inf", "1e999", "0x5", "1_0",
    "1e0", "01", "+1", "5.0", "NA", "Na", "N/A", "n/a", "-", "--", "NULL", "Unsure", "..", "9",
    "\t",
  ])
  func `A cell that is no answer is refused with its place and column`(cell: String) throws {
    let (responses, findings) = try read([Self.header, "r1,,,,\(cell),1,1,1,1"])
    #expect(responses.isEmpty)
    let finding = try #require(findings?.listed.first)
    #expect(findings?.listed.count == 1)
    #expect(
      finding.description.hasPrefix("t.csv:2:5: column 'talk.listen': '\(cell.printableLine)' "))
  }

  @Test(arguments: ["NA", "N/A", "n/a", "-", "NaN"])
  func `A word with two meanings is refused with both named`(cell: String) throws {
    let finding = try finding([Self.header, "r1,,,,\(cell),1,1,1,1"])
    #expect(finding.contains("that the answer is missing, or that this is not part of"))
    #expect(finding.contains("leave it empty where the answer is missing, write 'na' where"))
  }

  @Test(arguments: [("5 ", "5"), ("５", "5"), ("Unsure", "unsure"), (" 3", "3")])
  func `A slip of the pen gets a suggestion`(cell: String, near: String) throws {
    #expect(
      try finding([Self.header, "r1,,,,\(cell),1,1,1,1"]).hasSuffix("; did you mean '\(near)'?"))
  }

  @Test func `A level that the scale does not have is refused with those it has`() throws {
    #expect(
      try finding([Self.header, "r1,,,,7,1,1,1,1"]) == """
        t.csv:2:5: column 'talk.listen': '7' is no answer; write 1 to 5, 'na' (not part of my \
        work), 'unsure' (can't judge), nothing (skipped) or '.' (not asked)
        """)
  }

  static let background: [(field: String, cell: String, ending: String)] = [
    ("state", "Ohio", "'Ohio' is no answer to the background question 'state'; did you mean 'OH'?"),
    ("state", "oh", "did you mean 'OH'?"),
    ("state", "Vermnt", "did you mean 'VT'?"),
    ("state", "Total", "write one of 'CA', 'OH', 'VT', or leave it empty"),
    ("state", "*", "write one of 'CA', 'OH', 'VT', or leave it empty"),
    ("state", "(no answer)", "write one of 'CA', 'OH', 'VT', or leave it empty"),
    ("state", "CA;OH", "write one of 'CA', 'OH', 'VT', or leave it empty"),
    ("position", "Café", "did you mean 'cafe'?"),
    ("position", "Cafe\u{301}", "did you mean 'cafe'?"),
    ("ages", "0-2;0-2", "is answered '0-2' twice; write it once"),
    ("ages", "0-2;;3-5", "'' is no answer to the background question 'ages'; write one of"),
    (
      "ages", "0-2; 3-5",
      "' 3-5' is no answer to the background question 'ages'; did you mean '3-5'?"
    ),
  ]

  @Test(arguments: background)
  func `A background answer outside its list is refused with a suggestion`(
    _ sample: (field: String, cell: String, ending: String)
  ) throws {
    let finding = try finding(
      ["respondent_id,\(sample.field),plan.time", "r1,\(sample.cell),1"], isPartial: true)
    #expect(finding.hasPrefix("t.csv:2:2: "))
    #expect(finding.contains(sample.ending), "\(finding)")
  }

  @Test func `A role that does not exist is refused with a suggestion by id or title`() throws {
    for (cell, ending) in [
      ("Librarian", "did you mean 'librarian'?"),
      ("Library assistant", "did you mean 'assistant'?"),
      ("boss", "write one of 'assistant', 'librarian', or leave it empty"),
    ] {
      let finding = try finding([Self.header, "r1,\(cell),,,1,1,1,1,1"])
      #expect(finding == "t.csv:2:2: no role has the id '\(cell)'; \(ending)")
    }
  }

  static let headers: [(header: String, findings: [String])] = [
    (
      "respondent_id;role;talk.listen",
      ["t.csv:1:1: the columns are separated by ';', not by commas; save"]
    ),
    ("respondent_id\ttalk.listen", ["t.csv:1:1: the columns are separated by tabs, not by"]),
    (
      "respondent_id,Role,talk.listen ,talk.ask,talk.ask",
      [
        "t.csv:1:2: no column is called 'Role'; did you mean 'role'?",
        "t.csv:1:3: no column is called 'talk.listen '; did you mean 'talk.listen'?",
        "t.csv:1:5: the column 'talk.ask' is already column 4; leave one of the two out",
      ]
    ),
    (
      "id,talk.listen,shoe size,",
      [
        "t.csv:1:1: no column is called 'id'; leave the column out",
        "t.csv:1:3: no column is called 'shoe size'; leave the column out",
        "t.csv:1: there is no column 'respondent_id'; add it",
      ]
    ),
    (
      "respondent_id,talk.listen,talk.listen.importance",
      ["t.csv:1:3: the column 'talk.listen.importance' holds importance, which this campaign"]
    ),
    ("respondent_id,role", ["t.csv:1: 5 competencies have no column: talk.listen, talk.ask"]),
  ]

  @Test(arguments: headers)
  func `Every fault of a header is listed`(
    _ sample: (header: String, findings: [String])
  ) throws {
    let (_, findings) = try read([sample.header, "r1,1"], isPartial: true)
    let listed = try #require(findings).listed.filter { $0.place.line != 2 }.map(\.description)
    #expect(listed.count == sample.findings.count)
    for (finding, beginning) in zip(listed, sample.findings) {
      #expect(finding.hasPrefix(beginning), "\(finding)")
    }
  }

  @Test func `Competencies without a column are refused unless the table is partial`() throws {
    let lines = ["respondent_id,talk.listen,plan.time", "r1,3,4"]
    #expect(
      try finding(lines) == """
        t.csv:1: 3 competencies have no column: talk.ask, talk.teach, plan.money; add the columns, \
        with '.' where a person was not asked, or import with --partial
        """)
    let (responses, findings) = try read(lines, isPartial: true)
    #expect(findings == nil)
    #expect(String(decoding: try #require(responses.first).sheet, as: UTF8.self) == "3..4.")
  }

  @Test func `A respondent twice is refused with both lines named`() throws {
    let (_, findings) = try read(
      ["respondent_id,talk.listen", "é,3", "r2,4", "e\u{301},3"], isPartial: true)
    #expect(
      findings?.listed.map(\.description) == [
        "t.csv:4:1: the respondent_id 'e\u{301}' is already on line 2; keep one of the two rows, or "
          + "say --on-duplicate first or last"
      ])
  }

  @Test(arguments: [
    "", " r1", "r1 ", "r\u{200B}1", "r\u{1B}1", "r\n1", String(repeating: "r", count: 129),
  ])
  func `A respondent id that cannot be used is refused`(id: String) throws {
    let table = try read(
      rows: [["respondent_id", "talk.listen"], [id, "3"]], isPartial: true)
    #expect(table.responses.isEmpty)
    #expect(table.findings?.listed.map(\.place.column) == [1])
  }

  @Test func `A row that is too long or too short is refused and the rest is checked`() throws {
    let (_, findings) = try read(
      rows: [["respondent_id", "talk.listen"], ["r1"], ["r2", "3", "4"], [], ["r3", "x"]],
      isPartial: true)
    #expect(
      findings?.listed.map(\.description) == [
        "t.csv:2: the row has 1 field, the header has 2; look for a comma or a quote too many or "
          + "too few",
        "t.csv:3: the row has 3 fields, the header has 2; look for a comma or a quote too many or "
          + "too few",
        "t.csv:5:2: column 'talk.listen': 'x' is no answer; write 1 to 5, 'na' (not part of my "
          + "work), 'unsure' (can't judge), nothing (skipped) or '.' (not asked)",
      ])
  }

  @Test func `All faults of a file are listed up to fifty and the rest is counted`() throws {
    let rows = (1...70).map { "r\($0),x" }
    let (_, findings) = try read(["respondent_id,talk.listen"] + rows, isPartial: true)
    #expect(findings?.listed.count == 50)
    #expect(findings?.unlisted == 20)
  }

  @Test func `A column that two things are called is refused`() throws {
    let framework = try SampleFramework.make(areas: [("I", "One", "One", [("state", [1, 1], nil)])])
    var table = WideTable(
      file: "t.csv", framework: framework, background: try SampleBackgroundQuestions.small())
    _ = table.read(TableRow(line: 1, fields: ["respondent_id", "state"]))
    #expect(table.findings?.listed.first?.problem == .ambiguousColumn("state"))
  }

  @Test func `A file without a single line is refused`() throws {
    for lines in [[], [""], ["", ",,"]] {
      #expect(
        try finding(lines)
          == "t.csv:1: the first line holds no names of columns; begin the file with a "
          + "line that names the columns")
    }
  }

  @Test func `The same answer everywhere, no answer at all and a single person are fine`() throws {
    let (responses, findings) = try read([Self.header, "r1,,,,3,3,3,3,3", "r2,,,,,,,,"])
    #expect(findings == nil)
    #expect(responses.map(\.respondent) == ["r1"])
    #expect(try read([Self.header]).findings == nil)
  }

  @Test func `A respondent whose id begins with made-up- is made up`() throws {
    let (responses, _) = try read([Self.header, "made-up-1,,,,3,3,3,3,3", "maude,,,,3,3,3,3,3"])
    #expect(responses.map(\.isMadeUp) == [true, false])
  }

  @Test func `Importance is read where it is rated, and refused where it is not 1 to 5`() throws {
    let lines = ["respondent_id,talk.listen,talk.listen.importance,plan.time.importance"]
    var options = WideTableOptions()
    options.isPartial = true
    options.importance = .rated
    let (responses, findings) = try read(lines + ["r1,3,5,", "r2,3,,1"], options)
    #expect(findings == nil)
    #expect(
      responses.map { String(decoding: $0.importance, as: UTF8.self) } == ["5----", "---1-"])
    for cell in ["0", "6", "very", "5 ", "５"] {
      #expect(
        try read(lines + ["r1,3,\(cell),"], options).findings?.listed.map(\.description) == [
          "t.csv:2:3: column 'talk.listen.importance': '\(cell)' is no importance; write 1 to 5, "
            + "or leave it empty"
        ])
    }
  }

  @Test func `Columns that are not to be read may be called anything`() throws {
    var options = WideTableOptions()
    options.isPartial = true
    options.ignored = ["Timestamp", "shoe size"]
    let (responses, findings) = try read(
      ["Timestamp,respondent_id,talk.listen,shoe size", "x,r1,3,=1+1"], options)
    #expect(findings == nil)
    #expect(responses.map(\.respondent) == ["r1"])
  }

  @Test func `Rows with a fault are passed over and counted when they may be`() throws {
    var options = WideTableOptions()
    options.isPartial = true
    options.skipsBadRows = true
    var table = try table(options)
    let responses = feed(["respondent_id,talk.listen", "r1,3", "r2,x", "r3", "r1,4"], to: &table)
    #expect(responses.map(\.respondent) == ["r1"])
    #expect(table.skipsBadRows)
    #expect(table.badRowCount == 3)
    #expect(table.rowCount == 4)
    #expect(table.findings?.listed.map(\.place.line) == [3, 4, 5])
  }

  @Test func `A header with a fault is never passed over`() throws {
    var options = WideTableOptions()
    options.skipsBadRows = true
    var table = try table(options)
    #expect(feed(["respondent_id;talk.listen", "r1;3"], to: &table).isEmpty)
    #expect(!table.skipsBadRows)
  }

  // A name that is not known is an answer to a statement that would count as not asked.
  @Test(arguments: [
    "respondent_id,talk.listne", "respondent_id,talk.listen,extra", "respondent,talk.listen",
    "respondent_id,talk.listen,talk.listen", "respondent_id,role",
    "respondent_id,respondent_id,talk.listen",
  ])
  func `No fault of a header is passed over, though rows may be`(header: String) throws {
    var options = WideTableOptions()
    options.isPartial = true
    options.skipsBadRows = true
    var table = try table(options)
    let fields = header.split(separator: ",", omittingEmptySubsequences: false).count
    _ = feed([header, "r1" + String(repeating: ",", count: fields - 1)], to: &table)
    #expect(table.findings != nil)
    #expect(!table.skipsBadRows)
  }

  @Test(arguments: [(WideTableOptions.Repeated.first, ["3"]), (.last, ["3", "4"])])
  func `Of a respondent who is there twice, the row that was asked for counts`(
    repeated: WideTableOptions.Repeated, levels: [String]
  ) throws {
    var options = WideTableOptions()
    options.isPartial = true
    options.repeated = repeated
    var table = try table(options)
    let responses = feed(["respondent_id,talk.listen", "r1,3", "r1,4"], to: &table)
    #expect(table.findings == nil)
    #expect(responses.map { String(decoding: $0.sheet.prefix(1), as: UTF8.self) } == levels)
    #expect(table.replacesEarlierRow == (repeated == .last))
    #expect(table.repeatedRowCount == 1)
  }

  @Test func `A map gives columns their fields and labels their codes`() throws {
    var options = WideTableOptions()
    options.isPartial = true
    options.map = try ColumnMap(
      in: [
        ["column", "field", "value", "code"], ["Your ID", "respondent_id", "", ""],
        ["Where?", "state", "Ohio", "OH"], ["Where?", "state", "Vermont", "VT"],
        ["I listen", "talk.listen", "On my own", "3"], ["I listen", "talk.listen", "n/a", "na"],
        ["I listen", "talk.listen", "-", ""],
      ].enumerated().map { TableRow(line: $0 + 1, fields: $1) }, file: "map.csv")
    let (responses, findings) = try read(
      [
        "Your ID,Where?,I listen", "r1,Ohio,On my own", "r2,VT,n/a", "r3,,-", "r4,Vermont,5",
      ], options)
    #expect(findings == nil)
    #expect(
      responses.map { String(decoding: $0.sheet.prefix(1), as: UTF8.self) } == ["3", "0", "5"])
    let state = try #require(FieldID("state"))
    let questions = try SampleBackgroundQuestions.small()
    let place = try #require(BackgroundSheet.place(of: state, in: questions))
    #expect(responses.map { $0.background[place] } == Array("122".utf8))
    let missing = try read(["Your ID,I listen", "r1,3"], options).findings
    #expect(
      missing?.listed.map(\.description) == [
        "map.csv:3: the map names a column 'Where?' that is not there; write it in the map exactly as "
          + "the table has it"
      ])
  }

  private func finding(_ lines: [String], isPartial: Bool = false) throws -> String {
    let findings = try #require(try read(lines, isPartial: isPartial).findings)
    #expect(findings.listed.count == 1)
    return try #require(findings.listed.first).description
  }

  /// Lines without any quotes, cut at the commas.
  private func read(
    _ lines: [String], isPartial: Bool = false
  ) throws -> (responses: [CodedResponse], findings: Findings<WideTableProblem>?) {
    try read(rows: lines.map(Self.cut), isPartial: isPartial)
  }

  private func read(
    _ lines: [String], _ options: WideTableOptions
  ) throws -> (responses: [CodedResponse], findings: Findings<WideTableProblem>?) {
    var table = try table(options)
    let responses = feed(lines, to: &table)
    return (responses, table.findings)
  }

  private func read(
    rows: [[String]], isPartial: Bool
  ) throws -> (responses: [CodedResponse], findings: Findings<WideTableProblem>?) {
    var options = WideTableOptions()
    options.isPartial = isPartial
    var table = try table(options)
    let responses = rows.enumerated().compactMap {
      table.read(TableRow(line: $0 + 1, fields: $1))
    }
    do {
      try table.finish()
      return (responses, nil)
    } catch {
      return (responses, error)
    }
  }

  private func table(_ options: WideTableOptions) throws -> WideTable {
    WideTable(
      file: "t.csv", framework: try SampleFramework.small(),
      background: try SampleBackgroundQuestions.small(), options: options)
  }

  private func feed(_ lines: [String], to table: inout WideTable) -> [CodedResponse] {
    lines.enumerated().compactMap { table.read(TableRow(line: $0 + 1, fields: Self.cut($1))) }
  }

  private static func cut(_ line: String) -> [String] {
    line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
  }
}
