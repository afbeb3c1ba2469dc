/// The sums over the respondents who gave a level to every competency of an area, from which the
/// reliability of the area's scale is worked out.
///
/// All sums are whole numbers, so that no order of the respondents changes them.
package struct AreaSums: Hashable, Sendable {
  /// How many respondents gave a level to every competency of the area.
  package internal(set) var people = 0
  /// The sum of each competency's levels, in the framework's order.
  package internal(set) var levels: [Int]
  /// The sum of the squares of all levels.
  package internal(set) var squares = 0
  /// The sum of the squares of each respondent's total over the area.
  package internal(set) var squaredTotals = 0

  init(competencies: Int) { levels = Array(repeating: 0, count: competencies) }

  /// Adds people with the same level of a competency, one of those whose totals are summed.
  mutating func add(_ people: Int, level: Int, competency: Int) {
    levels[competency] += people * level
    squares += people * level * level
  }

  /// Adds the sums of another part of the campaign.
  static func += (left: inout AreaSums, right: AreaSums) {
    left.people += right.people
    for place in left.levels.indices { left.levels[place] += right.levels[place] }
    left.squares += right.squares
    left.squaredTotals += right.squaredTotals
  }
}
