package import Foundation
package import Waymark
package import WaymarkBasics

/// An assessment as a store keeps it: with the order and the pace of its answers, and what was
/// shared of it.
package struct StoredAssessment: Equatable, Sendable {
  /// The assessment.
  package let assessment: Assessment
  /// The statements answered, in the order of their answers.
  package let history: [CompetencyID]
  /// The seconds that each of those answers took.
  package let seconds: [Double]
  /// The day of the last change.
  package let changed: CalendarDate
  /// The random id that a shared file bears in place of a name.
  package let response: UUID
  /// How many times the assessment was shared.
  package let revision: Int
  /// The invitation that it answers; `nil` for the person's own use.
  package let invitation: StoredInvitation?
}
