import Testing
import WaymarkBasics

@testable import Waymark

/// How many answered, by a grouping whose sum is known.
@Suite struct TurnoutTests {
  // Three alone would be told by the sum, so that the smallest other group is withheld too.
  @Test(
    arguments: [
      ([20, 9, 3], [20, nil, nil]), ([20, 9, 0], [20, 9, 0]), ([2, 2, 9], [nil, nil, nil]),
      ([3, 3, 9], [nil, nil, 9]), ([5, 6, 7], [5, 6, 7]),
    ] as [([Int], [Int?])])
  func `Few who answered are not told by the others either`(answered: [Int], told: [Int?]) {
    let invited = (1...3).map { Campaign.Invited(grouping: "state", group: "s\($0)", people: 30) }
    let all = Campaign.Invited(grouping: Grouping.everybody, group: "all", people: 90)
    let turnout = Turnout([all] + invited, answered: [answered.reduce(0, +)] + answered)
    #expect(turnout.rows.dropFirst().map(\.answered.value) == told)
  }
}
