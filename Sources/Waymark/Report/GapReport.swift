package import WaymarkBasics

/// How far the respondents of a campaign are from what is usual for their roles.
///
/// What is withheld is not in the value at all, so that no format can show it by mistake.
package struct GapReport: Hashable, Sendable {
  /// Ratings below what is usual for the role of the person who gave them.
  package struct Below: Hashable, Sendable {
    /// How many ratings are below.
    package let count: Int
    /// Out of how many: the ratings by people whose role has a target.
    package let total: Int
    /// How many people gave them; the same as `total` for a single competency.
    package let people: Int
    /// How many of those below are two levels or more below.
    package let further: Int
    /// How many of the rest are above what is usual, not just as usual.
    package let above: Int

    /// How many of those below are one level below.
    package var oneBelow: Int { count - further }
    /// How many are just at what is usual.
    package var asUsual: Int { total - count - above }

    /// The fewest people whose share is written in per cent, since a share of so few misleads.
    package static let fewestForShares = 30
    /// Whether they are too few for a share in per cent.
    package var isOfFew: Bool { people < Self.fewestForShares }

    /// The share that is below, 0 to 1.
    package var share: Double { Double(count) / Double(total) }

    /// Wilson's 95 % interval of the share, each person counted once.
    package var interval: ClosedRange<Double> {
      Statistics.wilson(share: share, sampleSize: people) ?? 0...1
    }

    /// Joins the counts, or gives `nil` when nobody was compared.
    init?(count: Int, total: Int, people: Int, further: Int, above: Int) {
      guard total > 0, people > 0 else { return nil }
      self.count = count
      self.further = further
      self.above = above
      self.total = total
      self.people = people
    }
  }

  /// What was answered to a competency, or to several of an area together.
  package struct Figures: Hashable, Sendable {
    /// How many competencies are counted together; 1 for a single one.
    package let joined: Int
    /// How many people gave a level; for an area, to at least one of its statements.
    package let people: Int
    /// How many ratings are on each level, lowest first.
    package let levels: [Int]
    /// The ratings below what is usual for one's own role.
    package let below: Figure<Below>
    /// How many answers were "not part of my work".
    package let notPartOfMyWork: Int
    /// How many answers were "can't judge".
    package let cannotJudge: Int
    /// How many answers were skipped.
    package let skipped: Int
    /// How many answers were not asked for.
    package let notAsked: Int

    /// How many ratings there are: answers that are a level.
    package var ratings: Int { levels.reduce(0, +) }
    /// The mean level.
    package var mean: Figure<Double> {
      Figure(Statistics.mean(countsByLevel: levels), orNone: .noAnswers)
    }
    /// The standard deviation of the levels, divided by n - 1.
    package var standardDeviation: Figure<Double> {
      Figure(
        Statistics.standardDeviation(countsByLevel: levels),
        orNone: ratings == 0 ? .noAnswers : .oneAnswer)
    }
    /// Student's 95 % interval of the mean level of one competency; `nil` below two people.
    ///
    /// There is none for an area: a person has several ratings in it, which are alike.
    package var meanInterval: ClosedRange<Double>? {
      joined == 1 ? Statistics.meanInterval(countsByLevel: levels) : nil
    }
    /// The share of ratings among ratings and "not part of my work", 0 to 1.
    package var relevance: Figure<Double> {
      let total = ratings + notPartOfMyWork
      return Figure(total > 0 ? Double(ratings) / Double(total) : nil, orNone: .noAnswers)
    }
  }

  /// One competency.
  package struct CompetencyRow: Hashable, Sendable {
    package let id: CompetencyID
    /// Its short name.
    package let title: String
    /// The area that it belongs to.
    package let area: AreaID
    /// What was answered; `nil` when too few people gave a level: withheld.
    package let figures: Figures?
    /// The ratings below usual, withheld with all figures.
    package var below: Figure<Below> { figures?.below ?? .none(.withheld) }
  }

  /// One area: its competencies together, without those that are withheld, and those of the core alone
  /// where anybody answered the core form.
  package struct AreaRow: Hashable, Sendable {
    package let id: AreaID
    /// Its whole name.
    package let title: String
    /// What was answered; `nil` when too few people gave a level: withheld.
    package let figures: Figures?
    /// The ratings below usual, withheld with all figures.
    package var below: Figure<Below> { figures?.below ?? .none(.withheld) }
  }

  /// What a group answered.
  package struct Tables: Hashable, Sendable {
    /// How many people are in the group; `nil` when they are too few: withheld with every figure.
    package let respondents: Int?
    /// The areas in the framework's order, those of which anything was asked.
    package let areas: [AreaRow]
    /// The competencies in the framework's order, those that were asked.
    package let competencies: [CompetencyRow]

    /// The share of the ratings on each level, lowest first, over all areas that are not withheld; `nil`
    /// where there is none.
    package var levelShares: [Double]? {
      let levels = areas.compactMap(\.figures).map(\.levels)
      let total = levels.joined().reduce(0, +)
      guard let first = levels.first, total > 0 else { return nil }
      return first.indices.map { level in
        Double(levels.reduce(0) { $0 + $1[level] }) / Double(total)
      }
    }

    /// How far the group is below usual, as a map shows it.
    package var areaMean: AreaMean {
      respondents.map { $0 < Below.fewestForShares } ?? false
        ? .few : AreaMean(areas.map { $0.below.value?.share })
    }

    /// The same without the competencies at some positions, and without areas that have no other.
    fileprivate func asked(_ notAsked: Set<Int>) -> Self {
      guard !notAsked.isEmpty else { return self }
      let competencies = competencies.enumerated().filter { !notAsked.contains($0.offset) }
        .map(\.element)
      let known = Set(competencies.map(\.area))
      return Self(
        respondents: respondents, areas: areas.filter { known.contains($0.id) },
        competencies: competencies)
    }
  }

  /// The mean share below usual over the areas of a group: what can be set beside that of others.
  package enum AreaMean: Hashable, Sendable {
    /// 0 to 1.
    case share(Double)
    /// So few people that a share says little.
    case few
    /// An area is withheld, or what is said of it is not of all its statements.
    case withheld

    /// - Parameter shares: of each area, 0 to 1; `nil` where there is none to take the mean of.
    package init(_ shares: [Double?]) {
      let known = shares.compactMap(\.self)
      self =
        known.isEmpty || known.count < shares.count
        ? .withheld : .share(known.reduce(0, +) / Double(known.count))
    }
  }

  /// One group of a grouping.
  package struct Group: Hashable, Sendable {
    /// The group's id, or `(no answer)`.
    package let id: String
    /// The group as people read it.
    package let label: String
    /// What it answered.
    package let tables: Tables
  }

  /// The groups that respondents were sorted into by one question; a group of nobody is left out.
  package struct Breakdown: Hashable, Sendable {
    /// The name of the grouping, such as `division`.
    package let id: String
    /// The name of the grouping as people read it.
    package let title: String
    /// The groups in the order of the documents.
    package let groups: [Group]
  }

  package let campaign: Campaign
  /// The framework's name.
  package let frameworkTitle: String
  /// What the framework says in another language than English; `nil` where it is in English.
  package let spoken: FrameworkTexts?
  /// Whether any statement has a usual level for any role.
  package let hasUsualLevels: Bool
  /// The names of the levels, lowest first.
  package let levelLabels: [String]
  /// The fewest people about whom the report says anything.
  package let minimumGroup: MinimumGroup
  /// How many people answered the core form; `nil` where nobody did.
  package let coreForm: CoreFormPart?
  /// How many statements of the framework nobody was asked: no table has a row of them.
  package let statementsNotAsked: Int
  /// What everybody answered.
  package let overall: Tables
  /// What the groups answered, one breakdown for each question asked for.
  package let breakdowns: [Breakdown]
  /// The strategic plan that the report speaks to; `nil` where none fits the framework.
  package let plan: StrategicPlan?
  /// How each group stands to everybody else, statement by statement.
  package let differences: [Difference]
  /// How the statements of each area hold together, in the framework's order; empty where it is not
  /// known.
  package let reliability: [AreaReliability]
  /// How each statement goes with the others of its area; empty in a report from counts.
  package let itemRest: [ItemRest]
  /// What people said of importance; `nil` where they were not asked, and in a report from counts.
  package let importance: StatedImportance?
  /// How people filled the questionnaire in; `nil` in a report from counts.
  package let quality: Figure<AnswerQuality>?
  /// What it says beside the counts of levels.
  package let supplement: ReportExtras
  /// What raised targets would change, in the order they were asked for.
  package let raisedTargets: [RaisedTarget]
  /// What the catalogue offers for each statement in which people were compared; `nil` where that is
  /// not known.
  let offers: [CompetencyID: Offer]?

  /// The number of people compared below which statements come after all others among the largest gaps,
  /// however large their shares; `nil` where all or none of them have fewer.
  package var fewComeLast: Int? {
    let compared = overall.competencies.compactMap { $0.figures?.below.value }
    let isMixed = compared.contains(where: \.isOfFew) && !compared.allSatisfy(\.isOfFew)
    return isMixed ? Below.fewestForShares : nil
  }

  /// Sorts rows by the share below usual, largest first, ties by id, those of few people last; none where
  /// nobody is below.
  static func sorted(
    _ rows: [CompetencyRow], _ limit: Int
  ) -> [(row: CompetencyRow, below: Below)] {
    let gaps = rows.compactMap { row in row.figures?.below.value.map { (row: row, below: $0) } }
    let sorted = gaps.filter { $0.below.count > 0 }.sorted { left, right in
      guard left.below.isOfFew == right.below.isOfFew else { return right.below.isOfFew }
      return left.below.share == right.below.share
        ? left.row.id < right.row.id : left.below.share > right.below.share
    }
    return Array(sorted.prefix(limit))
  }

  /// The last year of the plan, where people answered after it; `nil` where it had not ended, or nobody
  /// knows when they did.
  package var planEnded: Int? {
    let day = campaign.closed ?? campaign.closes ?? campaign.opens
    guard let plan, let day, plan.hasEnded(on: day) else { return nil }
    return plan.years.upperBound
  }

  /// What the report says of each part of the strategic plan; `nil` where there is no plan.
  package var planReport: StrategicPlanReport? {
    plan.map {
      StrategicPlanReport(
        $0, competencies: overall.competencies, coreForm: coreForm,
        comparison: supplement.comparison)
    }
  }
}

extension GapReport {
  /// Works out a report from the counts of a campaign.
  ///
  /// A group, a competency within a group, a share and an area are withheld when fewer people than
  /// the smallest group stand behind them; where nobody does, that is said. An area joins the
  /// competencies that are shown, so that none that is withheld can be found by subtraction; where
  /// anybody answered the core form, those of the core alone.
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
    spoken = FrameworkTexts(framework)
    hasUsualLevels = framework.hasUsualLevels
    levelLabels = framework.scale.steps.map(\.label.original)
    coreForm = CoreFormPart(counts, framework: framework, minimumGroup: minimumGroup)
    let tabulation = Tabulation(
      framework: framework, minimumGroup: minimumGroup, coreForm: coreForm)
    let overall = tabulation.tables(counts.overall)
    offers = supplement.workshops.map {
      Offer.all(
        $0, for: overall.competencies, framework: framework, counts: counts.overall,
        minimumGroup: minimumGroup)
    }
    // Managers may say what their service needs of any statement; of few people nothing is said at all.
    let notAsked =
      supplement.service == nil && overall.respondents != nil
      ? Set(framework.positionsAskedOfNobody(counts.overall)) : []
    statementsNotAsked = notAsked.count
    self.overall = overall.asked(notAsked)
    let areas = Set(self.overall.areas.map(\.id))
    reliability = zip(overall.areas, counts.areas).filter { areas.contains($0.0.id) }.map {
      AreaReliability($0, $1, minimumGroup: minimumGroup)
    }
    let asked = Set(self.overall.competencies.map(\.id))
    itemRest =
      details.map { ItemRest.all(overall, $0, minimumGroup: minimumGroup) }?
      .filter { asked.contains($0.id) } ?? []
    importance = details.flatMap { StatedImportance($0, overall, minimumGroup: minimumGroup) }
    quality = details.map { AnswerQuality.of($0, overall, minimumGroup: minimumGroup) }
    breakdowns = zip(counts.groupings, counts.groups).map { grouping, groups in
      Breakdown(
        id: grouping.id, title: grouping.title,
        groups: zip(grouping.groups, groups).filter { $1.respondents > 0 }.map { group, counts in
          Group(
            id: group.id, label: group.label, tables: tabulation.tables(counts).asked(notAsked))
        })
    }
    differences = Self.differences(breakdowns, beside: self.overall, minimumGroup: minimumGroup)
  }
}

extension Framework {
  /// The positions of the competencies that nobody was asked.
  func positionsAskedOfNobody(_ counts: LevelCounts) -> [Int] {
    competencies.indices.filter(counts.isAskedOfNobody)
  }
}

/// Turns the counts of a group into its tables.
private struct Tabulation {
  let framework: Framework
  let minimumGroup: MinimumGroup
  private let coreForm: CoreFormPart?
  private let tally: TargetTally

  init(framework: Framework, minimumGroup: MinimumGroup, coreForm: CoreFormPart?) {
    self.framework = framework
    self.minimumGroup = minimumGroup
    self.coreForm = coreForm
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
      let joined = coreForm.map { $0.joined(Array(positions)) { competencies[$0].id } }
      let shown = (joined ?? Array(positions)).compactMap { position in
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
