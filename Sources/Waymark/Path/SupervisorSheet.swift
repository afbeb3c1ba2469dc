/// One page for the talk with a supervisor: what the person chose to show, and nothing else.
///
/// It holds no level that was given and nothing that was not chosen.
package struct SupervisorSheet: Equatable, Sendable {
  /// The most goals there are on a sheet.
  package static let goalLimit = 3

  /// Statements that the person does well, as they chose them.
  package let strengths: [Competency]
  /// Steps of the path that are the person's goals.
  package let goals: [LearningPath.Step]
  /// What the person needs for them, a line each.
  package let help: [String]

  /// Takes what was chosen; goals beyond the third are left out.
  package init(strengths: [Competency], goals: [LearningPath.Step], help: [String]) {
    self.strengths = strengths
    self.goals = Array(goals.prefix(Self.goalLimit))
    self.help = help
  }

  /// Whether nothing was chosen.
  package var isEmpty: Bool { strengths.isEmpty && goals.isEmpty && help.isEmpty }
}
