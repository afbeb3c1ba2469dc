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
