/// Student's t distribution.
public struct StudentDistribution: Hashable, Sendable {
  /// The degrees of freedom, above 0 and not necessarily whole.
  public let degreesOfFreedom: Double

  private let beta: IncompleteBeta

  /// Takes degrees of freedom above 0.
  public init(degreesOfFreedom: Double) {
    self.degreesOfFreedom = degreesOfFreedom
    beta = IncompleteBeta(a: 0.5, b: degreesOfFreedom / 2)
  }

  /// The probability of a value up to t, exact to its own size.
  public func cumulative(_ t: Double) -> Double {
    let ratio = t / degreesOfFreedom * t
    let tails = beta.tails(
      ratio < .infinity ? ratio / (1 + ratio) : 1, complement: 1 / (1 + ratio))
    return t < 0 ? tails.upper / 2 : t > 0 ? 0.5 + tails.lower / 2 : 0.5
  }

  /// The value up to which the probability is p; `nil` unless p is above 0 and below 1.
  public func quantile(_ p: Double) -> Double? {
    guard p > 0, p < 1 else { return nil }
    guard p != 0.5 else { return 0 }
    let outside = p < 0.5 ? 2 * p : 2 * (1 - p)
    let logit = beta.logit(lower: 2 * abs(p - 0.5), upper: outside)
    let t = degreesOfFreedom.squareRoot() * Elementary.exp(logit / 2)
    return p < 0.5 ? -t : t
  }

  /// The quantile of 0.975 for whole degrees of freedom, for intervals of 95 %.
  static func twoSided95(_ degreesOfFreedom: Double) -> Double? {
    StudentDistribution(degreesOfFreedom: degreesOfFreedom).quantile(0.975)
  }
}
