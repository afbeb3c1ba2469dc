import Waymark

/// An integer program inside Cbc, for one question.
///
/// Owns a C handle: it never leaves the function that made it.
final class IntegerModel {
  private let cbc: CoinLibrary.Cbc
  private let handle: UnsafeMutableRawPointer
  private let columnCount: Int

  /// `nil` when the library cannot hold the program.
  init?(_ cbc: CoinLibrary.Cbc, _ program: LinearProgram, _ question: ProgramSolver.Question) {
    guard let matrix = ColumnMatrix(program), let handle = cbc.newModel() else { return nil }
    self.cbc = cbc
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
    cbc.loadProblem(
      handle, Int32(columnCount), Int32(program.rows.count), matrix.starts, matrix.rows,
      matrix.weights, columns.map(\.lower), columns.map(\.upper), objective, rows.map(\.lower),
      rows.map(\.upper))
    for column in 0..<min(columnCount, program.wholeColumns ?? columnCount) {
      cbc.setInteger(handle, Int32(column))
    }
    if let above = question.above { cbc.setCutoff(handle, -above) }
  }

  deinit { cbc.deleteModel(handle) }

  /// Solves within so many nodes, which unlike seconds are the same on every machine.
  func answer(nodes: Int) -> ProgramSolver.Answer {
    guard columnCount > 0 else { return .infeasible }
    cbc.setLogLevel(handle, 0)
    cbc.setParameter(handle, "log", "0")
    // It took a sixth of the time of a learning path and found nothing that branching does not.
    cbc.setParameter(handle, "feasibilityPump", "off")
    // Its cuts can leave a column with a lower bound above the upper one, on which Clp 1.17 stops the
    // whole process (ClpNonLinearCost.cpp:1064, `lowerValue <= upperValue`): so it did for one learning
    // path in some hundreds.
    cbc.setParameter(handle, "probingCuts", "off")
    cbc.setMaximumNodes(handle, Int32(clamping: nodes))
    _ = cbc.solve(handle)
    if cbc.isProvenInfeasible(handle) != 0 { return .infeasible }
    guard cbc.numberSavedSolutions(handle) > 0 || cbc.isProvenOptimal(handle) != 0,
      let columns = cbc.getColSolution(handle)
    else { return .undecided }
    let solution = ProgramSolver.Solution(
      objective: -cbc.getObjValue(handle), bound: -cbc.getBestPossibleObjValue(handle),
      columns: Array(UnsafeBufferPointer(start: columns, count: columnCount)), prices: [])
    return cbc.isProvenOptimal(handle) != 0 ? .optimal(solution) : .stopped(solution)
  }
}

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
