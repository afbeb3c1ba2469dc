/// How the levels of the same people changed from one campaign to the next, for one competency.
package struct PairedChange: Hashable, Sendable {
  /// How many people gave a level both times.
  package let people: Int
  /// How many went up, stayed and went down.
  package let up: Int
  /// How many stayed.
  package let same: Int
  /// How many went down.
  package let down: Int
  /// The mean of later less earlier, in levels.
  package let mean: Double
  /// Student's 95 % interval of the mean; `nil` for one person.
  package let interval: ClosedRange<Double>?
  /// Cohen's d for pairs: the mean divided by the standard deviation of the differences; `nil` for
  /// one person and where the differences do not vary.
  package let standardizedMean: Double?

  /// Those who went up less those who went down, as a share from -1 to 1.
  package var balance: Double { Double(up - down) / Double(people) }

  /// Of all people those who went down, stayed and went up, each 0 to 1.
  package var shares: [Double] { [down, same, up].map { Double($0) / Double(people) } }

  /// Estimates the change from how many people made each step.
  ///
  /// - Parameter counts: people by later less earlier level.
  /// - Returns: `nil` where nobody gave both.
  package init?(differences counts: [Int: Int]) {
    var sorted: [(step: Int, people: Int)] = []
    for (step, people) in counts where people > 0 { sorted.append((step: step, people: people)) }
    sorted.sort { $0.step < $1.step }
    let people = sorted.reduce(0) { $0 + $1.people }
    guard people > 0 else { return nil }
    self.people = people
    up = sorted.reduce(0) { $1.step > 0 ? $0 + $1.people : $0 }
    down = sorted.reduce(0) { $1.step < 0 ? $0 + $1.people : $0 }
    same = people - up - down
    let sum = sorted.reduce(0) { $0 + $1.step * $1.people }
    let mean = Double(sum) / Double(people)
    self.mean = mean
    guard people > 1 else {
      interval = nil
      standardizedMean = nil
      return
    }
    let squares = sorted.reduce(0.0) {
      let distance = Double($1.step) - mean
      return $0 + Double($1.people) * distance * distance
    }
    let deviation = (squares / Double(people - 1)).squareRoot()
    interval = Statistics.interval(mean: mean, deviation: deviation, size: people)
    standardizedMean = deviation > 0 ? mean / deviation : nil
  }
}

/// How a mean or a share changed from one campaign to the next, for two sets of people.
package struct Change: Hashable, Sendable {
  /// The later figure less the earlier one.
  package let difference: Double
  /// The 95 % interval; `nil` where there is nothing to estimate it from.
  package let interval: ClosedRange<Double>?
  /// The chance of a change as large or larger where nothing changed but who answered, 0 to 1, by Welch's
  /// test; `nil` without an interval, and of a share.
  package var chance: Double?

  /// The change of a mean level, with Welch's interval and test (Welch 1947).
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
    let chance =
      2
      * StudentDistribution(degreesOfFreedom: degrees)
      .cumulative(-abs(difference) / error.squareRoot())
    return Change(
      difference: difference, interval: difference - half...difference + half,
      chance: min(1, chance))
  }

  /// The change of a share, with the interval of Newcombe's method 10 (Newcombe 1998), from Wilson's
  /// intervals of both.
  ///
  /// Shares from 0 to 1, each with how many people it is of. Nobody on either side gives `nil`.
  package static func ofShares(
    earlier: (share: Double, of: Int), later: (share: Double, of: Int)
  ) -> Change? {
    guard let first = Statistics.wilson(share: earlier.share, sampleSize: earlier.of),
      let second = Statistics.wilson(share: later.share, sampleSize: later.of)
    else { return nil }
    return ofShares(earlier: (earlier.share, within: first), later: (later.share, within: second))
  }

  /// The same of shares whose intervals are known; each share lies in its own.
  static func ofShares(
    earlier: (share: Double, within: ClosedRange<Double>),
    later: (share: Double, within: ClosedRange<Double>)
  ) -> Change {
    let difference = later.share - earlier.share
    func root(_ a: Double, _ b: Double) -> Double { (a * a + b * b).squareRoot() }
    let down = root(
      later.share - later.within.lowerBound, earlier.within.upperBound - earlier.share)
    let up = root(later.within.upperBound - later.share, earlier.share - earlier.within.lowerBound)
    return Change(difference: difference, interval: difference - down...difference + up)
  }
}

/// Several tests taken together, so that the more of them there are the more each has to show.
package enum Holm {
  /// Above this an adjusted chance is no more than what several tests give by themselves.
  package static let limit = 0.05

  /// The chances of several tests, adjusted so that all those below a limit are found wrong together no
  /// more often than the limit says, whatever they have in common (Holm 1979).
  ///
  /// Chances from 0 to 1, in any order; the adjusted ones stand in the same order.
  package static func adjusted(_ chances: [Double]) -> [Double] {
    var adjusted = chances
    var most = 0.0
    let order = chances.indices.sorted { (chances[$0], $0) < (chances[$1], $1) }
    for (rank, place) in order.enumerated() {
      most = max(most, min(1, Double(chances.count - rank) * chances[place]))
      adjusted[place] = most
    }
    return adjusted
  }
}
