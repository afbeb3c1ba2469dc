import CCoinOR
import Waymark

/// An integer program inside Cbc, for one question.
///
/// Owns a C handle: it never leaves the function that made it.
final class IntegerModel {
  private let handle: UnsafeMutableRawPointer
  private let columnCount: Int

  /// `nil` when the library cannot hold the program.
  init?(_ program: LinearProgram, _ question: ProgramSolver.Question) {
    guard let matrix = ColumnMatrix(program), let handle = Cbc_newModel() else { return nil }
    self.handle = handle
    columnCount = program.columns.count
    var columns = program.columns
    for (column, bounds) in question.columns where columns.indices.contains(column) {
      columns[column] = bounds
    }
    var rows = program.rowBounds
    for (row, bounds) in question.rows where rows.indices.contains(row) { rows[row] = bounds }
    var objective = [Double](repeating: 0, count: columnCount)
    for (column, weight) in zip(question.objective.columns, question.objective.weights)
    where objective.indices.contains(column) { objective[column] -= weight }
    Cbc_loadProblem(
      handle, Int32(columnCount), Int32(program.rows.count), matrix.starts, matrix.rows,
      matrix.weights, columns.map(\.lower), columns.map(\.upper), objective, rows.map(\.lower),
      rows.map(\.upper))
    for column in 0..<min(columnCount, program.wholeColumns ?? columnCount) {
      Cbc_setInteger(handle, Int32(column))
    }
    if let above = question.above { Cbc_setCutoff(handle, -above) }
  }

  deinit { Cbc_deleteModel(handle) }

  /// Solves within so many nodes, which unlike seconds are the same on every machine.
  func answer(nodes: Int) -> ProgramSolver.Answer {
    guard columnCount > 0 else { return .infeasible }
    Cbc_setLogLevel(handle, 0)
    Cbc_setParameter(handle, "log", "0")
    // It took a sixth of the time of a learning path and found nothing that branching does not.
    Cbc_setParameter(handle, "feasibilityPump", "off")
    Cbc_setMaximumNodes(handle, Int32(clamping: nodes))
    _ = Cbc_solve(handle)
    if Cbc_isProvenInfeasible(handle) != 0 { return .infeasible }
    guard Cbc_numberSavedSolutions(handle) > 0 || Cbc_isProvenOptimal(handle) != 0,
      let columns = Cbc_getColSolution(handle)
    else { return .undecided }
    let solution = ProgramSolver.Solution(
      objective: -Cbc_getObjValue(handle), bound: -Cbc_getBestPossibleObjValue(handle),
      columns: Array(UnsafeBufferPointer(start: columns, count: columnCount)), prices: [])
    return Cbc_isProvenOptimal(handle) != 0 ? .optimal(solution) : .stopped(solution)
  }
}
