/// The true counts of a table by one or two dimensions.
public struct GroupTable: Hashable, Sendable {
  /// The ids of one or two dimensions.
  public let dimensions: [String]
  /// People in each cell, the last dimension running fastest.
  public let counts: [Int]

  /// Takes counts for every combination of the categories.
  public init(dimensions: [String], counts: [Int]) {
    self.dimensions = dimensions
    self.counts = counts
  }

  /// The names of the dimensions, as `campaign new --table` takes them.
  public var name: String { dimensions.joined(separator: ",") }
}
