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
  package func withFiguresProved(
    framework: Framework, groupings: [Grouping], counts: GroupedCounts, earlier: [Release],
    solver: ProgramSolver, records: ((SheetRecord) -> Void) throws -> Void
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
