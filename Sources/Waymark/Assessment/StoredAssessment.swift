public import FoundationEssentials
public import WaymarkBasics

/// An invitation as a store keeps it beside the assessment that answers it, in its very words.
public struct StoredInvitation: Equatable, Sendable {
  /// The campaign that invites.
  public let campaign: ID<Campaign>
  /// The bytes of the invitation.
  public let xml: [UInt8]
  /// The SHA-256 of the background questions, whose bytes the store keeps too.
  public let backgroundDocument: String

  package init(campaign: ID<Campaign>, xml: [UInt8], backgroundDocument: String) {
    self.campaign = campaign
    self.xml = xml
    self.backgroundDocument = backgroundDocument
  }
}

/// An assessment as a store keeps it: with the order and the pace of its answers, and what was
/// shared of it.
public struct StoredAssessment: Equatable, Sendable {
  /// The answers, with what is known of when and for what they were given.
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
  public var isFinished: Bool { assessment.finished != nil }
}

/// One thing that changes in an assessment.
public enum AssessmentChange: Equatable, Sendable {
  /// An answer, in the place of an earlier one, and the seconds that it took.
  case answer(CompetencyID, Answer, seconds: Double)
  /// A note, in the place of an earlier one; `nil` takes that away.
  case note(CompetencyID, String?)
  /// What matters most, in the place of all earlier picks.
  case importance(Assessment.Importance)
  /// How important a statement is; `nil` takes an earlier rating back.
  case rating(CompetencyID, ImportanceRating?)
  /// The answer to a background question of a campaign; an empty list says that it was skipped.
  case background(ID<BackgroundQuestions.Field>, [ID<BackgroundQuestions.Option>])
  /// The role to compare with.
  case role(RoleID?)
  /// Which statements the person sets out to answer.
  case form(QuestionnaireForm)
  /// The end: from now on nothing changes but notes.
  case finished
}

extension AssessmentChange {
  /// Whether it is about a note, which is no rating and may change after the end too.
  package var isNote: Bool { if case .note = self { true } else { false } }
}
