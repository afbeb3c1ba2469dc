import Testing
import WaymarkBasics
import WaymarkTestSupport

@testable import Waymark

struct NoteListTests {
  @Test func `Notes stand in the order of the statements, in the lines in which they were written`()
    throws
  {
    var assessment = try SampleAssessment.make(["talk.listen": "1"])
    assessment.notes = [
      try SampleAssessment.id("plan.money"): "one\n\n  \r\ntwo",
      try SampleAssessment.id("talk.ask"): "felt board",
    ]
    let list = NoteList(of: assessment, in: try SampleFramework.small())
    #expect(list.entries.map(\.competency.id.description) == ["talk.ask", "plan.money"])
    #expect(list.entries.map(\.lines) == [["felt board"], ["one", "two"]])
    #expect(list.entries.map(\.area.id.description) == ["I", "II"])
  }

  @Test(
    arguments: [
      (" a\tb \n", .kept("a b")), ("one\ntwo", .kept("one\ntwo")), ("", .nothing),
      (" \t ", .nothing),
      ("\u{1B}[31m", .refused), ("a\u{7F}", .refused),
      (String(repeating: "é", count: 2000), .kept(String(repeating: "é", count: 2000))),
      (String(repeating: "x", count: 2001), .refused),
    ] as [(String, WrittenNote)])
  func `A note is text of at most 2,000 characters, wherever it is written`(
    typed: String, note: WrittenNote
  ) {
    #expect(WrittenNote(typed) == note)
  }
}
