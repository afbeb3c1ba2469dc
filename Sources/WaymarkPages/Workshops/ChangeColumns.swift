import Waymark
import WaymarkBasics

/// A change of the same people as cells of a table.
enum ChangeColumns {
  /// The columns of a change.
  ///
  /// - Parameter prefix: what the names for programs begin with.
  static func columns(_ prefix: String, _ words: ChangeWords.Columns) -> [DataTable.Column] {
    [
      .init("\(prefix)n", words.people, .integer), .init("\(prefix)up", words.up, .integer),
      .init("\(prefix)same", words.same, .integer), .init("\(prefix)down", words.down, .integer),
      .init("\(prefix)mean", words.mean, .number), .init("\(prefix)low", words.low, .number),
      .init("\(prefix)high", words.high, .number),
      .init("\(prefix)d", words.standardized, .number),
    ]
  }

  /// The cells of `columns`.
  static func cells(_ change: Figure<PairedChange>) -> [CSV.Cell] {
    switch change {
    case .none(let absence):
      return Array(repeating: absence.mark.isEmpty ? .empty : .text(absence.mark), count: 8)
    case .value(let change):
      let numbers = [
        change.mean, change.interval?.lowerBound, change.interval?.upperBound,
        change.standardizedMean,
      ]
      return [change.people, change.up, change.same, change.down].map { .integer($0) }
        + numbers.map(cell)
    }
  }

  /// A number with four decimals, or an empty cell.
  static func cell(_ number: Double?) -> CSV.Cell {
    number.map { .decimal($0, places: 4) } ?? .empty
  }
}

/// What is said of a change of the same people.
struct ChangeWords: Sendable {
  /// A mean change with its sign: `+0.83 levels`.
  func signed(_ mean: Double) -> String {
    let text = levels(mean)
    return text.hasPrefix("-") || text.hasPrefix("0.00") ? text : "+" + text
  }

  /// Levels with two decimals: `0.83 levels`.
  func levels(_ mean: Double) -> String { "\(Decimal.text(mean, places: 2)) levels" }

  /// The mean change with its interval: `0.83 levels (0.12 to 0.88)`.
  func mean(_ change: PairedChange) -> String { levels(change.mean) + interval(change) }

  /// The interval after its mean, ` (0.12 to 0.88)`; nothing where there is none.
  func interval(_ change: PairedChange) -> String { interval(change.interval) }
  func interval(_ interval: ClosedRange<Double>?) -> String {
    interval.map {
      " (\(Decimal.text($0.lowerBound, places: 2)) to \(Decimal.text($0.upperBound, places: 2)))"
    } ?? ""
  }

  /// Who is compared, as a part of a sentence.
  func both(_ before: String, _ after: String) -> String {
    "answered both '\(before)' and '\(after)' and agreed to be compared"
  }

  /// What stands over `cells`.
  func headings(_ who: String) -> [String] {
    ["\(who): people", "\(who): up", "\(who): down", "\(who): levels on average"]
  }

  /// A change for people: how many there are, rose and fell, and the mean with its interval.
  func cells(_ change: Figure<PairedChange>) -> [String] {
    switch change {
    case .none(let absence): Array(repeating: absence.mark, count: 4)
    case .value(let change):
      [change.people, change.up, change.down].map { "\($0)" } + [
        Decimal.text(change.mean, places: 2) + interval(change)
      ]
    }
  }

  /// The headings of a change.
  struct Columns: Sendable {
    let people: ColumnWords
    let up: ColumnWords
    let same: ColumnWords
    let down: ColumnWords
    let mean: ColumnWords
    let low: ColumnWords
    let high: ColumnWords
    let standardized: ColumnWords
  }

  /// - Parameter who: whose change it is.
  func columns(_ who: String) -> Columns {
    Columns(
      people: ColumnWords("\(who): people", "How many gave a level both times."),
      up: ColumnWords("\(who): up", "How many rose."),
      same: ColumnWords("\(who): same", "How many stayed."),
      down: ColumnWords("\(who): down", "How many fell."),
      mean: ColumnWords("\(who): mean", "The mean change in levels."),
      low: ColumnWords("\(who): low", "Where its 95 % interval begins."),
      high: ColumnWords("\(who): high", "Where its 95 % interval ends."),
      standardized: ColumnWords("\(who): d", "The mean in standard deviations."))
  }
}
