package import WaymarkBasics

extension GapReport {
  /// Works out a report from the counts of a campaign.
  ///
  /// A group, a competency within a group, a share and an area are withheld when fewer people than
  /// the smallest group stand behind them; where nobody does, that is said. An area joins the
  /// competencies that are shown, so that none that is withheld can be found by subtraction.
  ///
  /// - Parameter details: what a second pass over the sheets of the same people found; `nil` in a
  ///   report from counts.
  package init(
    campaign: Campaign, framework: Framework, counts: CampaignCounts,
    minimumGroup: MinimumGroup = .standard, plan: StrategicPlan? = nil,
    targets: [TargetChange] = [], details: SheetDetails? = nil,
    supplement: ReportExtras = ReportExtras()
  ) {
    self.supplement = supplement
    self.campaign = campaign
    self.minimumGroup = minimumGroup
    self.plan = plan
    raisedTargets = targets.map {
      RaisedTarget($0, framework: framework, counts: counts.overall, minimumGroup: minimumGroup)
    }
    frameworkTitle = framework.title.original
    levelLabels = framework.scale.steps.map(\.label.original)
    let tabulation = Tabulation(framework: framework, minimumGroup: minimumGroup)
    let overall = tabulation.tables(counts.overall)
    self.overall = overall
    reliability = zip(overall.areas, counts.areas).map {
      AreaReliability($0, $1, minimumGroup: minimumGroup)
    }
    itemRest = details.map { ItemRest.all(overall, $0, minimumGroup: minimumGroup) } ?? []
    importance = details.flatMap { StatedImportance($0, overall, minimumGroup: minimumGroup) }
    quality = details.map { AnswerQuality.of($0, overall, minimumGroup: minimumGroup) }
    breakdowns = zip(counts.groupings, counts.groups).map { grouping, groups in
      Breakdown(
        id: grouping.id, title: grouping.title,
        groups: zip(grouping.groups, groups).filter { $1.respondents > 0 }.map { group, counts in
          Group(id: group.id, label: group.label, tables: tabulation.tables(counts))
        })
    }
    differences = Self.differences(breakdowns, beside: overall, minimumGroup: minimumGroup)
  }
}

/// Turns the counts of a group into its tables.
private struct Tabulation {
  let framework: Framework
  let minimumGroup: MinimumGroup
  private let tally: TargetTally

  init(framework: Framework, minimumGroup: MinimumGroup) {
    self.framework = framework
    self.minimumGroup = minimumGroup
    tally = TargetTally(framework: framework)
  }

  func tables(_ counts: LevelCounts) -> GapReport.Tables {
    let isWithheld = minimumGroup.withholds(counts.respondents)
    var competencies: [GapReport.CompetencyRow] = []
    var areas: [GapReport.AreaRow] = []
    for (place, (area, positions)) in zip(framework.areas, framework.positionsByArea).enumerated() {
      for (position, competency) in zip(positions, area.competencies) {
        competencies.append(
          GapReport.CompetencyRow(
            id: competency.id, title: competency.title.original, area: area.id,
            figures: isWithheld ? nil : figures(ofCompetency: position, counts)))
      }
      let shown = positions.compactMap { position in
        competencies[position].figures.map { (position: position, figures: $0) }
      }
      areas.append(
        GapReport.AreaRow(
          id: area.id, title: area.title.original,
          figures: figures(ofArea: place, joining: shown, counts)))
    }
    return GapReport.Tables(
      respondents: isWithheld ? nil : counts.respondents, areas: areas,
      competencies: competencies)
  }

  private func figures(
    ofCompetency position: Int, _ counts: LevelCounts
  ) -> GapReport.Figures? {
    let byLevel = tally.levels(ofCompetency: position, in: counts)
    let people = byLevel.reduce(0, +)
    guard !minimumGroup.withholds(people) else { return nil }
    return GapReport.Figures(
      joined: 1, people: people, levels: byLevel, below: below(competency: position, counts),
      notPartOfMyWork: counts.count(of: .notPartOfMyWork, competency: position),
      cannotJudge: counts.count(of: .cannotJudge, competency: position),
      skipped: counts.count(of: .skipped, competency: position),
      notAsked: counts.count(of: nil, competency: position))
  }

  private func below(
    competency position: Int, _ counts: LevelCounts
  ) -> Figure<GapReport.Below> {
    let ratings = tally.ratings(ofCompetency: position, in: counts)
    guard !minimumGroup.withholds(ratings.total) else { return .none(.withheld) }
    return Figure(
      GapReport.Below(
        count: ratings.below, total: ratings.total, people: ratings.total,
        further: ratings.further, above: ratings.above),
      orNone: .noTarget)
  }

  private func figures(
    ofArea area: Int, joining shown: [(position: Int, figures: GapReport.Figures)],
    _ counts: LevelCounts
  ) -> GapReport.Figures? {
    let people = counts.raters(ofArea: area)
    guard !shown.isEmpty, !minimumGroup.withholds(people) else { return nil }
    let figures = shown.map(\.figures)
    return GapReport.Figures(
      joined: figures.count, people: people,
      levels: tally.levels.indices.map { level in figures.reduce(0) { $0 + $1.levels[level] } },
      below: below(area: area, joining: shown, counts),
      notPartOfMyWork: figures.reduce(0) { $0 + $1.notPartOfMyWork },
      cannotJudge: figures.reduce(0) { $0 + $1.cannotJudge },
      skipped: figures.reduce(0) { $0 + $1.skipped },
      notAsked: figures.reduce(0) { $0 + $1.notAsked })
  }

  /// The people behind an area's share are those in a role that asks for one of the statements
  /// joined, if they rated any statement of the area.
  private func below(
    area: Int, joining shown: [(position: Int, figures: GapReport.Figures)], _ counts: LevelCounts
  ) -> Figure<GapReport.Below> {
    let joined = shown.compactMap { entry in
      entry.figures.below.value.map { (position: entry.position, below: $0) }
    }
    let roles = Set(joined.flatMap { tally.targets[$0.position].map(\.role) })
    let people = roles.reduce(0) { $0 + counts.raters(ofArea: area, role: $1) }
    let hidesAny = shown.contains { $0.figures.below.absence == .withheld }
    guard !minimumGroup.withholds(people), !(joined.isEmpty && hidesAny) else {
      return .none(.withheld)
    }
    return Figure(
      GapReport.Below(
        count: joined.reduce(0) { $0 + $1.below.count },
        total: joined.reduce(0) { $0 + $1.below.total }, people: people,
        further: joined.reduce(0) { $0 + $1.below.further },
        above: joined.reduce(0) { $0 + $1.below.above }), orNone: .noTarget)
  }
}

extension GapReport {
  /// How the levels of a group stand to those of everybody else, for one statement.
  package struct Difference: Hashable, Sendable {
    /// The question that the people were sorted by, as people read it.
    package let by: String
    /// The group as people read it.
    package let group: String
    /// The statement.
    package let competency: CompetencyID
    /// Its short name.
    package let title: String
    /// Cliff's delta of the group over everybody else, with its interval.
    package let delta: Figure<GroupDifference.Delta>
    /// Hedges' g; `nil` where it cannot be estimated.
    package let hedges: Double?
  }

  /// Sets each group beside everybody else, statement by statement.
  ///
  /// Withheld where the group, or everybody else, is too small for the report.
  static func differences(
    _ breakdowns: [Breakdown], beside overall: Tables, minimumGroup: MinimumGroup
  ) -> [Difference] {
    breakdowns.flatMap { breakdown in
      breakdown.groups.flatMap { group in
        zip(group.tables.competencies, overall.competencies).map { row, all in
          let levels = levels(of: row, beside: all, minimumGroup)
          let delta = levels.flatMap { GroupDifference.delta($0.group, $0.rest) }
          return Difference(
            by: breakdown.title, group: group.label, competency: row.id, title: row.title,
            delta: Figure(delta, orNone: levels == nil ? .withheld : .noAnswers),
            hedges: levels.flatMap { GroupDifference.hedges($0.group, $0.rest) })
        }
      }
    }
  }

  /// How many people chose each level, in the group and outside of it; `nil` where that is withheld.
  private static func levels(
    of row: CompetencyRow, beside all: CompetencyRow, _ minimumGroup: MinimumGroup
  ) -> (group: [Int], rest: [Int])? {
    guard let group = row.figures?.levels, let everybody = all.figures?.levels else { return nil }
    let rest = zip(everybody, group).map { $0 - $1 }
    return minimumGroup.withholds(rest.reduce(0, +)) ? nil : (group, rest)
  }
}
