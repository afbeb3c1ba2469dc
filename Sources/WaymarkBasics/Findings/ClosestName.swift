extension String {
  /// The candidate that is nearest to this text, when one is near.
  ///
  /// Nearest by the fewest insertions, deletions, replacements and swaps of two neighbours (optimal
  /// string alignment) of Unicode scalars, ignoring case; `nil` when more than a third of the longer
  /// text differs, for an empty text, and for one of more than 256 bytes, which is no name: the time
  /// grows with the square of the length. Ties go to the first candidate.
  package func closest(among candidates: some Sequence<String>) -> String? {
    guard !isEmpty, utf8.count <= 256 else { return nil }
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
    var beforeLast: [Int] = []
    var last: [Int] = []
    var row = Array(0...right.count)
    var leastOfLast = 0
    for (place, letter) in left.enumerated() {
      (beforeLast, last) = (last, row)
      row[0] = place + 1
      var least = row[0]
      for (column, other) in right.enumerated() {
        let replaced = last[column] + (letter == other ? 0 : 1)
        row[column + 1] = Swift.min(replaced, last[column + 1] + 1, row[column] + 1)
        if place > 0, column > 0, letter == right[column - 1], other == left[place - 1] {
          row[column + 1] = Swift.min(row[column + 1], beforeLast[column - 1] + 1)
        }
        least = Swift.min(least, row[column + 1])
      }
      // A swap reaches back over one row, and no further.
      if least > limit, leastOfLast > limit { return least }
      leastOfLast = least
    }
    return row[right.count]
  }
}

extension String {
  /// The candidates that share most of their words with this text, the best first.
  ///
  /// Those that share none are left out. Ties keep their order.
  ///
  /// For sentences, as `closest(among:)` is for names.
  package func nearest(_ count: Int, among candidates: [String]) -> [String] {
    let rated = candidates.enumerated().compactMap { place, candidate in
      let share = likeness(to: candidate)
      return share == 0 ? nil : (share: share, place: place)
    }
    let sorted = rated.sorted { ($1.share, $0.place) < ($0.share, $1.place) }
    return sorted.prefix(count).map { candidates[$0.place] }
  }

  /// The share of words that two texts have both, of all that are in either: 0 to 1.
  package func likeness(to other: String) -> Double {
    let (words, others) = (nearWords, other.nearWords)
    let all = words.union(others).count
    return all == 0 ? 0 : Double(words.intersection(others).count) / Double(all)
  }

  /// The words, without their endings: the first five letters of each.
  private var nearWords: Set<Substring> {
    Set(
      lowercased().split { !$0.isLetter && !$0.isNumber }.map { $0.prefix(5) })
  }
}

extension [String] {
  /// The words as a choice: `a`, `a or b`, `a, b or c`.
  package var alternatives: String {
    guard let last else { return "" }
    return count == 1 ? last : dropLast().joined(separator: ", ") + " or " + last
  }
}
