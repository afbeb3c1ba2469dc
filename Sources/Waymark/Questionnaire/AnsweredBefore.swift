public import WaymarkBasics

/// What a new round does to a campaign that the person has answered already.
public enum AnsweredBefore: Equatable, Sendable {
  /// It is a round of their own; what was answered for the campaign, on this day, stays as it is.
  case stays(ID<Campaign>, on: CalendarDate)
  /// It answers the same campaign once more: whoever sends both counts twice. Whether the earlier one
  /// was shared.
  case twice(ID<Campaign>, on: CalendarDate, wasShared: Bool)

  /// Looks whether a task begins anew beside a campaign that was answered; `nil` where it does not.
  ///
  /// - Parameter all: every assessment of the person, the one begun last first.
  public init?(
    _ start: Sitting.Start, for task: AssessmentTask, among all: [StoredAssessment]
  ) {
    guard start.stored == nil else { return nil }
    let finished = all.filter { $0.isFinished && $0.assessment.isOwn }
    switch task {
    case .campaign(let campaign, _):
      guard let before = finished.first(where: { $0.invitation?.campaign == campaign }) else {
        return nil
      }
      self = .twice(campaign, on: before.changed, wasShared: before.revision > 0)
    case .own, .review:
      guard let last = finished.first(where: \.assessment.isWhole),
        let campaign = last.invitation?.campaign
      else { return nil }
      self = .stays(campaign, on: last.changed)
    case .workshop, .lookingBack, .service:
      return nil
    }
  }
}
