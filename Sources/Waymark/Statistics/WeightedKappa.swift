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

/// How far several ratings of the same things agree in their very numbers: the intraclass correlation
/// ICC(2,1) of Shrout & Fleiss (1979), ICC(A,1) of McGraw & Wong (1996).
///
/// Two-way random effects, absolute agreement, a single rating. A rating that is always higher by the same
/// agrees less, which a correlation would not show. The 95 % interval is McGraw & Wong's.
package struct IntraclassCorrelation: Hashable, Sendable {
  /// The coefficient, at most 1.
  package let value: Double
  /// The 95 % interval; `nil` where all ratings of a thing are the same.
  package let interval: ClosedRange<Double>?

  /// Estimates it from a row for each thing that was rated, with as many ratings as every other.
  ///
  /// - Returns: `noAnswers` without a row, `oneAnswer` for one, `noVariation` where one of those who
  ///   rate gave the same to all.
  static func of(_ ratings: [[Double]]) -> Figure<IntraclassCorrelation> {
    guard ratings.count > 1, let raters = ratings.first?.count, raters > 1 else {
      return .none(ratings.isEmpty ? .noAnswers : .oneAnswer)
    }
    let byRater = (0..<raters).map { rater in ratings.map { $0[rater] } }
    guard byRater.allSatisfy({ Set($0).count > 1 }) else { return .none(.noVariation) }
    let (n, k) = (Double(ratings.count), Double(raters))
    let rowMeans = ratings.map { NeumaierSum($0).value / k }
    let raterMeans = byRater.map { NeumaierSum($0).value / n }
    let mean = NeumaierSum(rowMeans).value / n
    func squares(_ distances: some Sequence<Double>) -> Double {
      NeumaierSum(distances.map { $0 * $0 }).value
    }
    let rest = ratings.enumerated().flatMap { row, ratings in
      ratings.enumerated().map { $1 - rowMeans[row] - raterMeans[$0] + mean }
    }
    let rows = k * squares(rowMeans.map { $0 - mean }) / (n - 1)
    let columns = n * squares(raterMeans.map { $0 - mean }) / (k - 1)
    let error = squares(rest) / ((n - 1) * (k - 1))
    // What rounding leaves of nothing is nothing.
    guard error + columns > rows * 1e-20 else { return .value(Self(value: 1, interval: nil)) }
    let value = (rows - error) / (rows + (k - 1) * error + k * (columns - error) / n)
    return .value(
      Self(
        value: value,
        interval: interval(value, (rows, columns, error), things: n, raters: k)))
  }

  private static func interval(
    _ value: Double, _ squares: (rows: Double, columns: Double, error: Double), things n: Double,
    raters k: Double
  ) -> ClosedRange<Double>? {
    let (rows, columns, error) = squares
    let a = k * value / (n * (1 - value))
    let b = 1 + k * value * (n - 1) / (n * (1 - value))
    let (first, second) = (a * columns, b * error)
    let degrees =
      (first + second) * (first + second)
      / (first * first / (k - 1) + second * second / ((n - 1) * (k - 1)))
    guard degrees > 0, degrees < .infinity,
      let low = FDistribution(numerator: n - 1, denominator: degrees).quantile(0.975),
      let high = FDistribution(numerator: degrees, denominator: n - 1).quantile(0.975)
    else { return nil }
    let others = k * columns + (k * n - k - n) * error
    let lower = n * (rows - low * error) / (low * others + n * rows)
    let upper = n * (high * rows - error) / (others + n * high * rows)
    return lower <= upper ? lower...upper : nil
  }
}
