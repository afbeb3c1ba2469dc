/// A weighted mean or share of the people who answered, with its 95 % interval.
///
/// From counts, as everybody in a cell of the raked variables has one weight.
package struct WeightedEstimate: Hashable, Sendable {
  /// How many people in cells of one weight gave which value.
  package struct Cell: Sendable {
    /// Their weight.
    package let weight: Double
    /// Values with how many people gave each.
    package let values: [(value: Double, people: Int)]

    /// Takes a weight, and values with their people in a fixed order.
    package init(weight: Double, values: [(value: Double, people: Int)]) {
      self.weight = weight
      self.values = values
    }
  }

  /// The estimate.
  package let value: Double
  /// The 95 % interval; `nil` where there is none.
  package let interval: ClosedRange<Double>?
  /// Kish's effective size of those who answered (Kish 1965).
  package let effectiveSize: Double

  /// A weighted mean with the interval of Taylor linearization, as `survey::svymean` with fixed
  /// weights: z = w (y - m) / Σw for those who answered and 0 for the rest, SE² = N / (N - 1) Σz².
  ///
  /// - Parameter sample: N, all people of the sample, answered or not.
  /// - Returns: `nil` where the weights of those who answered add up to nothing.
  package static func mean(_ cells: [Cell], sample: Int) -> WeightedEstimate? {
    guard let sums = Sums(cells) else { return nil }
    var squares = NeumaierSum()
    for cell in cells {
      for (value, people) in cell.values {
        let z = cell.weight * (value - sums.mean) / sums.weight
        squares.add(z * z * Double(people))
      }
    }
    let size = Double(sample)
    guard sums.people > 1, sample > 1, let t = StudentDistribution.twoSided95(size - 1) else {
      return WeightedEstimate(
        value: sums.mean, interval: nil, effectiveSize: sums.effectiveSize)
    }
    let half = t * (size / (size - 1) * squares.value).squareRoot()
    return WeightedEstimate(
      value: sums.mean, interval: sums.mean - half...sums.mean + half,
      effectiveSize: sums.effectiveSize)
  }

  /// A weighted share, values being 0 and 1, with Wilson's interval for the effective size.
  ///
  /// - Returns: `nil` where the weights of those who answered add up to nothing; an effective size of
  ///   1 or less has no interval.
  package static func share(_ cells: [Cell]) -> WeightedEstimate? {
    guard let sums = Sums(cells) else { return nil }
    // A sum of weights may pass 1 by its last bit.
    let share = min(1, max(0, sums.mean))
    return WeightedEstimate(
      value: share,
      interval: sums.effectiveSize > 1
        ? Statistics.wilson(share: share, size: sums.effectiveSize) : nil,
      effectiveSize: sums.effectiveSize)
  }

  private struct Sums {
    let weight: Double
    let mean: Double
    let people: Int
    let effectiveSize: Double

    init?(_ cells: [Cell]) {
      var (weight, product, squares) = (NeumaierSum(), NeumaierSum(), NeumaierSum())
      var people = 0
      for cell in cells {
        for (value, count) in cell.values {
          weight.add(cell.weight * Double(count))
          product.add(cell.weight * value * Double(count))
          squares.add(cell.weight * cell.weight * Double(count))
          people += count
        }
      }
      guard weight.value > 0 else { return nil }
      self.weight = weight.value
      mean = product.value / weight.value
      self.people = people
      effectiveSize = weight.value * weight.value / squares.value
    }
  }
}
