import Foundation
import Testing
import WaymarkBasics
import WaymarkTestSupport

@testable import Waymark

/// What a new round does to a campaign that was answered already.
struct AnsweredBeforeTests {
  @Test(arguments: [
    ("own", ["everything finished campaign=spring"], "stays spring"),
    ("own", ["everything finished"], nil), ("own", [], nil),
    ("own", ["everything finished", "everything finished campaign=spring"], nil),
    ("own", ["everything begun campaign=spring"], nil),
    ("campaign=spring", ["everything finished campaign=spring"], "twice spring"),
    (
      "campaign=spring", ["everything finished", "everything finished campaign=spring"],
      "twice spring"
    ),
    ("campaign=spring", ["everything finished campaign=fall"], nil),
    ("service", ["everything finished campaign=spring"], nil),
  ])
  func `It is said where a campaign was answered before`(
    task: String, kept: [String], expected: String?
  ) throws {
    let all = try kept.map(SampleStored.init).map(\.stored)
    let new = NewAssessment(try SampleStored.framework(), .everything)
    let parts = task.split(separator: "=").map(String.init)
    let meant: AssessmentTask =
      switch parts[0] {
      case "campaign": .campaign(try SampleAssessment.id(parts[1]), workshop: nil)
      case "service": .service
      default: .own
      }
    let found = AnsweredBefore(.new(new, response: UUID()), for: meant, among: all)
    let said: String? =
      switch found {
      case .stays(let campaign, _): "stays \(campaign)"
      case .twice(let campaign, _, wasShared: false): "twice \(campaign)"
      case .twice(_, _, wasShared: true): "shared"
      case nil: nil
      }
    #expect(said == expected)
    // What is gone on with is no new round.
    for stored in all {
      #expect(AnsweredBefore(.begun(stored), for: meant, among: all) == nil)
    }
  }
}
