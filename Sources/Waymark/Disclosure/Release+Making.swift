extension Release {
  /// Withholds what would expose somebody, and proves that the rest exposes nobody.
  ///
  /// The policy: no group of 1 to `minimum - 1` people is published; what is withheld beside it
  /// leaves for every withheld number an interval at least `minimum` wide, over all tables of this
  /// and the earlier releases together; published groups inside one another differ by nobody or by
  /// `minimum` people; and somebody in a withheld group of one or two can work out no other number
  /// below the minimum. A campaign without people is published as it is: all numbers are 0.
  /// - Parameters:
  ///   - counts: the tables to publish.
  ///   - earlier: every release of the same campaign so far, in order.
  ///   - beyond: the tables of the earlier releases, counted from the same answers, that are not
  ///     among `counts`.
  ///   - solver: what solves the programs, `ProgramSolver.coinOR`.
  /// - Throws: `DisclosureProblem` when the release is refused: exit 77.
  public static func proved(
    dimensions: [ReleaseDimension], counts: [GroupTable], minimum: MinimumGroup,
    earlier: [Release] = [], beyond: [GroupTable] = [], solver: ProgramSolver
  ) throws -> Release {
    let counted = try CountedGroups(dimensions: dimensions, tables: counts + beyond)
    let minimum = ([minimum.people] + earlier.map(\.minimum)).reduce(0, max)
    let decided = try decisions(earlier, counted)
    var audit = try DisclosureAudit(counted, minimum: minimum, earlier: decided, solver: solver)
    try audit.run()
    let withheld = audit.suppression.isWithheld
    let published = try CountedGroups(dimensions: dimensions, tables: counts)
    let places = Dictionary(
      uniqueKeysWithValues: counted.groups.indices.map { (counted.key($0), $0) })
    return Release(
      dimensions: published.dimensions, tables: published.tables, minimum: minimum,
      groups: published.groups.indices.map { group in
        let key = published.key(group)
        let isWithheld = places[key].map { withheld[$0] } ?? true
        return Group(key: key, people: isWithheld ? nil : published.groups[group].people)
      })
  }

  /// What earlier releases withheld or published, by the place of the group.
  private static func decisions(
    _ earlier: [Release], _ counted: CountedGroups
  ) throws(DisclosureProblem) -> [Int: Bool] {
    let places = Dictionary(
      uniqueKeysWithValues: counted.groups.indices.map { (counted.key($0), $0) })
    var decided: [Int: Bool] = [:]
    for release in earlier {
      for group in release.groups {
        guard let place = places[group.key],
          group.people == nil || group.people == counted.groups[place].people
        else { throw .changedSinceRelease(group.key.name) }
        decided[place] = (decided[place] ?? true) && group.people == nil
      }
    }
    return decided
  }
}
