import Foundation
import Waymark
import WaymarkStore

/// One assessment as it is being written to its store.
final class AssessmentRecord {
  private let store: Store
  private let loaded: LoadedFramework
  private let response: UUID
  private let invitation: AnsweredInvitation?
  private let today: CalendarDate
  private(set) var id: UUID?

  /// Goes on with an assessment, or, with no `id`, waits to begin one.
  init(
    in store: Store, id: UUID?, of loaded: LoadedFramework, response: UUID,
    invitation: AnsweredInvitation?, today: CalendarDate
  ) {
    self.store = store
    self.id = id
    self.loaded = loaded
    self.response = response
    self.invitation = invitation
    self.today = today
  }

  /// Keeps changes, all or none; begins the assessment when it has not begun.
  func keep(_ changes: [AssessmentChange]) throws {
    guard !changes.isEmpty else { return }
    if let id { return try store.keep(changes, of: id, on: today) }
    let assessment = Assessment(id: UUID(), framework: loaded.key, role: nil, started: today)
    try store.begin(
      assessment, response: response, xml: loaded.xml,
      invitation: invitation.map { ($0.stored, $0.documents) }, changes: changes)
    id = assessment.id
  }
}
