internal import Foundation
internal import GRDB
import Waymark
package import WaymarkBasics

/// Why a store could not be opened, read or written.
package struct StoreError: Error, Hashable, Sendable {
  /// What went wrong.
  package enum Problem: Hashable, Sendable {
    /// There is no store there, and none was to be made.
    case missing
    /// The file is empty, or not all of it is a sound database.
    case damaged(detail: String)
    /// The file is a database of another program.
    case foreign
    /// The store was written by a newer Waymark.
    case newer(found: Int, known: Int)
    /// Another run of Waymark, or another program, is using it.
    case held(by: String)
    /// The store cannot be written, for this reason of the system's.
    case readOnly(reason: String)
    /// Others may write to the folder, so anybody could put a store of theirs there.
    case unsafeFolder(String)
    /// The file belongs to another user.
    case otherOwner
    /// The path leads to something that is not a regular file.
    case notAFile
    /// The campaign with this name was published on a day, and does not change any more.
    case frozen(String, since: String)
    /// The campaign with this name was closed on a day, and takes no response in any more.
    case closed(String, on: CalendarDate)
    /// Another run wrote to the store while this one worked with what it had read.
    case changedMeanwhile
    /// Things were published or exported from it that are not in the ledger of the store it would replace.
    case otherLedger
    /// Something bears that name already.
    case exists
    /// The file is whole and bears its name, but the system did not confirm, for this reason, that
    /// the name is on the disk.
    case unconfirmed(String)
    /// The system refused, in its own words: no space left, permission denied.
    case system(String)
    /// A finished assessment does not change.
    case finished
    /// There is no such assessment or campaign.
    case unknown(String)
    /// There is a campaign with this name.
    case campaignExists(String)
    /// The campaign asks with another framework, down to the words.
    case otherFramework(campaign: String)

    /// Whether a campaign does not take a change in since it was closed or published.
    package var isLate: Bool {
      switch self {
      case .frozen, .closed: true
      default: false
      }
    }
  }

  /// What went wrong.
  package let problem: Problem
  /// The store's path.
  package let path: String

  /// Joins a problem and the store it happened to.
  package init(_ problem: Problem, path: String) {
    self.problem = problem
    self.path = path
  }

  /// - Parameter systemError: the system's number of the fault below SQLite's; 0 when unknown.
  init(_ error: DatabaseError, path: String, systemError: Int32 = 0) {
    let detail = error.message ?? error.resultCode.description
    let problem: Problem =
      switch error.resultCode {
      // All that is asked of SQLite is fixed: what it cannot make sense of is the file.
      case .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_ERROR, .SQLITE_SCHEMA, .SQLITE_MISMATCH,
        .SQLITE_FORMAT, .SQLITE_TOOBIG:
        .damaged(detail: detail)
      case .SQLITE_BUSY, .SQLITE_LOCKED: .held(by: "another program")
      case .SQLITE_READONLY: .readOnly(reason: detail)
      case .SQLITE_CONSTRAINT where detail == Schema.finishedMessage: .finished
      case .SQLITE_FULL: .system("No space left on device")
      case .SQLITE_IOERR where systemError != 0, .SQLITE_CANTOPEN where systemError != 0:
        .system(String(cString: strerror(systemError)))
      default: .system(detail)
      }
    self.init(problem, path: path)
  }
}
