import WaymarkBasics

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
