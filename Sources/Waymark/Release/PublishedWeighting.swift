import WaymarkBasics

/// The shares below usual as they would be if those who answered were made up like the profession, worked
/// out of the published shares of its groups alone, so that they expose nobody more than these.
///
/// One question divides the profession (post-stratification, Holt & Smith 1979): more than one would need
/// groups by all of them together, which a release does not show.
package struct PublishedWeighting: Hashable, Sendable {
  /// One statement.
  package struct Row: Hashable, Sendable {
    package let statement: PublishedReport.Subject
    /// The share as it is published.
    package let below: PublishedFigure
    /// Between which whole per cent the weighted share lies.
    ///
    /// A share in whole per cent may be half a point less or more. `nil` where the two are further apart
    /// than `widest`.
    package let weighted: ClosedRange<Int>?
  }

  /// The widest range that is shown, in points.
  package static let widest = 5

  /// What divides the profession.
  package let dimension: PublishedReport.Dimension
  /// How many people the profession has.
  package let population: Int
  /// The statements, in the order of the release.
  package let rows: [Row]
  /// What uneven weights cost, where that is more than half of the answers; `nil` elsewhere.
  package let uneven: Uneven?

  /// How many people answered in the groups shown, and how many they count like when weighted.
  package struct Uneven: Hashable, Sendable {
    package let answers: Int
    package let effective: Int
  }

  /// The groups that a release shows people in and of which the profession has none, by their names: nothing
  /// can stand for them, or they stand in the wrong place.
  package static func missing(
    _ report: PublishedReport, from margins: [Campaign.Invited]
  ) -> [String] {
    guard let id = margins.first?.grouping,
      let dimension = report.dimensions.first(where: { $0.id == id })
    else { return [] }
    let given = Set(margins.filter { $0.people > 0 }.map(\.group))
    return dimension.categories.filter { category in
      category != Grouping.noAnswer && !given.contains(category)
        && report.release.people(GroupKey([id: category])) ?? 1 > 0
    }.map { dimension.labels[$0] ?? $0 }
  }

  /// Weights what a release shows of the groups of one question.
  ///
  /// Of a role that asks nothing in a statement nobody is below; it does not count for it. Who left the
  /// question out counts for nothing.
  /// - Parameter margins: how many people of the profession are in each group of one question.
  /// - Returns: `nil` where the release does not show groups by that question.
  package init?(
    _ report: PublishedReport, framework: Framework, margins: [Campaign.Invited]
  ) {
    guard let id = margins.first?.grouping, margins.allSatisfy({ $0.grouping == id }),
      let dimension = report.dimensions.first(where: { $0.id == id })
    else { return nil }
    self.dimension = dimension
    population = margins.reduce(0) { $0 + $1.people }
    uneven = Self.uneven(
      margins.compactMap { margin in
        report.release.people(GroupKey([id: margin.group])).map { ($0, margin.people) }
      })
    let targets = Dictionary(
      uniqueKeysWithValues: framework.competencies.map {
        ($0.id.description, Set($0.targets.keys.map(\.description)))
      })
    rows = zip(report.competencies, report.overall).enumerated().map { place, pair in
      let (statement, said) = pair
      let groups = margins.filter { margin in
        margin.people > 0
          && (id != Grouping.role || targets[statement.id]?.contains(margin.group) ?? false)
      }
      let people = groups.reduce(0) { $0 + $1.people }
      // In half per cent.
      var (least, most) = (0, 0)
      for group in groups {
        let figures = report.groupFigures[GroupKey([id: group.group])]
        let below = figures?[place].below ?? .withheld
        let bounds = below.bounds ?? 0...100
        let rounding = below.isPlain ? 1 : 0
        least += max(0, 2 * bounds.lowerBound - rounding) * group.people
        most += min(200, 2 * bounds.upperBound + rounding) * group.people
      }
      func percent(_ sum: Int) -> Int { (sum + people) / (2 * people) }
      let range = people > 0 ? percent(least)...percent(most) : nil
      return Row(
        statement: statement, below: said.figures.below,
        weighted: range.flatMap {
          $0.upperBound - $0.lowerBound <= Self.widest ? $0 : nil
        })
    }
  }
}

extension PublishedWeighting {
  /// Kish's effective number (Kish 1965), (Σw)²/Σw², of people of whom each counts for as many of the
  /// profession as there are in their group for each who answered.
  fileprivate static func uneven(
    _ groups: [(answers: Int, members: Int)]
  ) -> Uneven? {
    let shown = groups.filter { $0.answers > 0 && $0.members > 0 }
    let answers = shown.reduce(0) { $0 + $1.answers }
    let members = Double(shown.reduce(0) { $0 + $1.members })
    let squares = shown.reduce(0) {
      $0 + Double($1.members) * Double($1.members) / Double($1.answers)
    }
    guard squares > 0 else { return nil }
    let effective = members * members / squares
    return effective < Double(answers) / 2
      ? Uneven(answers: answers, effective: Int(effective.rounded())) : nil
  }
}

/// What a release says besides, all of it worked out of what is published.
package struct ReleaseExtras: Hashable, Sendable {
  /// What changed since an earlier release.
  package var changes: PublishedChanges?
  /// The shares weighted to the profession.
  package var weighting: PublishedWeighting?

  package init(changes: PublishedChanges? = nil, weighting: PublishedWeighting? = nil) {
    self.changes = changes
    self.weighting = weighting
  }
}
