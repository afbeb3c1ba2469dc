import Foundation
import Waymark
import WaymarkBasics
import WaymarkSheets
import WaymarkStore

/// One assessment as it is being written to its store.
final class AssessmentWriter {
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

/// Answers that come with the command, from a file or from options, before it is known in which
/// words they are to be read.
struct GivenAnswers {
  private enum Source {
    case rows([TableRow], file: String)
    case assignments([String])
  }

  private static let sizeLimit = 8 << 20

  private let source: Source

  /// Reads the file, once; `nil` when there is neither a file nor an option.
  init?(file: String?, assignments: [String]) throws {
    if let file {
      let name = BoundedFile.name(of: file)
      source = .rows(
        try CSVReader.rows(of: try BoundedFile.read(file, limit: Self.sizeLimit), file: name),
        file: name)
    } else if assignments.isEmpty {
      return nil
    } else {
      source = .assignments(assignments)
    }
  }

  /// The answers to a framework's statements.
  ///
  /// - Throws: `Findings` of everything that is wrong with them.
  func answers(to framework: Framework) throws -> PersonalAnswers {
    switch source {
    case .rows(let rows, let file):
      return try AnswersTable.answers(in: rows, file: file, framework: framework)
    case .assignments(let texts):
      let assignments = try AnswerAssignment.parse(texts, framework: framework)
      return PersonalAnswers(
        answers: Dictionary(
          assignments.compactMap { item in item.answer.map { (item.competency, $0) } },
          uniquingKeysWith: { $1 }))
    }
  }
}
