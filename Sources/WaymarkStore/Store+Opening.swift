import Foundation
internal import GRDB
internal import GRDBSQLite

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
    var configuration = Configuration()
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

  private static var reading: Configuration {
    var configuration = Configuration()
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
