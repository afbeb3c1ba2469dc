import Testing
import WaymarkBasics
import WaymarkTestSupport

@testable import Waymark

/// Which statements and areas a report names, and what it advises; all numbers counted by hand.
///
/// For a librarian 3, 4, 3, 3 and 2 are usual in `talk.listen`, `talk.ask`, `talk.teach`, `plan.time` and
/// `plan.money`; a statement that was skipped has no rating.
@Suite struct FindingTests {
  private func report(
    _ rows: [(people: Int, sheet: String)], workshops: [WorkshopOffer]? = nil,
    plan: StrategicPlan? = nil
  ) throws -> GapReport {
    let framework = try SampleFramework.small()
    let questions = try SampleBackground.small()
    var counter = SheetCounter(framework: framework, tables: [])
    for row in rows {
      let sheet = try #require(AnswerSheet(row.sheet, framework: framework))
      for _ in 0..<row.people {
        counter.add(sheet, role: RoleID("librarian"), framework: framework, questions: questions)
      }
    }
    var supplement = ReportExtras()
    supplement.workshops = workshops
    return GapReport(
      campaign: try SampleCampaign.made(), framework: framework, counts: try counter.counts(),
      plan: plan, supplement: supplement)
  }

  private func standingOut(_ report: GapReport) -> [String] {
    report.standingOut.map(\.row.id.description)
  }

  // All in talk.listen and talk.ask are below, none of 60 in plan.time.
  @Test(arguments: [(29, ["talk.ask"]), (30, ["talk.ask", "talk.listen"])])
  func `A statement is named from thirty people on`(people: Int, named: [String]) throws {
    let report = try report([(people, "2----"), (40, "-2---"), (60, "---3-")])
    #expect(standingOut(report) == named)
    guard case .furthest(_, let row, let below) = report.finding else {
      Issue.record("\(report.finding)")
      return
    }
    #expect(row.id.description == "talk.ask" && below.count == 40)
  }

  @Test func `Where none has thirty, one of the largest base is named, and nothing advised`()
    throws
  {
    let report = try report([(20, "2----"), (12, "-2---"), (20, "---3-")])
    #expect(standingOut(report) == ["talk.listen"])
    #expect(report.advice(2) == .fewCompared)
  }

  // 20 of 40 in four statements and 0 of 40 in plan.money: 0.1 above 80 of 200, the chance is 0.2.
  @Test func `What chance explains is not named`() throws {
    let report = try report([(20, "22222"), (20, "55555")])
    #expect(standingOut(report).isEmpty)
    #expect(report.finding == .nothingStandsOut(respondents: 40, report.sum))
    #expect(report.sum.below == 80 && report.sum.ratings == 200)
    #expect(report.advice(2) == .nothingStandsOut)
    let sum = report.sum
    let below = try #require(report.overall.competencies[0].below.value)
    // 2 * (1 - Phi(0.1 / sqrt(0.4 * 0.6 / 40))), by scipy.
    #expect(abs(sum.chance(of: below) - 0.196706) < 1e-5)
  }

  // 90 or 100 of 1000 in talk.listen and 10 of 1000 in plan.time.
  @Test(arguments: [(90, false), (100, true)])
  func `A statement in which fewer than one in ten are below is not named`(
    below: Int, isNamed: Bool
  ) throws {
    let report = try report([
      (below, "2----"), (1000 - below, "3----"), (10, "---2-"), (990, "---3-"),
    ])
    #expect(standingOut(report) == (isNamed ? ["talk.listen"] : []))
  }

  // 60 % of 30 is within chance of 968 of 2030, 55 % of 1000 is not.
  @Test func `A larger share that may be chance comes after one that is not`() throws {
    let report = try report([
      (18, "2----"), (12, "3----"), (550, "-2---"), (450, "-4---"), (400, "---2-"), (600, "---3-"),
    ])
    #expect(
      report.largestGaps(5).map(\.competency.id.description)
        == ["talk.ask", "talk.listen", "plan.time"])
    #expect(report.chanceComesLast)
    #expect(try !self.report([(40, "22222")]).chanceComesLast)
  }

  @Test func `No area is named where nobody is below or two intervals overlap`() throws {
    #expect(try report([(40, "55555")]).sum.furthestArea == .noneStandsOut)
    // 60 of 120 and 20 of 80, by 40 people each: 35 to 65 % and 14 to 40 %.
    #expect(try report([(20, "22222"), (20, "55555")]).sum.furthestArea == .noneStandsOut)
    #expect(try report([]).sum.furthestArea == .nothingCompared)
    guard case .area(let area, let below) = try report([(40, "22222")]).sum.furthestArea else {
      Issue.record("no area")
      return
    }
    #expect(area.id.description == "I" && below.count == 120)
  }

  private static let offers: [([(String, Int, Int)], String)] = [
    ([], "none"), ([("talk.ask", 1, 2)], "none"), ([("talk.listen", 2, 3)], "elsewhere"),
    ([("talk.listen", 3, 4)], "elsewhere"), ([("talk.listen", 1, 2)], "w1 takes 21"),
    ([("talk.listen", 2, 3), ("talk.listen", 1, 2)], "w2 takes 21"),
    ([("talk.listen", 1, 2), ("talk.listen", 1, 3)], "w2 takes 40"),
    ([("talk.listen", 1, 3), ("talk.listen", 1, 4)], "w1 takes 40"),
  ]

  // Of 40 who are below, 21 are on level 1 and 19 on level 2; 20 more are not below.
  @Test(arguments: offers)
  func `A workshop is offered that takes the most and at least half of those below further`(
    services: [(String, Int, Int)], expected: String
  ) throws {
    let workshops = try services.enumerated().map { place, service in
      try SamplePeople.workshop("w\(place + 1)", [service])
    }
    let report = try report(
      [(21, "1----"), (19, "2----"), (20, "3----")], workshops: workshops)
    #expect(try said(report) == expected)
  }

  private func said(_ report: GapReport) throws -> String {
    let listening: CompetencyID = try SampleAssessment.id("talk.listen")
    let offer = try #require(report.offers?[listening])
    return switch offer {
    case .noWorkshop: "none"
    case .startsElsewhere: "elsewhere"
    case .workshop(let workshop, .value(let people)): "\(workshop.id) takes \(people)"
    case .workshop(let workshop, .none): "\(workshop.id) takes some"
    }
  }

  @Test func `How many a workshop takes is not told where they are too few`() throws {
    let workshops = [try SamplePeople.workshop("w1", [("talk.listen", 1, 2)])]
    #expect(
      try said(report([(9, "1----"), (9, "2----")], workshops: workshops)) == "w1 takes some")
    #expect(
      try said(report([(10, "1----"), (9, "2----")], workshops: workshops)) == "w1 takes some")
    #expect(
      try said(report([(10, "1----"), (10, "2----")], workshops: workshops)) == "w1 takes 10")
    #expect(try report([(40, "22222")]).offers == nil)
  }

  // plan.time is first of all and speaks to no objective, talk.ask to one.
  @Test func `That nothing to do speaks to the plan is said where there is one`() throws {
    func missesPlan(_ limit: Int, _ plan: StrategicPlan?) throws -> Bool? {
      guard case .learn(_, let misses) = try report([(40, "22222")], plan: plan).advice(limit)
      else { return nil }
      return misses
    }
    #expect(try missesPlan(1, SamplePlan.small()) == true)
    #expect(try missesPlan(2, SamplePlan.small()) == false)
    #expect(try missesPlan(1, nil) == false)
  }
}
