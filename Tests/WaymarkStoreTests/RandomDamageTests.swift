import Foundation
import GRDB
import Testing
import Waymark
import WaymarkTestSupport

@testable import WaymarkStore

/// Two hundred stores that something happened to, each told by its seed.
///
/// Whatever is read of one is what was written, or an error: never something else.
@Suite struct RandomDamageTests {
  private enum Fault: CaseIterable {
    case oneByte, someBytes, pageOfZeros, pageOfNoise, exchangedPages, doubledPage, cutOff

    /// - Parameter aim: pages that it happens to half of the time, and there mostly at their beginning,
    ///   where a page says what is on it.
    func happen(to bytes: inout [UInt8], _ random: inout SampleRandom, aim: [Int] = []) {
      let pages = bytes.count / 4096
      func isAimed(_ random: inout SampleRandom) -> Bool {
        !aim.isEmpty && Bool.random(using: &random)
      }
      func page(_ random: inout SampleRandom) -> Range<Int> {
        let page =
          isAimed(&random)
          ? aim[Int.random(in: aim.indices, using: &random)]
          : Int.random(in: 0..<pages, using: &random)
        return page * 4096..<(page + 1) * 4096
      }
      func change(_ bytes: inout [UInt8], _ random: inout SampleRandom) {
        let place =
          isAimed(&random)
          ? aim[Int.random(in: aim.indices, using: &random)] * 4096
            + Int.random(in: 0..<(Bool.random(using: &random) ? 128 : 4096), using: &random)
          : Int.random(in: bytes.indices, using: &random)
        bytes[place] ^= UInt8.random(in: 1...255, using: &random)
      }
      switch self {
      case .oneByte: change(&bytes, &random)
      case .someBytes:
        for _ in 0..<Int.random(in: 2...40, using: &random) { change(&bytes, &random) }
      case .pageOfZeros:
        bytes.replaceSubrange(page(&random), with: repeatElement(0, count: 4096))
      case .pageOfNoise:
        for place in page(&random) { bytes[place] = UInt8.random(in: 0...255, using: &random) }
      case .exchangedPages:
        let (one, other) = (page(&random), page(&random))
        let first = Array(bytes[one])
        bytes.replaceSubrange(one, with: bytes[other])
        bytes.replaceSubrange(other, with: first)
      case .doubledPage:
        let (one, other) = (page(&random), page(&random))
        bytes.replaceSubrange(one, with: bytes[other])
      case .cutOff: bytes.removeLast(Int.random(in: 1..<bytes.count, using: &random))
      }
    }
  }

  /// What is read of a store after the fault of each seed: as it was, an error, or something else.
  private func read(
    _ bytes: [UInt8], seeds: ClosedRange<UInt64>, at folder: String
  ) throws -> (same: Int, refused: Int, other: [String]) {
    let path = folder + "/damaged.sqlite"
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    let sound = try StoreContents(of: path)
    var (same, refused, other) = (0, 0, [String]())
    for seed in seeds {
      var random = SampleRandom(seed: seed)
      let fault = Fault.allCases[Int(seed) % Fault.allCases.count]
      var changed = bytes
      fault.happen(to: &changed, &random)
      try Data(changed).write(to: URL(fileURLWithPath: path))
      do {
        if try StoreContents(of: path) == sound {
          same += 1
        } else {
          other.append("\(seed): other contents after \(fault)")
        }
      } catch let error as StoreError {
        switch error.problem {
        case .damaged, .foreign, .newer: refused += 1
        default: other.append("\(seed): \(error.problem) after \(fault)")
        }
      }
      let isUntouched = try Data(contentsOf: URL(fileURLWithPath: path)) == Data(changed)
      if !isUntouched { other.append("\(seed): written to after \(fault)") }
    }
    return (same, refused, other)
  }

  @Test func `A person's store gives what was written, or says that it is damaged`() throws {
    try withTemporaryFolder { folder in
      try SampleStore().make(at: folder + "/s.sqlite")
      let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder + "/s.sqlite")))
      let outcome = try read(bytes, seeds: 1...140, at: folder)
      #expect(outcome.other.isEmpty)
      #expect(outcome.same > 20 && outcome.refused > 60)
    }
  }

  @Test func `A campaign's store gives what was taken in, or says that it is damaged`() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/s.sqlite"
      let sample = SampleResponses()
      do {
        let store = try Store(path: path, for: .writing)
        let codes = Array("1234509-.".utf8)
        for name in ["spring", "autumn"] {
          let people = try (0..<2000).map { person in
            let sheet = (0..<5).map { codes[(person * (2 * $0 + 3) + $0) % codes.count] }
            return try sample.record("p\(person)", String(decoding: sheet, as: UTF8.self))
          }
          try sample.take(people, into: name, store)
        }
        try store.queue.close()
      }
      let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
      let outcome = try read(bytes, seeds: 201...260, at: folder)
      #expect(outcome.other.isEmpty)
      #expect(outcome.refused > 30)
    }
  }

  @Test func `Whatever happens to a store, every row that is whole is salvaged`() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/s.sqlite"
      let sample = try SampleSalvage()
      try sample.make(at: path)
      let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
      let rows = try SalvageableRows(of: path)
      #expect(rows.counts == [62, 8, 2, 12, 60])
      var (whole, lost) = ([0, 0, 0, 0, 0], [String]())
      for seed in 301...500 as ClosedRange<UInt64> {
        var random = SampleRandom(seed: seed)
        let fault = Fault.allCases[Int(seed) % Fault.allCases.count]
        var changed = bytes
        fault.happen(to: &changed, &random, aim: rows.pages)
        try Data(changed).write(to: URL(fileURLWithPath: path))
        let found = try Store.salvage(path: path)
        for (kind, missing) in rows.check(found, in: changed, sample).enumerated() {
          whole[kind] += missing.whole
          lost += missing.lost.map { "\(seed): \($0) after \(fault)" }
        }
        let arrivals = found.campaigns.flatMap(\.responses).compactMap {
          $0.arrival(by: sample.competencies)
        }
        let known = sample.arrivals.values.joined()
        lost += arrivals.filter { !known.contains($0) }.map {
          "\(seed): \($0.record.respondent) was never there, after \(fault)"
        }
      }
      #expect(lost.isEmpty)
      // Two hundred stores, most of which keep most of what there was.
      #expect(zip(whole, rows.counts).allSatisfy { $0 > 100 * $1 })
    }
  }

  @Test func `In a store that is too large to be looked through no sheet is lost unseen`() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/s.sqlite"
      let sample = SampleResponses()
      let campaign = try sample.campaign("spring")
      do {
        let store = try Store(path: path, for: .writing)
        try sample.take([try sample.record("first", "12345")], into: "spring", store)
        // Ids of two thousand bytes, so that few people fill many pages.
        try store.write { db in
          try db.execute(
            sql: """
              WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000)
              INSERT INTO answer_sheet (number, campaign, role, background, sheet, respondent,
                revision, fingerprint)
              SELECT number + i, campaign, role, background, sheet,
                printf('%06d', i * 7919 % 5003) || hex(zeroblob(1000)), 1, i
              FROM answer_sheet JOIN n WHERE respondent = 'first'
              """)
          try db.execute(sql: "UPDATE sheet_count SET sheets = 5001")
        }
        let seal = try store.read { try $0.row("SELECT * FROM seal")?.numberIfAny("sheets") }
        #expect(seal == nil)
        try store.queue.close()
      }
      let documents = try sample.documents()
      let file = try FileHandle(forUpdating: URL(fileURLWithPath: path))
      let pages = try file.seekToEnd() / 4096
      #expect(pages > 4096)
      var random = SampleRandom(seed: 5)
      var (same, refused) = (0, 0)
      for _ in 0..<24 {
        let (one, other) = (
          UInt64.random(in: 0..<pages, using: &random) * 4096,
          UInt64.random(in: 0..<pages, using: &random) * 4096
        )
        try file.seek(toOffset: one)
        let first = try file.read(upToCount: 4096) ?? Data()
        try file.seek(toOffset: other)
        let second = try file.read(upToCount: 4096) ?? Data()
        for (place, page) in [(one, second), (other, first)] {
          try file.seek(toOffset: place)
          try file.write(contentsOf: page)
        }
        do {
          let store = try Store(path: path, for: .reading)
          let counts = try store.counts(of: campaign.id, documents: documents)
          if counts.overall.respondents == 5001 { same += 1 }
        } catch let error as StoreError {
          guard case .damaged = error.problem else { throw error }
          refused += 1
        }
        for (place, page) in [(one, first), (other, second)] {
          try file.seek(toOffset: place)
          try file.write(contentsOf: page)
        }
      }
      // Pages of the index may be exchanged where no sheet that is looked up stands on them.
      #expect(same + refused == 24)
      #expect(refused > 4)
    }
  }
}
