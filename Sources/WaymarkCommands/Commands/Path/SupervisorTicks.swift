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

/// Asks which entries of a list are wanted; what is not ticked is left out.
struct TickList {
  let input: TerminalInput
  let session: Session

  private var words: TickListWords { session.said.tickList }

  /// - Returns: the places of the entries that were ticked, in order.
  func ask(_ question: String, _ entries: [String], limit: Int = .max) throws -> [Int] {
    guard !entries.isEmpty else { return [] }
    let width = session.style.width
    let numbered = entries.enumerated().flatMap { place, entry in
      TextLayout.wrap("\(place + 1)  \(entry.printableLine)", width: width, hanging: 3)
    }
    try write([""] + TextLayout.wrap(question, width: width) + numbered)
    let most = limit < entries.count ? limit : nil
    while true {
      guard let line = try line(words.toTick(most: most)) else { return [] }
      let numbers = Self.numbers(line)
      guard let numbers, numbers.allSatisfy((1...entries.count).contains) else {
        try write([words.noNumbers(to: entries.count)])
        continue
      }
      let places = Set(numbers.map { $0 - 1 })
      guard places.count <= limit else {
        try write([words.tooMany(places.count, most: limit)])
        continue
      }
      return places.sorted()
    }
  }

  /// Numbers with spaces, commas or `and` between them; `nil` where anything else stands.
  private static func numbers(_ line: String) -> [Int]? {
    let parts = line.split { $0 == " " || $0 == "," }.filter { $0.lowercased() != "and" }
    let numbers = parts.compactMap { Int(digits: $0) }
    return numbers.count == parts.count ? numbers : nil
  }

  /// Whether something is wanted, where Enter alone says no.
  func agrees(to question: String) throws -> Bool {
    while true {
      guard let line = try line(question) else { return false }
      switch line.lowercased() {
      case "y", "yes": return true
      case "n", "no": return false
      default: try write([words.yesOrNo])
      }
    }
  }

  /// A line of text; `nil` when it is empty.
  ///
  /// - Throws: `Ended` when the person stops or the input ends.
  func line(_ question: String) throws -> String? {
    try write(TextLayout.wrap(question, width: session.style.width))
    try session.console.write(
      session.said.sitting.cursor(isAccessible: session.isAccessible))
    input.listen(.lines)
    switch try input.nextLine() {
    case .line(let line):
      let text = line.trimmingCharacters(in: .whitespaces)
      if text.lowercased() == "q" { throw Ended(exit: .done) }
      return text.isEmpty ? nil : text
    case .key, .word, .pasted, .noText, .cancelled, .redraw, .woken: return nil
    case .end:
      try session.console.write("\n")
      throw Ended(exit: .done)
    case .stop(let exit): throw Ended(exit: exit)
    }
  }

  private func write(_ lines: [String]) throws {
    try session.console.write(lines.map { $0 + "\n" }.joined())
  }
}

/// What is said where entries of a list are ticked.
struct TickListWords: Sendable {
  /// - Parameter most: how many can be ticked, where not all can.
  func toTick(most: Int?) -> String {
    "Type the numbers and Enter, such as 1 3; Enter alone for none, q to stop."
      + (most.map { " At most \($0)." } ?? "")
  }

  func noNumbers(to last: Int) -> String {
    last == 1
      ? "Type 1 and Enter, or Enter alone for none."
      : "Type numbers from 1 to \(last) with spaces between them, or Enter alone for none."
  }

  func tooMany(_ count: Int, most: Int) -> String {
    "Those are \(count); choose at most \(most)."
  }

  let yesOrNo = "Type y or n, and Enter."
}
