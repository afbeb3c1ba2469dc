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
