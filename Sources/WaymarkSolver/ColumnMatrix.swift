import Waymark

/// The rows of a program as the columns that COIN-OR reads.
struct ColumnMatrix {
  let starts: [Int32]
  let rows: [Int32]
  let weights: [Double]

  /// `nil` when the program has more entries than the library can number.
  init?(_ program: LinearProgram) {
    var counts = [Int](repeating: 0, count: program.columns.count + 1)
    for row in program.rows {
      for column in row.columns { counts[column + 1] += 1 }
    }
    for place in counts.indices.dropFirst() { counts[place] += counts[place - 1] }
    let total = counts.last ?? 0
    guard let starts = try? counts.map(Self.number), Int32(exactly: program.rows.count) != nil
    else { return nil }
    var next = counts
    var rows = [Int32](repeating: 0, count: total)
    var weights = [Double](repeating: 0, count: total)
    for (place, row) in program.rows.enumerated() {
      for (column, weight) in zip(row.columns, row.weights) {
        rows[next[column]] = Int32(place)
        weights[next[column]] = weight
        next[column] += 1
      }
    }
    self.starts = starts
    self.rows = rows
    self.weights = weights
  }

  private struct TooLarge: Error {}

  private static func number(_ count: Int) throws(TooLarge) -> Int32 {
    guard let number = Int32(exactly: count) else { throw TooLarge() }
    return number
  }
}
