/// How fast a person answers, and so how long the rest will take.
public struct Pace: Equatable, Sendable {
  /// Seconds that a statement takes before the person's own pace is known.
  ///
  /// 63 statements of about 30 words each, read and answered in 30 to 40 minutes.
  package static let usualSeconds = 34.0

  /// How many answers it takes until the person's own pace is used.
  private static let enough = 5
  /// How many of the last answers count.
  private static let window = 20
  /// A pause is no reading, and nobody reads a statement with its levels in less than ten seconds for
  /// long.
  private static let plausible = 10.0...120.0

  private var seconds: [Double] = []

  /// Starts from the seconds of earlier answers, oldest first.
  package init(_ earlier: [Double] = []) {
    for seconds in earlier { record(seconds) }
  }

  /// Takes note of one answer's seconds; less than 10 counts as 10, more than 120 as 120.
  package mutating func record(_ newest: Double) {
    seconds.append(min(max(newest, Self.plausible.lowerBound), Self.plausible.upperBound))
    if seconds.count > Self.window { seconds.removeFirst() }
  }

  /// Whole minutes that this many statements will take, rounded up: the median of the last 20
  /// answers, or `usualSeconds` each while fewer than 5 are known.
  package func minutes(for statements: Int) -> Int {
    let each = seconds.count < Self.enough ? Self.usualSeconds : seconds.sorted()[seconds.count / 2]
    return Int((Double(statements) * each / 60).rounded(.up))
  }

  /// The span that a whole questionnaire of this many statements usually takes, in minutes rounded
  /// to fives (to ones below ten).
  package static func usualMinutes(for statements: Int) -> ClosedRange<Int> {
    let least = rounded(Double(statements) * usualSeconds * 0.85 / 60)
    return least...max(least, rounded(Double(statements) * usualSeconds * 1.15 / 60))
  }

  private static func rounded(_ minutes: Double) -> Int {
    minutes < 10 ? max(1, Int(minutes.rounded())) : Int((minutes / 5).rounded()) * 5
  }
}
