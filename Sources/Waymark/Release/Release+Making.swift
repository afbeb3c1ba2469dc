extension Release {
  /// Withholds what would expose somebody, and proves that the rest exposes nobody.
  ///
  /// The policy: no group of 1 to `minimum - 1` people is published; what is withheld beside it
  /// leaves for every withheld number an interval at least `minimum` wide, over all tables of this
  /// and the earlier releases together; published groups inside one another differ by nobody or by
  /// `minimum` people; and somebody in a withheld group of one or two can work out no other number
  /// below the minimum. Where public membership counts leave less than the minimum, an interval has
  /// all that they leave. A campaign without people is published as it is: all numbers are 0.
  /// - Parameters:
  ///   - counts: the tables to publish.
  ///   - earlier: every release of the same campaign so far, in order.
  ///   - beyond: the tables of the earlier releases, counted from the same answers, that are not
  ///     among `counts`.
  ///   - members: how many members there are of a group, where a reader can know that; nobody then
  ///     takes more people for possible.
  ///   - exported: how many of the people exports show with each combination of answers to what the
  ///     dimensions sort by, an answer that is left empty left out; empty when there was no export.
  ///   - solver: what solves the programs, `ProgramSolver.coinOR`.
  /// - Throws: `DisclosureProblem` when the release is refused: exit 77.
  static func proved(
    dimensions: [ReleaseDimension], counts: [GroupTable], minimum: MinimumGroup,
    earlier: [Release] = [], beyond: [GroupTable] = [], members: [GroupKey: Int] = [:],
    exported: [GroupKey: Int] = [:], solver: ProgramSolver
  ) throws -> Release {
    let counted = try AuditGroups(dimensions: dimensions, tables: counts + beyond)
    let minimum = ([minimum.people] + earlier.map(\.minimum)).reduce(0, max)
    let decided = try shown(exported, counted, minimum, beside: try decisions(earlier, counted))
    var audit = try DisclosureAudit(
      counted, minimum: minimum, earlier: decided, members: members, exported: exported,
      solver: solver)
    try audit.run()
    let withheld = audit.suppression.isWithheld
    let published = try AuditGroups(dimensions: dimensions, tables: counts)
    let places = Dictionary(
      uniqueKeysWithValues: counted.groups.indices.map { (counted.key($0), $0) })
    let shown = published.groups.indices.map { group in
      let key = published.key(group)
      let isWithheld = places[key].map { withheld[$0] } ?? true
      return Group(key: key, people: isWithheld ? nil : published.groups[group].people)
    }
    let categories = published.dimensions.flatMap { dimension in
      dimension.categories.map { GroupKey([dimension.id: $0]) }
    }
    let known = Dictionary(
      shown.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    return Release(
      dimensions: published.dimensions, tables: published.tables, minimum: minimum,
      groups: shown.prefix(1)
        + categories.map { known[$0] ?? Group(key: $0, people: 0) }
        + shown.filter { $0.key.categories.count == 2 })
  }

  /// What earlier releases withheld or published, by the place of the group.
  private static func decisions(
    _ earlier: [Release], _ counted: AuditGroups
  ) throws(DisclosureProblem) -> [Int: Bool] {
    let places = Dictionary(
      uniqueKeysWithValues: counted.groups.indices.map { (counted.key($0), $0) })
    var decided: [Int: Bool] = [:]
    for release in earlier {
      for group in release.groups {
        guard let place = places[group.key] else {
          guard group.people == 0, isEmpty(group.key, counted) else {
            throw .changedSinceRelease(group.key.name)
          }
          continue
        }
        guard group.people == nil || group.people == counted.groups[place].people
        else { throw .changedSinceRelease(group.key.name) }
        decided[place] = (decided[place] ?? true) && group.people == nil
      }
    }
    return decided
  }

  /// Decisions, with those on groups of which exports show everybody: an answer is left empty for all
  /// who are otherwise alike or for none, so that readers take their number for known.
  ///
  /// - Throws: `tooNarrow` for such a group that is too small or was withheld.
  private static func shown(
    _ exported: [GroupKey: Int], _ counted: AuditGroups, _ minimum: Int,
    beside decided: [Int: Bool]
  ) throws(DisclosureProblem) -> [Int: Bool] {
    guard !exported.isEmpty else { return decided }
    var decided = decided
    for group in counted.groups.indices.dropFirst() where counted.groups[group].people > 0 {
      let key = counted.key(group)
      let people = exported.reduce(0) { sum, part in
        let isIn = key.categories.allSatisfy { part.key.categories[$0.key] == $0.value }
        return isIn ? sum + part.value : sum
      }
      guard people == counted.groups[group].people else { continue }
      guard people >= minimum, decided[group] != true else { throw .tooNarrow(key.name) }
      decided[group] = false
    }
    return decided
  }

  /// Whether a group is one of the categories with nobody in them.
  private static func isEmpty(_ key: GroupKey, _ counted: AuditGroups) -> Bool {
    guard key.categories.count == 1, let (id, category) = key.categories.first,
      let place = counted.dimensions.firstIndex(where: { $0.id == id }),
      let named = counted.dimensions[place].categories.firstIndex(of: category)
    else { return false }
    return !counted.present[place].contains(named)
  }
}

extension Release {
  /// Withholds the figures from which withheld ones follow, and proves that none does.
  ///
  /// What is proved is in `FigureProof`: other worlds that fit everything that this and the earlier
  /// releases publish. Figures that an earlier release published stay.
  /// - Parameters:
  ///   - groupings: the groupings of the tables of all releases.
  ///   - counts: the counts by each of these tables and by each grouping alone.
  ///   - earlier: every release of the same campaign so far.
  ///   - solver: what solves the programs, `ProgramSolver.coinOR`.
  ///   - records: visits the records of all people; of a large campaign a part of them is kept.
  /// - Throws: `DisclosureProblem.figureTooNarrow`, and what `records` throws.
  func withFiguresProved(
    framework: Framework, groupings: [Grouping], counts: CampaignCounts, earlier: [Release],
    solver: ProgramSolver, records: ((CodedResponse) -> Void) throws -> Void
  ) throws -> Release {
    let tally = TargetTally(framework: framework)
    let policy = FigurePolicy(people: minimum)
    let ranks = tally.levels.map(\.rank)
    let scale = (ranks.first ?? 1)...(ranks.last ?? 1)
    let groups = FigureGroups(groupings: groupings, counts: counts, releases: [self] + earlier)
    let isFixed = groups.groups.map { group in
      group.key.map { key in earlier.contains { $0.shows(key) } } ?? false
    }
    var proofs: [(position: Int, proof: FigureProof)] = []
    for (position, competency) in framework.competencies.enumerated() {
      let proof = FigureProof(
        groups,
        cells: groups.groups.map {
          FigureCell(
            $0.counts, competency: position, people: $0.people, tally: tally, policy: policy)
        },
        withheld: groups.groups.map { group in
          group.key.map { key in
            earlier.contains { $0.withheldFigures[key]?.contains(competency.id) == true }
          } ?? false
        }, isFixed: isFixed, scale: scale, solver: solver)
      proofs.append((position, proof))
    }
    let unproved = proofs.indices.filter { proofs[$0].proof.needsProof }
    if !unproved.isEmpty {
      let sample = try FigureSample(
        groups, of: counts.overall.respondents,
        about: Set(unproved.flatMap { proofs[$0].proof.open }), records)
      for place in unproved {
        try proofs[place].proof.run(sample, position: proofs[place].position, tally: tally)
      }
    }
    var withheld: [GroupKey: Set<CompetencyID>] = [:]
    for (position, proof) in proofs {
      for group in proof.withheldForOthers {
        guard let key = groups.groups[group].key, shows(key) else { continue }
        withheld[key, default: []].insert(framework.competencies[position].id)
      }
    }
    return Release(
      dimensions: dimensions, tables: tables, minimum: minimum, groups: self.groups,
      withheldFigures: withheld)
  }
}

extension Campaign {
  /// How many were invited, by group, which is no secret: it bounds what a reader takes for possible.
  package var members: [GroupKey: Int] {
    Dictionary(
      invited.map { invited in
        let isEverybody = invited.grouping == Grouping.everybody
        let key = GroupKey(isEverybody ? [:] : [invited.grouping: invited.group])
        return (key, invited.people)
      }, uniquingKeysWith: min)
  }
}
