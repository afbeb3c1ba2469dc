import Testing
import WaymarkBasics
import WaymarkTestSupport

@testable import Waymark

/// What stands again, what is still open, and what is asked once more.
struct StandingTests {
  private func id<Subject>(_ text: String) throws -> ID<Subject> { try SampleAssessment.id(text) }

  private func level(_ rank: Int) throws -> Answer { .level(try #require(Level(rank: rank))) }

  @discardableResult
  private func type(
    _ lines: [String], into questionnaire: inout Questionnaire
  ) -> [Questionnaire.Effect] {
    var effects: [Questionnaire.Effect] = []
    for line in lines { effects = questionnaire.receive(questionnaire.input(typed: line)) }
    return effects
  }

  private func begun(_ lines: [String]) throws -> Questionnaire {
    var questionnaire = Questionnaire(try SampleFramework.small())
    _ = questionnaire.start()
    type(lines, into: &questionnaire)
    return questionnaire
  }

  /// Every prompt but that of a note and of an area that is all alike.
  private static let places: [[String]] = [
    [], ["2"], ["2", ""], ["2", "", "3", "3", "3"], ["2", "", "9", "9", "9"],
    ["1", "", "9", "9", "", "9", ""], ["2", "", "0", "3", "3", "1 2", "a", "f"],
    ["2", "", "3", "a", "f"],
  ]

  @Test(arguments: places, ["h", "zzz", "?"])
  func `After help and after what means nothing, all that is asked stands again`(
    lines: [String], typed: String
  ) throws {
    var questionnaire = try begun(lines)
    let before = questionnaire
    let effects = type([typed], into: &questionnaire)
    #expect(questionnaire == before)
    #expect(!questionnaire.standing.isEmpty)
    #expect(Array(effects.dropFirst()) == questionnaire.standing)
    #expect(
      questionnaire.receive(.pasted) == [.say(.pastedNothing)] + questionnaire.standing)
  }

  @Test func `Enter where it means nothing shows the question again`() throws {
    for lines in [[], ["2", ""]] {
      var questionnaire = try begun(lines)
      let prompt = questionnaire.prompt
      #expect(
        type([""], into: &questionnaire)
          == [.say(.notUnderstood("", prompt))] + questionnaire.standing)
    }
  }

  // MARK: - What was skipped

  @Test func `What was skipped is open wherever progress is said`() throws {
    let questionnaire = try begun(["2", "", "3", "s", "9"])
    let progress = questionnaire.progress(in: try id("I"))
    #expect(progress.answered == 2 && progress.skipped == 1 && progress.open == 1)
    // Three statements of 34 s, one of them skipped: 102 s.
    #expect(questionnaire.progress().minutesLeft == 2)
  }

  @Test func `An area that was chosen asks what was skipped in it, and ends after that`() throws {
    var questionnaire = try begun(["2", "", "s", "3", "s", "", "a", "1"])
    #expect(questionnaire.prompt == .question(try id("talk.listen")))
    type(["4"], into: &questionnaire)
    #expect(questionnaire.prompt == .question(try id("talk.teach")))
    type([""], into: &questionnaire)
    #expect(questionnaire.prompt == .areaEnd(try id("I")))
    #expect(questionnaire.answers[try id("talk.listen")] == (try level(4)))
    #expect(questionnaire.progress(in: try id("I")).skipped == 1)
  }

  @Test func `At the review s asks everything that was skipped once more, and leads back`() throws {
    var questionnaire = try begun(["2", "", "s", "9", "9", "", "s", "9", ""])
    #expect(questionnaire.prompt == .review)
    type(["s"], into: &questionnaire)
    #expect(questionnaire.prompt == .question(try id("talk.listen")))
    type(["0"], into: &questionnaire)
    #expect(questionnaire.prompt == .question(try id("plan.time")))
    #expect(type(["s"], into: &questionnaire).last == .show(.review))
    #expect(questionnaire.progress().skipped == 1)
    type(["s", "2"], into: &questionnaire)
    #expect(questionnaire.prompt == .review)
    // Nothing is left to be asked again.
    #expect(type(["s"], into: &questionnaire).first == .say(.notUnderstood("", .review)))
  }

  // MARK: - Twenty minutes

  @Test func `What can be done in twenty minutes are the areas that fit, in their order`() throws {
    let framework = try SampleFramework.make(areas: [
      ("I", "One", "One", (1...40).map { ("one.c\($0)", [1, 1], nil) }),
      ("II", "Two", "Two", (1...8).map { ("two.c\($0)", [1, 1], nil) }),
      ("III", "Three", "Three", (1...24).map { ("three.c\($0)", [1, 1], nil) }),
    ])
    // 34 s each: 23, 5 and 14 minutes; the last two together 19.
    let questionnaire = Questionnaire(framework, role: .settled(nil))
    #expect(questionnaire.areas(forMinutes: 20) == [try id("II"), try id("III")])
    #expect(questionnaire.areas(forMinutes: 18) == [try id("II")])
    #expect(questionnaire.areas(forMinutes: 30) == [try id("I"), try id("II")])
    #expect(questionnaire.areas(forMinutes: 2) == [try id("II")])
    // All of it can be done: no area is named.
    #expect(questionnaire.areas(forMinutes: 60).isEmpty)
    #expect(Questionnaire(try SampleFramework.small()).areas(forMinutes: 20).isEmpty)
  }

  // MARK: - Notes

  @Test func `Notes are listed at the review after the areas, and lead back there`() throws {
    var questionnaire = try begun(
      ["2", "", "9", "n", "Ask Maria", "9", "9", "", "n", "Money", "9", "9", ""])
    #expect(questionnaire.prompt == .review)
    #expect(questionnaire.notesInOrder.map(\.description) == ["talk.ask", "plan.time"])
    #expect(
      type(["3"], into: &questionnaire)
        == [.show(.note(try id("talk.ask"), earlier: "Ask Maria"))])
    #expect(type(["Ask Luz"], into: &questionnaire).last == .show(.review))
    #expect(questionnaire.notes[try id("talk.ask")] == "Ask Luz")
    type(["4"], into: &questionnaire)
    #expect(questionnaire.receive(.cancel).last == .show(.review))
    type(["4", "0"], into: &questionnaire)
    #expect(questionnaire.prompt == .review && questionnaire.notes.count == 1)
    #expect(type(["4"], into: &questionnaire).first == .say(.notUnderstood("4", .review)))
    // From a statement a note leads to that statement, as ever.
    type(["1", "1", "n", "Other"], into: &questionnaire)
    #expect(questionnaire.prompt == .question(try id("talk.listen")))
  }
}
