import Foundation
internal import GRDB
internal import GRDBSQLite

/// One person's answers, or an association's campaigns, in one SQLite file.
///
/// Every change is on the disk before the call returns (WAL, `synchronous=FULL`), and what is
/// deleted is overwritten. The file is readable by its owner alone.
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
    if exists, access == .writing {
      try StoreLocation.checkMayWrite(path)
      // The last writer to leave moves the journal into the file, even one that does not fit it;
      // so a reader looks first.
      let reader = try Self.open(path, for: .reading)
      try Self.examine(reader, path, newest: steps.count)
      try Self.calling(path, reader) { try reader.close() }
    }
    if !exists { try Self.make(path, steps: steps) }
    let opened = try Self.open(path, for: access)
    guard access == .writing else {
      try Self.examine(opened, path, newest: steps.count)
      let version = try Self.calling(path, opened) { try opened.read(Schema.version) }
      if version < steps.count {
        try Self.calling(path, opened) { try opened.close() }
        _ = try Store(path: path, for: .writing, steps: steps)
        queue = try Self.open(path, for: .reading)
      } else {
        queue = opened
      }
      return
    }
    queue = opened
    let version = try read { try Schema.version(of: $0) }
    guard version < steps.count else { return }
    let copy = "\(path).before-\(version + 1)"
    if !FileManager.default.fileExists(atPath: copy) { try backUp(to: copy, madeBeside: path) }
    try Self.calling(path, queue) { try Schema.migrate(queue, steps: steps) }
  }

  /// Opens a store to change it, makes it where it is missing, and keeps every other run that would
  /// change it away.
  ///
  /// - Parameter command: what the run does, as others are told: `import`.
  /// - Throws: `StoreError` with `held(by:)` when another run has it.
  public convenience init(path: String, toWriteAs command: String) throws(StoreError) {
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
  public func inOneTransaction<Value>(_ body: () throws -> Value) throws -> Value {
    try naming { try transaction { _ in try body() } }
  }

  /// Copies the whole store, as it is at one moment, into a new file that its owner alone can read.
  ///
  /// - Parameter replacing: whether a file that bears the name already is replaced, once the copy
  ///   is whole.
  public func backUp(to copy: String, replacing: Bool = false) throws(StoreError) {
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
      }
      try queue.close()
    }
    try StoreLocation.place(temporary, at: copy, replacing: replacing)
  }

  /// Looks at every page and every reference of the store.
  ///
  /// - Returns: what is wrong, in SQLite's words; empty when all is sound.
  public func faults() throws(StoreError) -> [String] {
    try read { db in
      let pages = try String.fetchAll(db, sql: "PRAGMA integrity_check").compactMap(Self.fault)
      let references = try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").map {
        "a row of \($0["table"] as String) refers to nothing"
      }
      return pages + references
    }
  }

  /// The files of a store that is in use: its own, its journal, its lock.
  public static func filesInUse(of path: String) -> [String] {
    let path = StoreLocation.resolved(path)
    return ["", "-wal", "-shm", "-journal", ".lock"].map { path + $0 }
  }

  /// Removes a store with all that SQLite and Waymark keep beside it.
  ///
  /// - Returns: the paths that were removed.
  public static func erase(path: String) throws(StoreError) -> [String] {
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
  private static func refuseForeign(_ path: String) throws(StoreError) {
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

  /// Writes all or nothing, and signs what it writes with the store's identity.
  func transaction<Value>(_ body: (Database) throws -> Value) throws -> Value {
    if let current { return try body(current) }
    return try queue.write { db in
      current = db
      defer { current = nil }
      try StoreIdentity.sign(db)
      return try body(db)
    }
  }

  /// Puts SQLite's own errors into this module's words; others pass.
  func naming<Value>(_ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let error as DatabaseError {
      throw StoreError(error, path: path, systemError: Self.systemError(of: queue))
    }
  }

  // MARK: - Opening

  private static func calling<Value>(
    _ path: String, _ queue: DatabaseQueue? = nil, _ body: () throws -> Value
  ) throws(StoreError) -> Value {
    do {
      return try body()
    } catch let error as StoreError {
      throw error
    } catch let error as DatabaseError {
      throw StoreError(error, path: path, systemError: queue.map(systemError) ?? 0)
    } catch {
      throw StoreError(.system(String(describing: error)), path: path)
    }
  }

  /// What the system said when SQLite last failed to read or write a file.
  private static func systemError(of queue: DatabaseQueue) -> Int32 {
    queue.unsafeReentrantRead { db in
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
  }

  /// Makes a new store, whole or not at all.
  ///
  /// It is made beside its place, written through to the disk and linked there; until then nothing
  /// of it needs to be safe.
  private static func make(_ path: String, steps: [String]) throws(StoreError) {
    try StoreLocation.makeFolder(of: path)
    let staging = try StoreLocation.staging(beside: path)
    defer { staging.remove() }
    let temporary = try StoreLocation.makeEmptyFile(in: staging, for: path)
    var configuration = Configuration()
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF")
    }
    let queue = try calling(path) {
      try DatabaseQueue(path: temporary, configuration: configuration)
    }
    try calling(path, queue) {
      try Schema.migrate(queue, steps: steps)
      try queue.write(StoreIdentity.begin)
      try queue.close()
    }
    do {
      try StoreLocation.place(temporary, at: path)
    } catch  where error.problem == .exists {
      // Another run made the store at the same moment; it is as good as this one.
    }
  }

  private static func open(_ path: String, for access: Access) throws(StoreError) -> DatabaseQueue {
    var configuration = Configuration()
    configuration.busyMode = .timeout(5)
    configuration.readonly = access == .reading
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA secure_delete = ON")
      guard access == .writing else { return }
      try db.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL")
    }
    return try calling(path) {
      do {
        return try DatabaseQueue(path: path, configuration: configuration)
      } catch let error as DatabaseError
        where access == .reading && !hasJournal(path)
        && [.SQLITE_CANTOPEN, .SQLITE_READONLY].contains(error.resultCode)
      {
        // A reader cannot make the shared memory that WAL asks for in a folder it may not write to.
        // Nobody else can write there either, so the file may be read as it stands.
        let address = URL(fileURLWithPath: path).absoluteString + "?immutable=1"
        return try DatabaseQueue(path: address, configuration: configuration)
      }
    }
  }

  private static func hasJournal(_ path: String) -> Bool {
    var status = stat()
    return stat(path + "-wal", &status) == 0 && status.st_size > 0
  }

  private static func examine(_ queue: DatabaseQueue, _ path: String, newest: Int)
    throws(StoreError)
  {
    let (application, version, fault) = try calling(path, queue) {
      try queue.read { db in
        (
          try Int32.fetchOne(db, sql: "PRAGMA application_id"), try Schema.version(of: db),
          try quickFault(of: db)
        )
      }
    }
    if let fault { throw StoreError(.damaged(detail: fault), path: path) }
    guard application == Schema.applicationID else { throw StoreError(.foreign, path: path) }
    guard version <= newest else {
      throw StoreError(.newer(found: version, known: newest), path: path)
    }
    guard try calling(path, queue, { try queue.read(StoreIdentity.isWhole) }) else {
      throw StoreError(
        .damaged(detail: "the journal beside it, -wal, belongs to another store"), path: path)
    }
  }

  /// What SQLite found wrong, on one line and without its heading.
  private static func fault(_ text: String) -> String? {
    guard text != "ok" else { return nil }
    return text.split(separator: "\n").filter { !$0.hasPrefix("***") }.joined(separator: ", ")
  }

  /// A person's store is small enough to be looked through each time; an association's is not, and
  /// is checked by `waymark store check`.
  private static func quickFault(of db: Database) throws -> String? {
    let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
    guard pages <= 1000 else { return nil }
    return try String.fetchOne(db, sql: "PRAGMA quick_check(1)").flatMap(fault)
  }
}
