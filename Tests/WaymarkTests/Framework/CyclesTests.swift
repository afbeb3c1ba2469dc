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
    #expect(Cycles.cycles(in: edges, limit: 50).listed == cycles)
    #expect(Cycles.cycles(in: edges, limit: 50).unlisted == 0)
  }

  @Test func `A chain of a hundred thousand is walked without deep calls`() {
    let edges = (0..<100_000).map { [($0 + 1) % 100_000] }
    #expect(Cycles.cycles(in: edges, limit: 50).listed.map(\.count) == [100_000])
  }

  @Test func `Cycles beyond the limit are counted and not kept`() {
    // Everything leads back to the first and on to the next: one cycle for every node.
    let edges = (0..<10_000).map { $0 == 9_999 ? [0] : [0, $0 + 1] }
    let found = Cycles.cycles(in: edges, limit: 3)
    #expect(found.listed == [[0], [0, 1], [0, 1, 2]])
    #expect(found.unlisted == 9_997)
  }
}
