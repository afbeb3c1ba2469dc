package import FoundationEssentials
package import WaymarkBasics

/// An invitation as a store keeps it beside the assessment that answers it, in its very words.
package struct StoredInvitation: Equatable, Sendable {
  /// The campaign that invites.
  package let campaign: ID<Campaign>
  /// The bytes of the invitation.
  package let xml: [UInt8]
  /// The SHA-256 of the background questions, whose bytes the store keeps too.
  package let backgroundDocument: String

  package init(campaign: ID<Campaign>, xml: [UInt8], backgroundDocument: String) {
    self.campaign = campaign
    self.xml = xml
    self.backgroundDocument = backgroundDocument
  }
}

/// An assessment as a store keeps it: with the order and the pace of its answers, and what was
/// shared of it.
package struct StoredAssessment: Equatable, Sendable {
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

  package init(
    assessment: Assessment, history: [CompetencyID], seconds: [Double], changed: CalendarDate,
    response: UUID, revision: Int, invitation: StoredInvitation?
  ) {
    self.assessment = assessment
    self.history = history
    self.seconds = seconds
    self.changed = changed
    self.response = response
    self.revision = revision
    self.invitation = invitation
  }

  /// Whether it is finished, and does not change any more.
  package var isFinished: Bool { assessment.finished != nil }
}

/// One thing that changes in an assessment.
package enum AssessmentChange: Equatable, Sendable {
  /// An answer, in the place of an earlier one, and the seconds that it took.
  case answer(CompetencyID, Answer, seconds: Double)
  /// A note, in the place of an earlier one.
  case note(CompetencyID, String)
  /// What matters most, in the place of all earlier picks.
  case importance(Assessment.Importance)
  /// How important a statement is; `nil` takes an earlier rating back.
  case rating(CompetencyID, ImportanceRating?)
  /// The answer to a background question of a campaign; an empty list says that it was skipped.
  case background(ID<BackgroundQuestions.Field>, [ID<BackgroundQuestions.Option>])
  /// The role to compare with.
  case role(RoleID?)
  /// The end: from now on the assessment does not change.
  case finished
}
