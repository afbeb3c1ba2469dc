import ArgumentParser
import Foundation
import Waymark
import WaymarkBasics
import WaymarkPages
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

  @Flag(help: "Put your notes on what you have done into the file too.")
  var notes = false

  @Option(help: ArgumentHelp("Work towards this role instead of yours.", valueName: "id"))
  var role: String?

  @Option(
    name: .shortAndLong, help: ArgumentHelp("Write to this file.", valueName: "file"),
    completion: .file())
  var output: String?

  @OptionGroup(title: "Everywhere") var options: GlobalOptions

  func validate() throws {
    guard !ticks.supervisor || steps.isEmpty else {
      throw ValidationError(CommandWords.english.path.sheetIsOfSeenPath)
    }
  }

  func run() throws {
    let session = try Session(options)
    let request = try PathRequest(self, in: session)
    let store =
      try request.onlyLooks
      ? session.openStore(for: .reading)
      : session.openStore(toWriteAs: "path", beginning: "assess")
    let installed = try InstalledDocuments.find()
    let result = try PersonalResult(assessment, in: store, of: session, installed: installed)
    let profile = try result.profile(comparedWith: role.map { [$0] } ?? [])
    let catalogue = try installed.catalogue(for: profile.framework)
    let file = try session.file(at: output, for: .owner)

    let kept = try store.learningLog()
    var log = kept ?? LearningLog(calendar: UUID())
    let outcomes = try carryOut(
      request, in: &log, catalogue: catalogue, result.choice, language: session.language)
    let seen = log.path
    let path = try path(request, for: profile, catalogue: catalogue, log: &log, session: session)
    let text: String
    switch request.result {
    case .sheet(let form):
      return try session.deliver(
        sheet(of: path, seen: seen, session: session), as: form, to: output, for: .owner)
    case .path(let form):
      let shown = output == nil || notes ? path : path.withoutNotes
      text = try form.contents((shown, log), session.style(for: output))
      if form.format == .ics { log.keepAppointments() }
    }
    // Whoever only looks keeps nobody away before the path is found.
    let writer = { try request.onlyLooks ? session.openStore(toWriteAs: "path") : store }
    try keep(
      log, insteadOf: kept, with: file.map { ($0, text) }, onlyLooks: request.onlyLooks,
      in: writer, session)
    for outcome in outcomes {
      session.remark(session.said.pathSteps.outcome(outcome, session.suffix))
    }
    if file == nil { try session.console.write(text) }
    suggestNext(after: path, session)
  }

  private func carryOut(
    _ request: PathRequest, in log: inout LearningLog, catalogue: Catalogue,
    _ choice: ResultChoice, language: LanguageTag
  ) throws -> [StepMark.Outcome] {
    if request.startsAfresh { log.startAfresh() }
    do throws(StepMark.Faults) {
      return try log.carryOut(
        request.marks, catalogue: catalogue, rated: choice.rated, language: language)
    } catch {
      throw Failure(error)
    }
  }

  /// Finds the path for what is asked now and what is remembered, and keeps both in the log.
  private func path(
    _ request: PathRequest, for profile: Profile, catalogue: Catalogue, log: inout LearningLog,
    session: Session
  ) throws -> LearningPath {
    let words = session.said.path
    let resolved: ResolvedWishes
    do throws(ResolvedWishes.Faults) {
      resolved = try ResolvedWishes(
        request.asked, with: log, on: request.today,
        languages: session.language == .english ? [.english] : [session.language, .english])
    } catch {
      throw Failure(
        .usage, error.problems.map(session.said.pathWishes.problem).joined(separator: "\n"))
    }
    if let day = resolved.lastDayOver { session.remark(words.lastDayOver(day)) }
    if !resolved.remembered.isEmpty {
      session.remark(words.asLastTime(resolved.remembered.asTyped))
      session.remark(words.toForget(session.suffix))
    }
    log.wishes = resolved.asked
    let solver = try ProgramSolver.coinOR
    let path: LearningPath
    do throws(PathProblem) {
      path = try LearningPath(
        profile: profile, catalogue: catalogue, wishes: resolved.wishes, since: log.path,
        solver: solver)
    } catch {
      throw Failure.input("path", error.what, mend: error.mend)
    }
    log.keep(path, on: request.today, language: session.language)
    return path
  }

  /// What a supervisor reads; it leaves the path that was seen last as it was.
  private func sheet(
    of path: LearningPath, seen: KeptPath?, session: Session
  ) throws -> SupervisorSheet {
    let steps = path.steps.map(\.resource.id)
    guard ticks.goal.isEmpty || seen.map({ $0.steps.map(\.resource) == steps }) ?? false else {
      throw Failure(.usage, session.said.path.stepsNotSeen)
    }
    return try ticks.sheet(of: path, session: session)
  }

  /// Keeps the log where it has changed, and the file with it, both or neither; a path that is only
  /// looked at may be one of a store that cannot be written to.
  private func keep(
    _ log: LearningLog, insteadOf kept: LearningLog?, with file: (OutputFile, String)?,
    onlyLooks: Bool, in writer: () throws -> Store, _ session: Session
  ) throws {
    guard log != kept else {
      if let (file, text) = file { try file.write(text) }
      return remarkOnFile(session)
    }
    guard let file else {
      do {
        return try writer().keep(log, insteadOf: kept)
      } catch let error as StoreError where onlyLooks {
        return session.console.remark(session.said.path.notRemembered(Failure(error).message))
      }
    }
    let store = try writer()
    try OutputFile.write([(file: file.0, text: file.1)]) { write in
      try store.keep(log, insteadOf: kept, body: write)
    }
    remarkOnFile(session)
  }

  private func remarkOnFile(_ session: Session) {
    if let output, output != "-" { session.console.remark(session.said.path.wrote(output)) }
  }

  private func suggestNext(after path: LearningPath, _ session: Session) {
    let (words, suffix) = (session.said.path, session.suffix)
    if path.wishes.done.contains(where: { $0.assessment == path.profile.assessment }) {
      session.remark(words.toRateAgain(suffix))
    } else if path.profile.comparisons.isEmpty, path.steps.isEmpty {
      session.remark(words.toCompare(suffix))
    } else if !path.steps.isEmpty {
      session.remark(words.toMark(suffix))
    }
    if output == nil, !path.steps.isEmpty { session.remark(words.toKeep(role, suffix)) }
  }
}
