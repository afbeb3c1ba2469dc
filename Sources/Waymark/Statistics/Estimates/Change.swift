/// How a mean or a share changed from one campaign to the next, for two sets of people.
package struct Change: Hashable, Sendable {
  /// The later figure less the earlier one.
  package let difference: Double
  /// The 95 % interval; `nil` where there is nothing to estimate it from.
  package let interval: ClosedRange<Double>?

  /// The change of a mean level, with Welch's interval (Welch 1947).
  ///
  /// Counts by level, lowest first. Nobody on either side gives `nil`; one person on a side, or no
  /// variation on both, no interval.
  package static func ofMeans(earlier: [Int], later: [Int]) -> Change? {
    guard let before = Statistics.mean(countsByLevel: earlier),
      let after = Statistics.mean(countsByLevel: later)
    else { return nil }
    guard let first = Statistics.standardDeviation(countsByLevel: earlier),
      let second = Statistics.standardDeviation(countsByLevel: later)
    else { return Change(difference: after - before, interval: nil) }
    let sizes = (Double(earlier.reduce(0, +)), Double(later.reduce(0, +)))
    let errors = (first * first / sizes.0, second * second / sizes.1)
    let error = errors.0 + errors.1
    let degrees =
      error * error / (errors.0 * errors.0 / (sizes.0 - 1) + errors.1 * errors.1 / (sizes.1 - 1))
    guard error > 0, let t = StudentDistribution.twoSided95(degrees) else {
      return Change(difference: after - before, interval: nil)
    }
    let half = t * error.squareRoot()
    let difference = after - before
    return Change(difference: difference, interval: difference - half...difference + half)
  }

  /// The change of a share, with the interval of Newcombe's method 10 (Newcombe 1998), from Wilson's
  /// intervals of both.
  ///
  /// Shares from 0 to 1, each with how many people it is of. Nobody on either side gives `nil`.
  package static func ofShares(
    earlier: (share: Double, of: Int), later: (share: Double, of: Int)
  ) -> Change? {
    let (before, after) = (earlier.share, later.share)
    guard let first = Statistics.wilson(share: before, sampleSize: earlier.of),
      let second = Statistics.wilson(share: after, sampleSize: later.of)
    else { return nil }
    let difference = after - before
    func root(_ a: Double, _ b: Double) -> Double { (a * a + b * b).squareRoot() }
    let down = root(after - second.lowerBound, first.upperBound - before)
    let up = root(second.upperBound - after, before - first.lowerBound)
    return Change(difference: difference, interval: difference - down...difference + up)
  }
}
