import FoundationEssentials
import Testing
import WaymarkBasics
import WaymarkSolver
import WaymarkTestSupport

@testable import Waymark

/// What a sheet for a supervisor can be made of.
@Suite struct SupervisorSheetTests {
  private func path() throws -> LearningPath {
    let profile = try Profile(
      framework: SampleFramework.small(),
      assessment: SampleAssessment.make(
        ["talk.listen": "1", "talk.ask": "1", "plan.time": "5", "plan.money": "1"],
        role: "librarian", picked: ["plan.money"], top: ["plan.money"]))
    return try LearningPath(
      profile: profile,
      catalogue: SampleCatalogue.make([
        SampleCatalogue.resource("ask", [("talk.ask", 1, 2)]),
        SampleCatalogue.resource("listen", [("talk.listen", 1, 2)]),
      ]), solver: .coinOR)
  }

  @Test func `What was ticked stands on the sheet, in its order`() throws {
    let sheet = try SupervisorSheet(
      .init(strengths: ["PLAN.time"], goals: [2, 1], needs: ["Time"]), of: path())
    #expect(sheet.strengths.map(\.id.description) == ["plan.time"])
    #expect(sheet.goals.map(\.resource.id.description) == ["listen", "ask"])
    #expect(sheet.help == ["Time"])
  }

  @Test func `What cannot stand on it says why`() throws {
    let path = try path()
    let time: CompetencyID = try SampleAssessment.id("plan.time")
    let cases: [(SupervisorSheet.Ticks, SupervisorSheet.Problem)] = [
      (.init(), .nothing), (.init(goals: [1, 1]), .twice),
      (.init(strengths: ["plan.time", "Plan.time"]), .twice),
      (.init(goals: [1, 2, 3, 4]), .tooManyGoals), (.init(goals: [3]), .noStep(3, steps: 2)),
      (.init(goals: [0]), .noStep(0, steps: 2)), (.init(goals: [.min]), .noStep(.min, steps: 2)),
      (.init(strengths: ["talk.ask"]), .noStrength("talk.ask", known: [time])),
    ]
    for (ticks, problem) in cases {
      #expect(throws: problem) { try SupervisorSheet(ticks, of: path) }
    }
  }

  @Test func `Numbers are those of the path that was seen last`() throws {
    let path = try path()
    var log = LearningLog(calendar: UUID())
    #expect(!SupervisorSheet.areNumbersSeen(path, log.path))
    log.keep(path, on: path.profile.date)
    #expect(SupervisorSheet.areNumbersSeen(path, log.path))
  }
}
