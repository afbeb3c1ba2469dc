import Foundation
import Testing
import WaymarkBasics
import WaymarkTestSupport

@testable import Waymark

/// What was shared, and which of it is taken back where none is named.
struct SharedHistoryTests {
  private func kept(_ revisions: [Int]) throws -> [StoredAssessment] {
    try revisions.map { revision in
      var sample = try SampleStored("everything finished")
      sample.revision = revision
      return sample.stored
    }
  }

  private func sharing(
    _ stored: StoredAssessment, _ kind: SharedFile.Kind, _ revision: Int, takesBack: Bool = false
  ) throws -> Sharing {
    Sharing(
      assessment: stored.assessment.id, kind: kind, revision: revision,
      day: try #require(CalendarDate("2026-12-0\(revision)")), takesBack: takesBack)
  }

  @Test func `After a second assessment the first, which was shared, is taken back`() throws {
    let all = try kept([0, 1])
    let history = SharedHistory(all, offers: [], [try sharing(all[1], .response, 1)])
    guard case .one(let item) = history.toTakeBack(.response) else {
      Issue.record("\(history.toTakeBack(.response))")
      return
    }
    #expect(item.stored == all[1])
    #expect(item.state == .shared(CalendarDate("2026-12-01")))
    #expect(history.toTakeBack(.mentoring) == .nothing)
  }

  @Test func `Of several the one has to be said, but those that were taken back do not count`()
    throws
  {
    let all = try kept([1, 1, 2])
    let back = try sharing(all[2], .response, 2, takesBack: true)
    let history = SharedHistory(all, offers: [], [back])
    guard case .several(let items) = history.toTakeBack(.response) else {
      Issue.record("\(history.toTakeBack(.response))")
      return
    }
    #expect(items.map(\.stored) == [all[0], all[1]])
    #expect(items.map(\.state) == [.shared(nil), .shared(nil)])
    #expect(history.items.last?.state == .takenBack(back.day))
  }

  @Test func `What was taken back can be taken back again where there is nothing else`() throws {
    let all = try kept([2])
    let history = SharedHistory(
      all, offers: [], [try sharing(all[0], .response, 2, takesBack: true)])
    #expect(history.toTakeBack(.response) == .one(history.items[0]))
  }

  @Test func `An offer is shared apart from the answers beside it`() throws {
    let all = try kept([0])
    let history = SharedHistory(
      all, offers: [all[0].assessment.id], [try sharing(all[0], .mentoring, 1)])
    #expect(history.items.map(\.kind) == [.mentoring])
    #expect(history.toTakeBack(.response) == .nothing)
  }

  @Test(
    arguments: [
      (["everything begun", "everything finished"], 0),
      (["everything finished", "everything begun"], nil), (["everything begun"], nil),
      (["workshop=a begun", "everything finished"], nil),
      (["service=now begun", "everything finished"], nil),
      (["everything begun", "everything begun", "everything finished"], 0),
    ] as [([String], Int?)])
  func `A newer assessment of the same kind that waits to be finished is known`(
    kept: [String], newer: Int?
  ) throws {
    let all = try kept.map(SampleStored.init).map(\.stored)
    let choice = try #require(try ResultChoice(nil, among: all))
    #expect(choice.newer == newer.map { all[$0] })
    let named = choice.stored.assessment.id.uuidString
    #expect(try ResultChoice(named, among: all)?.newer == nil)
  }
}
