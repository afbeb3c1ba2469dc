import Waymark

/// A linear program inside Clp, which starts each time from where it ended.
///
/// Owns a C handle: it never leaves the function that made it.
final class LinearModel {
  private let clp: CoinLibrary.Clp
  private let handle: UnsafeMutableRawPointer
  private let columnCount: Int
  private let rowCount: Int
  private var lower: [Double]
  private var upper: [Double]
  private var rowLower: [Double]
  private var rowUpper: [Double]
  private var objective: [Double]

  /// `nil` when the library cannot hold the program.
  init?(_ clp: CoinLibrary.Clp, _ program: LinearProgram) {
    guard let matrix = ColumnMatrix(program), let handle = clp.newModel() else { return nil }
    self.clp = clp
    self.handle = handle
    columnCount = program.columns.count
    rowCount = program.rows.count
    lower = program.columns.map(\.lower)
    upper = program.columns.map(\.upper)
    rowLower = program.rowBounds.map(\.lower)
    rowUpper = program.rowBounds.map(\.upper)
    objective = [Double](repeating: 0, count: columnCount)
    clp.setLogLevel(handle, 0)
    clp.loadProblem(
      handle, Int32(columnCount), Int32(rowCount), matrix.starts, matrix.rows, matrix.weights,
      lower, upper, objective, rowLower, rowUpper)
  }

  deinit { clp.deleteModel(handle) }

  /// Sets the bounds and solves from the basis of the last time.
  func answer(_ question: ProgramSolver.Question) -> ProgramSolver.Answer {
    set(question)
    guard columnCount > 0 else { return .infeasible }
    _ = clp.primal(handle, 0)
    if clp.status(handle) == 0 { return .optimal(solution) }
    // A basis that went astray: once more from the beginning.
    _ = clp.initialSolve(handle)
    switch clp.status(handle) {
    case 0: return .optimal(solution)
    case 1: return .infeasible
    default: return .undecided
    }
  }

  private func set(_ question: ProgramSolver.Question) {
    if !question.columns.isEmpty {
      for (column, bounds) in question.columns where lower.indices.contains(column) {
        lower[column] = bounds.lower
        upper[column] = bounds.upper
      }
      clp.chgColumnLower(handle, lower)
      clp.chgColumnUpper(handle, upper)
    }
    if !question.rows.isEmpty {
      for (row, bounds) in question.rows where rowLower.indices.contains(row) {
        rowLower[row] = bounds.lower
        rowUpper[row] = bounds.upper
      }
      clp.chgRowLower(handle, rowLower)
      clp.chgRowUpper(handle, rowUpper)
    }
    for column in objective.indices { objective[column] = 0 }
    for (column, weight) in zip(question.objective.columns, question.objective.weights)
    where objective.indices.contains(column) { objective[column] -= weight }
    clp.chgObjCoefficients(handle, objective)
  }

  private var solution: ProgramSolver.Solution {
    let prices = clp.dualRowSolution(handle)
    return ProgramSolver.Solution(
      objective: -clp.objectiveValue(handle),
      columns: Array(
        UnsafeBufferPointer(start: clp.primalColumnSolution(handle), count: columnCount)),
      prices: Array(UnsafeBufferPointer(start: prices, count: rowCount)))
  }
}
