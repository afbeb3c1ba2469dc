import Testing

@testable import Waymark
@testable import WaymarkPages

/// Sentences whose form depends on the numbers in them.
@Suite struct WorkshopWordsTests {
  private let season = SeasonWords()
  private let evaluation = EvaluationWords()
  private let cohort = CohortWords()

  @Test(
    arguments: [
      (.tooFew, "Fewer than 5 people answered: nothing is planned for them."),
      (.nobody, "Nobody answered: there is nothing to plan for."),
      (
        .nothingCompared(hasUsualLevels: true),
        "Nobody can be compared with a usual level: too few people answered who have a role that asks "
          + "for a statement."
      ),
      (.nothingLacking(people: 7), "All 7 people are at or above what is usual for their role."),
      (.noWorkshops, "There is no workshop to choose from."),
      (.noSessionAllowed, "No session is allowed: nothing is planned."),
      (
        .nothingFits,
        "No workshop fits these limits and finds 8 people or more whom it would help; raise the "
          + "limits, or see what is lacking with: waymark report."
      ), (.planned, nil),
    ] as [(SeasonReport.Finding, String?)])
  func `Why nothing is planned is said in a sentence`(
    finding: SeasonReport.Finding, sentence: String?
  ) {
    #expect(season.nothing(finding, fewest: 5, least: 8) == sentence)
  }

  @Test func `A plan of one session is told in the singular`() {
    let outcome = SeasonReport.Outcome(
      people: 12, closed: 5, lacking: 20, bound: 5, gapToBound: 0)
    #expect(
      season.planned(1, seats: 8, outcome)
        == "1 session with 8 seats closes 5 of 20 levels (25.0 %) lacking among 12 people: 0.6 a seat."
    )
    #expect(
      season.planned(3, seats: 8, outcome).hasPrefix("3 sessions with 8 seats close 5 of 20"))
    #expect(
      season.cost(1, minutes: 150, usDollars: 90)
        == "It takes 2 hours 30 minutes and costs 90 US dollars.")
    #expect(
      season.cost(2, minutes: 90, usDollars: 90) == "They take 90 minutes and cost 90 US dollars.")
  }

  @Test(
    arguments: [
      (["6 from Ohio"], nil, "Invite 6 from Ohio."),
      (["6 from Ohio"], (3, 2), "Invite 6 from Ohio, 3 from 2 other regions."),
      ([], (3, 2), "Invite 3 from 2 regions."),
    ] as [([String], (Int, Int)?, String)])
  func `Whom to invite names the regions that may be told`(
    groups: [String], rest: (Int, Int)?, sentence: String
  ) {
    let rest = rest.map { (seats: $0.0, regions: $0.1) }
    #expect(season.invite(groups, rest: rest) == sentence)
  }

  @Test(
    arguments: [
      (
        .reachable(1, of: 3000),
        "Ohio: 10.0 % of its need instead of 60 %, because workshops lead to less than 0.1 % at "
          + "most from where its people are, and the limits allow no more of them."
      ),
      (
        .sessionsTaken(4),
        "Ohio: 10.0 % of its need instead of 60 %, because all 4 sessions that there may be are "
          + "taken."
      ),
      (
        .limits,
        "Ohio: 10.0 % of its need instead of 60 %, because the limits allow no more sessions there "
          + "beside what other regions are to have."
      ),
    ] as [(SeasonReport.Shortfall.Reason, String)])
  func `Why a region gets less is said with how much it gets`(
    reason: SeasonReport.Shortfall.Reason, sentence: String
  ) {
    let part = SeasonReport.Shortfall.Part(closed: 3, lacking: 30)
    #expect(season.shortfall("Ohio", part, floor: 60, reason) == sentence)
  }

  @Test(
    arguments: [
      (6, 5, false, "6 people who attended, and 5 people who did not, "),
      (1, nil, false, "1 person who attended, and fewer than 5 people who did not, "),
      (
        nil, 9, true,
        "Fewer than 5 people who said that they attended, and 9 people who did not say so, "
      ),
    ] as [(Int?, Int?, Bool, String)])
  func `Who attended is told from who said so`(
    attended: Int?, others: Int?, haveSaid: Bool, beginning: String
  ) {
    #expect(
      evaluation.attended(
        attended, others: others, haveSaid: haveSaid, fewest: 5, between: ("spring", "fall"))
        == beginning + "answered both 'spring' and 'fall' and agreed to be compared.")
  }

  @Test func `One who is below is told in the singular`() {
    #expect(
      cohort.below(1, of: 9, missing: 1)
        == "1 of the 9 whose role asks for it is below what is usual, by 1 level together.")
    #expect(
      cohort.below(2, of: 9, missing: 3)
        == "2 of the 9 whose role asks for it are below what is usual, by 3 levels together.")
    #expect(
      cohort.alsoBelow(1, in: "Listen")
        == "Of those below, 1 is below in Listen too, which comes before it.")
    let source = cohort.source(
      ["spring", "fall"],
      where: [
        Cohort.Condition(grouping: "locale", groups: ["rural", "town"]),
        Cohort.Condition(grouping: "role", groups: ["librarian"]),
      ])
    #expect(
      cohort.people(1, source)
        == "1 person of the campaigns spring, fall, where locale is rural or town and role is "
        + "librarian.")
  }
}
