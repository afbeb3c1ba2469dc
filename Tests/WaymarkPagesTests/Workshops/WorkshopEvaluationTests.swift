import Testing
import Waymark
import WaymarkBasics
import WaymarkTestSupport

@testable import WaymarkPages

struct WorkshopEvaluationTests {
  private func offer() throws -> WorkshopOffer {
    WorkshopOffer(
      id: try SampleAssessment.id("w"), title: LocalizedText("Listen | <b>well</b>"),
      description: LocalizedText("Listen in pairs."), minutes: 90, seats: 20, usDollars: 0,
      trainerDays: 1, place: .online, languages: [.english],
      serves: try SampleCatalogue.resource("r", [("talk.listen", 1, 2), ("talk.ask", 1, 2)]).serves)
  }

  /// People by step, whatever their levels were.
  private func steps(_ counts: [[Int: Int]], _ people: Int) -> LinkedSteps {
    var steps = LinkedSteps(statements: counts.count)
    steps.people = people
    for (place, counts) in counts.enumerated() {
      for (step, count) in counts {
        for _ in 0..<count { steps.add(at: place, before: 0, after: step) }
      }
    }
    return steps
  }

  private func evaluation(
    _ attended: [[Int: Int]], _ people: Int, others: ([[Int: Int]], Int)? = nil
  ) throws -> WorkshopEvaluation {
    let framework = try SampleFramework.small()
    return WorkshopEvaluation(
      try offer(),
      competencies: try ["talk.listen", "talk.ask"].map {
        try #require(framework.competency(try SampleAssessment.id($0)))
      }, attended: steps(attended, people), others: others.map { steps($0.0, $0.1) },
      minimumGroup: try MinimumGroup(people: 5))
  }

  // By hand: 6 up by 1, 2 the same, 2 down by 1: mean 0.4, sd sqrt(6.4 / 9) = 0.8433, so d 0.4743;
  // Cliff's delta of (2, 2, 6) over (2, 6, 2) on the steps -1, 0, 1: of 100 pairs 60 - 4 ... counted:
  // above 2*2 + 6*8 = 52, below 2*8 + 2*2 = 20: 0.32.
  @Test func `Those who attended are set beside the others, as counted by hand`() throws {
    let evaluation = try evaluation(
      [[1: 6, 0: 2, -1: 2], [1: 3]], 10, others: ([[1: 2, 0: 6, -1: 2], [0: 10]], 10))
    let listen = try #require(evaluation.rows.first)
    let change = try #require(listen.attended.value)
    #expect([change.up, change.same, change.down] == [6, 2, 2])
    #expect(abs(change.mean - 0.4) < 1e-12)
    #expect(abs((change.standardizedMean ?? 0) - 0.4 / (6.4 / 9).squareRoot()) < 1e-12)
    #expect(abs((listen.difference?.value ?? 0) - 0.32) < 1e-12)
    // Three people are too few; where one side is withheld there is no difference either.
    let ask = evaluation.rows[1]
    #expect(ask.attended == .none(.withheld) && ask.others?.value?.people == 10)
    #expect(ask.difference == nil)
    #expect(evaluation.attended == .value(10) && evaluation.others == .value(10))
  }

  // By hand: of 400 pairs 18 * 18 are above and 2 * 2 below, so that delta is 0.8; the mean changes are
  // 0.9 and 0.1 in one statement, 0.5 and 0.5 in the other.
  @Test(arguments: [
    (
      true,
      "Yes, as far as this can tell: in 1 of 2 statements those who attended rose more than the "
        + "others. On average +0.70 levels, the others +0.30 levels."
    ),
    (
      false,
      "No: in 1 of 2 statements those who attended rose less than the others. "
        + "On average +0.30 levels, the others +0.70 levels."
    ),
  ])
  func `Whether it helped is said first`(attendedMore: Bool, sentence: String) throws {
    let (more, less, even) = ([1: 18, 0: 2], [1: 2, 0: 18], [1: 10, 0: 10])
    let evaluation = try evaluation(
      [attendedMore ? more : less, even], 20, others: ([attendedMore ? less : more, even], 20))
    #expect(EvaluationWords().verdict(evaluation.verdict) == sentence)
    let json = try EvaluationPage(
      evaluation, before: try SampleCampaign.made(), after: try SampleCampaign.made(),
      minimumGroup: try MinimumGroup(people: 5), words: EvaluationWords()
    ).json()
    #expect(json.contains("\"summary\" : \"\(sentence) 20 people who attended"))
    let page = EvaluationPage(
      evaluation, before: try SampleCampaign.made(), after: try SampleCampaign.made(),
      minimumGroup: try MinimumGroup(people: 5), words: EvaluationWords()
    ).page
    #expect(page.charts([]).map(\.name) == ["changes"])
    let html = page.html
    #expect(html.contains("Attended: \(attendedMore ? 18 : 2) of 20 rose, 0 fell."))
    #expect(html.contains("Delta, 95 % interval"))
    #expect(html.contains("\(attendedMore ? "0.80" : "-0.80") ("))
  }

  // 18 up by 1 of 20 have a mean of 0.9; of 10 up and 10 the same beside the same there is no difference.
  @Test func `What is chance, what nobody can lay to it and what is too little is said too`() throws
  {
    let words = EvaluationWords()
    #expect(
      words.verdict(try evaluation([[1: 18, 0: 2], [0: 20]], 20).verdict)
        == "Levels rose in 1 of 2 statements: +0.45 levels on average. Whether by the workshop cannot be "
        + "told.")
    let even = [1: 10, 0: 10]
    #expect(
      words.verdict(try evaluation([even, [1: 3]], 20, others: ([even, even], 20)).verdict)
        == "It cannot be told from chance: in none of 1 statement did those who attended rise more, or "
        + "less, than the others. On average +0.50 levels, the others +0.50 levels.")
    #expect(try evaluation([[1: 4], [:]], 4).verdict == .cannotTell)
    // Too few of the others leave what those who attended said.
    let alone = try evaluation([[1: 18, 0: 2], [:]], 20, others: ([[1: 3], [:]], 3))
    #expect(
      words.verdict(alone.verdict)
        == "The levels of those who attended rose in 1 of 1 statement: +0.90 levels on average. Whether by "
        + "the workshop cannot be told: too few of the others gave a level both times to compare them."
    )
  }

  @Test func `Few people are never told, in no format`() throws {
    let evaluation = try evaluation([[1: 4], [:]], 4)
    let said = EvaluationPage(
      evaluation, before: try SampleCampaign.made(), after: try SampleCampaign.made(),
      minimumGroup: try MinimumGroup(people: 5), words: EvaluationWords())
    #expect(evaluation.rows[1].attended == .none(.noAnswers))
    let text = said.page.text()
    #expect(text.contains("fewer than 5 people") && !text.contains("4 up"))
    #expect(said.csv.contains("[c]") && !said.csv.contains(",4,"))
    let page = said.page.html
    #expect(page.contains("[c]") && !page.contains("<b>well"))
    #expect(try said.json().contains("[c]"))
    #expect(text.replacing("\n", with: " ").contains("It is not known who attended"))
  }
}
