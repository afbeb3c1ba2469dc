import Testing
import Waymark
import WaymarkBasics
import WaymarkTestSupport

@Suite struct AnswersTableTests {
  static let header = "competency,level,important,note"

  @Test func `Levels, picks and notes are read`() throws {
    let answers = try read([
      Self.header, "talk.listen,3,2,a note", "talk.ask,na,,", "talk.teach,unsure,yes,",
      "plan.time,,1,", "plan.money,.,,",
    ])
    let framework = try SampleFramework.small()
    let sheet = AnswerSheet(answers.answers, framework: framework)
    #expect(sheet.description == "309-.")
    #expect(
      answers.importance.picked.sorted().map(\.description)
        == ["plan.time", "talk.listen", "talk.teach"])
    #expect(answers.importance.top.map(\.description) == ["plan.time", "talk.listen"])
    #expect(Array(answers.notes.values) == ["a note"])
  }

  @Test func `Columns may stand in any order, and those that need not be there may be left out`()
    throws
  {
    let answers = try read(["note,level,competency", "why,4,plan.time"])
    #expect(answers.answers.keys.map(\.description) == ["plan.time"])
    #expect(Array(answers.notes.values) == ["why"])
  }

  @Test func `Rows without any text, as spreadsheets leave them below a table, say nothing`() throws
  {
    let answers = try read([Self.header, "talk.ask,3,,", "", ",,,", ","])
    #expect(answers.answers.keys.map(\.description) == ["talk.ask"])
  }

  @Test func `The template is read back as everything skipped`() throws {
    let framework = try SampleFramework.small()
    let template = AnswersTemplate.csv(for: framework)
    #expect(
      template == """
        competency,level,important,note
        talk.listen,,,
        talk.ask,,,
        talk.teach,,,
        plan.time,,,
        plan.money,,,

        """)
    let answers = try read(template.split(separator: "\n").map(String.init))
    #expect(Array(answers.answers.values) == Array(repeating: .skipped, count: 5))
    #expect(answers.importance == Assessment.Importance())
  }

  static let refused: [(lines: [String], findings: [String])] = [
    ([], ["me.csv:1: the first line holds no names of columns; begin the file with"]),
    (
      ["competency,Level,note"],
      [
        "me.csv:1:2: no column is called 'Level'; did you mean 'level'?",
        "me.csv:1: there is no column 'level'; add it, spelled exactly so",
      ]
    ),
    (
      [header, "talk.lisen,3,,", "talk.ask,6,,", "talk.ask,3,,", "plan.time,NA,,", "plan.money,2"],
      [
        "me.csv:2:1: no competency has the id 'talk.lisen'; did you mean 'talk.listen'?",
        "me.csv:3:2: talk.ask: '6' is no answer; write 1 to 5, 'na'",
        "me.csv:4:1: 'talk.ask' is already answered on line 3; keep one of the two",
        "me.csv:5:2: plan.time: 'NA' can mean two things: that the answer is missing, or that",
        "me.csv:6: the row has 2 fields, the header has 4; look for",
      ]
    ),
    (
      [header, "talk.listen,3,1,", "plan.time,3,1,", "plan.money,3,3,", "talk.ask,3,no,"],
      [
        "me.csv:3:3: number 1 of the top is already on line 2; give every number once",
        "me.csv:5:3: talk.ask: 'no' does not say how important it is; write 'yes', or 1, 2 or 3",
        "me.csv: the top has no number 2; count from 1",
      ]
    ),
    (
      [header, "talk.listen,3,1,", "talk.ask,3,yes,", "talk.teach,3,yes,"],
      ["me.csv: 3 statements of area I are important; leave the 2 that matter most"]
    ),
    (
      [header, "talk.listen,.,yes,", "talk.ask,.,,why", "talk.teach,.,,"],
      [
        "me.csv:2:2: talk.listen: '.' says that nothing was asked, but more is written beside it",
        "me.csv:3:2: talk.ask: '.' says that nothing was asked, but more is written beside it",
      ]
    ),
    (
      [header, "talk.listen,3,," + String(repeating: "é", count: 2_001)],
      ["me.csv:2:4: talk.listen: the note has 2001 characters; cut it to 2000"]
    ),
  ]

  @Test(arguments: refused)
  func `Every fault is listed with its line and how to mend it`(
    _ sample: (lines: [String], findings: [String])
  ) throws {
    do throws(Findings<AnswersProblem>) {
      _ = try read(sample.lines)
      Issue.record("nothing was refused")
    } catch {
      #expect(error.listed.count == sample.findings.count)
      for (finding, beginning) in zip(error.listed.map(\.description), sample.findings) {
        #expect(finding.hasPrefix(beginning), "\(finding)")
      }
    }
  }

  @Test func `A note of 2,000 characters is kept`() throws {
    let note = String(repeating: "é", count: 2_000)
    let answers = try read([Self.header, "talk.listen,3,,\(note)"])
    #expect(Array(answers.notes.values) == [note])
  }

  @Test func `Answers can be set one by one`() throws {
    let framework = try SampleFramework.small()
    let assignments = try AnswerAssignment.parse(
      ["plan.time=3", "talk.ask=na", "talk.listen=", "plan.money=."], framework: framework)
    #expect(
      assignments.map(\.competency.description)
        == ["plan.time", "talk.ask", "talk.listen", "plan.money"])
    let third = try #require(Level(rank: 3))
    #expect(
      assignments.map(\.answer) == [.some(.level(third)), .notPartOfMyWork, .skipped, nil])
  }

  @Test func `All faults of what is set are listed`() throws {
    let framework = try SampleFramework.small()
    do throws(Findings<AnswersProblem>) {
      _ = try AnswerAssignment.parse(
        ["plan.time", "plan.tim=3", "plan.time=9", "plan.money=3", "plan.money=4", "talk.ask=NA"],
        framework: framework)
      Issue.record("nothing was refused")
    } catch {
      let beginnings = [
        "--set: 'plan.time' does not set an answer; write ID=N",
        "--set: no competency has the id 'plan.tim'; did you mean 'plan.time'?",
        "--set: plan.time: '9' is no answer; write 1 to 5",
        "--set: 'plan.money' is answered twice; keep one",
        "--set: talk.ask: 'NA' can mean two things",
      ]
      #expect(error.listed.count == beginnings.count)
      for (finding, beginning) in zip(error.listed.map(\.description), beginnings) {
        #expect(finding.hasPrefix(beginning), "\(finding)")
      }
    }
  }

  private func read(_ lines: [String]) throws(Findings<AnswersProblem>) -> PersonalAnswers {
    guard let framework = try? SampleFramework.small() else {
      throw Findings(Finding(.notAnAssignment("no sample"), at: Place(file: "tests")))
    }
    let rows = lines.enumerated().map { place, line in
      TableRow(
        line: place + 1,
        fields: line.split(separator: ",", omittingEmptySubsequences: false).map(String.init))
    }
    return try AnswersTable.answers(in: rows, file: "me.csv", framework: framework)
  }
}
