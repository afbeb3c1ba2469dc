import ArgumentParser
import Foundation
import Waymark
import WaymarkSolver
import WaymarkStore

/// `waymark path`: what to learn next.
struct PathCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "path",
    abstract: "See what to learn next in the hours you have, and why.",
    usage: """
      waymark path [--hours <n>] [--minutes-per-week <n>] [--free] [-o <file>]
      waymark path --done <n> [--on <day>] [--note <text>]
      waymark path --drop <n> | --again <id> | --fresh
      waymark path --supervisor [-o <file>]
      """,
    discussion: """
      Without -o the path is shown. The ending of the file, .txt, .md, .html, .json or .ics (a \
      calendar), says in which form it is written. What you ask for is remembered, and the next \
      path says what has changed.

      Examples:
        waymark path --hours 4
        waymark path --minutes-per-week 90 --until 2027-06-01
        waymark path --done 2 --note "Showed it to Sam"
        waymark path --drop 1 --free -o waymark-path.md
        waymark path -o waymark-path.ics
        waymark path --supervisor -o talk.html
      """)

  @OptionGroup(title: "What fits") var wishes: PathWishes

  @OptionGroup(title: "Your steps") var steps: PathSteps

  @OptionGroup(title: "The talk with your supervisor") var ticks: SupervisorTicks

  @Option(help: ArgumentHelp("The assessment, by the start of its id.", valueName: "id"))
  var assessment: String?

  @Option(help: ArgumentHelp("Work towards this role instead of yours.", valueName: "id"))
  var role: String?

  @Option(
    name: .shortAndLong, help: ArgumentHelp("Write to this file.", valueName: "file"),
    completion: .file())
  var output: String?

  @OptionGroup(title: "Everywhere") var options: GlobalOptions

  func run() throws {
    let session = try Session(options)
    let format = try OutputFormat.chosen(
      session, output: output,
      known: [.text, .markdown, .html] + (ticks.supervisor ? [] : [.json, .ics]))
    let store = try session.openStore(for: .reading)
    let installed = try Installed.find()
    let result = try PersonalResult(assessment, in: store, of: session, installed: installed)
    let profile = try result.profile(comparedWith: role.map { [$0] } ?? [], earlier: nil)
    let catalogue = try installed.catalogue(for: profile.framework)
    _ = try session.file(at: output, for: .owner)

    let kept = try store.learningLog()
    var log = kept ?? LearningLog(calendar: UUID())
    let said = try steps.apply(
      to: &log, catalogue: catalogue, assessment: (profile.assessment, profile.date),
      session: session)
    let path = try path(for: profile, catalogue: catalogue, log: &log, session: session)
    let text = try text(of: path, as: format, log: &log, session: session)
    try keep(log, instead: kept, in: session)
    for line in said { session.remark(line) }
    try session.deliver(text, to: output, for: .owner)
    if !ticks.supervisor { suggestNext(after: path, session) }
  }

  /// Finds the path for what is asked now and what is remembered, and keeps both in the log.
  private func path(
    for profile: Profile, catalogue: Catalogue, log: inout LearningLog, session: Session
  ) throws -> LearningPath {
    let today = try session.surroundings.today()
    let given = wishes.given
    let remembered = log.wishes.filter { given[$0.key] == nil }
    log.wishes = remembered.merging(given) { $1 }
    if log.wishes["minutes-per-week"] != nil, log.wishes["start"] == nil {
      log.wishes["start"] = [today.description]
    }
    if !remembered.isEmpty {
      session.remark("As last time: \(Self.words(remembered)).")
      session.remark("To forget it: waymark path --fresh\(session.suffix)")
    }
    var wishes = try WishReader(given: log.wishes, session: session).wishes()
    wishes.done = log.done
    wishes.dropped = log.dropped
    let path: LearningPath
    do throws(PathProblem) {
      path = try LearningPath(
        profile: profile, catalogue: catalogue, wishes: wishes, since: log.path, solver: .coinOR)
    } catch {
      throw Failure.input("path", error.what, mend: error.mend)
    }
    log.keep(path, on: today, language: session.language)
    return path
  }

  /// Options as they are typed, in the order of their names.
  private static func words(_ wishes: [String: [String]]) -> String {
    wishes.sorted { $0.key < $1.key }.flatMap { name, values in
      name == "free"
        ? [values == ["yes"] ? "--free" : "--no-free"]
        : values.map { "--\(name) \($0.printableLine)" }
    }.joined(separator: " ")
  }

  private func text(
    of path: LearningPath, as format: OutputFormat, log: inout LearningLog, session: Session
  ) throws -> String {
    let (person, language) = (options.person, session.language)
    if ticks.supervisor {
      return try sheet(of: path, as: format, session: session)
    }
    switch format {
    case .markdown: return PathMarkdown.document(path, person: person, language: language)
    case .html: return PathHTML.page(path, person: person, language: language)
    case .json: return try PathJSON.document(path, language: language)
    case .ics:
      let today = try session.surroundings.today()
      guard let file = PathICalendar.file(path, log: log, made: today, language: language) else {
        throw Failure(.usage, "a calendar needs days; say how much time: --minutes-per-week 60")
      }
      log.keepAppointments()
      return file
    case .text, .csv:
      return PathText.page(
        path, style: output == nil ? session.style : TextStyle(), person: person,
        language: language)
    }
  }

  private func sheet(of path: LearningPath, as format: OutputFormat, session: Session) throws
    -> String
  {
    let words = SupervisorWords(
      try ticks.sheet(of: path, session: session), path: path, language: session.language)
    return switch format {
    case .markdown: SupervisorPage.markdown(words)
    case .html: SupervisorPage.html(words)
    case .text, .csv, .json, .ics:
      SupervisorPage.text(words, style: output == nil ? session.style : TextStyle())
    }
  }

  /// Keeps the log where it has changed; a path that is only looked at may be one of a store that
  /// cannot be written to.
  private func keep(_ log: LearningLog, instead kept: LearningLog?, in session: Session) throws {
    guard log != kept else { return }
    do {
      try session.openStore(for: .writing).keep(log)
    } catch let error as StoreError where steps.isEmpty && output == nil {
      session.remark("This path is not remembered: \(error)")
    }
  }

  private func suggestNext(after path: LearningPath, _ session: Session) {
    if path.wishes.done.contains(where: { $0.assessment == path.profile.assessment }) {
      session.remark(
        "Rate again what you have worked on: waymark assess --review\(session.suffix)")
    } else if !path.steps.isEmpty {
      session.remark("When you have done a step: waymark path --done 1\(session.suffix)")
    }
    if output == nil {
      session.remark("Keep it: waymark path -o waymark-path.html\(session.suffix)")
    }
  }
}
