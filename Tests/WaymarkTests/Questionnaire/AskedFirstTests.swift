import Foundation
import Testing
import WaymarkBasics
import WaymarkTestSupport

@testable import Waymark

/// What a role asks is asked first; then the person says whether to go on.
///
/// Of the small sample a library assistant is asked `talk.listen`, `talk.ask` and `plan.time`; beyond that
/// go `talk.teach` and `plan.money`.
struct AskedFirstTests {
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

  private func asking(_ prompt: Questionnaire.Prompt) -> String {
    if case .question(let id) = prompt { id.description } else { "\(prompt)" }
  }

  private func assistant(
    core: Set<String> = [], scope: [AreaID] = [], occasion: Questionnaire.Occasion = .own,
    breadth: Questionnaire.Breadth = .byRole, role: String? = "assistant"
  ) throws -> Questionnaire {
    var questionnaire = Questionnaire(
      try SampleFramework.small(core: core), scope: scope, occasion: occasion,
      role: .settled(try role.map { try id($0) }), breadth: breadth)
    _ = questionnaire.start()
    if questionnaire.prompt == .areas { type([""], into: &questionnaire) }
    return questionnaire
  }

  /// What is asked one after the other where every answer is "can't judge" and Enter goes on.
  private func statements(of questionnaire: Questionnaire) -> [String] {
    var questionnaire = questionnaire
    var asked: [String] = []
    while asked.count < 10 {
      switch questionnaire.prompt {
      case .question(let id):
        asked.append(id.description)
        type(["9"], into: &questionnaire)
      case .areaEnd, .picks: type([""], into: &questionnaire)
      default: return asked
      }
    }
    return asked
  }

  private static let first = ["talk.listen", "talk.ask", "plan.time"]
  private static let all = ["talk.listen", "talk.ask", "talk.teach", "plan.time", "plan.money"]

  @Test func `A role asks its own statements, and everybody else is asked everything`() throws {
    #expect(statements(of: try assistant()) == Self.first)
    #expect(statements(of: try assistant(role: "librarian")) == Self.all)
    #expect(statements(of: try assistant(role: nil)) == Self.all)
    #expect(statements(of: try assistant(breadth: .everything)) == Self.all)
    #expect(
      statements(of: try assistant(occasion: .init(view: .service(.now)))) == Self.all)
    // Who names an area is asked all of it.
    #expect(
      statements(of: try assistant(scope: [try id("I")])) == Array(Self.all.prefix(3)))
    let campaign = try SampleInvitation.occasion(importance: .none, background: [])
    #expect(statements(of: try assistant(occasion: campaign)).sorted() == Self.all.sorted())
  }

  @Test func `A role that asks nothing of these statements leaves out none`() throws {
    let framework = try SampleFramework.make(areas: [
      ("I", "One", "One", [("one.a", [nil, 3], nil), ("one.b", [nil, nil], nil)])
    ])
    var questionnaire = Questionnaire(framework, role: .settled(try id("assistant")))
    _ = questionnaire.start()
    #expect(statements(of: questionnaire) == ["one.a", "one.b"])
  }

  @Test func `Places, counts and minutes are of what is asked`() throws {
    var questionnaire = try assistant()
    type(["3", "3", "", ""], into: &questionnaire)
    guard case .show(.question(let question)) = questionnaire.standing.first else {
      Issue.record("no question")
      return
    }
    #expect(question.placeInArea == 1 && question.countInArea == 1)
    #expect(question.number == 3 && question.total == 3 && question.minutesLeft == 1)
    #expect(
      questionnaire.progress()
        == .init(answered: 2, skipped: 0, total: 3, beyond: 2, minutesLeft: 1))
    #expect(
      questionnaire.progress(in: try id("I"))
        == .init(answered: 2, skipped: 0, total: 2, beyond: 1, minutesLeft: 0))
  }

  /// After all that the role asks, with nothing rated.
  private func atTheScreen() throws -> Questionnaire {
    var questionnaire = try assistant()
    type(["9", "9", "", "9", ""], into: &questionnaire)
    return questionnaire
  }

  @Test(arguments: ["1", "", "go on", "Go on", "continue"])
  func `After what the role asks the rest is offered, and can be gone on with`(typed: String) throws
  {
    var questionnaire = try atTheScreen()
    #expect(questionnaire.standing == [.show(.beyond(2, minutes: 2))])
    let words = Questionnaire.Vocabulary(goOn: ["Go on", "continue"], finish: ["Finish here"])
    _ = questionnaire.receive(questionnaire.input(typed: typed, in: words))
    #expect(asking(questionnaire.prompt) == "talk.teach")
    #expect(questionnaire.progress().total == 5)
    type(["3", "", "", "2", "", ""], into: &questionnaire)
    #expect(questionnaire.prompt == .review)
  }

  @Test(arguments: ["2", "f", "finish here"])
  func `Or it is finished without the rest, which is not asked`(typed: String) throws {
    var questionnaire = try atTheScreen()
    let words = Questionnaire.Vocabulary(finish: ["Finish here"])
    #expect(
      questionnaire.receive(questionnaire.input(typed: typed, in: words)) == [.show(.review)])
    #expect(type(["b"], into: &questionnaire).last == .show(.beyond(2, minutes: 2)))
    type(["2", "f"], into: &questionnaire)
    #expect(questionnaire.prompt == .done)
    #expect(questionnaire.answers.keys.map(\.description).sorted() == Self.first.sorted())
  }

  @Test func `What means nothing there changes nothing`() throws {
    var questionnaire = try atTheScreen()
    let before = questionnaire
    for typed in ["0", "3", "x", "s"] {
      #expect(
        type([typed], into: &questionnaire).last == .show(.beyond(2, minutes: 2)), "\(typed)")
    }
    #expect(questionnaire == before)
    #expect(asking(questionnaire.prompt) == "beyond")
    type(["b"], into: &questionnaire)
    #expect(asking(questionnaire.prompt) == "plan.time")
  }

  @Test func `A statement beyond the role can be answered at the end of its area`() throws {
    var questionnaire = try assistant()
    let effects = type(["9", "9", "3"], into: &questionnaire)
    guard case .show(.question(let question)) = effects.last else {
      Issue.record("\(effects)")
      return
    }
    #expect(question.competency.id.description == "talk.teach")
    #expect(question.placeInArea == 3 && question.countInArea == 3)
    #expect(question.number == 3 && question.total == 4)
    type(["4"], into: &questionnaire)
    #expect(questionnaire.progress().total == 4)
  }

  @Test func `An area of which the role asks nothing is asked where it is chosen`() throws {
    let framework = try SampleFramework.make(areas: [
      ("I", "One", "One", [("one.a", [1, 3], nil)]),
      ("II", "Two", "Two", [("two.a", [nil, 3], nil), ("two.b", [nil, 3], nil)]),
    ])
    var questionnaire = Questionnaire(framework, role: .settled(try id("assistant")))
    _ = questionnaire.start()
    type(["2"], into: &questionnaire)
    #expect(asking(questionnaire.prompt) == "two.a")
    type(["9", "9", ""], into: &questionnaire)
    #expect(asking(questionnaire.prompt) == "one.a")
    // Nothing goes beyond any more: the end follows.
    #expect(type(["9", ""], into: &questionnaire) == [.show(.review)])
  }

  // MARK: - Resuming

  private func resumed(
    _ answered: [String], role: String?, breadth: Questionnaire.Breadth = .byRole
  ) throws -> Questionnaire {
    let framework = try SampleFramework.small()
    let history: [CompetencyID] = try answered.map { try id($0) }
    let assessment = Assessment(
      id: UUID(), framework: .init(id: framework.id, version: "1", sha256: "x"),
      role: try role.map { try id($0) }, started: try #require(CalendarDate("2026-11-23")),
      answers: Dictionary(history.map { ($0, .cannotJudge) }, uniquingKeysWith: { $1 }))
    var questionnaire = Questionnaire(
      resuming: assessment, of: framework, history: history, seconds: [], breadth: breadth)
    _ = questionnaire.start()
    return questionnaire
  }

  @Test(arguments: [
    // Stopped among what the role asks, and at the screen itself.
    (["talk.listen"], "assistant", "talk.ask", 1, 3),
    (["talk.listen", "talk.ask", "plan.time"], "assistant", "beyond", 3, 3),
    // Gone on already; one answer is enough to know it.
    (
      ["talk.listen", "talk.ask", "plan.time", "talk.teach"], "assistant", "areaEnd(I)", 4, 5
    ),
    // Begun where everything was asked in its order: what the role asks comes first now, and what was
    // answered counts.
    (["talk.ask", "talk.teach"], "assistant", "talk.listen", 2, 4),
    // Another role than at the beginning.
    (["talk.listen", "talk.ask", "plan.time"], "librarian", "plan.money", 3, 5),
    (
      ["talk.listen", "talk.teach", "talk.ask", "plan.money", "plan.time"], "assistant",
      "areaEnd", 5, 5
    ),
    ([], "assistant", "talk.listen", 0, 3),
  ])
  func `It goes on where it was left`(
    answered: [String], role: String, prompt: String, count: Int, total: Int
  ) throws {
    let questionnaire = try resumed(answered, role: role)
    #expect(asking(questionnaire.prompt).hasPrefix(prompt))
    let progress = questionnaire.progress()
    #expect(progress.answered == count && progress.total == total)
  }

  @Test func `Everything is asked on where that is wanted now`() throws {
    let questionnaire = try resumed(
      ["talk.listen", "talk.ask", "plan.time"], role: "assistant", breadth: .everything)
    #expect(asking(questionnaire.prompt).hasPrefix("plan.money"))
    #expect(questionnaire.progress().total == 5)
  }

  @Test func `A sitting goes on with the role that an option settles`() throws {
    let stored = try SampleStored("everything begun role=librarian answers=none").stored
    let sitting = Sitting(
      .begun(stored), role: .settled(try id("assistant")), for: .own,
      in: try SampleFramework.small(), invited: nil, among: [stored])
    #expect(sitting.questionnaire(language: .english, scope: []).progress().total == 3)
    #expect(
      sitting.questionnaire(language: .english, scope: [], breadth: .everything).progress().total
        == 5)
  }

  // MARK: - Last year's role

  @Test func `The role of last time is offered, and Enter takes it`() throws {
    let assistant: RoleID = try id("assistant")
    var questionnaire = Questionnaire(try SampleFramework.small(), role: .offered(assistant))
    #expect(
      questionnaire.start() == [.show(.welcome), .show(.roles(.settled(assistant)))])
    #expect(type([""], into: &questionnaire).first == .keep(.role(assistant)))
    var other = Questionnaire(try SampleFramework.small(), role: .offered(assistant))
    _ = other.start()
    #expect(type(["2"], into: &other).first == .keep(.role(try id("librarian"))))
    // Other words may have other roles.
    var gone = Questionnaire(try SampleFramework.small(), role: .offered(try id("gone")))
    #expect(gone.start() == [.show(.welcome), .show(.roles(.ask))])
    #expect(type([""], into: &gone).first == .say(.notUnderstood("", .role)))
  }
}
