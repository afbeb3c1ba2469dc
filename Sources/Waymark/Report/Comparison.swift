package import WaymarkBasics

/// A campaign beside an earlier one: what changed in every competency that both asked.
package struct Comparison: Hashable, Sendable {
  /// One competency in both campaigns.
  package struct Row: Hashable, Sendable {
    package let id: CompetencyID
    /// Its short name in the later campaign.
    package let title: String
    /// What was answered earlier and later, withheld below the minimum in either.
    package let figures: Figure<Figures>
    /// What changed in people who agreed to be linked; none where nobody was found in both.
    package let paired: Figure<PairedChange>
  }

  /// What was answered in both campaigns.
  package struct Figures: Hashable, Sendable {
    /// How many people gave a level.
    package let people: Both<Int>
    /// The share below usual; `nil` where no role asks for it, or too few have such a role.
    package let share: Both<Share>?
    /// The mean level.
    package let mean: Both<Double>
    package let meanChange: Change?
  }

  /// A share of ratings below usual, with what it is made of.
  package struct Share: Hashable, Sendable {
    /// How many ratings are below.
    package let count: Int
    /// Out of how many, at least one.
    package let total: Int
    /// The share, 0 to 1.
    package var value: Double { Double(count) / Double(total) }
  }

  /// The same of both campaigns.
  package struct Both<Value: Hashable & Sendable>: Hashable, Sendable {
    /// Of the earlier campaign.
    package let earlier: Value
    /// Of the later campaign.
    package let later: Value
  }

  package let earlier: Campaign
  /// How many people of the earlier campaign answered the core form; `nil` where nobody did.
  package let earlierCoreForm: CoreFormPart?
  /// The competencies that both asked, in the order of the later framework.
  package let rows: [Row]
  /// How many people were found in both campaigns by the link that they agreed to; `nil` when that
  /// is withheld.
  package let linked: Int?

  /// The places of the competencies that both frameworks have, by their ids.
  package static func positions(
    earlier: Framework, later: Framework
  ) -> [(earlier: Int, later: Int)] {
    later.competencies.compactMap { earlier.positions(of: $0.id, beside: later) }
  }

  /// Compares two campaigns whose scales have the same number of levels.
  ///
  /// - Parameters:
  ///   - paired: the steps of linked people for each of `positions`, as many, and how many people
  ///     they are.
  package init(
    earlier: (campaign: Campaign, framework: Framework, counts: LevelCounts),
    later: (framework: Framework, counts: LevelCounts),
    paired: (steps: [[Int: Int]], people: Int), earlierCoreForm: CoreFormPart? = nil,
    minimumGroup: MinimumGroup
  ) {
    self.earlier = earlier.campaign
    self.earlierCoreForm = earlierCoreForm
    linked = minimumGroup.withholds(paired.people) ? nil : paired.people
    let before = TargetTally(framework: earlier.framework)
    let after = TargetTally(framework: later.framework)
    let positions = Self.positions(earlier: earlier.framework, later: later.framework)
    rows = positions.enumerated().compactMap { pair, position -> Row? in
      let levels = (
        earlier: before.levels(ofCompetency: position.earlier, in: earlier.counts),
        later: after.levels(ofCompetency: position.later, in: later.counts)
      )
      let people = Both(earlier: levels.earlier.reduce(0, +), later: levels.later.reduce(0, +))
      // Only what both asked: a statement that nobody rated in one of them says nothing of change.
      guard people.earlier > 0, people.later > 0 else { return nil }
      let competency = later.framework.competencies[position.later]
      let change = PairedChange(differences: paired.steps[pair])
      return Row(
        id: competency.id, title: competency.title.original,
        figures: minimumGroup.withholds(people.earlier) || minimumGroup.withholds(people.later)
          ? .none(.withheld)
          : .value(
            Figures(
              people: people, levels: levels,
              ratings: (
                before.ratings(ofCompetency: position.earlier, in: earlier.counts),
                after.ratings(ofCompetency: position.later, in: later.counts)
              ), minimumGroup: minimumGroup)),
        paired: change.map { minimumGroup.withholds($0.people) ? .none(.withheld) : .value($0) }
          ?? .none(.noAnswers))
    }
  }
}

extension Comparison.Figures {
  init(
    people: Comparison.Both<Int>, levels: (earlier: [Int], later: [Int]),
    ratings: (TargetTally.Ratings, TargetTally.Ratings), minimumGroup: MinimumGroup
  ) {
    self.people = people
    mean = Comparison.Both(
      earlier: Statistics.mean(countsByLevel: levels.earlier) ?? 0,
      later: Statistics.mean(countsByLevel: levels.later) ?? 0)
    meanChange = Change.ofMeans(earlier: levels.earlier, later: levels.later)
    let (before, after) = ratings
    let isShown =
      before.total > 0 && after.total > 0 && !minimumGroup.withholds(before.total)
      && !minimumGroup.withholds(after.total)
    share =
      isShown
      ? Comparison.Both(
        earlier: Comparison.Share(count: before.below, total: before.total),
        later: Comparison.Share(count: after.below, total: after.total)) : nil
  }

  package var shareChange: Change? {
    share.flatMap {
      Change.ofShares(
        earlier: ($0.earlier.value, of: $0.earlier.total),
        later: ($0.later.value, of: $0.later.total))
    }
  }
}

extension Comparison {
  /// One competency with what speaks for a change of its mean level.
  package struct Evidence: Hashable, Sendable {
    package let row: Row
    /// The chance of so large a change where nothing changed, all competencies tested together (Holm 1979),
    /// 0 to 1; `nil` where there is nothing to test.
    package let chance: Double?
    /// Whether that is less than chance explains.
    package var isBeyondChance: Bool { chance.map { $0 < Holm.limit } ?? false }
  }

  /// The competencies, what chance explains least first; ties and what cannot be tested in their order.
  package var evidence: [Evidence] {
    let tested = rows.indices.compactMap { place in
      rows[place].figures.value?.meanChange?.chance.map { (place: place, chance: $0) }
    }
    let adjusted = Dictionary(
      uniqueKeysWithValues: zip(tested.map(\.place), Holm.adjusted(tested.map(\.chance))))
    let raw = Dictionary(uniqueKeysWithValues: tested.map { ($0.place, $0.chance) })
    return rows.indices.sorted { left, right in
      (adjusted[left] ?? 2, raw[left] ?? 2, left) < (adjusted[right] ?? 2, raw[right] ?? 2, right)
    }.map { Evidence(row: rows[$0], chance: adjusted[$0]) }
  }

  /// The change of the share below usual over several competencies together.
  ///
  /// The interval counts as many people as were compared for any one of them, so that nobody is counted
  /// twice and it is rather too wide than too narrow. `nil` where none of them is shown.
  func shareChange(of competencies: Set<CompetencyID>) -> Change? {
    let shares = rows.filter { competencies.contains($0.id) }.compactMap { $0.figures.value?.share }
    func joined(_ side: (Both<Share>) -> Share) -> (Double, of: Int) {
      let total = shares.reduce(0) { $0 + side($1).total }
      let count = shares.reduce(0) { $0 + side($1).count }
      return (Double(count) / Double(max(1, total)), of: shares.map { side($0).total }.max() ?? 0)
    }
    return Change.ofShares(earlier: joined(\.earlier), later: joined(\.later))
  }
}

/// Another target to try out: a level that a role would ask for in a competency.
package struct TargetChange: Hashable, Sendable {
  package let role: RoleID
  package let competency: CompetencyID
  /// The level that the role would ask for.
  package let level: Level

  /// Reads `ROLE:COMPETENCY=LEVEL`, such as `assistant:advocacy.decisions=3`.
  ///
  /// - Throws: `targetForm` for another form, `unknownRole`, `unknownCompetency` or `unknownLevel`
  ///   for a name that the framework does not have, with the nearest one.
  package init(_ text: String, framework: Framework) throws(ReportProblem) {
    let sides = text.split(separator: "=", omittingEmptySubsequences: false)
    let names = (sides.first ?? "").split(separator: ":", omittingEmptySubsequences: false)
    guard sides.count == 2, names.count == 2 else { throw .targetForm(text) }
    let roles = framework.roles.map(\.id.description)
    guard let role = framework.roles.first(where: { $0.id.description == names[0] }) else {
      let name = String(names[0])
      throw .unknownRole(name, near: name.closest(among: roles), known: roles)
    }
    guard
      let competency = framework.competencies.first(where: { $0.id.description == names[1] })
    else {
      let name = String(names[1])
      throw .unknownCompetency(
        name, near: name.closest(among: framework.competencies.map(\.id.description)))
    }
    let levels = framework.scale.steps.map(\.level)
    guard let level = levels.first(where: { String($0.rank) == sides[1] }) else {
      throw .unknownLevel(String(sides[1]), highest: levels.count)
    }
    self.role = role.id
    self.competency = competency.id
    self.level = level
  }
}

/// What answers say about the statements themselves, for the next revision of the competencies.
///
/// The kinds of "no number" are kept apart; what is withheld in the report is left out.
package struct RevisionEvidence: Hashable, Sendable {
  /// What a statement may need a look for.
  package enum Sign: String, Hashable, Sendable, CaseIterable {
    /// Many say that it is not part of their work.
    case notPartOfMyWork
    case cannotJudge
    /// Many skip it.
    case skipped
    /// Many rate themselves on the highest level, so that it tells them apart no more.
    case ceiling
  }

  /// A statement with the sign.
  package struct Item: Hashable, Sendable {
    /// The statement.
    package let row: GapReport.CompetencyRow
    /// How many answers show the sign.
    package let count: Int
    /// Out of how many: everybody who was asked, or for the ceiling everybody who gave a level.
    package let total: Int
    /// The share, 0 to 1.
    package var share: Double { Double(count) / Double(total) }
  }

  /// For each sign the statements that show it most, largest share first, ties by id.
  package let items: [Sign: [Item]]

  /// Finds at most so many statements for each sign; a statement that nobody shows it in is left out.
  init(_ rows: [GapReport.CompetencyRow], limit: Int) {
    items = Dictionary(
      uniqueKeysWithValues: Sign.allCases.map { sign in
        let items = rows.compactMap { Self.item($0, sign) }.filter { $0.count > 0 }
          .sorted { ($1.share, $0.row.id) < ($0.share, $1.row.id) }
        return (sign, Array(items.prefix(limit)))
      })
  }

  private static func item(_ row: GapReport.CompetencyRow, _ sign: Sign) -> Item? {
    guard let figures = row.figures else { return nil }
    let asked =
      figures.ratings + figures.notPartOfMyWork + figures.cannotJudge + figures.skipped
    let (count, total) =
      switch sign {
      case .notPartOfMyWork: (figures.notPartOfMyWork, asked)
      case .cannotJudge: (figures.cannotJudge, asked)
      case .skipped: (figures.skipped, asked)
      case .ceiling: (figures.levels.last ?? 0, figures.ratings)
      }
    return total > 0 ? Item(row: row, count: count, total: total) : nil
  }
}

extension GapReport {
  /// The statements of the whole campaign that may need a look in the next revision.
  package func revisionEvidence(_ limit: Int) -> RevisionEvidence {
    RevisionEvidence(overall.competencies, limit: limit)
  }

  /// The answers that were given out of those that were asked for, statements that are shown only;
  /// `nil` where none was asked for.
  ///
  /// A level, "not part of my work" and "can't judge" are answers; skipped is none.
  package var completion: (given: Int, asked: Int)? {
    var given = 0
    var asked = 0
    for figures in overall.competencies.compactMap(\.figures) {
      given += figures.ratings + figures.notPartOfMyWork + figures.cannotJudge
      asked += figures.ratings + figures.notPartOfMyWork + figures.cannotJudge + figures.skipped
    }
    return asked > 0 ? (given, asked) : nil
  }
}
