import Waymark
import WaymarkBasics

/// The first lines of a list that may be long, and how many more there are.
struct BoundedLines {
  private static let limit = 50

  private var lines: [String] = []
  private var unlisted = 0

  var isEmpty: Bool { lines.isEmpty }

  /// The lines, and a last one that says how many are left out.
  var text: String {
    let rest = unlisted == 0 ? [] : ["... and \(unlisted) more"]
    return (lines + rest).joined(separator: "\n")
  }

  mutating func add(_ findings: any FindingsReport) {
    for line in findings.lines { add(line) }
  }

  mutating func add(_ line: String) {
    if lines.count < Self.limit {
      lines.append(line.printableLine)
    } else {
      unlisted += 1
    }
  }

  /// Adds a line unless it is there.
  mutating func addOnce(_ line: String) {
    if !lines.contains(line.printableLine) { add(line) }
  }
}
