import Synchronization
import WaymarkStore

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
