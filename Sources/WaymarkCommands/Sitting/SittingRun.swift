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
  private var words: SittingWords { session.said.sitting }

  /// Says what there is to be said about a sitting first.
  init(
    _ found: OpenedSitting, asked request: AssessRequest, in store: Store, _ session: Session
  ) throws {
    let words = session.said.sitting
    for line in found.change.map(words.changed) ?? [] { session.console.remark(line) }
    let today = try session.surroundings.today()
    if let before = found.answeredBefore {
      for line in words.answered(before) { session.console.remark(line) }
    }
    if let last = found.invitation?.invitation.closes, last < today {
      session.console.remark(words.askedUntil(last))
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
    try record.keep(sitting.changesAtStart() + taken.changes)
    session.console.remark(
      words.saved(taken.given, skipped: taken.skipped, open: taken.open))
    if taken.isFinished { session.console.remark(words.isFinished) }
    session.console.remark(words.next(next(isFinished: taken.isFinished)))
  }

  private func failure(_ problem: AnswersInOneGo.Problem, _ given: GivenAnswers) -> Failure {
    switch problem {
    case .notAsked(let id):
      .input(
        "\(id)",
        sitting.occasion.view == .now && sitting.occasion.workshop == nil
          ? words.notInCoreForm : words.notAsked(isAgain: sitting.occasion.view != .now))
    case .nothingAnswered:
      .input(given.file ?? "--answers", words.nothingAnswered)
    case .incomplete(let open, let count):
      Failure(.input, words.incomplete(open, of: count))
    case .picksNotAsked:
      .input(
        given.file ?? "--answers",
        words.picksNotAsked(isForCampaign: sitting.occasion.invitation != nil))
    }
  }

  // MARK: - With a dialogue

  /// Asks, and says how to go on.
  func ask(_ descriptor: Int32, isScript: Bool) throws {
    let framework = sitting.asked
    let style = {
      isScript
        ? TextStyle(width: session.style.width, accessible: true, ids: session.options.ids)
        : session.style
    }
    let byKey =
      !isScript
      && (session.settings[.keys] == "single"
        || !style().isAccessible && session.settings[.keys] != "line")
    let breadth =
      request.breadth ?? (request.requiresAll && sitting.form == .full ? .everything : nil)
    var questionnaire = sitting.questionnaire(
      language: session.language, scope: try request.scope(in: framework), breadth: breadth)
    try record.keep(sitting.changesAtStart(breadth: breadth))
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
          hintForOthers: session.options.person == nil ? words.hintForOthers : nil,
          coreCommand: isScript || !request.mayOfferCore
            ? nil : "waymark " + words.assessCore + session.suffix,
          words: session.words.questionnaire)
      }, answersByKey: byKey, echoes: isScript, record: record)
    try session.console.write(
      AssessHeader(session: session, framework: framework, style: style()).text)
    let end = try dialogue.run(&questionnaire)
    try sayFarewell(after: questionnaire, end)
    let open = sitting.due.count { questionnaire.answers[$0] == nil }
    if request.requiresAll, open > 0 { throw Failure(.input, words.incomplete(open)) }
  }

  private func sayFarewell(after questionnaire: Questionnaire, _ end: Dialogue.End) throws {
    let command = next(isFinished: end == .finished)
    let farewell =
      (end == .finished
        ? words.next(command)
        : questionnaire.answers.isEmpty ? words.toBeginAgain(command) : words.toGoOn(command))
      + "\n"
    if case .signalled(let exit) = end {
      // A terminal that was closed takes no more words; the answers are saved all the same.
      try? session.console.write("\n" + farewell)
      throw Ended(exit: exit)
    }
    try session.console.write(farewell)
  }

  private func next(isFinished: Bool) -> String {
    request.command(
      for: sitting.next(isFinished: isFinished), after: sitting.occasion.view,
      hasBegun: record.hasBegun)
      + session.suffix
  }
}

/// The first lines of a sitting: the program, the language, and whose answers these are.
private struct AssessHeader {
  let session: Session
  let framework: Framework
  let style: TextStyle

  var text: String {
    let name = "Waymark \(WaymarkCommand.version)"
    let words = session.said.sitting
    // Waymark's own words are English, and a framework's are English unless it has a translation.
    let isEnglish = session.language.fallbacks.contains(.english)
    let language = words.language(
      from: session.languageOrigin, missing: isEnglish ? nil : session.language)
    let gap = style.width - name.count - language.count
    var lines =
      style.isAccessible || gap < 2
      ? [name] + TextLayout.wrap(language, width: style.width)
      : [name + String(repeating: " ", count: gap) + language]
    if let person = session.options.person {
      lines += TextLayout.wrap(words.answers(of: person), width: style.width)
    }
    return lines.map { $0 + "\n" }.joined()
  }
}

/// One assessment as it is being written to its store.
final class AssessmentWriter {
  private let store: Store
  private let start: Sitting.Start
  private let loaded: LoadedFramework
  private let invitation: AnsweredInvitation?
  private let today: CalendarDate
  private var id: UUID?

  /// Whether there is something to go on with.
  var hasBegun: Bool { id != nil }

  /// Goes on with an assessment, or waits to begin one.
  init(_ opened: OpenedSitting, in store: Store, today: CalendarDate) {
    self.store = store
    self.today = today
    start = opened.sitting.start
    (loaded, invitation) = (opened.loaded, opened.invitation)
    id = start.stored?.assessment.id
  }

  /// Keeps changes, all or none; begins the assessment when it has not begun.
  func keep(_ changes: [AssessmentChange]) throws {
    guard !changes.isEmpty else { return }
    if let id { return try store.keep(changes, of: id, on: today) }
    guard case .new(let new, let response) = start else { return }
    let assessment = Assessment(
      id: UUID(), framework: new.framework, role: nil, started: today, subject: new.subject,
      form: new.form)
    try store.begin(
      assessment, response: response, xml: loaded.xml,
      invitation: invitation.map { ($0.stored, $0.documents) }, changes: new.carried + changes)
    id = assessment.id
  }
}
