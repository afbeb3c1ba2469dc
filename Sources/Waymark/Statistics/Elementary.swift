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
