/// Student's t distribution.
package struct StudentDistribution: Hashable, Sendable {
  /// The degrees of freedom, above 0 and not necessarily whole.
  package let degreesOfFreedom: Double

  private let beta: IncompleteBeta

  /// Takes degrees of freedom above 0.
  package init(degreesOfFreedom: Double) {
    self.degreesOfFreedom = degreesOfFreedom
    beta = IncompleteBeta(a: 0.5, b: degreesOfFreedom / 2)
  }

  /// The probability of a value up to t, exact to its own size.
  package func cumulative(_ t: Double) -> Double {
    let ratio = t / degreesOfFreedom * t
    let tails = beta.tails(
      ratio < .infinity ? ratio / (1 + ratio) : 1, complement: 1 / (1 + ratio))
    return t < 0 ? tails.upper / 2 : t > 0 ? 0.5 + tails.lower / 2 : 0.5
  }

  /// The value up to which the probability is p; `nil` unless p is above 0 and below 1.
  package func quantile(_ p: Double) -> Double? {
    guard p > 0, p < 1 else { return nil }
    guard p != 0.5 else { return 0 }
    let outside = p < 0.5 ? 2 * p : 2 * (1 - p)
    let logit = beta.logit(lower: 2 * abs(p - 0.5), upper: outside)
    let t = degreesOfFreedom.squareRoot() * Elementary.exp(logit / 2)
    return p < 0.5 ? -t : t
  }

  /// The quantile of 0.975, for intervals of 95 %.
  ///
  /// From 1,000 degrees of freedom on by Abramowitz & Stegun (1964), 26.7.5, whose terms after the
  /// fourth are below the last digit there.
  static func twoSided95(_ degreesOfFreedom: Double) -> Double? {
    guard degreesOfFreedom >= 1000 else {
      return StudentDistribution(degreesOfFreedom: degreesOfFreedom).quantile(0.975)
    }
    let z = StandardNormal.twoSided95
    let square = z * z
    let terms = [
      (square + 1) / 4,
      ((5 * square + 16) * square + 3) / 96,
      (((3 * square + 19) * square + 17) * square - 15) / 384,
      ((((79 * square + 776) * square + 1482) * square - 1920) * square - 945) / 92160,
    ]
    return z * (1 + terms.reversed().reduce(0) { ($0 + $1) / degreesOfFreedom })
  }
}

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

/// The normal distribution with mean 0 and standard deviation 1.
enum StandardNormal {
  /// The 0.975 quantile, for intervals of 95 %.
  static let twoSided95 = 1.959963984540054
}
