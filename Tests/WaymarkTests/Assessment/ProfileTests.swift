import Testing
import Waymark
import WaymarkBasics
import WaymarkTestSupport

@Suite struct ProfileTests {
  private func profile(
    _ answers: [String: String], role: String? = "librarian", second: String? = nil,
    picked: [String] = [], top: [String] = [], earlier: [String: String]? = nil
  ) throws -> Profile {
    try Profile(
      framework: SampleFramework.small(),
      assessment: SampleAssessment.make(answers, role: role, picked: picked, top: top),
      secondRole: try second.map { try SampleAssessment.id($0) },
      earlier: try earlier.map { try SampleAssessment.make($0, finished: "2025-11-03") })
  }

  // Librarian: listen 3, ask 4, teach 3, time 3, money 2 (see SampleFramework.small). By hand:
  // listen 3 is as usual, ask 2 has two to go, teach 2 one to go, time 5 is above, money 2 as usual.
  @Test func `Levels are counted beside what is usual for the role`() throws {
    let profile = try profile([
      "talk.listen": "3", "talk.ask": "2", "talk.teach": "2", "plan.time": "5", "plan.money": "2",
    ])
    let own = try #require(profile.comparisons.first)
    #expect(own.counts.rated == 5)
    #expect(own.counts.atOrAbove == 3)
    #expect(own.counts.notYet == 2)
    #expect(
      [own.counts.furtherToGo, own.counts.oneToGo, own.counts.asUsual, own.counts.above]
        == [1, 1, 2, 1])
    #expect(own.areas.map(\.atOrAbove) == [1, 2])
    #expect(own.areas.map(\.rated) == [3, 2])
  }

  @Test func `What the role does not ask for goes beyond it and is never a gap`() throws {
    let profile = try profile(
      ["talk.listen": "1", "talk.teach": "1", "plan.money": "1"], role: "assistant")
    let own = try #require(profile.comparisons.first)
    #expect(own.counts.rated == 1)
    #expect(own.counts.beyond == 2)
    #expect(profile.startWith.map(\.competency.id.description) == ["talk.listen"])
  }

  @Test func `The four kinds of no number are counted apart and never as a gap`() throws {
    let profile = try profile([
      "talk.listen": "na", "talk.ask": "unsure", "talk.teach": "", "plan.time": "3",
    ])
    let unrated = profile.unrated
    #expect(
      [unrated.notPartOfMyWork, unrated.cannotJudge, unrated.skipped, unrated.notAsked]
        == [1, 1, 1, 1])
    #expect(profile.comparisons.first?.counts.rated == 1)
    #expect(profile.startWith.isEmpty)
  }

  @Test(arguments: [
    // Shortfalls: listen 2, ask 3, teach 1, time 2, money 1.
    ([String](), [String](), ["talk.ask", "talk.listen", "plan.time"]),
    (["plan.money"], [], ["plan.money", "talk.ask", "talk.listen"]),
    (["plan.money", "talk.teach"], ["talk.teach"], ["talk.teach", "plan.money", "talk.ask"]),
    ([], ["talk.teach", "plan.time"], ["talk.teach", "plan.time", "talk.ask"]),
    ([], ["plan.time", "talk.teach"], ["plan.time", "talk.teach", "talk.ask"]),
  ])
  func `Start with what matters most, then with the larger shortfall, then in order`(
    picked: [String], top: [String], expected: [String]
  ) throws {
    let profile = try profile(
      [
        "talk.listen": "1", "talk.ask": "1", "talk.teach": "2", "plan.time": "1", "plan.money": "1",
      ],
      picked: picked, top: top)
    #expect(profile.startWith.map(\.competency.id.description) == expected)
  }

  @Test func `A pick of which the role asks for no more can be a start, unless it is at the top`()
    throws
  {
    let profile = try profile(
      ["talk.teach": "2", "plan.money": "5", "plan.time": "3"], role: "assistant",
      picked: ["talk.teach", "plan.money", "plan.time"])
    #expect(profile.startWith.map(\.competency.id.description) == ["talk.teach", "plan.time"])
  }

  @Test func `Without a role there are levels and no comparison`() throws {
    let profile = try profile(["talk.listen": "1", "talk.ask": "4"], role: nil)
    #expect(profile.comparisons.isEmpty)
    #expect(profile.startWith.isEmpty)
    #expect(profile.levelCounts(profile.items) == [1, 0, 0, 1, 0])
  }

  // Assistant: listen 2, ask 2, time 2. Of those rated, listen 1 is not there, time 2 is.
  @Test func `A second role is compared beside the first`() throws {
    let profile = try profile(
      ["talk.listen": "1", "plan.time": "2", "plan.money": "2"], second: "assistant")
    #expect(profile.comparisons.map(\.role.id.description) == ["librarian", "assistant"])
    #expect(profile.comparisons.map(\.counts.atOrAbove) == [1, 1])
    #expect(profile.comparisons.map(\.counts.rated) == [3, 2])
    #expect(profile.comparisons.map(\.counts.beyond) == [0, 1])
    #expect(try self.profile([:], second: "librarian").comparisons.count == 1)
  }

  @Test func `Strengths are the top two levels, the highest first`() throws {
    let profile = try profile([
      "talk.listen": "4", "talk.ask": "3", "talk.teach": "5", "plan.time": "4",
    ])
    #expect(
      profile.strengths.map(\.competency.id.description)
        == ["talk.teach", "talk.listen", "plan.time"])
  }

  @Test func `Changes are counted only where both assessments have a level`() throws {
    let profile = try profile(
      ["talk.listen": "3", "talk.ask": "2", "talk.teach": "na", "plan.time": "1"],
      earlier: ["talk.listen": "1", "talk.ask": "2", "talk.teach": "3", "plan.money": "2"])
    #expect(profile.changes.map(\.competency.id.description) == ["talk.listen", "talk.ask"])
    #expect(profile.changes.map(\.rise) == [2, 0])
    #expect(profile.earlier?.date.description == "2025-11-03")
    #expect(profile.earlier?.isLookingBack == false)
  }

  @Test func `A role that the framework lacks is refused with a suggestion`() throws {
    #expect(
      throws: ProfileProblem.unknownRole(try SampleAssessment.id("libarian"), near: "librarian")
    ) {
      try self.profile([:], role: "libarian")
    }
  }

  @Test func `An earlier assessment in other words is refused`() throws {
    let earlier = try SampleAssessment.make([:], sha256: "11")
    #expect(throws: ProfileProblem.otherWords(earlier.framework)) {
      try Profile(
        framework: SampleFramework.small(), assessment: SampleAssessment.make([:]),
        earlier: earlier)
    }
  }

  @Test func `An assessment of another framework is refused`() throws {
    let assessment = try SampleAssessment.make([:], version: "2")
    #expect(
      throws: ProfileProblem.otherFramework(
        assessment.framework,
        expected: FrameworkReference(id: try SampleAssessment.id("sample"), version: "1"))
    ) {
      try Profile(framework: SampleFramework.small(), assessment: assessment)
    }
  }

  // Gaps: money 1 of 2 (top three), listen 1 of 3 (picked), ask 1 of 4.
  @Test func `What the framework marks first comes before what was picked, up to the middle`()
    throws
  {
    func starts(_ first: Set<String>) throws -> [String] {
      try SampleProfile.withGaps(in: SampleFramework.small(first: first)).startWith
        .map(\.competency.id.description)
    }
    #expect(try starts([]) == ["plan.money", "talk.listen", "talk.ask"])
    #expect(try starts(["talk.ask"]) == ["talk.ask", "plan.money", "talk.listen"])
    for (level, starts) in [
      ("3", ["plan.money", "talk.ask", "talk.listen"]), ("4", ["plan.money", "talk.listen"]),
    ] {
      let profile = try Profile(
        framework: SampleFramework.small(first: ["talk.ask"]),
        assessment: SampleAssessment.make(
          ["talk.listen": "1", "talk.ask": level, "plan.money": "1"], role: "librarian",
          picked: ["plan.money"], top: ["plan.money"]))
      #expect(profile.startWith.map(\.competency.id.description) == starts)
    }
  }

  @Test func `Of gaps that weigh the same a core statement comes first`() throws {
    let profile = try Profile(
      framework: SampleFramework.small(core: ["plan.time"]),
      assessment: SampleAssessment.make(
        ["talk.listen": "2", "talk.ask": "3", "plan.time": "2"], role: "librarian"))
    #expect(
      profile.gaps.map(\.competency.id.description) == ["plan.time", "talk.listen", "talk.ask"])
  }
}
