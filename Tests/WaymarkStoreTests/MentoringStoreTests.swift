import Foundation
import GRDB
import Testing
import WaymarkBasics
import WaymarkTestSupport

@testable import Waymark
@testable import WaymarkStore

/// What a store keeps of mentoring, a person's own and a campaign's.
@Suite struct MentoringStoreTests {
  private let samples = SampleResponses()

  private func withStore(_ body: (Store) throws -> Void) throws {
    try withTemporaryFolder { folder in
      try body(try Store(path: folder + "/s.sqlite", for: .writing))
    }
  }

  private func take(_ changes: [Store.CampaignChange], _ store: Store, into name: String = "spring")
    throws
  {
    try store.receive(into: try samples.campaign(name), documents: try samples.documents()) {
      for change in changes { try $0(change) }
    }
  }

  private func standings(_ store: Store) throws -> ImportDecisions.Standings {
    try store.standings(of: .mentoring, in: try spring())
  }

  private func spring() throws -> ID<Campaign> { try #require(ID("spring")) }

  @Test func `Cards come back as they were taken in, by id`() throws {
    try withStore { store in
      let cards = try [
        SampleMentoring.card(
          2, teaches: ["talk.ask", "plan.time"], seeks: ["plan.money"], speaks: ["es-MX", "en"],
          region: "OH", mentees: 3, contact: "'; DROP TABLE mentoring; -- Ana"),
        SampleMentoring.card(1, seeks: ["talk.ask"], revision: 7),
      ]
      try take(cards.map { .mentoring($0) }, store)
      #expect(try store.mentoringCards(of: try spring()) == [cards[1], cards[0]])
      #expect(
        try standings(store) == [
          cards[0].name: .init(revision: 1, isWithdrawn: false),
          cards[1].name: .init(revision: 7, isWithdrawn: false),
        ])
      try take([], store, into: "fall")
      #expect(try store.mentoringCards(of: try #require(ID("fall"))).isEmpty)
      #expect(try store.mentoringCards(of: try #require(ID("none"))).isEmpty)
    }
  }

  @Test func `A card comes back with what it is for`() throws {
    try withStore { store in
      let cards = try [
        SampleMentoring.card(1, teaches: ["talk.ask"], for: [.mentoring]),
        SampleMentoring.card(2, teaches: ["talk.ask"], for: [.training]),
        SampleMentoring.card(3, teaches: ["talk.ask"], for: [.mentoring, .training]),
      ]
      try take(cards.map { .mentoring($0) }, store)
      let kept = try store.mentoringCards(of: try spring())
      #expect(kept == cards)
      #expect(kept.map(\.purposes) == [[.mentoring], [.training], [.mentoring, .training]])
    }
  }

  @Test func `A later revision takes the place of an earlier one, a withdrawal of all`() throws {
    try withStore { store in
      let card = { (revision: Int) in
        try SampleMentoring.card(
          1, teaches: ["talk.ask"], contact: "Revision \(revision)", revision: revision)
      }
      try take([.mentoring(try card(1)), .mentoring(try card(2))], store)
      #expect(try store.mentoringCards(of: try spring()).map(\.revision) == [2])
      let id = try SampleMentoring.id(1).name
      try take([.withdrawal(Withdrawal(of: .mentoring, id, revision: 3))], store)
      #expect(try store.mentoringCards(of: try spring()).isEmpty)
      #expect(
        try standings(store) == [id: .init(revision: 3, isWithdrawn: true)])
      try take([.mentoring(try card(4))], store)
      #expect(
        try standings(store) == [id: .init(revision: 4, isWithdrawn: false)])
    }
  }

  @Test func `What a campaign holds goes with it`() throws {
    try withStore { store in
      try take(
        [
          .mentoring(try SampleMentoring.card(1, seeks: ["talk.ask"])),
          .withdrawal(Withdrawal(of: .mentoring, try SampleMentoring.id(2).name, revision: 1)),
        ], store)
      try store.write { db in try db.execute(sql: "DELETE FROM campaign") }
      let left = try store.read { db in
        try Int.fetchOne(
          db,
          sql: """
            SELECT (SELECT count(*) FROM mentoring) + (SELECT count(*) FROM mentoring_withdrawal)
            """)
      }
      #expect(left == 0)
    }
  }

  @Test func `Sharing raises both revisions, or neither when the files cannot be written`() throws {
    struct Full: Error {}
    try withStore { store in
      let xml = Array("<framework/>".utf8)
      let assessment = Assessment(
        id: UUID(),
        framework: .init(
          id: try #require(FrameworkID("sample")), version: "1", sha256: SHA256.hex(of: xml)),
        role: nil, started: try #require(CalendarDate("2026-11-23")))
      try store.begin(assessment, response: UUID(), xml: xml)
      let id = try SampleMentoring.id(5)
      #expect(try store.mentoringCard(of: assessment.id) == nil)
      #expect(throws: Full.self) {
        try store.share(assessment.id, answers: 1, card: (id, 1), on: assessment.started) {
          throw Full()
        }
      }
      #expect(try store.sharings().isEmpty)
      #expect(try store.mentoringCard(of: assessment.id) == nil)
      #expect(try store.assessments().first?.revision == 0)
      try store.share(assessment.id, answers: 1, card: (id, 1), on: assessment.started) {}
      try store.share(assessment.id, answers: 2, on: assessment.started) {}
      let kept = try store.mentoringCard(of: assessment.id)
      #expect(kept?.id == id && kept?.revision == 1)
      #expect(try store.assessments().first?.revision == 2)
      try store.share(assessment.id, answers: nil, card: (id, 2), on: assessment.started) {}
      #expect(try store.mentoringCard(of: assessment.id)?.revision == 2)
      #expect(throws: StoreError.self) {
        try store.share(UUID(), answers: 1, on: assessment.started) {}
      }
    }
  }

  @Test func `A damaged card is an error and never a wrong one`() throws {
    try withStore { store in
      try take([.mentoring(try SampleMentoring.card(1, seeks: ["talk.ask"]))], store)
      try store.write { db in try db.execute(sql: "UPDATE mentoring SET contact = char(27)") }
      #expect(throws: StoreError.self) {
        try store.mentoringCards(of: try spring())
      }
    }
  }
}
