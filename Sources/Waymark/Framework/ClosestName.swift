extension String {
  /// The candidate that is nearest to this text, when one is near.
  ///
  /// Nearest by the fewest insertions, deletions and replacements of characters (Unicode scalars),
  /// ignoring case; `nil` when more than a third of the longer text differs. Ties go to the first
  /// candidate.
  public func closest(among candidates: some Sequence<String>) -> String? {
    let letters = Array(lowercased().unicodeScalars)
    var best: (candidate: String, distance: Int)?
    for candidate in candidates {
      let others = Array(candidate.lowercased().unicodeScalars)
      let limit = Swift.min(
        Swift.max(letters.count, others.count, 3) / 3, (best?.distance ?? .max) - 1)
      guard limit >= 0, abs(letters.count - others.count) <= limit else { continue }
      let distance = Self.distance(letters, others, limit: limit)
      if distance <= limit { best = (candidate, distance) }
    }
    return best?.candidate
  }

  /// The distance, or some number above the limit once it is sure to be passed.
  private static func distance(
    _ left: [Unicode.Scalar], _ right: [Unicode.Scalar], limit: Int
  ) -> Int {
    var row = Array(0...right.count)
    for (place, letter) in left.enumerated() {
      var diagonal = row[0]
      row[0] = place + 1
      var least = row[0]
      for (column, other) in right.enumerated() {
        let replaced = diagonal + (letter == other ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = Swift.min(replaced, row[column] + 1, row[column + 1] + 1)
        least = Swift.min(least, row[column + 1])
      }
      if least > limit { return least }
    }
    return row[right.count]
  }
}
