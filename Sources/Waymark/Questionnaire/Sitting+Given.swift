import WaymarkBasics

/// Answers that are given in one go, from a file or from options, as they are kept.
package struct AnswersInOneGo: Equatable, Sendable {
  /// Why they are not kept.
  package enum Problem: Error, Hashable, Sendable {
    /// A statement that is not asked now.
    case notAsked(CompetencyID)
    /// A file in which no statement is answered.
    case nothingAnswered
    /// These statements would be left without an answer, of so many.
    case incomplete([CompetencyID], of: Int)
    /// What matters most is not asked.
    case picksNotAsked
  }

  /// What is kept of them, in order.
  package let changes: [AssessmentChange]
  /// How many answers are given.
  package let given: Int
  /// How many of them say that the statement was skipped.
  package let skipped: Int
  /// How many statements have no answer yet.
  package let open: Int
  /// Whether the assessment is finished by them.
  package let isFinished: Bool
}

extension Sitting {
  /// Takes answers that are given in one go.
  ///
  /// - Parameters:
  ///   - isWhole: whether they come as a whole, from a file: then something must be answered, and
  ///     with every answer the assessment is finished, but for the last questions of a campaign, which
  ///     the questionnaire asks.
  ///   - requiresAll: whether no statement may be left without an answer.
  package func taking(
    _ given: PersonalAnswers, isWhole: Bool, requiresAll: Bool
  ) throws(AnswersInOneGo.Problem) -> AnswersInOneGo {
    let competencies = asked.competencies.map(\.id)
    let others = given.answers.filter { asked.position(of: $0.key) == nil && $0.value != .skipped }
    if let other = others.keys.min() { throw .notAsked(other) }
    if isWhole, given.answers.values.allSatisfy({ $0 == .skipped }) { throw .nothingAnswered }
    let open = competencies.filter { answers[$0] == nil && given.answers[$0] == nil }
    if requiresAll, !open.isEmpty { throw .incomplete(open, of: competencies.count) }
    if !asksPicks, !given.importance.picked.isEmpty { throw .picksNotAsked }
    let isFinished = isWhole && open.isEmpty && occasion.invitation == nil
    var changes: [AssessmentChange] = []
    if case .settled(let role) = role { changes.append(.role(role)) }
    for id in competencies {
      if let answer = given.answers[id] {
        changes.append(.answer(id, answer, seconds: Pace.usualSeconds))
      }
      if let note = given.notes[id] { changes.append(.note(id, note)) }
    }
    if !given.importance.picked.isEmpty { changes.append(.importance(given.importance)) }
    if isFinished { changes.append(.finished) }
    return AnswersInOneGo(
      changes: changes, given: given.answers.count,
      skipped: given.answers.values.count { $0 == .skipped }, open: open.count,
      isFinished: isFinished)
  }

  /// Whether it may be said which statements matter most; where the person rates themselves again,
  /// too.
  private var asksPicks: Bool {
    if case .service = occasion.view { return false }
    return occasion.invitation.map { $0.importance == .picks } ?? true
  }
}
