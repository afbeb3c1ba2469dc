import Synchronization
public import Waymark
import WaymarkLibraries

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

extension ProgramSolver {
  /// Linear programs by Clp, integer programs by Cbc; neither prints anything.
  ///
  /// Each call has handles of its own, so calls may run on different threads; those to Cbc wait
  /// for one another.
  /// - Throws: `MissingLibrary` when the libraries are not installed.
  public static var coinOR: ProgramSolver {
    get throws(MissingLibrary) {
      let coin = try CoinLibrary.loaded.get()
      return ProgramSolver(
        linear: { program, questions in
          guard let model = LinearModel(coin.clp, program) else {
            return try questions { _ in .undecided }
          }
          try withExtendedLifetime(model) { try questions(model.answer) }
        },
        integer: { program, question, nodes in
          cbc.withLock { _ in
            IntegerModel(coin.cbc, program, question)?.answer(nodes: nodes) ?? .undecided
          }
        })
    }
  }

  /// Guards the command line that Cbc keeps for the whole process: two calls at once read each
  /// other's, and then standard input.
  private static let cbc = Mutex(())
}
