import WaymarkBasics

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

  /// What a person ticks, by what it is called where it is shown.
  package struct Ticks: Hashable, Sendable {
    /// Statements, by their ids.
    package var strengths: [String] = []
    /// Steps, by their numbers in the path.
    package var goals: [Int] = []
    /// What is needed, a line each.
    package var needs: [String] = []

    package init(strengths: [String] = [], goals: [Int] = [], needs: [String] = []) {
      self.strengths = strengths
      self.goals = goals
      self.needs = needs
    }
  }

  /// Why a sheet cannot be made of what was ticked.
  package enum Problem: Error, Hashable, Sendable {
    /// Nothing was ticked.
    case nothing
    /// A strength or a goal was ticked more than once.
    case twice
    /// There are more goals than fit on the page.
    case tooManyGoals
    /// The steps are not those of the path that was seen last, so that nobody knows their numbers.
    case notSeen
    /// Nothing that the person does well has this id; what there is to choose from.
    case noStrength(String, known: [CompetencyID])
    /// The path has no step of this number, but so many.
    case noStep(Int, steps: Int)
  }

  /// Whether the steps of a path have the numbers that a person saw last.
  package static func areNumbersSeen(_ path: LearningPath, _ seen: KeptPath?) -> Bool {
    seen.map { $0.steps.map(\.resource) == path.steps.map(\.resource.id) } ?? false
  }

  /// What can be chosen as a strength.
  package static func strengths(of path: LearningPath) -> [Competency] {
    path.profile.strengths.map(\.competency)
  }

  /// The sheet of what was ticked.
  package init(_ ticks: Ticks, of path: LearningPath) throws(Problem) {
    guard Set(ticks.goals).count == ticks.goals.count,
      Set(ticks.strengths.map { $0.lowercased() }).count == ticks.strengths.count
    else { throw .twice }
    guard ticks.goals.count <= Self.goalLimit else { throw .tooManyGoals }
    let known = Self.strengths(of: path)
    var strengths: [Competency] = []
    for name in ticks.strengths {
      guard let found = known.first(where: { $0.id.folded == name.lowercased() }) else {
        throw .noStrength(name, known: known.map(\.id))
      }
      strengths.append(found)
    }
    var goals: [LearningPath.Step] = []
    for number in ticks.goals {
      guard number >= 1, number <= path.steps.count else {
        throw .noStep(number, steps: path.steps.count)
      }
      goals.append(path.steps[number - 1])
    }
    guard !strengths.isEmpty || !goals.isEmpty || !ticks.needs.isEmpty else { throw .nothing }
    self.strengths = strengths
    self.goals = goals
    help = ticks.needs
  }
}
