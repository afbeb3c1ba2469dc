package import WaymarkBasics

/// A figure as a public release may give it.
package enum PublishedFigure: Hashable, Sendable {
  /// Nothing may be said.
  case withheld
  /// A share in whole per cent, 0 to 100.
  case percent(Int)
  /// A share of so many per cent or less.
  case atMost(percent: Int)
  /// A share of so many per cent or more.
  case atLeast(percent: Int)
  /// A mean to one decimal.
  case mean(Double)

  /// Whether it is a number, neither withheld nor coded.
  var isPlain: Bool {
    switch self {
    case .percent, .mean: true
    case .withheld, .atMost, .atLeast: false
    }
  }

  /// Whether it is a share that joins several at an end.
  var isCoded: Bool {
    switch self {
    case .atMost, .atLeast: true
    case .percent, .mean, .withheld: false
    }
  }

  /// The words beside a coded share, empty otherwise.
  package var note: String {
    switch self {
    case .atMost: "or less"
    case .atLeast: "or more"
    case .withheld, .percent, .mean: ""
    }
  }

  /// The figure in a table.
  package var cell: CSV.Cell {
    switch self {
    case .withheld: .text(Absence.withheldMark)
    case .percent(let percent), .atMost(let percent), .atLeast(let percent): .integer(percent)
    case .mean(let mean): .decimal(mean, places: 1)
    }
  }

  /// Twice the share in per cent, the middle of what a code stands for; `nil` for what is no share.
  var twicePercent: Int? {
    switch self {
    case .percent(let percent): 2 * percent
    case .atMost(let percent): percent
    case .atLeast(let percent): 100 + percent
    case .withheld, .mean: nil
    }
  }
}
