import Testing
import WaymarkBasics

@Suite struct ClosestNameTests {
  // Distances counted by hand.
  @Test(
    arguments: [
      ("pln", ["plan", "play"], "plan"), ("PLAN", ["play", "plan"], "plan"),
      ("niños", ["ninos", "nidos"], "ninos"), ("kitten", ["sitting"], nil),
      ("client.respct", ["client.welcome", "client.respect"], "client.respect"),
      ("abcdef", ["abcxyf", "abcxef"], "abcxef"), ("x", [], nil), ("ab", ["ba"], "ba"),
      ("direc", ["partly", "direct"], "direct"),
    ] as [(String, [String], String?)])
  func `The nearest name is suggested when it is near`(
    _ text: String, _ candidates: [String], _ nearest: String?
  ) {
    #expect(text.closest(among: candidates) == nearest)
  }

  @Test(arguments: [
    ("framwork", "framework"), ("FRAMEWORK", "framework"), ("hlep", "help"), ("stroe", "store"),
    ("privcy", "privacy"), ("hel", "help"),
  ])
  func `A slip of the fingers finds the name that was meant`(typed: String, meant: String) {
    let names = ["framework", "help", "privacy", "store"]
    #expect(typed.closest(among: names) == meant)
  }

  @Test(arguments: ["", "x", "assess", "hpel-me"])
  func `A text that is far from every name finds none`(typed: String) {
    #expect(typed.closest(among: ["framework", "help", "privacy", "store"]) == nil)
  }

  @Test func `Of two names that are equally near the first is found`() {
    #expect("bat".closest(among: ["cat", "bet"]) == "cat")
    #expect("abc".closest(among: ["abcd", "abc"]) == "abc")
  }

  @Test func `A text that is too long for a name is compared with nothing`() {
    let name = String(repeating: "a", count: 300)
    #expect(name.closest(among: [name + "b"]) == nil)
  }

  @Test func `Nothing is near to an empty text`() {
    #expect("".closest(among: ["I", "V"]) == nil)
  }
}
