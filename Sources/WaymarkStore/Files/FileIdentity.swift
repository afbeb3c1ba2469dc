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
