import Foundation
import Waymark
import WaymarkBasics
import WaymarkPages
import WaymarkStore

/// A sitting as it takes place: with answers that came with the command, or as a dialogue.
struct SittingRun {
  private let request: AssessRequest
  private let session: Session
  private let opened: OpenedSitting
  private let record: AssessmentWriter
  private var sitting: Sitting { opened.sitting }

  /// Says what there is to be said about a sitting first.
  init(
    _ found: OpenedSitting, asked request: AssessRequest, in store: Store, _ session: Session
  ) throws {
    for line in found.remarks { session.console.remark(line) }
    let today = try session.surroundings.today()
    if let last = found.invitation?.invitation.closes, last < today {
      session.console.remark("Answers were asked for until \(last.inWords); ask before you send.")
    }
    var opened = found
    if let role = try request.role(in: found.loaded.framework) { opened.sitting.role = role }
    self.request = request
    self.session = session
    self.opened = opened
    record = AssessmentWriter(opened, in: store, today: today)
  }

  // MARK: - Without a dialogue

  /// Keeps answers that came with the command.
  func keep(_ given: GivenAnswers) throws {
    // An assessment goes on in the words that it was begun with.
    let answers = try given.answers(to: opened.loaded.framework)
    let taken: AnswersInOneGo
    do throws(AnswersInOneGo.Problem) {
      taken = try sitting.taking(
        answers, isWhole: given.file != nil, requiresAll: request.requiresAll)
    } catch {
      throw failure(error, given)
    }
    try record.keep(taken.changes)
    session.console.remark(
      "Saved \(taken.given) answer\(taken.given == 1 ? "" : "s")"
        + (taken.skipped == 0 ? "; " : ", \(taken.skipped) of them skipped; ")
        + (taken.open == 0
          ? "every statement has one."
          : "\(taken.open) statement\(taken.open == 1 ? " has" : "s have") none yet."))
    if taken.isFinished {
      session.console.remark("This assessment is finished and does not change.")
    }
    session.console.remark("Next: waymark \(next(isFinished: taken.isFinished))\(session.suffix)")
  }

  private func failure(_ problem: AnswersInOneGo.Problem, _ given: GivenAnswers) -> Failure {
    switch problem {
    case .notAsked(let id):
      .input(
        "\(id)",
        sitting.occasion.view == .now
          ? "the workshop is not about it" : "this statement is not rated again now",
        mend: "leave it out")
    case .nothingAnswered:
      .input(
        given.file ?? "--answers", "no statement is answered", mend: "fill in the column 'level'")
    case .incomplete(let open, let count):
      Failure(
        .input,
        "\(open.count) of \(count) statements have no answer: "
          + open.prefix(10).map(\.description).joined(separator: ", ")
          + (open.count > 10 ? " ..." : "") + "; answer them, or leave out --require-complete")
    case .picksNotAsked:
      .input(
        given.file ?? "--answers",
        sitting.occasion.invitation != nil
          ? "the campaign does not ask which statements matter most"
          : "for the service it is not asked which statements matter most",
        mend: "leave the column 'important' empty")
    }
  }

  // MARK: - With a dialogue

  /// Asks, and says how to go on.
  func ask(_ descriptor: Int32, isScript: Bool) throws {
    let framework = sitting.asked
    let style = {
      isScript ? TextStyle(width: session.style.width, accessible: true) : session.style
    }
    let byKey =
      !isScript
      && (session.settings[.keys] == "single"
        || !style().isAccessible && session.settings[.keys] != "line")
    var questionnaire = sitting.questionnaire(
      language: session.language, scope: try request.scope(in: framework))
    if sitting.start.stored != nil, case .settled(let role) = sitting.role {
      try record.keep([.role(role)])
    }
    let asksForService = if case .service = sitting.occasion.view { true } else { false }
    let dialogue = Dialogue(
      input: try TerminalInput(descriptor), console: session.console,
      layOut: {
        QuestionnaireText(
          framework: framework, language: session.language, style: style(), answersByKey: byKey,
          asksForService: asksForService, lastTime: sitting.start.stored?.changed,
          hintForOthers: session.options.person == nil
            ? "Not you? Start your own: waymark assess --person NAME" : nil,
          words: session.words.questionnaire)
      }, answersByKey: byKey, echoes: isScript, record: record)
    try session.console.write(
      AssessHeader(session: session, framework: framework, style: style()).text)
    let end = try dialogue.run(&questionnaire)
    try sayFarewell(after: questionnaire, end)
    let open = framework.competencies.count - questionnaire.answers.count
    if request.requiresAll, open > 0 {
      throw Failure(
        .input, "\(open) statements have no answer; answer them, or leave out --require-complete")
    }
  }

  private func sayFarewell(after questionnaire: Questionnaire, _ end: Dialogue.End) throws {
    let farewell =
      (end == .finished
        ? "Next: " : questionnaire.answers.isEmpty ? "Begin again with: " : "Saved. Go on with: ")
      + "waymark \(next(isFinished: end == .finished))\(session.suffix)\n"
    if case .signalled(let exit) = end {
      // A terminal that was closed takes no more words; the answers are saved all the same.
      try? session.console.write("\n" + farewell)
      throw Ended(exit: exit)
    }
    try session.console.write(farewell)
  }

  private func next(isFinished: Bool) -> String {
    request.command(for: sitting.next(isFinished: isFinished), after: sitting.occasion.view)
  }
}

/// The first lines of a sitting: the program, the language, and whose answers these are.
private struct AssessHeader {
  let session: Session
  let framework: Framework
  let style: TextStyle

  var text: String {
    let name = "Waymark \(WaymarkCommand.version)"
    let language = "Language: English (\(origin))"
    let gap = style.width - name.count - language.count
    var lines =
      style.isAccessible || gap < 2
      ? [name] + TextLayout.wrap(language, width: style.width)
      : [name + String(repeating: " ", count: gap) + language]
    if let person = session.options.person {
      lines += TextLayout.wrap("Answers of: \(person.printableLine)", width: style.width)
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// Where the language comes from, or why it is not the one that was asked for: Waymark's own
  /// words are English, and a framework's are English unless it has a translation.
  private var origin: String {
    let isEnglish = session.language.fallbacks.contains(.english)
    return isEnglish
      ? session.languageOrigin
      : "\(session.language) from \(session.languageOrigin) is not there yet"
  }
}
