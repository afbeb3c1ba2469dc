import WaymarkBasics

/// The first lines of a list that may be long, and how many more there are.
struct BoundedLines {
  private static let shown = 50

  /// What is kept of them.
  private(set) var lines: [String] = []
  private let limit: Int
  private var unlisted = 0

  /// - Parameter limit: how many lines are kept, for a file that lists them all.
  init(limit: Int = 50) { self.limit = max(limit, Self.shown) }

  var isEmpty: Bool { lines.isEmpty }

  /// The lines, and a last one that says how many are left out.
  var text: String {
    let rest = lines.count - min(lines.count, Self.shown) + unlisted
    let last = rest == 0 ? [] : [CommandWords.english.import.more(rest)]
    return (lines.prefix(Self.shown) + last).joined(separator: "\n")
  }

  /// The lines, and a last one that says how many there are and where the others are to be read.
  ///
  /// - Parameter isReported: whether all of them are written to a file.
  func text(isReported: Bool) -> String {
    let all = lines.count + unlisted
    guard all > Self.shown else { return text }
    let last = CommandWords.english.import.shown(Self.shown, of: all, isReported: isReported)
    return (lines.prefix(Self.shown) + [last]).joined(separator: "\n")
  }

  mutating func add(_ findings: any FindingsReport) {
    for line in findings.listedLines { add(line) }
    unlisted += findings.unlisted
  }

  mutating func add(_ line: String) {
    if lines.count < limit {
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
