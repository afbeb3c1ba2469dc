import CSystem
import Foundation
import Synchronization
import Waymark
import WaymarkBasics
import WaymarkStore

/// Decides what a result may be written over: the one rule of every command and every option.
///
/// Nothing is ever written over a database, be it a store or not, what belongs to the store in use,
/// the settings, what the same command reads, or through a link. What else is there is replaced with
/// `--force`, a folder only as far as Waymark wrote it (`FolderManifest`).
struct OutputRule {
  /// What is in a place that may be written to.
  enum Place {
    case free, file, folder
    /// A pipe or a terminal, which is written to as it is.
    case device
  }

  /// What no result is ever written over.
  enum Obstacle {
    case store, settings, database
    /// What the same command reads.
    case input
    case noRegularFile
    /// What cannot be looked into, for this reason of the system's.
    case unknown(String)
  }

  /// Whether what is there already may be replaced.
  let replaces: Bool
  private let isForSettings: Bool
  private let store: [String]
  private let settings: String?

  /// The rule for results, or for the settings, which are replaced whenever one is changed.
  ///
  /// - Parameter replacesOwn: whether what is there is an earlier form of the same.
  init(_ session: Session, isForSettings: Bool = false, replacesOwn: Bool = false) {
    self.isForSettings = isForSettings
    replaces = isForSettings || replacesOwn || session.options.force
    // Without a home folder there is neither store nor settings, and none to write over.
    store = (try? session.storePath).map(Store.filesInUse) ?? []
    settings = Settings.path(in: session.surroundings).map(DatabaseFile.resolved)
  }

  /// What is in a place.
  ///
  /// - Throws: `Failure` where nothing may be written there by any option.
  func place(_ path: String) throws -> Place {
    let resolved = DatabaseFile.resolved(path)
    let file = FileIdentity(named: path)
    let isSame = { (other: String) in
      other == resolved || file != nil && file == FileIdentity(named: other)
    }
    guard !store.contains(where: isSame) else {
      throw refusal(path, .store, .usage)
    }
    guard isForSettings || !(settings.map(isSame) ?? false) else {
      throw refusal(path, .settings, .usage)
    }
    var status = stat()
    guard lstat(path.systemName, &status) == 0 else {
      try refuseDatabase(path)
      return .free
    }
    if !isForSettings, let file, FilesRead.contain(file) {
      throw refusal(path, .input, .usage)
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG:
      try refuseDatabase(path)
      return .file
    case S_IFDIR: return .folder
    case S_IFCHR, S_IFIFO: return .device
    case S_IFLNK:
      throw Failure(.output, CommandWords.english.output.isLink(path.printableLine))
    default: throw refusal(path, .noRegularFile, .output)
    }
  }

  private func refuseDatabase(_ path: String) throws {
    let isOne: Bool
    do throws(SystemError) {
      isOne = try DatabaseFile.stands(at: path)
    } catch {
      throw refusal(path, .unknown(error.reason), .output)
    }
    guard !isOne else { throw refusal(path, .database, .output) }
  }

  private func refusal(_ path: String, _ obstacle: Obstacle, _ exit: Exit) -> Failure {
    Failure(exit, CommandWords.english.output.notReplaced(path.printableLine, obstacle))
  }
}

/// The files that this run has read, so that no command writes over what it reads.
enum FilesRead {
  /// Guards which files they are; they are read on several threads.
  private static let known = Mutex<Set<FileIdentity>>([])

  /// Notes the file that a descriptor is open for.
  static func add(_ descriptor: Int32) {
    guard let file = FileIdentity(of: descriptor) else { return }
    known.withLock { _ = $0.insert(file) }
  }

  /// Whether a file was read.
  static func contain(_ file: FileIdentity) -> Bool { known.withLock { $0.contains(file) } }
}
