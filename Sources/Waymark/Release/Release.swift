import WaymarkBasics

/// What a release says about how many people are in each group; a withheld number is not in it.
package struct Release: Hashable, Sendable {
  /// A group and its number of people, `nil` where that is withheld.
  package struct Group: Hashable, Sendable {
    /// Which people.
    package let key: GroupKey
    /// How many people, or `nil` when withheld.
    package let people: Int?

    /// Takes a group as it was published.
    package init(key: GroupKey, people: Int?) {
      self.key = key
      self.people = people
    }
  }

  /// The dimensions of its tables.
  package let dimensions: [ReleaseDimension]
  /// The dimensions of each table.
  package let tables: [[String]]
  /// The fewest people that a group has to have.
  package let minimum: Int
  /// Everybody first, then the categories of each dimension, then the cells, table by table.
  package let groups: [Group]
  /// The competencies whose figures are withheld in a group, as they would give away others.
  ///
  /// Beside those that the policy withholds for themselves.
  package let withheldFigures: [GroupKey: Set<CompetencyID>]

  private let places: [GroupKey: Int]

  /// Takes a release as it was published.
  package init(
    dimensions: [ReleaseDimension], tables: [[String]], minimum: Int, groups: [Group],
    withheldFigures: [GroupKey: Set<CompetencyID>] = [:]
  ) {
    self.dimensions = dimensions
    self.tables = tables
    self.minimum = minimum
    self.groups = groups
    self.withheldFigures = withheldFigures
    places = Dictionary(
      groups.enumerated().map { ($0.element.key, $0.offset) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The number of people in a group, `nil` where it is withheld or not part of the release.
  package func people(_ key: GroupKey) -> Int? { places[key].flatMap { groups[$0].people } }

  /// Whether the release says of a group how many people it has, or that this is withheld.
  package func speaks(of key: GroupKey) -> Bool { places[key] != nil }

  /// Whether the number of people in a group is published.
  package func shows(_ key: GroupKey) -> Bool { people(key) != nil }
}

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
