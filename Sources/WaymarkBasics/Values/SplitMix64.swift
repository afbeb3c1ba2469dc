/// A small generator of random numbers whose numbers depend on the seed alone.
///
/// SplitMix64 by Steele, Lea and Flood (2014), as published in the public domain by Sebastiano
/// Vigna. For made-up people, for lots and for where a search begins; never for secrets.
package struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Starts at a seed; the same seed gives the same numbers on every machine.
  package init(seed: UInt64) { state = seed }

  /// The next number, any of 2^64.
  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return Self.mixed(state)
  }

  /// A number that looks drawn, the same for the same number.
  package static func mixed(_ number: UInt64) -> UInt64 {
    var mixed = number
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A whole number from 0 to below the bound, which is at least 1.
  ///
  /// The high half of a product: its bias, below 2^-32 for bounds below 2^32, is of no account
  /// here, and it takes exactly one number from the generator.
  package mutating func number(below bound: Int) -> Int {
    precondition(bound >= 1)
    return Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// Whether something happens that happens so many times in a thousand.
  package mutating func happens(perThousand: Int) -> Bool { number(below: 1000) < perThousand }

  /// A place in a list of weights, each as likely as its weight; `nil` when they sum to nothing.
  package mutating func place(weights: [Int]) -> Int? {
    let total = weights.reduce(0, +)
    guard total > 0 else { return nil }
    var rest = number(below: total)
    for (place, weight) in weights.enumerated() {
      if rest < weight { return place }
      rest -= weight
    }
    return nil
  }

  /// A whole number around 0, close to normal, with this standard deviation.
  ///
  /// The sum of twelve uniform numbers has variance 1 (Irwin and Hall 1927). Whole numbers
  /// throughout, so that no library of mathematics can change a byte.
  package mutating func deviation(_ standardDeviation: Int) -> Int {
    var sum = 0
    for _ in 0..<3 {
      var bits = next()
      for _ in 0..<4 {
        sum += Int(bits & 0xFFFF)
        bits >>= 16
      }
    }
    return (sum - 6 * 0xFFFF) * standardDeviation / 0x10000
  }
}
