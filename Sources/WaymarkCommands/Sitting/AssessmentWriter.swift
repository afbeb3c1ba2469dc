import Foundation
import Waymark
import WaymarkBasics
import WaymarkStore

/// One assessment as it is being written to its store.
final class AssessmentWriter {
  private let store: Store
  private let start: Sitting.Start
  private let loaded: LoadedFramework
  private let invitation: AnsweredInvitation?
  private let today: CalendarDate
  private var id: UUID?

  /// Goes on with an assessment, or waits to begin one.
  init(_ opened: OpenedSitting, in store: Store, today: CalendarDate) {
    self.store = store
    self.today = today
    start = opened.sitting.start
    (loaded, invitation) = (opened.loaded, opened.invitation)
    id = start.stored?.assessment.id
  }

  /// Keeps changes, all or none; begins the assessment when it has not begun.
  func keep(_ changes: [AssessmentChange]) throws {
    guard !changes.isEmpty else { return }
    if let id { return try store.keep(changes, of: id, on: today) }
    guard case .new(let new, let response) = start else { return }
    let assessment = Assessment(
      id: UUID(), framework: new.framework, role: nil, started: today, subject: new.subject)
    try store.begin(
      assessment, response: response, xml: loaded.xml,
      invitation: invitation.map { ($0.stored, $0.documents) }, changes: new.carried + changes)
    id = assessment.id
  }
}
