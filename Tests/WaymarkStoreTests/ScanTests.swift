import FoundationEssentials
import Synchronization
import Testing
import WaymarkStore
import WaymarkTestSupport

@testable import Waymark

/// Large campaigns are gone through in two halves at once.
@Suite struct ScanTests {
  private let sample = SampleResponses()

  /// As many people whose sheets differ from one to the next.
  private func people(_ count: Int) throws -> [CodedResponse] {
    let codes = Array("1234509-.".utf8)
    return try (0..<count).map { person in
      let sheet = (0..<5).map { codes[(person * (2 * $0 + 3) + $0) % codes.count] }
      return try sample.record("p\(person)", String(decoding: sheet, as: UTF8.self))
    }
  }

  @Test(arguments: [1, 2, 3, 400])
  func `Two halves are counted as the whole is, at any size`(size: Int) throws {
    try withTemporaryFolder { folder in
      let store = try Store(path: folder + "/s.sqlite", for: .writing)
      // Others before and after in the same table.
      try sample.take(try people(7), into: "before", store)
      try sample.take(try people(size), into: "spring", store)
      try sample.take(try people(5), into: "after", store)
      let campaign = try sample.campaign("spring")
      let documents = try sample.documents()
      let whole = try store.counts(of: campaign.id, documents: documents)
      let halves = try store.counts(of: campaign.id, documents: documents, halvedFrom: 1)
      #expect(whole.overall.respondents == size)
      #expect(halves == whole)
      var nobody = WillingnessTally(documents.background, groupings: [])
      let details = try store.details(of: campaign, documents: documents, willing: &nobody)
      #expect(details.people == size && nobody.isEmpty)
      #expect(
        try store.details(of: campaign, documents: documents, willing: &nobody, halvedFrom: 1)
          == details)
    }
  }

  @Test func `A campaign of nobody has no halves`() throws {
    try withTemporaryFolder { folder in
      let store = try Store(path: folder + "/s.sqlite", for: .writing)
      try sample.take([], into: "spring", store)
      let campaign = try sample.campaign("spring").id
      let counts = try store.counts(
        of: campaign, documents: try sample.documents(), halvedFrom: 1)
      #expect(counts.overall.respondents == 0)
    }
  }

  @Test func `Progress never passes the whole`() throws {
    try withTemporaryFolder { folder in
      let store = try Store(path: folder + "/s.sqlite", for: .writing)
      try sample.take(try people(70_000), into: "spring", store)
      for least in [1, 1_000_000] {
        let told = Mutex<[[Int]]>([])
        _ = try store.counts(
          of: try sample.campaign("spring").id, documents: try sample.documents(),
          halvedFrom: least
        ) { done, total in told.withLock { $0.append([done, total]) } }
        let pairs = told.withLock { $0 }
        #expect(pairs.allSatisfy { $0[0] <= $0[1] && $0[1] == 70_000 })
        // Two halves of 35,000 end before either has anything to tell.
        #expect(pairs.count == (least == 1 ? 0 : 1))
      }
    }
  }
}
