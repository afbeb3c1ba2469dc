import WaymarkBasics

/// What a report finds: which of its figures are said first, drawn and summed up.
extension GapReport {
  /// What is said first of all.
  package enum Finding: Hashable, Sendable {
    /// Too few people answered to say anything.
    case tooFewAnswered
    case nobodyAnswered
    /// So many people answered, and of no statement that is shown anybody is below what is usual.
    case nothingBelow(respondents: Int)
    /// So many people answered, and nobody could be compared with a usual level.
    case nothingCompared(respondents: Int)
    /// So many people answered; in this statement the largest share of them is below what is usual.
    case furthest(respondents: Int, CompetencyRow, Below)
  }

  /// What is said first of all.
  package var finding: Finding {
    guard let respondents = overall.respondents else { return .tooFewAnswered }
    guard respondents > 0 else { return .nobodyAnswered }
    if let gap = largestGaps(1).first {
      return .furthest(respondents: respondents, gap.competency, gap.below)
    }
    let isCompared = overall.competencies.contains { $0.below.value != nil }
    return isCompared
      ? .nothingBelow(respondents: respondents) : .nothingCompared(respondents: respondents)
  }

  /// A statement with how many have it as part of their work, and how many of those compared are below
  /// usual.
  package struct Need: Hashable, Sendable {
    /// The statement.
    package let row: CompetencyRow
    /// The share of those who can tell, 0 to 1.
    package let relevance: Double
    /// The ratings below usual.
    package let below: Below
  }

  /// The statements that have both a relevance and a share below usual: the largest share first, then
  /// the most relevant, then by id.
  package var needs: [Need] {
    overall.competencies.compactMap { row in
      guard let below = row.figures?.below.value, let relevance = row.figures?.relevance.value
      else { return nil }
      return Need(row: row, relevance: relevance, below: below)
    }
    .sorted { left, right in
      (right.below.share, right.relevance, left.row.id)
        < (left.below.share, left.relevance, right.row.id)
    }
  }

  /// What to work on first: what is part of more people's work than the mean of all statements, and
  /// below usual in more of them.
  package struct WorkFirst: Hashable, Sendable {
    /// All statements that could be compared, as `needs` sorts them.
    package let all: [Need]
    /// Those to begin with, at most ten, in the same order; at least one.
    package let first: [Need]
    /// The mean relevance, 0 to 1.
    package let meanRelevance: Double
    /// The mean share below usual, 0 to 1.
    package let meanBelow: Double

    init?(_ needs: [Need]) {
      guard needs.count > 1 else { return nil }
      let count = Double(needs.count)
      let (relevance, below) = (
        needs.reduce(0) { $0 + $1.relevance } / count,
        needs.reduce(0) { $0 + $1.below.share } / count
      )
      let both = needs.filter { $0.relevance >= relevance && $0.below.share >= below }
      (first, inBoth) = (Array(both.prefix(10)), both.count)
      guard !first.isEmpty else { return nil }
      (all, meanRelevance, meanBelow) = (needs, relevance, below)
    }
  }

  /// What to work on first; `nil` where fewer than two statements can be compared or none stands out.
  package var workFirst: WorkFirst? { WorkFirst(needs) }

  /// The ratings of all statements that are shown, or of the core alone where anybody answered the core
  /// form, taken together.
  package struct Sum: Hashable, Sendable {
    /// How many statements are shown with ratings that could be compared.
    package let statements: Int
    /// How many ratings are below usual.
    package let below: Int
    /// Out of how many.
    package let ratings: Int
    /// In how many statements more than half of the ratings are below.
    package let mostlyBelow: Int
    /// The area with the largest share below, ties by the framework's order; `nil` where none is shown.
    package let furthestArea: AreaRow?

    init(_ tables: Tables, coreForm: CoreFormPart?) {
      let shown = tables.competencies.compactMap { $0.figures?.below.value }
      let rows = coreForm?.joined(tables.competencies, \.id) ?? tables.competencies
      let joined = rows.compactMap { $0.figures?.below.value }
      statements = shown.count
      below = joined.reduce(0) { $0 + $1.count }
      ratings = joined.reduce(0) { $0 + $1.total }
      mostlyBelow = shown.count { $0.count * 2 > $0.total }
      furthestArea =
        tables.areas.enumerated().compactMap { place, area in
          area.figures?.below.value.map { (area: area, share: $0.share, place: place) }
        }.max { ($0.share, $1.place) < ($1.share, $0.place) }?.area
    }
    /// How many there are of which these are the first.
    package let inBoth: Int
  }

  /// The ratings of all statements that are shown, taken together.
  package var sum: Sum { Sum(overall, coreForm: coreForm) }

  /// How many of those who were invited answered.
  package enum Silence: Hashable, Sendable {
    /// More answered than were invited.
    case fewerInvited(Int)
    /// Of so many who were invited so many answered.
    case answered(Int, of: Int)
  }

  /// How many of those who were invited answered; `nil` where nobody knows, or where too few answered
  /// to say how many.
  package var silence: Silence? {
    guard let asked = invited(by: Grouping.everybody)[Grouping.everybody], asked > 0,
      let people = overall.respondents
    else { return nil }
    return people <= asked ? .answered(people, of: asked) : .fewerInvited(asked)
  }

  /// How many people of each group of a grouping were invited, where that is known.
  package func invited(by grouping: String) -> [String: Int] {
    Dictionary(
      campaign.invited.filter { $0.grouping == grouping }.map { ($0.group, $0.people) },
      uniquingKeysWith: { $1 })
  }

  /// How much of a report is withheld; how many groups and statements, never how large.
  package struct Withheld: Hashable, Sendable {
    /// Whether everything is.
    package let isEverything: Bool
    /// How many groups are as a whole.
    package let groups: Int
    /// How many statements are for everybody, beyond all of them.
    package let statements: Int
    /// Whether nothing is.
    package var isNothing: Bool { !isEverything && groups == 0 && statements == 0 }
  }

  /// How much of the report is withheld.
  package var withheld: Withheld {
    let isEverything = overall.respondents == nil
    return Withheld(
      isEverything: isEverything,
      groups: breakdowns.reduce(0) { sum, breakdown in
        sum + breakdown.groups.count { $0.tables.respondents == nil }
      },
      statements: isEverything ? 0 : overall.competencies.count { $0.figures == nil })
  }

  /// A statement whose share below usual changed.
  package struct Changed: Hashable, Sendable {
    /// The statement.
    package let row: Comparison.Row
    package let share: Comparison.Both<Comparison.Share>

    fileprivate var size: Double { abs(share.later.value - share.earlier.value) }
  }

  /// The statements whose share below usual changed most since the campaign that is compared with, at
  /// most so many, largest first, ties by id; empty without one.
  package func largestChanges(_ limit: Int) -> [Changed] {
    let changed = (supplement.comparison?.rows ?? []).compactMap { row in
      row.figures.value?.share.map { Changed(row: row, share: $0) }
    }
    return Array(
      changed.sorted { left, right in
        left.size == right.size ? left.row.id < right.row.id : left.size > right.size
      }.prefix(limit))
  }
}

extension GapReport {
  /// The weighted share below usual, 0 to 1, in the statement of the finding; `nil` without weights.
  package var weightedFinding: WeightedEstimate? {
    guard case .furthest(_, let competency, _) = finding else { return nil }
    return supplement.weighting?.rows.first { $0.id == competency.id }?.share.value?.weighted
  }
}
