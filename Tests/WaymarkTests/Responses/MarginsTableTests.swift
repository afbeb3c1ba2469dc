import Testing
import Waymark
import WaymarkBasics
import WaymarkTestSupport

/// How many people of a population are in each group, as a table.
struct MarginsTableTests {
  private func read(_ lines: [String]) throws -> [Campaign.Invited] {
    let rows = lines.enumerated().map { place, line in
      TableRow(
        line: place + 1,
        fields: line.split(separator: ",", omittingEmptySubsequences: false).map(String.init))
    }
    return try MarginsTable.margins(
      in: rows, file: "m.csv", framework: try SampleFramework.small(),
      background: try SampleBackground.small())
  }

  @Test func `Rows are read in their order, whatever the order of the columns`() throws {
    let margins = try read(["count,variable,category", "40,role,assistant", "0,region,pacific"])
    #expect(margins.map(\.grouping) == ["role", "division"])
    #expect(margins.map(\.group) == ["assistant", "pacific"])
    #expect(margins.map(\.people) == [40, 0])
    #expect(try read(["variable,category,count", "*,*,4000"]).first?.people == 4000)
  }

  @Test func `Everything wrong is said at once, with its place`() throws {
    let findings = try #require(throws: Findings<MarginsProblem>.self) {
      try read([
        "variable,category,count", "role,asistant,4", "shoe,big,4", "role,assistant,-4",
        "role,assistant,4", "role,assistant,5", "role,librarian,+1", "state,OH",
      ])
    }
    #expect(
      findings.listed.map(\.description) == [
        "m.csv:2:2: 'asistant' is no category of 'role'; did you mean 'assistant'?",
        "m.csv:3:1: answers cannot be grouped by 'shoe'; "
          + "choose one of role, position, years, state, division, region; questions of your own come with "
          + "the campaign (waymark campaign new --background FILE)",
        "m.csv:4:3: '-4' is no number of people; "
          + "write a whole number of 0 or more, in digits alone",
        "m.csv:6: 'role' has the category 'assistant' in line 5 already; "
          + "leave one of the two out",
        "m.csv:7:3: '+1' is no number of people; "
          + "write a whole number of 0 or more, in digits alone",
        "m.csv:8: the row has 2 fields, the header has 3; "
          + "look for a comma or a quote too many or too few",
      ])
  }

  @Test func `A file without the columns is refused`() throws {
    #expect(throws: Findings<MarginsProblem>.self) { try read([]) }
    #expect(throws: Findings<MarginsProblem>.self) { try read(["variable,count"]) }
  }
}
