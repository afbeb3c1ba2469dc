/// A figure as a public release may give it.
public enum PublishedFigure: Hashable, Sendable {
  /// Nothing may be said.
  case withheld
  /// A share in whole per cent, 0 to 100.
  case percent(Int)
  /// A share that is 5 per cent or less.
  case fivePercentOrLess
  /// A share that is 95 per cent or more.
  case ninetyFivePercentOrMore
  /// A mean to one decimal.
  case mean(Double)

  /// Whether it is a number, neither withheld nor coded.
  var isPlain: Bool {
    switch self {
    case .percent, .mean: true
    case .withheld, .fivePercentOrLess, .ninetyFivePercentOrMore: false
    }
  }

  /// The words beside a coded share, empty otherwise.
  public var note: String {
    switch self {
    case .fivePercentOrLess: "or less"
    case .ninetyFivePercentOrMore: "or more"
    case .withheld, .percent, .mean: ""
    }
  }

  /// The figure in a table.
  var cell: CSV.Cell {
    switch self {
    case .withheld: .text(Absence.withheldMark)
    case .percent(let percent): .integer(percent)
    case .fivePercentOrLess: .integer(5)
    case .ninetyFivePercentOrMore: .integer(95)
    case .mean(let mean): .decimal(mean, places: 1)
    }
  }
}
