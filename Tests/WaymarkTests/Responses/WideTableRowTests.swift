import Synchronization
import Testing
import WaymarkBasics
import WaymarkTestSupport

@testable import Waymark

/// Rows of tables that are no answers, bear no id, or were changed by a spreadsheet.
@Suite struct WideTableRowTests {
  private func read(
    _ lines: [String], core: Set<String> = [], background: BackgroundQuestions? = nil,
    _ change: (inout WideTableOptions) -> Void = { _ in }
  ) throws -> (responses: [CodedResponse], table: WideTable) {
    var options = WideTableOptions()
    options.isPartial = true
    change(&options)
    var table = WideTable(
      file: "t.csv", framework: try SampleFramework.small(core: core),
      background: try background ?? SampleBackgroundQuestions.small(), options: options)
    let responses = lines.enumerated().compactMap { place, line in
      table.read(
        TableRow(
          line: place + 1,
          fields: line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)))
    }
    return (responses, table)
  }

  // A clerk is an assistant, a librarian too in the first year; a director has no role.
  @Test func `The role follows from the position where no column says it`() throws {
    let background = try SampleBackground.small()
    let rows = [
      ("clerk,", 0), ("librarian,under-1", 0), ("librarian,3-5", 1), ("librarian,", 1),
      ("director,3-5", nil), (",under-1", nil),
    ]
    let lines = rows.enumerated().map { "r\($0),\($1.0),3" }
    let (responses, table) = try read(
      ["respondent_id,position,years,talk.listen"] + lines, background: background)
    #expect(table.findings == nil)
    #expect(responses.map(\.role) == rows.map(\.1))
    #expect(table.notes.roles == .ofPositions(4))

    // A column of roles is what people said themselves, an empty cell of it too.
    let said = try read(
      ["respondent_id,position,role,talk.listen", "r1,clerk,librarian,3", "r2,clerk,,3"],
      background: background)
    #expect(said.responses.map(\.role) == [1, nil])
    #expect(said.table.notes.roles == .said)
    #expect(try read(["respondent_id,talk.listen", "r1,3"]).table.notes.roles == .unknown)
    // A position from which no role follows is a position all the same.
    let directors = try read(
      ["respondent_id,position,talk.listen", "r1,director,3"], background: background)
    #expect(directors.table.notes.roles == .ofPositions(0))
  }

  @Test func `Of the core form no other statement is taken in, nor how important it is`() throws {
    let lines = [
      "respondent_id,talk.listen,talk.ask,plan.time,talk.ask.importance", "r1,3,5,4,5", "r2,1,x,,",
    ]
    let (responses, table) = try read(lines, core: ["talk.listen", "plan.time"]) {
      $0.form = .core
      $0.importance = .rated
    }
    #expect(table.findings == nil)
    #expect(responses.map { String(decoding: $0.sheet, as: UTF8.self) } == ["3..4.", "1..-."])
    #expect(responses.allSatisfy { !$0.hasImportance })
    #expect(table.notes.statementsNotAsked == 1)
    // The full form asks all of them, so that a cell is read that is wrong.
    let full = try read(lines, core: ["talk.listen", "plan.time"]) { $0.importance = .rated }
    #expect(full.table.badRowCount == 1 && full.table.notes.statementsNotAsked == 0)
  }

  @Test func `Rows and columns without anything in them are passed over`() throws {
    let (responses, table) = try read(
      ["respondent_id,talk.listen,,", "r1,3,,", ",,,", "", "r2,4,,", ",,,"])
    #expect(table.findings == nil)
    #expect(responses.map(\.respondent) == ["r1", "r2"])
    #expect(table.rowCount == 2)
  }

  @Test func `Something below no name is a fault of its row`() throws {
    let (_, table) = try read(["respondent_id,talk.listen,", "r1,3,", "r2,4,x"])
    #expect(
      table.findings?.listed.map(\.description) == [
        "t.csv:3:3: the column has no name; name it, or take out the comma too many"
      ])
  }

  @Test func `Rows in which nothing is answered are counted and no responses`() throws {
    let (responses, table) = try read([
      "respondent_id,state,talk.listen,talk.ask", "r1,OH,,", "r2,OH,.,", "r3,,na,", "r4,,,unsure",
      "r1,OH,3,",
    ])
    #expect(table.findings == nil)
    #expect(responses.map(\.respondent) == ["r3", "r4", "r1"])
    // What the first row says of r1 is taken with the ratings of its last.
    #expect(table.notes.unanswered == 1)
    #expect(responses.last?.background.contains(BackgroundSheet.firstOption + 1) == true)
  }

  @Test func `Without a column of ids each row gets one, and equal rows are told`() throws {
    let counter = Counter()
    let (responses, table) = try read(
      ["state,talk.listen", "OH,3", "VT,3", "OH,3", "OH,3"]
    ) { $0.newID = { counter.next() } }
    #expect(table.findings == nil)
    #expect(responses.map(\.respondent) == ["row-1", "row-2", "row-3", "row-4"])
    #expect(table.notes.areIDsMade)
    #expect(table.notes.equalRows == WideTableNotes.EqualRows(rows: 2, line: 4, first: 2))
  }

  @Test func `Without a column of ids and without ids to give, that is one fault`() throws {
    let (_, table) = try read(["state,talk.listen", "OH,3", "VT,3", "OH,3"])
    #expect(
      table.findings?.listed.map(\.description) == [
        "t.csv:1: there is no column 'respondent_id'; add it, spelled exactly so"
      ])
  }

  @Test func `E-mail addresses are replaced, the same by the same`() throws {
    let lines = [
      "respondent_id,talk.listen", "ana@example.org,3", "ben@example.org,2", "c@d,1",
      "ana@example.org,4",
    ]
    let counter = Counter()
    let (responses, table) = try read(lines) {
      $0.newID = { counter.next() }
      $0.repeated = .last
    }
    #expect(responses.map(\.respondent) == ["row-1", "row-2", "c@d", "row-1"])
    #expect(table.notes.addresses == 2)
    let kept = try read(Array(lines.prefix(3))) {
      $0.newID = { counter.next() }
      $0.keepsAddresses = true
    }
    #expect(kept.responses.map(\.respondent) == ["ana@example.org", "ben@example.org"])
  }

  @Test func `Ids that a spreadsheet turned into days are put right and told`() throws {
    let (responses, table) = try read([
      "respondent_id,years,ages,talk.listen", "r1,2-Jan,5-Mar;0-2,3", "r2,44928,,3", "r3,1-2,3-5,3",
    ])
    #expect(table.findings == nil)
    let sheet = { (years: String, ages: [String]) throws -> [UInt8] in
      let questions = try SampleBackgroundQuestions.small()
      let options = try ages.map { try #require(ID<BackgroundQuestions.Option>($0)) }
      return BackgroundSheet(
        [
          try #require(ID<BackgroundQuestions.Field>("years")): [
            try #require(ID<BackgroundQuestions.Option>(years))
          ], try #require(ID<BackgroundQuestions.Field>("ages")): options,
        ], questions: questions
      ).codes
    }
    #expect(
      responses.map(\.background) == [
        try sheet("1-2", ["0-2", "3-5"]), try sheet("1-2", []), try sheet("1-2", ["3-5"]),
      ])
    #expect(
      table.notes.mendedDays == [
        WideTableNotes.MendedDays(
          field: "years", cells: 2, cell: "2-Jan", option: "1-2", line: 2, column: 2),
        WideTableNotes.MendedDays(
          field: "ages", cells: 1, cell: "5-Mar", option: "3-5", line: 2, column: 3),
      ])
  }

  @Test func `A row below the others that sums them up is nobody`() throws {
    let (responses, table) = try read(
      [",respondent_id,talk.listen", ",r1,3", "Average,,3.5"])
    #expect(table.findings == nil)
    #expect(responses.map(\.respondent) == ["r1"])
    #expect(table.notes.summaries == 1)
  }

  @Test func `A header of several rows is read as one`() throws {
    let (responses, table) = try read(
      ["Q1,Q2", "respondent_id,talk.listen", "r1,3"]
    ) { $0.headerRows = 2 }
    #expect(table.findings == nil)
    #expect(responses.map(\.respondent) == ["r1"])
  }

  @Test func `A header of which nothing is ours is one fault`() throws {
    let (_, table) = try read(["Timestamp,Which state?,I listen,I ask", "1,Ohio,3,4"])
    #expect(
      table.findings?.listed.map(\.description) == [
        "t.csv:1: none of the 4 columns is a statement ('Timestamp', 'Which state?', 'I listen' ...); "
          + "let Waymark propose what they mean: waymark import map t.csv -o map.csv"
      ])
  }

  // Of 12 rows passed over with the level 2 and 12 taken with the level 4, all means and shares differ.
  @Test func `Rows that are passed over are compared with the others`() throws {
    var lines = ["respondent_id,role,talk.listen,talk.ask"]
    for number in 1...12 {
      lines.append("a\(number),assistant,2,x")
      lines.append("b\(number),librarian,4,4")
    }
    let (responses, table) = try read(lines) { $0.skipsBadRows = true }
    #expect(responses.count == 12)
    let comparison = try #require(table.notes.passedOver)
    #expect(comparison.means?.passedOver == 2)
    #expect(comparison.means?.taken == 4)
    #expect(comparison.role?.passedOver == 1 || comparison.role?.taken == 1)
    #expect(comparison.differs)
    let few = try read(Array(lines.prefix(19))) { $0.skipsBadRows = true }
    #expect(few.table.notes.passedOver?.means == nil)
    #expect(few.table.notes.passedOver?.differs == false)
  }

  @Test func `Rows passed over that are as the others do not differ`() throws {
    var lines = ["respondent_id,role,talk.listen,talk.ask"]
    for number in 1...20 {
      lines.append("a\(number),assistant,\(number % 5 + 1),x")
      lines.append("b\(number),assistant,\(number % 5 + 1),")
    }
    let (_, table) = try read(lines) { $0.skipsBadRows = true }
    #expect(table.notes.passedOver?.differs == false)
  }
}

/// Numbers from 1, as ids.
private final class Counter: Sendable {
  private let ids = Mutex(0)

  func next() -> String {
    ids.withLock {
      $0 += 1
      return String($0)
    }
  }
}
