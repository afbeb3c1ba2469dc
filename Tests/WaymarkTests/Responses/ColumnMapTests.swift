import Testing
import WaymarkBasics
import WaymarkTestSupport

@testable import Waymark

/// Tables of form tools read by a map; the sample framework has five levels.
@Suite struct ColumnMapTests {
  private typealias FieldID = ID<BackgroundQuestions.Field>

  /// Reads a table, each line cut at `|`, by a map, each line cut at `|` too.
  private func read(
    _ lines: [String], map: [String], _ change: (inout WideTableOptions) -> Void = { _ in }
  ) throws -> (responses: [CodedResponse], table: WideTable) {
    var options = WideTableOptions()
    options.isPartial = true
    options.map = try ColumnMap(
      in: (["column|field|value|code"] + map).enumerated().map {
        TableRow(line: $0 + 1, fields: Self.cut($1))
      }, file: "map.csv")
    change(&options)
    var table = WideTable(
      file: "t.csv", framework: try SampleFramework.small(),
      background: try SampleBackgroundQuestions.small(), options: options)
    let responses = lines.enumerated().compactMap {
      table.read(TableRow(line: $0 + 1, fields: Self.cut($1)))
    }
    return (responses, table)
  }

  private static func cut(_ line: String) -> [String] {
    line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
  }

  private func sheets(_ responses: [CodedResponse]) -> [String] {
    responses.map { String(decoding: $0.sheet, as: UTF8.self) }
  }

  private func ages(_ response: CodedResponse) throws -> String {
    let questions = try SampleBackgroundQuestions.small()
    let id = try #require(FieldID("ages"))
    let place = try #require(BackgroundSheet.place(of: id, in: questions))
    return String(decoding: response.background[place..<place + 3], as: UTF8.self)
  }

  private let labels = [
    "*|statements|Not yet|1", "*|statements|With help|2", "*|statements|On my own|3",
    "|statements|In new cases|4", "*|statements|Leading|5",
  ]

  @Test func `One set of labels serves all statements, however a cell writes them`() throws {
    let (responses, table) = try read(
      [
        "Code|A|B", "r1|On my own|With\u{A0}help", "r2|<b>LEADING</b>|5",
        "r3|In new cases.| not yet",
      ],
      map: ["Code|respondent_id||", "A|talk.listen||", "B|talk.ask||"] + labels)
    #expect(table.findings == nil)
    #expect(sheets(responses) == ["32...", "55...", "41..."])
  }

  @Test func `A column is named by its number or a pattern too`() throws {
    let (responses, table) = try read(
      ["Code|Rate|Rate|Note 1|Note 2", "r1|3|4|x|y"],
      map: [
        "Code|respondent_id||", "#2 Rate|talk.listen||", "#3|talk.ask||", "Note*|(ignored)||",
      ])
    #expect(table.findings == nil)
    #expect(sheets(responses) == ["34..."])
  }

  @Test func `A column that reads as the map has it is the one that is meant`() throws {
    let (responses, table) = try read(
      ["code |2. I LISTEN\u{A0}well", "r1|3"],
      map: ["Code|respondent_id||", "I listen well|talk.listen||"])
    #expect(table.findings == nil)
    #expect(sheets(responses) == ["3...."])
  }

  @Test func `Two columns that are passed over may have one name`() throws {
    let (responses, table) = try read(
      ["Code|A|Comment|Comment", "r1|3|a|b"], map: ["Code|respondent_id||", "A|talk.listen||"]
    ) { $0.ignored = ["Comment"] }
    #expect(table.findings == nil)
    #expect(sheets(responses) == ["3...."])
  }

  @Test(arguments: [
    ("Babies;Toddlers", "110"), ("Toddlers, Carers, aunts; and others", "011"), ("Babies|x", ""),
    ("Carers, aunts; and others", "001"), ("0-2;Toddlers", "110"), ("Babies, Toddlers", "110"),
    ("Babies\nToddlers", "110"), ("Babies Toddlers", "110"),
  ])
  func `A cell with several choices is taken apart where its labels end`(
    cell: String, chosen: String
  ) throws {
    let columns = ["Code", "Whom?", "A"]
    var options = WideTableOptions()
    options.isPartial = true
    options.map = try ColumnMap(
      in: [
        ["column", "field", "value", "code"], ["Code", "respondent_id", "", ""],
        ["A", "talk.listen", "", ""], ["Whom?", "ages", "Babies", "0-2"],
        ["Whom?", "ages", "Toddlers", "3-5"],
        ["Whom?", "ages", "Carers, aunts; and others", "caregivers"],
      ].enumerated().map { TableRow(line: $0 + 1, fields: $1) }, file: "map.csv")
    var table = WideTable(
      file: "t.csv", framework: try SampleFramework.small(),
      background: try SampleBackgroundQuestions.small(), options: options)
    _ = table.read(TableRow(line: 1, fields: columns))
    let response = table.read(TableRow(line: 2, fields: ["r1", cell, "3"]))
    if chosen.isEmpty {
      #expect(response == nil)
      #expect(
        table.findings?.listed.map(\.description) == [
          "t.csv:2:2: column 'Whom?': the map has no code for 'x', which stands in 1 cell; add to "
            + "map.csv the line 'Whom?,ages,x,?', with what it stands for in place of the ?"
        ])
    } else {
      let codes = try ages(try #require(response))
      let chosenMark = BackgroundSheet.chosen
      #expect(codes.utf8.map { $0 == chosenMark } == chosen.utf8.map { $0 == UInt8(ascii: "1") })
    }
  }

  @Test func `A question may have a column for each of its choices`() throws {
    let (responses, table) = try read(
      ["Code|Babies|Toddlers|A", "r1|Yes|No|3", "r2|||3", "r3|Yes|Yes|3"],
      map: [
        "Code|respondent_id||", "A|talk.listen||", "Babies|ages|Yes|0-2", "Babies|ages|No|(empty)",
        "Toddlers|ages|Yes|3-5", "Toddlers|ages|No|(empty)",
      ])
    #expect(table.findings == nil)
    let chosen = try responses.map { response in
      try ages(response).utf8.map { $0 == BackgroundSheet.chosen }
    }
    #expect(chosen == [[true, false, false], [false, false, false], [true, true, false]])
  }

  @Test func `A statement may have a column for each of its answers, of which one is chosen`()
    throws
  {
    let map = [
      "Code|respondent_id||", "A 1|talk.listen|x|1", "A 2|talk.listen|x|2", "A na|talk.listen|x|na",
    ]
    let (responses, table) = try read(
      ["Code|A 1|A 2|A na", "r1||x|", "r2|x||", "r3|||x"], map: map)
    #expect(table.findings == nil)
    #expect(sheets(responses) == ["2....", "1....", "0...."])
    let two = try read(["Code|A 1|A 2|A na", "r1|x|x|"], map: map).table
    #expect(
      two.findings?.listed.map(\.description) == [
        "t.csv:2:3: column 'A 2': another column has another answer to the same question; leave one of "
          + "the two"
      ])
  }

  @Test func `An empty cell and a code for what is missing mean what the map says`() throws {
    let (responses, table) = try read(
      ["Code|A|B", "r1||-99", "r2|3|"],
      map: [
        "Code|respondent_id||", "A|talk.listen||", "B|talk.ask||", "*|statements|(empty)|na",
        "*|statements|-99|(empty)",
      ])
    #expect(table.findings == nil)
    // 0 is no part of the work, - is skipped.
    #expect(sheets(responses) == ["0-...", "30..."])
  }

  @Test func `What stands for every other label is that`() throws {
    let (responses, table) = try read(
      ["Code|Job|A", "r1|Page or aide|3", "r2|Storyteller|3", "r3||3"],
      map: [
        "Code|respondent_id||", "A|talk.listen||", "Job|position|Page or aide|page",
        "Job|position|*|cafe",
      ])
    #expect(table.findings == nil)
    let questions = try SampleBackgroundQuestions.small()
    let id = try #require(FieldID("position"))
    let place = try #require(BackgroundSheet.place(of: id, in: questions))
    let first = BackgroundSheet.firstOption
    #expect(responses.map { $0.background[place] } == [first, first + 2, BackgroundSheet.noAnswer])
  }

  @Test func `Rows of those who tried the form out are nobody's`() throws {
    let (responses, table) = try read(
      ["Code|Kind|A", "r1|IP Address|3", "r2|Survey Preview|4"],
      map: ["Code|respondent_id||", "A|talk.listen||", "Kind|(preview)|Survey Preview|"])
    #expect(responses.map(\.respondent) == ["r1"])
    #expect(table.notes.previews == 1)
  }

  @Test
  func `A label that the map lacks is one fault, wherever it stands, and is never passed over`()
    throws
  {
    var lines = ["Code|A|B"]
    for number in 1...12 {
      lines.append("r\(number)|Sometimes|\(number == 3 ? "Rarely" : "Leading")")
    }
    let (responses, table) = try read(
      lines, map: ["Code|respondent_id||", "A|talk.listen||", "B|talk.ask||"] + labels
    ) { $0.skipsBadRows = true }
    #expect(responses.isEmpty)
    #expect(!table.skipsBadRows)
    #expect(table.badRowCount == 12)
    #expect(
      table.findings?.listed.map(\.description) == [
        "t.csv:2:2: column 'A': the map has no code for 'Sometimes', which stands in 12 cells; add to "
          + "map.csv the line '*,statements,Sometimes,?', with what it stands for in place of the ?",
        "t.csv:4:3: column 'B': the map has no code for 'Rarely', which stands in 1 cell; add to "
          + "map.csv the line '*,statements,Rarely,?', with what it stands for in place of the ?",
      ])
  }

  static let faults: [(map: String, finding: String)] = [
    ("A|talk.listen|Yes|6", "map.csv:3: '6' is no answer of talk.listen; write 1 to 5, 'na'"),
    ("*|statements|Yes|six", "map.csv:3: 'six' is no answer of statements; write 1 to 5"),
    (
      "A|talk.listne||", "map.csv:3: no column is called 'talk.listne'; did you mean 'talk.listen'?"
    ),
    ("A|?||", "map.csv:3: the field of 'A' is not written yet; write which statement"),
    (
      "A|talk.listen|Yes|?", "map.csv:3: the code of 'Yes' in 'A' is not written yet; write what it"
    ),
    (
      "B|talk.ask||", "map.csv:3: the map names a column 'B' that is not there; write it in the map"
    ),
    ("A|state|Ohio|Oh", "map.csv:3: 'Oh' is no answer to the background question 'state'; did you"),
    ("A|role|Boss|boss", "map.csv:3: no role has the id 'boss'; write one of 'assistant'"),
  ]

  @Test(arguments: faults)
  func `A fault of the map is told where the map has it, once`(
    _ sample: (map: String, finding: String)
  ) throws {
    let (_, table) = try read(
      ["Code|A", "r1|Yes", "r2|Yes"], map: ["Code|respondent_id||", sample.map]
    ) { $0.ignored = [] }
    let found = try #require(table.findings).listed.map(\.description)
    #expect(found.filter { $0.hasPrefix("map.csv") }.count == 1, "\(found)")
    #expect(found.contains { $0.hasPrefix(sample.finding) }, "\(found)")
  }

  @Test func `A blank that nobody sees is shown where two texts look alike`() throws {
    let (_, table) = try read(
      ["Code|A", "r1|a\u{A0}b"], map: ["Code|respondent_id||", "A|talk.listen||"])
    #expect(table.findings?.listed.first?.description.contains("'a\\u{A0}b'") == true)
  }
}
