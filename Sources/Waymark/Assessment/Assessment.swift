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

  /// The assessment's own id, random.
  package let id: UUID
  /// The framework whose words were answered, down to the bytes.
  package let framework: Framework.Key
  /// The role to compare with; `nil` shows levels only.
  package var role: RoleID?
  /// The day it was begun.
  package let started: CalendarDate
  /// The day that the person thought back to, and rated as it is seen now; `nil` for the day itself.
  package let looksBackTo: CalendarDate?
  /// The workshop whose statements alone are asked, in the very short form; `nil` for all there is.
  package let workshop: ID<WorkshopOffer>?
  /// The time for which it says what the library's service needs; `nil` where the person rates
  /// themselves.
  package let service: ServiceMoment?
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

  package init(
    id: UUID, framework: Framework.Key, role: RoleID?, started: CalendarDate,
    looksBackTo: CalendarDate? = nil, workshop: ID<WorkshopOffer>? = nil,
    service: ServiceMoment? = nil, finished: CalendarDate? = nil,
    answers: [CompetencyID: Answer] = [:],
    notes: [CompetencyID: String] = [:], importance: Importance = Importance(),
    background: [ID<BackgroundQuestions.Field>: [ID<BackgroundQuestions.Option>]] = [:]
  ) {
    self.id = id
    self.framework = framework
    self.role = role
    self.started = started
    self.looksBackTo = looksBackTo
    self.workshop = workshop
    self.service = service
    self.finished = finished
    self.answers = answers
    self.notes = notes
    self.importance = importance
    self.background = background
  }
  /// Whether it rates the person as they are at the time, with nothing left out from the start: what
  /// profiles and paths are made from unless another one is named.
  package var isWhole: Bool { isOwn && workshop == nil }
  /// Whether it rates the person as they are at the time.
  package var isOwn: Bool { looksBackTo == nil && service == nil }
}

/// The levels that a person gave later for an earlier day, seen with what they know now: a
/// retrospective pretest (Howard 1980).
package struct LookingBack: Hashable, Sendable {
  /// The month of the day that was looked back to, `2026-09`.
  package let month: String
  /// The levels of then.
  package let levels: [CompetencyID: Level]

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

  /// The time in words, as they stand after "needs".
  package var inWords: String {
    switch self {
    case .now: "now"
    case .inFiveYears: "in five years"
    }
  }
}
