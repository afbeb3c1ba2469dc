package import FoundationEssentials
package import WaymarkBasics

/// One round of rating oneself against a framework, finished or not.
package struct Assessment: Equatable, Sendable {
  /// The longest note, in Unicode scalars, as the store counts.
  package static let noteLimit = 2000

  /// What matters most to the person this year.
  package struct Importance: Equatable, Sendable {
    /// The competencies picked at the end of an area, up to two an area.
    package var picked: Set<CompetencyID>
    /// The top of all, the most important first, up to three.
    package var top: [CompetencyID]
    /// How important statements are, where a campaign has each one rated; then nothing is picked.
    package var ratings: [CompetencyID: ImportanceRating]

    /// Joins the picks.
    package init(
      picked: Set<CompetencyID> = [], top: [CompetencyID] = [],
      ratings: [CompetencyID: ImportanceRating] = [:]
    ) {
      self.picked = picked
      self.top = top
      self.ratings = ratings
    }
  }

  /// What is rated, and as of when.
  package enum Subject: Hashable, Sendable {
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
  package let id: UUID
  /// The framework whose words were answered, down to the bytes.
  package let framework: Framework.Key
  /// The role to compare with; `nil` shows levels only.
  package var role: RoleID?
  /// The day it was begun.
  package let started: CalendarDate
  /// What is rated, and as of when.
  package let subject: Subject
  /// The day it was finished; from then on it does not change.
  package var finished: CalendarDate?
  /// The answers so far; a competency that is absent was not asked.
  package var answers: [CompetencyID: Answer]
  /// What the person wrote beside the statements; a note never leaves the store.
  package var notes: [CompetencyID: String]
  /// The picks so far.
  package var importance: Importance
  /// The answers to a campaign's background questions so far; an empty list was skipped, a question
  /// that is absent was not asked.
  package var background: [ID<BackgroundQuestions.Field>: [ID<BackgroundQuestions.Option>]]

  /// Joins the parts.
  package init(
    id: UUID, framework: Framework.Key, role: RoleID?, started: CalendarDate,
    subject: Subject = .everything, finished: CalendarDate? = nil,
    answers: [CompetencyID: Answer] = [:],
    notes: [CompetencyID: String] = [:], importance: Importance = Importance(),
    background: [ID<BackgroundQuestions.Field>: [ID<BackgroundQuestions.Option>]] = [:]
  ) {
    self.id = id
    self.framework = framework
    self.role = role
    self.started = started
    self.subject = subject
    self.finished = finished
    self.answers = answers
    self.notes = notes
    self.importance = importance
    self.background = background
  }
}

extension Assessment {
  /// The day that the person thought back to; `nil` for the day itself.
  package var looksBackTo: CalendarDate? {
    if case .lookingBack(let day, _) = subject { day } else { nil }
  }

  /// The workshop whose statements alone are asked, in the very short form; `nil` for all there is.
  package var workshop: ID<WorkshopOffer>? {
    switch subject {
    case .workshop(let workshop): workshop
    case .lookingBack(_, let workshop): workshop
    case .everything, .service: nil
    }
  }

  /// The time for which it says what the library's service needs; `nil` where the person rates
  /// themselves.
  package var service: ServiceMoment? {
    if case .service(let moment) = subject { moment } else { nil }
  }

  /// Whether it rates the person as they are at the time, with nothing left out from the start: what
  /// profiles and paths are made from unless another one is named.
  package var isWhole: Bool { subject == .everything }

  /// Whether it rates the person as they are at the time.
  package var isOwn: Bool {
    switch subject {
    case .everything, .workshop: true
    case .lookingBack, .service: false
    }
  }
}

/// The levels that a person gave later for an earlier day, seen with what they know now: a
/// retrospective pretest (Howard 1980).
package struct LookingBack: Hashable, Sendable {
  /// The month of the day that was looked back to, `2026-09`.
  package let month: String
  /// The levels of then.
  package let levels: [CompetencyID: Level]

  /// Joins the parts.
  package init(month: String, levels: [CompetencyID: Level]) {
    self.month = month
    self.levels = levels
  }
}

/// The time for which someone says what level their library's service needs.
package enum ServiceMoment: String, CaseIterable, Sendable {
  /// As things are.
  case now
  /// In five years from then.
  case inFiveYears
}
