import Testing
import WaymarkBasics
import WaymarkTestSupport

@testable import Waymark

/// Headers as survey tools write them; those of the sample framework read "I do ID at work" with a full stop.
@Suite struct FormHeaderTests {
  private func count(_ rows: [[String]]) throws -> (Int, FormHeader.Tool?) {
    let found = FormHeader.rowCount(
      of: rows.enumerated().map { TableRow(line: $0 + 1, fields: $1) },
      framework: try SampleFramework.small(), background: try SampleBackgroundQuestions.small())
    return (found.count, found.tool)
  }

  private func header(_ rows: [[String]]) -> FormHeader {
    FormHeader(rows.enumerated().map { TableRow(line: $0 + 1, fields: $1) })
  }

  @Test func `Qualtrics has three rows, the last of ids in braces`() throws {
    let rows = [
      ["ResponseId", "Q1_1"], ["Response ID", "Area\n\nHow well? - I do talk.listen at work."],
      ["{\"ImportId\":\"_recordId\"}", "{\"ImportId\":\"QID1_1\"}"], ["R_1", "On my own"],
    ]
    let (count, tool) = try count(rows)
    #expect(count == 3)
    #expect(tool == .qualtrics)
    let header = header(Array(rows.prefix(3)))
    #expect(header.columns.map(\.name) == [rows[1][0], rows[1][1]])
    #expect(header.columns[1].headings == [rows[1][1], "Q1_1"])
  }

  @Test func `SurveyMonkey has two rows, and a question stands over several columns`() throws {
    let rows = [
      ["Respondent ID", "How well?", "", "Which state?"],
      ["", "I do talk.listen at work.", "I do talk.ask at work.", "Response"],
      ["1", "Not yet", "Leading", "Ohio"],
    ]
    let (count, tool) = try count(rows)
    #expect(count == 2)
    #expect(tool == .surveyMonkey)
    let columns = header(Array(rows.prefix(2))).columns
    #expect(
      columns.map(\.name) == [
        "Respondent ID", "I do talk.listen at work.", "I do talk.ask at work.", "Which state?",
      ])
    #expect(columns.map(\.context) == [nil, "How well?", "How well?", nil])
  }

  @Test func `A title above the header belongs to it`() throws {
    let (count, tool) = try count([
      ["Our answers"], ["Name", "I do talk.listen at work.", "I do plan.time at work."],
      ["A", "3", "4"],
    ])
    #expect(count == 2)
    #expect(tool == .other)
  }

  @Test(arguments: [
    [["respondent_id", "talk.listen"], ["r1", "I do talk.listen at work."]],
    [["Code", "I do talk.listen at work.", "I do talk.ask at work."], ["P1", "3", "4"]],
    [["a", "b"], ["c", "d"]], [],
  ])
  func `Every other table has one`(rows: [[String]]) throws {
    let (count, tool) = try count(rows)
    #expect(count == 1)
    #expect(tool == nil)
  }
}
