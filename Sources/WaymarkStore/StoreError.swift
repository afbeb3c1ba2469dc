internal import Foundation
internal import GRDB
import Waymark
public import WaymarkBasics

/// Why a store could not be opened, read or written.
public struct StoreError: Error, Hashable, Sendable {
  /// What went wrong.
  public enum Problem: Hashable, Sendable {
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
    /// The campaign with this name was published on a day, and stays as it was then.
    case staysAsPublished(String, since: CalendarDate)
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
    /// Something of a campaign with this name was published or exported.
    case inLedger(String)
    /// The campaign asks with another framework, down to the words.
    case otherFramework(campaign: String)

    /// Another run of Waymark is using the store, and does not say which.
    static let heldByAnotherRun = Problem.held(by: "another run of Waymark")

    /// Whether a campaign does not take a change in since it was closed or published.
    public var isLate: Bool {
      switch self {
      case .frozen, .closed: true
      default: false
      }
    }
  }

  /// What went wrong.
  public let problem: Problem
  /// The store's path.
  public let path: String

  /// Joins a problem and the store it happened to.
  public init(_ problem: Problem, path: String) {
    self.problem = problem
    self.path = path
  }

  /// A file that is not as Waymark leaves a store.
  init(_ damage: StoreDamage, path: String) {
    self.init(.damaged(detail: damage.words), path: path)
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

/// What Waymark itself finds wrong with the file of a store, or with what lies beside it.
enum StoreDamage: Hashable, Sendable {
  case emptyFile
  case otherBeginning
  case noVersion(Int)
  case otherJournal(Journal)
  case missingJournal(Journal)
  case damagedJournal(Journal, JournalFault)
  case brokenSeal
  case brokenLedger
  case brokenIndex
  /// A row of this table refers to one that is not there.
  case danglingReference(table: String)
  /// A value, of a column and a table where it is known of which.
  case otherKind(column: String? = nil, table: String? = nil)
  case noAnswer
  case otherSheetLength
  case sheetsMissing(found: Int, kept: Int)

  /// The files that SQLite keeps beside a store.
  enum Journal: String {
    case rollback = "-journal"
    case changeLog = "-wal"
  }

  /// What cannot be true of a journal as it was written.
  enum JournalFault {
    case otherBeginning, damagedBeginning, missingEnd, damagedPage

    fileprivate var words: String {
      switch self {
      case .otherBeginning: "its beginning is not that of a journal"
      case .damagedBeginning: "its beginning is damaged"
      case .missingEnd: "its end is missing"
      case .damagedPage: "a page in it is damaged"
      }
    }
  }

  var words: String {
    switch self {
    case .emptyFile: "the file is empty"
    case .otherBeginning: "it does not begin as a store does"
    case .noVersion(let version): "\(version) is no version of a store"
    case .otherJournal(let journal):
      "the journal beside it, \(journal.rawValue), belongs to another store"
    case .missingJournal(let journal):
      "the journal that was beside it, \(journal.rawValue), is gone"
    case .damagedJournal(let journal, let fault):
      "the journal beside it, \(journal.rawValue), is damaged: \(fault.words)"
    case .brokenSeal: "something in it is not as it was written"
    case .brokenLedger: "the ledger of releases is not as it was written"
    case .brokenIndex: "the index of responses does not fit them"
    case .danglingReference(let table): "a row of \(table) refers to nothing"
    case .otherKind(let column, let table):
      "a value\(column.map { " in the column \($0)" } ?? "")"
        + "\(table.map { " of the table \($0)" } ?? "") is not of its kind"
    case .noAnswer: "an answer sheet holds what is no answer"
    case .otherSheetLength: "an answer sheet does not have the length of its documents"
    case .sheetsMissing(let found, let kept): "it has \(found) responses of \(kept)"
    }
  }
}
