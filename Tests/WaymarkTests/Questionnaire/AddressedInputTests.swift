import Foundation
import Testing
import WaymarkBasics
import WaymarkTestSupport

@testable import Waymark

/// What is given to something else than what is asked now, as from a page that somebody went back
/// to, or from a second window.
@Suite struct AddressedInputTests {
  /// After two answers of 3, at the third statement of the small sample.
  private func atThird() throws -> Questionnaire {
    var questionnaire = Questionnaire(try SampleFramework.small(), role: .settled(nil))
    _ = questionnaire.start()
    type(["", "3", "3"], into: &questionnaire)
    return questionnaire
  }

  private func id<Subject>(_ text: String) throws -> ID<Subject> { try SampleAssessment.id(text) }

  private func level(_ rank: Int) throws -> Answer { .level(try #require(Level(rank: rank))) }

  private func type(_ lines: [String], into questionnaire: inout Questionnaire) {
    for line in lines { _ = questionnaire.receive(questionnaire.input(typed: line)) }
  }

  @Test func `An answer to an earlier statement goes to that statement, and on from there`() throws
  {
    var questionnaire = try atThird()
    let (listen, teach): (CompetencyID, CompetencyID) = (
      try id("talk.listen"), try id("talk.teach")
    )
    let effects = questionnaire.receive(.answer(try level(5), for: listen), after: 9)
    #expect(
      effects.prefix(2) == [
        .keep(.answer(listen, try level(5), seconds: 9)),
        .say(.savedElsewhere(listen, try level(5))),
      ])
    #expect(questionnaire.answers[listen] == (try level(5)))
    #expect(questionnaire.answers[teach] == nil)
    #expect(questionnaire.prompt == .question(teach))
  }

  @Test func `Given twice, an answer lands under its statement both times`() throws {
    var questionnaire = try atThird()
    let teach: CompetencyID = try id("talk.teach")
    _ = questionnaire.receive(.answer(try level(2), for: teach))
    let prompt = questionnaire.prompt
    _ = questionnaire.receive(.answer(try level(2), for: teach))
    #expect(questionnaire.answers.count == 3)
    #expect(questionnaire.answers[teach] == (try level(2)))
    #expect(questionnaire.prompt == prompt)
  }

  @Test func `An answer to a later statement is kept for it, and nothing is passed over`() throws {
    var questionnaire = try atThird()
    _ = questionnaire.receive(.answer(try level(4), for: try id("plan.money")))
    #expect(questionnaire.prompt == .question(try id("plan.time")))
    type(["2", "1", ""], into: &questionnaire)
    #expect(questionnaire.prompt == .question(try id("talk.teach")))
  }

  // A level that is taken back at the end takes its pick with it, as after going back.
  @Test func `A pick whose level is taken back from another window is dropped`() throws {
    var questionnaire = try atThird()
    let listen: CompetencyID = try id("talk.listen")
    type(["3", "1 2", "", "3", "3", "", ""], into: &questionnaire)
    #expect(questionnaire.prompt == .topThree)
    let effects = questionnaire.receive(.answer(.notPartOfMyWork, for: listen))
    #expect(
      effects.contains(.keep(.importance(.init(picked: [try id("talk.ask")])))), "\(effects)")
    #expect(questionnaire.prompt == .areaEnd(try id("I")))
  }

  /// What is refused wherever one is: nothing changes, and it is said.
  private static let nowhere: [Questionnaire.Input] = [
    .noneOfArea(id("I"), true), .lookAgain(id("I"), true), .next(at: .role),
    .next(at: .question(id("talk.ask"))), .answer(.skipped, for: id("no.such")),
    .rate(ImportanceRating(rank: 3), for: id("talk.listen")), .text("Note", for: id("no.such")),
    .pick([id("talk.listen")], in: id("II")), .pickTop([id("talk.listen")]),
    .choose([id("OH")], for: id("state")), .goBeyond(true), .goBeyond(false),
  ]

  private static func id<Subject>(_ text: String) -> ID<Subject> {
    guard let id = ID<Subject>(text) else { preconditionFailure("\(text) is no id") }
    return id
  }

  @Test(arguments: nowhere)
  func `What belongs to nothing that is asked changes nothing`(input: Questionnaire.Input) throws {
    var questionnaire = try atThird()
    let before = questionnaire
    #expect(questionnaire.receive(input) == [.say(.notKept)])
    #expect(questionnaire == before)
  }

  @Test func `A level that the scale does not have is kept for nothing`() throws {
    var questionnaire = try atThird()
    let before = questionnaire
    #expect(
      questionnaire.receive(.answer(try level(6), for: try id("talk.teach"))) == [.say(.notKept)])
    #expect(questionnaire == before)
  }

  @Test
  func
    `Statements of areas that wait, of a workshop's others, and all before the role are refused`()
    throws
  {
    let small = try SampleFramework.small()
    let answer = Questionnaire.Input.answer(try level(3), for: try id("plan.time"))
    var area = Questionnaire(small, scope: [try id("I")], role: .settled(nil))
    _ = area.start()
    #expect(area.receive(answer) == [.say(.notKept)])
    var short = Questionnaire(
      small.asking(only: [try id("talk.ask")]), occasion: .init(view: .now, workshop: .init("W")),
      role: .settled(nil))
    _ = short.start()
    #expect(short.receive(answer) == [.say(.notKept)])
    var new = Questionnaire(small)
    _ = new.start()
    #expect(new.receive(answer) == [.say(.notKept)])
    #expect(new.prompt == .role)
  }

  @Test func `Nothing is kept once it is finished`() throws {
    var questionnaire = try atThird()
    type(["3", "", "a", "f", "f"], into: &questionnaire)
    #expect(questionnaire.prompt == .done)
    let before = questionnaire
    for input: Questionnaire.Input in [
      .answer(try level(1), for: try id("talk.listen")), .text("Late", for: try id("talk.listen")),
      .pick([try id("talk.listen")], in: try id("I")), .pickTop([]),
    ] {
      #expect(questionnaire.receive(input) == [.say(.notKept)])
    }
    #expect(questionnaire == before)
  }

  @Test func `Sent twice, the end that was asked for is not the end for good`() throws {
    var questionnaire = try atThird()
    type(["0", "", "a"], into: &questionnaire)
    #expect(questionnaire.receive(.finish) == [.show(.review)])
    _ = questionnaire.receive(.finish)
    #expect(questionnaire.prompt == .review)
    #expect(
      questionnaire.receive(.finishForGood) == [.keep(.finished), .show(.finished), .leave])
  }

  @Test func `A note is kept for its statement, and what is asked stays asked`() throws {
    var questionnaire = try atThird()
    let listen: CompetencyID = try id("talk.listen")
    let prompt = questionnaire.prompt
    #expect(
      questionnaire.receive(.text("Ask Maria", for: listen))
        == [.keep(.note(listen, "Ask Maria")), .say(.noteSaved)])
    #expect(questionnaire.prompt == prompt && questionnaire.notes == [listen: "Ask Maria"])
    // One that was begun is not lost by it.
    type(["n"], into: &questionnaire)
    _ = questionnaire.receive(.text("Again", for: listen))
    #expect(questionnaire.prompt == .note(try id("talk.teach")))
  }

  @Test
  func `Picks that were asked before are kept for their area, those that were not are refused`()
    throws
  {
    var questionnaire = try atThird()
    let (talking, planning): (AreaID, AreaID) = (try id("I"), try id("II"))
    let ask: CompetencyID = try id("talk.ask")
    type(["3", "1", ""], into: &questionnaire)
    let prompt = questionnaire.prompt
    #expect(
      questionnaire.receive(.pick([ask], in: talking))
        == [.keep(.importance(.init(picked: [ask]))), .say(.picked([ask]))])
    #expect(questionnaire.prompt == prompt)
    #expect(prompt == .question(try id("plan.time")))
    #expect(questionnaire.receive(.pick([], in: planning)) == [.say(.notKept)])
    // What is none of the area's, or has no level, is no pick of it.
    for other in ["plan.time", "no.such"] {
      #expect(
        questionnaire.receive(.pick([try id(other)], in: talking))
          == [.say(.notUnderstood("", prompt))] + questionnaire.standing)
    }
    #expect(questionnaire.importance.picked == [ask])
  }

  // MARK: - For a campaign

  /// At the second statement of the area that comes first, with the first one rated 3, importance 4.
  private func inCampaign() throws -> Questionnaire {
    var questionnaire = Questionnaire(
      try SampleFramework.small(), occasion: try SampleInvitation.occasion(), role: .settled(nil))
    _ = questionnaire.start()
    type(["", "3", "4"], into: &questionnaire)
    return questionnaire
  }

  @Test func `Importance goes to the statement it was given to, where that has a level`() throws {
    var questionnaire = try inCampaign()
    let time: CompetencyID = try id("plan.time")
    let two = try #require(ImportanceRating(rank: 2))
    #expect(
      questionnaire.receive(.rate(two, for: time)).prefix(2)
        == [.keep(.rating(time, two)), .say(.rated(time, two))])
    #expect(questionnaire.importance.ratings == [time: two])
    #expect(questionnaire.prompt == .question(try id("plan.money")))
    #expect(questionnaire.receive(.rate(two, for: try id("plan.money"))) == [.say(.notKept)])
  }

  @Test func `A level that comes from elsewhere is followed by its importance`() throws {
    var questionnaire = try inCampaign()
    let listen: CompetencyID = try id("talk.listen")
    _ = questionnaire.receive(.answer(try level(2), for: listen))
    #expect(questionnaire.prompt == .rating(listen))
    type(["5"], into: &questionnaire)
    #expect(questionnaire.prompt == .question(try id("talk.ask")))
  }

  @Test func `A background answer goes to its question once that was asked`() throws {
    var questionnaire = try inCampaign()
    let state: ID<BackgroundQuestions.Field> = try id("state")
    let ohio: ID<BackgroundQuestions.Option> = try id("OH")
    #expect(questionnaire.receive(.choose([ohio], for: state)) == [.say(.notKept)])
    type(["0", "", "0", "0", "0", "", "s"], into: &questionnaire)
    #expect(questionnaire.prompt == .background(try id("ages")))
    #expect(
      questionnaire.receive(.choose([ohio], for: state)).prefix(2)
        == [.keep(.background(state, [ohio])), .say(.chosen(state, [ohio]))])
    #expect(questionnaire.prompt == .background(try id("ages")))
    let before = questionnaire
    for input: Questionnaire.Input in [
      .choose([try id("0-2")], for: state), .choose([], for: try id("no-such")),
    ] {
      #expect(questionnaire.receive(input) == [.say(.notKept)])
    }
    #expect(questionnaire == before)
  }
}
