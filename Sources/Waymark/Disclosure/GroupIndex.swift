/// Finds the groups that a combination of categories is part of.
struct GroupIndex {
  private struct Pattern {
    let dimensions: [Int]
    var groups: [[Int]: Int]
  }
  private var patterns: [Pattern] = []

  /// Takes groups by their number and their category in each dimension, `nil` for all.
  init(groups: [(number: Int, places: [Int?])]) {
    for (number, places) in groups {
      let dimensions = places.indices.filter { places[$0] != nil }
      let key = places.compactMap { $0 }
      if let known = patterns.firstIndex(where: { $0.dimensions == dimensions }) {
        patterns[known].groups[key] = number
      } else {
        patterns.append(Pattern(dimensions: dimensions, groups: [key: number]))
      }
    }
  }

  /// The groups in which people of these categories are.
  func groups(containing places: [Int: Int]) -> [Int] {
    patterns.compactMap { pattern in
      pattern.groups[pattern.dimensions.map { places[$0] ?? -1 }]
    }
  }
}
