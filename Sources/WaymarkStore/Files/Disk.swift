internal import Foundation

/// What outlasts a power cut.
package enum Disk {
  /// Writes a file's bytes, or the names in a folder, through to the disk.
  package static func settle(_ path: String) throws(SystemError) {
    let descriptor = open(path.systemName, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { throw SystemError() }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw SystemError() }
  }
}
