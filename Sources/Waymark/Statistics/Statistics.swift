/// The estimates that reports are made of; `nil` where there is nothing to estimate from.
package enum Statistics {
  /// The 95 % interval of a share from 0 to 1 that was found in answers of so many people.
  ///
  /// Wilson's score interval without a continuity correction (Wilson 1927). The lower end is
  /// exactly 0 when nobody counts and the upper end exactly 1 when everybody does; nobody at all
  /// gives `nil`.
  ///
  /// Where a share pools several answers of a person, these are alike: each person is counted once,
  /// and the interval is rather too wide than too narrow.
  package static func wilson(share: Double, sampleSize: Int) -> ClosedRange<Double>? {
    sampleSize > 0 ? wilson(share: share, size: Double(sampleSize)) : nil
  }

  /// The same with a size that need not be whole, as an effective sample size is not.
  static func wilson(share: Double, size: Double) -> ClosedRange<Double>? {
    guard size > 0, (0...1).contains(share) else { return nil }
    let z = StandardNormal.twoSided95
    let square = z * z
    let scale = 1 + square / size
    let centre = (share + square / (2 * size)) / scale
    let half =
      z / scale
      * (share * (1 - share) / size + square / (4 * size * size)).squareRoot()
    let lower = share == 0 ? 0 : max(0, centre - half)
    let upper = share == 1 ? 1 : min(1, centre + half)
    return lower...upper
  }

  /// How many points chance alone may move a share that is found in the answers of so many people.
  ///
  /// Half of Wilson's 95 % interval around a half, where it is widest, in whole per cent rounded up.
  /// Nobody gives `nil`.
  package static func largestMargin(people: Int) -> Int? {
    wilson(share: 0.5, sampleSize: people).map {
      Int((50 * ($0.upperBound - $0.lowerBound)).rounded(.up))
    }
  }

  /// The mean level of a count per level.
  ///
  /// Lowest level first, `[2, 0, 1]` being two people on level 1 and one on level 3. Nobody gives
  /// `nil`.
  package static func mean(countsByLevel counts: [Int]) -> Double? {
    let total = counts.reduce(0, +)
    guard total > 0 else { return nil }
    let sum = counts.enumerated().reduce(0) { $0 + ($1.offset + 1) * $1.element }
    return Double(sum) / Double(total)
  }

  /// The median level of a count per level, of an even number the lower one of the two in the middle.
  ///
  /// Lowest level first; nobody gives `nil`.
  package static func lowerMedian(countsByLevel counts: [Int]) -> Int? {
    let middle = (counts.reduce(0, +) + 1) / 2
    var people = 0
    for (place, count) in counts.enumerated() {
      people += count
      if people >= middle, people > 0 { return place + 1 }
    }
    return nil
  }

  /// The standard deviation of a sample (divided by n - 1), from a count per level.
  ///
  /// Two passes over the levels: no cancellation, and the same bits in whatever order people came.
  /// Fewer than two people give `nil`.
  package static func standardDeviation(countsByLevel counts: [Int]) -> Double? {
    let total = counts.reduce(0, +)
    guard total > 1, let mean = mean(countsByLevel: counts) else { return nil }
    let squares = counts.enumerated().reduce(0.0) { sum, entry in
      let distance = Double(entry.offset + 1) - mean
      return sum + Double(entry.element) * distance * distance
    }
    return (squares / Double(total - 1)).squareRoot()
  }

  /// Student's 95 % interval of the mean level: m ± t(n - 1, 0.975) s / √n.
  ///
  /// Never cut to the scale. Where all chose one level the interval has no width; fewer than two
  /// people give `nil`. As R's `t.test`.
  package static func meanInterval(countsByLevel counts: [Int]) -> ClosedRange<Double>? {
    guard let mean = mean(countsByLevel: counts),
      let deviation = standardDeviation(countsByLevel: counts)
    else { return nil }
    return interval(mean: mean, deviation: deviation, size: counts.reduce(0, +))
  }

  /// Student's 95 % interval of a mean of at least two numbers.
  static func interval(mean: Double, deviation: Double, size: Int) -> ClosedRange<Double>? {
    guard size > 1, let t = StudentDistribution.twoSided95(Double(size - 1)) else { return nil }
    let half = t * deviation / Double(size).squareRoot()
    return mean - half...mean + half
  }
}
