import Foundation
import Testing
import WaymarkBasics
import WaymarkTestSupport

@testable import Waymark

/// What one run asks, counts and leads to.
struct SittingTests {
  private func id<Subject>(_ text: String) throws -> ID<Subject> { try SampleAssessment.id(text) }

  private func new(
    _ subject: Assessment.Subject = .everything, role: RoleChoice = .ask
  ) throws -> Sitting.Start {
    .new(NewAssessment(try SampleStored.framework(), subject, role: role), response: UUID())
  }

  private func sitting(
    _ task: AssessmentTask, _ start: Sitting.Start, role: RoleChoice = .ask,
    invited: (invitation: Invitation, questions: BackgroundQuestions)? = nil,
    among all: [StoredAssessment] = []
  ) throws -> Sitting {
    Sitting(
      start, role: role, for: task, in: try SampleFramework.small(), invited: invited, among: all)
  }

  private func again(_ earlier: StoredAssessment) throws -> RatingAgain {
    try #require(
      RatingAgain(
        of: earlier, in: SampleFramework.small(),
        .touched([try id("talk.listen"), try id("talk.ask")])))
  }

  @Test func `A review counts the answers that were given in it, not those it took over`() throws {
    let earlier = try SampleStored("everything finished").stored
    let three = Answer.level(try #require(Level(rank: 3)))
    func review(_ answers: [String: (Answer, Double)]) throws -> StoredAssessment {
      let given = try answers.sorted { $0.key < $1.key }.map {
        (try id($0.key) as CompetencyID, $0.value)
      }
      var assessment = try SampleStored("everything begun").stored.assessment
      assessment.answers = Dictionary(given.map { ($0, $1.0) }, uniquingKeysWith: { $1 })
      return StoredAssessment(
        assessment: assessment, history: given.map(\.0), seconds: given.map(\.1.1),
        changed: earlier.changed, response: UUID(), revision: 0, invitation: nil)
    }
    let stored = try review([
      "talk.listen": (three, 0), "talk.ask": (three, 12), "plan.time": (three, 0),
    ])
    let found = try sitting(.review(try again(earlier)), .begun(stored))
    #expect(found.answers.keys.map(\.description) == ["talk.ask"])
    // Answered in one go, but otherwise than before: that was said now.
    let other = try review(["talk.listen": (.notPartOfMyWork, 0)])
    #expect(try sitting(.review(try again(earlier)), .begun(other)).answers.count == 1)
    // Looking back takes no answer over.
    let day = try #require(CalendarDate("2026-09-01"))
    #expect(
      try sitting(.lookingBack(day, try again(earlier)), .begun(stored)).answers.count == 2)
  }

  @Test func `What is rated again begins where the assessment before stands, without its answers`()
    throws
  {
    var kept = try SampleStored("everything finished role=librarian")
    let listen: CompetencyID = try id("talk.listen")
    kept.notes = [listen: "One"]
    let found = try sitting(
      .review(try again(kept.stored)), try new(), role: .settled(try id("librarian")))
    var questionnaire = found.questionnaire(language: .english, scope: [])
    #expect(questionnaire.notes == [listen: "One"] && questionnaire.answers.isEmpty)
    _ = questionnaire.start()
    #expect(questionnaire.prompt == .question(listen))
    #expect(found.asked.competencies.count == 2)
  }

  @Test func `For in five years Enter says what was said for now before it`() throws {
    let now = try SampleStored("service=now finished answers=others").stored
    let subject = Assessment.Subject.service(.inFiveYears)
    let begun = try sitting(.service, try new(subject), among: [now])
    #expect(begun.occasion.saidForNow.count == 4)
    let later = try SampleStored("service=inFiveYears begun").stored
    let anew = try SampleStored("service=now finished").stored
    #expect(
      try sitting(.service, .begun(later), among: [anew, later, now]).occasion.saidForNow.count == 4
    )
    #expect(try sitting(.service, .begun(anew), among: [anew]).occasion.saidForNow.isEmpty)
  }

  @Test func `What comes next follows from what was rated`() throws {
    let earlier = try SampleStored("everything finished").stored
    let workshop = try SampleStored.workshop("a")
    let short = try #require(
      RatingAgain(of: earlier, in: SampleFramework.small(), .workshop(workshop)))
    let day = try #require(CalendarDate("2026-09-01"))
    let invited = (
      invitation: try SampleInvitation.made(), questions: try SampleBackgroundQuestions.small()
    )
    let campaign: ID<Campaign> = try id("spring")
    let cases: [(Sitting, Sitting.Next)] = [
      (try sitting(.own, try new()), .profile),
      (try sitting(.workshop(workshop), try new()), .shareShortForm),
      (try sitting(.campaign(campaign, workshop: nil), try new(), invited: invited), .share),
      (try sitting(.campaign(campaign, workshop: workshop), try new(), invited: invited), .share),
      // An assessment for a campaign may be gone on with without naming it.
      (try sitting(.own, .begun(earlier), invited: invited), .share),
      (try sitting(.review(try again(earlier)), try new()), .compareWithLast),
      (try sitting(.review(short), try new()), .compareWithLast),
      (try sitting(.lookingBack(day, try again(earlier)), try new()), .compareWithThen),
      (try sitting(.lookingBack(day, short), try new()), .shareLookingBack),
      (try sitting(.service, try new(.service(.now))), .sayInFiveYears),
      (try sitting(.service, try new(.service(.inFiveYears))), .shareService),
    ]
    for (sitting, next) in cases {
      #expect(sitting.next(isFinished: true) == next)
      #expect(sitting.next(isFinished: false) == .goOn)
    }
  }

  // MARK: - Answers in one go

  private func answers(_ words: [String: String]) throws -> [CompetencyID: Answer] {
    Dictionary(
      try words.map { (try id($0.key), try #require(Answer(word: $0.value))) },
      uniquingKeysWith: { $1 })
  }

  private static let all = [
    "talk.listen": "3", "talk.ask": "2", "talk.teach": "na", "plan.time": "", "plan.money": "5",
  ]

  @Test func `A whole file finishes, single answers and a campaign do not`() throws {
    let given = PersonalAnswers(answers: try answers(Self.all))
    let own = try sitting(.own, try new())
    let taken = try own.taking(given, isWhole: true, requiresAll: true)
    #expect(taken.isFinished && taken.changes.last == .finished)
    #expect(taken.given == 5 && taken.skipped == 1 && taken.open == 0)
    #expect(taken.changes.count == 6)
    #expect(!(try own.taking(given, isWhole: false, requiresAll: false).isFinished))
    let invited = (
      invitation: try SampleInvitation.made(), questions: try SampleBackgroundQuestions.small()
    )
    let campaign = try sitting(
      .campaign(try id("spring"), workshop: nil), try new(), invited: invited)
    #expect(!(try campaign.taking(given, isWhole: true, requiresAll: false).isFinished))
  }

  @Test
  func `The role comes first where it is settled, then answers in their order, each with its note`()
    throws
  {
    let (listen, time): (CompetencyID, CompetencyID) = (try id("talk.listen"), try id("plan.time"))
    let given = PersonalAnswers(
      answers: try answers(["plan.time": "na", "talk.listen": "unsure"]), notes: [listen: "A"],
      importance: Assessment.Importance(picked: [listen]))
    let role = RoleChoice.settled(try id("librarian"))
    let taken = try sitting(.own, try new(), role: role)
      .taking(given, isWhole: true, requiresAll: false)
    let seconds = Pace.usualSeconds
    #expect(
      taken.changes == [
        .role(try id("librarian")), .answer(listen, .cannotJudge, seconds: seconds),
        .note(listen, "A"), .answer(time, .notPartOfMyWork, seconds: seconds),
        .importance(given.importance),
      ])
    #expect(taken.open == 3)
  }

  @Test func `What is not asked, incomplete, empty or a pick too many is refused`() throws {
    let workshop = try SampleStored.workshop("a")
    func problem(
      _ task: AssessmentTask, _ words: [String: String], picked: [String] = [],
      requiresAll: Bool = false, isWhole: Bool = true
    ) throws -> AnswersInOneGo.Problem? {
      let given = PersonalAnswers(
        answers: try answers(words),
        importance: Assessment.Importance(picked: Set(try picked.map { try id($0) })))
      let subject = task == .service ? Assessment.Subject.service(.now) : .everything
      let sitting = try sitting(task, try new(subject))
      do throws(AnswersInOneGo.Problem) {
        _ = try sitting.taking(given, isWhole: isWhole, requiresAll: requiresAll)
        return nil
      } catch {
        return error
      }
    }
    #expect(
      try problem(.workshop(workshop), ["talk.listen": "3", "plan.time": "3", "talk.ask": "1"])
        == .notAsked(try id("plan.time")))
    #expect(try problem(.workshop(workshop), ["talk.listen": "3", "plan.time": ""]) == nil)
    #expect(try problem(.own, ["talk.listen": ""]) == .nothingAnswered)
    #expect(try problem(.own, ["talk.listen": ""], isWhole: false) == nil)
    let rest: [CompetencyID] = try ["talk.teach", "plan.time", "plan.money"].map { try id($0) }
    #expect(
      try problem(.own, ["talk.listen": "1", "talk.ask": "1"], requiresAll: true)
        == .incomplete(rest, of: 5))
    #expect(
      try problem(.service, ["talk.listen": "1"], picked: ["talk.listen"]) == .picksNotAsked)
    #expect(try problem(.own, ["talk.listen": "1"], picked: ["talk.listen"]) == nil)
  }
}
