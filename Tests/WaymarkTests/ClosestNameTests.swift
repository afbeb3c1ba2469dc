import Testing

@testable import Waymark

@Suite struct ClosestNameTests {
  // Distances counted by hand.
  @Test(
    arguments: [
      ("pln", ["plan", "play"], "plan"), ("PLAN", ["play", "plan"], "plan"),
      ("niños", ["ninos", "nidos"], "ninos"), ("kitten", ["sitting"], nil),
      ("client.respct", ["client.welcome", "client.respect"], "client.respect"),
      ("abcdef", ["abcxyf", "abcxef"], "abcxef"), ("x", [], nil), ("", ["a"], "a"),
      ("ab", ["ba"], nil), ("direc", ["partly", "direct"], "direct"),
    ] as [(String, [String], String?)])
  func `The nearest name is suggested when it is near`(
    _ text: String, _ candidates: [String], _ nearest: String?
  ) {
    #expect(text.closest(among: candidates) == nearest)
  }
}
