import FoundationEssentials
import Testing
import Waymark
import WaymarkStore
import WaymarkTestSupport

/// Releases in the ledger, and people who answered two campaigns.
@Suite struct ReleaseLedgerTests {
  private let xml = Array("<framework/>".utf8)
  private let questions = Array("<background/>".utf8)

  private func documents() throws -> CampaignDocuments {
    CampaignDocuments(
      framework: try SampleFramework.small(), frameworkXML: xml,
      background: try SampleBackgroundQuestions.small(), backgroundXML: questions)
  }

  private func campaign(_ name: String) throws -> Campaign {
    Campaign(
      id: try #require(ID(name)), title: name,
      framework: .init(
        id: try #require(FrameworkID("sample")), version: "1", sha256: SHA256.hex(of: xml)),
      backgroundDocument: SHA256.hex(of: questions))
  }

  private func record(_ respondent: String, _ sheet: String, link: UUID? = nil) throws
    -> SheetRecord
  {
    SheetRecord(
      respondent: respondent, revision: 1, link: link, month: nil, role: 0,
      sheet: Array(sheet.utf8), importance: Array("-----".utf8),
      background: BackgroundSheet([:], questions: try SampleBackgroundQuestions.small()).codes)
  }

  private func take(
    _ records: [SheetRecord], into name: String, _ store: Store
  ) throws {
    try store.receive(into: try campaign(name), documents: try documents()) { put in
      for record in records { try put(.response(record)) }
    }
  }

  private func publish(_ store: Store, since changes: Int) throws -> LedgerEntry {
    let (id, day) = (try campaign("spring").id, try #require(CalendarDate("2026-11-25")))
    return try store.publish(since: changes) {
      LedgerEntry(
        after: $0.last, campaign: id, day: day, content: "{}",
        sha256: { SHA256.hex(of: Array($0.utf8)) })
    }
  }

  private func problem(_ body: () throws -> Void) -> StoreError.Problem? {
    do {
      try body()
      return nil
    } catch {
      return (error as? StoreError)?.problem
    }
  }

  @Test func `A release is entered when nothing was written since it was counted`() throws {
    try withTemporaryFolder { folder in
      let store = try Store(path: folder + "/s.sqlite", for: .writing)
      try take([try record("a", "12345")], into: "spring", store)
      let before = try store.changes()
      try take([try record("b", "12345")], into: "autumn", store)
      #expect(problem { _ = try publish(store, since: before) } == .changedMeanwhile)
      #expect(try store.ledger().isEmpty)
      let first = try publish(store, since: try store.changes())
      let second = try publish(store, since: try store.changes())
      #expect(try store.ledger() == [first, second])
      #expect(second.number == 2 && second.previous == first.hash)
    }
  }

  @Test func `A campaign that was published takes nothing in, and others do`() throws {
    try withTemporaryFolder { folder in
      let store = try Store(path: folder + "/s.sqlite", for: .writing)
      try take([try record("a", "12345")], into: "spring", store)
      _ = try publish(store, since: try store.changes())
      #expect(
        problem { try take([try record("b", "12345")], into: "spring", store) }
          == .frozen("spring", since: "2026-11-25"))
      try take([try record("b", "12345")], into: "autumn", store)
      #expect(try store.campaigns().map(\.responses) == [1, 1])
    }
  }

  @Test func `People are paired by the link they agreed to, their last response each time`() throws
  {
    let (first, second, third) = (UUID(), UUID(), UUID())
    try withTemporaryFolder { folder in
      let store = try Store(path: folder + "/s.sqlite", for: .writing)
      try take(
        [
          try record("a", "12345", link: first), try record("b", "11111", link: second),
          try record("c", "22222"), try record("d", "33333", link: third),
          // The second person answered twice; only the later response counts.
          try record("e", "1111-", link: second),
        ], into: "before", store)
      try take(
        [
          try record("f", "22344", link: first), try record("g", "5555.", link: second),
          try record("h", "44444"),
        ], into: "after", store)
      let found = try store.pairedSteps(
        from: try campaign("before").id, to: try campaign("after").id,
        positions: (0..<5).map { ($0, $0) })
      // By hand: 1 to 2 and 1 to 5; 2 to 2 and 1 to 5; the last pair of the second person has no level.
      #expect(found.people == 2)
      #expect(found.steps == [[1: 1, 4: 1], [0: 1, 4: 1], [0: 1, 4: 1], [0: 1, 4: 1], [-1: 1]])
    }
  }
}
