package import WaymarkBasics

/// A publication of what a campaign declared.
///
/// It goes from step to step, each a value that the next one needs: what is asked for and was given
/// out before; the tables to count; the release that is proved from these counts; the ledger's entry
/// of it. Whatever is refused is refused before the entry is made.
package struct Publication: Sendable {
  /// What was given out about the people of a campaign, and about those of others.
  package struct Before: Sendable {
    /// Everything about the very same people.
    package let givenOut: GivenOut
    /// The releases among it, in order.
    package let releases: [Release]
    /// The tables of the releases that are not among those to publish now.
    package let beyond: [[Grouping]]
    /// The people; nobody where nothing needs to be known of them.
    package let people: Respondents
    /// The other campaigns that were published.
    package let others: [NearlySamePeople.Published]

    package init(
      givenOut: GivenOut, releases: [Release], beyond: [[Grouping]], people: Respondents,
      others: [NearlySamePeople.Published]
    ) {
      self.givenOut = givenOut
      self.releases = releases
      self.beyond = beyond
      self.people = people
      self.others = others
    }
  }

  /// A release that exposes nobody beside all that was given out before.
  package struct Proved: Hashable, Sendable {
    /// What is published.
    package let release: Release
    /// What the ledger keeps of it.
    package let content: String
    /// The figures, with those left out that expose somebody.
    package let report: PublishedReport
  }

  private let campaign: Campaign
  private let framework: Framework
  private let minimum: MinimumGroup
  private let menu: PublicationMenu
  private let before: Before
  /// What all tables are by, those of earlier releases too: they are proved together.
  private let groupings: [Grouping]

  /// Takes what is asked for.
  ///
  /// Without tables the figures of everybody are published.
  ///
  /// - Throws: `PublicationProblem` where the smallest group is smaller than anything is published of, or
  ///   the tables of earlier releases cannot be proved with the menu.
  package init(
    of campaign: Campaign, framework: Framework, menu: PublicationMenu, minimum: MinimumGroup,
    before: Before
  ) throws(PublicationProblem) {
    let least = MinimumGroup.standard.people
    guard minimum.people >= least else { throw .smallGroups(least: least) }
    groupings = try PublicationMenu(menu.tables + before.beyond).groupings
    self.campaign = campaign
    self.framework = framework
    self.menu = menu
    self.minimum = minimum
    self.before = before
  }

  /// The tables to count: those of the menu, of earlier releases, and each of their groupings alone.
  package var counted: [[Grouping]] {
    let tables = menu.tables + before.beyond
    return tables + groupings.map { [$0] }.filter { !tables.contains($0) }
  }

  /// Withholds what would expose somebody, and proves that the rest exposes nobody.
  ///
  /// - Parameters:
  ///   - counts: the counts by `counted`.
  ///   - isEntered: whether the ledger has an entry that says the same of the campaign; the same once
  ///     more says nothing new.
  ///   - solver: what solves the programs, `ProgramSolver.coinOR`.
  ///   - records: visits the records of all people of the campaign.
  /// - Throws: `PublicationProblem` where too few answered, `DisclosureProblem` and `LedgerProblem` where
  ///   somebody would be exposed, and what `records` throws.
  package func proved(
    from counts: CampaignCounts, isEntered: (String) -> Bool, solver: ProgramSolver,
    records: ((CodedResponse) -> Void) throws -> Void
  ) throws -> Proved {
    let people = counts.overall.respondents
    guard people > 0 else { throw PublicationProblem.nobodyAnswered(campaign.id) }
    guard minimum.admits(people) else {
      throw PublicationProblem.fewAnswered(least: minimum.people)
    }
    try GivenOut.checkNobodyLeft(before.releases, people: people)
    let tables = counts.tables.prefix(menu.tables.count + before.beyond.count).map(\.people)
    let release = try Release.proved(
      dimensions: try groupings.map { try $0.dimension(among: groupings) },
      counts: Array(tables.prefix(menu.tables.count)), minimum: minimum, earlier: before.releases,
      beyond: Array(tables.dropFirst(menu.tables.count)), members: campaign.members,
      exported: before.givenOut.exported, everybody: people, solver: solver
    ).withFiguresProved(
      framework: framework, groupings: groupings, counts: counts, earlier: before.releases,
      solver: solver, records: records)
    let content = try ReleaseContent(release).text()
    if !isEntered(content) { try check(release) }
    return Proved(
      release: release, content: content,
      report: PublishedReport(
        campaign: campaign, framework: framework, counts: counts, release: release))
  }

  /// Refuses a release of which a few people would be known by what was given out before.
  private func check(_ release: Release) throws(LedgerProblem) {
    try before.givenOut.check(release)
    try NearlySamePeople.check(
      NearlySamePeople.Published(
        campaign: campaign.id, people: before.people, releases: before.releases + [release]),
      beside: before.others)
  }
}

/// The tables that a campaign declares it will publish, which can be proved together.
package struct PublicationMenu: Hashable, Sendable {
  /// The tables, each by one or two groupings.
  package let tables: [[Grouping]]

  /// Takes tables.
  ///
  /// - Throws: `PublicationProblem` where two groupings of the same answer cannot be proved together:
  ///   neither follows from the other or from a third, so that one could be subtracted from the other.
  ///   A table by both is refused too, as it says no more than the finer one.
  package init(_ tables: [[Grouping]]) throws(PublicationProblem) {
    for table in tables where table.count == 2 && table[0].sortsSameAnswer(as: table[1]) {
      throw .sortedTwice(table[0].id, table[1].id)
    }
    self.tables = tables
    let groupings = groupings
    for (place, first) in groupings.enumerated() {
      for second in groupings[..<place] where first.sortsSameAnswer(as: second) {
        let isNested = groupings.contains { finer in
          [first, second].allSatisfy { $0.id == finer.id || $0.coarsening(of: finer) != nil }
        }
        guard isNested else { throw .subtractable(second.id, first.id) }
      }
    }
  }

  /// What the tables are by, each once, in the order of the tables.
  var groupings: [Grouping] {
    var groupings: [Grouping] = []
    for grouping in tables.joined() where !groupings.contains(grouping) {
      groupings.append(grouping)
    }
    return groupings
  }
}

/// Why nothing of a campaign is published, whatever its figures are.
package enum PublicationProblem: Problem, Error {
  /// A table sorts people twice by the same answer.
  case sortedTwice(String, String)
  /// Two tables sort people by the same answer, and neither follows from the other.
  case subtractable(String, String)
  /// Smaller groups were asked for than anything is published of.
  case smallGroups(least: Int)
  case nobodyAnswered(ID<Campaign>)
  /// Fewer people answered than a group has.
  case fewAnswered(least: Int)

  /// Whether the rules of privacy refuse it; else something is missing.
  package var isRefusal: Bool {
    switch self {
    case .sortedTwice, .subtractable, .smallGroups, .fewAnswered: true
    case .nobodyAnswered: false
    }
  }

  /// What is wrong, without a full stop.
  package var what: String {
    switch self {
    case .sortedTwice(let first, let second):
      "a table by '\(first)' and '\(second)' sorts people twice by the same answer"
    case .subtractable(let first, let second):
      "'\(first)' and '\(second)' sort people by the same answer, so that one could be subtracted "
        + "from the other"
    case .smallGroups(let least): "a public report needs groups of \(least) people or more"
    case .nobodyAnswered: "nobody has answered so far"
    case .fewAnswered(let least):
      "fewer than \(least) people answered, so that nothing can be published about any of them"
    }
  }

  /// How to mend it, without a full stop.
  package var mend: String {
    switch self {
    case .sortedTwice: "declare a table by each"
    case .subtractable: "publish only one of them"
    case .smallGroups: "leave --min-group out"
    case .nobodyAnswered(let campaign):
      "take responses in first: waymark import responses FILE --campaign \(campaign)"
    case .fewAnswered: "wait for more answers"
    }
  }
}
