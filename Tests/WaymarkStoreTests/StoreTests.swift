import Foundation
import GRDB
import Testing
import Waymark
import WaymarkBasics
import WaymarkTestSupport

@testable import WaymarkStore

@Suite struct StoreTests {
  private let xml = Array("<framework/>".utf8)

  private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

  private func id(_ text: String) throws -> CompetencyID { try #require(CompetencyID(text)) }

  private func level(_ rank: Int) throws -> Answer { .level(try #require(Level(rank: rank))) }

  private func assessment(on text: String = "2026-11-23") throws -> Assessment {
    Assessment(
      id: UUID(),
      framework: .init(
        id: try #require(FrameworkID("sample")), version: "1", sha256: SHA256.hex(of: xml)),
      role: RoleID("librarian"), started: try day(text))
  }

  private func mode(of path: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return try #require(attributes[.posixPermissions] as? Int)
  }

  @Test func `The digest of abc is the one of FIPS 180-2`() {
    #expect(
      SHA256.hex(of: Array("abc".utf8))
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  @Test func `An assessment comes back as it was kept`() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/s.sqlite"
      var assessment = try assessment()
      do {
        let store = try Store(path: path, for: .writing)
        try store.begin(assessment, response: UUID(), xml: xml)
        try store.keep(
          [
            .answer(try id("b"), try level(3), seconds: 12.5),
            .answer(try id("a"), .notPartOfMyWork, seconds: 3),
          ], of: assessment.id, on: try day("2026-11-23"))
        try store.keep(
          [
            .answer(try id("b"), try level(2), seconds: 4),
            .note(try id("a"), "'); DROP TABLE rating; --"),
            .importance(.init(picked: [try id("a"), try id("b")], top: [try id("b")])),
          ], of: assessment.id, on: try day("2026-11-24"))
      }
      let stored = try #require(try Store(path: path, for: .reading).assessments().first)
      assessment.answers = [try id("a"): .notPartOfMyWork, try id("b"): try level(2)]
      assessment.notes = [try id("a"): "'); DROP TABLE rating; --"]
      assessment.importance = .init(picked: [try id("a"), try id("b")], top: [try id("b")])
      #expect(stored.assessment == assessment)
      #expect(stored.history == [try id("a"), try id("b")])
      #expect(stored.seconds == [3, 4])
      #expect(stored.changed == (try day("2026-11-24")))
    }
  }

  @Test func `A finished assessment does not change`() throws {
    try withTemporaryFolder { folder in
      let store = try Store(path: folder + "/s.sqlite", for: .writing)
      let assessment = try assessment()
      try store.begin(assessment, response: UUID(), xml: xml)
      try store.keep([.finished], of: assessment.id, on: try day("2026-11-23"))
      #expect(
        StoreError.problem {
          try store.keep(
            [.answer(try id("a"), .skipped, seconds: 1)], of: assessment.id,
            on: try day("2026-11-24"))
        } == .finished)
    }
  }

  @Test
  func `What is not finished and was not shared is dropped with all of it, and nothing else is`()
    throws
  {
    try withTemporaryFolder { folder in
      let store = try Store(path: folder + "/s.sqlite", for: .writing)
      let (finished, shared, begun) = (try assessment(), try assessment(), try assessment())
      for each in [finished, shared, begun] {
        try store.begin(each, response: UUID(), xml: xml)
        try store.keep(
          [.answer(try id("a"), try level(3), seconds: 1), .note(try id("a"), "x")], of: each.id,
          on: try day("2026-11-23"))
      }
      try store.keep([.finished], of: finished.id, on: try day("2026-11-23"))
      try store.share(shared.id, answers: 1, on: try day("2026-11-24")) {}
      for kept in [finished.id, shared.id, UUID()] {
        #expect(throws: StoreError.self) { try store.drop(kept) }
      }
      try store.drop(begun.id)
      #expect(try store.assessments().map(\.assessment.id) == [shared.id, finished.id])
      for table in ["rating", "note"] {
        let rows = try store.read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table)")
        }
        #expect(rows == 2)
      }
    }
  }

  @Test func `Notes of a finished assessment change, and nothing else does`() throws {
    try withTemporaryFolder { folder in
      let store = try Store(path: folder + "/s.sqlite", for: .writing)
      let assessment = try assessment()
      try store.begin(assessment, response: UUID(), xml: xml)
      let (a, b, later) = (try id("a"), try id("b"), try day("2026-11-24"))
      try store.keep([.note(a, "old"), .finished], of: assessment.id, on: try day("2026-11-23"))
      try store.keep([.note(a, nil), .note(b, "new")], of: assessment.id, on: later)
      let stored = try #require(try store.assessments().first)
      #expect(stored.assessment.notes == [b: "new"])
      #expect(stored.changed == (try day("2026-11-23")))
      #expect(
        StoreError.problem {
          try store.keep([.note(a, "x"), .role(nil)], of: assessment.id, on: later)
        } == .finished)
      #expect(try store.assessments().first?.assessment.notes == [b: "new"])
    }
  }

  @Test func `What was shared and taken back is kept with its day, and what is left out with it`()
    throws
  {
    try withTemporaryFolder { folder in
      let store = try Store(path: folder + "/s.sqlite", for: .writing)
      let assessment = try assessment()
      try store.begin(assessment, response: UUID(), xml: xml)
      try store.share(assessment.id, answers: 1, on: try day("2026-11-24")) {}
      try store.share(assessment.id, answers: 2, on: try day("2026-12-01"), takesBack: true) {}
      #expect(
        try store.sharings() == [
          Sharing(
            assessment: assessment.id, kind: .response, revision: 1, day: try day("2026-11-24"),
            takesBack: false),
          Sharing(
            assessment: assessment.id, kind: .response, revision: 2, day: try day("2026-12-01"),
            takesBack: true),
        ])
      let spring = try #require(ID<Campaign>("spring"))
      let fields = try ["state", "size"].map {
        try #require(ID<BackgroundQuestions.Field>($0))
      }
      try store.leaveOut(Set(fields), of: spring)
      #expect(try store.leftOut(of: spring) == Set(fields))
      #expect(try store.leftOut(of: try #require(ID<Campaign>("fall"))).isEmpty)
      try store.leaveOut([], of: spring)
      #expect(try store.leftOut(of: spring).isEmpty)
    }
  }

  @Test func `The schema itself refuses an answer to a finished assessment`() throws {
    try withTemporaryFolder { folder in
      let store = try Store(path: folder + "/s.sqlite", for: .writing)
      let assessment = try assessment()
      try store.begin(assessment, response: UUID(), xml: xml)
      try store.keep([.finished], of: assessment.id, on: try day("2026-11-23"))
      #expect(
        StoreError.problem {
          try store.write { db in
            try db.execute(
              sql: """
                INSERT INTO rating (assessment, competency, answer, seconds)
                VALUES (1, 'a', '3', 1)
                """)
          }
        } == .finished)
    }
  }

  @Test func `Changes are kept all or none`() throws {
    try withTemporaryFolder { folder in
      let store = try Store(path: folder + "/s.sqlite", for: .writing)
      let assessment = try assessment()
      try store.begin(assessment, response: UUID(), xml: xml)
      #expect(
        StoreError.problem {
          try store.keep(
            [
              .answer(try id("a"), try level(3), seconds: 1),
              .note(try id("a"), String(repeating: "x", count: 2001)),
            ], of: assessment.id, on: try day("2026-11-23"))
        } != nil)
      #expect(try store.assessments().first?.history.isEmpty == true)
    }
  }

  @Test func `Several assessments are kept, the newest first, whatever the clock says`() throws {
    try withTemporaryFolder { folder in
      let store = try Store(path: folder + "/s.sqlite", for: .writing)
      let first = try assessment(on: "2038-02-01")
      let second = try assessment(on: "1970-01-01")
      try store.begin(first, response: UUID(), xml: xml)
      try store.begin(second, response: UUID(), xml: xml)
      #expect(try store.assessments().map(\.assessment.id) == [second.id, first.id])
    }
  }

  @Test func `The store and its folder are for their owner alone, whatever the umask`() throws {
    try withTemporaryFolder { folder in
      let earlier = umask(0)
      defer { umask(earlier) }
      let path = folder + "/new/waymark/s.sqlite"
      let store = try Store(path: path, for: .writing)
      try store.begin(try assessment(), response: UUID(), xml: xml)
      #expect(try mode(of: path) == 0o600)
      #expect(try mode(of: path + "-journal") == 0o600)
      #expect(try mode(of: folder + "/new/waymark") == 0o700)
      try store.backUp(to: folder + "/copy.sqlite")
      #expect(try mode(of: folder + "/copy.sqlite") == 0o600)
    }
  }

  @Test func `A rollback journal and full synchronisation are on`() throws {
    try withTemporaryFolder { folder in
      let store = try Store(path: folder + "/s.sqlite", for: .writing)
      let values = try store.read { db in
        try ["journal_mode", "synchronous", "secure_delete", "foreign_keys"].map {
          try String.fetchOne(db, sql: "PRAGMA \($0)")
        }
      }
      #expect(values == ["truncate", "2", "1", "1"])
    }
  }

  @Test func `A backup holds what the store held`() throws {
    try withTemporaryFolder { folder in
      let store = try Store(path: folder + "/s.sqlite", for: .writing)
      let assessment = try assessment()
      try store.begin(assessment, response: UUID(), xml: xml)
      try store.backUp(to: folder + "/copy.sqlite")
      let copy = try Store(path: folder + "/copy.sqlite", for: .reading)
      let (there, here) = (try copy.assessments(), try store.assessments())
      #expect(there == here)
      #expect(StoreError.problem { try store.backUp(to: folder + "/copy.sqlite") } == .exists)
    }
  }

  @Test func `Erasing leaves nothing behind`() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/s.sqlite"
      do {
        let store = try Store(path: path, for: .writing)
        try store.begin(try assessment(), response: UUID(), xml: xml)
        let erased = try Store.erase(path: path)
        #expect(erased.contains(path))
      }
      let left = try FileManager.default.contentsOfDirectory(atPath: folder)
      #expect(left.isEmpty)
    }
  }

  @Test func `A missing store is not made for reading`() throws {
    try withTemporaryFolder { folder in
      #expect(
        StoreError.problem { _ = try Store(path: folder + "/s.sqlite", for: .reading) } == .missing)
      let left = try FileManager.default.contentsOfDirectory(atPath: folder)
      #expect(left.isEmpty)
    }
  }

  // MARK: - Damage

  private func damaged(_ change: (inout [UInt8]) -> Void, at folder: String) throws -> String {
    let path = folder + "/s.sqlite"
    let store = try Store(path: path, for: .writing)
    let assessment = try assessment()
    try store.begin(assessment, response: UUID(), xml: xml)
    try store.keep(
      try (0..<300).map { .answer(try id("c\($0)"), try level(3), seconds: 1) },
      of: assessment.id, on: try day("2026-11-23"))
    try store.queue.close()
    var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    change(&bytes)
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    return path
  }

  private enum Fault: CaseIterable {
    case zeroedHeader, flippedPage, truncated, empty, otherText
  }

  @Test(arguments: Fault.allCases)
  private func `A damaged store is said to be damaged and left as it is`(fault: Fault) throws {
    try withTemporaryFolder { folder in
      let path = try damaged(
        { bytes in
          switch fault {
          case .zeroedHeader: bytes.replaceSubrange(0..<100, with: repeatElement(0, count: 100))
          case .flippedPage: for place in 8192..<8292 { bytes[place] ^= 0xFF }
          case .truncated: bytes.removeLast(bytes.count / 2)
          case .empty: bytes = []
          case .otherText: bytes = Array("Dear diary, this is no database at all.".utf8)
          }
        }, at: folder)
      let before = try Data(contentsOf: URL(fileURLWithPath: path))
      for access in [Store.Access.reading, .writing] {
        guard case .damaged = StoreError.problem({ _ = try Store(path: path, for: access) }) else {
          Issue.record("not said to be damaged")
          continue
        }
      }
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    }
  }

  @Test func `A database of another program is not touched`() throws {
    try withTemporaryFolder { folder in
      let path = try damaged({ $0.replaceSubrange(68..<72, with: [0, 0, 0, 0]) }, at: folder)
      #expect(StoreError.problem { _ = try Store(path: path, for: .writing) } == .foreign)
    }
  }

  // MARK: - Versions

  @Test func `A store of a newer version is refused and not touched`() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/s.sqlite"
      let steps = Schema.steps + ["CREATE TABLE later (x TEXT) STRICT"]
      _ = try Store(path: path, for: .writing, steps: steps)
      let newer = StoreError.Problem.newer(found: steps.count, known: Schema.steps.count)
      #expect(StoreError.problem { _ = try Store(path: path, for: .writing) } == newer)
      #expect(StoreError.problem { _ = try Store(path: path, for: .reading) } == newer)
    }
  }

  @Test func `A store of an older version is copied, then brought up to date`() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/s.sqlite"
      try Store(path: path, for: .writing).begin(try assessment(), response: UUID(), xml: xml)
      let steps = Schema.steps + ["CREATE TABLE later (x TEXT) STRICT"]
      let newer = try Store(path: path, for: .writing, steps: steps)
      let version = try newer.read { db in try Schema.version(of: db) }
      #expect(version == steps.count)
      #expect(try newer.assessments().count == 1)
      let copy = "\(path).before-\(steps.count)"
      #expect(try Store(path: copy, for: .reading).assessments().count == 1)
    }
  }

  @Test func `A new store is what all steps make one after another`() throws {
    func schema(_ path: String) throws -> [[String]] {
      try DatabaseQueue(path: path).read { db in
        try Row.fetchAll(
          db, sql: "SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema ORDER BY 1, 2"
        ).map { row in
          try (0..<4).map { try #require(row[$0] as String?).filter { !$0.isWhitespace } }
        }
      }
    }
    try withTemporaryFolder { folder in
      let (stepwise, whole) = (folder + "/steps.sqlite", folder + "/whole.sqlite")
      _ = try Store(path: stepwise, for: .writing, steps: Array(Schema.steps.prefix(1)))
      for store in [
        try Store(path: stepwise, for: .writing), try Store(path: whole, for: .writing),
      ] {
        #expect(try store.read { db in try Schema.version(of: db) } == Schema.steps.count)
        _ = try store.sharingSecret()
      }
      #expect(try schema(whole) == schema(stepwise))
      #expect(try schema(whole).count > 40)
    }
  }

  @Test func `A step that fails leaves the store at its old version`() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/s.sqlite"
      try Store(path: path, for: .writing).begin(try assessment(), response: UUID(), xml: xml)
      let steps = Schema.steps + ["CREATE TABLE later (x TEXT) STRICT", "CREATE NONSENSE"]
      #expect(StoreError.problem { _ = try Store(path: path, for: .writing, steps: steps) } != nil)
      #expect(try Store(path: path, for: .writing).assessments().count == 1)
    }
  }

  // MARK: - Places

  @Test func `A store is no folder and no pipe`() throws {
    try withTemporaryFolder { folder in
      #expect(StoreError.problem { _ = try Store(path: folder, for: .writing) } == .notAFile)
      #expect(mkfifo(folder + "/pipe", 0o600) == 0)
      #expect(
        StoreError.problem { _ = try Store(path: folder + "/pipe", for: .writing) } == .notAFile)
    }
  }

  @Test func `A folder that everybody may write to is refused`() throws {
    try withTemporaryFolder { folder in
      #expect(chmod(folder, 0o777) == 0)
      #expect(
        StoreError.problem { _ = try Store(path: folder + "/s.sqlite", for: .writing) }
          == .unsafeFolder(folder))
    }
  }

  @Test func `The name of a store is never an address`() throws {
    try withTemporaryFolder { folder in
      _ = try Store(path: folder + "/file:x?mode=memory", for: .writing)
      #expect(FileManager.default.fileExists(atPath: folder + "/file:x?mode=memory"))
    }
  }

  @Test func `The lock tells who holds it and ends with its holder`() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/s.sqlite"
      do {
        let lock = try StoreLock(beside: path, for: "assess")
        #expect(
          StoreError.problem { _ = try StoreLock(beside: path, for: "share") }
            == .held(by: "process \(getpid()) (waymark assess)")
        )
        withExtendedLifetime(lock) {}
      }
      _ = try StoreLock(beside: path, for: "assess")
    }
  }
}
