import ArgumentParser
import Foundation
import Waymark
import WaymarkBasics
import WaymarkPages

/// What a person ticks for the talk with a supervisor, as options give it or as they are asked.
struct SupervisorTicks: ParsableArguments {
  @Flag(help: "Make a page for the talk with your supervisor instead: only what you tick.")
  var supervisor = false

  @Option(
    help: ArgumentHelp(
      "Show this strength, by the id of its statement; may be repeated.",
      valueName: "id"))
  var strength: [String] = []

  @Option(
    help: ArgumentHelp(
      "Show this step as a goal, three at most; may be repeated.",
      valueName: "n"))
  var goal: [Int] = []

  @Option(help: ArgumentHelp("What you need for it; may be repeated.", valueName: "text"))
  var need: [String] = []

  /// The longest need, in Unicode scalars.
  private static let needLimit = 200

  private var isGiven: Bool { !strength.isEmpty || !goal.isEmpty || !need.isEmpty }

  func validate() throws {
    let words = CommandWords.english.supervisorTicks
    guard supervisor || !isGiven else {
      throw ValidationError(words.needsSupervisor)
    }
    guard Set(goal).count == goal.count, Set(strength).count == strength.count else {
      throw ValidationError(words.namedTwice)
    }
    guard goal.count <= SupervisorSheet.goalLimit else {
      throw ValidationError(words.tooManyGoals(most: SupervisorSheet.goalLimit))
    }
  }

  /// The sheet of what was ticked.
  func sheet(of path: LearningPath, session: Session) throws -> SupervisorSheet {
    let words = session.said.supervisorTicks
    let sheet = isGiven ? try given(path, words) : try asked(path, words, session)
    guard !sheet.isEmpty else { throw Failure(.usage, words.nothingTicked) }
    return sheet
  }

  private func given(
    _ path: LearningPath, _ words: SupervisorTicksWords
  ) throws -> SupervisorSheet {
    let strengths = path.profile.strengths.map(\.competency)
    return SupervisorSheet(
      strengths: try strength.map { name in
        guard let found = strengths.first(where: { $0.id.folded == name.lowercased() }) else {
          throw Failure.unknown(words.strength, name, among: strengths.map(\.id.description))
        }
        return found
      },
      goals: try goal.map { number in
        guard (1...max(1, path.steps.count)).contains(number), !path.steps.isEmpty else {
          throw Failure(.usage, words.noStep(number))
        }
        return path.steps[number - 1]
      },
      help: try need.map { try CampaignCommand.words($0, "--need", limit: Self.needLimit) })
  }

  private func asked(
    _ path: LearningPath, _ words: SupervisorTicksWords, _ session: Session
  ) throws -> SupervisorSheet {
    guard !session.options.noInput, Console.isTerminal(STDIN_FILENO) else {
      throw Failure(.usage, words.cannotAsk)
    }
    let ticks = TickList(input: try TerminalInput(STDIN_FILENO), session: session)
    let language = session.language
    let strengths = path.profile.strengths.map(\.competency)
    let shown = try ticks.ask(
      words.whichStrengths, strengths.map { $0.title.text(in: language) })
    let goals = try ticks.ask(
      words.whichGoals,
      path.steps.map { $0.resource.title.text(in: language) },
      limit: SupervisorSheet.goalLimit
    ).map { path.steps[$0] }
    let needs = SupervisorPage.needs(of: goals, words: session.words.supervisor)
    let chosen = try ticks.ask(words.whichNeeds, needs).map { needs[$0] }
    let own = try ticks.line(words.otherNeed)
    return SupervisorSheet(
      strengths: shown.map { strengths[$0] }, goals: goals, help: chosen + [own].compactMap { $0 })
  }
}
