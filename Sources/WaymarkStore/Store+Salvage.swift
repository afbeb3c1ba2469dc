internal import Foundation
internal import GRDB

/// What could still be read from a damaged store about one competency or one background question.
public struct SalvagedAnswer: Equatable, Sendable {
  /// The assessment it belongs to, as the store names it.
  public let assessment: Int
  /// The competency or the background question, as it was stored.
  public let subject: String
  /// The answer's word, as it was stored; `nil` when there is none that could be read.
  public var level: String?
  /// Its place among those picked as important, 1 to 3, or 0 without a place.
  public var pick: Int?
  /// How important it was rated, 1 to 5.
  public var importance: Int?
  /// The answer to a background question, a JSON list of options.
  public var options: String?
  /// The note beside it.
  public var note: String?

  init(_ row: Row) {
    assessment = row["assessment"]
    subject = row["subject"]
  }
}

extension Store {
  /// Reads the answers and notes of a store that may be damaged, as many as can be reached.
  ///
  /// The file is not changed. Rows are looked up one by one, from both ends of a table, so that a
  /// damaged page hides no more than what lies on it or beyond it from both sides. A file that was
  /// cut off or has lost its header is read from a mended copy, as far as it goes.
  /// - Returns: what was found, in the order of assessments and answers.
  public static func salvage(path: String) throws(StoreError) -> [SalvagedAnswer] {
    let path = StoreLocation.resolved(path)
    guard try StoreLocation.check(path) else { throw StoreError(.missing, path: path) }
    guard StoreHeader.isLost(from: path) || StoreHeader.missingPages(of: path) > 0 else {
      return try salvage(readable: path)
    }
    let staging = try StoreLocation.staging(beside: path)
    defer { staging.remove() }
    let copy = try StoreLocation.makeEmptyFile(in: staging, for: path)
    do {
      try StoreHeader.writeCopy(of: path, to: copy)
    } catch {
      throw StoreError(.system(String(describing: error)), path: path)
    }
    return try salvage(readable: copy)
  }

  /// - Parameter hasJournal: whether the journal beside the file is the file's own.
  private static func salvage(readable path: String, hasJournal: Bool = true)
    throws(StoreError) -> [SalvagedAnswer]
  {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.prepareDatabase { db in
      // Else SQLite refuses every page of a file that was cut off.
      try db.execute(sql: "PRAGMA writable_schema = ON")
    }
    struct ForeignJournal: Error {}
    let place =
      hasJournal ? path : URL(fileURLWithPath: path).absoluteString + "?immutable=1"
    do {
      return try DatabaseQueue(path: place, configuration: configuration).unsafeRead { db in
        if hasJournal, (try? StoreIdentity.isWhole(db)) == false { throw ForeignJournal() }
        var found = Found()
        try found.add("rating", "answer", in: db) { $0.level = $1 }
        try found.add("pick", "place", in: db) { $0.pick = $1 }
        try found.add("importance_rating", "rank", in: db) { $0.importance = $1 }
        try found.add("note", "text", in: db) { $0.note = $1 }
        try found.add("background_choice", "options", of: "field", in: db) { $0.options = $1 }
        return found.answers
      }
    } catch is ForeignJournal {
      return try salvage(readable: path, hasJournal: false)
    } catch let error as DatabaseError {
      throw StoreError(error, path: path)
    } catch {
      throw StoreError(.system(String(describing: error)), path: path)
    }
  }

  /// Answers in the order in which their first part was found.
  private struct Found {
    private struct Subject: Hashable {
      let assessment: Int
      let subject: String
    }
    private(set) var answers: [SalvagedAnswer] = []
    private var places: [Subject: Int] = [:]

    /// Adds what can be read of one column of a table; a store of an earlier version may lack it.
    mutating func add<Value: DatabaseValueConvertible>(
      _ table: String, _ column: String, of subject: String = "competency", in db: Database,
      _ set: (inout SalvagedAnswer, Value?) -> Void
    ) throws {
      guard try db.tableExists(table) else { return }
      let rows = try readable(
        "SELECT rowid AS place, assessment, \(subject) AS subject, \(column) AS value FROM \(table)",
        in: db)
      for row in rows {
        let key = Subject(assessment: row["assessment"], subject: row["subject"])
        let place = places[key] ?? answers.count
        if place == answers.count {
          answers.append(SalvagedAnswer(row))
          places[key] = place
        }
        set(&answers[place], row["value"])
      }
    }
  }

  private static func readable(_ query: String, in db: Database) throws -> [Row] {
    var found: [Int64: Row] = [:]
    for order in ["ASC", "DESC"] {
      do {
        let rows = try Row.fetchCursor(db, sql: "\(query) ORDER BY rowid \(order)")
        while let row = try rows.next() { found[row["place"]] = row.copy() }
      } catch let error as DatabaseError
        where [.SQLITE_CORRUPT, .SQLITE_IOERR].contains(error.resultCode)
      {
        continue
      }
    }
    return found.sorted { $0.key < $1.key }.map(\.value)
  }
}
