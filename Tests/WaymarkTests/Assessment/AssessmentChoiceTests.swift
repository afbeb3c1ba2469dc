import Foundation
import Testing
import WaymarkBasics
import WaymarkTestSupport

@testable import Waymark

/// Which assessment a task begins, goes on with, or is refused for.
///
/// What is kept is written in words, the one begun last first: what it rates, whether it is begun or
/// finished, and what is unusual about it. All began on 3 November and changed on 23 November 2026.
struct AssessmentChoiceTests {
  @Test(arguments: [
    // Nothing is kept.
    ("own", [], "begin everything, asking for the role"),
    ("workshop=a", [], "begin workshop=a, asking for the role"),
    // What is begun is gone on with, what is finished does not change.
    ("own", ["everything begun"], "resume 0"),
    ("own", ["everything finished"], "refuse: finished on 2026-11-23"),
    ("own", ["everything finished", "everything begun"], "refuse: finished on 2026-11-23"),
    ("own", ["everything begun", "everything finished"], "resume 0"),
    // One in earlier words, and one for a campaign, are gone on with as well.
    ("own", ["everything begun old"], "resume 0"),
    ("own", ["everything begun campaign=spring"], "resume 0"),
    // What rates something else is nobody's own assessment of everything.
    ("own", ["workshop=a begun"], "begin everything, asking for the role"),
    ("own", ["back=2026-09-01 begun"], "begin everything, asking for the role"),
    ("own", ["service=now begun"], "begin everything, asking for the role"),
    ("own", ["workshop=a begun", "everything begun"], "resume 1"),
    // The core form goes on as that, and so does one that has no answer yet; more than that waits.
    ("core", [], "begin the core form of everything, asking for the role"),
    ("core", ["everything begun core"], "resume 0"),
    ("own", ["everything begun core"], "resume 0"),
    ("core", ["everything begun answers=none"], "resume 0"),
    ("core", ["everything begun"], "refuse: more than core waits since 2026-11-03"),
    (
      "core", ["everything begun answers=none campaign=spring"],
      "refuse: more than core waits since 2026-11-03"
    ),
    ("core", ["everything finished"], "refuse: finished on 2026-11-23"),
    ("core", ["workshop=a begun"], "begin the core form of everything, asking for the role"),
    // The very short form is begun anew where it was finished, and takes over the role.
    ("workshop=a", ["workshop=a begun"], "resume 0"),
    ("workshop=a", ["workshop=b begun"], "begin workshop=a, asking for the role"),
    (
      "workshop=a", ["workshop=a finished role=assistant"], "begin workshop=a as assistant"
    ),
    ("workshop=a", ["everything finished"], "begin workshop=a as none"),
    ("workshop=a", ["everything finished old"], "begin workshop=a, asking for the role"),
    ("workshop=a", ["everything begun"], "begin workshop=a, asking for the role"),
    ("workshop=a", ["back=2026-09-01 finished"], "begin workshop=a, asking for the role"),
  ])
  func `For the person's own use`(task: String, kept: [String], expected: String) throws {
    #expect(try choice(for: task, kept) == expected)
  }

  @Test(arguments: [
    ("campaign=spring", [], "begin everything, asking for the role"),
    ("campaign=spring", ["everything begun campaign=spring"], "resume 0"),
    (
      "campaign=spring", ["everything finished campaign=spring"],
      "refuse: spring answered on 2026-11-23"
    ),
    ("campaign=spring core", [], "begin the core form of everything, asking for the role"),
    ("campaign=spring core", ["everything begun core campaign=spring"], "resume 0"),
    // One person answers a campaign once, in one form.
    (
      "campaign=spring", ["workshop=a begun campaign=spring"],
      "refuse: spring begun in the form of workshop=a"
    ),
    (
      "campaign=spring workshop=a", ["everything begun campaign=spring"],
      "refuse: spring begun in the form of everything"
    ),
    (
      "campaign=spring workshop=a", ["everything finished campaign=spring"],
      "refuse: spring answered on 2026-11-23"
    ),
    ("campaign=spring workshop=a", ["workshop=a begun campaign=spring"], "resume 0"),
    // An assessment that is not for it is neither taken for it nor lost.
    ("campaign=spring", ["everything begun"], "refuse: everything waits"),
    ("campaign=spring", ["everything begun campaign=fall"], "refuse: everything waits"),
    ("campaign=spring workshop=a", ["workshop=a begun"], "refuse: workshop=a waits"),
    ("campaign=spring", ["workshop=a begun"], "begin everything, asking for the role"),
    ("campaign=spring", ["everything finished"], "begin everything, asking for the role"),
    (
      "campaign=spring", ["everything finished role=librarian"],
      "begin everything, offering the role librarian"
    ),
    (
      "campaign=spring workshop=a", ["everything finished role=librarian"],
      "begin workshop=a as librarian"
    ),
  ])
  func `For a campaign`(task: String, kept: [String], expected: String) throws {
    #expect(try choice(for: task, kept) == expected)
  }

  // The statement that is rated again is one of five; what is carried over: the role, four answers,
  // and what matters most.
  @Test(arguments: [
    (["everything finished"], "begin everything as none, with 6 changes"),
    (
      ["everything finished role=assistant old"],
      "begin old everything as assistant, with 6 changes"
    ),
    (
      ["everything begun answers=others", "everything finished role=librarian"],
      "resume 0 as librarian"
    ),
    (["everything begun answers=all", "everything finished"], "resume 0 as none"),
    // An assessment that was begun anew has not what a review takes over.
    (
      ["everything begun answers=none", "everything finished"],
      "refuse: no review waits since 2026-11-03"
    ),
    (
      ["everything begun answers=others campaign=spring", "everything finished"],
      "refuse: no review waits since 2026-11-03"
    ),
    (
      ["everything begun answers=others", "everything finished old"],
      "refuse: no review waits since 2026-11-03"
    ),
    (
      ["workshop=a begun", "back=2026-09-01 begun", "service=now begun", "everything finished"],
      "begin everything as none, with 6 changes"
    ),
    // Of two finished ones the last is rated again.
    (
      ["everything finished role=librarian", "everything finished"],
      "begin everything as librarian, with 6 changes"
    ),
  ])
  func `For a review`(kept: [String], expected: String) throws {
    #expect(try choice(for: "review", kept) == expected)
  }

  @Test(arguments: [
    ("back=2026-09-01", ["everything finished"], "begin back=2026-09-01 as none, with 1 changes"),
    ("back=2026-09-01", ["back=2026-09-01 begun", "everything finished"], "resume 0 as none"),
    (
      "back=2026-09-01", ["everything finished role=librarian", "back=2026-09-01 begun"],
      "resume 1 as librarian"
    ),
    (
      "back=2026-09-01", ["back=2026-09-02 begun", "everything finished"],
      "begin back=2026-09-01 as none, with 1 changes"
    ),
    (
      "back=2026-09-01", ["back=2026-09-01 finished", "everything finished"],
      "begin back=2026-09-01 as none, with 1 changes"
    ),
    (
      "back=2026-09-01", ["back=2026-09-01 workshop=a begun", "everything finished"],
      "begin back=2026-09-01 as none, with 1 changes"
    ),
    (
      "back=2026-09-01 workshop=a", ["back=2026-09-01 workshop=a begun", "everything finished"],
      "resume 0 as none"
    ),
    // It goes on in the words of what it looks back beside.
    (
      "back=2026-09-01", ["everything finished", "back=2026-09-01 begun old"],
      "begin back=2026-09-01 as none, with 1 changes"
    ),
    // An assessment that is begun is no obstacle.
    (
      "back=2026-09-01", ["everything begun", "everything finished"],
      "begin back=2026-09-01 as none, with 1 changes"
    ),
  ])
  func `For looking back`(task: String, kept: [String], expected: String) throws {
    #expect(try choice(for: task, kept) == expected)
  }

  @Test(arguments: [
    ([], "begin service=now as none"),
    (["service=now begun"], "resume 0"),
    (["service=now finished"], "begin service=inFiveYears as none"),
    (["service=now finished old"], "begin old service=inFiveYears as none"),
    (["service=inFiveYears begun", "service=now finished"], "resume 0"),
    (
      ["service=inFiveYears finished", "service=now finished"],
      "refuse: service said on 2026-11-23"
    ),
    (["everything begun", "workshop=a begun"], "begin service=now as none"),
  ])
  func `For what the service needs`(kept: [String], expected: String) throws {
    #expect(try choice(for: "service", kept) == expected)
  }

  @Test(arguments: [
    ("own", "everything begun", "begin everything, asking for the role"),
    ("own", "everything finished", "begin everything, asking for the role"),
    (
      "own", "everything finished role=assistant", "begin everything, offering the role assistant"
    ),
    (
      "own", "everything begun role=assistant", "begin everything, asking for the role"
    ),
    ("workshop=a", "workshop=a begun", "begin workshop=a, asking for the role"),
    ("workshop=a", "workshop=a finished role=librarian", "begin workshop=a as librarian"),
    ("campaign=spring", "everything begun", "begin everything, asking for the role"),
    (
      "campaign=spring", "everything finished campaign=spring",
      "begin everything, asking for the role"
    ),
    ("service", "service=inFiveYears finished", "begin service=now as none"),
  ])
  func `What is begun anew leaves all that is kept as it is`(
    task: String, kept: String, expected: String
  ) throws {
    #expect(try choice(for: task, [kept], startsNew: true) == expected)
  }

  @Test func `Begun anew, a review and looking back go on with nothing`() throws {
    let kept = ["everything begun answers=others", "back=2026-09-01 begun", "everything finished"]
    #expect(
      try choice(for: "review", kept, startsNew: true)
        == "begin everything as none, with 6 changes")
    #expect(
      try choice(for: "back=2026-09-01", kept, startsNew: true)
        == "begin back=2026-09-01 as none, with 1 changes")
  }

  // MARK: - What is rated again

  @Test(
    arguments: [
      ([], nil, nil, nil),
      (["everything begun", "workshop=a finished"], nil, 1, 1),
      (["workshop=a finished", "everything finished"], 1, 1, 0),
      (["service=now finished", "back=2026-09-01 finished"], nil, nil, nil),
    ] as [([String], Int?, Int?, Int?)])
  func `The assessment that is rated again is of everything, and for looking back perhaps short`(
    kept: [String], review: Int?, lookingBack: Int?, lookingBackToWorkshop: Int?
  ) throws {
    let all = try kept.map(SampleStored.init).map(\.stored)
    func place(_ stored: StoredAssessment?) -> Int? { stored.flatMap(all.firstIndex) }
    #expect(place(RatingAgain.earlierToReview(among: all)) == review)
    #expect(
      place(RatingAgain.earlierToLookBack(among: all, isAboutWorkshop: false)) == lookingBack)
    #expect(
      place(RatingAgain.earlierToLookBack(among: all, isAboutWorkshop: true))
        == lookingBackToWorkshop)
  }

  @Test func `What is asked again are areas, a workshop's statements or those of steps`() throws {
    let earlier = try SampleStored("everything finished").stored
    func asked(_ statements: RatingAgain.Statements) throws -> [String]? {
      try RatingAgain(of: earlier, in: SampleFramework.small(), statements)?
        .asked.competencies.map(\.id.description)
    }
    #expect(try asked(.areas([SampleAssessment.id("II")])) == ["plan.time", "plan.money"])
    #expect(try asked(.workshop(SampleStored.workshop("a"))) == ["talk.listen"])
    #expect(try asked(.touched([SampleAssessment.id("plan.time")])) == ["plan.time"])
    // Done steps may be about statements that others words no longer have.
    #expect(try asked(.touched([SampleAssessment.id("gone.away")])) == nil)
    #expect(try asked(.touched([])) == nil)
  }

  @Test func `A review takes over what is not asked again, and every note`() throws {
    var kept = try SampleStored("everything finished role=librarian")
    let (listen, time): (CompetencyID, CompetencyID) = (
      try SampleAssessment.id("talk.listen"), try SampleAssessment.id("plan.time")
    )
    kept.notes = [listen: "One", time: "Two"]
    kept.importance = Assessment.Importance(picked: [listen], top: [listen])
    let again = try #require(
      RatingAgain(of: kept.stored, in: SampleFramework.small(), .touched([listen])))
    let level = Answer.level(try #require(Level(rank: 3)))
    let others: [CompetencyID] = try ["talk.ask", "talk.teach", "plan.time", "plan.money"].map {
      try SampleAssessment.id($0)
    }
    #expect(
      again.carried == [.role(try SampleAssessment.id("librarian"))]
        + others.map { .answer($0, level, seconds: 0) }
        + [.note(listen, "One"), .note(time, "Two"), .importance(kept.importance)])
  }

  // MARK: - In words

  private func choice(
    for task: String, _ kept: [String], startsNew: Bool = false
  ) throws -> String {
    let all = try kept.map(SampleStored.init).map(\.stored)
    let choice = AssessmentChoice.choose(
      for: try self.task(task, among: all), among: all, in: try SampleStored.framework(),
      startsNew: startsNew)
    switch choice {
    case .begin(let new):
      let old = new.framework == (try SampleStored.framework()) ? "" : "old "
      let carried = new.carried.isEmpty ? "" : ", with \(new.carried.count) changes"
      let form = new.form == .core ? "the core form of " : ""
      return "begin \(form)\(old)\(words(new.subject))\(words(new.role))\(carried)"
    case .resume(let stored, let role):
      let place = try #require(all.firstIndex(of: stored))
      return "resume \(place)" + (role == .ask ? "" : words(role))
    case .refuse(let refusal):
      return "refuse: " + words(refusal)
    }
  }

  private func words(_ refusal: AssessmentChoice.Refusal) -> String {
    switch refusal {
    case .finished(let day): "finished on \(day)"
    case .answered(let campaign, let day): "\(campaign) answered on \(day)"
    case .begunInOtherForm(let campaign, let workshop):
      "\(campaign) begun in the form of \(words(workshop.map { .workshop($0) } ?? .everything))"
    case .otherWaits(let workshop):
      "\(words(workshop.map { .workshop($0) } ?? .everything)) waits"
    case .noReviewWaits(let day): "no review waits since \(day)"
    case .moreThanCoreWaits(let day): "more than core waits since \(day)"
    case .serviceSaid(let day): "service said on \(day)"
    }
  }

  private func words(_ subject: Assessment.Subject) -> String {
    switch subject {
    case .everything: "everything"
    case .workshop(let workshop): "workshop=\(workshop)"
    case .lookingBack(let day, let workshop):
      "back=\(day)" + (workshop.map { " workshop=\($0)" } ?? "")
    case .service(let moment): "service=\(moment.rawValue)"
    }
  }

  private func words(_ role: RoleChoice) -> String {
    switch role {
    case .ask: ", asking for the role"
    case .offered(let role): ", offering the role \(role)"
    case .settled(let role): " as \(role?.description ?? "none")"
    }
  }

  private func task(_ text: String, among all: [StoredAssessment]) throws -> AssessmentTask {
    let words = SampleStored.words(text)
    let workshop = try words["workshop"].map(SampleStored.workshop)
    if let campaign = words["campaign"] {
      return .campaign(
        try SampleAssessment.id(campaign), workshop: workshop,
        form: words["core"] == nil ? .full : .core)
    }
    if words["core"] != nil { return .core }
    if words["service"] != nil { return .service }
    if words["review"] != nil {
      return .review(try again(RatingAgain.earlierToReview(among: all), workshop))
    }
    if let day = words["back"] {
      let earlier = RatingAgain.earlierToLookBack(among: all, isAboutWorkshop: workshop != nil)
      return .lookingBack(try #require(CalendarDate(day)), try again(earlier, workshop))
    }
    return workshop.map(AssessmentTask.workshop) ?? .own
  }

  private func again(
    _ earlier: StoredAssessment?, _ workshop: WorkshopOffer?
  ) throws -> RatingAgain {
    let listen: CompetencyID = try SampleAssessment.id("talk.listen")
    let earlier = try #require(earlier)
    return try #require(
      RatingAgain(
        of: earlier, in: SampleFramework.small(),
        workshop.map(RatingAgain.Statements.workshop) ?? .touched([listen])))
  }
}
