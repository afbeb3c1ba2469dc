import Testing
import WaymarkBasics
import WaymarkTestSupport

@testable import Waymark

/// Maps proposed for tables as form tools write them; the statements of the sample framework read "I do
/// ID at work.", the questions "Question of ID".
@Suite struct MapProposalTests {
  private func propose(_ rows: [[String]], headerRows: Int = 1) throws -> MapProposal {
    var census = ColumnCensus(headerRows: headerRows)
    for (place, row) in rows.enumerated() {
      var text: [UInt8] = []
      var fields: [Range<Int>] = []
      for field in row {
        let start = text.count
        text += Array(field.utf8)
        fields.append(start..<text.count)
      }
      census.read(line: place + 1, text: text.span, fields: fields)
    }
    return MapProposal(
      of: census, framework: try SampleFramework.small(),
      background: try SampleBackgroundQuestions.small())
  }

  @Test func `A form of single questions is understood as a whole`() throws {
    let proposal = try propose([
      [
        "Timestamp", "1. I do talk.listen at work. (1 = not yet, 5 = leading)",
        "How well? [I do talk.ask at work]", "Question of state", "Question of ages", "Your code",
        "Anything to add?",
      ],
      ["a", "3", "3 - On my own", "Ohio", "0 to 2;Caregivers", "P1", "no"],
      ["b", "5", "Not part of my work", "Vermont", "0 to 2", "P2", "no"],
    ])
    #expect(
      proposal.csv == """
        column,field,value,code
        *,statements,3 - On my own,3
        *,statements,Not part of my work,na
        Timestamp,(ignored),,
        "1. I do talk.listen at work. (1 = not yet, 5 = leading)",talk.listen,,
        How well? [I do talk.ask at work],talk.ask,,
        Question of state,state,Ohio,OH
        Question of state,state,Vermont,VT
        Question of ages,ages,0 to 2,0-2
        Question of ages,ages,Caregivers,caregivers
        Your code,respondent_id,,
        Anything to add?,(ignored),,

        """)
    #expect(proposal.statementCount == 2)
    #expect(proposal.fields == ["state", "ages"])
    #expect(proposal.respondent == "Your code")
    #expect(proposal.questions.isEmpty)
    #expect(proposal.missing.map(\.id.description) == ["talk.teach", "plan.time", "plan.money"])
  }

  @Test func `Ids that stand more than once are told, and a column much like a question`() throws {
    let proposal = try propose([
      ["Record ID", "I do talk.listen at work.", "The question of position"],
      ["1", "3", "x"], ["2", "4", "y"], ["1", "5", "z"], ["2", "5", "z"],
    ])
    #expect(proposal.respondent == nil)
    #expect(
      proposal.repeatedIDs == .init(column: "Record ID", count: 2, areAddresses: false))
    #expect(
      proposal.lookalikes == [
        .init(column: "The question of position", text: "Question of position")
      ])
    // Where a column tells whose each row is, others may repeat.
    let known = try propose([
      ["Record ID", "Your code", "I do talk.listen at work."], ["1", "P1", "3"], ["1", "P2", "4"],
    ])
    #expect(known.respondent == "Your code" && known.repeatedIDs == nil)
  }

  @Test func `What is not known is asked, with what is nearest`() throws {
    let proposal = try propose([
      ["ID", "I do talk.listen at work.", "I do plan money when at work", "Question of state"],
      ["1", "Sometimes", "Not yet", "N. Carolina"], ["2", "Leading", "On my own", "Ohio"],
    ])
    #expect(
      proposal.csv == """
        column,field,value,code
        *,statements,Leading,5
        *,statements,Sometimes,?
        ID,respondent_id,,
        I do talk.listen at work.,talk.listen,,
        I do plan money when at work,?,,
        Question of state,state,Ohio,OH
        Question of state,state,N. Carolina,?

        """)
    #expect(proposal.questions.map(\.line) == [3, 6, 8])
    #expect(
      proposal.questions.map(\.subject) == [
        .label("Sometimes", column: "statements"), .column("I do plan money when at work"),
        .label("N. Carolina", column: "Question of state"),
      ])
    #expect(proposal.questions[1].closest.first == "plan.money")
    #expect(proposal.questions[1].closest.count == 3)
  }

  @Test func `A question with a column for each choice, in the ways that tools write it`() throws {
    for (heading, chosen, not) in [
      ("Question of ages [3 to 5]", "Yes", "No"),
      ("Question of ages (choice=3 to 5)", "Checked", "Unchecked"),
      ("About you/Question of ages/3 to 5", "1", "0"), ("ages___3_5", "1", "0"),
    ] {
      let proposal = try propose([
        ["id", "talk_listen", heading], ["1", "3", chosen], ["2", "4", not],
      ])
      #expect(
        proposal.csv == """
          column,field,value,code
          id,respondent_id,,
          talk_listen,talk.listen,,
          \(heading),ages,\(chosen),3-5
          \(heading),ages,\(not),(empty)

          """)
    }
  }

  @Test func `A statement with a column for each answer`() throws {
    let proposal = try propose(
      [
        ["Respondent ID", "How well?", "", ""],
        [
          "", "Title of talk.listen - Not yet", "Title of talk.listen - With help",
          "Title of talk.listen - N/A – not part of my job",
        ],
        ["1", "Not yet", "", ""], ["2", "", "With help", ""],
        ["3", "", "", "N/A – not part of my job", ""],
      ], headerRows: 2)
    #expect(
      proposal.csv == """
        column,field,value,code
        Respondent ID,respondent_id,,
        Title of talk.listen - Not yet,talk.listen,Not yet,1
        Title of talk.listen - With help,talk.listen,With help,2
        Title of talk.listen - N/A – not part of my job,talk.listen,N/A – not part of my job,na

        """)
    #expect(proposal.statementCount == 1)
  }

  @Test func `Columns of one name are told apart by their numbers`() throws {
    let proposal = try propose([
      ["id", "Complete?", "talk.listen", "Complete?", "=1+1", ""],
      ["1", "x", "3", "y", "z", "w"],
    ])
    #expect(
      proposal.rows.map(\.column) == [
        "id", "#2 Complete?", "talk.listen", "#4 Complete?", "#5 =1+1", "#6",
      ])
  }

  @Test func `Numbers for choices are taken in their order, and that is said`() throws {
    let proposal = try propose([
      ["id", "talk.listen", "Question of state"], ["1", "3", "1"], ["2", "4", "3"],
    ])
    #expect(proposal.counted == ["Question of state"])
    #expect(
      proposal.rows.suffix(2).map { [$0.value, $0.code] } == [["1", "CA"], ["3", "VT"]])
  }

  @Test func `Statements without their texts are taken in their order, and that is said`() throws {
    let proposal = try propose([
      ["id", "s1", "s2", "s3", "s4", "s5"], ["a", "1", "2", "3", "4", "5"],
      ["b", "2", "3", "4", "5", "1"],
    ])
    #expect(proposal.isByOrder)
    #expect(
      proposal.rows.dropFirst().map(\.field) == [
        "talk.listen", "talk.ask", "talk.teach", "plan.time", "plan.money",
      ])
  }

  /// What a table says by a map: the sheets and the background answers.
  private func read(
    _ rows: [[String]], by map: ColumnMap
  ) throws -> (sheets: [String], about: [String], faults: [String]) {
    var options = WideTableOptions()
    options.isPartial = true
    options.map = map
    options.newID = { "id" }
    var table = WideTable(
      file: "t.csv", framework: try SampleFramework.small(),
      background: try SampleBackgroundQuestions.small(), options: options)
    let responses = rows.enumerated().compactMap {
      table.read(TableRow(line: $0 + 1, fields: $1))
    }
    return (
      responses.map { String(decoding: $0.sheet, as: UTF8.self) },
      responses.map { String(decoding: $0.background, as: UTF8.self) },
      table.findings?.listed.map(\.description) ?? []
    )
  }

  @Test func `A proposed map reads the table that it was made for`() throws {
    let rows = [
      ["ID", "1. I do talk.listen at work", "Question of ages"],
      ["7", "On my own", "0 to 2, 3 to 5"],
    ]
    let said = try read(rows, by: try propose(rows).map(file: "map.csv"))
    #expect(said.faults.isEmpty && said.sheets == ["3...."])
  }

  // MARK: - Columns that could be one

  @Test func `A form that branches asks each person in one of its sections, and all are read`()
    throws
  {
    let rows = [
      [
        "id", "I do talk.listen at work", "Question of state", "I do talk.listen at work",
        "Question of state",
      ],
      ["1", "3", "Ohio", "", ""], ["2", "", "", "4", "Vermont"], ["3", "", "", "2", ""],
    ]
    let proposal = try propose(rows)
    #expect(
      proposal.statementCount == 1 && proposal.questions.isEmpty && proposal.ignored.isEmpty
        && proposal.rivals == nil)
    let said = try read(rows, by: try proposal.map(file: "m.csv"))
    #expect(said.faults.isEmpty && said.sheets == ["3....", "4....", "2...."])
    #expect(said.about.map { $0.dropFirst().first } == ["1", "2", "-"])
    // Who answers in two of them says two things.
    let both = try read(
      rows + [["4", "3", "Ohio", "5", "Vermont"]], by: try proposal.map(file: "m.csv"))
    #expect(both.faults.count == 2 && both.faults.allSatisfy { $0.contains("another answer") })
  }

  @Test
  func `Of two matrices over the same statements the one that asks something else is passed over`()
    throws
  {
    let rows = [["1", "5", "2"], ["2", "4", "3"], ["3", "4", "1"]]
    let told = try propose(
      [
        ["id", "How important is it? [I do talk.ask at work]", "How well? [I do talk.ask at work]"]
      ] + rows)
    #expect(told.rivals?.passedOver == "How important is it? [I do talk.ask at work]")
    #expect(told.rivals?.isOpen == false && told.questions.isEmpty)
    #expect(told.rows.map(\.field) == ["respondent_id", "(ignored)", "talk.ask"])
    // Where neither says so, somebody has to.
    let open = try propose(
      [
        ["id", "First [I do talk.ask at work]", "Second [I do talk.ask at work]"]
      ] + rows)
    #expect(open.rivals?.isOpen == true)
    #expect(open.rows.map(\.field) == ["respondent_id", "talk.ask", "?"])
    #expect(open.questions.count == 1)
  }

  // Half of the rows are of people who left the form, so that both matrices have no more cells than rows.
  @Test func `Two matrices that the same people filled in are no branches`() throws {
    let proposal = try propose([
      ["id", "First [I do talk.ask at work]", "Second [I do talk.ask at work]"],
      ["1", "5", "2"], ["2", "4", "3"], ["3", "", ""], ["4", "", ""],
    ])
    #expect(proposal.rows.map(\.field) == ["respondent_id", "talk.ask", "?"])
  }

  @Test(arguments: [("2", "3-5"), ("1", "3-5"), ("4", "?"), ("99", "(empty)")])
  func `A number alone in a column for one answer is its own number, or asked for`(
    cell: String, code: String
  ) throws {
    let proposal = try propose([
      ["id", "talk.listen", "Question of ages [3 to 5]"], ["a", "3", cell], ["b", "4", ""],
    ])
    let row = try #require(proposal.rows.last)
    #expect(row.field == "ages" && row.value == cell && row.code == code)
  }

  @Test func `A question of which one answer may be chosen has a column for each answer`() throws {
    let rows = [
      [
        "id", "talk.listen", "Question of position [Page or aide]",
        "Question of position [Caf\u{E9}]",
      ],
      ["1", "3", "Page or aide", ""], ["2", "4", "", "Caf\u{E9}"],
    ]
    let proposal = try propose(rows)
    #expect(proposal.fields == ["position"] && proposal.questions.isEmpty)
    let said = try read(rows, by: try proposal.map(file: "m.csv"))
    #expect(said.faults.isEmpty && said.about.map(\.first) == ["0", "2"])
  }

  // MARK: - What nobody can tell

  @Test func `Levels counted from zero are asked for, as nobody can tell which is which`() throws {
    let rows = [["id", "talk.listen"]] + (0...4).map { ["\($0)", "\($0)"] }
    let proposal = try propose(rows)
    #expect(proposal.questions.count == 5)
    let whole = try propose(rows + [["5", "5"]])
    #expect(whole.questions.map(\.subject) == [.label("0", column: "statements")])
  }

  @Test func `That people said yes or no tells nothing of a question, nor do two columns alike`()
    throws
  {
    let proposal = try propose([
      ["id", "talk.listen", "Where you were born", "Where you work", "May we write to you?"],
      ["1", "3", "Ohio", "Vermont", "Yes"], ["2", "4", "Vermont", "Ohio", "No"],
    ])
    #expect(proposal.fields.isEmpty && proposal.ignored.count == 3)
    let one = try propose([
      ["id", "talk.listen", "Where you work"], ["1", "3", "Vermont"], ["2", "4", "Ohio"],
    ])
    #expect(one.byContent == [.init(column: "Where you work", field: "state")])
  }

  @Test func `What a map does not name is known by what it is called, and else a fault of the map`()
    throws
  {
    let map = try ColumnMap(
      in: [
        ColumnMap.columns, ["Job", "position", "Chef", "page"], ["Job", "position", "*", "cafe"],
        ["Years", "years", "1-Feb", "1-Feb"],
        ["talk.listen", "talk.listen", "", ""], ["Ages", "ages", "", ""],
      ].enumerated().map { TableRow(line: $0 + 1, fields: $1) }, file: "m.csv")
    let header = ["Job", "Years", "talk.listen", "Ages"]
    let said = try read(
      [
        header, ["Page or aide", "1-Feb", "3", "0-2, Caregivers"], ["Baker", "3-5", "4", "3 to 5"],
      ],
      by: map)
    #expect(said.faults.isEmpty, "\(said.faults)")
    #expect(said.about == ["0--1+-+", "2--2-+-"])
    let missing = try read([header, ["", "", "6", ""], ["", "", "6", ""]], by: map)
    #expect(
      missing.faults.count == 1 && missing.faults[0].contains("the map has no code for '6'"),
      "\(missing.faults)")
  }

  @Test
  func `What a row without ratings says of a person is taken with the ratings of another row`()
    throws
  {
    let map = try ColumnMap(
      in: [ColumnMap.columns, ["Record", "respondent_id", "", ""]].enumerated()
        .map { TableRow(line: $0 + 1, fields: $1) }, file: "m.csv")
    let said = try read(
      [["Record", "state", "talk.listen"], ["1", "OH", ""], ["1", "", "4"], ["2", "", "3"]], by: map
    )
    #expect(said.sheets == ["4....", "3...."])
    #expect(said.about.map { $0.dropFirst().first } == ["1", "-"])
  }
}
