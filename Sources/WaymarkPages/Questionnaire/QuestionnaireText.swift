public import Waymark
public import WaymarkBasics

/// The questionnaire's screens as plain text.
///
/// Two forms of the same words: laid out in columns, or, for screen readers, a line at a time.
/// Nothing is repainted: a screen is lines that follow the lines before.
public struct QuestionnaireText: Sendable {
  /// The framework that is asked.
  let framework: Framework
  /// The language of the session.
  let language: LanguageTag
  /// How lines are laid out.
  let style: TextStyle
  /// Whether the answer to a statement is a key without Enter, and is shown by its remark.
  public let echoesAnswers: Bool
  /// Whether one key answers a statement.
  let answersByKey: Bool
  /// What is asked about.
  let subject: QuestionnaireWords.Subject
  /// The day of the last answer, when the assessment is resumed.
  let lastTime: CalendarDate?
  /// The command that asks the core statements alone, where it may be offered.
  let coreCommand: String?
  /// What somebody else is told who finds this person's answers; nothing where each has a store.
  let hintForOthers: String?
  /// What it says.
  let words: QuestionnaireWords

  /// Settles the form.
  ///
  /// - Parameters:
  ///   - answersByKey: whether one key answers, without Enter.
  ///   - asksForService: whether the needs of the library's service are asked, and not where the person is.
  ///   - coreCommand: the command that asks the core statements alone, where it is offered at the beginning.
  public init(
    framework: Framework, language: LanguageTag, style: TextStyle, answersByKey: Bool,
    asksForService: Bool = false, lastTime: CalendarDate? = nil, hintForOthers: String? = nil,
    coreCommand: String? = nil, words: QuestionnaireWords
  ) {
    self.framework = framework
    self.language = language
    self.style = style
    // A screen reader reads whole lines: there the remark stands on a line of its own.
    echoesAnswers = answersByKey && !style.isAccessible
    self.answersByKey = answersByKey
    subject = asksForService ? .service : .self
    self.words = words
    self.lastTime = lastTime
    self.hintForOthers = hintForOthers
    self.coreCommand = coreCommand
  }

  /// What stands before the cursor at a prompt.
  public func cursor(_ prompt: Questionnaire.Prompt) -> String {
    guard style.isAccessible else { return words.cursor(prompt) }
    return if case .note = prompt { words.noteCursor } else { words.choiceCursor }
  }

  /// What stands on the screens, and is taken where it is typed.
  public var vocabulary: Questionnaire.Vocabulary { words.vocabulary(subject) }

  /// What is asked for after a page that has to be read before it scrolls away.
  public var pressEnter: String { words.pressEnter }
  /// What is said of a note where a person leaves while writing it.
  public var noteNotSaved: String { joined(paragraph(words.noteNotSaved)) }

  /// Effects in the order in which they are read best.
  ///
  /// Where something is asked again, what is said of the input stands below it, beside the cursor: above,
  /// it would leave a small terminal. Who listens hears it first.
  public func inReadingOrder(_ effects: [Questionnaire.Effect]) -> [Questionnaire.Effect] {
    guard !style.isAccessible else { return effects }
    let ofInput = effects.filter(Self.isOfInput)
    let last = effects.last { if case .keep = $0 { false } else { true } }
    guard let last, case .show = last, !ofInput.isEmpty else { return effects }
    return effects.filter { !Self.isOfInput($0) } + ofInput
  }

  private static func isOfInput(_ effect: Questionnaire.Effect) -> Bool {
    guard case .say(let remark) = effect else { return false }
    return switch remark {
    case .notUnderstood, .noteSaved, .noNote, .noteDeleted, .pastedNothing, .notText, .noteRefused,
      .tooMany, .notKept, .nothingBefore:
      true
    default: false
    }
  }

  /// A screen as lines that end in line feeds.
  public func text(_ screen: Questionnaire.Screen, of state: Questionnaire) -> String {
    let lines: [String] =
      switch screen {
      case .invitation(let invitation): self.invitation(invitation)
      case .welcome: welcome(state)
      case .welcomeBack(let progress, let next): welcomeBack(progress, next: next)
      case .roles(let kept): roles(kept)
      case .areas(let next): areas(next: next, of: state)
      case .question(let question): [""] + self.question(question, state.occasion.view)
      case .rating(_, let earlier): rating(earlier: earlier)
      case .background(let id, let showsPurpose):
        background(id, showsPurpose: showsPurpose, of: state)
      case .note(let id, let earlier): note(id, earlier: earlier)
      case .noneOfArea(let area):
        sentences(words.isRestNotPart(of: title(of: area), subject) + [yesOrNo])
      case .lookAgain(let area, let level):
        sentences(words.allAlike(title(of: area), inWords(.level(level))) + [yesOrNo])
      case .answers(let area): answers(in: area, of: state)
      case .picks(let area): picks(of: state.picks(in: area))
      case .areaEnd(let next): areaEnd(next: next, of: state)
      case .beyond(let count, let minutes): beyond(count, minutes: minutes, state.breadth)
      case .topThree(let ids): topThree(ids, so: state.importance.top)
      case .review: review(of: state)
      case .finished: finished(state)
      }
    return joined(lines)
  }

  /// A remark as lines that end in line feeds.
  public func text(_ remark: Questionnaire.Remark, of state: Questionnaire) -> String {
    switch remark {
    case .saved(_, let answer):
      guard echoesAnswers else { return joined(paragraph(words.saved(inWords(answer)))) }
      return joined(paragraph(words.saved(key: key(of: answer), label(of: answer))))
    case .savedElsewhere(let id, let answer):
      return joined(paragraph(words.savedElsewhere(title(of: id), inWords(answer))))
    case .notKept:
      return joined(paragraph(words.notKept))
    case .backTo(let id, let answer):
      let earlier = answer.map {
        $0 == .skipped ? words.youSkipped : words.yourAnswerWas(inWords($0))
      }
      return joined(
        sentences([words.back(to: title(of: id))] + (earlier.map { [$0] } ?? [])))
    case .rated(_, let rating):
      return joined(
        paragraph(
          rating.map { words.savedImportance(inWords($0)) } ?? words.importanceLeftOpen))
    case .chosen(let id, let options):
      return joined(chosen(options, for: id, of: state))
    case .backToBackground(let id):
      return joined(backToBackground(id, of: state))
    case .nothingBefore:
      return joined(paragraph(words.nothingBefore))
    case .backToRole:
      return joined(paragraph(words.backToRole))
    case .notUnderstood(let typed, let prompt):
      // A key such as Tab has no name to call it by.
      let isShown = !typed.isEmpty && typed.printableLine == typed
      let start = isShown ? [words.isNoChoice(String(typed.prefix(20)))] : []
      return joined(sentences(start + [choices(at: prompt)]))
    case .noteSaved:
      return joined(paragraph(words.noteSaved))
    case .noNote:
      if case .question(let id) = state.prompt, state.notes[id] != nil {
        return joined(paragraph(words.noteStays))
      }
      return joined(paragraph(words.noNote))
    case .noteDeleted:
      return joined(paragraph(words.noteDeleted))
    case .pastedNothing:
      return joined(sentences(words.pastedNothing))
    case .notText:
      return joined(sentences(words.notText))
    case .noteRefused:
      return joined(sentences(words.noteRefused(limit: Assessment.noteLimit)))
    case .areaNotMyWork(let area, let count):
      return joined(paragraph(words.savedNotPart(count, of: title(of: area), subject)))
    case .tooMany(let limit):
      return joined(paragraph(words.tooMany(limit: limit, choices(at: state.prompt))))
    case .picked(let ids):
      guard !ids.isEmpty else { return joined(paragraph(words.nonePicked)) }
      return joined(
        paragraph(
          words.picked(
            ids.map { title(of: $0) })))
    case .help(let prompt):
      return joined(help(at: prompt, state))
    case .othersWait(let count):
      return joined(sentences(words.othersWait(count)))
    case .nothingToFinish:
      return joined(paragraph(words.nothingToFinish))
    }
  }

  // MARK: - Pieces that the screens share

  /// An answer in words: `3, On my own`.
  public func inWords(_ answer: Answer) -> String {
    answer == .skipped ? label(of: answer) : words.answer(key(of: answer), label(of: answer))
  }

  func key(of answer: Answer) -> String {
    switch answer {
    case .level(let level): String(level.rank)
    case .notPartOfMyWork: "0"
    case .cannotJudge: "9"
    case .skipped: "s"
    }
  }

  func label(of answer: Answer) -> String {
    switch answer {
    case .level(let level):
      framework.scale.step(level)?.label.text(in: language).printableLine ?? String(level.rank)
    case .notPartOfMyWork: words.notPartOfWork(subject)
    case .cannotJudge: words.cannotJudge
    case .skipped: words.skippedForNow
    }
  }

  func title(of id: AreaID) -> String {
    framework.area(id)?.shortTitle.text(in: language).printableLine ?? id.description
  }

  /// The title of a statement, with its id where ids are shown.
  func title(of id: CompetencyID) -> String {
    let title =
      framework.competency(id)?.title.text(in: language).printableLine ?? id.description
    return style.showsIDs ? words.common.name(title, id: id) : title
  }

  /// An area by its number and its short title: `3 Programming`.
  func name(of id: AreaID) -> String { "\(number(of: id)) \(title(of: id))" }

  private var yesOrNo: String { words.yesOrNo(isByKey: answersByKey) }

  func number(of id: AreaID) -> Int {
    (framework.areas.firstIndex { $0.id == id } ?? 0) + 1
  }

  func paragraph(_ text: String) -> [String] { wrapped(text, hanging: 0) }

  /// Sentences that belong together: one paragraph, or each on a line of its own.
  func sentences(_ sentences: [String]) -> [String] {
    style.isAccessible
      ? sentences.flatMap(paragraph) : paragraph(sentences.joined(separator: " "))
  }

  /// Texts with numbers in front, counted from 1, or on from another list's: aligned and hanging, or each standing alone.
  func numbered(_ texts: [String], after last: Int = 0) -> [String] {
    let digits = String(last + texts.count).count
    return texts.enumerated().flatMap { place, text -> [String] in
      let number = String(last + place + 1)
      return row(String(repeating: " ", count: digits - number.count) + number, text)
    }
  }

  func row(_ number: String, _ text: String) -> [String] {
    if style.isAccessible { return paragraph("\(number.trimmed). \(text)") }
    let start = "  \(number)  "
    return wrapped(start + text, hanging: start.count)
  }

  /// Every word of a screen goes through here: no text of a file can steer the terminal.
  func wrapped(_ text: String, hanging: Int) -> [String] {
    TextLayout.wrap(text.printableLine, width: style.width, hanging: hanging)
  }

  func joined(_ lines: [String]) -> String { lines.map { $0 + "\n" }.joined() }
}

/// A statement with its levels, and the keys below it.
extension QuestionnaireText {
  /// How far to the right an id goes on a wide terminal.
  private static let readingWidth = 80

  /// A level as a line says it.
  private typealias Step = (rank: Int, label: String, anchor: String)

  func question(_ question: Question, _ view: Questionnaire.Occasion.View) -> [String] {
    let competency = question.competency
    let steps: [Step] = framework.scale.steps.map { step in
      (
        step.level.rank, step.label.text(in: language).printableLine,
        competency.anchor(step.level)?.text(in: language) ?? ""
      )
    }
    return style.isAccessible
      ? readAloud(question, steps, view) : inColumns(question, steps, view)
  }

  private func readAloud(
    _ question: Question, _ steps: [Step], _ view: Questionnaire.Occasion.View
  ) -> [String] {
    let place = words.place(
      question.number, of: question.total, area: title(of: question.area.id),
      question.placeInArea, of: question.countInArea)
    var sentences = [place + " " + words.minutesLeft(question.minutesLeft) + "."]
    if let lead = lead(view) { sentences.append(lead) }
    sentences.append(question.competency.statement.text(in: language))
    if style.showsIDs { sentences.append(question.competency.id.description) }
    if question.showsRule { sentences.append(words.chooseLine(view)) }
    sentences += steps.map { "\($0.rank). \($0.label). \($0.anchor)" }
    if let earlier = earlier(question) { sentences.append(earlier) }
    sentences.append(words.keysToType(subject, isByKey: answersByKey))
    return sentences.flatMap(paragraph)
  }

  private func inColumns(
    _ question: Question, _ steps: [Step], _ view: Questionnaire.Occasion.View
  ) -> [String] {
    let counts = words.counts(
      question.placeInArea, of: question.countInArea, question.number, of: question.total,
      minutes: question.minutesLeft)
    var lines = wrapped(name(of: question.area.id) + counts, hanging: 2).map(style.accent)
    lines.append("")
    if let lead = lead(view) { lines += indented(lead) }
    lines += indented(question.competency.statement.text(in: language)).map(style.bold)
    let id = question.competency.id.description
    let right = min(style.width, Self.readingWidth) - 2
    lines.append(
      style.showsIDs ? String(repeating: " ", count: max(2, right - id.count)) + id : "")
    if question.showsRule { lines += indented(words.chooseLine(view)) }
    let labels = TextLayout.nameColumn(steps.map(\.label), in: style).map { $0 + 3 }
    for step in steps {
      guard let labels else {
        lines += row(String(step.rank), "\(step.label): \(step.anchor)")
        continue
      }
      let start = "  \(step.rank)  " + TextLayout.padded(step.label, to: labels)
      lines += wrapped(start + step.anchor, hanging: labels + 5)
    }
    if let earlier = earlier(question) { lines += indented(earlier) }
    lines.append("")
    return lines
      + keyLines(
        words.keysToPress(upTo: steps.count, subject),
        words.keysToType(subject, isByKey: answersByKey))
  }

  private func earlier(_ question: Question) -> String? {
    guard let answer = question.earlier else {
      return question.saidForNow.map { words.sameAsForNow(inWords($0)) }
    }
    return answer == .skipped ? words.leavesSkipped : words.keeps(inWords(answer))
  }

  /// What stands before a statement that is not about the person as they are now.
  private func lead(_ view: Questionnaire.Occasion.View) -> String? {
    switch view {
    case .now, .again: nil
    case .lookingBack(let day): words.seenFromNow(on: day.inWords)
    case .service(let moment): words.ourServiceNeeds(words.moment(moment))
    }
  }

  private func indented(_ text: String) -> [String] { wrapped("  " + text, hanging: 2) }

  /// The keys below a question, dim: each where one key answers, else a sentence.
  func keyLines(_ keys: [String], _ sentence: String) -> [String] {
    guard answersByKey else { return indented(sentence).map(style.dim) }
    var lines: [String] = []
    for key in keys {
      let longer = lines.last.map { $0 + "  " + key }
      if let longer, TextLayout.columns(longer) <= style.width {
        lines[lines.count - 1] = longer
      } else {
        lines += indented(key)
      }
    }
    return lines.map(style.dim)
  }
}
