import Foundation

/// Whether every case of tables and draws is tried that a usual run of the tests tries a part of.
///
/// `.ci/run` asks for it by `WAYMARK_EVERY_CASE=1`.
package enum EveryCase {
  package static let isAsked = ProcessInfo.processInfo.environment["WAYMARK_EVERY_CASE"] == "1"

  /// So many draws, or a part of them.
  package static func count(_ all: Int, usually few: Int) -> Int { isAsked ? all : few }
}
