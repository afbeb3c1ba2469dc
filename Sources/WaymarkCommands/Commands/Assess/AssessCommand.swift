import ArgumentParser
import Foundation
import Waymark
import WaymarkBasics
import WaymarkPages
import WaymarkStore

/// `waymark assess`: begins or goes on with the questionnaire.
struct AssessCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assess",
    abstract: "Rate yourself, or go on where you stopped.",
    usage: """
      waymark assess [--area <id>] ... [--role <id>] [--new]
      waymark assess --campaign <file> [--framework <file>]
      waymark assess --workshop <id> [--campaign <file>]
      waymark assess --review | --then <day> [--area <id>] ... [--workshop <id>]
      waymark assess --as service [--area <id>] ...
      waymark assess --answers <file> [--role <id>] [--require-complete]
      waymark assess --set <id=n> ...
      waymark assess --script <file>
      waymark assess --template
      """,
    discussion: """
      Every answer is saved at once. Stop whenever you like: the same command goes on where \
      you stopped.

      Examples:
        waymark assess
        waymark assess --area V --role solo
        waymark assess --campaign campaign.xml
        waymark assess --review
        waymark assess --then 2026-09-01
        waymark assess --workshop one-more-question
        waymark assess --workshop one-more-question --then 2026-09-01
        waymark assess --as service
        waymark assess --set advocacy.decisions=3 --set admin.hiring=na
        waymark assess --template > me.csv
        waymark assess --answers me.csv --role assistant --no-input
      """)

  @Option(help: ArgumentHelp("Ask this area only; may be repeated.", valueName: "id"))
  var area: [String] = []

  @Option(
    help: ArgumentHelp(
      "Ask only what this workshop is about: 1 to 4 statements, in a minute or two.",
      valueName: "id"))
  var workshop: String?

  @Option(
    help: ArgumentHelp("Answer this invitation to a campaign.", valueName: "file"),
    completion: .file())
  var campaign: String?

  @Option(
    help: ArgumentHelp(
      "The statements that the campaign asks, when they are not those of Waymark.",
      valueName: "file"),
    completion: .file())
  var framework: String?

  @Flag(help: "Rate again only what the steps you have done are about.")
  var review = false

  @Option(
    help: ArgumentHelp(
      "Rate them as they were on this day, with what you know now.", valueName: "day"))
  var then: String?

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      "Say what your library's service needs, now and in five years: service.", valueName: "view"),
    transform: { try Choice.named($0, of: ["service": .service]) })
  var lens: Lens?

  @Flag(help: "Begin a new assessment; earlier ones are kept.")
  var new = false

  @Option(help: ArgumentHelp("Compare with this role; none for no role.", valueName: "id"))
  var role: String?

  @Option(
    help: ArgumentHelp("Take the answers from this CSV file.", valueName: "file"),
    completion: .file())
  var answers: String?

  @Option(
    help: ArgumentHelp("Take one answer: 1 to 5, na or unsure; may be repeated.", valueName: "id=n")
  )
  var set: [String] = []

  @Option(
    help: ArgumentHelp(
      "Read what would be typed from this file, or - for input.", valueName: "file"),
    completion: .file())
  var script: String?

  @Flag(help: "Print an empty CSV file for --answers.")
  var template = false

  @Flag(help: "Fail with exit status 65 when statements stay unanswered.")
  var requireComplete = false

  @OptionGroup(title: "Everywhere") var options: GlobalOptions

  func validate() throws {
    let ways = [answers != nil, !set.isEmpty, script != nil, template].count { $0 }
    guard ways <= 1 else {
      throw ValidationError(
        "--answers, --set, --script and --template exclude each other; use one of them.")
    }
    if review || then != nil {
      guard campaign == nil, !template, !(review && then != nil) else {
        throw ValidationError(
          "--review, --then, --campaign and --template exclude each other; use one of them.")
      }
    }
    guard workshop == nil || area.isEmpty else {
      throw ValidationError("--area and --workshop exclude each other; use one of them.")
    }
    if lens != nil {
      guard !review, then == nil, campaign == nil, workshop == nil, role == nil, !template else {
        throw ValidationError(
          "--as service asks about the service alone; leave --role, --campaign, --workshop, "
            + "--review, --then and --template out.")
      }
    }
    guard framework == nil || campaign != nil || lens != nil else {
      throw ValidationError("--framework goes with --campaign or --as service.")
    }
    guard campaign != BoundedFile.standardInput || (script != "-" && answers != "-") else {
      throw ValidationError("standard input can be read only once; name a file for --campaign.")
    }
  }

  func run() throws {
    let session = try Session(options)
    let installed = try InstalledDocuments.find()
    let current = try framework.map(installed.framework(at:)) ?? installed.framework()
    let invitation = try campaign.map {
      try AnsweredInvitation(at: $0, framework: current, installed: installed)
    }
    if template {
      session.console.remark(
        "What each id means: waymark framework show \(current.framework.id)")
      let offer = try workshop.map { try installed.workshop($0, for: current.framework) }
      return try session.console.write(
        AnswersTemplate.csv(for: current.framework.asking(for: offer)))
    }
    let given = try GivenAnswers(file: answers, assignments: set)
    let input = try given == nil ? openInput(session) : nil
    let path = try session.storePath
    if review || then != nil { _ = try session.openStore(for: .reading) }
    if let given, !FileManager.default.fileExists(atPath: path) {
      // No store is made for answers that are refused.
      _ = try given.answers(to: current.framework)
    }
    let lock = try StoreLock(beside: path, for: "assess")
    defer { withExtendedLifetime(lock) {} }
    let store = try session.openStore(for: .writing)
    let sitting =
      try reviewed(in: store, installed: installed, session: session)
      ?? lens.map { _ in
        Sitting(
          saying: try ServiceSitting(
            in: store, current: current, installed: installed, startsNew: new))
      }
      ?? Sitting(
        in: store, current: current, invitation: invitation, workshop: workshop,
        installed: installed, startsNew: new)
    for line in sitting.remarks { session.console.remark(line) }
    if let last = sitting.invitation?.invitation.closes, last < (try session.surroundings.today()) {
      session.console.remark("Answers were asked for until \(last.inWords); ask before you send.")
    }
    let role = try chosenRole(in: sitting.loaded.framework) ?? sitting.role
    if let given {
      // An assessment goes on in the words that it was begun with.
      let given = try given.answers(to: sitting.loaded.framework)
      let others = given.answers.filter {
        sitting.asked.position(of: $0.key) == nil && $0.value != .skipped
      }
      if let other = others.keys.sorted().first {
        throw Failure.input(
          "\(other)",
          sitting.view == .now
            ? "the workshop is not about it" : "this statement is not rated again now",
          mend: "leave it out")
      }
      try keep(given, in: sitting, of: store, role: role, session: session)
    } else if let input {
      try ask(input, in: sitting, of: store, role: role, session: session)
    }
  }

  /// The sitting of `--review` and `--then`; `nil` without them.
  private func reviewed(in store: Store, installed: InstalledDocuments, session: Session) throws
    -> Sitting?
  {
    let day = try CalendarDate.given(then, "--then")
    guard review || day != nil else { return nil }
    if let day, day >= (try session.surroundings.today()) {
      throw Failure(.usage, "--then: \(day) is not past; give an earlier day")
    }
    guard role == nil else {
      throw Failure(.usage, "--role: the role stays that of the assessment before")
    }
    return Sitting(
      rating: try Review(
        in: store, installed: installed, areas: area, workshop: workshop, looksBackTo: day,
        startsNew: new))
  }

  // MARK: - Without a dialogue

  private func keep(
    _ given: PersonalAnswers, in sitting: Sitting, of store: Store, role: RoleID??,
    session: Session
  ) throws {
    let framework = sitting.asked
    if let answers, given.answers.values.allSatisfy({ $0 == .skipped }) {
      throw Failure.input(
        answers.printableLine, "no statement is answered", mend: "fill in the column 'level'")
    }
    let open = framework.competencies.map(\.id).filter {
      sitting.answers[$0] == nil && given.answers[$0] == nil
    }
    guard open.isEmpty || !requireComplete else {
      throw Failure(
        .input,
        "\(open.count) of \(framework.competencies.count) statements have no answer: "
          + open.prefix(10).map(\.description).joined(separator: ", ")
          + (open.count > 10 ? " ..." : "") + "; answer them, or leave out --require-complete")
    }
    let asked = sitting.invitation?.invitation
    let asksPicks = lens == nil && asked.map { $0.importance == .picks } ?? true
    if !asksPicks, !given.importance.picked.isEmpty {
      throw Failure.input(
        answers?.printableLine ?? "--answers",
        lens == nil
          ? "the campaign does not ask which statements matter most"
          : "for the service it is not asked which statements matter most",
        mend: "leave the column 'important' empty")
    }
    // The last questions of a campaign are asked by the questionnaire.
    let isFinished = answers != nil && open.isEmpty && asked == nil
    var changes: [AssessmentChange] = role.map { [.role($0)] } ?? []
    for competency in framework.competencies.map(\.id) {
      if let answer = given.answers[competency] {
        changes.append(.answer(competency, answer, seconds: Pace.usualSeconds))
      }
      if let note = given.notes[competency] { changes.append(.note(competency, note)) }
    }
    if !given.importance.picked.isEmpty { changes.append(.importance(given.importance)) }
    if isFinished { changes.append(.finished) }
    try sitting.record(in: store, today: try session.surroundings.today()).keep(changes)
    let skipped = given.answers.values.count { $0 == .skipped }
    session.console.remark(
      "Saved \(given.answers.count) answer\(given.answers.count == 1 ? "" : "s")"
        + (skipped == 0 ? "; " : ", \(skipped) of them skipped; ")
        + (open.isEmpty
          ? "every statement has one."
          : "\(open.count) statement\(open.count == 1 ? " has" : "s have") none yet."))
    if isFinished { session.console.remark("This assessment is finished and does not change.") }
    session.console.remark(
      "Next: waymark \(next(isFinished: isFinished, sitting.view, isAsked: asked != nil))"
        + session.suffix)
  }

  private func chosenRole(in framework: Framework) throws -> RoleID?? {
    guard let role else { return .none }
    if role.lowercased() == "none" { return .some(nil) }
    guard let known = framework.roles.first(where: { $0.id.folded == role.lowercased() }) else {
      throw Failure.unknown("role", role, among: framework.roles.map(\.id.description))
    }
    return .some(known.id)
  }

  // MARK: - With a dialogue

  private func openInput(_ session: Session) throws -> Int32 {
    if let script, script != "-" {
      // A pipe is opened without waiting for its writer; until one comes, signals are heard.
      let descriptor = open(script.systemName, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
      var status = stat()
      guard descriptor >= 0, fstat(descriptor, &status) == 0, status.st_mode & S_IFMT != S_IFDIR
      else {
        throw Failure.input(
          script.printableLine,
          descriptor < 0 ? String(cString: strerror(errno)) : "this is a folder",
          mend: "name a file of lines that would be typed")
      }
      return descriptor
    }
    if script == nil {
      guard !options.noInput else {
        throw Failure(
          .usage, "assess: there is nothing to do without asking; give --answers FILE or --set ID=N"
        )
      }
      guard Console.isTerminal(STDIN_FILENO) else {
        throw Failure(
          .usage,
          "assess: standard input is no terminal; give --answers FILE, --set ID=N or --script -")
      }
    }
    return STDIN_FILENO
  }

  private func ask(
    _ descriptor: Int32, in sitting: Sitting, of store: Store, role: RoleID??, session: Session
  ) throws {
    let framework = sitting.asked
    let scope = try AreaChoice(area, in: framework).ids
    let isScript = script != nil
    let style = {
      isScript ? TextStyle(width: session.style.width, accessible: true) : session.style
    }
    let byKey =
      !isScript
      && (session.settings[.keys] == "single"
        || !style().isAccessible && session.settings[.keys] != "line")
    let today = try session.surroundings.today()
    let record = sitting.record(in: store, today: today)
    var questionnaire = sitting.questionnaire(
      language: session.language, scope: scope, role: role)
    if let role, record.id != nil { try record.keep([.role(role)]) }
    let dialogue = Dialogue(
      input: try TerminalInput(descriptor), console: session.console,
      layOut: {
        QuestionnaireText(
          framework: framework, language: session.language, style: style(), answersByKey: byKey,
          asksForService: lens != nil, lastTime: sitting.lastTime,
          hintForOthers: options.person == nil
            ? "Not you? Start your own: waymark assess --person NAME" : nil,
          words: session.words.questionnaire)
      }, answersByKey: byKey, echoes: isScript, record: record)
    try session.console.write(
      AssessHeader(session: session, framework: framework, style: style()).text)
    let end = try dialogue.run(&questionnaire, role: role ?? nil)
    let open = framework.competencies.count - questionnaire.answers.count
    let next = next(
      isFinished: end == .finished, questionnaire.occasion.view,
      isAsked: questionnaire.occasion.invitation != nil)
    let farewell =
      (end == .finished
        ? "Next: " : questionnaire.answers.isEmpty ? "Begin again with: " : "Saved. Go on with: ")
      + "waymark \(next)\(session.suffix)\n"
    if case .signalled(let exit) = end {
      // A terminal that was closed takes no more words; the answers are saved all the same.
      try? session.console.write("\n" + farewell)
      throw Ended(exit: exit)
    }
    try session.console.write(farewell)
    if requireComplete, open > 0 {
      throw Failure(
        .input, "\(open) statements have no answer; answer them, or leave out --require-complete")
    }
  }

  /// What the person does next.
  private func next(
    isFinished: Bool, _ view: Questionnaire.Occasion.View, isAsked: Bool
  ) -> String {
    guard isFinished else {
      let only =
        (area.map { " --area \($0.shellWord)" }
        + [workshop.map { " --workshop \($0.shellWord)" } ?? ""]).joined()
      return switch view {
      case .now: "assess" + (workshop == nil ? "" : only)
      case .again: "assess --review\(only)"
      case .lookingBack(let day): "assess --then \(day)\(only)"
      case .service: "assess --as service\(only)"
      }
    }
    return switch view {
    // What leaves, with nothing sent or written: the very short form is there to be shared.
    case .now: isAsked ? "share" : workshop == nil ? "profile" : "share --link --dry-run"
    case .again: "profile --compare last"
    case .service(.now): "assess --as service"
    case .service(.inFiveYears): "share --as service --dry-run"
    case .lookingBack:
      workshop == nil ? "profile --compare then" : "share --link --looking-back --dry-run"
    }
  }
}
