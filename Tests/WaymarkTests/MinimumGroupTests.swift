import Testing

@testable import Waymark

@Suite struct MinimumGroupTests {
  // Of counts whose sum is known: one withheld alone is told by the rest, and so are some ones.
  @Test(arguments: [
    ([10, 6, 3], [false, true, true]), ([1, 1, 10], [true, true, true]),
    ([3, 3, 10], [true, true, false]), ([10, 6], [false, false]), ([3], [true]),
    ([0, 4, 0, 8, 9], [false, true, false, true, false]), ([], []),
  ])
  func `What the sum would tell is withheld too`(counts: [Int], withheld: [Bool]) throws {
    #expect(try MinimumGroup(people: 5).withheld(of: counts) == withheld)
  }

  @Test func `What is withheld elsewhere stays so`() throws {
    let minimum = try MinimumGroup(people: 5)
    #expect(
      minimum.withheld(of: [20, 9, 7], beside: [true, false, false]) == [true, false, true])
  }
}
