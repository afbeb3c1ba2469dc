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
      waymark path --drop <n> | --log | --again <n> | --fresh
      waymark path --supervisor [-o <file>]
      """,
    discussion: """
      Without -o the path is shown. The ending of the file, .txt, .md, .html, .json or .ics (a \
      calendar), says in which form it is written. What you ask for is remembered, and the next \
      path says what has changed. Times are typed as 4, 1h30 or 90 minutes, days as 2027-06-01, \
      tomorrow or 1 June 2027. The numbers of steps are those of the path you saw last.

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

  @Flag(help: "Say of everything that was left out why.")
  var why = false

  @Option(
    name: .shortAndLong, help: ArgumentHelp("Write to this file.", valueName: "file"),
    completion: .file())
  var output: String?

  @OptionGroup(title: "Documents of your own") var own: CatalogueOptions

  @OptionGroup(title: "Everywhere") var options: GlobalOptions

  func validate() throws {
    let words = CommandWords.english.path
    guard !ticks.supervisor || steps.isEmpty && !steps.log else {
      throw ValidationError(words.sheetIsOfSeenPath)
    }
    guard !why || output == nil && !ticks.supervisor && !steps.log else {
      throw ValidationError(words.whyIsForScreen)
    }
  }

  func run() throws {
    let session = try Session(options)
    let request = try PathRequest(self, in: session)
    let store =
      try request.onlyLooks
      ? session.openStore(for: .reading)
      : session.openStore(toWriteAs: "path", beginning: "assess")
    let installed = try own.installed()
    let result = try PersonalResult(assessment, in: store, of: session, installed: installed)
    let profile = try result.profile(comparedWith: role.map { [$0] } ?? [])
    let catalogue = try installed.catalogue(for: profile.framework)
    let file = try session.file(at: output, for: .owner)

    let kept = try store.learningLog()
    var log = kept ?? LearningLog(calendar: UUID())
    let outcomes = try carryOut(request, in: &log, catalogue: catalogue, result.choice, session)
    // Whoever only looks keeps nobody away before the path is found.
    let writer = { try request.onlyLooks ? session.openStore(toWriteAs: "path") : store }
    let seen = log.path
    switch request.result {
    case .marks:
      try writer().keep(log, insteadOf: kept)
      say(outcomes, session)
      suggestNext(after: log, of: profile, session)
    case .log(let form):
      if log != kept, !request.onlyLooks { try writer().keep(log, insteadOf: kept) }
      say(outcomes, session)
      let titles = Dictionary(
        catalogue.resources.map { ($0.id, $0.title.text(in: session.language)) },
        uniquingKeysWith: { first, _ in first })
      try session.deliver((log, titles), as: form, to: output, for: .owner)
    case .sheet(let form):
      let path = try path(request, for: profile, catalogue: catalogue, log: &log, session: session)
      try deliver(path, seen: seen, as: form, session: session)
    case .path(let form):
      let path = try path(request, for: profile, catalogue: catalogue, log: &log, session: session)
      let shown = output == nil || notes ? path : path.withoutNotes
      let text = try form.contents((shown, log), session.style(for: output))
      if form.format == .ics { log.keepAppointments(of: path, language: session.language) }
      try keep(
        log, insteadOf: kept, with: file.map { ($0, text) }, onlyLooks: request.onlyLooks,
        in: writer, session)
      if file == nil { try session.show(text, paged: form.format == .text) }
      say(outcomes, session)
      if file != nil, seen != nil, !SupervisorSheet.areNumbersSeen(path, seen) {
        session.remark(session.said.path.otherNumbers(session.suffix))
      }
      suggestNext(after: path, session)
    }
  }

  private func say(_ outcomes: [StepMark.Outcome], _ session: Session) {
    for outcome in outcomes {
      session.remark(session.said.pathSteps.outcome(outcome))
      if let number = outcome.toTakeBack {
        session.remark(session.said.pathSteps.toTakeBack(number, session.suffix))
      }
    }
  }

  private func carryOut(
    _ request: PathRequest, in log: inout LearningLog, catalogue: Catalogue,
    _ choice: ResultChoice, _ session: Session
  ) throws -> [StepMark.Outcome] {
    let words = session.said.path
    if request.startsAfresh {
      session.remark(
        log.wishes.isEmpty ? words.nothingToForget : words.forgotten(log.wishes.asTyped))
      if !log.dropped.isEmpty { session.remark(words.droppedStays(session.suffix)) }
      log.startAfresh()
    }
    do throws(StepMark.Faults) {
      return try log.carryOut(
        request.marks, on: request.today, catalogue: catalogue, rated: choice.rated,
        language: session.language)
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
        languages: session.language == .english ? [.english] : [session.language, .english],
        known: catalogue.languages)
    } catch {
      throw Failure(
        .usage, error.problems.map(session.said.pathWishes.problem).joined(separator: "\n"))
    }
    if let day = resolved.lastDayOver { session.remark(words.lastDayOver(day)) }
    if !resolved.languagesGone.isEmpty {
      session.remark(words.languagesGone(CommonWords().languages(resolved.languagesGone)))
    }
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

  /// Makes what a supervisor reads, and leaves the path that was seen last as it was.
  private func deliver(
    _ path: LearningPath, seen: KeptPath?, as form: DocumentForm<SupervisorSheet, String>,
    session: Session
  ) throws {
    let list = try ticks.list(in: session)
    do throws(SupervisorSheet.Problem) {
      guard ticks.goal.isEmpty || SupervisorSheet.areNumbersSeen(path, seen) else {
        throw .notSeen
      }
    } catch {
      throw Failure(error)
    }
    let sheet = try ticks.sheet(of: path, asking: list, session: session)
    if let output, output != "-", let list, Console.isTerminal(STDOUT_FILENO) {
      let page = SupervisorPage.page(
        sheet, person: options.person, words: session.words.supervisor,
        language: session.language)
      try session.console.write("\n" + page.text(session.style) + "\n")
      guard try list.agrees(to: session.said.supervisorTicks.toWrite(output)) else {
        return session.remark(session.said.supervisorTicks.notWritten)
      }
    }
    try session.deliver(sheet, as: form, to: output, for: .owner)
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

  /// What comes after steps were marked and no path was made: which of the path that was seen are left,
  /// under the numbers that they had there.
  private func suggestNext(after log: LearningLog, of profile: Profile, _ session: Session) {
    let (words, suffix) = (session.said.path, session.suffix)
    let done = Set(log.done.map(\.resource))
    let left = (log.path?.steps ?? []).enumerated().filter {
      !done.contains($0.element.resource) && !log.dropped.contains($0.element.resource)
    }.map { $0.offset + 1 }
    if !left.isEmpty { session.remark(words.left(left)) }
    session.remark(words.toSeePath(suffix))
    if log.done.contains(where: { $0.assessment == profile.assessment }) {
      session.remark(words.toRateAgain(suffix))
    }
  }

  private func suggestNext(after path: LearningPath, _ session: Session) {
    let (words, suffix) = (session.said.path, session.suffix)
    if path.wishes.done.contains(where: { $0.assessment == path.profile.assessment }) {
      session.remark(words.toRateAgain(suffix))
    } else if path.profile.comparisons.isEmpty, path.steps.isEmpty {
      session.remark(words.toCompare(suffix))
    }
    if !path.steps.isEmpty { session.remark(words.toMark(suffix)) }
    if output == nil, !path.steps.isEmpty { session.remark(words.toKeep(role, suffix)) }
  }
}
