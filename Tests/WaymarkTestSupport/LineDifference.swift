/// The lines in which two texts differ, as `diff -u` shows them.
package struct LineDifference: CustomStringConvertible {
  private enum Line: Equatable {
    case same(Substring), expected(Substring), actual(Substring)

    var isSame: Bool {
      if case .same = self { true } else { false }
    }

    var text: String {
      switch self {
      case .same(let line): "  \(Self.beginning(line))"
      case .expected(let line): "- \(Self.beginning(line))"
      case .actual(let line): "+ \(Self.beginning(line))"
      }
    }

    private static func beginning(_ line: Substring) -> String {
      line.count > longest ? "\(line.prefix(longest))..." : String(line)
    }
  }

  /// How much of a line is shown.
  private static let longest = 400

  /// How many lines that are the same stand around those that differ.
  private static let context = 3
  /// How many lines are shown at most.
  private static let most = 100

  private let lines: [Line]

  /// Compares two texts, down to the byte.
  package init(expected: String, actual: String) {
    let before = Self.lines(of: expected)
    let after = Self.lines(of: actual)
    // Bytes: two texts that Unicode holds equal are different files.
    let changes = after.difference(from: before) { $0.utf8.elementsEqual($1.utf8) }
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in changes {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var lines: [Line] = []
    var (one, other) = (0, 0)
    while one < before.count || other < after.count {
      if removed.contains(one) {
        lines.append(.expected(before[one]))
        one += 1
      } else if inserted.contains(other) {
        lines.append(.actual(after[other]))
        other += 1
      } else {
        lines.append(.same(before[one]))
        one += 1
        other += 1
      }
    }
    self.lines = lines
  }

  /// The lines that differ, `-` as expected and `+` as they are, with some before and after them;
  /// `@ 12` says at which line of what was expected a piece begins.
  package var description: String {
    let shown = Set(
      lines.indices.filter { !lines[$0].isSame }
        .flatMap { max(0, $0 - Self.context)...$0 + Self.context })
    var texts: [String] = []
    var number = 1
    for (place, line) in lines.enumerated() {
      if shown.contains(place) {
        if !shown.contains(place - 1) { texts.append("@ \(number)") }
        texts.append(line.text)
      }
      if case .actual = line { continue }
      number += 1
    }
    guard texts.count > Self.most else { return texts.joined(separator: "\n") }
    return (texts.prefix(Self.most) + ["... and \(texts.count - Self.most) lines more"])
      .joined(separator: "\n")
  }

  /// The lines, the last of which says so when it does not end.
  private static func lines(of text: String) -> [Substring] {
    guard !text.isEmpty else { return [] }
    // A view of scalars, as a carriage return and a line feed are one character.
    var lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .map { Substring($0) }
    if lines.last?.isEmpty == true {
      lines.removeLast()
    } else if let last = lines.popLast() {
      lines.append(last + " (without a line end)")
    }
    return lines
  }
}
