package import WaymarkBasics

/// What a public release may say about the answers of a group, beside how many people it has.
package struct FigurePolicy: Hashable, Sendable {
  /// The fewest people of a group for intervals, the split by level, the deviation and alpha.
  ///
  /// Three times the minimum, at least 30.
  package let detailed: Int
  /// The fewest people of a group, and the fewest answers to a competency, for any figure.
  package let minimum: Int

  /// Takes the fewest people that a group has to have.
  package init(people minimum: Int) {
    self.minimum = minimum
    detailed = max(30, 3 * minimum)
  }

  /// Whether figures of a competency may stand in a group.
  ///
  /// - Parameters:
  ///   - people: the published number of people of the group, `nil` when it is withheld.
  ///   - answered: how many of them answered the competency.
  package func allows(people: Int?, answered: Int) -> Bool {
    guard let people else { return false }
    return people >= minimum && answered >= minimum
  }

  /// How many answered a competency, `nil` where that may not be said.
  ///
  /// Those who did not answer are a group too: it may be empty, or as large as any other.
  /// - Parameter people: the published number of people, `nil` when it is withheld.
  package func answered(_ answered: Int, of people: Int?) -> Int? {
    guard let people, allows(people: people, answered: answered),
      !MinimumGroup.withholds(people - answered, fewest: minimum)
    else { return nil }
    return answered
  }

  /// Whether intervals, the split by level, the deviation and alpha may stand too.
  ///
  /// Both numbers count: an interval or a split of few answers gives the answers away.
  package func allowsDetail(people: Int?, answered: Int) -> Bool {
    allows(people: people, answered: answered) && (people ?? 0) >= detailed && answered >= detailed
  }

  /// A share below the target, in whole per cent and coded at both ends.
  ///
  /// `below` of `answered` people. The code joins as many shares as hold at least two numbers of
  /// people: 5 per cent or less from 20 answers on, 10 per cent or less from 10, and the same from the
  /// other end. So it never says that everybody answered alike.
  package func share(below: Int, answered: Int, people: Int?) -> PublishedFigure {
    guard allows(people: people, answered: answered), (0...answered).contains(below) else {
      return .withheld
    }
    let end = Self.end(of: answered)
    if 100 * below <= end * answered { return .atMost(percent: end) }
    if 100 * below >= (100 - end) * answered { return .atLeast(percent: 100 - end) }
    // Halves are rounded up, as `Decimal` does.
    return .percent((200 * below + answered) / (2 * answered))
  }

  /// Whether a share in whole per cent of so many answers would tell how many people it is of, where that
  /// is withheld.
  ///
  /// From 100 people on every whole per cent is the share of some number of them, however many they are.
  func tellsBase(answered: Int) -> Bool { answered < 100 + minimum }

  /// A share to the nearest ten per cent: of 10 people or more, however many they are, some number has it.
  ///
  /// What is below 15 per cent, or not below 85, is joined.
  func shareInTens(below: Int, answered: Int) -> PublishedFigure {
    if 100 * below < 15 * answered { return .atMost(percent: 15) }
    if 100 * below >= 85 * answered { return .atLeast(percent: 85) }
    return .about(percent: (20 * below + answered) / (2 * answered) * 10)
  }

  /// The mean of shares that are published, so that it says nothing that they do not.
  ///
  /// A coded share counts as the middle of what it stands for; what is withheld is left out. Near an end
  /// it is coded too, as far as the coded ones could reach.
  package static func mean(of shares: [PublishedFigure]) -> PublishedFigure {
    let twice = shares.compactMap(\.twicePercent)
    guard !twice.isEmpty else { return .withheld }
    let percent = (twice.reduce(0, +) + twice.count) / (2 * twice.count)
    let bounds = shares.compactMap(\.bounds)
    let most = bounds.reduce(0) { $0 + $1.upperBound }
    let least = bounds.reduce(0) { $0 + $1.lowerBound }
    return percent <= 5
      ? .atMost(percent: max(5, (most + bounds.count - 1) / bounds.count))
      : percent >= 95 ? .atLeast(percent: min(95, least / bounds.count)) : .percent(percent)
  }

  /// The smallest multiple of 5 per cent that joins nobody and one of so many people.
  private static func end(of answered: Int) -> Int { (20 + answered - 1) / answered * 5 }

  /// A mean level to one decimal, unless it is the end of the scale: then everybody answered alike.
  ///
  /// - Parameter sum: the sum of the levels of those who answered.
  package func mean(
    sum: Int, answered: Int, people: Int?, scale: ClosedRange<Int>
  ) -> PublishedFigure {
    guard allows(people: people, answered: answered),
      !Self.isEnd(sum: sum, answered: answered, of: scale)
    else { return .withheld }
    return .mean(Double(Self.tenths(sum, answered)) / 10)
  }

  /// Whether a mean to one decimal is an end of the scale; somebody answered.
  static func isEnd(sum: Int, answered: Int, of scale: ClosedRange<Int>) -> Bool {
    let tenths = tenths(sum, answered)
    return tenths <= 10 * scale.lowerBound || tenths >= 10 * scale.upperBound
  }

  private static func tenths(_ sum: Int, _ answered: Int) -> Int {
    (20 * sum + answered) / (2 * answered)
  }
}

/// A figure as a public release may give it.
package enum PublishedFigure: Hashable, Sendable {
  /// Nothing may be said.
  case withheld
  /// A share in whole per cent, 0 to 100.
  case percent(Int)
  /// A share of so many per cent, to the nearest ten.
  case about(percent: Int)
  /// A share of so many per cent or less.
  case atMost(percent: Int)
  /// A share of so many per cent or more.
  case atLeast(percent: Int)
  /// A mean to one decimal.
  case mean(Double)
  /// No share, as nobody in the group has a role that asks for it.
  case notAsked

  /// Whether it is a number, neither withheld nor coded.
  var isPlain: Bool {
    switch self {
    case .percent, .mean: true
    case .withheld, .notAsked, .about, .atMost, .atLeast: false
    }
  }

  /// Whether it is a share that joins several at an end.
  var isCoded: Bool {
    switch self {
    case .atMost, .atLeast: true
    case .percent, .about, .mean, .withheld, .notAsked: false
    }
  }

  /// The figure in a table.
  package var cell: CSV.Cell {
    switch self {
    case .withheld: .text(Absence.withheldMark)
    case .notAsked: .empty
    case .percent(let percent), .about(let percent), .atMost(let percent), .atLeast(let percent):
      .integer(percent)
    case .mean(let mean): .decimal(mean, places: 1)
    }
  }

  /// The share as it is published, 0 to 1; `nil` for what is none.
  package var share: Double? {
    switch self {
    case .percent(let percent), .about(let percent), .atMost(let percent), .atLeast(let percent):
      Double(percent) / 100
    case .withheld, .notAsked, .mean: nil
    }
  }

  /// Twice the share in per cent, the middle of what a code stands for; `nil` for what is no share.
  var twicePercent: Int? {
    switch self {
    case .percent(let percent), .about(let percent): 2 * percent
    case .atMost(let percent): percent
    case .atLeast(let percent): 100 + percent
    case .withheld, .notAsked, .mean: nil
    }
  }

  /// Between which whole per cent a share lies as it is published; `nil` for what is none.
  var bounds: ClosedRange<Int>? {
    switch self {
    case .percent(let percent): percent...percent
    case .about(let percent): percent - 5...percent + 5
    case .atMost(let percent): 0...percent
    case .atLeast(let percent): percent...100
    case .withheld, .notAsked, .mean: nil
    }
  }
}
