import Waymark
import WaymarkBasics

/// A change of the same people in words, and as cells of a table.
enum ChangeWords {
  /// Levels with two decimals: `0.83 levels`.
  static func levels(_ mean: Double) -> String { "\(Decimal.text(mean, places: 2)) levels" }

  /// The interval after its mean, ` (0.12 to 0.88)`; nothing where there is none.
  static func interval(_ change: PairedChange) -> String {
    change.interval.map {
      " (\(Decimal.text($0.lowerBound, places: 2)) to \(Decimal.text($0.upperBound, places: 2)))"
    } ?? ""
  }

  /// The columns of a change.
  ///
  /// - Parameters:
  ///   - prefix: what the names for programs begin with.
  ///   - who: what the headings for people begin with.
  static func columns(_ prefix: String, _ who: String) -> [DataTable.Column] {
    [
      .init("\(prefix)n", "\(who): people", "How many gave a level both times.", .integer),
      .init("\(prefix)up", "\(who): up", "How many rose.", .integer),
      .init("\(prefix)same", "\(who): same", "How many stayed.", .integer),
      .init("\(prefix)down", "\(who): down", "How many fell.", .integer),
      .init("\(prefix)mean", "\(who): mean", "The mean change in levels.", .number),
      .init("\(prefix)low", "\(who): low", "Where its 95 % interval begins.", .number),
      .init("\(prefix)high", "\(who): high", "Where its 95 % interval ends.", .number),
      .init("\(prefix)d", "\(who): d", "The mean in standard deviations.", .number),
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
