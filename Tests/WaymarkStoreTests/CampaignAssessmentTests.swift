import Foundation
import GRDB
import Testing
import WaymarkBasics
import WaymarkTestSupport

@testable import Waymark
@testable import WaymarkStore

/// What a store keeps of an assessment that answers an invitation.
@Suite struct CampaignAssessmentTests {
  private let xml = Array("<framework/>".utf8)
  private let questions = Array("<background/>".utf8)
  private let invitation = Array("<campaign/>".utf8)

  private func assessment() throws -> Assessment {
    Assessment(
      id: UUID(),
      framework: .init(
        id: try #require(FrameworkID("sample")), version: "1", sha256: SHA256.hex(of: xml)),
      role: nil, started: try day())
  }

  private func day() throws -> CalendarDate { try #require(CalendarDate("2026-11-23")) }

  private func stored() throws -> StoredInvitation {
    StoredInvitation(
      campaign: try #require(ID("spring")), xml: invitation,
      backgroundDocument: SHA256.hex(of: questions))
  }

  private func begin(_ assessment: Assessment, in store: Store) throws {
    let documents = CampaignDocuments(
      framework: try SampleFramework.small(), frameworkXML: xml,
      background: try SampleBackgroundQuestions.small(), backgroundXML: questions)
    try store.begin(
      assessment, response: UUID(), xml: xml, invitation: (try stored(), documents))
  }

  @Test func `The invitation, the ratings and the background answers come back as they were kept`()
    throws
  {
    try withTemporaryFolder { folder in
      let path = folder + "/s.sqlite"
      var assessment = try assessment()
      let (listen, ask) = (
        try #require(CompetencyID("talk.listen")), try #require(CompetencyID("talk.ask"))
      )
      let (state, ages, years) = (
        try #require(ID<BackgroundQuestions.Field>("state")),
        try #require(ID<BackgroundQuestions.Field>("ages")),
        try #require(ID<BackgroundQuestions.Field>("years"))
      )
      let (ohio, babies, adults) = (
        try #require(ID<BackgroundQuestions.Option>("OH")),
        try #require(ID<BackgroundQuestions.Option>("0-2")),
        try #require(ID<BackgroundQuestions.Option>("caregivers"))
      )
      do {
        let store = try Store(path: path, for: .writing)
        try begin(assessment, in: store)
        try store.keep(
          [
            .rating(listen, ImportanceRating(rank: 2)), .rating(ask, ImportanceRating(rank: 1)),
            .background(state, []), .background(years, []),
          ], of: assessment.id, on: try day())
        try store.keep(
          [
            .rating(listen, ImportanceRating(rank: 5)), .rating(ask, nil),
            .background(state, [ohio]), .background(ages, [babies, adults]),
          ], of: assessment.id, on: try day())
      }
      assessment.importance.ratings = [listen: try #require(ImportanceRating(rank: 5))]
      assessment.background = [state: [ohio], ages: [babies, adults], years: []]
      let store = try Store(path: path, for: .reading)
      let kept = try #require(try store.assessments().first)
      #expect(kept.assessment == assessment)
      #expect(kept.invitation == (try stored()))
      #expect(try store.backgroundXML(sha256: SHA256.hex(of: questions)) == questions)
    }
  }

  @Test(arguments: [
    "INSERT INTO importance_rating (assessment, competency, rank) VALUES (1, 'a', 3)",
    "INSERT INTO background_choice (assessment, field, options) VALUES (1, 'state', '[]')",
  ])
  func `The schema itself refuses changes to a finished assessment`(statement: String) throws {
    try withTemporaryFolder { folder in
      let store = try Store(path: folder + "/s.sqlite", for: .writing)
      let assessment = try assessment()
      try begin(assessment, in: store)
      try store.keep([.finished], of: assessment.id, on: try day())
      let error = #expect(throws: StoreError.self) {
        try store.write { db in try db.execute(sql: statement) }
      }
      #expect(error?.problem == .finished)
    }
  }

  @Test func `The form of an assessment is kept, and changes until the end`() throws {
    try withTemporaryFolder { folder in
      let store = try Store(path: folder + "/s.sqlite", for: .writing)
      let plain = try assessment()
      let core = Assessment(
        id: UUID(), framework: plain.framework, role: nil, started: plain.started, form: .core)
      try begin(core, in: store)
      #expect(try store.assessments().map(\.assessment.form) == [.core])
      try store.keep([.form(.full)], of: core.id, on: try day())
      #expect(try store.assessments().map(\.assessment.form) == [.full])
      try store.keep([.form(.core), .finished], of: core.id, on: try day())
      #expect(throws: StoreError.self) {
        try store.keep([.form(.full)], of: core.id, on: try day())
      }
      #expect(try store.assessments().map(\.assessment.form) == [.core])
    }
  }

  @Test(arguments: [Store.Access.reading, .writing])
  func `A store from before campaigns were answered is brought up to date`(access: Store.Access)
    throws
  {
    try withTemporaryFolder { folder in
      let path = folder + "/s.sqlite"
      let assessment = try assessment()
      do {
        let old = try Store(path: path, for: .writing, steps: Array(Schema.steps.prefix(2)))
        try old.write { db in
          try Store.keep(assessment.framework, xml: xml, in: db)
          try db.execute(
            sql: """
              INSERT INTO assessment (id, framework, role, started, changed, response)
              VALUES (?, ?, ?, ?, ?, ?)
              """,
            arguments: [
              assessment.id.uuidString, assessment.framework.sha256, assessment.role?.description,
              assessment.started.description, assessment.started.description, UUID().uuidString,
            ])
        }
      }
      let kept = try #require(try Store(path: path, for: access).assessments().first)
      #expect(kept.assessment == assessment)
      #expect(kept.invitation == nil)
    }
  }
}
