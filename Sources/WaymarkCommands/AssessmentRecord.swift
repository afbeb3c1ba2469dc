import Foundation
import Waymark
import WaymarkStore

/// One assessment as it is being written to its store.
final class AssessmentRecord {
  private let store: Store
  private let framework: Framework.Key
  private let xml: [UInt8]
  private let today: CalendarDate
  private(set) var id: UUID?

  /// Goes on with an assessment, or, with no `id`, waits for `begin`.
  init(
    in store: Store, id: UUID?, framework: Framework.Key, xml: [UInt8], today: CalendarDate
  ) {
    self.store = store
    self.id = id
    self.framework = framework
    self.xml = xml
    self.today = today
  }

  func begin(role: RoleID?) throws {
    let assessment = Assessment(id: UUID(), framework: framework, role: role, started: today)
    try store.begin(assessment, response: UUID(), xml: xml)
    id = assessment.id
  }

  func save(_ answer: Answer, for competency: CompetencyID, seconds: Double) throws {
    try save([(competency, answer, seconds)])
  }

  func save(_ answers: [(competency: CompetencyID, answer: Answer, seconds: Double)]) throws {
    try store.save(answers, of: begun(), on: today)
  }

  func saveNote(_ note: String, for competency: CompetencyID) throws {
    try store.saveNote(note, for: competency, of: begun(), on: today)
  }

  func save(_ importance: Assessment.Importance) throws {
    try store.save(importance, of: begun(), on: today)
  }

  func finish() throws { try store.finish(begun(), on: today) }

  private func begun() -> UUID {
    guard let id else { preconditionFailure("an answer came before the assessment was begun") }
    return id
  }
}
