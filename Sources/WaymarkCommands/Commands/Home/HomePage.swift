import Foundation
import Waymark
import WaymarkBasics
import WaymarkPages
import WaymarkStore

/// What `waymark` alone shows: what it is, what the person has, and what there is to do.
///
/// On a terminal it asks which of it to do, does it, and asks again.
struct HomePage {
  let session: Session
  private var words: HomeWords { session.said.home }

  /// Shows the page, and where somebody is there to answer asks until they stop.
  func run() throws {
    let isAsked =
      !session.options.noInput && Console.isTerminal(STDIN_FILENO)
      && Console.isTerminal(STDOUT_FILENO)
    var summary = try Self.summary(in: session)
    guard isAsked else {
      let next = [words.next(line(words(of: summary.next))), words.allCommands]
      return try write(opening + (try state(of: summary)) + next)
    }
    try write(opening + (try state(of: summary)) + [""] + list(summary))
    while let choice = try choice(among: summary) {
      switch choice {
      case .act(let act):
        let command = words(of: act) + (act == .path ? try timeAsked() : [])
        try write([words.saysCommand(line(command))])
        // A command that fails has said why; the person may try another.
        _ = Main.run(command + session.options.shared)
      case .command(let typed): _ = Main.run(typed + session.options.shared)
      }
      summary = try Self.summary(in: session)
      // What is long is not pushed away by what is known.
      if choice.leavesRoom { try showAgain(summary) }
    }
    try write([words.stopped(line([]))])
  }

  /// What the store holds; nothing where there is not even a store.
  private static func summary(in session: Session) throws -> PersonalSummary {
    do {
      return PersonalSummary(
        of: try Store(path: session.storePath, for: .reading).assessments())
    } catch let error as StoreError {
      guard error.problem == .missing else { throw error }
      return PersonalSummary(of: [])
    }
  }

  // MARK: - What it shows

  private var opening: [String] {
    [words.title(version: WaymarkCommand.version), words.purpose, words.privacy, ""]
  }

  private func state(of summary: PersonalSummary) throws -> [String] {
    guard summary.latest != nil || !summary.waiting.isEmpty else { return [words.notBegun] }
    let waiting = try summary.waiting.map { stored in
      let progress = try progress(of: stored)
      return words.answered(
        progress?.answered ?? stored.answered, of: progress?.total,
        subject: words.subject(
          stored.assessment.subject, stored.assessment.form, session.words.questionnaire),
        for: stored.invitation?.campaign.description, last: stored.changed)
    }
    let finished = summary.finished.prefix(Self.finishedShown).compactMap { stored in
      stored.assessment.finished.map {
        words.finished(on: $0, for: stored.invitation?.campaign.description)
      }
    }
    return waiting + finished
  }

  /// How far an assessment of everything is, as the questionnaire counts it; `nil` of another.
  private func progress(of stored: StoredAssessment) throws -> Questionnaire.Progress? {
    guard stored.assessment.isWhole else { return nil }
    let framework = try InstalledDocuments.find().framework(
      keptIn: try session.openStore(for: .reading), as: stored.assessment.framework
    ).framework
    return Questionnaire(
      resuming: stored.assessment,
      of: framework.asking(stored.invitation == nil ? .full : stored.assessment.form),
      history: stored.history, seconds: stored.seconds, breadth: stored.breadth
    ).progress()
  }

  /// How many finished assessments are named.
  private static let finishedShown = 3

  private func showAgain(_ summary: PersonalSummary) throws {
    try write([""] + (try state(of: summary)) + [""] + list(summary))
  }

  private func list(_ summary: PersonalSummary) -> [String] {
    let rows =
      summary.acts.enumerated().map { place, act in
        (String(place + 1), words.act(act, session.words.questionnaire), line(words(of: act)))
      } + [("0", words.stop, "")]
    guard !session.isAccessible else {
      return rows.map { "\($0.0). \($0.1)" + ($0.2.isEmpty ? "" : ": \($0.2)") }
    }
    let width = (rows.map { TextLayout.columns($0.1) }.max() ?? 0) + 3
    let isWide = session.style.width >= width + Self.commandWidth
    return rows.map { number, act, command in
      "  \(number)  "
        + (isWide && !command.isEmpty ? TextLayout.padded(act, to: width) + command : act)
    }
  }

  /// The columns that stand for a number and for a command beside what it does.
  private static let commandWidth = 40

  private func write(_ lines: [String]) throws {
    let width = session.style.width
    try session.console.write(
      lines.flatMap { TextLayout.wrap($0, width: width, hanging: $0.hasPrefix(" ") ? 5 : 0) }
        .filter { !session.isAccessible || !$0.isEmpty }.map { $0 + "\n" }.joined())
  }

  // MARK: - What it asks

  /// What the person wants.
  private enum Choice {
    case act(PersonalSummary.Act)
    /// The words of a command that was typed out.
    case command([String])

    /// Whether what was done leaves room on the screen for the list.
    var leavesRoom: Bool {
      switch self {
      case .act(.begin), .act(.beginCore), .act(.goOn), .act(.newRound), .act(.drop), .act(.notes),
        .act(.settings),
        .act(.share), .act(.withdraw):
        true
      case .act(.results), .act(.changes), .act(.path), .act(.log), .command: false
      }
    }
  }

  /// - Returns: `nil` where the person stops.
  private func choice(among summary: PersonalSummary) throws -> Choice? {
    let acts = summary.acts
    let edits = TerminalGuard.knowsMarks && !session.isAccessible
    // It listens for itself alone: the command that is chosen listens too.
    let input = try TerminalInput(STDIN_FILENO)
    input.listen(edits ? .keys : .lines)
    defer { input.listen(.lines) }
    let prompt = LinePrompt(input: input, console: session.console, edits: edits)
    while true {
      switch try prompt.ask(words.cursor) {
      case .line(let line):
        if edits { try session.console.write("\n") }
        let typed = line.trimmed
        if typed.isEmpty {
          try showAgain(summary)
          continue
        }
        if typed == "0" || words.stopsBy.contains(typed.lowercased()) { return nil }
        if let number = Int(typed), acts.indices.contains(number - 1) {
          return .act(acts[number - 1])
        }
        if let command = Self.command(typed) { return .command(command) }
        try write([words.notUnderstood(last: acts.count)])
      case .stop(let exit):
        try session.console.write("\n")
        throw Ended(exit: exit)
      case .end:
        try session.console.write("\n")
        return nil
      case .woken, .redraw:
        try session.console.write("\n")
        try showAgain(summary)
      case .key, .word, .pasted, .noText, .cancelled:
        try session.console.write("\n")
        try write([words.notUnderstood(last: acts.count)])
      }
    }
  }

  /// The words behind `waymark` of a command that was typed as it is said; what has blanks stands in quotes.
  static func command(_ typed: String) -> [String]? {
    var words: [String] = []
    var word: String?
    var quote: Character?
    for character in typed {
      if let open = quote {
        if character == open { quote = nil } else { word?.append(character) }
      } else if "'\"".contains(character) {
        quote = character
        word = word ?? ""
      } else if "\\|<>;&$`".contains(character) {
        return nil
      } else if character.isWhitespace {
        if let word { words.append(word) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    if let word { words.append(word) }
    guard quote == nil, words.count > 1, words[0] == "waymark" else { return nil }
    return Array(words.dropFirst())
  }

  /// The option for the time that the person has for a path; none where they name none.
  private func timeAsked() throws -> [String] {
    let typed = try TickList(input: try TerminalInput(STDIN_FILENO), session: session)
      .line(words.timeForPath)
    return typed.map { ["--hours", $0] } ?? []
  }

  // MARK: - The commands

  private func line(_ words: [String]) -> String {
    (["waymark"] + words.map { $0.shellWord }).joined(separator: " ") + session.suffix
  }

  /// The words of the command that does something.
  private func words(of act: PersonalSummary.Act) -> [String] {
    switch act {
    case .begin, .goOn(.everything): ["assess"]
    case .beginCore: ["assess", "--core"]
    case .goOn(.workshop(let workshop)): ["assess", "--workshop", workshop.description]
    case .goOn(.lookingBack(let day, let workshop)):
      ["assess", "--then", day.description]
        + (workshop.map { ["--workshop", $0.description] } ?? [])
    case .goOn(.service): ["assess", "--as", "service"]
    case .results: ["profile"]
    case .changes: ["profile", "--compare", "last"]
    case .path: ["path"]
    case .log: ["path", "--log"]
    case .notes: ["notes"]
    case .share: ["share"]
    case .withdraw: ["share", "--withdraw"]
    case .newRound: ["assess", "--new"]
    case .drop: ["assess", "--drop"]
    case .settings: ["settings"]
    }
  }
}
