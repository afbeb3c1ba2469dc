internal import Foundation
internal import GRDB

/// An answer that could still be read from a damaged store.
public struct SalvagedAnswer: Equatable, Sendable {
  /// The assessment it belongs to, as the store names it.
  public let assessment: Int
  /// The competency, as it was stored.
  public let competency: String
  /// The answer's word, as it was stored.
  public let answer: String
}

extension Store {
  /// Reads the answers of a store that may be damaged, as many as can be reached.
  ///
  /// The file is not changed. Answers are looked up one by one, from both ends of the table, so that
  /// a damaged page hides no more than what lies on it or beyond it from both sides.
  public static func salvage(path: String) throws(StoreError) -> [SalvagedAnswer] {
    let path = URL(fileURLWithPath: path).standardizedFileURL.path
    guard FileManager.default.fileExists(atPath: path) else {
      throw StoreError(.missing, path: path)
    }
    var configuration = Configuration()
    configuration.readonly = true
    do {
      return try DatabaseQueue(path: path, configuration: configuration).read { db in
        var found: [Int64: SalvagedAnswer] = [:]
        for order in ["ASC", "DESC"] {
          do {
            let rows = try Row.fetchCursor(
              db,
              sql: """
                SELECT sequence, assessment, competency, answer FROM rating
                ORDER BY sequence \(order)
                """)
            while let row = try rows.next() {
              found[row["sequence"]] = SalvagedAnswer(
                assessment: row["assessment"], competency: row["competency"], answer: row["answer"])
            }
          } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
            continue
          }
        }
        return found.sorted { $0.key < $1.key }.map(\.value)
      }
    } catch let error as DatabaseError {
      throw StoreError(error, path: path)
    } catch {
      throw StoreError(.system(String(describing: error)), path: path)
    }
  }
}
