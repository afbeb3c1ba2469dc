import Testing
import Waymark
import WaymarkBasics
import WaymarkTestSupport

@testable import WaymarkPages

struct CohortNeedsTests {
  // Targets: talk.listen 2/3, talk.ask 2/4, talk.teach -/3, plan.time 2/3, plan.money -/2; talk.ask
  // builds on talk.listen. By hand: listen is below for b by 2 and for c by 1; ask for b alone by 3, who
  // is below in listen too; the last has no role and is compared with nothing.
  @Test func `Needs are those below their own role's level, as counted by hand`() throws {
    var needs = CohortNeeds(framework: try SampleFramework.small())
    needs.add(try SamplePeople.record("a", "24300", role: 0))
    needs.add(try SamplePeople.record("b", "11-32", role: 1))
    needs.add(try SamplePeople.record("c", "1951.", role: 0))
    needs.add(try SamplePeople.record("d", "55555", role: nil))
    let rows = Dictionary(
      uniqueKeysWithValues: needs.rows.map { ($0.competency.id.description, $0) })
    let listen = try #require(rows["talk.listen"])
    #expect(needs.people == 4 && listen.rated == 4 && listen.compared == 3)
    #expect(listen.below == 2 && listen.missing == 3)
    #expect(!listen.isForFew)
    #expect(listen.levels == [2, 1, 0, 0, 1] && listen.couldTeach == 1)
    let ask = try #require(rows["talk.ask"])
    #expect(ask.rated == 3 && ask.compared == 2 && ask.below == 1 && ask.missing == 3)
    #expect(ask.lacking == [try SampleAssessment.id("talk.listen"): 1])
    #expect(needs.needs.map(\.missing) == [3, 3, 1])
  }

  @Test func `Members answered as the conditions say, and have a listed id`() throws {
    let cohort = Cohort(
      id: try SampleAssessment.id("c"), campaigns: [],
      conditions: [
        .init(grouping: "division", groups: ["pacific", "east-north-central"]),
        .init(grouping: "role", groups: ["ASSISTANT"]),
      ], responses: ["a", "b", "c"])
    let membership = try Cohort.Membership(
      cohort, framework: SampleFramework.small(), background: SampleBackground.small())
    #expect(membership.holds(try SamplePeople.record("a", "11111", role: 0, state: "CA")))
    #expect(membership.holds(try SamplePeople.record("b", "11111", role: 0, state: "OH")))
    #expect(!membership.holds(try SamplePeople.record("b", "11111", role: 1, state: "OH")))
    #expect(!membership.holds(try SamplePeople.record("c", "11111", role: 0, state: "NY")))
    #expect(!membership.holds(try SamplePeople.record("c", "11111", role: 0)))
    #expect(!membership.holds(try SamplePeople.record("d", "11111", role: 0, state: "OH")))
  }

  @Test func `Conditions that name what there is not are told, all of them`() throws {
    let cohort = Cohort(
      id: try SampleAssessment.id("c"), campaigns: [],
      conditions: [
        .init(grouping: "state", groups: ["OX", "OH"]), .init(grouping: "years", groups: ["9"]),
      ])
    let error = #expect(throws: Findings<ReportProblem>.self) {
      try Cohort.Membership(
        cohort, framework: SampleFramework.small(), background: SampleBackground.small())
    }
    #expect(error?.listed.count == 2)
  }

  @Test(arguments: [4, 5])
  func `Nothing is said of a cohort of fewer than five`(people: Int) throws {
    var needs = CohortNeeds(framework: try SampleFramework.small())
    for person in 0..<people { needs.add(try SamplePeople.record("\(person)", "11111", role: 0)) }
    let said = CohortPage(
      Cohort(id: try SampleAssessment.id("c"), campaigns: [try SampleAssessment.id("x")]),
      CohortReport(needs, minimumGroup: try MinimumGroup(people: 5)), isMadeUp: false,
      words: CohortWords())
    #expect(said.page.text().contains("nothing is said of them") == (people == 4))
    #expect(said.csv.contains(",5,5,") == (people == 5))
    #expect(!said.csv.contains(",4,4,"))
    #expect(said.page.html.contains("<table") == (people == 5))
    #expect(try said.json().contains("\"n\" : 5") == (people == 5))
  }

  /// Seven of seven below, or all on level 1, is what each of the seven answered.
  @Test(arguments: [7, 10])
  func `Of fewer than ten people it is said roughly how many are below`(people: Int) throws {
    var needs = CohortNeeds(framework: try SampleFramework.small())
    for person in 0..<people {
      let sheet = person < 2 ? "11222" : "12222"
      needs.add(try SamplePeople.record("\(person)", sheet, role: 0))
    }
    let report = CohortReport(needs, minimumGroup: try MinimumGroup(people: 5))
    let isMany = people == 10
    switch report.rows[0].comparison.value?.extent {
    case .counted(let shortfall)?:
      #expect(isMany && shortfall.below == 10 && shortfall.missing == 10)
    case .moreThanHalf?: #expect(!isMany)
    default: Issue.record("nothing is said of how many are below")
    }
    #expect(report.rows[0].levels.value?.hasTeacher == false)
    #expect(report.rows[0].levels.value?.room?.counts == (isMany ? [10, 0, 0, 0, 0] : nil))
    let said = CohortPage(
      Cohort(id: try SampleAssessment.id("c"), campaigns: [try SampleAssessment.id("x")]), report,
      isMadeUp: false, words: CohortWords())
    let text = said.page.text()
    #expect(text.contains("10 of the 10 whose role asks for it") == isMany)
    #expect(text.contains("Most of the 7") == !isMany)
    #expect(text.contains("Some of the 7") == !isMany)
    #expect(said.csv.contains(",7,7,[c],[c],everyone,[c],[c],[c],") == !isMany)
  }

  /// Three of six rated the second statement, and the role of two asks for it.
  @Test func `What is withheld is not in the value`() throws {
    var needs = CohortNeeds(framework: try SampleFramework.small())
    for person in 0..<6 {
      let sheet = person < 3 ? "12222" : "1----"
      needs.add(try SamplePeople.record("\(person)", sheet, role: 0))
    }
    let report = CohortReport(needs, minimumGroup: try MinimumGroup(people: 5))
    #expect(report.people == .value(6) && report.rows[0].levels.value?.rated == 6)
    #expect(report.rows[1].levels == .none(.withheld))
    #expect(report.rows[1].comparison == .none(.withheld))
    #expect(report.needs.map(\.row.competency.id.description) == ["talk.listen"])
  }
}
