internal import Foundation

/// What the system refused to do, by its error number.
package struct SystemError: Error, Hashable, Sendable {
  /// The number, as `errno` has it.
  package let number: Int32

  /// The error of the call that failed last.
  package init() { number = errno }

  /// The error in the system's words.
  package var reason: String { String(cString: strerror(number)) }
}
