internal import Foundation

/// Which file it is, whatever its names are.
package struct FileIdentity: Hashable, Sendable {
  private let device: UInt64
  private let inode: UInt64

  /// The file that a descriptor is open for; `nil` when the system does not say.
  package init?(of descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    self.init(status)
  }

  /// The file that bears a name, a link itself and not what it leads to; `nil` when there is none.
  package init?(named path: String) {
    var status = stat()
    guard lstat(path.systemName, &status) == 0 else { return nil }
    self.init(status)
  }

  private init(_ status: stat) {
    (device, inode) = (UInt64(status.st_dev), UInt64(status.st_ino))
  }
}

/// What tells that a file is a database, or belongs to one, before SQLite is asked.
package enum DatabaseFile {
  private static let magic = Array("SQLite format 3\0".utf8)

  /// The one name of a file: absolute, and past every link.
  package static func resolved(_ path: String) -> String { StoreLocation.resolved(path) }

  /// Whether a file is a database, a store or any other, or bears a name that a database beside it
  /// has for its journal, its lock or a copy.
  ///
  /// - Parameter path: where a regular file is, or nothing.
  package static func stands(at path: String) throws(SystemError) -> Bool {
    if try isDatabase(path) { return true }
    let parts = PathParts(path)
    let part = /.(-wal|-shm|-journal|\.lock|\.(before|replaced)-\d+)$/
    guard let match = parts.name.firstMatch(of: part) else { return false }
    let owner = parts.name[...match.range.lowerBound]
    return try isDatabase(PathParts.joined(parts.folder, String(owner)))
  }

  /// Whether a file begins as a database does, or looks like a store that has lost its beginning:
  /// whole pages, the first of them with a table.
  private static func isDatabase(_ path: String) throws(SystemError) -> Bool {
    var status = stat()
    guard lstat(path.systemName, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      return false
    }
    let descriptor = open(path.systemName, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw SystemError() }
    defer { close(descriptor) }
    var start = [UInt8](repeating: 0, count: 101)
    let count = read(descriptor, &start, start.count)
    return start.starts(with: magic)
      || count == start.count && status.st_size % 4096 == 0 && [0x05, 0x0D].contains(start[100])
  }
}

/// What the system refused to do, by its error number.
package struct SystemError: Error, Hashable, Sendable {
  /// The number, as `errno` has it.
  package let number: Int32

  /// What it was about, where the caller did not name it.
  package let path: String?

  /// The error of the call that failed last.
  package init(at path: String? = nil) { (number, self.path) = (errno, path) }

  /// The error in the system's words.
  package var reason: String { String(cString: strerror(number)) }
}
