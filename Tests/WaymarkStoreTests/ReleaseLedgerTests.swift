import FoundationEssentials
import Testing
import Waymark
import WaymarkBasics
import WaymarkStore
import WaymarkTestSupport

/// Releases in the ledger, and people who answered two campaigns.
@Suite struct ReleaseLedgerTests {
  private let sample = SampleResponses()

  private func publish(_ store: Store, since changes: Int) throws -> LedgerEntry {
    let (id, day) = (try sample.campaign("spring").id, try #require(CalendarDate("2026-11-25")))
    let entry = LedgerEntry(
      after: try store.ledger().last, campaign: id, day: day, content: "{}",
      sha256: { SHA256.hex(of: Array($0.utf8)) })
    try store.publish(entry, since: changes)
    return entry
  }

  @Test func `A release is entered when nothing was written since it was counted`() throws {
    try withTemporaryFolder { folder in
      let store = try Store(path: folder + "/s.sqlite", for: .writing)
      try sample.take([try sample.record("a", "12345")], into: "spring", store)
      let before = try store.changes()
      try sample.take([try sample.record("b", "12345")], into: "autumn", store)
      #expect(StoreError.problem { _ = try publish(store, since: before) } == .changedMeanwhile)
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
      try sample.take([try sample.record("a", "12345")], into: "spring", store)
      _ = try publish(store, since: try store.changes())
      #expect(
        StoreError.problem {
          try sample.take([try sample.record("b", "12345")], into: "spring", store)
        }
          == .frozen("spring", since: "2026-11-25"))
      try sample.take([try sample.record("b", "12345")], into: "autumn", store)
      #expect(try store.campaigns().map(\.responses) == [1, 1])
    }
  }

  @Test func `An export is entered with its rows, and freezes nothing`() throws {
    try withTemporaryFolder { folder in
      let store = try Store(path: folder + "/s.sqlite", for: .writing)
      try sample.take([try sample.record("a", "12345")], into: "spring", store)
      let rows = ExportedRows(classes: [
        .init(about: Array("--".utf8), sheets: [0, 1, 1]),
        .init(about: Array("0-".utf8), sheets: [258, .max]),
      ])
      let campaign = try sample.campaign("spring")
      let record = ExportRecord(of: campaign, rows, minimum: .standard, sha256: SHA256.hex)
      let day = try #require(CalendarDate("2026-11-25"))
      let entry = LedgerEntry(
        after: nil, campaign: campaign.id, day: day, content: try record.text(),
        sha256: { SHA256.hex(of: Array($0.utf8)) })
      try store.publish(entry, exported: rows, since: try store.changes())
      #expect(try store.exportedRows(of: entry.number) == rows)
      #expect(try LedgerRecord(entry.content) == .export(record))
      #expect(try store.exportedRows(of: 2).classes.isEmpty)
      try sample.take([try sample.record("b", "12345")], into: "spring", store)
      #expect(try store.campaigns().map(\.responses) == [2])
    }
  }

  // What people take back is taken back at any time; what was published of it stands.
  @Test func `A closed campaign takes back and no more, and so does a published one`()
    throws
  {
    try withTemporaryFolder { folder in
      let store = try Store(path: folder + "/s.sqlite", for: .writing)
      func take(_ change: Store.CampaignChange) -> StoreError.Problem? {
        StoreError.problem {
          try store.receive(into: try sample.campaign("spring"), documents: try sample.documents())
          {
            try $0(change)
          }
        }
      }
      try sample.take(
        [try sample.record("a", "12345"), try sample.record("c", "12345")], into: "spring", store)
      let cards = try (1...3).map { try SampleMentoring.card($0, seeks: ["talk.ask"]) }
      #expect(take(.mentoring(cards[0])) == nil && take(.mentoring(cards[1])) == nil)
      let day = try #require(CalendarDate("2026-11-24"))
      try store.close(try #require(ID("spring")), on: day)
      let late = SheetArrival(try sample.record("b", "12345"))
      let service = UUID().name
      #expect(take(.response(late)) == .closed("spring", on: day))
      #expect(take(.withdrawal(Withdrawal(of: .response, "c", revision: 9))) == nil)
      #expect(take(.withdrawal(Withdrawal(of: .service, service, revision: 1))) == nil)
      #expect(try store.campaigns().map(\.responses) == [1])
      #expect(
        take(.withdrawal(Withdrawal(of: .mentoring, cards[0].name, revision: 2))) == nil)

      _ = try publish(store, since: try store.changes())
      let frozen = StoreError.Problem.frozen("spring", since: "2026-11-25")
      #expect(take(.response(late)) == frozen)
      #expect(take(.withdrawal(Withdrawal(of: .response, "a", revision: 9))) == nil)
      #expect(take(.withdrawal(Withdrawal(of: .service, service, revision: 2))) == nil)
      #expect(try store.campaigns().map(\.responses) == [0])
      #expect(take(.mentoring(cards[2])) == nil)
      #expect(
        take(.withdrawal(Withdrawal(of: .mentoring, cards[1].name, revision: 2))) == nil)
      let left = try store.mentoringCards(of: try #require(ID("spring")))
      #expect(left == [cards[2]])
    }
  }

  @Test func `People are paired by the link they agreed to, their last response each time`() throws
  {
    let (first, second, third) = (UUID(), UUID(), UUID())
    try withTemporaryFolder { folder in
      let store = try Store(path: folder + "/s.sqlite", for: .writing)
      try sample.take(
        [
          try sample.record("a", "12345", link: first),
          try sample.record("b", "11111", link: second),
          try sample.record("c", "22222"), try sample.record("d", "33333", link: third),
          // The second person answered twice; only the later response counts.
          try sample.record("e", "1111-", link: second),
        ], into: "before", store)
      try sample.take(
        [
          try sample.record("f", "22344", link: first),
          try sample.record("g", "5555.", link: second),
          try sample.record("h", "44444"),
        ], into: "after", store)
      let found = try store.pairedSteps(
        from: try sample.campaign("before").id, to: try sample.campaign("after").id,
        positions: (0..<5).map { ($0, $0) })
      let parted = try store.pairedSteps(
        from: try sample.campaign("before").id, to: try sample.campaign("after").id,
        positions: [(0, 0)]
      ) { $0 == "g" }
      #expect(parted.first.people == 1 && parted.first.steps == [[4: 1]])
      #expect(parted.others.people == 1 && parted.others.steps == [[1: 1]])
      // By hand: 1 to 2 and 1 to 5; 2 to 2 and 1 to 5; the last pair of the second person has no level.
      #expect(found.first.people == 2 && found.others.people == 0)
      #expect(
        found.first.steps == [[1: 1, 4: 1], [0: 1, 4: 1], [0: 1, 4: 1], [0: 1, 4: 1], [-1: 1]])
    }
  }
}
