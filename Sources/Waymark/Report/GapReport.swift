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

  /// One area: its competencies together, without those that are withheld.
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
    /// The areas in the framework's order.
    package let areas: [AreaRow]
    /// The competencies in the framework's order.
    package let competencies: [CompetencyRow]
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
  /// The names of the levels, lowest first.
  package let levelLabels: [String]
  /// The fewest people about whom the report says anything.
  package let minimumGroup: MinimumGroup
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

  /// The competencies with the largest shares below what is usual, in the whole campaign.
  ///
  /// Largest first, ties by id; at most so many, and none where nobody is below.
  package func largestGaps(_ limit: Int) -> [(competency: CompetencyRow, below: Below)] {
    Self.sorted(overall.competencies, limit).map { (competency: $0.row, below: $0.below) }
  }

  /// Sorts rows by the share below usual, largest first, ties by id; none where nobody is below.
  static func sorted(
    _ rows: [CompetencyRow], _ limit: Int
  ) -> [(row: CompetencyRow, below: Below)] {
    let gaps = rows.compactMap { row in row.figures?.below.value.map { (row: row, below: $0) } }
    let sorted = gaps.filter { $0.below.count > 0 }.sorted { left, right in
      left.below.share == right.below.share
        ? left.row.id < right.row.id : left.below.share > right.below.share
    }
    return Array(sorted.prefix(limit))
  }

  /// What the report says of each part of the strategic plan; `nil` where there is no plan.
  package var planReport: StrategicPlanReport? {
    plan.map {
      StrategicPlanReport(
        $0, competencies: overall.competencies, comparison: supplement.comparison)
    }
  }
}
