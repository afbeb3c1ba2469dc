/// The normal distribution with mean 0 and standard deviation 1.
public enum StandardNormal {
  /// The 0.975 quantile, for intervals of 95 %.
  public static let twoSided95 = 1.959963984540054

  private static let rootTwoPi = 2.5066282746310002

  /// The probability of a value up to z, exact to its own size down to the smallest numbers.
  public static func cumulative(_ z: Double) -> Double {
    if z < -2 { return tail(-z) }
    return z > 2 ? 1 - tail(z) : 0.5 + central(z)
  }

  /// The value up to which the probability is p; `nil` unless p is above 0 and below 1.
  ///
  /// Newton's method from the approximation of Abramowitz & Stegun (1964, 26.2.23).
  public static func quantile(_ p: Double) -> Double? {
    guard p > 0, p < 1 else { return nil }
    let smaller = p < 0.5 ? p : 1 - p
    let root = (-2 * Elementary.log(smaller)).squareRoot()
    let top = 2.515517 + root * (0.802853 + root * 0.010328)
    let bottom = 1 + root * (1.432788 + root * (0.189269 + root * 0.001308))
    var z = root - top / bottom
    let isCentral = smaller > 0.05
    for _ in 0..<12 {
      // How much too large z is, as a share of the density there.
      let step =
        isCentral
        ? (central(z) - abs(p - 0.5)) / density(z)
        : (Elementary.log(smaller) - Elementary.log(tail(z))) * tail(z) / density(z)
      z -= step
      if abs(step) <= 1e-16 * abs(z) { break }
    }
    return p < 0.5 ? -z : z
  }

  private static func density(_ z: Double) -> Double { Elementary.exp(-z * z / 2) / rootTwoPi }

  /// The probability between 0 and z: a series of terms of one sign.
  private static func central(_ z: Double) -> Double {
    var term = z
    var sum = z
    var odd = 3.0
    while odd < 400 {
      term *= z * z / odd
      let next = sum + term
      if next == sum { break }
      sum = next
      odd += 2
    }
    return sum * density(z)
  }

  /// The probability above z, for z from about 1: Laplace's continued fraction, from its far end.
  private static func tail(_ z: Double) -> Double {
    var fraction = z
    for index in stride(from: 400.0, through: 1, by: -1) { fraction = z + index / fraction }
    return density(z) / fraction
  }
}
