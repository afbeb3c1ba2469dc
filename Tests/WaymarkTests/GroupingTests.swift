import Testing
import WaymarkBasics
import WaymarkTestSupport

@testable import Waymark

struct GroupingTests {
  private func groupings(_ names: [String]) throws -> [Grouping] {
    try Grouping.named(
      names, framework: try SampleFramework.small(), background: try SampleBackground.small())
  }

  private func problems(_ names: [String]) throws -> [String] {
    let framework = try SampleFramework.small()
    let background = try SampleBackground.small()
    let findings = try #require(throws: Findings<ReportProblem>.self) {
      try Grouping.named(names, framework: framework, background: background)
    }
    return findings.listed.map(\.description)
  }

  @Test func `Groups come in the order of the documents, no answer last`() throws {
    let groupings = try groupings(["role", "state", "division"])
    #expect(groupings.map(\.id) == ["role", "state", "division"])
    #expect(groupings[0].groups.map(\.id) == ["assistant", "librarian", "(no answer)"])
    #expect(groupings[1].groups.map(\.id) == ["OH", "PA", "NY", "CA", "other", "(no answer)"])
    #expect(
      groupings[2].groups.map(\.id)
        == ["middle-atlantic", "east-north-central", "pacific", "(no answer)"])
  }

  @Test func `A division follows from its states, and nothing else from another`() throws {
    let all = try groupings(["role", "state", "division", "years"])
    #expect(all[2].coarsening(of: all[1]) == [1, 0, 0, 2, 3, 3])
    for (coarser, finer) in [(1, 2), (1, 1), (2, 0), (0, 1), (2, 3)] {
      #expect(all[coarser].coarsening(of: all[finer]) == nil)
    }
  }

  @Test func `Members of a region are those of its states, where all of them are known`() throws {
    let states = try ReleaseDimension(id: "state", categories: ["CT", "VT", "NY"])
    let regions = try ReleaseDimension(
      id: "region", categories: ["east", "middle"],
      coarsens: .init(of: "state", places: [0, 0, 1]))
    let counted = try AuditGroups(
      dimensions: [states, regions],
      tables: [
        GroupTable(dimensions: ["state"], counts: [30, 40, 50]),
        GroupTable(dimensions: ["region"], counts: [70, 50]),
      ])
    let east = try #require(
      counted.groups.indices.first { counted.key($0) == GroupKey(["region": "east"]) })
    let (ct, vt) = (GroupKey(["state": "CT"]), GroupKey(["state": "VT"]))
    #expect(counted.members(of: east, [ct: 33, vt: 44]) == 77)
    #expect(counted.members(of: east, [ct: 33]) == nil)
    #expect(counted.members(of: east, [ct: 33, vt: 44, counted.key(east): 75]) == 75)
    #expect(counted.members(of: east, [ct: 33, vt: 44, counted.key(east): 80]) == 77)
  }

  @Test func `Region is another name for division`() throws {
    #expect(try groupings(["region"]) == groupings(["division"]))
  }

  @Test(arguments: [
    ("OH", "east-north-central"), ("NY", "middle-atlantic"), ("other", "(no answer)"),
    (nil, "(no answer)"),
  ])
  func `A state belongs to its division, and none is no answer`(
    state: String?, division: String
  ) throws {
    let grouping = try #require(try groupings(["division"]).first)
    let field = try #require(ID<BackgroundQuestions.Field>("state"))
    let option = try state.map { try #require(ID<BackgroundQuestions.Option>($0)) }
    let sheet = BackgroundSheet(
      option.map { [field: [$0]] } ?? [:], questions: try SampleBackground.small())
    let code = try #require(grouping.code)
    let place = code.groups[Int(sheet.codes[code.position])]
    #expect(grouping.groups[Int(place)].id == division)
  }

  @Test func `Everything wrong with the names is said at once`() throws {
    #expect(
      try problems([
        "divsion", "ages", "state", "state", "region", "division", "shoe",
      ]) == [
        "--by: answers cannot be grouped by 'divsion'; did you mean 'division'?",
        "--by: answers cannot be grouped by 'ages', where a person may choose several answers; "
          + "group by a question with one answer",
        "--by: 'state' was asked for twice; leave one of them out",
        "--by: 'division' was asked for twice; leave one of them out",
        "--by: answers cannot be grouped by 'shoe'; "
          + "choose one of role, position, years, state, division, region; questions of your own come with "
          + "the campaign (waymark campaign new --background FILE)",
      ])
  }

  @Test(arguments: [4, 1, 0, -3, Int.min])
  func `A smallest group below 5 is refused for privacy`(people: Int) {
    let problem = #expect(throws: ReportProblem.self) { try MinimumGroup(people: people) }
    #expect(problem == .groupBelowFloor(people))
  }

  @Test func `The smallest group is 5, and 10 unless asked for`() throws {
    #expect(try MinimumGroup(people: 5).people == 5)
    #expect(MinimumGroup.standard.people == 10)
  }
}
