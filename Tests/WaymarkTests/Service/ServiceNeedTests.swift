import Testing
import WaymarkBasics
import WaymarkTestSupport

@testable import Waymark

/// What a service needs, counted by hand.
@Suite struct ServiceNeedTests {
  @Test(
    arguments: [
      ([0, 0, 0], nil), ([1, 0, 0], 1), ([0, 1, 1], 2), ([1, 1, 1], 2), ([2, 0, 2], 1),
      ([2, 0, 3], 3), ([0, 0, 4], 3),
    ] as [([Int], Int?)])
  func `The median of an even number is the lower one of the two in the middle`(
    counts: [Int], median: Int?
  ) {
    #expect(Statistics.lowerMedian(countsByLevel: counts) == median)
  }

  private func need(_ sheets: [(String, String)]) throws -> ServiceNeed? {
    let framework = try SampleFramework.small()
    return ServiceNeed(
      try sheets.map {
        (
          now: try #require(AnswerSheet($0.0, framework: framework)),
          inFiveYears: try #require(AnswerSheet($0.1, framework: framework))
        )
      }, framework: framework, minimumGroup: try MinimumGroup(people: 5))
  }

  @Test func `Levels are counted by statement, and what fewer than five said is withheld`() throws {
    // talk.listen now: 2 3 3 4 5 5, the third of six is 3; then 4 4 5 5 5 5, the third is 5.
    // talk.ask now has four levels beside one 0 and one 9; talk.teach nobody judged.
    let found = try need([
      ("239-.", "44955"), ("33911", "44955"), ("33911", "52955"), ("43911", "52955"),
      ("50911", "52955"), ("59911", "51955"),
    ])
    let need = try #require(found)
    #expect(need.people == .value(6))
    #expect(need.now[0].value.map { [$0.people, $0.median] } == [6, 3])
    #expect(need.inFiveYears[0].value.map { [$0.people, $0.median] } == [6, 5])
    #expect(need.now[1] == .none(.withheld))
    // 1 2 2 2 4 4: the third is 2.
    #expect(need.inFiveYears[1].value?.median == 2)
    #expect(need.now[2] == .none(.noAnswers))
    #expect(need.now[3].value?.people == 5)
  }

  @Test func `Of fewer than five people nothing is in the value, and of nobody there is none`()
    throws
  {
    let few = try #require(try need(Array(repeating: ("33333", "44444"), count: 4)))
    #expect(few.people == .none(.withheld))
    #expect((few.now + few.inFiveYears).allSatisfy { $0 == .none(.withheld) })
    #expect(try need([]) == nil)
  }
}
