package import FoundationEssentials
import WaymarkBasics

/// What someone says that their library's service needs, now and in five years, by the statements.
///
/// The levels are those that at least one person should reach whom others can turn to. It is the view
/// of the one who answers, and says nothing of where they are themselves.
package struct ServiceView: Hashable, Sendable {
  /// A random id of its own; no response has it.
  package let id: UUID
  /// Counts the times that it was given; a higher revision replaces a lower one.
  package let revision: Int
  /// The month in which it was finished, such as 2026-11.
  package let month: String
  /// What is needed now.
  package let now: [CompetencyID: Answer]
  /// What is needed in five years.
  package let inFiveYears: [CompetencyID: Answer]

  package init(
    id: UUID, revision: Int, month: String, now: [CompetencyID: Answer],
    inFiveYears: [CompetencyID: Answer]
  ) {
    self.id = id
    self.revision = revision
    self.month = month
    self.now = now
    self.inFiveYears = inFiveYears
  }

  /// The id as files and stores have it.
  package var name: String { id.name }
}

/// What is said of a service as a shared file, `waymark-service.json`: without a role, a background, or
/// an id that a response has too.
extension ServiceView {
  /// What the file says.
  var sharedMembers: [String: JSON.Value] {
    [
      "month": .string(month), "now": JSON.Value(now.mapValues { .string($0.word) }),
      "inFiveYears": JSON.Value(inFiveYears.mapValues { .string($0.word) }),
    ]
  }

  /// Reads what a file says; `nil` when something is wrong, which is noted.
  init?(shared check: inout SharedFileCheck, id: UUID?, revision: Int?) {
    let month = check.value("month", .month, SharedFileCheck.month)
    let (now, inFiveYears) = (check.answers("now"), check.answers("inFiveYears"))
    guard let id, let revision, let month else { return nil }
    self.init(id: id, revision: revision, month: month, now: now, inFiveYears: inFiveYears)
  }
}
