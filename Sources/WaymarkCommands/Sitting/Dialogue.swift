import Foundation
import Waymark
import WaymarkBasics
import WaymarkPages
import WaymarkStore

/// The line driver: carries a questionnaire's effects to the store and the terminal, and the
/// person's input to the questionnaire.
struct Dialogue {
  /// How a dialogue came to its end.
  enum End: Equatable {
    /// The assessment is finished.
    case finished
    /// The person stopped, or the input ended.
    case stopped
    /// A signal asked for it.
    case signalled(Exit)
  }

  let input: TerminalInput
  let console: Console
  /// How the words are laid out now: the terminal may have another width than a moment ago.
  let layOut: () -> QuestionnaireText
  /// Whether one key answers, without Enter.
  let answersByKey: Bool
  /// Whether what was typed is to be shown because no terminal echoes it.
  let echoes: Bool
  let record: AssessmentWriter

  /// Asks until the person finishes or stops.
  func run(_ questionnaire: inout Questionnaire) throws -> End {
    defer { input.listen(.lines) }
    var effects = questionnaire.start()
    if input.isTerminal, let first = effects.first, case .show(.invitation) = first {
      if let end = try carryOut([first], of: questionnaire) { return end }
      effects.removeFirst()
      if let end = try waitForEnter() { return end }
    }
    // What was written at this prompt and could not be kept, to be gone on with.
    var draft: (prompt: Questionnaire.Prompt, text: String)?
    while true {
      let isFinished = effects.contains(.keep(.finished))
      // Before anything is printed: what is typed ahead arrives in the way it will be read.
      listen(for: questionnaire.prompt)
      if let end = try carryOut(effects, of: questionnaire) { return end }
      if questionnaire.prompt == .done { return isFinished ? .finished : .stopped }
      let began = ContinuousClock.now
      let event = try ask(questionnaire, draft?.prompt == questionnaire.prompt ? draft?.text : nil)
      draft = nil
      switch event {
      case .stop(let exit):
        if case .note = questionnaire.prompt {
          try? console.write("\n" + layOut().noteNotSaved)
        }
        return .signalled(exit)
      case .woken:
        try console.write("\n")
        effects = questionnaire.standing
      case .end:
        try console.write("\n")
        effects = questionnaire.receive(.endOfInput)
      case .redraw:
        try console.write("\n")
        effects = questionnaire.standing
      case .pasted:
        try console.write("\n")
        effects = questionnaire.receive(.pasted)
      case .noText(let text):
        try console.write("\n")
        draft = (questionnaire.prompt, text)
        effects = questionnaire.receive(.noText)
      case .cancelled:
        try console.write("\n")
        effects = questionnaire.receive(.cancel)
      case .line(let line):
        if echoes || editsLines { try console.write((echoes ? line.printableLine : "") + "\n") }
        let meaning = meaning(of: line, to: questionnaire)
        if case .text = meaning { draft = (questionnaire.prompt, line) }
        effects = questionnaire.receive(meaning, after: seconds(since: began))
      case .word(let word):
        try console.write(word.printableLine + "\n")
        effects = questionnaire.receive(
          questionnaire.input(typed: word, in: layOut().vocabulary), after: seconds(since: began))
      case .key(let key):
        let meaning = meaning(of: key, to: questionnaire)
        effects = questionnaire.receive(meaning, after: seconds(since: began))
        if !layOut().echoesAnswers || !effects.contains(where: Self.saysAnswer) {
          try console.write((key == "\n" ? "" : String(key).printableLine) + "\n")
        }
      }
    }
  }

  /// Enter alone keeps and goes on: Tab or the space bar is no way to answer unawares.
  private func meaning(of key: Character, to questionnaire: Questionnaire) -> Questionnaire.Input {
    if key == "\n" { return questionnaire.input(typed: "") }
    return key.isWhitespace
      ? .unknown(String(key)) : questionnaire.input(typed: String(key), in: layOut().vocabulary)
  }

  /// Where a note stands already and is edited in place, to leave nothing of it deletes it.
  private func meaning(of line: String, to questionnaire: Questionnaire) -> Questionnaire.Input {
    if editsLines, case .note(let id) = questionnaire.prompt, line.trimmed.isEmpty,
      questionnaire.notes[id] != nil
    {
      return .deleteNote(for: id)
    }
    return questionnaire.input(typed: line, in: layOut().vocabulary)
  }

  /// Whether lines are written with an editor of this program, and not with the terminal's.
  private var editsLines: Bool { answersByKey && TerminalGuard.knowsMarks }

  private func ask(
    _ questionnaire: Questionnaire, _ draft: String?
  ) throws -> TerminalInput.Event {
    let cursor = layOut().cursor(questionnaire.prompt)
    if isAnsweredByKey(questionnaire.prompt) {
      try console.write(cursor)
      return try input.nextKey()
    }
    let note: CompetencyID? = if case .note(let id) = questionnaire.prompt { id } else { nil }
    return try LinePrompt(input: input, console: console, edits: editsLines).ask(
      cursor, draft: note.flatMap { draft ?? questionnaire.notes[$0] } ?? "",
      takesLines: note != nil)
  }

  /// A statement is answered by one key, and everything else by what is typed before Enter.
  private func isAnsweredByKey(_ prompt: Questionnaire.Prompt) -> Bool {
    switch prompt {
    case .question, .rating, .noneOfArea, .lookAgain: answersByKey
    case .role, .areas, .note, .picks, .areaEnd, .beyond, .topThree, .background, .review, .done:
      false
    }
  }

  private func listen(for prompt: Questionnaire.Prompt) {
    input.listen(editsLines || isAnsweredByKey(prompt) ? .keys : .lines)
  }

  /// Waits until a page was read.
  ///
  /// - Returns: how the dialogue ends where the person stops here.
  private func waitForEnter() throws -> End? {
    input.listen(editsLines ? .keys : .lines)
    while true {
      try console.write(layOut().pressEnter)
      let event =
        editsLines
        ? try input.nextEdited("", takesLines: false) { _, _ in } : try input.nextLine()
      switch event {
      case .line(let line):
        if editsLines { try console.write("\n") }
        return ["q", "quit", "stop"].contains(line.trimmed.lowercased()) ? .stopped : nil
      case .stop(let exit): return .signalled(exit)
      case .end:
        try console.write("\n")
        return .stopped
      case .key, .word, .pasted, .noText, .cancelled, .redraw, .woken: try console.write("\n")
      }
    }
  }

  /// Keeps first, in one piece; only then are the words said.
  private func carryOut(
    _ effects: [Questionnaire.Effect], of questionnaire: Questionnaire
  ) throws -> End? {
    try record.keep(
      effects.compactMap { if case .keep(let change) = $0 { change } else { nil } })
    let text = layOut()
    let said = text.inReadingOrder(effects).map { effect in
      switch effect {
      case .say(let remark): (text.text(remark, of: questionnaire), isHelp: remark.isHelp)
      case .show(let screen): (text.text(screen, of: questionnaire), isHelp: false)
      case .keep, .leave: ("", isHelp: false)
      }
    }
    let whole = said.map(\.0).joined()
    guard let help = said.firstIndex(where: \.isHelp), input.isTerminal, answersByKey,
      Pager.isNeeded(for: whole)
    else {
      try console.write(whole)
      return nil
    }
    // What is asked again would push the help off the screen before it is read.
    try console.write(said[...help].map(\.0).joined())
    if let end = try waitForEnter() { return end }
    listen(for: questionnaire.prompt)
    try console.write(said[(help + 1)...].map(\.0).joined())
    return nil
  }

  private func seconds(since began: ContinuousClock.Instant) -> Double {
    let elapsed = (ContinuousClock.now - began).components
    return Double(elapsed.seconds) + Double(elapsed.attoseconds) * 1e-18
  }

  private static func saysAnswer(_ effect: Questionnaire.Effect) -> Bool {
    if case .say(.saved) = effect { true } else { false }
  }
}

extension Questionnaire.Remark {
  fileprivate var isHelp: Bool { if case .help = self { true } else { false } }
}
