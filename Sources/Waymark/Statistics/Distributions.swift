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
  /// From 100 degrees of freedom on by Abramowitz & Stegun (1964), 26.7.5, whose terms after the fourth
  /// are below 4e-11 of it there. Whole degrees below that are worked out once: a report asks for them in
  /// each cell.
  static func twoSided95(_ degreesOfFreedom: Double) -> Double? {
    guard degreesOfFreedom >= 100 else {
      let whole = Int(degreesOfFreedom)
      return Double(whole) == degreesOfFreedom && whole > 0
        ? wholeTwoSided95[whole - 1]
        : StudentDistribution(degreesOfFreedom: degreesOfFreedom).quantile(0.975)
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

  /// The quantile of 0.975 for 1 to 99 degrees of freedom.
  private static let wholeTwoSided95 = (1..<100).map {
    StudentDistribution(degreesOfFreedom: Double($0)).quantile(0.975)
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

  /// The probability of a value up to z, exact to its own size: by the series of Abramowitz & Stegun
  /// (1964), 26.2.11, within 2 deviations, and by their continued fraction 26.2.14 beyond them.
  static func cumulative(_ z: Double) -> Double {
    let density = Elementary.exp(-z * z / 2) / (2 * Double.pi).squareRoot()
    guard abs(z) > 2 else {
      var (term, sum) = (z, z)
      var odd = 1.0
      while abs(term) > 1e-18 * abs(sum) {
        odd += 2
        term *= z * z / odd
        sum += term
      }
      return 0.5 + density * sum
    }
    let fraction = (1...200).reversed().reduce(abs(z)) { abs(z) + Double($1) / $0 }
    return z < 0 ? density / fraction : 1 - density / fraction
  }
}

/// The regularised incomplete beta function I(x; a, b), of which the t and F distributions are made.
///
/// By the continued fraction of DiDonato & Morris (1992) or of Abramowitz & Stegun (1964, 26.5.8),
/// with its factor by the saddle point of Loader (2000), so that large parameters lose no digits.
package struct IncompleteBeta: Hashable, Sendable {
  /// The first parameter, above 0.
  package let a: Double
  /// The second parameter, above 0.
  package let b: Double

  /// What the factor needs of both parameters alone, worked out once.
  private let stirlingErrors: Double

  /// Takes two parameters above 0.
  package init(a: Double, b: Double) {
    precondition(a > 0 && b > 0 && a < .infinity && b < .infinity)
    self.a = a
    self.b = b
    stirlingErrors =
      GammaFunction.stirlingError(a + b) - GammaFunction.stirlingError(a)
      - GammaFunction.stirlingError(b)
  }

  /// I(x; a, b) and 1 - I(x; a, b), each exact to its own size.
  ///
  /// - Parameters:
  ///   - x: 0 to 1.
  ///   - complement: 1 - x, which the caller may know better than a subtraction does.
  package func tails(_ x: Double, complement: Double) -> (lower: Double, upper: Double) {
    guard x > 0 else { return (0, 1) }
    guard complement > 0 else { return (1, 0) }
    let factor = factor(x, complement)
    if x * (a + b + 2) <= a + 1 {
      let lower = min(factor * Self.fraction(x, complement, a, b), 1)
      return (lower, 1 - lower)
    }
    let upper = min(factor * Self.fraction(complement, x, b, a), 1)
    return (1 - upper, upper)
  }

  /// The logarithm of x / (1 - x) at which I(x; a, b) is `lower`.
  ///
  /// Newton's method on the logarithm of the smaller tail, which is concave in that logarithm.
  ///
  /// - Parameters:
  ///   - lower: I(x; a, b), above 0 and below 1.
  ///   - upper: 1 - `lower`, which the caller may know better than a subtraction does.
  func logit(lower: Double, upper: Double) -> Double {
    let isLower = lower <= upper
    let goal = Elementary.log(isLower ? lower : upper)
    var place = Elementary.log(a / b)
    var last = place
    for _ in 0..<200 {
      let x = 1 / (1 + Elementary.exp(-place))
      let complement = 1 / (1 + Elementary.exp(place))
      let tails = tails(x, complement: complement)
      let tail = isLower ? tails.lower : tails.upper
      let slope = factor(x, complement) / tail
      guard tail > 0, slope > 0 else {
        // The step went to where the tail is too small for a number.
        place = (place + last) / 2
        continue
      }
      last = place
      let step = (Elementary.log(tail) - goal) / slope * (isLower ? 1 : -1)
      let next = min(max(place - step, -700), 700)
      let isDone = abs(next - place) <= 1e-15 * max(1, abs(place))
      place = next
      if isDone { break }
    }
    return place
  }

  /// x^a (1 - x)^b / B(a, b).
  private func factor(_ x: Double, _ complement: Double) -> Double {
    let sum = a + b
    let logarithm =
      stirlingErrors - Self.deviance(a, sum * x)
      - Self.deviance(b, sum * complement)
    return Elementary.exp(logarithm) * (a * b / (sum * 2 * Double.pi)).squareRoot()
  }

  /// x ln(x / mean) + mean - x, without cancellation where they are near.
  private static func deviance(_ x: Double, _ mean: Double) -> Double {
    let difference = x - mean
    guard abs(difference) < 0.1 * (x + mean) else {
      return x * Elementary.log(x / mean) + mean - x
    }
    let ratio = difference / (x + mean)
    var sum = difference * ratio
    var term = 2 * x * ratio
    for odd in stride(from: 3.0, through: 99, by: 2) {
      term *= ratio * ratio
      let next = sum + term / odd
      if next == sum { break }
      sum = next
    }
    return sum
  }

  /// I(x; a, b) divided by its factor, for x below about the mean.
  private static func fraction(
    _ x: Double, _ complement: Double, _ a: Double, _ b: Double
  ) -> Double {
    let tiny = 1e-300
    let sum = a + b
    var top = 1.0
    var bottom = 1 - sum * x / (a + 1)
    bottom = 1 / (abs(bottom) < tiny ? tiny : bottom)
    var value = bottom
    var index = 1.0
    while index < 1_000_000 {
      let even = index * (b - index) * x / ((a + 2 * index - 1) * (a + 2 * index))
      let odd = -(a + index) * (sum + index) * x / ((a + 2 * index) * (a + 2 * index + 1))
      var change = 1.0
      for coefficient in [even, odd] {
        bottom = 1 + coefficient * bottom
        bottom = 1 / (abs(bottom) < tiny ? tiny : bottom)
        top = 1 + coefficient / top
        if abs(top) < tiny { top = tiny }
        change = top * bottom
        value *= change
      }
      if abs(change - 1) < 1e-16 { break }
      index += 1
    }
    return value / a
  }
}

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

/// Logarithm and exponential in IEEE 754 operations alone, so that every machine gives the same bits.
///
/// The C library's own differ in their last bit from one version to the next.
enum Elementary {
  // The logarithm of 2 in two parts: the first has its last 21 bits clear, so that a multiple of it by
  // an exponent is exact.
  private static let ln2High = 0x1.62e42fee00000p-1
  private static let ln2Low = 0x1.a39ef35793c76p-33

  /// The natural logarithm; minus infinity at 0, and no number below.
  static func log(_ x: Double) -> Double {
    guard x > 0, x < .infinity else { return x == 0 ? -.infinity : x > 0 ? .infinity : .nan }
    var exponent = Double(x.exponent)
    var significand = x.significand
    if significand > 1.4142135623730951 {
      significand /= 2
      exponent += 1
    }
    let small = logarithm(onePlus: significand - 1)
    return exponent * ln2High + (small + exponent * ln2Low)
  }

  /// The natural logarithm of 1 + x, exact to the last bits for small x too.
  static func log1p(_ x: Double) -> Double {
    abs(x) < 0.3 ? logarithm(onePlus: x) : log(1 + x)
  }

  /// 2 artanh(x / (2 + x)) as a series, for |x| below about 0.42.
  private static func logarithm(onePlus x: Double) -> Double {
    let ratio = x / (2 + x)
    let square = ratio * ratio
    var series = 0.0
    for odd in stride(from: 31.0, through: 3, by: -2) { series = (series + 1 / odd) * square }
    return 2 * ratio + 2 * ratio * series
  }

  /// The exponential; 0 where that is below the smallest number, infinity above the largest.
  static func exp(_ x: Double) -> Double {
    guard x > -746 else { return x.isNaN ? x : 0 }
    guard x < 710 else { return .infinity }
    let multiple = (x * 1.4426950408889634).rounded()
    let rest = (x - multiple * ln2High) - multiple * ln2Low
    var series = 1.0
    for term in stride(from: 17.0, through: 1, by: -1) { series = 1 + rest / term * series }
    // In two steps, as 2 to the 1024th is no number.
    let half = Int(multiple) / 2
    return Double(sign: .plus, exponent: Int(multiple) - half, significand: series)
      * Double(sign: .plus, exponent: half, significand: 1)
  }
}

/// A sum that keeps what rounding loses, so that it does not depend on which terms are large.
///
/// Neumaier's variant of Kahan's summation (Neumaier 1974). It is exact to the last bits, but terms
/// are still to be added in a fixed order where every bit counts.
package struct NeumaierSum: Hashable, Sendable {
  private var sum = 0.0
  private var lost = 0.0

  /// The sum of no terms.
  package init() {}

  /// The sum of some terms, in their order.
  package init(_ terms: some Sequence<Double>) {
    for term in terms { add(term) }
  }

  package mutating func add(_ term: Double) {
    let next = sum + term
    lost += abs(sum) >= abs(term) ? (sum - next) + term : (term - next) + sum
    sum = next
  }

  /// The sum so far.
  package var value: Double { sum + lost }
}
