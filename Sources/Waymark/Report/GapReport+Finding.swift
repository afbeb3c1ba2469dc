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
    /// So many people answered; of the statements that stand out, in this one the largest share of
    /// them is below what is usual.
    case furthest(respondents: Int, CompetencyRow, Below)
    /// So many people answered, some are below what is usual, and in no statement more often than in
    /// all of them by more than chance.
    case nothingStandsOut(respondents: Int, Sum)
  }

  /// What is said first of all.
  package var finding: Finding {
    guard let respondents = overall.respondents else { return .tooFewAnswered }
    guard respondents > 0 else { return .nobodyAnswered }
    if let gap = standingOut.first {
      return .furthest(respondents: respondents, gap.row, gap.below)
    }
    guard largestGaps(1).isEmpty else {
      return .nothingStandsOut(respondents: respondents, sum)
    }
    let isCompared = overall.competencies.contains { $0.below.value != nil }
    return isCompared
      ? .nothingBelow(respondents: respondents) : .nothingCompared(respondents: respondents)
  }

  /// The statements that may be named as those in which people are most often below usual: the
  /// largest share first, ties by id.
  ///
  /// In each at least 30 people were compared, or, where no statement has so many, as many as in any;
  /// at least one in ten of them is below; and the share is above that of all ratings together by more
  /// than chance, all statements with so many people tested together (Holm 1979).
  package var standingOut: [(row: CompetencyRow, below: Below)] {
    let sum = sum
    let compared = overall.competencies.compactMap { row in
      row.below.value.map { (row: row, below: $0) }
    }
    let base = min(Below.fewestForShares, compared.map(\.below.total).max() ?? 0)
    let tested = compared.filter { $0.below.total >= base }
    let chances = Holm.adjusted(tested.map { sum.chance(of: $0.below) })
    let named = zip(tested, chances).filter { entry, chance in
      chance < Holm.limit && entry.below.count * 10 >= entry.below.total
        && entry.below.share > sum.share
    }
    return Self.sorted(named.map { $0.0.row }, named.count)
  }

  /// The competencies with the largest shares below what is usual, in the whole campaign.
  ///
  /// Those that stand out come first, then the others; in each of the two the largest share first,
  /// ties by id, those of so few people that a share misleads last. At most so many, and none where
  /// nobody is below.
  package func largestGaps(_ limit: Int) -> [(competency: CompetencyRow, below: Below)] {
    let first = standingOut
    let named = Set(first.map(\.row.id))
    let others = Self.sorted(overall.competencies.filter { !named.contains($0.id) }, limit)
    return (first + others).prefix(limit).map { (competency: $0.row, below: $0.below) }
  }

  /// Whether a statement stands among the largest gaps before another that has a larger share, of as
  /// good a base, and does not stand out.
  package var chanceComesLast: Bool {
    let gaps = largestGaps(overall.competencies.count).map(\.below)
    return zip(gaps, gaps.dropFirst()).contains { before, after in
      before.isOfFew == after.isOfFew && before.share < after.share
    }
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
    /// How many there are of which these are the first.
    package let inBoth: Int
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
    /// Which area is furthest from usual.
    package enum FurthestArea: Hashable, Sendable {
      /// No area is shown with ratings that could be compared.
      case nothingCompared
      /// Nobody is below, or the 95 % intervals of the two largest shares overlap.
      case noneStandsOut
      /// The area with the largest share below.
      case area(AreaRow, Below)
    }

    /// How many statements are shown with ratings that could be compared.
    package let statements: Int
    /// How many ratings are below usual.
    package let below: Int
    /// Out of how many.
    package let ratings: Int
    /// In how many statements more than half of the ratings are below.
    package let mostlyBelow: Int
    /// Which area is furthest from usual.
    package let furthestArea: FurthestArea

    /// The share below, 0 to 1; 0 where there are no ratings.
    package var share: Double { ratings > 0 ? Double(below) / Double(ratings) : 0 }

    init(_ tables: Tables, coreForm: CoreFormPart?) {
      let shown = tables.competencies.compactMap { $0.figures?.below.value }
      let rows = coreForm?.joined(tables.competencies, \.id) ?? tables.competencies
      let joined = rows.compactMap { $0.figures?.below.value }
      statements = shown.count
      below = joined.reduce(0) { $0 + $1.count }
      ratings = joined.reduce(0) { $0 + $1.total }
      mostlyBelow = shown.count { $0.count * 2 > $0.total }
      furthestArea = Self.furthest(tables.areas)
    }

    private static func furthest(_ areas: [AreaRow]) -> FurthestArea {
      let compared = areas.enumerated().compactMap { place, area in
        area.below.value.map { (place: place, area: area, below: $0) }
      }.sorted { ($1.below.share, $0.place) < ($0.below.share, $1.place) }
      guard let first = compared.first else { return .nothingCompared }
      let isApart = compared.dropFirst().prefix(1).allSatisfy {
        $0.below.interval.upperBound < first.below.interval.lowerBound
      }
      return first.below.count > 0 && isApart ? .area(first.area, first.below) : .noneStandsOut
    }

    /// The chance that a statement's share is as far from that of all ratings, were people below in it
    /// as often as in all of them: two-sided, by the normal distribution, 0 to 1.
    ///
    /// 1 where none or all of the ratings are below.
    func chance(of statement: Below) -> Double {
      guard below > 0, below < ratings else { return 1 }
      let error = (share * (1 - share) / Double(statement.total)).squareRoot()
      return min(1, 2 * StandardNormal.cumulative(-abs(statement.share - share) / error))
    }
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
