import WaymarkBasics

extension PublishedReport {
  /// Says of each group what the policy lets through.
  ///
  /// - Parameters:
  ///   - counts: the counts of the campaign, by every table of the release and by each of its
  ///     dimensions alone.
  ///   - release: what was proved to expose nobody, its figures too.
  package init(
    campaign: Campaign, framework: Framework, counts: CampaignCounts, release: Release
  ) {
    let policy = FigurePolicy(people: release.minimum)
    let tally = TargetTally(framework: framework)
    self.campaign = campaign
    self.release = release
    frameworkTitle = framework.title.original
    levelLabels = framework.scale.steps.map(\.label.original)
    competencies = framework.areas.flatMap { area in
      area.competencies.map {
        Subject(
          id: $0.id.description, title: $0.title.original, area: area.id.description)
      }
    }
    areas = framework.areas.map {
      Subject(id: $0.id.description, title: $0.title.original, area: $0.id.description)
    }
    let groupings = Dictionary(
      counts.tables.flatMap(\.groupings).map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    dimensions = release.dimensions.map { dimension in
      Dimension(
        id: dimension.id, title: groupings[dimension.id]?.title ?? dimension.id,
        labels: Dictionary(
          (groupings[dimension.id]?.groups ?? []).map { ($0.id, $0.label) },
          uniquingKeysWith: { $1 }),
        categories: dimension.categories)
    }
    let positions = Dictionary(
      uniqueKeysWithValues: framework.competencies.enumerated().map { ($1.id, $0) })
    func cell(_ counts: LevelCounts, _ key: GroupKey) -> PublishedCell {
      PublishedCell(
        counts, people: release.people(key), framework: framework, tally: tally, policy: policy,
        withheld: Set((release.withheldFigures[key] ?? []).compactMap { positions[$0] }))
    }
    let everybody = cell(counts.overall, Self.everybody)
    overall = everybody.overall
    var figures = [Self.everybody: everybody.figures]
    var shares = [Self.everybody: everybody.areaShares]
    for table in counts.tables {
      for (place, counts) in table.cells.enumerated() {
        let key = table.key(of: place)
        guard let people = release.people(key), people > 0 else { continue }
        let published = cell(counts, key)
        figures[key] = published.figures
        shares[key] = published.areaShares
      }
    }
    groupFigures = figures
    areaShares = shares
  }
}

extension LevelTable {
  /// The people of each cell, as a table to publish.
  package var people: GroupTable {
    GroupTable(dimensions: groupings.map(\.id), counts: cells.map(\.respondents))
  }

  /// Which people a cell counts.
  func key(of cell: Int) -> GroupKey {
    var categories: [String: String] = [:]
    var rest = cell
    for grouping in groupings.reversed() {
      categories[grouping.id] = grouping.groups[rest % grouping.groups.count].id
      rest /= grouping.groups.count
    }
    return GroupKey(categories)
  }
}

extension Grouping {
  /// The grouping as a dimension of a release.
  ///
  /// - Parameter others: the groupings of the release, of which it may follow from one.
  /// - Throws: `DisclosureProblem` for a name that reads as a total or as suppressed.
  package func dimension(among others: [Grouping]) throws(DisclosureProblem) -> ReleaseDimension {
    let coarsens = others.lazy.compactMap { finer in
      coarsening(of: finer).map { ReleaseDimension.Coarsening(of: finer.id, places: $0) }
    }.first
    return try ReleaseDimension(id: id, categories: groups.map(\.id), coarsens: coarsens)
  }
}
