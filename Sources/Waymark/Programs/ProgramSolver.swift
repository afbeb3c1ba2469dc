/// What can solve linear and integer programs, made by the module that knows a library for it.
public struct ProgramSolver: Sendable {
  /// Bounds to set, which stay, and a sum to make as large as possible.
  package struct Question: Hashable, Sendable {
    /// Bounds to set for some of the rows before solving.
    package let rows: [Int: LinearProgram.Bounds]
    /// Bounds to set for some of the columns before solving.
    package let columns: [Int: LinearProgram.Bounds]
    /// The sum to make as large as possible.
    package let objective: LinearProgram.Sum
    /// Only what is larger than this is looked for by an integer program, where the objective is whole;
    /// `nil` for anything.
    package let above: Double?

    /// Takes what is to change and what is to be made large.
    package init(
      _ objective: LinearProgram.Sum, rows: [Int: LinearProgram.Bounds] = [:],
      columns: [Int: LinearProgram.Bounds] = [:], above: Double? = nil
    ) {
      self.rows = rows
      self.columns = columns
      self.objective = objective
      self.above = above
    }
  }

  /// A point that keeps to all bounds.
  package struct Solution: Hashable, Sendable {
    /// The value of the objective there.
    package let objective: Double
    /// What the objective exceeds nowhere.
    package let bound: Double
    /// The value of each column.
    package let columns: [Double]
    /// The price of each row, 0 where its bounds do not bind; empty after an integer program.
    package let prices: [Double]

    /// Takes what a library found; without a bound the objective is the largest there is.
    package init(
      objective: Double, bound: Double? = nil, columns: [Double], prices: [Double]
    ) {
      self.objective = objective
      self.bound = bound ?? objective
      self.columns = columns
      self.prices = prices
    }
  }

  /// How solving ended.
  package enum Answer: Hashable, Sendable {
    /// Nothing is larger.
    case optimal(Solution)
    /// A point, but the limit came before the proof that nothing is larger.
    case stopped(Solution)
    /// No point keeps to all bounds, or none is above what was asked for.
    case infeasible
    /// The library could not tell.
    case undecided

    /// The point that was found, if one was.
    package var solution: Solution? {
      switch self {
      case .optimal(let solution), .stopped(let solution): solution
      case .infeasible, .undecided: nil
      }
    }
  }

  /// Answers one question after another about the same program, from where the last one ended.
  package typealias Session = (Question) -> Answer

  /// Opens a linear program for questions; the session must not outlive the call.
  package let linear: @Sendable (LinearProgram, (Session) throws -> Void) throws -> Void
  /// Answers one question with whole numbers, within so many nodes of the search.
  package let integer: @Sendable (LinearProgram, Question, _ nodes: Int) -> Answer

  /// Takes both ways to solve.
  package init(
    linear: @escaping @Sendable (LinearProgram, (Session) throws -> Void) throws -> Void,
    integer: @escaping @Sendable (LinearProgram, Question, _ nodes: Int) -> Answer
  ) {
    self.linear = linear
    self.integer = integer
  }
}

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
