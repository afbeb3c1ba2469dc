/// Which people a group of a release is: a category in some dimensions, everybody in the others.
package struct GroupKey: Hashable, Sendable {
  /// A category for each dimension that the group is narrowed by, by the ids of both.
  package let categories: [String: String]

  /// Takes a category for each dimension that narrows the group; none is everybody.
  package init(_ categories: [String: String]) { self.categories = categories }

  /// The group in words: `role=manager, state=WY`; `everybody` for all.
  package var name: String {
    categories.isEmpty
      ? "everybody"
      : categories.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        .joined(separator: ", ")
  }
}

/// The true counts of a table by one or two dimensions.
package struct GroupTable: Hashable, Sendable {
  /// The ids of one or two dimensions.
  package let dimensions: [String]
  /// People in each cell, the last dimension running fastest.
  package let counts: [Int]

  /// Takes counts for every combination of the categories.
  package init(dimensions: [String], counts: [Int]) {
    self.dimensions = dimensions
    self.counts = counts
  }

  /// The names of the dimensions, as `campaign new --table` takes them.
  package var name: String { dimensions.joined(separator: ",") }
}

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
