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
    guard supervisor || !isGiven else {
      throw ValidationError(CommandWords.english.supervisorTicks.needsSupervisor)
    }
  }

  /// What asks for the ticks and whether to write; `nil` where nobody can be asked.
  func list(in session: Session) throws -> TickList? {
    guard !session.options.noInput, Console.isTerminal(STDIN_FILENO) else { return nil }
    return TickList(input: try TerminalInput(STDIN_FILENO), session: session)
  }

  /// The sheet of what was ticked.
  func sheet(
    of path: LearningPath, asking list: TickList?, session: Session
  ) throws -> SupervisorSheet {
    let ticks = isGiven ? try given() : try asked(path, list, session)
    do throws(SupervisorSheet.Problem) {
      return try SupervisorSheet(ticks, of: path)
    } catch {
      throw Failure(error)
    }
  }

  private func given() throws -> SupervisorSheet.Ticks {
    SupervisorSheet.Ticks(
      strengths: strength, goals: goal,
      needs: try need.map { try CampaignCommand.words($0, "--need", limit: Self.needLimit) })
  }

  private func asked(
    _ path: LearningPath, _ list: TickList?, _ session: Session
  ) throws -> SupervisorSheet.Ticks {
    let words = session.said.supervisorTicks
    guard let list else { throw Failure(.usage, words.cannotAsk) }
    let (language, said) = (session.language, session.words.supervisor)
    // As they will stand on the page, so that nobody is surprised there.
    let strengths = SupervisorSheet.strengths(of: path)
    let shown = try list.ask(
      words.whichStrengths, strengths.map { SupervisorPage.strength($0, language) })
    let goals = try list.ask(
      words.whichGoals,
      path.steps.map { SupervisorPage.goal($0, words: said, language: language) },
      limit: SupervisorSheet.goalLimit)
    let needs = SupervisorPage.needs(of: goals.map { path.steps[$0] }, words: said)
    let chosen = try list.ask(words.whichNeeds, needs).map { needs[$0] }
    let own = try list.line(words.otherNeed)
    return SupervisorSheet.Ticks(
      strengths: shown.map { strengths[$0].id.description }, goals: goals.map { $0 + 1 },
      needs: chosen + [own].compactMap { $0 })
  }
}

extension Failure {
  init(_ problem: SupervisorSheet.Problem) {
    self.init(.usage, CommandWords.english.supervisorTicks.problem(problem))
  }
}
