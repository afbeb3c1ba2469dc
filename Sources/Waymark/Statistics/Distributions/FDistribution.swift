/// Snedecor's F distribution.
package struct FDistribution: Hashable, Sendable {
  /// The degrees of freedom of the numerator, above 0.
  package let numerator: Double
  /// The degrees of freedom of the denominator, above 0.
  package let denominator: Double

  private let beta: IncompleteBeta

  /// Takes degrees of freedom above 0.
  package init(numerator: Double, denominator: Double) {
    self.numerator = numerator
    self.denominator = denominator
    beta = IncompleteBeta(a: numerator / 2, b: denominator / 2)
  }

  /// The probability of a value up to f, exact to its own size.
  package func cumulative(_ f: Double) -> Double {
    guard f > 0 else { return 0 }
    let ratio = numerator / denominator * f
    return beta.tails(ratio < .infinity ? ratio / (1 + ratio) : 1, complement: 1 / (1 + ratio))
      .lower
  }

  /// The value up to which the probability is p; `nil` unless p is above 0 and below 1.
  package func quantile(_ p: Double) -> Double? {
    guard p > 0, p < 1 else { return nil }
    return denominator / numerator * Elementary.exp(beta.logit(lower: p, upper: 1 - p))
  }
}
