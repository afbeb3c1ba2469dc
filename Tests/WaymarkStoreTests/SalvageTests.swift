import Foundation
import GRDB
import Testing
import Waymark
import WaymarkBasics
import WaymarkTestSupport

@testable import WaymarkStore

/// What can be read of a store that SQLite does not read any more.
@Suite struct SalvageTests {
  private let sample = SampleStore()

  private func salvaged(_ bytes: [UInt8], at path: String) throws -> [SalvagedAnswer] {
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    return try Store.salvage(path: path).answers
  }

  private func withSample(_ body: (_ path: String, _ bytes: [UInt8]) throws -> Void) throws {
    try withTemporaryFolder { folder in
      try sample.make(at: folder + "/s.sqlite")
      let path = folder + "/damaged.sqlite"
      try body(path, [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder + "/s.sqlite"))))
    }
  }

  private func isAll(_ found: [SalvagedAnswer]) throws -> Bool {
    found.filter { $0.level == "3" }.map(\.subject)
      == (try (0..<SampleStore.answers).map { try sample.id($0).description })
  }

  @Test func `A sound store gives everything, in the order it was answered`() throws {
    try withSample { path, bytes in
      let found = try salvaged(bytes, at: path)
      #expect(try isAll(found))
      #expect(found.count == SampleStore.answers)
      #expect(found.compactMap(\.note) == (0..<8).map { "My note on \($0)" })
      #expect(found.filter { $0.pick != nil }.map(\.pick) == [0, 1])
      #expect(found.allSatisfy { $0.assessment == 1 && $0.importance == nil })
    }
  }

  @Test func `Whichever byte changes outside of the answers themselves, all answers are found`()
    throws
  {
    try withSample { path, bytes in
      let cells = try sample.cells(in: bytes)
      let ownPages = Set(cells.map { $0.lowerBound / 4096 })
      var own = Set<Int>()
      for cell in cells { own.formUnion(cell) }
      var lost: [Int] = []
      for place in bytes.indices where !own.contains(place) {
        // Every byte of the header; of the pages with answers every one or some; of others, which say
        // nothing of answers, few.
        guard
          place < 100 || ownPages.contains(place / 4096) && (EveryCase.isAsked || place % 7 == 0)
            || place % 211 == 0
        else { continue }
        var changed = bytes
        changed[place] ^= UInt8(truncatingIfNeeded: 1 + place % 255)
        if try !isAll(try salvaged(changed, at: path)) { lost.append(place) }
      }
      #expect(lost.isEmpty)
    }
  }

  @Test func `A byte of an answer costs that answer alone`() throws {
    try withSample { path, bytes in
      for cell in try sample.cells(in: bytes) {
        for place in cell where place % 3 == 0 {
          var changed = bytes
          changed[place] ^= 0xFF
          let found = try salvaged(changed, at: path).filter { $0.level == "3" }
          #expect(found.count >= SampleStore.answers - 1)
        }
      }
    }
  }

  @Test func `Any other page may be gone altogether, the header and the schema among them`() throws
  {
    try withSample { path, bytes in
      let answers = Set(try sample.cells(in: bytes).map { $0.lowerBound / 4096 })
      for page in 0..<bytes.count / 4096 where !answers.contains(page) {
        for value in [0, 0xA5] as [UInt8] {
          var changed = bytes
          changed.replaceSubrange(
            page * 4096..<(page + 1) * 4096, with: repeatElement(value, count: 4096))
          let isWhole = try isAll(try salvaged(changed, at: path))
          #expect(isWhole, "page \(page)")
        }
      }
    }
  }

  @Test func `A size of pages that is damaged does not hide a single answer`() throws {
    try withSample { path, bytes in
      for size in [0, 1, 512, 1024, 2048, 8192, 16_384, 32_768, 0xFFFF] {
        var changed = bytes
        changed[16] = UInt8(size >> 8)
        changed[17] = UInt8(size & 0xFF)
        let isWhole = try isAll(try salvaged(changed, at: path))
        #expect(isWhole, "\(size)")
      }
    }
  }

  @Test func `An answer that was replaced does not come back`() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/s.sqlite"
      let day = try #require(CalendarDate("2026-11-28"))
      let xml = Array("<framework/>".utf8)
      let assessment = Assessment(
        id: UUID(),
        framework: .init(
          id: try #require(FrameworkID("sample")), version: "1", sha256: SHA256.hex(of: xml)),
        role: nil, started: day)
      let store = try Store(path: path, for: .writing)
      try store.begin(assessment, response: UUID(), xml: xml)
      for rank in [1, 2, 3] {
        let level = try #require(Level(rank: rank))
        try store.keep(
          try (0..<300).map { .answer(try sample.id($0), .level(level), seconds: 1) },
          of: assessment.id, on: day)
      }
      try store.queue.close()
      let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
      // As it is, and with every directory of a page gone.
      var torn = bytes
      for page in 1..<bytes.count / 4096 { torn[page * 4096 + 3] ^= 0x40 }
      for bytes in [bytes, torn] {
        let found = try salvaged(bytes, at: folder + "/damaged.sqlite")
        #expect(found.count == 300)
        #expect(found.allSatisfy { $0.level == "3" })
      }
    }
  }

  @Test func `A long note is put together from its pages`() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/s.sqlite"
      try sample.make(at: path)
      let note = String((0..<1900).map { Character(UnicodeScalar(0x4E00 + $0) ?? "x") })
      let store = try Store(path: path, for: .writing)
      try store.write { db in
        try db.execute(
          sql: "UPDATE assessment SET finished = NULL; UPDATE note SET text = ? WHERE rowid = 3",
          arguments: [note])
      }
      try store.queue.close()
      #expect(try Store.salvage(path: path).answers.filter { $0.note == note }.count == 1)
    }
  }

  // MARK: - Learning records and responses

  private func withEverything(
    _ body: (_ sample: SampleSalvage, _ path: String, _ bytes: [UInt8]) throws -> Void
  ) throws {
    try withTemporaryFolder { folder in
      let sample = try SampleSalvage()
      let path = folder + "/s.sqlite"
      try sample.make(at: path)
      try body(sample, path, [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))))
    }
  }

  private func arrivals(_ store: SalvagedStore, _ sample: SampleSalvage) -> [[SheetArrival]] {
    store.campaigns.map { campaign in
      campaign.responses.compactMap { $0.arrival(by: sample.competencies) }
    }
  }

  @Test func `A sound store gives what was learned, and every response with what was added to it`()
    throws
  {
    try withEverything { sample, path, _ in
      let found = try Store.salvage(path: path)
      #expect(found.answers.count == SampleStore.answers)
      #expect(found.learning == sample.learning)
      #expect(found.campaigns.map(\.description?.id.description) == ["autumn", "spring"])
      let all = arrivals(found, sample)
      #expect(all == [sample.arrivals["autumn"], sample.arrivals["spring"]])
      #expect(found.campaigns.map(\.responses.count) == [30, 30])
      #expect(found.campaigns.allSatisfy { $0.competencies == sample.competencies })
      let documents = found.campaigns.compactMap { campaign in
        campaign.description.flatMap { found.documents[$0.framework] }
      }
      #expect(documents == Array(repeating: Array("<framework/>".utf8), count: 2))
    }
  }

  @Test func `A response that was taken back does not come back, whatever is torn`() throws {
    try withEverything { sample, path, bytes in
      // Every directory of a page, and the schema with them.
      var torn = bytes
      for page in 0..<bytes.count / 4096 { torn[page * 4096 + (page == 0 ? 103 : 3)] ^= 0x40 }
      for bytes in [bytes, torn] {
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        let found = try Store.salvage(path: path)
        let respondents = found.campaigns.flatMap { $0.responses.map(\.record.respondent) }
        let came = ["autumn", "spring"].flatMap { sample.arrivals[$0] ?? [] }
        #expect(respondents == came.map(\.record.respondent))
        #expect(!respondents.contains(where: SampleSalvage.isTakenBack))
      }
    }
  }

  @Test func `Nor does it where a page still holds it, by the row or the index that says so`()
    throws
  {
    try withEverything { sample, path, bytes in
      try sample.make(at: path + "-before", takingBack: false)
      let before = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path + "-before")))
      #expect(before.count == bytes.count)
      let ids = try Store(path: path, for: .reading).read { db in
        try ["withdrawal", "sqlite_autoindex_withdrawal_1"].map {
          try db.number("SELECT rootpage FROM sqlite_schema WHERE name = ?", [$0])
        }
      }
      // The pages of answer sheets as they were, where the answers stand right before the respondent.
      let sheet = Array("5555500000000-0000-4000-8000-".utf8)
      var stale = bytes
      for page in stride(from: 0, to: bytes.count, by: 4096)
      where before[page..<page + 4096].firstRange(of: sheet) != nil {
        stale.replaceSubrange(page..<page + 4096, with: before[page..<page + 4096])
      }
      for lost in try ids.map({ Int(try #require($0)) }) {
        var changed = stale
        changed.replaceSubrange(
          (lost - 1) * 4096..<lost * 4096, with: repeatElement(0xA5, count: 4096))
        try Data(changed).write(to: URL(fileURLWithPath: path))
        let found = try Store.salvage(path: path)
        #expect(found.campaigns.map(\.responses.count) == [30, 30])
      }
      try Data(before).write(to: URL(fileURLWithPath: path))
      #expect(
        try Store.salvage(path: path).campaigns.map(\.responses.count)
          == [30, 30 + SampleSalvage.withdrawn])
    }
  }

  @Test func `A byte of a response costs that response alone, and makes no other of it`() throws {
    try withEverything { sample, path, bytes in
      let respondent = try #require(sample.arrivals["spring"]?[7].record.respondent)
      let rows = try Store(path: path, for: .reading).read { db in
        try SampleCell.cells(
          of: "answer_sheet", key: "respondent", alias: "number", in: db, file: Data(bytes))
      }
      let cell = try #require(rows.first { $0.key == respondent })
      let known = sample.arrivals.values.flatMap(\.self)
      for place in cell.place..<cell.place + cell.bytes.count
      where EveryCase.isAsked || place % 3 == 0 {
        var changed = bytes
        changed[place] ^= UInt8(truncatingIfNeeded: 1 + place % 7)
        try Data(changed).write(to: URL(fileURLWithPath: path))
        let found = arrivals(try Store.salvage(path: path), sample).flatMap(\.self)
        #expect(found.count >= 59)
        // The revision is no part of what was said.
        let areKnown = found.allSatisfy { arrival in
          known.contains { $0.fingerprint == arrival.fingerprint }
        }
        #expect(areKnown)
      }
    }
  }

  @Test func `Responses are found where nothing else of their campaign is`() throws {
    try withEverything { sample, path, bytes in
      let rows = try Store(path: path, for: .reading).read { db in
        try SampleCell.cells(
          of: "answer_sheet", key: "respondent", alias: "number", in: db, file: Data(bytes))
          + ["looking_back", "done_entry"].flatMap {
            try SampleCell.cells(
              of: $0, key: "respondent", isIndex: true, in: db, file: Data(bytes))
          }
      }
      let pages = Set(rows.map { $0.place / 4096 })
      var changed = bytes
      for page in 0..<bytes.count / 4096 where !pages.contains(page) {
        changed.replaceSubrange(
          page * 4096..<(page + 1) * 4096, with: repeatElement(0, count: 4096))
      }
      try Data(changed).write(to: URL(fileURLWithPath: path))
      let found = try Store.salvage(path: path)
      #expect(arrivals(found, sample).map(\.count) == [30, 30])
      #expect(found.campaigns.allSatisfy { $0.description == nil && $0.competencies.isEmpty })
    }
  }

  @Test func `A long document is put together from its pages, a damaged one is none`() throws {
    try withEverything { _, path, _ in
      let xml = (0..<50_000).map { UInt8(truncatingIfNeeded: $0 / 7 * 31) }
      let store = try Store(path: path, for: .writing)
      try store.write { db in
        try db.execute(
          sql: "INSERT INTO framework VALUES (?, 'long', '1', ?)",
          arguments: [SHA256.hex(of: xml), Data(xml)])
      }
      try store.queue.close()
      #expect(try Store.salvage(path: path).documents[SHA256.hex(of: xml)] == xml)
      var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
      let piece = try #require(bytes.lastRange(of: xml[30_000..<30_100]))
      bytes[piece.lowerBound] ^= 1
      try Data(bytes).write(to: URL(fileURLWithPath: path))
      #expect(try Store.salvage(path: path).documents[SHA256.hex(of: xml)] == nil)
    }
  }

  @Test func `Other text and no text give nothing`() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/s.sqlite"
      for bytes in [
        Array("Dear diary".utf8), Array(repeating: 0x0D, count: 20_000),
        Array(repeating: 0xFF, count: 20_000),
      ] {
        let found = try salvaged(bytes, at: path)
        #expect(found.isEmpty)
      }
    }
  }
}
