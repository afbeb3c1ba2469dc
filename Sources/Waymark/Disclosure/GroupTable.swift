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
