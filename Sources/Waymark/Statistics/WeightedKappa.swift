import WaymarkBasics

/// How far two ratings of the same people agree beyond what chance would give: Cohen's weighted kappa
/// (Cohen 1968).
///
/// kappa = 1 - Σ dᵢⱼ oᵢⱼ / Σ dᵢⱼ eᵢⱼ, with d the disagreement of two levels, o the shares that were found
/// and e those that the margins alone would give. The standard error is that of Fleiss, Cohen &
/// Everitt (1969) for a large sample, as in R's `vcd::Kappa`.
package struct WeightedKappa: Hashable, Sendable {
  /// How much it counts that two levels differ.
  package enum Weights: Hashable, Sendable {
    /// By the square of the steps between them: two steps count four times as much as one.
    case quadratic
    /// By the steps between them.
    case linear

    func disagreement(_ first: Int, _ second: Int) -> Int {
      let steps = abs(first - second)
      return self == .quadratic ? steps * steps : steps
    }
  }

  /// The coefficient: 1 where all agree, 0 where as many do as by chance, below 0 where fewer do.
  package let value: Double
  /// The standard error for a large sample; 0 as where all agree.
  package let standardError: Double
  /// The 95 % interval, cut at -1 and 1; `nil` where it would have no width, as where all agree: few
  /// pairs cannot bear that out.
  package let interval: ClosedRange<Double>?

  /// Estimates kappa from how many people were given each pair of levels: a row for each level of the
  /// first rating, a column for each of the second.
  ///
  /// - Returns: `noAnswers` without a pair, `oneAnswer` for one, `noVariation` where one of the two
  ///   gave everybody the same level: chance and agreement cannot be told apart then.
  static func of(_ pairs: [[Int]], _ weights: Weights) -> Figure<WeightedKappa> {
    of(pairs, disagreement: weights.disagreement)
  }

  /// The same with any measure of disagreement that is 0 for a level and itself, and nowhere else.
  static func of(
    _ pairs: [[Int]], disagreement: (_ first: Int, _ second: Int) -> Int
  ) -> Figure<WeightedKappa> {
    let places = pairs.indices
    let rows = pairs.map { $0.reduce(0, +) }
    let columns = places.map { place in pairs.reduce(0) { $0 + $1[place] } }
    let people = rows.reduce(0, +)
    guard people > 1 else { return .none(people == 0 ? .noAnswers : .oneAnswer) }
    guard rows.count(where: { $0 > 0 }) > 1, columns.count(where: { $0 > 0 }) > 1 else {
      return .none(.noVariation)
    }
    // Whole numbers as long as possible.
    var (found, expected, largest) = (0, 0, 0)
    for row in places {
      for column in places {
        let weight = disagreement(row, column)
        found += weight * pairs[row][column]
        expected += weight * rows[row] * columns[column]
        largest = max(largest, weight)
      }
    }
    let value = 1 - Double(people * found) / Double(expected)
    guard found > 0 else {
      return .value(WeightedKappa(value: value, standardError: 0, interval: nil))
    }
    let n = Double(people)
    func weight(_ row: Int, _ column: Int) -> Double {
      1 - Double(disagreement(row, column)) / Double(largest)
    }
    let rowMeans = places.map { row in
      NeumaierSum(places.map { Double(columns[$0]) / n * weight(row, $0) }).value
    }
    let columnMeans = places.map { column in
      NeumaierSum(places.map { Double(rows[$0]) / n * weight($0, column) }).value
    }
    let chance = 1 - Double(expected) / (n * n * Double(largest))
    var squares = NeumaierSum()
    for row in places {
      for column in places {
        let distance = weight(row, column) - (rowMeans[row] + columnMeans[column]) * (1 - value)
        squares.add(Double(pairs[row][column]) / n * distance * distance)
      }
    }
    let centre = value - chance * (1 - value)
    let variance = max(0, squares.value - centre * centre) / (n * (1 - chance) * (1 - chance))
    // What rounding leaves of nothing is nothing.
    let error = variance > 1e-14 ? variance.squareRoot() : 0
    let half = StandardNormal.twoSided95 * error
    return .value(
      WeightedKappa(
        value: value, standardError: error,
        interval: half > 0 ? max(-1, value - half)...min(1, value + half) : nil))
  }
}
