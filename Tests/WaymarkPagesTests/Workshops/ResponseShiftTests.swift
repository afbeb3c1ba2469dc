import Testing
import WaymarkBasics
import WaymarkTestSupport

@testable import Waymark
@testable import WaymarkPages

/// The change of a workshop's people beside where they say, looking back, that they were.
///
/// Expected values: scipy 1.17.1 and pingouin 0.7.0 through Tests/References/expected_estimates.py, from the
/// same levels.
struct ResponseShiftTests {
  private static let before = [2, 3, 3, 2, 4, 3, 1, 2, 3, 5]
  private static let then = [1, 2, 3, 2, 3, 3, 1, 1, 2, 5]
  private static let after = [3, 3, 4, 3, 3, 4, 3, 2, 4, 4]
  private static let othersChange = [0, 0, 1, -1, 0, 1, 0, -1]

  /// - Parameters:
  ///   - lookedBack: how many of the ten looked back, the first ones.
  ///   - others: whether it is known who attended.
  private func evaluation(lookedBack: Int = 10, others: Bool = false) throws -> WorkshopEvaluation {
    let framework = try SampleFramework.small()
    var steps = LinkedSteps(statements: 2)
    for person in Self.before.indices {
      steps.people += 1
      steps.add(
        at: 0, before: Self.before[person], after: Self.after[person],
        then: person < lookedBack ? Self.then[person] : nil)
      steps.add(at: 1, before: 1, after: 1)
    }
    var rest = LinkedSteps(statements: 2)
    for change in Self.othersChange {
      rest.people += 1
      rest.add(at: 0, before: 2, after: 2 + change)
    }
    let id: ID<WorkshopOffer> = try SampleAssessment.id("w")
    return WorkshopEvaluation(
      WorkshopOffer(
        id: id, title: LocalizedText("Listen"), description: LocalizedText("In pairs."),
        minutes: 90, seats: 20, usDollars: 0, trainerDays: 1, place: .online,
        languages: [.english], serves: []),
      competencies: Array(framework.competencies.prefix(2)), attended: steps,
      others: others ? rest : nil, minimumGroup: try MinimumGroup(people: 5))
  }

  private func page(_ evaluation: WorkshopEvaluation) throws -> EvaluationPage {
    EvaluationPage(
      evaluation, before: try SampleCampaign.made(), after: try SampleCampaign.made(),
      minimumGroup: try MinimumGroup(people: 5), words: EvaluationWords())
  }

  private func isEqual(
    _ change: PairedChange?, _ counts: [Int], _ numbers: [Double]
  ) throws -> Bool {
    let change = try #require(change)
    let interval = try #require(change.interval)
    let found = [
      change.mean, interval.lowerBound, interval.upperBound, try #require(change.standardizedMean),
    ]
    return [change.up, change.same, change.down] == counts
      && zip(found, numbers).allSatisfy { abs($0 - $1) < 1e-9 }
  }

  @Test func `Every number of an evaluation is that of other programs`() throws {
    let row = try #require(try evaluation(others: true).rows.first)
    #expect(
      try isEqual(
        row.attended.value, [6, 2, 2],
        [0.5, -0.1952019510600531, 1.1952019510600531, 0.5144957554275266]))
    #expect(
      try isEqual(
        row.sinceThen?.value, [8, 1, 1],
        [1.0, 0.3255550410926874, 1.6744449589073125, 1.0606601717798212]))
    #expect(
      try isEqual(
        row.shift?.value, [0, 5, 5],
        [-0.5, -0.8770261937997008, -0.12297380620029913, -0.9486832980505138]))
    let delta = try #require(row.difference)
    let interval = try #require(delta.interval)
    #expect(abs(delta.value - 0.325) < 1e-9)
    #expect(abs(interval.lowerBound + 0.2285969740119982) < 1e-9)
    #expect(abs(interval.upperBound - 0.719768098051988) < 1e-9)
  }

  @Test func `The shift is said in plain words, and stands in every format`() throws {
    let said = try page(try evaluation())
    let text = said.page.text().replacing("\n  ", with: " ")
    #expect(
      text.contains(
        "Looking back, 10 people rate where they were 0.50 levels lower than they did at the time "
          + "(-0.88 to -0.12). Measured from there, the change is 1.00 levels (0.33 to 1.67)."),
      "\(text)")
    // Nobody looked back on the second statement.
    #expect(text.contains("Looking back: nobody gave a level."))
    #expect(text.replacing("\n", with: " ").contains("response shift (Howard 1980)"))
    let rows = said.csv.split(separator: "\r\n")
    #expect(
      rows[0].hasSuffix(
        ",since_then_n,since_then_up,since_then_same,since_then_down,since_then_mean,since_then_low,"
          + "since_then_high,since_then_d,shift_n,shift_up,shift_same,shift_down,shift_mean,shift_low,"
          + "shift_high,shift_d"))
    #expect(
      rows[1].hasSuffix(
        ",10,8,1,1,1.0000,0.3256,1.6744,1.0607,10,0,5,5,-0.5000,-0.8770,-0.1230,-0.9487"))
    let page = said.page.html
    #expect(page.contains("<h2>Looking back</h2>") && page.contains("-0.88 to -0.12"))
    #expect(try said.json().contains("\"shiftMean\" : -0.5,"))
  }

  @Test func `Where nobody looked back nothing is said of it`() throws {
    let evaluation = try evaluation(lookedBack: 0)
    #expect(evaluation.rows.allSatisfy { $0.shift == nil && $0.sinceThen == nil })
    let said = try page(evaluation)
    for text in [
      said.page.text(), said.csv, said.page.html, try said.json(),
    ] {
      #expect(!text.lowercased().contains("looking back") && !text.contains("shift"))
    }
  }

  // By hand: the first four of then - before are -1, -1, 0, 0.
  @Test func `Four who looked back are withheld, whoever else answered twice`() throws {
    let evaluation = try evaluation(lookedBack: 4)
    #expect(evaluation.rows[0].shift == .none(.withheld))
    #expect(evaluation.rows[0].sinceThen == .none(.withheld))
    #expect(evaluation.rows[0].attended.value?.people == 10)
    let said = try page(evaluation)
    #expect(said.page.text().contains("Looking back: withheld, too few people."))
    #expect(said.csv.contains("[c],[c],[c],[c],[c],[c],[c],[c],[c]"))
    #expect(!(try said.json().contains("\"shiftN\" : 4")))
  }

  @Test func `Five who looked back are told, and those who did not shift are told so`() throws {
    var steps = LinkedSteps(statements: 1)
    for _ in 1...5 { steps.add(at: 0, before: 2, after: 3, then: 2) }
    #expect(steps.shift == [[0: 5]] && steps.sinceThen == [[1: 5]] && steps.steps == [[1: 5]])
    let evaluation = WorkshopEvaluation(
      try self.evaluation().workshop,
      competencies: Array(try SampleFramework.small().competencies.prefix(1)), attended: steps,
      others: nil, minimumGroup: try MinimumGroup(people: 5))
    #expect(
      (try page(evaluation)).page.text().replacing("\n  ", with: " ").contains(
        "Looking back, 5 people rate where they were as high as they did at the time (0.00 to 0.00)."
      ))
  }
}
