/// What a release says about how many people are in each group; a withheld number is not in it.
public struct Release: Hashable, Sendable {
  /// A group and its number of people, `nil` where that is withheld.
  public struct Group: Hashable, Sendable {
    /// Which people.
    public let key: GroupKey
    /// How many people, or `nil` when withheld.
    public let people: Int?

    /// Takes a group as it was published.
    public init(key: GroupKey, people: Int?) {
      self.key = key
      self.people = people
    }
  }

  /// The dimensions of its tables.
  public let dimensions: [ReleaseDimension]
  /// The dimensions of each table.
  public let tables: [[String]]
  /// The fewest people that a group has to have.
  public let minimum: Int
  /// Everybody first, then the categories of each dimension, then the cells, table by table.
  public let groups: [Group]
  /// The competencies whose figures are withheld in a group, as they would give away others.
  ///
  /// Beside those that the policy withholds for themselves.
  public let withheldFigures: [GroupKey: Set<CompetencyID>]

  private let places: [GroupKey: Int]

  /// Takes a release as it was published.
  public init(
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
  public func people(_ key: GroupKey) -> Int? { places[key].flatMap { groups[$0].people } }

  /// Whether the release says of a group how many people it has, or that this is withheld.
  func speaks(of key: GroupKey) -> Bool { places[key] != nil }

  /// Whether the number of people in a group is published.
  public func shows(_ key: GroupKey) -> Bool { people(key) != nil }
}
