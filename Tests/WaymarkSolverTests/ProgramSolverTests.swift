import Testing
import Waymark
import WaymarkSolver

@Suite struct ProgramSolverTests {
  /// A table of 2 by 2 with margins 3, 4 and 5, 2: by hand, the first cell is between 1 and 3.
  private var table: LinearProgram {
    var program = LinearProgram(
      columns: [LinearProgram.Bounds](repeating: .init(0, .infinity), count: 4))
    for (columns, sum) in [([0, 1], 3.0), ([2, 3], 4), ([0, 2], 5), ([1, 3], 2)] {
      program.append(.init(columns: columns, weights: [1, 1]), .init(sum, sum))
    }
    return program
  }

  @Test func `A linear program is solved again and again from where it ended`() throws {
    var found: [Double] = []
    try ProgramSolver.coinOR.linear(table) { ask in
      for weight in [1.0, -1, 1] {
        let answer = ask(.init(.init(columns: [0], weights: [weight])))
        found.append(try #require(answer.solution).objective)
      }
      #expect(
        ask(.init(.init(columns: [0], weights: [1]), columns: [0: .init(4, 9)])) == .infeasible)
    }
    #expect(found == [3, -1, 3])
  }

  /// 2x + 2y = 3 has no whole solution; x + y <= 3.5 has 3 at most.
  @Test func `An integer program knows whole numbers only`() throws {
    var program = LinearProgram(columns: [.init(0, 10), .init(0, 10)])
    program.append(.init(columns: [0, 1], weights: [2, 2]), .init(3, 3))
    let sum = LinearProgram.Sum(columns: [0, 1], weights: [1, 1])
    let solver = try ProgramSolver.coinOR
    #expect(solver.integer(program, .init(sum), 1000) == .infeasible)
    let answer = solver.integer(
      program, .init(sum, rows: [0: .init(0, 7)]), 1000)
    #expect(answer.solution?.objective == 3)
  }

  @Test func `A program without columns has no solution and stops nothing`() throws {
    let empty = LinearProgram(columns: [])
    let nothing = ProgramSolver.Question(.init(columns: [], weights: []))
    let solver = try ProgramSolver.coinOR
    #expect(solver.integer(empty, nothing, 10) == .infeasible)
    try solver.linear(empty) { #expect($0(nothing) == .infeasible) }
  }
}
