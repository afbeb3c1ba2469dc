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
