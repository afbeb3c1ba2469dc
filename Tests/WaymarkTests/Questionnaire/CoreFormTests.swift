import Foundation
import Testing
import WaymarkBasics
import WaymarkTestSupport

@testable import Waymark

/// The core form asks the core statements, whatever the role asks; then the person says whether to go
/// on.
///
/// Of the small sample `talk.listen` and `plan.money` are core here; an assistant is asked `talk.listen`,
/// `talk.ask` and `plan.time`.
struct CoreFormTests {
  private static let core: Set<String> = ["talk.listen", "plan.money"]
  private static let all: [String] = [
    "talk.listen", "talk.ask", "talk.teach", "plan.time", "plan.money",
  ]

  private func framework() throws -> Framework { try SampleFramework.small(core: Self.core) }

  private func id<Subject>(_ text: String) throws -> ID<Subject> { try SampleAssessment.id(text) }

  private func begun(
    _ role: String?, breadth: Questionnaire.Breadth = .core, answered: [String] = []
  ) throws -> Questionnaire {
    let role: RoleID? = try role.map { try id($0) }
    guard !answered.isEmpty else {
      return Questionnaire(try framework(), role: .settled(role), breadth: breadth)
    }
    var assessment = try SampleAssessment.make(
      Dictionary(uniqueKeysWithValues: answered.map { ($0, "3") }), finished: nil)
    assessment.role = role
    return Questionnaire(
      resuming: assessment, of: try framework(),
      history: try answered.map { try id($0) }, seconds: [], breadth: breadth)
  }

  /// Answers 3 and presses Enter until something else is wanted.
  private func asked(_ questionnaire: inout Questionnaire) -> [String] {
    var asked: [String] = []
    while asked.count < 10 {
      switch questionnaire.prompt {
      case .question(let id):
        asked.append(id.description)
        type("3", into: &questionnaire)
      case .areas, .areaEnd, .picks: type("", into: &questionnaire)
      default: return asked
      }
    }
    return asked
  }

  private func type(_ line: String, into questionnaire: inout Questionnaire) {
    _ = questionnaire.receive(questionnaire.input(typed: line))
  }

  @Test(arguments: ["assistant", "librarian", nil])
  func `It asks the same of every role, and then whether to go on`(role: String?) throws {
    var questionnaire = try begun(role)
    _ = questionnaire.start()
    #expect(questionnaire.progress().total == 2)
    #expect(questionnaire.progress().beyond == 3)
    #expect(asked(&questionnaire) == ["talk.listen", "plan.money"])
    // Three statements at 34 seconds each are 102 seconds.
    #expect(questionnaire.standing.last == .show(.beyond(3, minutes: 2)))
    var finished = questionnaire
    type("2", into: &finished)
    #expect(finished.prompt == .review)
    type("1", into: &questionnaire)
    #expect(asked(&questionnaire) == ["talk.ask", "talk.teach", "plan.time"])
  }

  @Test(arguments: [
    (["talk.listen"], ["plan.money"]),
    // Whoever went on after the core form goes on with the rest.
    (["talk.listen", "plan.money", "talk.ask"], ["talk.teach", "plan.time"]),
    // An answer that was given before stays in the middle of the core form.
    (["talk.listen", "talk.ask"], ["plan.money"]),
  ])
  func `It goes on where it was left`(answered: [String], expected: [String]) throws {
    var questionnaire = try begun("assistant", answered: answered)
    _ = questionnaire.start()
    #expect(asked(&questionnaire) == expected)
  }

  @Test func `Everything is asked where that was said, and a framework without a core asks all`()
    throws
  {
    var everything = try begun(nil, breadth: .everything)
    _ = everything.start()
    #expect(asked(&everything) == Self.all)
    var bare = Questionnaire(try SampleFramework.small(), role: .settled(nil), breadth: .core)
    _ = bare.start()
    #expect(asked(&bare) == Self.all)
  }

  // MARK: - The form of an assessment

  private static let forms: [(QuestionnaireForm, [String: String], QuestionnaireForm)] = [
    (.core, ["talk.listen": "3"], .core), (.core, ["talk.listen": "3", "talk.ask": ""], .core),
    (.core, ["talk.listen": "3", "talk.ask": "na"], .full),
    (.full, ["talk.listen": "3", "plan.money": "2"], .full), (.core, [:], .core),
  ]

  @Test(arguments: forms)
  func `An answer to another statement makes it no core form any more`(
    begunAs form: QuestionnaireForm, answers: [String: String], expected: QuestionnaireForm
  ) throws {
    var assessment = try SampleAssessment.make(answers)
    assessment.form = form
    #expect(assessment.form(in: try framework()) == expected)
  }

  @Test func `A profile of it counts what it asked, and nothing else as left out`() throws {
    var assessment = try SampleAssessment.make(["talk.listen": "2"])
    assessment.form = .core
    let profile = try Profile(framework: try framework(), assessment: assessment)
    #expect(profile.form == .core)
    #expect(profile.itemsOfForm.map(\.competency.id.description) == ["talk.listen", "plan.money"])
    #expect(profile.unrated.notAsked == 1)
    assessment.form = .full
    #expect(
      try Profile(framework: try framework(), assessment: assessment).unrated.notAsked == 4)
  }

  // MARK: - A sitting

  private func sitting(
    _ task: AssessmentTask, stored: String? = nil, form: QuestionnaireForm? = nil
  ) throws -> Sitting {
    let start: Sitting.Start =
      try stored.map { .begun(try SampleStored($0).stored) }
      ?? .new(
        NewAssessment(try SampleStored.framework(), .everything, form: .core), response: UUID())
    let invited = try form.map {
      (
        invitation: try SampleInvitation.made(form: $0),
        questions: try SampleBackgroundQuestions.small()
      )
    }
    return Sitting(
      start, role: .settled(nil), for: task, in: try framework(), invited: invited, among: [])
  }

  @Test(
    arguments: zip([QuestionnaireForm.core, .full], [["talk.listen", "plan.money"], Self.all]))
  func `A campaign asks its form, also where it is gone on with without naming it`(
    form: QuestionnaireForm, expected: [String]
  ) throws {
    for task in [
      AssessmentTask.campaign(try id("spring"), workshop: nil, form: form), .own,
    ] {
      let sitting = try sitting(task, form: form)
      #expect(sitting.asked.competencies.map(\.id.description) == expected)
      #expect(
        sitting.questionnaire(language: .english, scope: []).progress().total == expected.count)
    }
  }

  @Test func `A file that answers the core statements finishes the core form`() throws {
    let core = try sitting(.core)
    let level = Answer.level(try #require(Level(rank: 3)))
    let given = PersonalAnswers(answers: [try id("talk.listen"): level])
    #expect(throws: AnswersInOneGo.Problem.incomplete([try id("plan.money")], of: 2)) {
      try core.taking(given, isWhole: true, requiresAll: true)
    }
    let both = PersonalAnswers(
      answers: [try id("talk.listen"): level, try id("plan.money"): .notPartOfMyWork])
    let taken = try core.taking(both, isWhole: true, requiresAll: true)
    #expect(taken.isFinished && taken.open == 0)
  }

  private static let starts:
    [(task: String, stored: String, breadth: Questionnaire.Breadth?, kept: QuestionnaireForm?)] = [
      ("core", "everything begun answers=none", nil, .core),
      ("core", "everything begun core", nil, nil), ("own", "everything begun core", nil, nil),
      ("own", "everything begun core", .everything, .full),
      ("own", "everything begun", .everything, nil),
    ]

  @Test(arguments: starts)
  func `What is asked from now on is kept`(
    task: String, stored: String, breadth: Questionnaire.Breadth?, kept: QuestionnaireForm?
  ) throws {
    let sitting = try sitting(task == "core" ? .core : .own, stored: stored)
    #expect(sitting.changesAtStart(breadth: breadth) == (kept.map { [.form($0)] } ?? []))
  }
}
