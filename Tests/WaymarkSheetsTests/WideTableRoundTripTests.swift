import Testing
import Waymark
import WaymarkBasics
import WaymarkSheets
import WaymarkTestSupport

@Suite struct WideTableRoundTripTests {
  @Test(arguments: 0..<20)
  func `A table of random responses is read back to the same responses`(seed: UInt64) throws {
    var random = SampleRandom(seed: seed)
    let framework = try SampleFramework.small()
    let background = try SampleBackgroundQuestions.small()
    let responses = (0..<50).map { number in
      response(
        number, framework: framework, background: background, random: &random)
    }
    let text = WideTableText(framework: framework, background: background)
    let csv = text.header + responses.map(text.line).joined()

    var table = WideTable(file: "f.csv", framework: framework, background: background)
    let read = try CSVReader.rows(of: Array(csv.utf8), file: "f.csv").compactMap {
      table.read($0)
    }
    try table.finish()
    #expect(
      read
        == responses.map { CodedResponse($0, framework: framework, background: background) })
    #expect(table.rowCount == 50)
  }

  private func response(
    _ number: Int, framework: Framework, background: BackgroundQuestions,
    random: inout SampleRandom
  ) -> Response {
    let choices: [Answer?] =
      framework.scale.steps.map { .level($0.level) } + [
        .notPartOfMyWork, .cannotJudge, .skipped, nil,
      ]
    var answers: [CompetencyID: Answer] = [:]
    for competency in framework.competencies {
      answers[competency.id] = choices.randomElement(using: &random) ?? nil
    }
    var chosen: [ID<BackgroundQuestions.Field>: [ID<BackgroundQuestions.Option>]] = [:]
    for field in background.fields {
      switch field.choice {
      case .one: chosen[field.id] = field.options.randomElement(using: &random).map { [$0.id] }
      case .many:
        let some = field.options.filter { _ in Bool.random(using: &random) }
        if !some.isEmpty { chosen[field.id] = some.map(\.id) }
      }
    }
    let names = ["made-up-\(number)", "a,\(number)", "say \"\(number)\"", "é\(number)"]
    return Response(
      id: names.randomElement(using: &random) ?? "", revision: 1, link: nil, month: nil,
      role: Bool.random(using: &random) ? framework.roles.randomElement(using: &random)?.id : nil,
      answers: answers, importance: Assessment.Importance(), background: chosen)
  }
}
