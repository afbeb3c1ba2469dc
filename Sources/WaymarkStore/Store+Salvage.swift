internal import Foundation
internal import GRDB

/// An answer that could still be read from a damaged store.
public struct SalvagedAnswer: Equatable, Sendable {
  /// The assessment it belongs to, as the store names it.
  public let assessment: Int
  /// The competency, as it was stored.
  public let competency: String
  /// The answer's word, as it was stored; `nil` when only the note could be read.
  public let answer: String?
  /// The note beside it, when there is one that could be read.
  public let note: String?
}

extension Store {
  /// Reads the answers and notes of a store that may be damaged, as many as can be reached.
  ///
  /// The file is not changed. Rows are looked up one by one, from both ends of a table, so that a
  /// damaged page hides no more than what lies on it or beyond it from both sides. A file that was
  /// cut off is read as far as it goes, and one whose header is lost from a copy with a new header.
  /// - Returns: what was found, in the order of assessments and answers.
  public static func salvage(path: String) throws(StoreError) -> [SalvagedAnswer] {
    let path = StoreLocation.resolved(path)
    guard try StoreLocation.check(path) else { throw StoreError(.missing, path: path) }
    guard StoreHeader.isLost(from: path) else { return try salvage(readable: path) }
    let copy = try StoreLocation.makeEmptyFile(beside: path)
    defer { for suffix in ["", "-wal", "-shm"] { unlink(copy + suffix) } }
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
        let notes = try readable(
          "SELECT rowid AS place, assessment, competency, text FROM note", in: db)
        var texts = Dictionary(
          notes.map { row in (Key(row), row["text"] as String) }, uniquingKeysWith: { $1 })
        let ratings = try readable(
          "SELECT rowid AS place, assessment, competency, answer FROM rating", in: db)
        let answers = ratings.map { row in
          SalvagedAnswer(
            assessment: row["assessment"], competency: row["competency"], answer: row["answer"],
            note: texts.removeValue(forKey: Key(row)))
        }
        let others = notes.filter { texts[Key($0)] != nil }.map { row in
          SalvagedAnswer(
            assessment: row["assessment"], competency: row["competency"], answer: nil,
            note: row["text"])
        }
        return answers + others
      }
    } catch is ForeignJournal {
      return try salvage(readable: path, hasJournal: false)
    } catch let error as DatabaseError {
      throw StoreError(error, path: path)
    } catch {
      throw StoreError(.system(String(describing: error)), path: path)
    }
  }

  private struct Key: Hashable {
    let assessment: Int
    let competency: String

    init(_ row: Row) {
      assessment = row["assessment"]
      competency = row["competency"]
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
