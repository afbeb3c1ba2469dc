import Foundation
import Testing
import Waymark
import WaymarkBasics
import WaymarkStore
import WaymarkTestSupport

/// What people add to a response, in the store: kept beside the answer sheets and never counted as one.
struct ResponseAdditionStoreTests {
  private let sample = SampleResponses()

  private func addition(_ levels: [String: Int] = [:], did: [String] = []) throws
    -> ResponseAddition
  {
    let then = try levels.map { id, rank in
      (try SampleAssessment.id(id) as CompetencyID, try #require(Level(rank: rank)))
    }
    return ResponseAddition(
      lookingBack: levels.isEmpty
        ? nil : LookingBack(month: "2026-09", levels: Dictionary(uniqueKeysWithValues: then)),
      did: try did.map { try SampleAssessment.id($0) })
  }

  private func take(
    _ arrivals: [SheetArrival], into name: String, _ store: Store
  ) throws {
    try store.receive(into: try sample.campaign(name), documents: try sample.documents()) { put in
      for arrival in arrivals { try put(.response(arrival)) }
    }
  }

  /// The steps of everybody from `before` to `after`, in `talk.listen` and `talk.ask`.
  private func steps(_ store: Store) throws -> LinkedSteps {
    try store.pairedSteps(
      from: try sample.campaign("before").id, to: try sample.campaign("after").id,
      positions: [(0, 0), (1, 1)]
    ).first
  }

  private func gains(
    _ store: Store, attended: [ID<WorkshopOffer>: Set<String>] = [:]
  ) throws -> LearningGains {
    let framework = try SampleFramework.small()
    return try store.learningGains(
      from: try sample.campaign("before").id, to: try sample.campaign("after").id,
      frameworks: (framework, framework),
      catalogue: try SampleCatalogue.make([
        try SampleCatalogue.resource("film", [("talk.listen", 1, 2)])
      ]), attended: attended, minimumGroup: try MinimumGroup(people: 5))
  }

  @Test func `The shift is that of people who gave all three levels`() throws {
    let links = (0..<3).map { _ in UUID() }
    try withTemporaryFolder { folder in
      let store = try Store(path: folder + "/s.sqlite", for: .writing)
      try sample.take(
        try zip(links, ["32345", "22222", "4.444"]).enumerated().map {
          try sample.record("b\($0)", $1.1, link: $1.0)
        }, into: "before", store)
      try take(
        [
          SheetArrival(
            try sample.record("a0", "44445", link: links[0]),
            addition: try addition(["talk.listen": 1, "talk.ask": 2])),
          SheetArrival(
            try sample.record("a1", "33333", link: links[1]), addition: try addition(did: ["film"])),
          SheetArrival(
            try sample.record("a2", "55555", link: links[2]),
            addition: try addition(["talk.listen": 4, "talk.ask": 1])),
          // Nobody who agreed to be linked.
          SheetArrival(
            try sample.record("a3", "55555"), addition: try addition(["talk.listen": 1])),
        ], into: "after", store)
      let found = try steps(store)
      // By hand: talk.listen 3 1 4, 2 - 3, 4 4 5 (before, looking back, after); talk.ask 2 2 4,
      // 2 - 3, and of the third nothing before.
      #expect(found.people == 3)
      #expect(found.steps == [[1: 3], [2: 1, 1: 1]])
      #expect(found.sinceThen == [[3: 1, 1: 1], [2: 1]])
      #expect(found.shift == [[-2: 1, 0: 1], [0: 1]])
      // Four answer sheets came, and no more are counted.
      #expect(
        try store.counts(
          of: try sample.campaign("after").id, documents: try sample.documents()
        ).overall.respondents == 4)
    }
  }

  @Test func `A higher revision takes the place of what was added, a withdrawal takes all of it`()
    throws
  {
    let link = UUID()
    try withTemporaryFolder { folder in
      let store = try Store(path: folder + "/s.sqlite", for: .writing)
      try sample.take([try sample.record("b", "22222", link: link)], into: "before", store)
      var record = try sample.record("a", "33333", link: link)
      try take(
        [SheetArrival(record, addition: try addition(["talk.listen": 1], did: ["film"]))],
        into: "after", store)
      #expect(try steps(store).shift == [[-1: 1], [:]])
      #expect(try gains(store).rows.count == 1)
      record.revision = 2
      try take(
        [SheetArrival(record, addition: try addition(["talk.ask": 3]))], into: "after", store)
      #expect(try steps(store).shift == [[:], [1: 1]])
      #expect(try gains(store).rows.isEmpty)
      record.revision = 3
      try take([SheetArrival(record)], into: "after", store)
      #expect(try !steps(store).hasLookingBack)
      try take(
        [SheetArrival(record, addition: try addition(["talk.ask": 3], did: ["film"]))],
        into: "after", store)
      try store.receive(
        into: try sample.campaign("after"), documents: try sample.documents()
      ) { try $0(.withdrawal(Withdrawal(of: .response, "a", revision: 3))) }
      // The same response comes again, without anything: nothing of the past is there.
      record.revision = 4
      try take([SheetArrival(record)], into: "after", store)
      #expect(try !steps(store).hasLookingBack && gains(store).rows.isEmpty)
    }
  }

  // By hand: six did the film between the campaigns, one had done it before; of the six, three went
  // from 2 to 3, two from 2 to 4 and one from 3 to 3.
  @Test func `Gains are those of people who did it between the campaigns`() throws {
    let levels = [
      ("2", "3"), ("2", "3"), ("2", "3"), ("2", "4"), ("2", "4"), ("3", "3"), ("1", "5"),
    ]
    try withTemporaryFolder { folder in
      let store = try Store(path: folder + "/s.sqlite", for: .writing)
      let links = levels.map { _ in UUID() }
      try take(
        try levels.indices.map { person in
          SheetArrival(
            try sample.record("b\(person)", "\(levels[person].0)....", link: links[person]),
            addition: try addition(did: person == 6 ? ["film"] : []))
        }, into: "before", store)
      try take(
        try levels.indices.map { person in
          SheetArrival(
            try sample.record("a\(person)", "\(levels[person].1)....", link: links[person]),
            addition: try addition(did: ["film", "something-else"]))
        }, into: "after", store)
      let rows = try gains(store).rows
      #expect(rows.count == 1)
      let gain = try #require(rows.first?.gain.value)
      #expect(gain.change.people == 6 && gain.change.up == 5 && gain.change.same == 1)
      #expect(abs(gain.before - 13.0 / 6) < 1e-12 && abs(gain.after - 20.0 / 6) < 1e-12)
      #expect(abs(gain.change.mean - 7.0 / 6) < 1e-12)
    }
  }

  @Test func `A campaign that is not there is named`() throws {
    try withTemporaryFolder { folder in
      let store = try Store(path: folder + "/s.sqlite", for: .writing)
      try sample.take([try sample.record("b", "22222")], into: "before", store)
      #expect(StoreError.problem { _ = try gains(store) } == .unknown("after"))
    }
  }

  @Test func `The very short form is read back as what it is`() throws {
    try withTemporaryFolder { folder in
      let store = try Store(path: folder + "/s.sqlite", for: .writing)
      let xml = Array("<framework/>".utf8)
      for workshop in ["pairs", nil] {
        try store.begin(
          Assessment(
            id: UUID(), framework: try sample.campaign("c").framework, role: nil,
            started: try #require(CalendarDate("2026-11-23")),
            subject: try workshop.map { .workshop(try SampleAssessment.id($0)) } ?? .everything),
          response: UUID(), xml: xml)
      }
      let found = try store.assessments().map(\.assessment)
      #expect(found.map { $0.workshop?.description } == [nil, "pairs"])
      #expect(found.map(\.isWhole) == [true, false])
    }
  }
}
