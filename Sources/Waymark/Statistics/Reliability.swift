import WaymarkBasics

/// How well the statements of an area go together: Cronbach's alpha with Feldt's interval.
///
/// alpha = k / (k - 1) (1 - Σ s²ᵢ / s²ₜ) over the respondents who gave a level to all k statements
/// (Cronbach 1951), with the interval of Feldt, Woodruff & Salih (1987):
/// 1 - (1 - alpha) F(0.975; n - 1, (n - 1)(k - 1)) to the same with F(0.025).
package struct Reliability: Hashable, Sendable {
  /// The coefficient, at most 1; below 0 where statements run against one another.
  package let alpha: Double
  /// The 95 % interval; `nil` for fewer than three respondents.
  package let interval: ClosedRange<Double>?
  /// How many respondents gave a level to every statement.
  package let people: Int

  /// Estimates the reliability of an area.
  ///
  /// - Returns: `oneStatement` below two statements, `oneAnswer` below two respondents, `noVariation`
  ///   where all respondents have one total.
  static func of(_ sums: AreaSums) -> Figure<Reliability> {
    let statements = sums.levels.count
    guard statements > 1 else { return .none(.oneStatement) }
    guard sums.people > 1 else { return .none(sums.people == 0 ? .noAnswers : .oneAnswer) }
    let people = sums.people
    // Whole numbers as long as possible: n Σx² - (Σx)², for all items and for the totals.
    let items = people * sums.squares - sums.levels.reduce(0) { $0 + $1 * $1 }
    let total = sums.levels.reduce(0, +)
    let totals = people * sums.squaredTotals - total * total
    guard totals > 0 else { return .none(.noVariation) }
    let k = Double(statements)
    // Rounding may put what is exactly 1 above it.
    let alpha = min(1, k / (k - 1) * (1 - Double(items) / Double(totals)))
    return .value(
      Reliability(
        alpha: alpha, interval: feldt(alpha, people: people, statements: statements),
        people: people))
  }

  private static func feldt(
    _ alpha: Double, people: Int, statements: Int
  ) -> ClosedRange<Double>? {
    guard people > 2 else { return nil }
    let numerator = Double(people - 1)
    let f = FDistribution(
      numerator: numerator, denominator: numerator * Double(statements - 1))
    guard let high = f.quantile(0.975), let low = f.quantile(0.025) else { return nil }
    return 1 - (1 - alpha) * high...1 - (1 - alpha) * low
  }
}

/// The sums over the respondents who gave a level to every competency of an area, from which the
/// reliability of the area's scale is worked out.
///
/// All sums are whole numbers, so that no order of the respondents changes them.
struct AreaSums: Hashable, Sendable {
  /// How many respondents gave a level to every competency of the area.
  var people = 0
  /// The sum of each competency's levels, in the framework's order.
  var levels: [Int]
  /// The sum of the squares of all levels.
  var squares = 0
  /// The sum of the squares of each respondent's total over the area.
  var squaredTotals = 0

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

/// Pearson's correlation of two numbers of the same people, with Fisher's 95 % interval (Fisher 1921), as
/// R's `cor.test`.
package struct Correlation: Hashable, Sendable {
  /// The coefficient, -1 to 1.
  package let value: Double
  /// The interval; `nil` below four people, and where all lie on one line.
  package let interval: ClosedRange<Double>?

  /// - Returns: `noAnswers` and `oneAnswer` below two people, `noVariation` where one of the two numbers
  ///   is the same for all.
  static func of(_ pairs: [(Double, Double)]) -> Figure<Correlation> {
    guard pairs.count > 1 else { return .none(pairs.isEmpty ? .noAnswers : .oneAnswer) }
    guard Set(pairs.map(\.0)).count > 1, Set(pairs.map(\.1)).count > 1 else {
      return .none(.noVariation)
    }
    let n = Double(pairs.count)
    let first = NeumaierSum(pairs.map(\.0)).value / n
    let second = NeumaierSum(pairs.map(\.1)).value / n
    let distances = pairs.map { ($0.0 - first, $0.1 - second) }
    let products = NeumaierSum(distances.map { $0.0 * $0.1 }).value
    let scale =
      NeumaierSum(distances.map { $0.0 * $0.0 }).value.squareRoot()
      * NeumaierSum(distances.map { $0.1 * $0.1 }).value.squareRoot()
    let value = min(1, max(-1, products / scale))
    guard pairs.count > 3, abs(value) < 1 - 1e-12 else {
      return .value(Correlation(value: value, interval: nil))
    }
    let z = (Elementary.log1p(value) - Elementary.log1p(-value)) / 2
    let half = StandardNormal.twoSided95 / (n - 3).squareRoot()
    return .value(Correlation(value: value, interval: tanh(z - half)...tanh(z + half)))
  }

  private static func tanh(_ z: Double) -> Double { 1 - 2 / (Elementary.exp(2 * z) + 1) }
}
