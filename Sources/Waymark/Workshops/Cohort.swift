package import WaymarkBasics

/// A group of respondents that a trainer plans for.
///
/// It is of one or several campaigns that asked the same statements, and holds those who gave certain
/// answers about their work, or a list of response ids, or both. Who answered two of the campaigns counts
/// twice: nothing tells that both answers are the same person's.
package struct Cohort: Hashable, Sendable {
  /// An answer that members gave: the groups of one grouping that they may be in.
  package struct Condition: Hashable, Sendable {
    /// The name of the grouping: `role`, a background question or a coarser grouping of one.
    package let grouping: String
    /// The groups, any of which fits.
    package let groups: [String]

    package init(grouping: String, groups: [String]) {
      self.grouping = grouping
      self.groups = groups
    }
  }

  /// The cohort's name.
  package let id: ID<Cohort>
  /// The campaigns, in the order they were named.
  package let campaigns: [ID<Campaign>]
  /// All of what members answered.
  package let conditions: [Condition]
  /// The response ids that members have; empty where they may have any.
  package let responses: Set<String>

  package init(
    id: ID<Cohort>, campaigns: [ID<Campaign>], conditions: [Condition] = [],
    responses: Set<String> = []
  ) {
    self.id = id
    self.campaigns = campaigns
    self.conditions = conditions
    self.responses = responses
  }

  /// Tells members from others by their records.
  package struct Membership: Sendable {
    private let checks: [(grouping: Grouping, groups: Set<Int>)]
    private let responses: Set<String>

    /// - Parameters:
    ///   - groupings: the groupings of the conditions, in their order.
    /// - Throws: everything that is wrong with the names of groupings and groups.
    package init(
      _ cohort: Cohort, framework: Framework, background: BackgroundQuestions
    ) throws(Findings<ReportProblem>) {
      responses = cohort.responses
      let groupings = try Grouping.named(
        cohort.conditions.map(\.grouping), framework: framework, background: background,
        source: "--where")
      var checks: [(grouping: Grouping, groups: Set<Int>)] = []
      var problems: [Finding<ReportProblem>] = []
      for (condition, grouping) in zip(cohort.conditions, groupings) {
        var places: Set<Int> = []
        for name in condition.groups {
          let known = grouping.groups.map(\.id)
          if let place = known.firstIndex(where: { $0.lowercased() == name.lowercased() }) {
            places.insert(place)
          } else {
            problems.append(
              Finding(
                .unknownGroup(name, of: grouping.id, near: name.closest(among: known)),
                at: Place(file: "--where")))
          }
        }
        checks.append((grouping, places))
      }
      if let findings = Findings(problems) { throw findings }
      self.checks = checks
    }

    /// Whether a respondent belongs to the cohort.
    package func holds(_ record: CodedResponse) -> Bool {
      guard responses.isEmpty || responses.contains(record.respondent) else { return false }
      return checks.allSatisfy { grouping, groups in groups.contains(grouping.group(of: record)) }
    }
  }
}

/// What a cohort needs, statement by statement: how far its people are from what is usual for each
/// one's own role, and who could teach.
package struct CohortNeeds: Sendable {
  /// One competency.
  package struct Row: Hashable, Sendable {
    package let competency: Competency
    /// How many gave a level.
    package internal(set) var rated = 0
    /// How many of them are compared: their role asks for it.
    package internal(set) var compared = 0
    /// How many of those compared are below what is usual.
    package internal(set) var below = 0
    /// How many levels all those below are missing together.
    package internal(set) var missing = 0
    /// How many are on each level of the scale, lowest first: the mix in a room.
    package internal(set) var levels: [Int]
    /// How many are on a level from which people teach.
    package internal(set) var couldTeach = 0
    /// For each competency that it builds on, how many of those below are below there too.
    package internal(set) var lacking: [CompetencyID: Int] = [:]

    /// Whether the roles of less than half of those who rated it ask for it: then one who can do it may
    /// be enough, where else everyone should.
    package var isForFew: Bool { compared * 2 < rated }
  }

  /// The framework that was answered.
  package let framework: Framework
  /// How many people the cohort has.
  package private(set) var people = 0
  /// The competencies in the framework's order.
  package private(set) var rows: [Row]

  private let teachingRank: Int
  private let targets: [[Int?]]
  private let bases: [[(position: Int, id: CompetencyID)]]

  /// Begins with nobody.
  package init(framework: Framework) {
    self.framework = framework
    let steps = framework.scale.steps.count
    teachingRank = framework.scale.teachingLevels.first?.rank ?? steps
    rows = framework.competencies.map {
      Row(competency: $0, levels: Array(repeating: 0, count: steps))
    }
    targets = framework.competencies.map { competency in
      framework.roles.map { competency.targets[$0.id]?.rank }
    }
    bases = framework.competencies.map { competency in
      competency.buildsOn.compactMap { id in framework.position(of: id).map { ($0, id) } }
    }
  }

  /// Counts one person.
  package mutating func add(_ record: CodedResponse) {
    people += 1
    let shortfalls = rows.indices.map { shortfall(record, $0) }
    for place in rows.indices {
      guard record.sheet.indices.contains(place),
        let rank = AnswerSheet.rank(of: record.sheet[place]), rank <= rows[place].levels.count
      else { continue }
      rows[place].rated += 1
      rows[place].levels[rank - 1] += 1
      if rank >= teachingRank { rows[place].couldTeach += 1 }
      guard let shortfall = shortfalls[place] else { continue }
      rows[place].compared += 1
      guard shortfall > 0 else { continue }
      rows[place].below += 1
      rows[place].missing += shortfall
      for base in bases[place] where shortfalls[base.position] ?? 0 > 0 {
        rows[place].lacking[base.id, default: 0] += 1
      }
    }
  }

  /// How many levels a person is below what is usual, 0 when none; `nil` without a level or a target.
  private func shortfall(_ record: CodedResponse, _ place: Int) -> Int? {
    guard let role = record.role, targets[place].indices.contains(role),
      let target = targets[place][role], record.sheet.indices.contains(place),
      let rank = AnswerSheet.rank(of: record.sheet[place])
    else { return nil }
    return Level.shortfall(of: rank, to: target)
  }

  /// The rows that somebody is below in, the most missing levels first, ties in the framework's order.
  package var needs: [Row] {
    rows.enumerated().filter { $0.element.below > 0 }.sorted { left, right in
      (right.element.missing, left.offset) < (left.element.missing, right.offset)
    }.map(\.element)
  }
}

/// What may be said of what a cohort needs; what is withheld is not in the value at all.
package struct CohortReport: Sendable {
  /// Those who gave a level to a statement.
  package struct Levels: Hashable, Sendable {
    /// How many they are.
    package let rated: Int
    /// The mix in the room; `nil` of so few that it would tell of each of them.
    package let room: Room?
    /// Whether anybody is on a level from which people teach.
    package let hasTeacher: Bool
  }

  /// How the levels of many are mixed.
  package struct Room: Hashable, Sendable {
    /// How many are on each level of the scale, lowest first.
    package let counts: [Int]
    /// How many are on a level from which people teach.
    package let couldTeach: Int
  }

  /// A statement that another builds on.
  package struct Base: Hashable, Sendable {
    package let competency: Competency
    /// How many of those below in the other are below in it too.
    package let people: Int
  }

  /// Those of them whose role asks for it, beside what is usual.
  package struct Comparison: Hashable, Sendable {
    /// How many they are.
    package let compared: Int
    /// How many of them are below what is usual.
    package let extent: Extent
    /// Whether the roles of less than half of those who rated it ask for it.
    package let isForFew: Bool
  }

  /// How many are below what is usual.
  package enum Extent: Hashable, Sendable {
    case nobody
    /// Up to half of so few that a number could tell of each of them.
    case upToHalf
    /// More than half of so few, perhaps all.
    case moreThanHalf
    case counted(Shortfall)
  }

  /// Those below what is usual, of many.
  package struct Shortfall: Hashable, Sendable {
    /// How many they are.
    package let below: Int
    /// How many levels they are missing together.
    package let missing: Int
    /// What the statement builds on, with how many of them are below there too; in the document's order.
    package let lacking: [Base]
  }

  /// One statement.
  package struct Row: Sendable {
    package let competency: Competency
    package let levels: Figure<Levels>
    package let comparison: Figure<Comparison>
  }

  /// The statements' framework.
  package let framework: Framework
  /// The fewest people of whom anything is said.
  package let minimumGroup: MinimumGroup
  /// How many people the cohort has; of too few, nothing at all is said.
  package let people: Figure<Int>
  /// The statements in the framework's order.
  package let rows: [Row]
  /// The rows in which somebody is known to be below, the most missing levels first, ties in the
  /// framework's order.
  package let needs: [(row: Row, comparison: Comparison)]
  /// Those of its campaigns who agreed to be named, where enough others are counted.
  package let named: NamedPeople

  /// Decides what may be said.
  ///
  /// Of fewer than ten people, where the smallest group was set so low, it is said roughly how many are
  /// below: seven of seven, or three on level 1, would tell of each of them. That nobody is below, or could
  /// teach, is said: it tells what nobody lacks, and whom to look for elsewhere.
  ///
  /// - Parameter named: those of its campaigns who agreed to be named to their trainer.
  package init(_ needs: CohortNeeds, named: NamedPeople = .none, minimumGroup: MinimumGroup) {
    let isWithheld = minimumGroup.withholds(needs.people)
    func figure<Value>(_ people: Int, _ value: Value) -> Figure<Value> {
      isWithheld || minimumGroup.withholds(people) ? .none(.withheld) : .value(value)
    }
    framework = needs.framework
    self.minimumGroup = minimumGroup
    people = figure(needs.people, needs.people)
    self.named = isWithheld ? .none : named.besides([needs.people], minimumGroup)
    let rows = needs.rows.map { row in
      let isMany = MinimumGroup.standard.admits(row.rated)
      return Row(
        competency: row.competency,
        levels: figure(
          row.rated,
          Levels(
            rated: row.rated,
            room: isMany ? Room(counts: row.levels, couldTeach: row.couldTeach) : nil,
            hasTeacher: row.couldTeach > 0)),
        comparison: figure(
          row.compared,
          Comparison(
            compared: row.compared, extent: Self.extent(row, needs.framework),
            isForFew: row.isForFew)))
    }
    self.rows = rows
    let said = Dictionary(
      rows.map { ($0.competency.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.needs = needs.needs.compactMap { counted in
      said[counted.competency.id].flatMap { row in
        row.comparison.value.map { (row: row, comparison: $0) }
      }
    }
  }

  private static func extent(_ row: CohortNeeds.Row, _ framework: Framework) -> Extent {
    if row.below == 0 { return .nobody }
    guard MinimumGroup.standard.admits(row.compared) else {
      return row.below * 2 > row.compared ? .moreThanHalf : .upToHalf
    }
    let lacking = row.competency.buildsOn.compactMap { id -> Base? in
      guard let count = row.lacking[id], count > 0, let base = framework.competency(id)
      else { return nil }
      return Base(competency: base, people: count)
    }
    return .counted(Shortfall(below: row.below, missing: row.missing, lacking: lacking))
  }

  /// Whether so many have a role that asks for a statement that something is said of it.
  package var comparesAnybody: Bool { rows.contains { ($0.comparison.value?.compared ?? 0) > 0 } }
}
