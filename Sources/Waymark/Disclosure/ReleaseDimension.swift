import WaymarkBasics

/// What people of a release are sorted by, with its categories in order.
///
/// Those who gave no answer are a category of their own, `Grouping.noAnswer`.
package struct ReleaseDimension: Hashable, Sendable {
  /// How a coarser dimension, such as regions, follows from a finer one, such as states.
  package struct Coarsening: Hashable, Sendable {
    /// The name of the finer dimension.
    package let finer: String
    /// The place of the coarser category for each category of the finer dimension.
    package let places: [Int]

    /// Takes the coarser category of each finer one.
    package init(of finer: String, places: [Int]) {
      self.finer = finer
      self.places = places
    }
  }

  /// The name, which heads a column of `groups.csv`.
  package let id: String
  /// The ids of the categories, none twice.
  package let categories: [String]

  /// The finer dimension that it follows from, where that is published as well.
  package let coarsens: Coarsening?

  /// The names that a reader could take for a total or a mark, in lower case.
  static let reserved: Set = ["", "*", "total", "all", "(all)", "[c]"]
  private static let columns: Set = ["measure", "value", "note", "table", "reason", "rows"]

  /// Takes a name and categories.
  ///
  /// - Throws: `DisclosureProblem` for a name that reads as a total, as another column or as
  ///   suppressed, and for one that is there twice; capitals make no difference.
  package init(
    id: String, categories: [String], coarsens: Coarsening? = nil
  ) throws(DisclosureProblem) {
    if Self.columns.contains(id.lowercased()) { throw .reservedName(id) }
    var seen: Set<String> = []
    for name in [id] + categories where Self.reserved.contains(name.trimmed.lowercased()) {
      throw .reservedName(name)
    }
    for name in categories where !seen.insert(name.trimmed.lowercased()).inserted {
      throw .repeatedName(name)
    }
    self.id = id
    self.categories = categories
    self.coarsens = coarsens
  }
}
