/// The fewest people about whom a report says anything.
package struct MinimumGroup: Hashable, Sendable {
  /// The smallest number that can be asked for.
  package static let floor = 5
  /// The number that is used unless another is asked for.
  package static let standard = MinimumGroup(unchecked: 10)
  /// The smallest that there is.
  static let least = MinimumGroup(unchecked: floor)

  package let people: Int

  /// Takes a number of people, at least `floor`.
  ///
  /// - Throws: `ReportProblem.groupBelowFloor`, a refusal by the rules of privacy.
  package init(people: Int) throws(ReportProblem) {
    guard people >= Self.floor else { throw .groupBelowFloor(people) }
    self.people = people
  }

  private init(unchecked people: Int) { self.people = people }

  /// Whether so many people are too few to say anything about; nobody is not too few.
  func withholds(_ people: Int) -> Bool { Self.withholds(people, fewest: self.people) }

  /// The same for a smallest number that was settled before, as a release keeps it.
  static func withholds(_ people: Int, fewest: Int) -> Bool { people > 0 && people < fewest }

  /// Whether there are people enough to say something about; nobody is not enough.
  func admits(_ people: Int) -> Bool { people >= self.people }

  /// Which of some counts are withheld whose sum is known.
  ///
  /// Those of too few people are, and where these are one alone, or too few together, so are the smallest
  /// others: the sum would tell them.
  func withheld(of counts: [Int]) -> [Bool] {
    withheld(of: counts, beside: counts.map(withholds))
  }

  /// The same where some are withheld already.
  func withheld(of counts: [Int], beside known: [Bool]) -> [Bool] {
    var withheld = known
    let shown = counts.indices.filter { !known[$0] && counts[$0] > 0 }
      .sorted { (counts[$0], $0) < (counts[$1], $1) }
    for next in shown {
      let hidden = counts.indices.filter { withheld[$0] && counts[$0] > 0 }
      let sum = hidden.reduce(0) { $0 + counts[$1] }
      guard !hidden.isEmpty, hidden.count == 1 || sum < people else { break }
      withheld[next] = true
    }
    return withheld
  }
}
