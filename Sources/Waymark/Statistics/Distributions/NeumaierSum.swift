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

  /// Adds a term.
  package mutating func add(_ term: Double) {
    let next = sum + term
    lost += abs(sum) >= abs(term) ? (sum - next) + term : (term - next) + sum
    sum = next
  }

  /// The sum so far.
  package var value: Double { sum + lost }
}
