import Testing
import WaymarkBasics
import WaymarkTestSupport

@testable import Waymark
@testable import WaymarkPages

/// The questionnaire as it asks what a library's service needs.
@Suite struct ServiceQuestionnaireTests {
  private func begun(
    _ moment: ServiceMoment, saidForNow: [CompetencyID: Answer] = [:]
  ) throws -> Questionnaire {
    var questionnaire = Questionnaire(
      try SampleFramework.small(),
      occasion: .init(view: .service(moment), saidForNow: saidForNow), role: .settled(nil))
    _ = questionnaire.start()
    _ = questionnaire.receive(.next(at: questionnaire.prompt))
    return questionnaire
  }

  private func shown(_ screen: Questionnaire.Screen, _ state: Questionnaire) -> String {
    QuestionnaireText(
      framework: state.framework, language: .english, style: TextStyle(accessible: true),
      answersByKey: false, asksForService: true, words: Words.english.questionnaire
    ).text(screen, of: state)
  }

  @Test func `No role is asked, nothing is picked, and the end comes after the last area`() throws {
    var questionnaire = try begun(.now)
    #expect(questionnaire.prompt == .question(try SampleAssessment.id("talk.listen")))
    for line in ["3", "0", "9", "", "3", "3"] {
      _ = questionnaire.receive(questionnaire.input(typed: line))
    }
    _ = questionnaire.receive(.next(at: questionnaire.prompt))
    #expect(questionnaire.prompt == .review)
    let answers = try ["talk.ask", "talk.teach"].map {
      questionnaire.answers[try SampleAssessment.id($0)]
    }
    #expect(answers == [.notPartOfMyWork, .cannotJudge])
  }

  @Test func `Enter says for in five years what was said for now, and where nothing was, nothing`()
    throws
  {
    let listen: CompetencyID = try SampleAssessment.id("talk.listen")
    let four = Answer.level(try #require(Level(rank: 4)))
    var questionnaire = try begun(.inFiveYears, saidForNow: [listen: four])
    let effects = questionnaire.receive(.next(at: questionnaire.prompt), after: 5)
    #expect(effects.first == .keep(.answer(listen, four, seconds: 5)))
    #expect(questionnaire.prompt == .question(try SampleAssessment.id("talk.ask")))
    let prompt = questionnaire.prompt
    #expect(
      questionnaire.receive(.next(at: questionnaire.prompt))
        == [.say(.notUnderstood("", prompt))] + questionnaire.standing)
    #expect(questionnaire.answers == [listen: four])
  }

  @Test func `The words are about the service`() throws {
    let listen: CompetencyID = try SampleAssessment.id("talk.listen")
    var questionnaire = Questionnaire(
      try SampleFramework.small(),
      occasion: .init(view: .service(.inFiveYears), saidForNow: [listen: .notPartOfMyWork]),
      role: .settled(nil))
    _ = questionnaire.start()
    let welcome = shown(.welcome, questionnaire)
    #expect(welcome.contains("What your library's service needs in five years: 5 statements."))
    let effects = questionnaire.receive(.next(at: questionnaire.prompt))
    let screens = effects.compactMap { effect -> String? in
      if case .show(let screen) = effect { shown(screen, questionnaire) } else { nil }
    }
    let question = try #require(screens.first)
    #expect(question.contains("What our service needs in five years:"))
    #expect(question.contains("; 0 not part of our service, 9 can't judge, h all keys."))
    let help = QuestionnaireText(
      framework: questionnaire.framework, language: .english, style: TextStyle(accessible: true),
      answersByKey: false, asksForService: true, words: Words.english.questionnaire
    ).text(.help(questionnaire.prompt), of: questionnaire)
    #expect(help.contains("0: not part of our service (nobody expects this of us)"))
    #expect(question.contains("Enter says the same as for now: 0, Not part of our service."))
    #expect(shown(.noneOfArea(try #require(AreaID("I"))), questionnaire).contains("your service"))
    #expect(!(welcome + question).contains("my work"))
  }
}
