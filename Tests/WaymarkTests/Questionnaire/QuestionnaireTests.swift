import Foundation
import Testing
import WaymarkBasics
import WaymarkTestSupport

@testable import Waymark

@Suite struct QuestionnaireTests {
  /// A questionnaire over the small sample, at its first statement.
  private func begun() throws -> Questionnaire {
    var questionnaire = Questionnaire(try SampleFramework.small())
    _ = questionnaire.start()
    _ = questionnaire.receive(.role(RoleID("librarian")))
    _ = questionnaire.receive(.next(at: questionnaire.prompt))
    return questionnaire
  }

  private func competency(_ text: String) throws -> CompetencyID {
    try #require(CompetencyID(text))
  }

  private func area(_ text: String) throws -> AreaID { try #require(AreaID(text)) }

  private func level(_ rank: Int) throws -> Answer { .level(try #require(Level(rank: rank))) }

  /// Types lines, as a person would, and gives the effects of the last one.
  private func type(_ lines: [String], into questionnaire: inout Questionnaire)
    -> [Questionnaire.Effect]
  {
    var effects: [Questionnaire.Effect] = []
    for line in lines { effects = questionnaire.receive(questionnaire.input(typed: line)) }
    return effects
  }

  private func isQuestion(_ effects: [Questionnaire.Effect]) -> Question? {
    effects.lazy.compactMap {
      if case .show(.question(let question)) = $0 { question } else { nil }
    }.first
  }

  @Test func `A new questionnaire welcomes, then asks for the role, then for the area`() throws {
    var questionnaire = Questionnaire(try SampleFramework.small())
    #expect(questionnaire.start() == [.show(.welcome), .show(.roles(.ask))])
    let role = try #require(RoleID("librarian"))
    #expect(
      questionnaire.receive(questionnaire.input(typed: "2"))
        == [.keep(.role(role)), .show(.areas(next: try area("I")))])
    #expect(
      isQuestion(questionnaire.receive(.next(at: questionnaire.prompt)))?.competency.id
        == (try competency("talk.listen")))
  }

  @Test func `No comparison is a choice of its own`() throws {
    var questionnaire = Questionnaire(try SampleFramework.small())
    _ = questionnaire.start()
    #expect(type(["0"], into: &questionnaire).first == .keep(.role(nil)))
  }

  @Test func `An answer is saved before it is said to be, and the next statement follows`() throws {
    var questionnaire = try begun()
    let effects = questionnaire.receive(
      .answer(try level(3), for: try competency("talk.listen")), after: 12)
    let id = try competency("talk.listen")
    #expect(effects.first == .keep(.answer(id, try level(3), seconds: 12)))
    #expect(effects[1] == .say(.saved(id, try level(3))))
    #expect(isQuestion(effects)?.competency.id == (try competency("talk.ask")))
  }

  @Test func `Typing 3, 3, b, 2 leaves 3 and 2`() throws {
    var questionnaire = try begun()
    _ = type(["3", "3", "b", "2"], into: &questionnaire)
    #expect(
      questionnaire.answers
        == [try competency("talk.listen"): try level(3), try competency("talk.ask"): try level(2)])
    #expect(questionnaire.prompt == .question(try competency("talk.teach")))
  }

  @Test func `Back goes any number of steps and Enter keeps what stands`() throws {
    var questionnaire = try begun()
    let effects = type(["4", "5", "b", "b"], into: &questionnaire)
    #expect(effects.first == .say(.backTo(try competency("talk.listen"), try level(4))))
    #expect(isQuestion(effects)?.earlier == (try level(4)))
    _ = type([""], into: &questionnaire)
    #expect(questionnaire.answers[try competency("talk.listen")] == (try level(4)))
    #expect(questionnaire.prompt == .question(try competency("talk.teach")))
  }

  @Test func `Back at the first statement says that there is nothing before it`() throws {
    var questionnaire = Questionnaire(try SampleFramework.small(), role: .settled(nil))
    _ = questionnaire.start()
    #expect(
      type(["", "b"], into: &questionnaire) == [.say(.nothingBefore)] + questionnaire.standing)
  }

  @Test(arguments: [[], [""]])
  func `Before the first answer back leads to the role, and Enter keeps it`(lines: [String]) throws
  {
    var questionnaire = Questionnaire(try SampleFramework.small())
    _ = questionnaire.start()
    let (assistant, librarian) = (RoleID("assistant"), try #require(RoleID("librarian")))
    _ = type(["1"] + lines, into: &questionnaire)
    #expect(
      type(["back"], into: &questionnaire)
        == [.say(.backToRole), .show(.roles(.settled(assistant)))])
    #expect(type([""], into: &questionnaire).first == .keep(.role(assistant)))
    #expect(type(["b", "2"], into: &questionnaire).first == .keep(.role(librarian)))
    #expect(questionnaire.prompt == .areas)
  }

  @Test(arguments: [
    ("0", Answer.notPartOfMyWork), ("9", .cannotJudge), ("s", .skipped), ("SKIP", .skipped),
    (" na ", .notPartOfMyWork),
  ])
  func `Keys and words give the answers that are no level`(typed: String, answer: Answer) throws {
    var questionnaire = try begun()
    _ = type([typed], into: &questionnaire)
    #expect(questionnaire.answers[try competency("talk.listen")] == answer)
  }

  @Test func `The name of a level is the level`() throws {
    var questionnaire = try begun()
    _ = type(["on my own"], into: &questionnaire)
    #expect(questionnaire.answers[try competency("talk.listen")] == (try level(3)))
  }

  @Test(arguments: ["6", "7", "10", "-1", "3.5", "five", "５", "+3", "1e0"])
  func `What is no answer gets one line, the question stands again, and nothing changes`(
    typed: String
  ) throws {
    var questionnaire = try begun()
    let before = questionnaire
    let effects = type([typed], into: &questionnaire)
    #expect(
      effects == [.say(.notUnderstood(typed, questionnaire.prompt))] + questionnaire.standing)
    #expect(isQuestion(effects)?.competency.id == (try competency("talk.listen")))
    #expect(questionnaire == before)
  }

  @Test func `A note is saved beside its statement and the statement is asked again`() throws {
    var questionnaire = try begun()
    let effects = type(["n", "Ask Maria about this"], into: &questionnaire)
    let id = try competency("talk.listen")
    #expect(effects.prefix(2) == [.keep(.note(id, "Ask Maria about this")), .say(.noteSaved)])
    #expect(questionnaire.prompt == .question(id))
  }

  @Test(
    arguments: [
      ("q", .cancel), ("quit", .cancel), ("?", .help), ("Help", .help), ("b", .cancel),
      (" back ", .cancel),
    ] as [(String, Questionnaire.Input)])
  func `A word that asks for something is no note, and the note before stays`(
    word: String, meant: Questionnaire.Input
  ) throws {
    var questionnaire = try begun()
    _ = type(["n", "Ask Maria about this", "n"], into: &questionnaire)
    #expect(questionnaire.input(typed: word) == meant)
    _ = type([word], into: &questionnaire)
    #expect(questionnaire.notes == [try competency("talk.listen"): "Ask Maria about this"])
  }

  @Test(arguments: [String(repeating: "x", count: 2001), "a\u{0}b", "a\u{1B}[2J"])
  func `A note that is too long or no text is refused`(note: String) throws {
    var questionnaire = try begun()
    #expect(type(["n", note], into: &questionnaire) == [.say(.noteRefused)])
    #expect(questionnaire.notes.isEmpty)
  }

  @Test func `At the end of an area up to two picks are asked, then Enter goes on`() throws {
    var questionnaire = try begun()
    let end = type(["3", "2", "0"], into: &questionnaire)
    #expect(end.suffix(2) == [.show(.answers(try area("I"))), .show(.picks(try area("I")))])
    #expect(
      type(["1 2 3"], into: &questionnaire) == [.say(.tooMany(limit: 2))] + questionnaire.standing)
    #expect(
      type(["3"], into: &questionnaire).first == .say(.notUnderstood("", questionnaire.prompt)))
    let picked = type(["2,1"], into: &questionnaire)
    let importance = Assessment.Importance(picked: [
      try competency("talk.listen"), try competency("talk.ask"),
    ])
    #expect(picked.first == .keep(.importance(importance)))
    #expect(isQuestion(type([""], into: &questionnaire))?.area.id == (try area("II")))
  }

  @Test func `An area where nothing was rated asks for no picks`() throws {
    var questionnaire = try begun()
    let end = type(["9", "0", "s"], into: &questionnaire)
    #expect(end.last == .show(.areaEnd(next: try area("II"))))
  }

  @Test func `The end is the top three of the picks, then a review, then finished`() throws {
    var questionnaire = try begun()
    let top = type(["3", "2", "4", "1 2", "", "2", "3", "1", ""], into: &questionnaire)
    let candidates = [
      try competency("talk.listen"), try competency("talk.ask"), try competency("plan.time"),
    ]
    #expect(top == [.show(.topThree(candidates))])
    let review = type(["3 1"], into: &questionnaire)
    #expect(questionnaire.importance.top == [candidates[2], candidates[0]])
    #expect(review.last == .show(.review))
    #expect(
      type([""], into: &questionnaire) == [.say(.notUnderstood("", .review)), .show(.review)])
    #expect(type(["f"], into: &questionnaire) == [.keep(.finished), .show(.finished), .leave])
    #expect(questionnaire.prompt == .done)
  }

  @Test func `Enter alone keeps the picks and the top three that stand, and 0 takes them back`()
    throws
  {
    var questionnaire = try begun()
    let (listen, ask) = (try competency("talk.listen"), try competency("talk.ask"))
    _ = type(["3", "2", "4", "1 2", "", "2", "3", "", "", "2 1"], into: &questionnaire)
    #expect(questionnaire.importance.top == [ask, listen])
    #expect(type(["b"], into: &questionnaire) == [.show(.topThree([listen, ask]))])
    #expect(type([""], into: &questionnaire).last == .show(.review))
    #expect(questionnaire.importance.top == [ask, listen])
    _ = type(["1", "b", ""], into: &questionnaire)
    #expect(questionnaire.importance.picked == [listen, ask])
    _ = type(["b", "0"], into: &questionnaire)
    #expect(questionnaire.importance == Assessment.Importance())
  }

  @Test func `Back from the picks to a statement leads to the picks again`() throws {
    var questionnaire = try begun()
    _ = type(["3", "2", "4", "b", "5"], into: &questionnaire)
    #expect(questionnaire.prompt == .picks(try area("I")))
  }

  @Test func `A single pick is the top without asking`() throws {
    var questionnaire = try begun()
    let effects = type(["3", "2", "4", "2", "", "2", "3", "", ""], into: &questionnaire)
    #expect(questionnaire.importance.top == [try competency("talk.ask")])
    #expect(effects.last == .show(.review))
  }

  @Test func `A pick that loses its level is dropped`() throws {
    var questionnaire = try begun()
    _ = type(["3", "2", "4", "1 2", "1", "0"], into: &questionnaire)
    #expect(questionnaire.importance.picked == [try competency("talk.ask")])
  }

  @Test func `An area number goes to that area, in any order`() throws {
    var questionnaire = try begun()
    _ = type(["a", "2"], into: &questionnaire)
    #expect(questionnaire.prompt == .question(try competency("plan.time")))
    _ = type(["3", "2", "", ""], into: &questionnaire)
    #expect(questionnaire.prompt == .question(try competency("talk.listen")))
  }

  @Test func `A statement can be answered again at the end of its area`() throws {
    var questionnaire = try begun()
    _ = type(["3", "2", "4", "", "2", "5"], into: &questionnaire)
    #expect(questionnaire.answers[try competency("talk.ask")] == (try level(5)))
    #expect(questionnaire.prompt == .areaEnd(try area("I")))
  }

  @Test func `Finishing early leaves the rest not asked`() throws {
    var questionnaire = try begun()
    _ = type(["3", "2", "4", "", "f", "f"], into: &questionnaire)
    #expect(questionnaire.prompt == .done)
    #expect(questionnaire.answers.count == 3)
  }

  @Test func `One area alone is done without finishing the others`() throws {
    var questionnaire = Questionnaire(
      try SampleFramework.small(), scope: [try area("II")], role: .settled(nil))
    #expect(isQuestion(questionnaire.start())?.area.id == (try area("II")))
    #expect(type(["3", "9", "", ""], into: &questionnaire) == [.say(.othersWait(3)), .leave])
  }

  @Test func `Nothing answered cannot be finished`() throws {
    var questionnaire = try begun()
    #expect(type(["a", "f"], into: &questionnaire) == [.say(.nothingToFinish)])
  }

  @Test(arguments: [Questionnaire.Input.stop, .endOfInput])
  func `Stopping and the end of input are the same`(input: Questionnaire.Input) throws {
    var questionnaire = try begun()
    #expect(questionnaire.receive(input) == [.leave])
    #expect(questionnaire.prompt == .done)
  }

  // MARK: - Longer areas

  private func long() throws -> Questionnaire {
    let framework = try SampleFramework.make(areas: [
      ("I", "Long", "Long", (1...7).map { ("long.c\($0)", [2, 3], nil) }),
      ("II", "Short", "Short", [("short.a", [2, 3], nil)]),
    ])
    var questionnaire = Questionnaire(framework, role: .settled(nil))
    _ = questionnaire.start()
    _ = questionnaire.receive(.next(at: questionnaire.prompt))
    return questionnaire
  }

  @Test func `Three not-my-work in a row ask once whether none of the area is`() throws {
    var questionnaire = try long()
    let area = try area("I")
    #expect(type(["0", "0", "0"], into: &questionnaire).last == .show(.noneOfArea(area)))
    let effects = type(["y"], into: &questionnaire)
    let rest = try (4...7).map { try competency("long.c\($0)") }
    #expect(
      effects.prefix(4) == ArraySlice(rest.map { .keep(.answer($0, .notPartOfMyWork, seconds: 0)) })
    )
    #expect(effects.last == .show(.areaEnd(next: try self.area("II"))))
  }

  @Test func `No to that question goes on and does not ask again`() throws {
    var questionnaire = try long()
    _ = type(["0", "0", "0", "", "0", "0", "0"], into: &questionnaire)
    #expect(questionnaire.prompt == .question(try competency("long.c7")))
  }

  @Test func `Three not-my-work before a single statement ask nothing`() throws {
    var questionnaire = try long()
    _ = type(["2", "3", "3", "0", "0", "0"], into: &questionnaire)
    #expect(questionnaire.prompt == .question(try competency("long.c7")))
  }

  @Test func `Six or more answers of one level get one gentle line`() throws {
    var questionnaire = try long()
    let three = try #require(Level(rank: 3))
    let effects = type(Array(repeating: "3", count: 7), into: &questionnaire)
    #expect(effects.last == .show(.lookAgain(try area("I"), three)))
    #expect(type(["y"], into: &questionnaire).last == .show(.areaEnd(next: try area("II"))))
    #expect(type([""], into: &questionnaire).last == .show(.picks(try area("I"))))
  }

  // MARK: - Resuming

  @Test func `Resuming goes on at the next open statement of the last area`() throws {
    let framework = try SampleFramework.small()
    let time = try competency("plan.time")
    let assessment = Assessment(
      id: .init(), framework: .init(id: framework.id, version: "1", sha256: "x"), role: nil,
      started: try #require(CalendarDate("2026-11-23")), answers: [time: try level(2)])
    var questionnaire = Questionnaire(
      resuming: assessment, of: framework, history: [time], seconds: [10])
    let effects = questionnaire.start()
    let progress = Questionnaire.Progress(
      answered: 1, skipped: 0, total: 5, beyond: 0, minutesLeft: 3)
    #expect(effects.first == .show(.welcomeBack(progress, next: try area("II"))))
    #expect(isQuestion(effects)?.competency.id == (try competency("plan.money")))
    #expect(isQuestion(type(["b"], into: &questionnaire))?.competency.id == time)
  }

  @Test func `Answers that took nobody's time say nothing of the pace when it goes on`() throws {
    let framework = try SampleFramework.make(areas: [
      ("I", "Area", "Area", (1...30).map { ("c.\($0)", [nil, nil], nil) })
    ])
    let ids = try (1...5).map { try competency("c.\($0)") }
    let assessment = Assessment(
      id: .init(), framework: .init(id: framework.id, version: "1", sha256: "x"), role: nil,
      started: try #require(CalendarDate("2026-11-23")),
      answers: Dictionary(ids.map { ($0, .notPartOfMyWork) }, uniquingKeysWith: { $1 }))
    // Three answers, then "none of this area": the pace is not known yet, 25 x 34 s = 14.2 minutes.
    var questionnaire = Questionnaire(
      resuming: assessment, of: framework, history: ids, seconds: [20, 20, 20, 0, 0])
    let progress = Questionnaire.Progress(
      answered: 5, skipped: 0, total: 30, beyond: 0, minutesLeft: 15)
    #expect(questionnaire.start().first == .show(.welcomeBack(progress, next: try area("I"))))
  }
}
