import Testing

@testable import Waymark

@Suite struct CyclesTests {
  @Test(
    arguments: [
      ([[]], []),
      ([[1], [2], []], []),
      ([[1, 2], [3], [3], []], []),
      ([[1], [0]], [[0, 1]]),
      ([[1], [2], [0]], [[0, 1, 2]]),
      ([[2], [0], [1]], [[0, 2, 1]]),
      ([[1], [2], [1]], [[1, 2]]),
      ([[1, 2], [0], [0]], [[0, 1], [0, 2]]),
      ([[1], [0], [3], [2]], [[0, 1], [2, 3]]),
    ] as [([[Int]], [[Int]])])
  func `Cycles are found from their smallest node on`(_ edges: [[Int]], _ cycles: [[Int]]) {
    #expect(Cycles.cycles(in: edges) == cycles)
  }

  @Test func `A chain of a hundred thousand is walked without deep calls`() {
    let edges = (0..<100_000).map { [($0 + 1) % 100_000] }
    #expect(Cycles.cycles(in: edges).map(\.count) == [100_000])
  }
}
