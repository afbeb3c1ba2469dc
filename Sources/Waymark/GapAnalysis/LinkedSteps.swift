/// How people who agreed to be linked went from one campaign to the next: for each statement how many
/// made each step.
package struct LinkedSteps: Hashable, Sendable {
  /// People by later less earlier level, for each statement.
  package private(set) var steps: [[Int: Int]]
  /// People by later level less the one that they gave looking back, for each statement; only those
  /// who gave all three.
  package private(set) var sinceThen: [[Int: Int]]
  /// People by the level that they gave looking back less the earlier one, for each statement: the
  /// response shift (Howard 1980).
  ///
  /// The same people as in `sinceThen`.
  package private(set) var shift: [[Int: Int]]
  /// How many people answered both campaigns.
  package var people: Int

  /// Begins with nobody.
  package init(statements: Int) {
    let nobody = Array(repeating: [Int: Int](), count: statements)
    (steps, sinceThen, shift) = (nobody, nobody, nobody)
    people = 0
  }

  /// Whether anybody looked back.
  package var hasLookingBack: Bool { shift.contains { !$0.isEmpty } }

  /// Counts somebody's levels of the statement at a place.
  ///
  /// - Parameter then: the level that they gave looking back; `nil` where they gave none.
  package mutating func add(at place: Int, before: Int, after: Int, then: Int? = nil) {
    steps[place][after - before, default: 0] += 1
    guard let then else { return }
    sinceThen[place][after - then, default: 0] += 1
    shift[place][then - before, default: 0] += 1
  }
}
