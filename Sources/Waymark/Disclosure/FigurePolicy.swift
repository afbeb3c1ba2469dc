/// What a public release may say about the answers of a group, beside how many people it has.
public struct FigurePolicy: Hashable, Sendable {
  /// The fewest people of a group for intervals, the split by level, the deviation and alpha.
  ///
  /// Three times the minimum, at least 30.
  public let detailed: Int
  /// The fewest people of a group, and the fewest answers to a competency, for any figure.
  public let minimum: Int

  /// Takes the fewest people that a group has to have.
  public init(people minimum: Int) {
    self.minimum = minimum
    detailed = max(30, 3 * minimum)
  }

  /// Whether figures of a competency may stand in a group.
  ///
  /// - Parameters:
  ///   - people: the published number of people of the group, `nil` when it is withheld.
  ///   - answered: how many of them answered the competency.
  public func allows(people: Int?, answered: Int) -> Bool {
    guard let people else { return false }
    return people >= minimum && answered >= minimum
  }

  /// Whether intervals, the split by level, the deviation and alpha may stand too.
  ///
  /// Both numbers count: an interval or a split of few answers gives the answers away.
  public func allowsDetail(people: Int?, answered: Int) -> Bool {
    allows(people: people, answered: answered) && (people ?? 0) >= detailed && answered >= detailed
  }

  /// A share below the target, in whole per cent and coded at both ends.
  ///
  /// `below` of `answered` people; a share under 5 per cent is 5 or less, over 95 is 95 or more,
  /// in every group, so that the ends never say that everybody answered alike.
  public func share(below: Int, answered: Int, people: Int?) -> PublishedFigure {
    guard allows(people: people, answered: answered), (0...answered).contains(below) else {
      return .withheld
    }
    if 100 * below < 5 * answered { return .fivePercentOrLess }
    if 100 * below > 95 * answered { return .ninetyFivePercentOrMore }
    // Halves are rounded up, as `Decimal` does.
    return .percent((200 * below + answered) / (2 * answered))
  }

  /// A mean level to one decimal, unless it is the end of the scale: then everybody answered alike.
  ///
  /// - Parameter sum: the sum of the levels of those who answered.
  public func mean(
    sum: Int, answered: Int, people: Int?, scale: ClosedRange<Int>
  ) -> PublishedFigure {
    guard allows(people: people, answered: answered) else { return .withheld }
    let tenths = (20 * sum + answered) / (2 * answered)
    guard tenths > 10 * scale.lowerBound, tenths < 10 * scale.upperBound else { return .withheld }
    return .mean(Double(tenths) / 10)
  }
}
