import FoundationEssentials
import Testing
import WaymarkBasics
import WaymarkTestSupport

@testable import Waymark
@testable import WaymarkPages

/// The very short form: the statements of one workshop, one after the other.
struct ShortFormTests {
  private let title = LocalizedText("Listen \u{1B}[31mwell")

  private func framework() throws -> Framework {
    try SampleFramework.small().asking(
      only: [
        try SampleAssessment.id("talk.ask"), try SampleAssessment.id("plan.time"),
        try SampleAssessment.id("plan.money"),
      ])
  }

  private func type(_ lines: [String], into questionnaire: inout Questionnaire)
    -> [Questionnaire.Effect]
  {
    var effects: [Questionnaire.Effect] = []
    for line in lines { effects = questionnaire.receive(questionnaire.input(typed: line)) }
    return effects
  }

  private func text(_ screen: Questionnaire.Screen, of state: Questionnaire) -> String {
    QuestionnaireText(
      framework: state.framework, language: .english, style: TextStyle(), answersByKey: false,
      words: Words.english.questionnaire
    ).text(screen, of: state)
  }

  @Test func `Areas are not chosen and nothing is picked: three answers lead to the end`() throws {
    var questionnaire = Questionnaire(
      try framework(), occasion: .init(view: .now, workshop: title), role: .settled(nil))
    let first = questionnaire.start()
    #expect(questionnaire.prompt == .question(try SampleAssessment.id("talk.ask")))
    #expect(first.contains(.show(.welcome)))
    let effects = type(["3", "s"], into: &questionnaire)
    #expect(questionnaire.prompt == .question(try SampleAssessment.id("plan.money")))
    #expect(!effects.contains { if case .show(.picks) = $0 { true } else { false } })
    #expect(type(["2"], into: &questionnaire).last == .show(.review))
    #expect(
      type(["f"], into: &questionnaire) == [.keep(.finished), .show(.finished), .leave])
    // One of the three was skipped.
    #expect(
      text(.finished, of: questionnaire) == "2 of 3 answered. Finished and saved.\n")
  }

  @Test func `One step back leads across areas`() throws {
    var questionnaire = Questionnaire(
      try framework(), occasion: .init(view: .now, workshop: title), role: .settled(nil))
    _ = questionnaire.start()
    _ = type(["3", "b"], into: &questionnaire)
    #expect(questionnaire.prompt == .question(try SampleAssessment.id("talk.ask")))
  }

  @Test func `The welcome names the workshop and how little it takes`() throws {
    let questionnaire = Questionnaire(
      try framework(), occasion: .init(view: .now, workshop: title), role: .settled(nil))
    let lines = text(.welcome, of: questionnaire).split(separator: "\n").prefix(3)
    #expect(!(lines.first ?? "").contains("\u{1B}"))
    #expect((lines.first ?? "").hasPrefix("For the workshop: Listen "))
    #expect(
      lines.dropFirst().map(String.init) == [
        "3 statements of Sample competencies 1", "About 1 to 2 minutes",
      ])
  }

  @Test(arguments: [
    (ImportanceMode.picks, ImportanceMode.none), (.rated, .rated), (.none, .none),
  ])
  func `For a campaign the background questions stay, and picks fall away`(
    asked: ImportanceMode, expected: ImportanceMode
  ) throws {
    let invitation = try SampleInvitation.made(importance: asked, background: ["state"])
    let occasion = Questionnaire.Occasion(
      invitation, questions: try SampleBackgroundQuestions.small(), response: .init(),
      workshop: title)
    #expect(occasion.importance == expected)
    #expect(occasion.fields.map(\.id.description) == ["state"])
  }
}
