package import Waymark
package import WaymarkBasics

/// The questionnaire's screens as plain text.
///
/// Two forms of the same words: laid out in columns, or, for screen readers, a line at a time.
/// Nothing is repainted: a screen is lines that follow the lines before.
package struct QuestionnaireText: Sendable {
  /// The framework that is asked.
  let framework: Framework
  /// The language of the session.
  let language: LanguageTag
  /// How lines are laid out.
  let style: TextStyle
  /// Whether the answer to a statement is a key without Enter, and is shown by its remark.
  package let echoesAnswers: Bool
  /// Whether the needs of the library's service are asked, and not where the person is.
  let asksForService: Bool
  /// The day of the last answer, when the assessment is resumed.
  let lastTime: CalendarDate?
  /// What somebody else is told who finds this person's answers; nothing where each has a store.
  let hintForOthers: String?

  /// Settles the form.
  ///
  /// - Parameters:
  ///   - answersByKey: whether one key answers, without Enter.
  ///   - asksForService: whether the needs of the library's service are asked.
  package init(
    framework: Framework, language: LanguageTag, style: TextStyle, answersByKey: Bool,
    asksForService: Bool = false, lastTime: CalendarDate? = nil, hintForOthers: String? = nil
  ) {
    self.framework = framework
    self.language = language
    self.style = style
    // A screen reader reads whole lines: there the remark stands on a line of its own.
    echoesAnswers = answersByKey && !style.isAccessible
    self.asksForService = asksForService
    self.lastTime = lastTime
    self.hintForOthers = hintForOthers
  }

  /// What stands before the cursor at a prompt.
  package func cursor(_ prompt: Questionnaire.Prompt) -> String {
    if style.isAccessible {
      if case .note = prompt { return "Note: " }
      return "Choice: "
    }
    return switch prompt {
    case .role: "Role: "
    case .note: "Note: "
    case .noneOfArea, .lookAgain: "y/N: "
    case .areas: "Area: "
    case .rating: "Importance: "
    case .background: "Answer: "
    case .question, .picks, .areaEnd, .topThree, .review, .done: "> "
    }
  }

  /// A screen as lines that end in line feeds.
  package func text(_ screen: Questionnaire.Screen, of state: Questionnaire) -> String {
    let lines: [String] =
      switch screen {
      case .invitation(let invitation): self.invitation(invitation)
      case .welcome: welcome(state.occasion)
      case .welcomeBack(let answered, let minutesLeft, let next):
        welcomeBack(answered: answered, minutesLeft: minutesLeft, next: next)
      case .roles: roles()
      case .areas(let next): areas(next: next, of: state)
      case .question(let question): [""] + self.question(question, state.occasion.view)
      case .rating(_, let earlier): rating(earlier: earlier)
      case .background(let id, let showsPurpose):
        background(id, showsPurpose: showsPurpose, of: state)
      case .note(let id, let earlier): note(id, earlier: earlier)
      case .noneOfArea(let area):
        sentences(
          "Is the rest of \(title(of: area)) not part of \(yourWork) either?",
          "Type y for yes, Enter for no.")
      case .lookAgain(let area, let level):
        sentences(
          "All your answers in \(title(of: area)) are \(words(.level(level))).",
          "That can be right. Look again?", "Type y for yes, Enter for no.")
      case .answers(let area): answers(in: area, of: state)
      case .picks(let area): picks(of: state.picks(in: area))
      case .areaEnd(let next): areaEnd(next: next, of: state)
      case .topThree(let ids): topThree(ids, so: state.importance.top)
      case .review: review(of: state)
      case .finished: finished(state)
      }
    return joined(lines)
  }

  /// A remark as lines that end in line feeds.
  package func text(_ remark: Questionnaire.Remark, of state: Questionnaire) -> String {
    switch remark {
    case .saved(_, let answer):
      guard echoesAnswers else { return joined(paragraph("Saved: \(words(answer)).")) }
      return joined(paragraph("\(key(of: answer))  \(label(of: answer)). Saved."))
    case .savedElsewhere(let id, let answer):
      return joined(paragraph("Saved for \(id): \(words(answer))."))
    case .notKept:
      return joined(
        paragraph("That belongs to nothing that is asked here now; nothing of it was saved."))
    case .backTo(let id, let answer):
      let earlier =
        answer.map {
          [$0 == .skipped ? "You skipped it." : "Your answer was \(words($0))."]
        } ?? []
      return joined(sentences(["Back to \(id)."] + earlier))
    case .rated(_, let rating):
      return joined(
        paragraph(rating.map { "Saved: importance \(words($0))." } ?? "Importance left open."))
    case .chosen(let id, let options):
      return joined(chosen(options, for: id, of: state))
    case .backToBackground(let id):
      return joined(backToBackground(id, of: state))
    case .nothingBefore:
      return joined(paragraph("This is the first one; there is nothing to go back to."))
    case .notUnderstood(let typed, let prompt):
      // A key such as Tab has no name to call it by.
      let isShown = !typed.isEmpty && typed.printableLine == typed
      let start = isShown ? ["'\(typed.prefix(20))' means nothing here."] : []
      return joined(sentences(start + [choices(at: prompt)]))
    case .noteSaved:
      return joined(paragraph("Note saved."))
    case .noNote:
      if case .question(let id) = state.prompt, state.notes[id] != nil {
        return joined(paragraph("Your note stays as it was."))
      }
      return joined(paragraph("No note written."))
    case .noteRefused:
      return joined(
        sentences(
          "A note is one line of at most \(Assessment.noteLimit) characters of text.",
          "Nothing was saved; write a shorter one, or press Enter to leave it."))
    case .areaNotMyWork(let area, let count):
      return joined(
        paragraph("Saved: \(count) more of \(title(of: area)) as not part of \(yourWork)."))
    case .tooMany(let limit):
      return joined(paragraph("At most \(limit), please. \(choices(at: state.prompt))"))
    case .picked(let ids):
      guard !ids.isEmpty else { return joined(paragraph("None picked. Saved.")) }
      let titles = ids.compactMap {
        framework.competency($0)?.title.text(in: language).printableLine
      }
      return joined(paragraph("Saved as important: " + titles.joined(separator: "; ") + "."))
    case .help(let prompt):
      return joined(help(at: prompt, state.occasion.view))
    case .othersWait(let count):
      return joined(
        sentences(
          "This is done.",
          "\(ProfileWords.statements(count)) of other areas \(count == 1 ? "waits" : "wait") for you."
        ))
    case .nothingToFinish:
      return joined(paragraph("Nothing is answered yet, so there is nothing to finish."))
    }
  }

  /// Whether every role can be chosen by one digit.
  package var rolesHaveOneDigit: Bool { framework.roles.count <= 9 }

  // MARK: - Pieces that the screens share

  /// An answer in words: `3, On my own`.
  package func words(_ answer: Answer) -> String {
    answer == .skipped ? label(of: answer) : "\(key(of: answer)), \(label(of: answer))"
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
    case .notPartOfMyWork:
      asksForService ? "Not part of our service" : "Not part of my work"
    case .cannotJudge: "I can't judge this"
    case .skipped: "Skipped for now"
    }
  }

  /// What a statement can be no part of, as the program says it to the person.
  var yourWork: String { asksForService ? "your service" : "your work" }

  func title(of id: AreaID) -> String {
    framework.area(id)?.shortTitle.text(in: language).printableLine ?? id.description
  }

  func number(of id: AreaID) -> Int {
    (framework.areas.firstIndex { $0.id == id } ?? 0) + 1
  }

  func minutes(_ count: Int) -> String {
    count == 1 ? "About 1 minute left" : "About \(count) minutes left"
  }

  func paragraph(_ text: String) -> [String] { wrapped(text, hanging: 0) }

  /// Sentences that belong together: one paragraph, or each on a line of its own.
  func sentences(_ sentences: [String]) -> [String] {
    style.isAccessible
      ? sentences.flatMap(paragraph) : paragraph(sentences.joined(separator: " "))
  }

  func sentences(_ sentences: String...) -> [String] { self.sentences(sentences) }

  /// Texts with numbers in front, counted from 1: aligned and hanging, or each standing alone.
  func numbered(_ texts: [String]) -> [String] {
    let digits = String(texts.count).count
    return texts.enumerated().flatMap { place, text -> [String] in
      let number = String(place + 1)
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
