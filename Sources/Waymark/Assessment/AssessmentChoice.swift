public import WaymarkBasics

/// Whether a task begins an assessment, goes on with one, or is refused.
public enum AssessmentChoice: Equatable, Sendable {
  /// A new one is begun.
  case begin(NewAssessment)
  /// One that was begun is gone on with.
  case resume(StoredAssessment, role: RoleChoice)
  /// Neither; what was begun or finished before has to be dealt with first.
  case refuse(Refusal)

  /// What stands in the way.
  public enum Refusal: Hashable, Sendable {
    /// The person's own assessment was finished on this day.
    case finished(on: CalendarDate)
    /// The campaign was answered to the end on this day.
    case answered(ID<Campaign>, on: CalendarDate)
    /// The campaign is being answered in another form: everything, or what this workshop is about.
    case begunInOtherForm(ID<Campaign>, workshop: ID<WorkshopOffer>?)
    /// An assessment that is not for the campaign waits: of everything, or about this workshop.
    case otherWaits(workshop: ID<WorkshopOffer>?)
    /// An assessment that was begun on this day, and is no review of these statements, waits.
    case noReviewWaits(begun: CalendarDate)
    /// One that was begun on this day asks more than the core statements.
    case moreThanCoreWaits(begun: CalendarDate)
    /// What the service needs was said to the end on this day.
    case serviceSaid(on: CalendarDate)
  }

  /// Chooses for a task.
  ///
  /// - Parameters:
  ///   - all: every assessment of the person, the one begun last first.
  ///   - current: the framework that a new one asks, where it does not follow on an earlier one.
  ///   - startsNew: whether what was begun or finished is left as it is.
  public static func choose(
    for task: AssessmentTask, among all: [StoredAssessment], in current: Framework.Key,
    startsNew: Bool
  ) -> AssessmentChoice {
    let candidates = startsNew ? [] : all
    switch task {
    case .own:
      return own(candidates)
        ?? .begin(NewAssessment(current, .everything, role: lastRole(among: all)))
    case .core:
      if let latest = latest(candidates, nil), !latest.isFinished, !latest.goesOnAsCoreForm {
        return .refuse(.moreThanCoreWaits(begun: latest.assessment.started))
      }
      return own(candidates)
        ?? .begin(
          NewAssessment(current, .everything, form: .core, role: lastRole(among: all)))
    case .workshop(let workshop):
      return own(candidates, workshop.id)
        ?? .begin(NewAssessment(current, .workshop(workshop.id), role: role(among: all, current)))
    case .campaign(let campaign, nil, let form):
      return answering(campaign, candidates)
        ?? .begin(NewAssessment(current, .everything, form: form, role: lastRole(among: all)))
    case .campaign(let campaign, let workshop?, _):
      return answering(campaign, candidates, workshop.id)
        ?? .begin(NewAssessment(current, .workshop(workshop.id), role: role(among: all, current)))
    case .review(let again):
      return reviewing(again, candidates)
    case .lookingBack(let day, let again):
      return lookingBack(to: day, again, candidates)
    case .service:
      return service(candidates, current)
    }
  }

  /// The one for the person's own use that was begun last.
  ///
  /// The very short form is begun anew where it was finished, as before and after a workshop.
  private static func own(
    _ all: [StoredAssessment], _ workshop: ID<WorkshopOffer>? = nil
  ) -> AssessmentChoice? {
    guard let latest = latest(all, workshop) else { return nil }
    guard latest.isFinished else { return .resume(latest, role: .ask) }
    return workshop == nil ? .refuse(.finished(on: latest.changed)) : nil
  }

  private static func latest(
    _ all: [StoredAssessment], _ workshop: ID<WorkshopOffer>?
  ) -> StoredAssessment? {
    all.first { $0.assessment.isOwn && $0.assessment.workshop == workshop }
  }

  /// One person answers a campaign once: all of it, or what one workshop is about.
  private static func answering(
    _ campaign: ID<Campaign>, _ all: [StoredAssessment], _ workshop: ID<WorkshopOffer>? = nil
  ) -> AssessmentChoice? {
    let answer = all.first { $0.assessment.isOwn && $0.invitation?.campaign == campaign }
    guard let answer else {
      guard let latest = latest(all, workshop), !latest.isFinished else { return nil }
      return .refuse(.otherWaits(workshop: workshop))
    }
    guard !answer.isFinished else { return .refuse(.answered(campaign, on: answer.changed)) }
    guard answer.assessment.workshop == workshop else {
      return .refuse(.begunInOtherForm(campaign, workshop: answer.assessment.workshop))
    }
    return .resume(answer, role: .ask)
  }

  /// The role of the last assessment with the same statements, which the very short form takes over
  /// without asking.
  private static func role(
    among all: [StoredAssessment], _ framework: Framework.Key
  ) -> RoleChoice {
    all.first { stored in
      stored.isFinished && stored.assessment.isOwn && stored.assessment.framework == framework
    }.map { .settled($0.assessment.role) } ?? .ask
  }

  /// The role of last time, which is offered.
  private static func lastRole(among all: [StoredAssessment]) -> RoleChoice {
    all.first { $0.isFinished && $0.assessment.isOwn }?.assessment.role.map(RoleChoice.offered)
      ?? .ask
  }

  /// A review that waits is known by having every answer of the assessment before, but for those to
  /// the statements that are asked.
  private static func reviewing(
    _ again: RatingAgain, _ all: [StoredAssessment]
  ) -> AssessmentChoice {
    let before = again.earlier.assessment
    guard let begun = all.first(where: \.assessment.isWhole), !begun.isFinished else {
      return .begin(
        NewAssessment(
          before.framework, .everything, form: before.form, role: .settled(before.role),
          carried: again.carried))
    }
    let isReview =
      begun.invitation == nil && begun.assessment.framework == before.framework
      && before.answers.keys.allSatisfy { id in
        again.asked.position(of: id) != nil || begun.assessment.answers[id] != nil
      }
    return isReview
      ? .resume(begun, role: .settled(before.role))
      : .refuse(.noReviewWaits(begun: begun.assessment.started))
  }

  private static func lookingBack(
    to day: CalendarDate, _ again: RatingAgain, _ all: [StoredAssessment]
  ) -> AssessmentChoice {
    let before = again.earlier.assessment
    let subject = Assessment.Subject.lookingBack(day, workshop: again.workshop?.id)
    let begun = all.first { stored in
      !stored.isFinished && stored.assessment.subject == subject
        && stored.assessment.framework == before.framework
    }
    return begun.map { .resume($0, role: .settled(before.role)) }
      ?? .begin(
        NewAssessment(
          before.framework, subject, role: .settled(before.role), carried: [.role(before.role)]))
  }

  /// What the service needs is said for now first, then, in the same words, for in five years.
  private static func service(
    _ all: [StoredAssessment], _ current: Framework.Key
  ) -> AssessmentChoice {
    guard let latest = all.first(where: { $0.assessment.service != nil }) else {
      return .begin(NewAssessment(current, .service(.now), role: .settled(nil)))
    }
    guard latest.isFinished else { return .resume(latest, role: .ask) }
    guard latest.assessment.service == .now else {
      return .refuse(.serviceSaid(on: latest.changed))
    }
    return .begin(
      NewAssessment(latest.assessment.framework, .service(.inFiveYears), role: .settled(nil)))
  }
}

extension StoredAssessment {
  /// Whether what was begun can go on as the core form: it is that, or has no answer yet and is for
  /// nobody else.
  fileprivate var goesOnAsCoreForm: Bool {
    assessment.form == .core || assessment.answers.isEmpty && invitation == nil
  }
}

/// An assessment that is to be begun.
public struct NewAssessment: Equatable, Sendable {
  /// The framework that it asks.
  public let framework: Framework.Key
  /// What is rated in it.
  public let subject: Assessment.Subject
  /// Which statements the person sets out to answer.
  public let form: QuestionnaireForm
  /// Whether the role is settled.
  public let role: RoleChoice
  /// What it takes over from an earlier one.
  public let carried: [AssessmentChange]

  package init(
    _ framework: Framework.Key, _ subject: Assessment.Subject, form: QuestionnaireForm = .full,
    role: RoleChoice = .ask, carried: [AssessmentChange] = []
  ) {
    self.framework = framework
    self.subject = subject
    self.form = form
    self.role = role
    self.carried = carried
  }
}

/// Whether it is settled which role answers are compared with.
public enum RoleChoice: Hashable, Sendable {
  /// The person is asked where an assessment begins; one that was begun keeps its role.
  case ask
  /// The person is asked, and Enter takes this one, which they had last time.
  case offered(RoleID)
  /// It is this role, or, with `nil`, none.
  case settled(RoleID?)
}

/// What a person sets out to rate.
public enum AssessmentTask: Equatable, Sendable {
  /// Themselves as they are, in everything there is.
  case own
  /// Themselves as they are, in the core statements, from which they may go on to all others.
  case core
  /// Themselves as they are, in what a workshop is about: the very short form.
  case workshop(WorkshopOffer)
  /// What an invitation asks: the statements of its form, or in the form of a workshop.
  case campaign(ID<Campaign>, workshop: WorkshopOffer?, form: QuestionnaireForm = .full)
  /// Some statements again, as things are now.
  case review(RatingAgain)
  /// Some statements as they were on an earlier day, with what is known now.
  case lookingBack(CalendarDate, RatingAgain)
  /// What their library's service needs.
  case service

  /// The workshop whose statements alone are asked; `nil` where none was named.
  public var workshop: WorkshopOffer? {
    switch self {
    case .own, .core, .service: nil
    case .workshop(let workshop): workshop
    case .campaign(_, let workshop, _): workshop
    case .review(let again), .lookingBack(_, let again): again.workshop
    }
  }

  /// The statements that are asked, of a campaign those of its full form.
  ///
  /// - Parameter framework: all statements, in the words that the assessment goes on with.
  public func asked(of framework: Framework) -> Framework {
    switch self {
    case .own, .core, .service: framework
    case .workshop(let workshop): framework.asking(for: workshop)
    case .campaign(_, let workshop, _): framework.asking(for: workshop)
    case .review(let again), .lookingBack(_, let again): again.asked
    }
  }
}

/// Statements that are rated again, with the assessment in which they were rated before.
public struct RatingAgain: Equatable, Sendable {
  /// Which statements are rated again.
  public enum Statements: Equatable, Sendable {
    /// Those of whole areas.
    case areas([AreaID])
    /// What a workshop is about.
    case workshop(WorkshopOffer)
    /// What finished steps of learning paths were about.
    case touched([CompetencyID])
  }

  /// The assessment before.
  public let earlier: StoredAssessment
  /// All statements, in the words of the assessment before.
  public let framework: Framework
  /// The statements that are rated again.
  public let asked: Framework
  /// The workshop whose statements they are; `nil` for others.
  public let workshop: WorkshopOffer?

  /// Joins the parts; `nil` where no statement is left to be rated.
  ///
  /// - Parameter framework: the one that `earlier` was answered with.
  public init?(of earlier: StoredAssessment, in framework: Framework, _ statements: Statements) {
    let ids: [CompetencyID]
    switch statements {
    case .areas(let areas):
      ids = framework.areas.filter { areas.contains($0.id) }.flatMap { $0.competencies.map(\.id) }
      workshop = nil
    case .workshop(let offer):
      ids = offer.serves.map(\.competency)
      workshop = offer
    case .touched(let touched):
      ids = touched
      workshop = nil
    }
    let asked = framework.asking(only: Set(ids))
    guard !asked.competencies.isEmpty else { return nil }
    self.earlier = earlier
    self.framework = framework
    self.asked = asked
  }

  /// The assessment of which some is rated again as things are now: the last of everything that was
  /// finished; `nil` where there is none.
  public static func earlierToReview(among all: [StoredAssessment]) -> StoredAssessment? {
    all.first { $0.isFinished && $0.assessment.isWhole }
  }

  /// The assessment beside which a person looks back.
  ///
  /// That is the one that is reviewed too; the very short form only where there is nothing else, or
  /// where a workshop is named and it was finished last.
  public static func earlierToLookBack(
    among all: [StoredAssessment], isAboutWorkshop: Bool
  ) -> StoredAssessment? {
    let whole = isAboutWorkshop ? nil : earlierToReview(among: all)
    return whole ?? all.first { $0.isFinished && $0.assessment.isOwn }
  }

  /// What a new assessment takes over where things are rated as they are now: the role, and all that
  /// is not asked again.
  var carried: [AssessmentChange] {
    let before = earlier.assessment
    let competencies = framework.competencies.map(\.id)
    let answers = competencies.compactMap { id in
      asked.position(of: id) == nil
        ? before.answers[id].map { AssessmentChange.answer(id, $0, seconds: 0) } : nil
    }
    let notes = competencies.compactMap { id in
      before.notes[id].map { AssessmentChange.note(id, $0) }
    }
    return [.role(before.role)] + answers + notes + [.importance(before.importance)]
      + before.importance.ratings.sorted { $0.key < $1.key }.map { .rating($0, $1) }
  }

  /// The answers of a review that were given in it: one that it only took over is none.
  func given(in review: StoredAssessment) -> [CompetencyID: Answer] {
    let untimed = Set(zip(review.history, review.seconds).filter { $1 == 0 }.map(\.0))
    return review.assessment.answers.filter { id, answer in
      !(untimed.contains(id) && earlier.assessment.answers[id] == answer)
    }
  }
}

extension Framework {
  /// The statements that a workshop serves; everything where there is no workshop.
  public func asking(for workshop: WorkshopOffer?) -> Framework {
    workshop.map { asking(only: Set($0.serves.map(\.competency))) } ?? self
  }
}
