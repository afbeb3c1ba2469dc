import WaymarkBasics

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
