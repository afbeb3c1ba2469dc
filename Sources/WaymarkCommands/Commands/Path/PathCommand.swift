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
      throw ValidationError("--supervisor shows the path you saw last; say the rest before it.")
    }
  }

  func run() throws {
    let session = try Session(options)
    let wanted = try wanted(session)
    let store =
      try steps.isEmpty
      ? session.openStore(for: .reading)
      : session.openStore(toWriteAs: "path", beginning: "assess")
    let installed = try InstalledDocuments.find()
    let result = try PersonalResult(assessment, in: store, of: session, installed: installed)
    let profile = try result.profile(comparedWith: role.map { [$0] } ?? [])
    let catalogue = try installed.catalogue(for: profile.framework)
    let file = try session.file(at: output, for: .owner)

    let kept = try store.learningLog()
    var log = kept ?? LearningLog(calendar: UUID())
    let said = try steps.apply(
      to: &log, catalogue: catalogue, assessments: result.choice.rated, session: session)
    let seen = log.path
    let path = try path(for: profile, catalogue: catalogue, log: &log, session: session)
    let text: String
    switch wanted {
    case .sheet(let form):
      return try session.deliver(
        sheet(of: path, seen: seen, session: session), as: form, to: output, for: .owner)
    case .path(let form):
      let shown = output == nil || notes ? path : path.withoutNotes
      text = try form.contents((shown, log), session.style(for: output))
      if form.format == .ics { log.keepAppointments() }
    }
    try keep(log, insteadOf: kept, with: file.map { ($0, text) }, in: store, session)
    for line in said { session.remark(line) }
    if file == nil { try session.console.write(text) }
    suggestNext(after: path, session)
  }

  /// Finds the path for what is asked now and what is remembered, and keeps both in the log.
  private func path(
    for profile: Profile, catalogue: Catalogue, log: inout LearningLog, session: Session
  ) throws -> LearningPath {
    let today = try session.surroundings.today()
    let given = wishes.given
    let remembered = log.wishes.filter { name, _ in
      given[name] == nil && !Self.replaced(by: given).contains(name)
    }
    log.wishes = remembered.merging(given) { $1 }
    if log.wishes["minutes-per-week"] != nil, log.wishes["start"] == nil {
      log.wishes["start"] = [today.description]
    }
    var wishes = try WishReader(
      given: log.wishes, remembered: Set(remembered.keys), session: session
    ).wishes()
    if !remembered.isEmpty {
      session.remark("As last time: \(Self.words(remembered)).")
      session.remark("To forget it: waymark path --fresh\(session.suffix)")
    }
    wishes.done = log.done
    wishes.dropped = log.dropped
    let solver = try ProgramSolver.coinOR
    let path: LearningPath
    do throws(PathProblem) {
      path = try LearningPath(
        profile: profile, catalogue: catalogue, wishes: wishes, since: log.path, solver: solver)
    } catch {
      throw Failure.input("path", error.what, mend: error.mend)
    }
    log.keep(path, on: today, language: session.language)
    return path
  }

  /// What is remembered no more: time in all and time each week take each other's place.
  private static func replaced(by given: [String: [String]]) -> Set<String> {
    let weeks: Set = ["minutes-per-week", "start", "until"]
    if given["hours"] != nil, weeks.isDisjoint(with: given.keys) { return weeks }
    return given["minutes-per-week"] != nil ? ["hours"] : []
  }

  /// Options as they are typed, in the order of their names.
  private static func words(_ wishes: [String: [String]]) -> String {
    wishes.sorted { $0.key < $1.key }.flatMap { name, values in
      name == "free"
        ? [values == ["yes"] ? "--free" : "--no-free"]
        : values.map { "--\(name) \($0.printableLine)" }
    }.joined(separator: " ")
  }

  /// What is made of the path.
  private enum Wanted {
    case path(DocumentForm<(path: LearningPath, log: LearningLog), String>)
    case sheet(DocumentForm<SupervisorWords, String>)
  }

  private func wanted(_ session: Session) throws -> Wanted {
    let (person, language) = (options.person, session.language)
    guard !ticks.supervisor else {
      return .sheet(
        try session.form(
          of: DocumentForm.page(as: [.text, .markdown, .html], SupervisorPage.page),
          output: output))
    }
    let pages = DocumentForm<(path: LearningPath, log: LearningLog), String>
      .page(as: [.text, .markdown, .html]) {
        PathPage.page($0.path, person: person, language: language)
      }
    return .path(
      try session.form(
        of: pages + [
          .text(.json) { try PathJSON.document($0.path, language: language) },
          .text(.ics) { path, log in
            let today = try session.surroundings.today()
            guard
              let file = PathICalendar.file(path, log: log, made: today, language: language)
            else {
              throw Failure(
                .usage,
                path.wishes.calendar == nil
                  ? "a calendar needs days; say how much time: --minutes-per-week 60"
                  : "no step has a day, so there is nothing for a calendar; see why with: waymark path"
              )
            }
            return file
          },
        ], output: output))
  }

  /// What a supervisor reads; it leaves the path that was seen last as it was.
  private func sheet(
    of path: LearningPath, seen: KeptPath?, session: Session
  ) throws -> SupervisorWords {
    let steps = path.steps.map(\.resource.id)
    guard ticks.goal.isEmpty || seen.map({ $0.steps.map(\.resource) == steps }) ?? false else {
      throw Failure(
        .usage, "--goal: these are not the steps that you saw last; see them with: waymark path")
    }
    return SupervisorWords(
      try ticks.sheet(of: path, session: session), path: path, language: session.language)
  }

  /// Keeps the log where it has changed, and the file with it, both or neither; a path that is only
  /// looked at may be one of a store that cannot be written to.
  private func keep(
    _ log: LearningLog, insteadOf kept: LearningLog?, with file: (OutputFile, String)?,
    in store: Store, _ session: Session
  ) throws {
    // Whoever only looks keeps nobody away before the path is found.
    let writer = { try steps.isEmpty ? session.openStore(toWriteAs: "path") : store }
    guard log != kept else {
      if let (file, text) = file { try file.write(text) }
      return remarkOnFile(session)
    }
    guard let file else {
      do {
        return try writer().keep(log, insteadOf: kept)
      } catch let error as StoreError where steps.isEmpty {
        return session.console.remark("This path is not remembered: \(Failure(error).message)")
      }
    }
    let store = try writer()
    try OutputFile.write([(file: file.0, text: file.1)]) { write in
      try store.keep(log, insteadOf: kept, body: write)
    }
    remarkOnFile(session)
  }

  private func remarkOnFile(_ session: Session) {
    if let output, output != "-" { session.console.remark("Wrote \(output.printableLine)") }
  }

  private func suggestNext(after path: LearningPath, _ session: Session) {
    let role = role.map { " --role \($0.shellWord)" } ?? ""
    if path.wishes.done.contains(where: { $0.assessment == path.profile.assessment }) {
      session.remark(
        "Rate again what you have worked on: waymark assess --review\(session.suffix)")
    } else if path.profile.comparisons.isEmpty, path.steps.isEmpty {
      session.remark("Compare with a role: waymark path --role ID\(session.suffix)")
    } else if !path.steps.isEmpty {
      session.remark("When you have done a step: waymark path --done 1\(session.suffix)")
    }
    if output == nil, !path.steps.isEmpty {
      session.remark("Keep it: waymark path\(role) -o waymark-path.html\(session.suffix)")
    }
  }
}
