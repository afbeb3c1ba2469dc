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

    /// How many are at or above what is usual.
    package var atOrAbove: Int { compared - below }
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
