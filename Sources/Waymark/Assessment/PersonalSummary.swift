/// What a person has with Waymark, and what there is to do with it.
public struct PersonalSummary: Equatable, Sendable {
  /// One thing to do.
  public enum Act: Hashable, Sendable {
    /// To begin the first assessment.
    case begin
    /// To begin it with the core statements alone.
    case beginCore
    /// To answer what is left where this is rated.
    case goOn(Assessment.Subject)
    /// To see where one stands.
    case results
    /// To see what has changed since the assessment before.
    case changes
    /// To see what to learn next.
    case path
    /// To see and take back what was done of it.
    case log
    /// To read and write notes.
    case notes
    /// To send the answers to whoever asked for them.
    case share
    /// To take back what was shared.
    case withdraw
    /// To begin another assessment, as a year later.
    case newRound
    /// To drop one that was begun and is not wanted.
    case drop
    /// To change how Waymark looks and asks.
    case settings
  }

  /// The assessment for the person's own use, or for a campaign, that was begun last.
  public let latest: StoredAssessment?
  /// What was begun and waits, the one begun last first.
  public let waiting: [StoredAssessment]
  /// What was finished of the person themselves, the one begun last first.
  public let finished: [StoredAssessment]
  /// What was begun of everything and may be dropped: nobody else has anything of it.
  public let droppable: StoredAssessment?
  /// All there is to do, in the order in which it is offered.
  public let acts: [Act]

  /// Sums up.
  ///
  /// - Parameter all: every assessment of the person, the one begun last first.
  public init(of all: [StoredAssessment]) {
    latest = all.first(where: \.assessment.isOwn)
    // One that another of its kind was begun after is gone on with no more.
    var subjects: Set<Assessment.Subject> = []
    waiting = all.filter { subjects.insert($0.assessment.subject).inserted && !$0.isFinished }
    finished = all.filter { $0.isFinished && $0.assessment.isOwn }
    let hasResult = finished.contains(where: \.assessment.isWhole)
    var acts = waiting.map { Act.goOn($0.assessment.subject) }
    if !all.contains(where: \.assessment.isWhole) { acts += [.begin, .beginCore] }
    if !finished.isEmpty { acts.append(.results) }
    if finished.count(where: \.assessment.isWhole) > 1 { acts.append(.changes) }
    if hasResult { acts += [.path, .log] }
    if !all.isEmpty { acts.append(.notes) }
    if !finished.isEmpty { acts.append(.share) }
    if all.contains(where: { $0.revision > 0 }) { acts.append(.withdraw) }
    droppable = waiting.first { $0.assessment.isOwn && $0.assessment.isWhole && $0.revision == 0 }
    if hasResult {
      if !waiting.contains(where: \.assessment.isWhole) { acts.append(.newRound) }
      if droppable != nil { acts.append(.drop) }
    }
    self.acts = acts + [.settings]
  }

  /// What comes next: what was answered for a campaign waits to be shared.
  public var next: Act {
    guard let latest else { return .begin }
    guard latest.isFinished else { return .goOn(latest.assessment.subject) }
    return latest.invitation != nil && latest.revision == 0 ? .share : .results
  }
}

extension StoredAssessment {
  /// How many statements have an answer that was not put off.
  public var answered: Int { assessment.answers.values.count { $0 != .skipped } }
}
