import Waymark
import WaymarkBasics

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
