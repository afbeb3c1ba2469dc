import Foundation

/// Compares a text with a file under `Snapshots/` beside the tests of the calling target.
///
/// With `WAYMARK_RECORD=1` in the environment the file is written instead, and the test fails all
/// the same: nobody records by accident, and no machine records unwatched.
/// - Throws: `SnapshotError` when the file differs, is missing or was recorded.
package func snapshot(_ text: String, named name: String, filePath: String = #filePath) throws {
  var target = URL(fileURLWithPath: filePath).deletingLastPathComponent()
  while target.deletingLastPathComponent().lastPathComponent != "Tests", target.path != "/" {
    target.deleteLastPathComponent()
  }
  let file = target.appendingPathComponent("Snapshots").appendingPathComponent(name)
  if ProcessInfo.processInfo.environment["WAYMARK_RECORD"] == "1" {
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    throw SnapshotError.recorded(name)
  }
  guard let expected = try? String(contentsOf: file, encoding: .utf8) else {
    throw SnapshotError.missing(name)
  }
  guard text.utf8.elementsEqual(expected.utf8) else {
    throw SnapshotError.differs(name, SnapshotError.firstDifference(expected, text))
  }
}

/// Why a text does not pass as its snapshot.
package enum SnapshotError: Error, CustomStringConvertible {
  /// There is no file of this name.
  case missing(String)
  /// The file was written just now.
  case recorded(String)
  /// The file differs, first in these lines.
  case differs(String, String)

  /// What happened and what to do.
  package var description: String {
    switch self {
    case .missing(let name): "no snapshot '\(name)'; record it with WAYMARK_RECORD=1 and read it"
    case .recorded(let name): "recorded '\(name)'; read it, then run again without WAYMARK_RECORD"
    case .differs(let name, let lines): "'\(name)' differs from its snapshot:\n\(lines)"
    }
  }

  static func firstDifference(_ expected: String, _ actual: String) -> String {
    let expected = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let actual = actual.split(separator: "\n", omittingEmptySubsequences: false)
    let place =
      zip(expected, actual).enumerated().first { $0.element.0 != $0.element.1 }?.offset
      ?? min(expected.count, actual.count)
    func line(_ lines: [Substring]) -> String {
      place < lines.count ? String(lines[place]) : "(end)"
    }
    return "line \(place + 1)\n  expected: \(line(expected))\n  actual:   \(line(actual))"
  }
}
