import Foundation
import GRDB
import Testing
import Waymark
import WaymarkTestSupport

@testable import WaymarkStore

/// What lies beside a store when whoever wrote it was killed.
@Suite struct JournalTests {
  private func bytes(_ path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
  }

  private func write(_ bytes: [UInt8], to path: String) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: path))
  }

  /// A store as a run leaves it that is killed while it writes a change to the file.
  private func cutShort(in folder: String) throws -> (file: [UInt8], journal: [UInt8]) {
    let path = folder + "/cut.sqlite"
    try SampleStore().make(at: path)
    var configuration = Configuration()
    configuration.prepareDatabase { db in
      // So that pages go to the file before the change is finished.
      try db.execute(sql: "PRAGMA journal_mode = TRUNCATE; PRAGMA cache_size = 2")
    }
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    var (file, journal): ([UInt8], [UInt8]) = ([], [])
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "BEGIN IMMEDIATE")
      try StoreIdentity.sign(db)
      try db.execute(
        sql: """
          UPDATE rating SET answer = '1'; UPDATE assessment SET finished = NULL;
          UPDATE note SET text = 'another'; UPDATE pick SET place = 0;
          UPDATE framework SET version = '9'; UPDATE rating SET answer = '2';
          """)
      file = try bytes(path)
      journal = try bytes(path + "-journal")
      try db.execute(sql: "ROLLBACK")
    }
    let isWrittenTo = try bytes(path) != file
    #expect(isWrittenTo)
    return (file, journal)
  }

  private enum Outcome: Equatable {
    case same, damaged, other
  }

  private func outcome(
    _ file: [UInt8], _ suffix: String, _ journal: [UInt8], at path: String, sound: StoreContents
  ) throws -> Outcome {
    for suffix in ["-journal", "-wal", "-shm"] { unlink(path + suffix) }
    try write(file, to: path)
    try write(journal, to: path + suffix)
    do {
      return try StoreContents(of: path) == sound ? .same : .other
    } catch let error as StoreError {
      guard case .damaged = error.problem else { throw error }
      return .damaged
    }
  }

  @Test func `A change that was cut short is undone by the next reader`() throws {
    try withTemporaryFolder { folder in
      let (file, journal) = try cutShort(in: folder)
      let sound = try StoreContents(of: folder + "/cut.sqlite")
      let path = folder + "/s.sqlite"
      #expect(try outcome(file, "-journal", journal, at: path, sound: sound) == .same)
      #expect(StoreLocation.size(of: path + "-journal") == 0)
      #expect(try Store.salvage(path: path).answers.filter { $0.level == "3" }.count == 62)
    }
  }

  @Test func `A damaged journal is told, and never gives other answers`() throws {
    try withTemporaryFolder { folder in
      let (file, journal) = try cutShort(in: folder)
      let sound = try StoreContents(of: folder + "/cut.sqlite")
      let path = folder + "/s.sqlite"
      var random = SampleRandom(seed: 14)
      var outcomes: [Outcome] = []
      // Every byte of what SQLite reads first, then some of the rest.
      let places =
        Array(0..<28) + (0..<120).map { _ in Int.random(in: 28..<journal.count, using: &random) }
      for place in places {
        var changed = journal
        changed[place] ^= UInt8.random(in: 1...255, using: &random)
        outcomes.append(try outcome(file, "-journal", changed, at: path, sound: sound))
      }
      for length in stride(from: 0, to: journal.count, by: 999) {
        outcomes.append(
          try outcome(file, "-journal", Array(journal[..<length]), at: path, sound: sound))
      }
      #expect(!outcomes.contains(.other))
      #expect(outcomes.contains(.damaged))
    }
  }

  @Test func `The journal of another store undoes nothing`() throws {
    try withTemporaryFolder { folder in
      let (_, journal) = try cutShort(in: folder)
      let path = folder + "/s.sqlite"
      try SampleStore().make(at: path)
      let before = try bytes(path)
      try write(journal, to: path + "-journal")
      for access in [Store.Access.reading, .writing] {
        #expect(
          StoreError.problem { _ = try Store(path: path, for: access) }
            == .damaged(detail: "the journal beside it, -journal, belongs to another store"))
      }
      #expect(try Store.salvage(path: path).answers.count == 62)
      #expect(try bytes(path) == before)
    }
  }

  // MARK: - Stores of earlier versions

  /// A store that keeps its last change in a log beside it, as earlier versions did.
  private func logged(in folder: String) throws -> (file: [UInt8], log: [UInt8]) {
    let path = folder + "/logged.sqlite"
    try SampleStore().make(at: path)
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA journal_mode = WAL") }
    var log: [UInt8] = []
    try queue.write { db in
      try StoreIdentity.sign(db)
      try db.execute(sql: "UPDATE rating SET answer = '4'; UPDATE note SET text = 'from the log'")
      try StoreSeal.renew(db)
    }
    log = try bytes(path + "-wal")
    let file = try bytes(path)
    try queue.close()
    return (file, log)
  }

  @Test func `What an earlier version left in its log is taken in and read`() throws {
    try withTemporaryFolder { folder in
      let (file, log) = try logged(in: folder)
      let path = folder + "/s.sqlite"
      try write(file, to: path)
      try write(log, to: path + "-wal")
      #expect(try Store.salvage(path: path).answers.filter { $0.level == "4" }.count == 62)
      let answers = try Store(path: path, for: .reading).assessments().first?.assessment.answers
      #expect(answers?.values.allSatisfy { $0 == Level(rank: 4).map(Answer.level) } == true)
      // From then on all of it is in the one file.
      #expect(!FileManager.default.fileExists(atPath: path + "-wal"))
      let versions = try bytes(path)[18...19]
      #expect(versions == [1, 1])
    }
  }

  @Test func `A damaged log is told, and its answers can be saved`() throws {
    try withTemporaryFolder { folder in
      let (file, log) = try logged(in: folder)
      let sound = try StoreContents(of: folder + "/logged.sqlite")
      let path = folder + "/s.sqlite"
      var random = SampleRandom(seed: 41)
      for _ in 0..<120 {
        var changed = log
        let place = Int.random(in: changed.indices, using: &random)
        changed[place] ^= UInt8.random(in: 1...255, using: &random)
        #expect(
          try outcome(file, "-wal", changed, at: path, sound: sound) == .damaged, "\(place)")
        #expect(try Store.salvage(path: path).answers.count == 62)
      }
    }
  }

  @Test func `A log that is gone is told where SQLite left its index`() throws {
    try withTemporaryFolder { folder in
      let (file, log) = try logged(in: folder)
      let path = folder + "/s.sqlite"
      try write(file, to: path)
      try write(Array(repeating: 0, count: 32_768), to: path + "-shm")
      #expect(
        StoreError.problem { _ = try Store(path: path, for: .reading) }
          == .damaged(detail: "the journal that was beside it, -wal, is gone"))
      #expect(try Store.salvage(path: path).answers.filter { $0.level == "3" }.count == 62)
      try write(log, to: path + "-wal")
      #expect(StoreError.problem { _ = try Store(path: path, for: .reading) } == nil)
    }
  }

  @Test(arguments: ["DELETE", "WAL"])
  func `The log of another store brings nothing into the file`(mode: String) throws {
    try withTemporaryFolder { folder in
      let (_, log) = try logged(in: folder)
      let path = folder + "/s.sqlite"
      try SampleStore().make(at: path)
      let queue = try DatabaseQueue(path: path)
      try queue.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA journal_mode = \(mode)")
      }
      try queue.close()
      let before = try bytes(path)
      try write(log, to: path + "-wal")
      for access in [Store.Access.reading, .writing] {
        #expect(
          StoreError.problem { _ = try Store(path: path, for: access) }
            == .damaged(detail: "the journal beside it, -wal, belongs to another store"))
      }
      #expect(try Store.salvage(path: path).answers.filter { $0.level == "3" }.count == 62)
      #expect(try bytes(path) == before)
    }
  }
}
