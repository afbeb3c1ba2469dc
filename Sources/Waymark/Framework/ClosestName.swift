extension String {
  /// The candidate that is nearest to this text, when one is near.
  ///
  /// Nearest by the fewest insertions, deletions, replacements and swaps of two neighbours, ignoring
  /// case; `nil` when more than a third of the longer text differs. Ties go to the first candidate.
  public func closest(among candidates: some Sequence<String>) -> String? {
    let letters = Array(lowercased())
    var best: (candidate: String, distance: Int)?
    for candidate in candidates {
      let others = Array(candidate.lowercased())
      let limit = Swift.min(
        Swift.max(letters.count, others.count, 3) / 3, (best?.distance ?? .max) - 1)
      guard limit >= 0, abs(letters.count - others.count) <= limit else { continue }
      let distance = Self.distance(letters, others)
      if distance <= limit { best = (candidate, distance) }
    }
    return best?.candidate
  }

  private static func distance(_ left: [Character], _ right: [Character]) -> Int {
    var beforeLast: [Int] = []
    var last: [Int] = []
    var row = Array(0...right.count)
    for (place, letter) in left.enumerated() {
      (beforeLast, last) = (last, row)
      row[0] = place + 1
      for (column, other) in right.enumerated() {
        let replaced = last[column] + (letter == other ? 0 : 1)
        row[column + 1] = Swift.min(replaced, last[column + 1] + 1, row[column] + 1)
        if place > 0, column > 0, letter == right[column - 1], other == left[place - 1] {
          row[column + 1] = Swift.min(row[column + 1], beforeLast[column - 1] + 1)
        }
      }
    }
    return row[right.count]
  }
}
