import Testing
import WaymarkBasics

@testable import Waymark
@testable import WaymarkPages

/// Sentences of a report whose form depends on numbers.
@Suite struct ReportWordsTests {
  private let words = Words.english.report

  private func below(_ count: Int, of total: Int, people: Int) throws -> GapReport.Below {
    try #require(
      GapReport.Below(count: count, total: total, people: people, further: 0, above: 0))
  }

  // 43 of 100 is a share, 12 of 29 are people.
  @Test(arguments: [
    (43, 100, 100, "43 %", "43 % of 100 ratings", "43 % of the 100 people"),
    (12, 29, 29, "12 of 29", "12 of 29 ratings", "12 of the 29 people"),
    (15, 60, 30, "25 %", "25 % of 60 ratings", "25 % of the 60 people"),
  ])
  func `Fewer than thirty people are counts, others shares`(
    count: Int, total: Int, people: Int, share: String, ratings: String, said: String
  ) throws {
    let below = try below(count, of: total, people: people)
    #expect(words.figures.share(below) == share)
    #expect(words.figures.shareOfRatings(below) == ratings)
    #expect(words.figures.people(below) == said)
  }

  @Test(arguments: [
    (true, 0, 0, "every figure", "it"), (false, 1, 0, "1 group", "it"),
    (false, 2, 0, "2 groups", "them"), (false, 0, 1, "1 statement for everybody", "it"),
    (false, 1, 1, "1 group and 1 statement for everybody", "them"),
    (true, 3, 2, "every figure and 3 groups and 2 statements for everybody", "them"),
  ])
  func `What is withheld is counted, never how large it is`(
    everything: Bool, groups: Int, statements: Int, said: String, behind: String
  ) {
    #expect(
      words.withheld(everything: everything, groups: groups, statements: statements, minimum: 10)
        == "Withheld and written [c]: \(said), as fewer than 10 people stand behind "
        + "\(behind).")
  }

  @Test(arguments: [
    (-0.12, -0.2...(-0.04), "12 points fewer are below usual (95 % interval -20 to -4)"),
    (0.01, nil, "1 point more are below usual"), (0.004, nil, "as many are below usual"),
  ])
  func `A change is said in points of per cent`(
    difference: Double, interval: ClosedRange<Double>?, said: String
  ) {
    let change = Change(difference: difference, interval: interval)
    #expect(words.plan.change(change, since: "Spring") == "Since “Spring”, \(said).")
  }

  @Test(arguments: [
    (StrategicPlan.Measure.no, "Not measurable from self-assessment."),
    (.use, "That people use the questionnaire says more than the levels do."),
    (.weak, "Self-ratings only hint at it."),
    (.partly, "Self-ratings speak to a part of it."),
    (.direct, "Self-ratings speak to it directly."),
  ])
  func `How far self-ratings reach is said of each objective`(
    measure: StrategicPlan.Measure, said: String
  ) {
    #expect(words.plan.measure(measure) == said)
  }

  @Test func `Who answered is said with what they gave, where that is known`() {
    #expect(
      words.plan.whoAnswered(1, minimum: 10, completion: (given: 3, asked: 4))
        == "What does speak: 1 person answered, and gave 75 % of the answers asked for.")
    #expect(
      words.plan.whoAnswered(nil, minimum: 10, completion: nil)
        == "What does speak: fewer than 10 people answered.")
    #expect(
      words.plan.notShown(120, minimum: 10)
        == "That 120 people answered shows how far the questionnaire reached; it is no measure of this "
        + "objective.")
    #expect(
      words.plan.notShown(nil, minimum: 10)
        == "That fewer than 10 people answered shows how far the questionnaire reached; it is no "
        + "measure of this objective.")
    #expect(
      words.plan.willing([(question: "Mentor", people: 4), (question: "Teach", people: 2)], of: 9)
        == "Of 9 people so many said yes: Mentor 4; Teach 2.")
  }

  @Test func `What managers say that the service needs stands beside the levels of staff`() {
    let service = words.population.service
    #expect(
      service.needed(12, now: (higher: 3, of: 60), later: (higher: 40, of: 58))
        == "12 managers said what their service needs. Of the statements that can be compared they "
        + "need a higher level now than staff have in 3 of 60, and in five years in 40 of 58.")
    #expect(
      service.largestGaps([
        (statement: "Listening", needed: 4, staff: 2), (statement: "Asking", needed: 3, staff: 2),
      ]) == "Largest gaps now: Listening (needed 4, staff 2), Asking (needed 3, staff 2).")
  }

  @Test func `Weights that cost much, are cut or lack answers say so`() {
    let weighted = words.population.weighted
    #expect(
      weighted.worth(100, 41.2, isWeak: true)
        == "The 100 people are worth 41 without weights, less than half: take care.")
    #expect(
      weighted.cut(3, marginError: 0.0123)
        == "Weights are cut at 3.0 times the mean, which leaves a margin 1.2 % off.")
    let start = "12 people left an answer out that the weights need: they "
    #expect(weighted.unanswered(12, .meanWeight) == start + "keep the mean weight.")
    #expect(weighted.unanswered(12, .leftOut) == start + "are left out.")
  }

  @Test func `One statement is spoken of as one`() {
    #expect(words.charts.largest(1, order: [])[0].hasPrefix("The statement that the largest share"))
    #expect(
      words.charts.largest(10, order: [])[0].hasPrefix("The 10 statements that the largest share"))
    #expect(words.charts.largest(10, order: ["So."]).dropFirst() == ["So."])
    #expect(!words.charts.barsCaption(few: nil).contains("Statements"))
    #expect(
      words.charts.barsCaption(few: 30).contains(" Statements with fewer than 30 people"))
    #expect(words.plan.noShare(1, .withheld).hasPrefix("1 statement speaks to it; no share: "))
    #expect(words.plan.noShare(2, .noTarget).hasPrefix("2 statements speak to it; no share: "))
  }

  @Test func `Where dots are too many to be numbered, it is said which ones are`() {
    #expect(words.charts.right(numbered: 4, of: 4).contains("dots are those in the upper right,"))
    #expect(
      words.charts.right(numbered: 10, of: 14)
        .contains("dots are the 10 furthest from usual of the 14 in the upper right,"))
  }

  @Test(arguments: [
    (-0.031, "\u{2212}3 points"), (0.014, "+1 point"), (0.004, "0 points"), (0.12, "+12 points"),
  ])
  func `A change of a share is told in points`(difference: Double, words: String) {
    #expect(CommonWords().points(difference) == words)
  }
}
