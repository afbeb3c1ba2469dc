import Foundation
import GRDB
import Testing
import Waymark
import WaymarkTestSupport

@testable import WaymarkStore

/// What can be read of a store that SQLite does not read any more.
@Suite struct SalvageTests {
  private let sample = SampleStore()

  private func salvaged(_ bytes: [UInt8], at path: String) throws -> [SalvagedAnswer] {
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    return try Store.salvage(path: path)
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
        // Every byte of the header and of the pages with answers; of others, which say nothing of
        // answers, some.
        guard place < 100 || ownPages.contains(place / 4096) || place % 211 == 0 else { continue }
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
      #expect(try Store.salvage(path: path).filter { $0.note == note }.count == 1)
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
