internal import Foundation

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
