import Testing
import Waymark

@Suite struct ClosestNameTests {
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
}
