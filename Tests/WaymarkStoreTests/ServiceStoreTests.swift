import Foundation
import Testing
import WaymarkBasics
import WaymarkTestSupport

@testable import Waymark
@testable import WaymarkStore

/// What a store keeps of what is said of services.
@Suite struct ServiceStoreTests {
  private let samples = SampleResponses()

  private func view(_ number: Int, _ revision: Int, level: Int) throws -> Store.CampaignChange {
    let answer = Answer.level(try #require(Level(rank: level)))
    return .service(
      ServiceView(
        id: try SampleMentoring.id(number), revision: revision, month: "2026-11",
        now: [try SampleAssessment.id("talk.ask"): answer],
        inFiveYears: [try SampleAssessment.id("plan.time"): .notPartOfMyWork]))
  }

  private func take(_ changes: [Store.CampaignChange], _ store: Store) throws {
    try store.receive(into: try samples.campaign("spring"), documents: try samples.documents()) {
      for change in changes { try $0(change) }
    }
  }

  @Test func `A higher revision takes the place of a lower one, and nobody counts as a respondent`()
    throws
  {
    try withTemporaryFolder { folder in
      let store = try Store(path: folder + "/s.sqlite", for: .writing)
      let (spring, framework) = (try #require(ID<Campaign>("spring")), try SampleFramework.small())
      try take([view(2, 1, level: 3), view(1, 1, level: 2), view(2, 4, level: 5)], store)
      let sheets = try store.serviceSheets(of: spring, framework: framework)
      #expect(sheets.map(\.now.description) == [".2...", ".5..."])
      #expect(sheets.map(\.inFiveYears.description) == ["...0.", "...0."])
      #expect(try store.campaigns().map(\.responses) == [0])
      #expect(try store.standings(in: spring).isEmpty)
      let second = try SampleMentoring.id(2).name
      try take([.withdrawal(Withdrawal(of: .service, second, revision: 5))], store)
      #expect(try store.serviceSheets(of: spring, framework: framework).count == 1)
      #expect(
        try store.standings(of: .service, in: spring) == [
          SampleMentoring.id(1).name: .init(revision: 1, isWithdrawn: false),
          second: .init(revision: 5, isWithdrawn: true),
        ])
      #expect(try store.standings(of: .mentoring, in: spring).isEmpty)
    }
  }

  @Test(arguments: ServiceMoment.allCases)
  func `An assessment of the service comes back as one, and is not the person's own`(
    moment: ServiceMoment
  ) throws {
    try withTemporaryFolder { folder in
      let store = try Store(path: folder + "/s.sqlite", for: .writing)
      let key = try samples.campaign("spring").framework
      let day = try #require(CalendarDate("2026-11-23"))
      try store.begin(
        Assessment(id: UUID(), framework: key, role: nil, started: day, subject: .service(moment)),
        response: UUID(), xml: Array("<framework/>".utf8))
      let kept = try #require(try store.assessments().first?.assessment)
      #expect(kept.service == moment && !kept.isOwn && !kept.isWhole)
    }
  }
}
