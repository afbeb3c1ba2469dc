import Testing
import WaymarkTestSupport

@testable import Waymark

struct ProfileChangesTests {
  @Test func `Areas say how many statements were and are at or above what is usual`() throws {
    // Usual for a librarian: listen 3, ask 4, teach 3; time 3, money 2.
    let profile = try Profile(
      framework: SampleFramework.small(),
      assessment: SampleAssessment.make([
        "talk.listen": "3", "talk.ask": "3", "talk.teach": "2", "plan.time": "na",
        "plan.money": "2",
      ]),
      earlier: SampleAssessment.make([
        "talk.listen": "2", "talk.ask": "4", "plan.time": "3", "plan.money": "2",
      ]))
    #expect(
      profile.areaShifts.map(\.shift) == [
        .init(before: 1, now: 1, count: 2), .init(before: 1, now: 1, count: 1),
      ])
    // Of listen, ask and money: 2, 4, 2 before and 3, 3, 2 now.
    #expect(profile.levelShifts.map(\.shift.before) == [0, 2, 0, 1, 0])
    #expect(profile.levelShifts.map(\.shift.now) == [0, 1, 2, 0, 0])
  }

  @Test func `Without usual levels a profile compares with no role`() throws {
    let framework = try SampleFramework.make(areas: [
      ("I", "Talking with Children", "Talking", [("talk.listen", [nil, 2], nil)])
    ])
    let assistant = try Profile(
      framework: framework,
      assessment: SampleAssessment.make(["talk.listen": "3"], role: "assistant"))
    #expect(assistant.comparisons.isEmpty && assistant.hasUsualLevels)
    let librarian = try Profile(
      framework: framework, assessment: SampleAssessment.make(["talk.listen": "3"]))
    #expect(librarian.comparisons.count == 1)
    let none = try SampleFramework.make(areas: [
      ("I", "Talking with Children", "Talking", [("talk.listen", [nil, nil], nil)])
    ])
    let levels = try Profile(
      framework: none, assessment: SampleAssessment.make(["talk.listen": "3"]))
    #expect(levels.comparisons.isEmpty && !levels.hasUsualLevels)
    #expect(levels.areaShifts.isEmpty)
  }
}
