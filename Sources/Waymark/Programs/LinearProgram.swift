/// A linear program without an objective: columns and rows, each between two bounds.
///
/// A bound may be infinite. Columns are whole numbers only where an integer program is asked for, and
/// there all are unless `wholeColumns` says how many.
package struct LinearProgram: Hashable, Sendable {
  /// The least and the greatest value of a column or of a row, each of which may be infinite.
  package struct Bounds: Hashable, Sendable {
    /// The least value.
    package let lower: Double
    /// The greatest value.
    package let upper: Double

    /// Takes both bounds, neither of which is NaN.
    package init(_ lower: Double, _ upper: Double) {
      self.lower = lower
      self.upper = upper
    }
  }

  /// A weighted sum of columns.
  package struct Sum: Hashable, Sendable {
    /// The places of the columns, none twice.
    package let columns: [Int]
    /// A finite weight for each of the columns.
    package let weights: [Double]

    /// Takes as many weights as columns.
    package init(columns: [Int], weights: [Double]) {
      precondition(columns.count == weights.count)
      self.columns = columns
      self.weights = weights
    }
  }

  /// The bounds of each column.
  package var columns: [Bounds]
  /// Each row as a sum of columns.
  package private(set) var rows: [Sum] = []
  /// The bounds of each row.
  package var rowBounds: [Bounds] = []
  /// How many of the first columns are whole numbers in an integer program; `nil` for all.
  package var wholeColumns: Int?

  /// Begins with columns and no row.
  package init(columns: [Bounds]) { self.columns = columns }

  /// Adds a row, whose columns must be columns of the program.
  package mutating func append(_ row: Sum, _ bounds: Bounds) {
    precondition(row.columns.allSatisfy(columns.indices.contains))
    rows.append(row)
    rowBounds.append(bounds)
  }
}
