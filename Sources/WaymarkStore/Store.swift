import Foundation
internal import GRDB

/// One person's answers, or an association's campaigns, in one SQLite file.
///
/// Every change is in the file, and on the disk, before the call returns (a rollback journal,
/// `synchronous=FULL`); what is deleted is overwritten. The file is readable by its owner alone.
public final class Store {
  /// What a store is opened for.
  public enum Access: Sendable {
    /// Reading; a store that is missing is an error.
    case reading
    /// Reading and writing; a store that is missing is made.
    case writing
  }

  /// Where the store is.
  public let path: String
  let queue: DatabaseQueue
  /// What keeps other runs from changing the store as long as this one works with it.
  private var lock: StoreLock?
  /// The transaction that is under way: what is read and written meanwhile is part of it.
  private var current: Database?

  /// Opens a store; makes it where it is opened for writing, and brings an older one up to date.
  ///
  /// A store of an older version is copied to `PATH.before-N` first.
  public convenience init(path: String, for access: Access) throws(StoreError) {
    try self.init(path: path, for: access, steps: Schema.steps)
  }

  init(path: String, for access: Access, steps: [String]) throws(StoreError) {
    let path = StoreLocation.resolved(path)
    self.path = path
    let exists = try StoreLocation.check(path)
    guard exists || access == .writing else { throw StoreError(.missing, path: path) }
    if exists {
      if access == .writing { try StoreLocation.checkMayWrite(path) }
      try Self.settle(path, newest: steps.count)
    } else {
      try Self.make(path, steps: steps)
    }
    let opened = try Self.open(path, for: access)
    if exists { try Self.examine(opened, path) }
    let version = try Self.calling(path, opened) { try opened.read(Schema.version) }
    guard version < steps.count else {
      queue = opened
      return
    }
    guard access == .writing else {
      try Self.calling(path, opened) { try opened.close() }
      _ = try Store(path: path, for: .writing, steps: steps)
      queue = try Self.open(path, for: .reading)
      return
    }
    queue = opened
    let copy = "\(path).before-\(version + 1)"
    let isFirst = !FileManager.default.fileExists(atPath: copy)
    if isFirst { try backUp(to: copy, madeBeside: path) }
    do {
      try Self.calling(path, queue) { try Schema.migrate(queue, steps: steps) }
    } catch {
      // What does not take a step is damaged, and its copy no better than itself.
      if isFirst { unlink(copy) }
      throw error
    }
  }

  /// Opens a store that is open already once more, for another thread.
  init(besides path: String) throws(StoreError) {
    self.path = path
    queue = try Self.open(path, for: .reading)
  }

  /// Opens a store to change it, makes it where it is missing, and keeps every other run that would
  /// change it away.
  ///
  /// - Parameter command: what the run does, as others are told: `import`.
  /// - Throws: `StoreError` with `held(by:)` when another run has it.
  package convenience init(path: String, toWriteAs command: String) throws(StoreError) {
    let lock = try StoreLock(beside: path, for: command)
    do {
      try self.init(path: path, for: .writing)
    } catch {
      // Nothing is left beside what is no store.
      lock.remove()
      throw error
    }
    self.lock = lock
  }

  /// Does all of something or nothing: what is read stays as it is until what is decided from it is
  /// written.
  ///
  /// - Throws: `StoreError`, and what `body` throws; then nothing is written.
  package func inOneTransaction<Value>(_ body: () throws -> Value) throws -> Value {
    try naming { try transaction { _ in try body() } }
  }

  /// Copies the whole store, as it is at one moment, into a new file that its owner alone can read.
  ///
  /// - Parameter replacing: whether a file that bears the name already is replaced, once the copy
  ///   is whole.
  package func backUp(to copy: String, replacing: Bool = false) throws(StoreError) {
    let copy = StoreLocation.resolved(copy)
    try backUp(to: copy, replacing: replacing, madeBeside: copy)
  }

  /// - Parameter place: whose staging folder the copy is made in.
  private func backUp(
    to copy: String, replacing: Bool = false, madeBeside place: String
  ) throws(StoreError) {
    guard try !StoreLocation.isFile(copy) || replacing else {
      throw StoreError(.exists, path: copy)
    }
    let staging = try StoreLocation.staging(beside: place)
    defer { staging.remove() }
    let temporary = try StoreLocation.makeEmptyFile(in: staging, for: copy)
    try Self.calling(copy, queue) {
      try queue.writeWithoutTransaction { db in
        try db.execute(sql: "VACUUM INTO ?", arguments: [temporary])
      }
    }
    try Self.calling(copy) {
      let queue = try DatabaseQueue(path: temporary)
      try queue.writeWithoutTransaction { db in
        // The copy is a store of its own; a journal of the one it was made from does not fit it.
        try db.execute(sql: "PRAGMA journal_mode = DELETE")
        try StoreIdentity.begin(db)
        try StoreSeal.renew(db)
      }
      try queue.close()
    }
    try StoreLocation.place(temporary, at: copy, replacing: replacing)
  }

  /// The files of a store that is in use: its own, its journal, its lock.
  package static func filesInUse(of path: String) -> [String] {
    let path = StoreLocation.resolved(path)
    return ["", "-wal", "-shm", "-journal", ".lock"].map { path + $0 }
  }

  /// Removes a store with all that SQLite and Waymark keep beside it.
  ///
  /// - Returns: the paths that were removed.
  package static func erase(path: String) throws(StoreError) -> [String] {
    let path = StoreLocation.resolved(path)
    if try StoreLocation.isFile(path) { try refuseForeign(path) }
    let files = try StoreLocation.files(of: path)
    for file in files where unlink(file) != 0 && errno != ENOENT {
      throw StoreError(.system(String(cString: strerror(errno))), path: file)
    }
    let left = StagingFolder.sweep(beside: path)
    if !(files + left).isEmpty { try StoreLocation.synchronizeFolder(of: path) }
    return files + left
  }

  /// Refuses a sound database of another program; one that is damaged may be anybody's.
  static func refuseForeign(_ path: String) throws(StoreError) {
    do {
      _ = try Store(path: path, for: .reading)
    } catch  where error.problem == .foreign {
      throw error
    } catch {}
  }

  // MARK: - For the files beside this one

  func read<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    try Self.calling(path, queue) { try reading(body) }
  }

  func write<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    try Self.calling(path, queue) { try transaction(body) }
  }

  func reading<Value>(_ body: (Database) throws -> Value) throws -> Value {
    if let current { return try body(current) }
    return try queue.read(body)
  }

  /// Writes all or nothing, signed with the store's identity and sealed.
  func transaction<Value>(_ body: (Database) throws -> Value) throws -> Value {
    if let current { return try body(current) }
    return try queue.write { db in
      current = db
      defer { current = nil }
      try StoreIdentity.sign(db)
      let value = try body(db)
      try StoreSeal.renew(db)
      return value
    }
  }

  /// Puts SQLite's own errors into this module's words; others pass.
  func naming<Value>(_ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let error as DatabaseError {
      throw StoreError(error, path: path, systemError: queue.unsafeReentrantRead(Self.systemError))
    }
  }
}
