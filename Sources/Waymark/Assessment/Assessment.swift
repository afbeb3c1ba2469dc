public import FoundationEssentials
public import WaymarkBasics

/// One round of rating oneself against a framework, finished or not.
public struct Assessment: Equatable, Sendable {
  /// The longest note, in Unicode scalars, as the store counts.
  public static let noteLimit = 2000

  /// What matters most to the person this year.
  public struct Importance: Equatable, Sendable {
    /// The competencies picked at the end of an area, up to two an area.
    public var picked: Set<CompetencyID>
    /// The top of all, the most important first, up to three.
    public var top: [CompetencyID]
    /// How important statements are, where a campaign has each one rated; then nothing is picked.
    public var ratings: [CompetencyID: ImportanceRating]

    /// Joins the picks.
    public init(
      picked: Set<CompetencyID> = [], top: [CompetencyID] = [],
      ratings: [CompetencyID: ImportanceRating] = [:]
    ) {
      self.picked = picked
      self.top = top
      self.ratings = ratings
    }
  }

  /// What is rated, and as of when.
  public enum Subject: Hashable, Sendable {
    /// The person as they are at the time, with nothing left out from the start.
    case everything
    /// The person as they are at the time, for the statements of a workshop: the very short form.
    case workshop(ID<WorkshopOffer>)
    /// The person as they were on an earlier day, seen with what they know now, perhaps for the
    /// statements of a workshop alone.
    case lookingBack(CalendarDate, workshop: ID<WorkshopOffer>?)
    /// Not the person, but what their library's service needs.
    case service(ServiceMoment)
  }

  /// The assessment's own id, random.
  public let id: UUID
  /// The framework whose words were answered, down to the bytes.
  public let framework: Framework.Key
  /// The role to compare with; `nil` shows levels only.
  public var role: RoleID?
  /// The day it was begun.
  public let started: CalendarDate
  /// What is rated, and as of when.
  public let subject: Subject
  /// Which statements the person set out to answer; more of them may have an answer.
  public var form: QuestionnaireForm
  /// The day it was finished; from then on it does not change but for its notes.
  public var finished: CalendarDate?
  /// The answers so far; a competency that is absent was not asked.
  public var answers: [CompetencyID: Answer]
  /// What the person wrote beside the statements; a note never leaves the store.
  public var notes: [CompetencyID: String]
  /// The picks so far.
  public var importance: Importance
  /// The answers to a campaign's background questions so far; an empty list was skipped, a question
  /// that is absent was not asked.
  public var background: [ID<BackgroundQuestions.Field>: [ID<BackgroundQuestions.Option>]]

  /// Joins what is known; a new assessment has no answers and is not finished.
  public init(
    id: UUID, framework: Framework.Key, role: RoleID?, started: CalendarDate,
    subject: Subject = .everything, form: QuestionnaireForm = .full,
    finished: CalendarDate? = nil, answers: [CompetencyID: Answer] = [:],
    notes: [CompetencyID: String] = [:], importance: Importance = Importance(),
    background: [ID<BackgroundQuestions.Field>: [ID<BackgroundQuestions.Option>]] = [:]
  ) {
    self.id = id
    self.framework = framework
    self.role = role
    self.started = started
    self.subject = subject
    self.form = form
    self.finished = finished
    self.answers = answers
    self.notes = notes
    self.importance = importance
    self.background = background
  }
}

extension Assessment {
  /// The day that the person thought back to; `nil` for the day itself.
  public var looksBackTo: CalendarDate? {
    if case .lookingBack(let day, _) = subject { day } else { nil }
  }

  /// The workshop whose statements alone are asked, in the very short form; `nil` for all there is.
  public var workshop: ID<WorkshopOffer>? {
    switch subject {
    case .workshop(let workshop): workshop
    case .lookingBack(_, let workshop): workshop
    case .everything, .service: nil
    }
  }

  /// The time for which it says what the library's service needs; `nil` where the person rates
  /// themselves.
  public var service: ServiceMoment? {
    if case .service(let moment) = subject { moment } else { nil }
  }

  /// The form that it is of: the core form until a statement that is none of the core has an answer.
  ///
  /// - Parameter framework: the one that it answers.
  public func form(in framework: Framework) -> QuestionnaireForm {
    let core = framework.coreStatements
    return form == .core && answers.allSatisfy { core.contains($0.key) || $0.value == .skipped }
      ? .core : .full
  }

  /// Whether it rates the person as they are at the time, with nothing left out from the start but by
  /// its form: what profiles and paths are made from unless another one is named.
  public var isWhole: Bool { subject == .everything }

  /// Whether it rates the person as they are at the time.
  public var isOwn: Bool {
    switch subject {
    case .everything, .workshop: true
    case .lookingBack, .service: false
    }
  }
}

/// The levels that a person gave later for an earlier day, seen with what they know now: a
/// retrospective pretest (Howard 1980).
public struct LookingBack: Hashable, Sendable {
  /// The month of the day that was looked back to, `2026-09`.
  public let month: String
  /// The levels of then.
  public let levels: [CompetencyID: Level]

  package init(month: String, levels: [CompetencyID: Level]) {
    self.month = month
    self.levels = levels
  }
}

/// The time for which someone says what level their library's service needs.
public enum ServiceMoment: String, CaseIterable, Sendable {
  /// As things are.
  case now
  /// In five years from then.
  case inFiveYears
}
