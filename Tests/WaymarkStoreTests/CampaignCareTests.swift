import FoundationEssentials
import Testing
import Waymark
import WaymarkBasics
import WaymarkStore
import WaymarkTestSupport

/// Campaigns that are changed, renamed, undone and removed.
@Suite struct CampaignCareTests {
  private let sample = SampleResponses()

  private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

  private func id(_ name: String) throws -> ID<Campaign> { try #require(ID(name)) }

  private func take(
    _ changes: [Store.CampaignChange], into name: String, on day: String? = nil, _ store: Store
  ) throws {
    try store.receive(
      into: try sample.campaign(name), documents: try sample.documents(),
      on: try day.map(self.day)
    ) { put in for change in changes { try put(change) } }
  }

  private func response(
    _ respondent: String, _ sheet: String, _ addition: ResponseAddition = .none
  ) throws -> Store.CampaignChange {
    .response(SheetArrival(try sample.record(respondent, sheet), addition: addition))
  }

  // One who answered late does not make the others late.
  @Test func `The month in the middle is that of most answers`() throws {
    try withTemporaryFolder { folder in
      let store = try Store(path: folder + "/s.sqlite", for: .writing)
      let months = ["2026-08", "2026-12", "2026-08", nil, "2026-09"]
      let changes = try months.enumerated().map { place, month -> Store.CampaignChange in
        var record = try sample.record("r\(place)", "12345")
        record.month = month
        return .response(SheetArrival(record, addition: .none))
      }
      try take(changes, into: "spring", store)
      let found = try #require(try store.months(of: try id("spring")))
      #expect(found.all == "2026-08"..."2026-12" && found.middle == "2026-09")
      #expect(try store.months(of: try id("fall")) == nil)
    }
  }

  /// The answers of everybody, by the ids of their responses.
  private func sheets(_ name: String, _ store: Store) throws -> [String: String] {
    var sheets: [String: String] = [:]
    try store.records(of: try id(name)) {
      sheets[$0.respondent] = String(decoding: $0.sheet, as: UTF8.self)
    }
    return sheets
  }

  private func publish(_ store: Store) throws {
    let entry = LedgerEntry(
      after: nil, campaign: try id("spring"), day: try day("2026-11-25"), content: "{}",
      sha256: { SHA256.hex(of: Array($0.utf8)) })
    try store.publish(entry, since: try store.changes())
  }

  @Test func `What may change of a campaign is there when it is read again`() throws {
    try withTemporaryFolder { folder in
      let store = try Store(path: folder + "/s.sqlite", for: .writing)
      try store.begin(try sample.campaign("spring"), documents: try sample.documents())
      var campaign = try #require(try store.campaign(try id("spring")))
      #expect(campaign.keepUntil == nil)
      campaign.title = "Spring 2027"
      campaign.opens = try day("2027-01-01")
      campaign.closes = try day("2027-05-31")
      campaign.menu = [["role"], ["role", "state"]]
      campaign.invited = [.init(grouping: "*", group: "*", people: 40)]
      campaign.keepUntil = try day("2029-12-31")
      try store.change(campaign)
      #expect(try store.campaign(try id("spring")) == campaign)
      campaign.invited = []
      campaign.keepUntil = nil
      try store.change(campaign)
      #expect(try store.campaign(try id("spring")) == campaign)
    }
  }

  @Test func `Once something was published nothing of it changes but how long it is kept`() throws {
    try withTemporaryFolder { folder in
      let store = try Store(path: folder + "/s.sqlite", for: .writing)
      try take([try response("a", "12345")], into: "spring", store)
      try publish(store)
      #expect(try store.publications() == [try id("spring"): try day("2026-11-25")])
      var campaign = try #require(try store.campaign(try id("spring")))
      campaign.keepUntil = try day("2029-12-31")
      try store.change(campaign)
      let other: [(inout Campaign) throws -> Void] = [
        { $0.menu = [["role"]] }, { $0.title = "Fall" }, { $0.closes = try self.day("2027-05-31") },
        { $0.invited = [.init(grouping: "*", group: "*", people: 40)] },
      ]
      for change in other {
        var changed = campaign
        try change(&changed)
        #expect(
          StoreError.problem { try store.change(changed) }
            == .staysAsPublished("spring", since: try day("2026-11-25")))
      }
      #expect(
        StoreError.problem { _ = try store.undoImport(into: try id("spring")) }
          == .frozen("spring", since: "2026-11-25"))
      #expect(
        StoreError.problem { try store.give(try id("spring"), name: try id("fall")) }
          == .inLedger("spring"))
      // Its name stays in the ledger, so that no other campaign takes its place.
      try store.delete(try id("spring"))
      #expect(try store.campaigns().isEmpty && store.ledger().count == 1)
      #expect(
        StoreError.problem {
          try store.begin(try sample.campaign("Spring"), documents: try sample.documents())
        } == .inLedger("Spring"))
    }
  }

  @Test func `A campaign has its new name, and cohorts follow it`() throws {
    try withTemporaryFolder { folder in
      let store = try Store(path: folder + "/s.sqlite", for: .writing)
      try take([try response("a", "12345")], into: "spring", store)
      try take([try response("a", "12345")], into: "other", store)
      let cohort = Cohort(
        id: try #require(ID("rural")), campaigns: [try id("other"), try id("spring")])
      try store.keep(cohort)
      #expect(
        StoreError.problem { try store.give(try id("spring"), name: try id("OTHER")) }
          == .campaignExists("OTHER"))
      try store.give(try id("spring"), name: try id("fall"))
      #expect(try store.campaign(try id("spring")) == nil)
      #expect(try sheets("fall", store) == ["a": "12345"])
      #expect(try store.cohorts().first?.campaigns == [try id("other"), try id("fall")])
      try store.give(cohort.id, name: try #require(ID("town")))
      #expect(try store.cohorts().map(\.id.description) == ["town"])
      try store.delete(try #require(ID("town")) as ID<Cohort>)
      #expect(try store.cohorts().isEmpty)
    }
  }

  @Test func `A removed campaign leaves nothing of its people, and others stay`() throws {
    try withTemporaryFolder { folder in
      let store = try Store(path: folder + "/s.sqlite", for: .writing)
      try take([try response("secret-a", "12345")], into: "spring", store)
      try take([try response("b", "12345")], into: "other", store)
      try store.delete(try id("spring"))
      #expect(try store.campaigns().map(\.campaign.id.description) == ["other"])
      #expect(try store.faults().isEmpty)
      let bytes = try Data(contentsOf: URL(filePath: folder + "/s.sqlite"))
      #expect(bytes.firstRange(of: Data("secret-a".utf8)) == nil)
      #expect(
        StoreError.problem { try store.delete(try id("spring")) } == .unknown("spring"))
    }
  }

  @Test func `The last import is undone: what it brought is out, what it replaced is back`() throws
  {
    let did = ResponseAddition(
      lookingBack: nil, did: [try SampleAssessment.id("film")])
    try withTemporaryFolder { folder in
      let store = try Store(path: folder + "/s.sqlite", for: .writing)
      try take(
        [
          try response("a", "11111", did), try response("b", "22222"), try response("c", "33333"),
        ], into: "spring", on: "2026-11-01", store)
      let card = try SampleMentoring.card(1, seeks: ["talk.ask"])
      try take(
        [
          try response("a", "55555"), try response("d", "44444"), try response("c", "44444"),
          .mentoring(card),
        ], into: "spring", on: "2026-11-02", store)
      // Whoever takes answers back stays out, whatever is undone.
      try take(
        [.withdrawal(Withdrawal(of: .response, "c", revision: 9))], into: "spring", store)
      let expected = try store.importToUndo(into: try id("spring"))
      let undone = try #require(try store.undoImport(into: try id("spring")))
      #expect(expected == undone)
      #expect(undone.day == (try day("2026-11-02")))
      #expect(undone.removed == 1 && undone.restored == 1 && undone.cards == 1)
      #expect(try sheets("spring", store) == ["a": "11111", "b": "22222"])
      #expect(try store.mentoringCards(of: try id("spring")).isEmpty)
      #expect(try store.faults().isEmpty)
      // Only the last one, and only once.
      #expect(try store.undoImport(into: try id("spring")) == nil)
      #expect(
        StoreError.problem { _ = try store.undoImport(into: try id("fall")) } == .unknown("fall"))
    }
  }

  @Test func `An import that brings nothing new leaves the one before to be undone`() throws {
    try withTemporaryFolder { folder in
      let store = try Store(path: folder + "/s.sqlite", for: .writing)
      try take([.madeUp, try response("a", "11111")], into: "spring", store)
      try take([], into: "spring", store)
      #expect(try store.undoImport(into: try id("spring"))?.removed == 1)
      // Real people may come now.
      #expect(try store.campaign(try id("spring"))?.isMadeUp == false)
    }
  }

  @Test func `Answers after the last day are told apart`() throws {
    try withTemporaryFolder { folder in
      let store = try Store(path: folder + "/s.sqlite", for: .writing)
      try store.begin(try sample.campaign("spring"), documents: try sample.documents())
      var campaign = try #require(try store.campaign(try id("spring")))
      campaign.closes = try day("2026-12-31")
      try store.change(campaign)
      try take(
        [try response("a", "11111"), try response("b", "11111")], into: "spring",
        on: "2026-12-31", store)
      #expect(try store.lateResponses(in: try id("spring")) == 0)
      try take(
        [try response("c", "11111"), try response("b", "22222")], into: "spring",
        on: "2027-01-01", store)
      #expect(try store.lateResponses(in: try id("spring")) == 2)
      _ = try store.undoImport(into: try id("spring"))
      #expect(try store.lateResponses(in: try id("spring")) == 0)
    }
  }

  @Test func `An event of a plan has a higher number once it is said otherwise`() throws {
    try withTemporaryFolder { folder in
      let store = try Store(path: folder + "/s.sqlite", for: .writing)
      let today = try day("2026-11-25")
      let first = today.daysSince1970
      func said(_ text: String) throws -> Int? {
        try store.sequences(ofPlanned: ["a": text], on: today)["a"]
      }
      #expect(try said("14 January") == first)
      #expect(try said("14 January") == first)
      #expect(try said("21 January") == first + 1)
      #expect(try said("21 January") == first + 1)
      #expect(try said("14 January") == first + 2)
    }
  }
}
