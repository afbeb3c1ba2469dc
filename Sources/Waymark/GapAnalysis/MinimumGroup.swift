/// The fewest people about whom a report says anything.
public struct MinimumGroup: Hashable, Sendable {
  /// The smallest number that can be asked for.
  public static let floor = 5
  /// The number that is used unless another is asked for.
  public static let standard = MinimumGroup(unchecked: 10)

  /// How many people.
  public let people: Int

  /// Takes a number of people, at least `floor`.
  ///
  /// - Throws: `ReportProblem.groupBelowFloor`, a refusal by the rules of privacy.
  public init(people: Int) throws(ReportProblem) {
    guard people >= Self.floor else { throw .groupBelowFloor(people) }
    self.people = people
  }

  private init(unchecked people: Int) { self.people = people }

  /// Whether so many people are too few to say anything about; nobody is not too few.
  public func withholds(_ people: Int) -> Bool { people > 0 && people < self.people }

  /// Which of some counts are withheld whose sum is known: those of too few people, and where that is
  /// one alone the smallest other too, as the sum would tell it.
  func withheld(of counts: [Int]) -> [Bool] {
    var withheld = counts.map(withholds)
    if withheld.count(where: { $0 }) == 1,
      let smallest = counts.indices.filter({ !withheld[$0] && counts[$0] > 0 })
        .min(by: { counts[$0] < counts[$1] })
    {
      withheld[smallest] = true
    }
    return withheld
  }
}
