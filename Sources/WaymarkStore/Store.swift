import Foundation
internal import GRDB
internal import GRDBSQLite

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

extension Store {
  /// Puts SQLite's errors into this module's words.
  static func calling<Value>(
    _ path: String, _ queue: DatabaseQueue? = nil, _ body: () throws -> Value
  ) throws(StoreError) -> Value {
    do {
      return try body()
    } catch let error as StoreError {
      throw error
    } catch let error as DatabaseError {
      throw StoreError(
        error, path: path, systemError: queue?.unsafeReentrantRead(systemError) ?? 0)
    } catch {
      throw StoreError(.system(String(describing: error)), path: path)
    }
  }

  /// What the system said when SQLite last failed to read or write a file; 0 when it said nothing.
  static func systemError(_ db: Database) -> Int32 {
    let connection = db.sqliteConnection
    var error = sqlite3_system_errno(connection)
    if error == 0 {
      sqlite3_file_control(connection, "main", SQLITE_FCNTL_LAST_ERRNO, &error)
    }
    if error == 0 {
      // Why a commit failed is known to the journal alone.
      var journal: UnsafeMutablePointer<sqlite3_file>?
      sqlite3_file_control(connection, "main", SQLITE_FCNTL_JOURNAL_POINTER, &journal)
      _ = journal?.pointee.pMethods?.pointee.xFileControl?(
        journal, SQLITE_FCNTL_LAST_ERRNO, &error)
    }
    return error
  }

  /// Makes a new store, whole or not at all.
  ///
  /// It is made beside its place, written through to the disk and linked there; until then nothing
  /// of it needs to be safe.
  static func make(_ path: String, steps: [String]) throws(StoreError) {
    try StoreLocation.makeFolder(of: path)
    let staging = try StoreLocation.staging(beside: path)
    defer { staging.remove() }
    let temporary = try StoreLocation.makeEmptyFile(in: staging, for: path)
    var configuration = unobserved
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF")
    }
    let queue = try calling(path) {
      try DatabaseQueue(path: temporary, configuration: configuration)
    }
    try calling(path, queue) {
      try Schema.migrate(queue, steps: steps)
      // The first change seals it.
      try queue.write(StoreIdentity.begin)
      try queue.close()
    }
    do {
      try StoreLocation.place(temporary, at: path)
    } catch  where error.problem == .exists {
      // Another run made the store at the same moment; it is as good as this one.
    }
  }

  /// Looks at a file before SQLite changes anything in it, and has a change undone that was cut short.
  static func settle(_ path: String, newest: Int) throws(StoreError) {
    let header = try StoreHeader(of: path)
    try header.check(newest: newest)
    // SQLite takes any log that lies there, whatever the file says.
    if header.hasLog || StoreLocation.size(of: path + "-wal") > 0 {
      return try takeIn(logOf: path, isExpected: header.hasLog)
    }
    guard StoreLocation.size(of: path + "-journal") > 0 else { return }
    // A reader undoes nothing, and can read while no change was cut short.
    let isCutShort = try calling(path) {
      do {
        try DatabaseQueue(path: path, configuration: reading).close()
        return false
      } catch let error as DatabaseError
        where error.extendedResultCode == .SQLITE_READONLY_ROLLBACK
      {
        return true
      }
    }
    guard isCutShort else { return }
    try check(journalOf: path)
    try StoreLocation.checkMayWrite(path)
    try calling(path) { try open(path, for: .writing).close() }
  }

  static func open(_ path: String, for access: Access) throws(StoreError) -> DatabaseQueue {
    var configuration = reading
    if access == .writing {
      configuration.readonly = false
      configuration.prepareDatabase { db in
        do {
          // What is saved stands in the one file that people know of and copy. The journal is cut to
          // nothing, not removed: that is one write less, and a removed one can come back after a
          // power cut and undo what it must not.
          try db.execute(
            sql: """
              PRAGMA secure_delete = ON; PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = FULL
              """)
        } catch let error as DatabaseError {
          throw StoreError(error, path: path, systemError: systemError(db))
        }
      }
    }
    return try calling(path) {
      do {
        return try DatabaseQueue(path: path, configuration: configuration)
      } catch let error as DatabaseError
        where access == .reading && !hasJournal(path)
        && [.SQLITE_CANTOPEN, .SQLITE_READONLY].contains(error.resultCode)
      {
        // The shared memory that the log of an earlier version asks for cannot be made in a folder
        // that may not be written to. Nobody else can write there either.
        return try asItStands(path)
      }
    }
  }

  private static func hasJournal(_ path: String) -> Bool {
    ["-journal", "-wal"].contains { StoreLocation.size(of: path + $0) > 0 }
  }

  /// Opens the file alone, whatever lies beside it.
  private static func asItStands(_ path: String) throws -> DatabaseQueue {
    try DatabaseQueue(
      path: URL(fileURLWithPath: path).absoluteString + "?immutable=1", configuration: reading)
  }

  /// GRDB without telling it of every column that a statement reads or writes, which takes a third of the
  /// time that preparing one does: nobody observes a store.
  private static var unobserved: Configuration {
    var configuration = Configuration()
    configuration.prepareDatabase { sqlite3_set_authorizer($0.sqliteConnection, nil, nil) }
    return configuration
  }

  private static var reading: Configuration {
    var configuration = unobserved
    configuration.busyMode = .timeout(10)
    configuration.readonly = true
    return configuration
  }

  /// Refuses a journal that SQLite would put into the file although it is damaged or of another store.
  private static func check(journalOf path: String) throws(StoreError) {
    let journal = RollbackJournal(try StoreLocation.contents(of: path + "-journal"))
    if let fault = journal.fault {
      throw StoreError(.damagedJournal(.rollback, fault), path: path)
    }
    let identity = try? asItStands(path).read { try $0.text("SELECT store FROM identity") }
    guard identity.map({ journal.belongs(to: $0) }) ?? true else {
      throw StoreError(.otherJournal(.rollback), path: path)
    }
  }

  /// Moves what earlier versions of Waymark kept in a log beside a store into the file.
  ///
  /// - Parameter isExpected: whether the file says that it has one.
  private static func takeIn(logOf path: String, isExpected: Bool) throws(StoreError) {
    let log = path + "-wal"
    // SQLite removes the two together.
    if isExpected, access(path + "-shm", F_OK) == 0, access(log, F_OK) != 0 {
      throw StoreError(.missingJournal(.changeLog), path: path)
    }
    if StoreLocation.size(of: log) > 0 {
      if let fault = ChangeLog(try StoreLocation.contents(of: log)).fault {
        throw StoreError(.damagedJournal(.changeLog, fault), path: path)
      }
      // The last one to leave moves the log into the file, so a reader looks first.
      let reader = try open(path, for: .reading)
      try examine(reader, path)
      try calling(path, reader) { try reader.close() }
    }
    do throws(StoreError) {
      try StoreLocation.checkMayWrite(path)
    } catch {
      // Read as it stands, as far as SQLite can without writing anything beside it.
      return
    }
    try calling(path) { try open(path, for: .writing).close() }
  }
}
