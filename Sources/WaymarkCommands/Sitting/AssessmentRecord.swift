import Foundation
import Waymark
import WaymarkBasics
import WaymarkStore

/// One assessment as it is being written to its store.
final class AssessmentRecord {
  private let store: Store
  private let loaded: LoadedFramework
  private let response: UUID
  private let invitation: AnsweredInvitation?
  private let today: CalendarDate
  private let looksBackTo: CalendarDate?
  private let workshop: ID<WorkshopOffer>?
  private let service: ServiceMoment?
  private let carried: [AssessmentChange]
  private(set) var id: UUID?

  /// Goes on with an assessment, or, with no `id`, waits to begin one.
  ///
  /// - Parameters:
  ///   - looksBackTo: the day that a new one is about, when it is not its own.
  ///   - workshop: the workshop that a new one is about alone.
  ///   - service: the time for which a new one says what the service needs.
  ///   - carried: what a new one takes over from an earlier one.
  init(
    in store: Store, id: UUID?, of loaded: LoadedFramework, response: UUID,
    invitation: AnsweredInvitation?, today: CalendarDate, looksBackTo: CalendarDate? = nil,
    workshop: ID<WorkshopOffer>? = nil, service: ServiceMoment? = nil,
    carried: [AssessmentChange] = []
  ) {
    self.store = store
    self.id = id
    self.loaded = loaded
    self.response = response
    self.invitation = invitation
    self.today = today
    self.looksBackTo = looksBackTo
    self.workshop = workshop
    self.service = service
    self.carried = carried
  }

  /// Keeps changes, all or none; begins the assessment when it has not begun.
  func keep(_ changes: [AssessmentChange]) throws {
    guard !changes.isEmpty else { return }
    if let id { return try store.keep(changes, of: id, on: today) }
    let assessment = Assessment(
      id: UUID(), framework: loaded.key, role: nil, started: today, looksBackTo: looksBackTo,
      workshop: workshop, service: service)
    try store.begin(
      assessment, response: response, xml: loaded.xml,
      invitation: invitation.map { ($0.stored, $0.documents) }, changes: carried + changes)
    id = assessment.id
  }
}
