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
