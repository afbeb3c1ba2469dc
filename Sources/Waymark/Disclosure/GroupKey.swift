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
