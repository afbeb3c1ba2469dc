import WaymarkBasics

/// What the association may say to everybody about a campaign: nothing that is withheld is in it.
///
/// Every format of a release is written from this value alone.
package struct PublishedReport: Hashable, Sendable {
  /// What may be said of a competency or an area within a group.
  package struct Figures: Hashable, Sendable {
    /// The share of ratings below what is usual for one's own role.
    package let below: PublishedFigure
    /// The mean level.
    package let mean: PublishedFigure

    /// Neither may be said.
    static let withheld = Figures(below: .withheld, mean: .withheld)
  }

  /// What may be said of an area within a group.
  package struct AreaShare: Hashable, Sendable {
    /// The mean of the shares below usual that are published of its competencies.
    package let below: PublishedFigure
    /// How many shares that is the mean of.
    package let statements: Int
    /// Of how many competencies.
    package let all: Int

    static let withheld = AreaShare(below: .withheld, statements: 0, all: 0)

    /// Whether it leaves some out.
    package var isPart: Bool { statements > 0 && statements < all }

    /// Whether so many of its statements are shown, half or more, that a map can set it beside others.
    var isComparable: Bool { 2 * statements >= all }
  }

  /// What may be said of a competency for the whole campaign.
  package struct Overall: Hashable, Sendable {
    /// How many people rated it; `nil` where too few of all did not, see `FigurePolicy`.
    package let answered: Int?
    /// How many of these have a role that asks for it, on whom the share rests; `nil` where few have none,
    /// or the number of people in some role is withheld.
    package let compared: Int?
    /// Its share and its mean.
    package let figures: Figures
    /// Wilson's 95 % interval of the share in whole per cent; `nil` where fewer than
    /// `FigurePolicy.detailed` people stand behind it.
    package let interval: ClosedRange<Int>?
    /// The share of each level in whole per cent, lowest first; `nil` under the same rule.
    package let levels: [Int]?
  }

  /// A competency or an area, by the name that files know it by.
  package struct Subject: Hashable, Sendable {
    package let id: String
    package let title: String
    /// The area that a competency belongs to; an area's own id for an area.
    package let area: String
  }

  /// How many of a group were invited, and how many of these answered.
  package struct Invited: Hashable, Sendable {
    /// Which people.
    package let key: GroupKey
    /// How many were invited; `nil` where it is withheld how many answered, whom a small number would narrow.
    package let invited: Int?
    /// How many answered; `nil` where the release withholds it.
    package let answered: Int?

    /// The response rate in whole per cent; `nil` where it is withheld, and where more answered than were
    /// invited.
    package var percent: Int? {
      guard let answered, let invited, invited > 0, answered <= invited else { return nil }
      return (200 * answered + invited) / (2 * invited)
    }
  }

  /// A dimension of the release as people read it.
  package struct Dimension: Hashable, Sendable {
    /// The id, which heads a column of `groups.csv`.
    package let id: String
    /// Its name.
    package let title: String
    /// The name of each category, by its id.
    package let labels: [String: String]
    /// The ids of the categories in their order.
    package let categories: [String]
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
  /// How many people are in each group, withheld where that exposes somebody.
  package let release: Release
  /// The dimensions, in the order of the release.
  package let dimensions: [Dimension]
  /// The competencies that were asked, in the framework's order.
  package let competencies: [Subject]
  /// How many competencies of the framework nobody was asked.
  package let statementsNotAsked: Int
  /// The areas of which anything was asked, in the framework's order.
  package let areas: [Subject]
  /// What may be said of each competency for everybody, in the order of `competencies`.
  package let overall: [Overall]
  /// What may be said of each competency in each group, in the order of `competencies`.
  ///
  /// A group whose number of people is withheld has no entry.
  package let groupFigures: [GroupKey: [Figures]]
  /// The mean of the published shares of each area in each group, in the order of `areas`.
  package let areaShares: [GroupKey: [AreaShare]]
  /// How many core statements there are; `nil` where nobody answered the core form.
  ///
  /// Where anybody did, the mean of an area is of its core statements alone. How many did is not said.
  package let coreStatements: Int?

  /// Who was invited, of those groups that the release speaks of; empty where nobody knows.
  package let invited: [Invited]

  /// Whether any share is to the nearest ten per cent, as how many people were compared is withheld.
  package let hasSharesInTens: Bool

  package static let everybody = GroupKey([:])

  /// How many people answered, `nil` when that is withheld.
  package var respondents: Int? { release.people(Self.everybody) }

  /// What may be said of the areas of a group, in the order of `areas`; `nil` for a group of nobody, of
  /// which there is nothing to say and nothing to withhold.
  package func shares(of group: GroupKey) -> [AreaShare]? {
    if let shares = areaShares[group] { return shares }
    let isNobody = !release.speaks(of: group) || release.people(group) == 0
    return isNobody ? nil : areas.map { _ in .withheld }
  }

  /// How many points chance alone may move a share of a group, by its published number of people alone;
  /// `nil` where that is withheld or nobody is in it.
  package func margin(of group: GroupKey) -> Int? {
    release.people(group).flatMap(Statistics.largestMargin)
  }

  /// How far a group is below usual, as a map shows it; `nil` for a group of nobody.
  package func areaMean(of group: GroupKey) -> GapReport.AreaMean? {
    guard let shares = shares(of: group) else { return nil }
    if let people = release.people(group), release.isSmall(people) { return .few }
    return GapReport.AreaMean(shares.map { $0.isComparable ? $0.below.share : nil })
  }

  package var withheldGroups: Int { release.groups.count { $0.people == nil } }

  /// The competencies with the largest published shares below usual, ties by id; at most so many.
  package func largestGaps(_ limit: Int) -> [(competency: Subject, below: PublishedFigure)] {
    var gaps: [(competency: Subject, below: PublishedFigure)] = []
    for (competency, said) in zip(competencies, overall) where said.figures.below.rank > 0 {
      gaps.append((competency: competency, below: said.figures.below))
    }
    gaps.sort { left, right in
      left.below.rank == right.below.rank
        ? left.competency.id < right.competency.id : left.below.rank > right.below.rank
    }
    return Array(gaps.prefix(limit))
  }

  /// Whether a share below usual is published of any competency.
  package var isAnyCompared: Bool { overall.contains { $0.figures.below != .withheld } }

  /// What the first sentence names: the three with the largest published shares below usual, or none
  /// where nobody is below.
  package var mostBelow: [(competency: Subject, below: PublishedFigure)] { largestGaps(3) }
}

extension PublishedFigure {
  /// Where a share stands among shares, by what is published of it alone; 0 for what is none.
  var rank: Int {
    switch self {
    case .percent(let percent), .about(let percent): percent
    case .atMost(let percent): percent - 1
    case .atLeast(let percent): percent + 1
    case .withheld, .notAsked, .mean: 0
    }
  }
}

/// What may be said of the answers of one published group.
struct PublishedCell {
  private let cells: [FigureCell]
  private let people: Int?
  private let framework: Framework
  private let policy: FigurePolicy
  private let withheld: Set<Int>
  private let joined: Set<Int>
  private let roles: RolesShown
  /// The roles that people of the group have; `nil` where they may have any.
  private let ownRoles: Set<RoleID>?
  private let isEverybody: Bool

  /// - Parameters:
  ///   - withheld: the positions of the competencies whose figures would give away others.
  ///   - joined: the positions of those that areas are made of.
  ///   - roles: what is published of how many people have each role.
  ///   - key: which people they are.
  init(
    _ counts: LevelCounts, people: Int?, framework: Framework, tally: TargetTally,
    policy: FigurePolicy, withheld: Set<Int>, joined: Set<Int>, roles: RolesShown, key: GroupKey
  ) {
    ownRoles = key.categories[Grouping.role].map { Set([RoleID($0)].compactMap(\.self)) }
    isEverybody = key == PublishedReport.everybody
    self.roles = roles
    cells = framework.competencies.indices.map {
      FigureCell(counts, competency: $0, people: people, tally: tally, policy: policy)
    }
    self.people = people
    self.framework = framework
    self.policy = policy
    self.withheld = withheld
    self.joined = joined
  }

  /// Each competency, by the framework's areas.
  var figures: [PublishedReport.Figures] { positions.map(figures(of:)) }

  /// Each competency with what may be said of the whole campaign alone.
  var overall: [PublishedReport.Overall] {
    positions.map { position in
      let cell = cells[position]
      let details = withheld.contains(position) ? (interval: nil, levels: nil) : cell.details
      let answered = policy.answered(cell.answered, of: people)
      let compared = compared(position)
      return PublishedReport.Overall(
        answered: answered, compared: compared, figures: figures(of: position),
        // Beside a number that is withheld, neither may tell it: the parts of a split add up to few numbers.
        interval: compared == nil ? nil : details.interval,
        levels: answered == nil ? nil : details.levels)
    }
  }

  /// Whether any share is to the nearest ten per cent.
  var hasSharesInTens: Bool {
    positions.contains { isInTens($0) && figures(of: $0).below != .withheld }
  }

  /// Whether whole per cent of a share would tell how many people it is of, where that is withheld.
  ///
  /// Of a group nothing says how many of its people were compared, nor that it is withheld.
  private func isInTens(_ position: Int) -> Bool {
    isEverybody && policy.tellsBase(answered: cells[position].ratings.total)
      && compared(position) == nil
  }

  /// For each area the mean of its published shares, of statements that are joined.
  var areaShares: [PublishedReport.AreaShare] {
    framework.positionsByArea.map { positions in
      let shares = positions.filter(joined.contains).map { figures(of: $0).below }
        .filter { $0 != .notAsked }
      return PublishedReport.AreaShare(
        below: shares.isEmpty && !positions.isEmpty ? .notAsked : FigurePolicy.mean(of: shares),
        statements: shares.count { $0.bounds != nil }, all: shares.count)
    }
  }

  /// How many people the share of a competency rests on.
  ///
  /// Those who answered it without a role that asks for it are a group, and so are those of such a role
  /// who did not answer it: each is nobody or large, and so are both together.
  private func compared(_ position: Int) -> Int? {
    guard let people, let answered = policy.answered(cells[position].answered, of: people) else {
      return nil
    }
    let compared = cells[position].ratings.total
    var rests = [answered - compared, people - compared]
    switch roles.others(than: framework.competencies[position].targets.keys) {
    case .withheld: return nil
    case .unspoken: break
    case .people(let others): rests.append(people - others - compared)
    }
    let tellsOfFew = rests.contains {
      $0 < 0 || MinimumGroup.withholds($0, fewest: policy.minimum)
    }
    return tellsOfFew || !policy.allows(people: people, answered: compared) ? nil : compared
  }

  private var positions: [Int] { framework.positionsByArea.flatMap { $0 } }

  private func figures(of position: Int) -> PublishedReport.Figures {
    let cell = cells[position]
    var figures = withheld.contains(position) ? .withheld : cell.figures
    if figures.below != .withheld, isInTens(position) {
      figures = PublishedReport.Figures(
        below: policy.shareInTens(below: cell.ratings.below, answered: cell.ratings.total),
        mean: figures.mean)
    }
    guard let ownRoles, ownRoles.isDisjoint(with: framework.competencies[position].targets.keys)
    else { return figures }
    return PublishedReport.Figures(below: .notAsked, mean: figures.mean)
  }
}

/// What a release says of how many people have each role.
struct RolesShown {
  /// How many people have a role that asks for nothing in some competency, or none.
  enum Others {
    /// So many, as everybody can work out.
    case people(Int)
    /// The release says nothing of roles, some are held by few, and every competency is asked of the same
    /// ones.
    case unspoken
    /// Some of them are withheld, or would follow from how many are asked one competency and another.
    case withheld
  }

  /// The number of people with each role, and without one, `nil` where it is withheld; empty where the
  /// release does not speak of roles, and some of them are held by few.
  private let sizes: [String: Int?]
  /// Whether every competency is asked of the same roles.
  private let isSame: Bool

  /// - Parameter overall: the counts of everybody.
  init(_ release: Release, _ framework: Framework, _ overall: LevelCounts) {
    if let dimension = release.dimensions.first(where: { $0.id == Grouping.role }) {
      sizes = Dictionary(
        uniqueKeysWithValues: dimension.categories.map {
          ($0, release.people(GroupKey([Grouping.role: $0])))
        })
    } else {
      // Where each role is held by nobody or by many, no sum or difference of roles is of few; beside
      // groups that are withheld one could be, as a role may follow from what tables are by.
      let names = framework.roles.map(\.id.description) + [Grouping.noAnswer]
      let people = names.indices.map(overall.respondents(role:))
      let isAnyFew = people.contains { MinimumGroup.withholds($0, fewest: release.minimum) }
      let isAnyWithheld = release.groups.contains { $0.people == nil }
      sizes = isAnyFew || isAnyWithheld ? [:] : Dictionary(uniqueKeysWithValues: zip(names, people))
    }
    isSame = Set(framework.competencies.map { Set($0.targets.keys) }).count <= 1
  }

  /// How many people have another role than some, or none.
  func others(than asked: some Collection<RoleID>) -> Others {
    guard !sizes.isEmpty else { return isSame ? .unspoken : .withheld }
    let names = Set(asked.map(\.description))
    var sum = 0
    for (name, people) in sizes where !names.contains(name) {
      guard let people else { return .withheld }
      sum += people
    }
    return .people(sum)
  }
}

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
    spoken = FrameworkTexts(framework)
    hasUsualLevels = framework.hasUsualLevels
    levelLabels = framework.scale.steps.map(\.label.original)
    let notAsked = Set(framework.positionsAskedOfNobody(counts.overall))
    let askedAreas = framework.positionsByArea.map { !notAsked.isSuperset(of: $0) }
    func asked<Value>(_ values: [Value]) -> [Value] {
      notAsked.isEmpty
        ? values : values.enumerated().filter { !notAsked.contains($0.offset) }.map(\.element)
    }
    func ofAskedAreas<Value>(_ values: [Value]) -> [Value] {
      zip(askedAreas, values).filter(\.0).map(\.1)
    }
    statementsNotAsked = notAsked.count
    competencies = asked(
      framework.areas.flatMap { area in
        area.competencies.map {
          Subject(
            id: $0.id.description, title: $0.title.original, area: area.id.description)
        }
      })
    areas = ofAskedAreas(
      framework.areas.map {
        Subject(id: $0.id.description, title: $0.title.original, area: $0.id.description)
      })
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
    let coreForm = CoreFormPart(
      counts, framework: framework, minimumGroup: .standard)
    coreStatements = coreForm?.statements.count
    let joined = Set(
      framework.positionsByArea.flatMap { area in
        coreForm?.joined(Array(area)) { framework.competencies[$0].id } ?? Array(area)
      })
    invited = campaign.invited.compactMap { row in
      let key = GroupKey(row.grouping == Grouping.everybody ? [:] : [row.grouping: row.group])
      guard release.speaks(of: key) else { return nil }
      let answered = release.people(key)
      return Invited(key: key, invited: answered.map { _ in row.people }, answered: answered)
    }
    let roles = RolesShown(release, framework, counts.overall)
    func cell(_ counts: LevelCounts, _ key: GroupKey) -> PublishedCell {
      PublishedCell(
        counts, people: release.people(key), framework: framework, tally: tally, policy: policy,
        withheld: Set((release.withheldFigures[key] ?? []).compactMap { positions[$0] }),
        joined: joined, roles: roles, key: key)
    }
    let everybody = cell(counts.overall, Self.everybody)
    overall = asked(everybody.overall)
    hasSharesInTens = everybody.hasSharesInTens
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
    groupFigures = figures.mapValues(asked)
    areaShares = shares.mapValues(ofAskedAreas)
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
