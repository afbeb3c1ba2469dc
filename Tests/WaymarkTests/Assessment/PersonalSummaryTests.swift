import Testing
import WaymarkBasics
import WaymarkTestSupport

@testable import Waymark

/// What there is to do with what a store holds, the one begun last first.
struct PersonalSummaryTests {
  private typealias Act = PersonalSummary.Act

  @Test(arguments: [
    // Nothing yet.
    ([], "begin", "begin beginCore settings"),
    // What waits comes first, and notes can be written.
    (["everything begun"], "everything", "everything notes settings"),
    (["everything finished"], "results", "results path log notes share newRound settings"),
    // A year later: the results of before are there while the new round waits.
    (
      ["everything begun", "everything finished"], "everything",
      "everything results path log notes share drop settings"
    ),
    (
      ["everything finished", "everything finished old"], "results",
      "results changes path log notes share newRound settings"
    ),
    // What was begun before one that is finished is left behind.
    (
      ["everything finished", "everything begun"], "results",
      "results path log notes share newRound settings"
    ),
    // A short form has results, and no path of its own.
    (["workshop=a finished"], "results", "begin beginCore results notes share settings"),
    (["workshop=a begun"], "workshop=a", "workshop=a begin beginCore notes settings"),
    (
      ["workshop=a begun", "workshop=b begun"], "workshop=a",
      "workshop=a workshop=b begin beginCore notes settings"
    ),
    // What rates something else waits too, and is no result.
    (["service=now begun"], "begin", "service begin beginCore notes settings"),
    (
      ["back=2026-09-01 begun", "everything finished"], "results",
      "back=2026-09-01 results path log notes share newRound settings"
    ),
    // What was answered for a campaign waits to be shared.
    (
      ["everything finished campaign=spring"], "share",
      "results path log notes share newRound settings"
    ),
  ])
  func `There is to do`(kept: [String], next: String, acts: String) throws {
    let summary = PersonalSummary(of: try kept.map { try SampleStored($0).stored })
    #expect(name(summary.next) == next)
    #expect(summary.acts.map(name).joined(separator: " ") == acts)
  }

  @Test func `What others have something of is not dropped, nor what is finished`() throws {
    var kept = try SampleStored("everything begun")
    #expect(PersonalSummary(of: [kept.stored]).droppable == kept.stored)
    kept.revision = 1
    #expect(PersonalSummary(of: [kept.stored]).droppable == nil)
    for other in ["everything finished", "workshop=a begun", "service=now begun"] {
      #expect(PersonalSummary(of: [try SampleStored(other).stored]).droppable == nil)
    }
  }

  @Test func `What was shared of a campaign's answers waits no more`() throws {
    var kept = try SampleStored("everything finished campaign=spring")
    kept.revision = 1
    let summary = PersonalSummary(of: [kept.stored])
    #expect(summary.next == .results)
    #expect(summary.acts.contains(.withdraw))
  }

  private func name(_ act: Act) -> String {
    switch act {
    case .goOn(.everything): "everything"
    case .goOn(.workshop(let workshop)): "workshop=\(workshop)"
    case .goOn(.lookingBack(let day, workshop: _)): "back=\(day)"
    case .goOn(.service): "service"
    default: "\(act)"
    }
  }
}
