/// How the levels of one group stand to those of another.
package enum GroupDifference {
  /// Cliff's delta, from -1 to 1.
  package struct Delta: Hashable, Sendable {
    /// The estimate.
    package let value: Double
    /// The 95 % interval; `nil` where a group has one member.
    package let interval: ClosedRange<Double>?
  }

  /// Cliff's delta: the chance that a member of the first group is above one of the second, less the
  /// chance of the reverse, from -1 to 1, with Cliff's asymmetric 95 % interval (Cliff 1993).
  ///
  /// Counts by level, lowest first. An empty group gives `nil`, a group of one no interval.
  package static func delta(
    _ first: [Int], _ second: [Int]
  ) -> Delta? {
    let (m, n) = (first.reduce(0, +), second.reduce(0, +))
    guard m > 0, n > 0 else { return nil }
    let rows = dominance(first, over: second)
    let columns = dominance(second, over: first)
    let total = zip(first, rows).reduce(0) { $0 + $1.0 * $1.1 }
    let delta = Double(total) / Double(m * n)
    guard m > 1, n > 1 else { return Delta(value: delta, interval: nil) }
    var rowSquares = NeumaierSum()
    for (count, dominance) in zip(first, rows) {
      let distance = Double(dominance) / Double(n) - delta
      rowSquares.add(Double(count) * distance * distance)
    }
    var columnSquares = NeumaierSum()
    for (count, dominance) in zip(second, columns) {
      let distance = -Double(dominance) / Double(m) - delta
      columnSquares.add(Double(count) * distance * distance)
    }
    var cellSquares = NeumaierSum()
    for (level, count) in first.enumerated() {
      for (other, people) in second.enumerated() {
        let distance = Double((level - other).signum()) - delta
        cellSquares.add(Double(count * people) * distance * distance)
      }
    }
    let (a, b) = (Double(m), Double(n))
    let variance = max(
      (b * b * rowSquares.value + a * a * columnSquares.value - cellSquares.value)
        / (a * b * (a - 1) * (b - 1)),
      (1 - delta * delta) / (a * b - 1))
    guard let z = StudentDistribution.twoSided95(a + b - 2) else {
      return Delta(value: delta, interval: nil)
    }
    let rest = 1 - delta * delta
    let scale = rest * rest + z * z * variance
    guard scale > 0 else { return Delta(value: delta, interval: delta...delta) }
    let centre = delta - delta * delta * delta
    let half = z * variance.squareRoot() * scale.squareRoot()
    let divisor = rest + z * z * variance
    return Delta(
      value: delta,
      interval: max(-1, (centre - half) / divisor)...min(1, (centre + half) / divisor))
  }

  /// Hedges' g: the difference of the means in pooled standard deviations, without the bias of small
  /// samples, by the exact factor Γ(m/2) / (√(m/2) Γ((m-1)/2)) (Hedges & Olkin 1985).
  ///
  /// Counts by level. Fewer than two people in a group, or no variation, give `nil`.
  package static func hedges(_ first: [Int], _ second: [Int]) -> Double? {
    guard let a = Statistics.mean(countsByLevel: first),
      let b = Statistics.mean(countsByLevel: second),
      let s = Statistics.standardDeviation(countsByLevel: first),
      let t = Statistics.standardDeviation(countsByLevel: second)
    else { return nil }
    let (m, n) = (Double(first.reduce(0, +)), Double(second.reduce(0, +)))
    let degrees = m + n - 2
    let pooled = (((m - 1) * s * s + (n - 1) * t * t) / degrees).squareRoot()
    guard pooled > 0 else { return nil }
    let factor = Elementary.exp(
      GammaFunction.logarithm(degrees / 2) - GammaFunction.logarithm((degrees - 1) / 2)
        - Elementary.log(degrees / 2) / 2)
    return factor * (a - b) / pooled
  }

  /// For each level, how many of the other group are below less how many are above.
  private static func dominance(_ levels: [Int], over others: [Int]) -> [Int] {
    levels.indices.map { level in
      others.enumerated().reduce(0) { $0 + (level - $1.offset).signum() * $1.element }
    }
  }
}
