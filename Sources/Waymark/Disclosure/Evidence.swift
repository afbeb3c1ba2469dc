/// The least and the greatest size that each group can have, as far as solutions have shown.
///
/// What one solution shows holds for every group at once, and goes on holding when more is
/// withheld.
struct Evidence {
  private static let tolerance = 1e-6
  private static let most = 300

  private var least: [Double]
  private var greatest: [Double]
  private var leastWhole: [Int]
  private var greatestWhole: [Int]
  /// Sizes of all groups in solutions, whole numbers or not: the first of them is the truth, the
  /// others are the latest.
  private(set) var solutions: [(sizes: [Double], isWhole: Bool)]
  private var oldest = 1

  /// Begins with the truth, which is a solution in whole numbers.
  init(truth: [Int]) {
    least = truth.map(Double.init)
    greatest = least
    leastWhole = truth
    greatestWhole = truth
    solutions = [(least, true)]
  }

  /// Learns from a solution.
  mutating func add(_ sizes: [Double], isWhole: Bool) {
    for group in sizes.indices {
      least[group] = min(least[group], sizes[group])
      greatest[group] = max(greatest[group], sizes[group])
      if isWhole {
        let size = Int(sizes[group].rounded())
        leastWhole[group] = min(leastWhole[group], size)
        greatestWhole[group] = max(greatestWhole[group], size)
      }
    }
    guard solutions.count == Self.most else { return solutions.append((sizes, isWhole)) }
    solutions[oldest] = (sizes, isWhole)
    oldest = oldest % (Self.most - 1) + 1
  }

  /// How wide the interval of a group is at least, when fractions of people are allowed but the
  /// ends are whole.
  func width(_ group: Int) -> Int {
    Int((greatest[group] + Self.tolerance).rounded(.down))
      - Int((least[group] - Self.tolerance).rounded(.up))
  }

  /// How wide the interval of a group is at least, in whole people only.
  func wholeWidth(_ group: Int) -> Int { greatestWhole[group] - leastWhole[group] }

  /// The least and the greatest whole size that solutions have shown.
  func whole(_ group: Int) -> ClosedRange<Int> { leastWhole[group]...greatestWhole[group] }

  /// Whether every unknown is a whole number.
  static func isWhole(_ columns: [Double]) -> Bool {
    columns.allSatisfy { abs($0 - $0.rounded()) <= tolerance }
  }
}
