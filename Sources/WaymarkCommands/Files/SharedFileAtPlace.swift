import Foundation
import Waymark
import WaymarkBasics
import WaymarkStore

/// What stands in the place of a file that is to be shared.
enum SharedFileAtPlace {
  /// Whether it is a file that `share` wrote under an id.
  ///
  /// It is looked at as it stands: a link is followed nowhere, and nothing is waited for.
  static func bears(_ id: String, at path: String) -> Bool {
    let descriptor = open(
      path.systemName, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_size <= SharedFile.sizeLimit
    else { return false }
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
    var length = 0
    while length < bytes.count {
      let count = bytes[length...].withUnsafeMutableBytes {
        read(descriptor, $0.baseAddress, $0.count)
      }
      guard count > 0 else { return false }
      length += count
    }
    do throws(JSONFault.Placed) {
      return SharedFile.bears(id, try JSONScanner.tree(of: bytes))
    } catch {
      return false
    }
  }
}
