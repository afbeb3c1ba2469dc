public import FoundationEssentials
public import WaymarkBasics

/// One run of rating: the assessment that it begins or goes on with, and what is asked of it.
public struct Sitting: Equatable, Sendable {
  /// Which assessment it is about.
  public enum Start: Equatable, Sendable {
    /// A new one, with the random id that a file shared of it will bear.
    case new(NewAssessment, response: UUID)
    /// One that was begun before.
    case begun(StoredAssessment)
  }

  /// Which assessment it is about.
  public let start: Start
  /// The statements that are asked.
  public let asked: Framework
  /// What is asked beyond them, and from which point of view.
  public let occasion: Questionnaire.Occasion
  /// Whether the role is settled; an option may settle it otherwise.
  public var role: RoleChoice
  /// The answers so far to what is asked; one that a review only took over is none.
  public let answers: [CompetencyID: Answer]
  private let task: AssessmentTask

  /// Puts together what is known.
  ///
  /// - Parameters:
  ///   - framework: all statements, in the words that the assessment is begun or gone on with.
  ///   - invited: the invitation that is answered, with the background questions that it names.
  ///   - all: every assessment of the person, the one begun last first.
  public init(
    _ start: Start, role: RoleChoice, for task: AssessmentTask, in framework: Framework,
    invited: (invitation: Invitation, questions: BackgroundQuestions)?,
    among all: [StoredAssessment]
  ) {
    self.start = start
    self.role = role
    self.task = task
    // By the invitation that is answered: an assessment may be gone on with that names another one.
    let asked = task.asked(of: framework)
      .asking(task.workshop == nil ? invited?.invitation.form ?? .full : .full)
    self.asked = asked
    occasion =
      invited.map { invited in
        Questionnaire.Occasion(
          invited.invitation, questions: invited.questions, response: start.response,
          workshop: task.workshop?.title)
      } ?? Self.occasion(of: task, start, among: all)
    guard case .begun(let stored) = start else {
      answers = [:]
      return
    }
    let given =
      if case .review(let again) = task { again.given(in: stored) } else {
        stored.assessment.answers
      }
    answers = given.filter { asked.position(of: $0.key) != nil }
  }

  private static func occasion(
    of task: AssessmentTask, _ start: Start, among all: [StoredAssessment]
  ) -> Questionnaire.Occasion {
    switch task {
    case .own, .core, .campaign: return .own
    case .workshop(let workshop):
      return .init(view: .now, workshop: workshop.title)
    case .review(let again):
      return .init(view: .again, workshop: again.workshop?.title)
    case .lookingBack(let day, let again):
      return .init(view: .lookingBack(day), workshop: again.workshop?.title)
    case .service:
      guard case .service(.inFiveYears) = start.subject else {
        return .init(view: .service(.now))
      }
      let said = ServiceChoice.saidForNow(in: start.framework, before: start.stored, among: all)
      return .init(
        view: .service(.inFiveYears), saidForNow: said.filter { $0.value != .skipped })
    }
  }

  /// The questionnaire, as it begins or goes on.
  ///
  /// - Parameters:
  ///   - scope: the areas to ask; empty asks all. What is rated again has its own statements.
  ///   - breadth: how much is asked first; `nil` as the form says.
  public func questionnaire(
    language: LanguageTag, scope: [AreaID], breadth: Questionnaire.Breadth? = nil
  ) -> Questionnaire {
    let breadth = breadth ?? Questionnaire.Breadth(of: form)
    var resumed: Assessment
    let areas: [AreaID]
    switch task {
    case .review(let again), .lookingBack(_, let again):
      var assessment = (start.stored ?? again.earlier).assessment
      assessment.answers = answers
      (resumed, areas) = (assessment, [])
    case .own, .core, .workshop, .campaign, .service:
      guard let stored = start.stored else {
        return Questionnaire(
          asked, language: language, scope: scope, occasion: occasion, role: role, breadth: breadth)
      }
      (resumed, areas) = (stored.assessment, scope)
      if case .settled(let role) = role { resumed.role = role }
    }
    return Questionnaire(
      resuming: resumed, of: asked, language: language, scope: areas, occasion: occasion,
      history: start.stored?.history ?? [], seconds: start.stored?.seconds ?? [],
      breadth: breadth)
  }

  /// The form that the person sets out to answer.
  public var form: QuestionnaireForm { task == .core ? .core : start.form }

  /// The statements without which it is not complete: what goes beyond the core form is left to the
  /// person.
  public var due: [CompetencyID] {
    let statements =
      switch task {
      case .own, .core: asked.asking(form)
      case .workshop, .campaign, .review, .lookingBack, .service: asked
      }
    return statements.competencies.map(\.id)
  }

  /// What is to be kept before one that was begun goes on, in which more or less is asked now than when
  /// it began; nothing for most.
  ///
  /// - Parameter breadth: how much is asked first; `nil` as the form says.
  public func changesAtStart(breadth: Questionnaire.Breadth? = nil) -> [AssessmentChange] {
    let form = breadth == .everything && occasion.invitation == nil ? .full : form
    guard let stored = start.stored, stored.assessment.form != form else { return [] }
    return [.form(form)]
  }
}

extension Sitting.Start {
  /// The assessment that was begun before; `nil` for a new one.
  public var stored: StoredAssessment? {
    if case .begun(let stored) = self { stored } else { nil }
  }

  /// What is rated in it.
  public var subject: Assessment.Subject {
    switch self {
    case .new(let new, _): new.subject
    case .begun(let stored): stored.assessment.subject
    }
  }

  /// Which statements the person set out to answer.
  public var form: QuestionnaireForm {
    switch self {
    case .new(let new, _): new.form
    case .begun(let stored): stored.assessment.form
    }
  }

  /// The framework whose words it is answered with.
  public var framework: Framework.Key {
    switch self {
    case .new(let new, _): new.framework
    case .begun(let stored): stored.assessment.framework
    }
  }

  /// The random id that a file shared of it bears.
  public var response: UUID {
    switch self {
    case .new(_, let response): response
    case .begun(let stored): stored.response
    }
  }
}

// MARK: - What comes after it

extension Sitting {
  /// What a person does next.
  public enum Next: Hashable, Sendable {
    /// They go on, or begin again.
    case goOn
    /// They see where they stand.
    case profile
    /// They see what has changed since the assessment before.
    case compareWithLast
    /// They see what has changed since the day to which they looked back.
    case compareWithThen
    /// They share what they answered for a campaign.
    case share
    /// They see what of the very short form would leave; it is there to be shared.
    case shareShortForm
    /// They see what would leave of the very short form, with what they looked back to.
    case shareLookingBack
    /// They say what the service needs in five years.
    case sayInFiveYears
    /// They see what would leave of what they said of the service.
    case shareService
  }

  /// What the person does next.
  public func next(isFinished: Bool) -> Next {
    guard isFinished else { return .goOn }
    let isShort = occasion.workshop != nil
    return switch occasion.view {
    case .now: occasion.invitation != nil ? .share : isShort ? .shareShortForm : .profile
    case .again: .compareWithLast
    case .lookingBack: isShort ? .shareLookingBack : .compareWithThen
    case .service(.now): .sayInFiveYears
    case .service(.inFiveYears): .shareService
    }
  }
}

/// Answers that are given in one go, from a file or from options, as they are kept.
public struct AnswersInOneGo: Equatable, Sendable {
  /// Why they are not kept.
  public enum Problem: Error, Hashable, Sendable {
    /// A statement that is not asked now.
    case notAsked(CompetencyID)
    /// A file in which no statement is answered.
    case nothingAnswered
    /// These statements would be left without an answer, of so many.
    case incomplete([CompetencyID], of: Int)
    /// What matters most is not asked.
    case picksNotAsked
  }

  /// What is kept of them, in order.
  public let changes: [AssessmentChange]
  /// How many answers are given.
  public let given: Int
  /// How many of them say that the statement was skipped.
  public let skipped: Int
  /// How many statements have no answer yet.
  public let open: Int
  /// Whether the assessment is finished by them.
  public let isFinished: Bool
}

extension Sitting {
  /// Takes answers that are given in one go.
  ///
  /// - Parameters:
  ///   - isWhole: whether they come as a whole, from a file: then something must be answered, and
  ///     with every answer the assessment is finished, but for the last questions of a campaign, which
  ///     the questionnaire asks.
  ///   - requiresAll: whether no statement may be left without an answer.
  public func taking(
    _ given: PersonalAnswers, isWhole: Bool, requiresAll: Bool
  ) throws(AnswersInOneGo.Problem) -> AnswersInOneGo {
    let competencies = asked.competencies.map(\.id)
    let others = given.answers.filter { asked.position(of: $0.key) == nil && $0.value != .skipped }
    if let other = others.keys.min() { throw .notAsked(other) }
    if isWhole, given.answers.values.allSatisfy({ $0 == .skipped }) { throw .nothingAnswered }
    let open = due.filter { answers[$0] == nil && given.answers[$0] == nil }
    if requiresAll, !open.isEmpty { throw .incomplete(open, of: due.count) }
    if !asksPicks, !given.importance.picked.isEmpty { throw .picksNotAsked }
    let isFinished = isWhole && open.isEmpty && occasion.invitation == nil
    var changes: [AssessmentChange] = []
    if case .settled(let role) = role { changes.append(.role(role)) }
    for id in competencies {
      if let answer = given.answers[id] {
        changes.append(.answer(id, answer, seconds: Pace.usualSeconds))
      }
      if let note = given.notes[id] { changes.append(.note(id, note)) }
    }
    if !given.importance.picked.isEmpty { changes.append(.importance(given.importance)) }
    if isFinished { changes.append(.finished) }
    return AnswersInOneGo(
      changes: changes, given: given.answers.count,
      skipped: given.answers.values.count { $0 == .skipped }, open: open.count,
      isFinished: isFinished)
  }

  /// Whether it may be said which statements matter most; where the person rates themselves again,
  /// too.
  private var asksPicks: Bool {
    if case .service = occasion.view { return false }
    return occasion.invitation.map { $0.importance == .picks } ?? true
  }
}

/// What a new round does to a campaign that the person has answered already.
public enum AnsweredBefore: Equatable, Sendable {
  /// It is a round of their own; what was answered for the campaign, on this day, stays as it is.
  case stays(ID<Campaign>, on: CalendarDate)
  /// It answers the same campaign once more: whoever sends both counts twice. Whether the earlier one
  /// was shared.
  case twice(ID<Campaign>, on: CalendarDate, wasShared: Bool)

  /// Looks whether a task begins anew beside a campaign that was answered; `nil` where it does not.
  ///
  /// - Parameter all: every assessment of the person, the one begun last first.
  public init?(
    _ start: Sitting.Start, for task: AssessmentTask, among all: [StoredAssessment]
  ) {
    guard start.stored == nil else { return nil }
    let finished = all.filter { $0.isFinished && $0.assessment.isOwn }
    switch task {
    case .campaign(let campaign, _, _):
      guard let before = finished.first(where: { $0.invitation?.campaign == campaign }) else {
        return nil
      }
      self = .twice(campaign, on: before.changed, wasShared: before.revision > 0)
    case .own, .core, .review:
      guard let last = finished.first(where: \.assessment.isWhole),
        let campaign = last.invitation?.campaign
      else { return nil }
      self = .stays(campaign, on: last.changed)
    case .workshop, .lookingBack, .service:
      return nil
    }
  }
}
