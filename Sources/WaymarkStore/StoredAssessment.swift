public import Foundation
public import Waymark

/// An assessment as a store keeps it: with the order and the pace of its answers, and what was
/// shared of it.
public struct StoredAssessment: Equatable, Sendable {
  /// The assessment.
  public let assessment: Assessment
  /// The statements answered, in the order of their answers.
  public let history: [CompetencyID]
  /// The seconds that each of those answers took.
  public let seconds: [Double]
  /// The day of the last change.
  public let changed: CalendarDate
  /// The random id that a shared file bears in place of a name.
  public let response: UUID
  /// How many times the assessment was shared.
  public let revision: Int
  /// The invitation that it answers; `nil` for the person's own use.
  public let invitation: StoredInvitation?
}
