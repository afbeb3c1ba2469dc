/// The logarithm of the gamma function, and what is left of it beside Stirling's formula.
package enum GammaFunction {
  private static let halfLogTwoPi = 0.9189385332046728

  /// The natural logarithm of Γ(x), for x above 0.
  ///
  /// Exact to about 1e-13, relative where the logarithm is above 1 and absolute near its zeros at 1
  /// and 2.
  package static func logarithm(_ x: Double) -> Double {
    stirlingError(x) + (x - 0.5) * Elementary.log(x) - x + halfLogTwoPi
  }

  /// ln Γ(x + 1) - ((x + 1/2) ln x - x + ln √2π): by how much Stirling's formula is wrong, for x
  /// above 0.
  ///
  /// By the asymptotic series (Abramowitz & Stegun 1964, 6.1.40) from 16, and by steps of 1 up to
  /// there below.
  static func stirlingError(_ x: Double) -> Double {
    var shifted = x
    var steps = NeumaierSum()
    while shifted < 16 {
      steps.add((shifted + 0.5) * Elementary.log1p(1 / shifted) - 1)
      shifted += 1
    }
    let square = 1 / (shifted * shifted)
    var series = 0.0
    for coefficient in coefficients { series = coefficient + series * square }
    steps.add(series / shifted)
    return steps.value
  }

  /// B(2k) / (2k (2k - 1)) with Bernoulli's numbers, the last first.
  private static let coefficients: [Double] = [
    -3617.0 / 122400, 1.0 / 156, -691.0 / 360360, 1.0 / 1188, -1.0 / 1680, 1.0 / 1260, -1.0 / 360,
    1.0 / 12,
  ]
}
