import Waymark
import WaymarkBasics

extension QuestionnaireText {
  /// The width from which keys and roles stand in two columns.
  private static let twoColumns = 76
  /// How far to the right an id goes on a wide terminal.
  private static let readingWidth = 80

  func welcome(_ occasion: Questionnaire.Occasion) -> [String] {
    let view = occasion.view
    if let lines = welcomeAgain(view) { return lines + [""] + keys(view) + [""] }
    let count = framework.competencies.count
    let time = words.time(Pace.usualMinutes(for: count))
    let name = "\(framework.title.text(in: language)) \(framework.version)"
    let about =
      occasion.workshop.map { workshop in
        paragraph(words.workshop(workshop.text(in: language)))
          + paragraph(words.statements(count, of: name)) + paragraph(words.about(time))
      }
      ?? paragraph(words.statements(count, in: framework.areas.count, of: name))
      + paragraph(words.aboutInSittings(time))
    return about + [""] + sentences(words.youRateYourself) + sentences(words.answersStay) + [""]
      + keys(view) + [""]
  }

  func finished(_ state: Questionnaire) -> [String] {
    let answered = framework.competencies.count {
      state.answers[$0.id].map { $0 != .skipped } ?? false
    }
    let isShort = state.occasion.workshop != nil
    return sentences(
      (isShort ? [words.answered(answered, of: framework.competencies.count)] : [])
        + [words.finished])
  }

  private func welcomeAgain(_ view: Questionnaire.Occasion.View) -> [String]? {
    let count = framework.competencies.count
    switch view {
    case .now: return nil
    case .again:
      return paragraph(words.rateAgain(count))
        + sentences([words.othersStay, words.common.afterLearning])
    case .lookingBack(let day):
      return paragraph(words.thinkBack(to: day.inWords, count)) + sentences(words.asYouWereThen)
    case .service(let moment):
      return paragraph(words.serviceNeeds(words.moment(moment), count))
        + sentences(words.asTheServiceNeeds)
        + (moment == .now ? paragraph(words.inFiveYearsNext) : [])
    }
  }

  func welcomeBack(answered: Int, minutesLeft: Int, next: AreaID?) -> [String] {
    paragraph(
      words.welcomeBack(
        answered: answered, of: framework.competencies.count, lastTime: lastTime?.inWords))
      + sentences(
        [words.minutesLeft(minutesLeft) + "."]
          + (next.map { [words.goOn(with: title(of: $0))] } ?? []))
      + (hintForOthers.map(paragraph) ?? [])
  }

  func keys(_ view: Questionnaire.Occasion.View) -> [String] {
    let letters = words.letterKeys
    let levels = words.levels(upTo: framework.scale.steps.count)
    let highest = words.highestLine(view)
    let others = words.otherAnswers(subject)
    if style.isAccessible || style.width < Self.twoColumns {
      return ([(levels, highest)] + others + letters).flatMap { paragraph("\($0): \($1)") }
    }
    let pairs = stride(from: 0, to: letters.count, by: 2).map { place in
      let (left, right) = (letters[place], letters[place + 1])
      return TextLayout.padded("  \(left.0)   \(left.1)", to: 35) + "\(right.0)   \(right.1)"
    }
    return ["  \(levels)   \(highest)", ""] + others.map { "  \($0)   \($1)" } + pairs
  }

  func roles() -> [String] {
    sentences(words.whichRole)
      + columns(numbered(framework.roles.map { $0.title.text(in: language) }))
      + row("0", words.noComparison)
  }

  /// Rows in two columns, the second beside the first, where there is room for it.
  func columns(_ rows: [String]) -> [String] {
    let half = (rows.count + 1) / 2
    let start = (rows.prefix(half).map { TextLayout.columns($0) }.max() ?? 0) + 2
    let rest = rows.dropFirst(half).map { TextLayout.columns($0) }.max() ?? 0
    guard !style.isAccessible, style.width >= Self.twoColumns, start + rest <= style.width
    else { return rows }
    return (0..<half).map { place in
      let right = half + place
      guard right < rows.count else { return rows[place] }
      return TextLayout.padded(rows[place], to: start) + rows[right]
    }
  }

  func areas(next: AreaID, of state: Questionnaire) -> [String] {
    let question = paragraph(
      words.chooseArea(next: number(of: next), isBeginning: state.answers.isEmpty))
    let areas = framework.areas.map { area in
      (
        id: area.id,
        done: words.dealtWith(answered(in: area, of: state), of: area.competencies.count)
      )
    }
    if style.isAccessible {
      return ["", words.areasHeading] + numbered(areas.map { "\(title(of: $0.id)): \($0.done)" })
        + question
    }
    let entries = areas.map { "\(number(of: $0.id)) \(title(of: $0.id)) (\($0.done))" }
    let start = words.areas
    var lines = [start]
    for entry in entries {
      let longer = lines[lines.count - 1] + (lines.last?.last == " " ? "" : "  ") + entry
      if TextLayout.columns(longer) <= style.width {
        lines[lines.count - 1] = longer
      } else {
        lines.append(String(repeating: " ", count: start.count) + entry)
      }
    }
    return [""]
      + lines.flatMap { wrapped($0, hanging: start.count + 2) }
      + question
  }

  private func answered(in area: Area, of state: Questionnaire) -> Int {
    area.competencies.count { state.answers[$0.id] != nil }
  }

  func question(_ question: Question, _ view: Questionnaire.Occasion.View) -> [String] {
    let then = lead(view)
    let competency = question.competency
    let statement = competency.statement.text(in: language)
    let steps = framework.scale.steps.map { step in
      (
        rank: step.level.rank, label: step.label.text(in: language).printableLine,
        anchor: competency.anchor(step.level)?.text(in: language) ?? ""
      )
    }
    let earlier =
      question.earlier.map {
        $0 == .skipped ? words.leavesSkipped : words.keeps(inWords($0))
      } ?? question.saidForNow.map { words.sameAsForNow(inWords($0)) }
    let area = question.area.title.text(in: language).printableLine
    if style.isAccessible {
      return paragraph(
        words.place(
          question.number, of: question.total, area: area, question.placeInArea,
          of: question.area.competencies.count)
          + " " + words.minutesLeft(question.minutesLeft) + ".")
        + (then.map(paragraph) ?? []) + paragraph(statement)
        + steps.flatMap { paragraph("\($0.rank). \($0.label). \($0.anchor)") }
        + (question.showsKeys
          ? paragraph("0. \(label(of: .notPartOfMyWork)).")
            + paragraph("9. \(words.cannotJudge).") + paragraph(words.keysInALine) : [])
        + (earlier.map(paragraph) ?? [])
    }
    let counts = words.counts(
      question.placeInArea, of: question.area.competencies.count, question.number,
      of: question.total, minutes: question.minutesLeft)
    let whole = "\(question.area.id) \(area)" + counts
    let heading =
      TextLayout.columns(whole) <= style.width
      ? whole : "\(question.area.id) \(title(of: question.area.id))" + counts
    let labels = TextLayout.nameColumn(steps.map(\.label), in: style).map { $0 + 3 }
    let id = competency.id.description
    let right = min(style.width, Self.readingWidth) - 2
    return wrapped(heading, hanging: 2).map(style.accent)
      + [""] + (then.map { wrapped("  " + $0, hanging: 2) } ?? [])
      + wrapped("  " + statement, hanging: 2).map(style.bold)
      + [String(repeating: " ", count: max(2, right - id.count)) + id]
      + steps.flatMap { step in
        guard let labels else {
          return row(String(step.rank), "\(step.label): \(step.anchor)")
        }
        let start = "  \(step.rank)  " + TextLayout.padded(step.label, to: labels)
        return wrapped(start + step.anchor, hanging: labels + 5)
      }
      + (question.showsKeys ? [""] + keysOfQuestion() : [])
      + (earlier.map { wrapped("  " + $0, hanging: 2) } ?? [])
  }

  /// What stands before a statement that is not about the person as they are now.
  private func lead(_ view: Questionnaire.Occasion.View) -> String? {
    switch view {
    case .now, .again: nil
    case .lookingBack(let day): words.seenFromNow(on: day.inWords)
    case .service(let moment): words.ourServiceNeeds(words.moment(moment))
    }
  }

  private func keysOfQuestion() -> [String] {
    let keys = [
      "  0  \(label(of: .notPartOfMyWork))", "  9  \(words.cannotJudge)",
      "  " + words.moreKeys,
    ]
    return style.width < Self.twoColumns ? keys : [keys.joined(separator: "   ")]
  }

  func note(_ id: CompetencyID, earlier: String?) -> [String] {
    guard let earlier else { return paragraph(words.writeNote) }
    return echoesAnswers
      ? sentences(words.changeNote)
      : paragraph(words.noteSoFar(earlier)) + sentences(words.writeAnotherNote)
  }

  func answers(in id: AreaID, of state: Questionnaire) -> [String] {
    guard let area = framework.area(id) else { return [] }
    return ["", style.bold(words.answersHeading(title(of: id)))]
      + numbered(
        area.competencies.map { competency in
          words.answered(
            competency.title.text(in: language),
            state.answers[competency.id].map(inWords) ?? words.notAnswered,
            isPicked: state.importance.picked.contains(competency.id),
            importance: state.importance.ratings[competency.id]?.rank)
        })
  }

  func areaEnd(next: AreaID?, of state: Questionnaire) -> [String] {
    let way =
      next.map { words.goOn(withArea: number(of: $0), title(of: $0)) }
      ?? (state.openElsewhere == 0 ? words.goOnToTheEnd : words.stopHere)
    return sentences([way, words.answerAgain])
      + paragraph(words.areaKeys(open: state.open.count + state.openElsewhere))
  }

  func picks(of earlier: [CompetencyID]) -> [String] {
    paragraph(words.whichMatter)
      + sentences([words.pick(upTo: Assessment.Importance.areaLimit), whatEnterKeeps(earlier)])
  }

  func topThree(_ ids: [CompetencyID], so earlier: [CompetencyID]) -> [String] {
    [""]
      + sentences(
        words.topOfAll(Assessment.Importance.topLimit) + [whatEnterKeeps(earlier)])
      + numbered(
        ids.map { id in
          let title = framework.competency(id)?.title.text(in: language) ?? ""
          return "\(title) (\(id))"
            + (earlier.firstIndex(of: id).map { words.place($0 + 1) } ?? "")
        })
  }

  /// What Enter alone does where statements are picked, for the first time or again.
  private func whatEnterKeeps(_ earlier: [CompetencyID]) -> String {
    earlier.isEmpty ? words.picksNone : words.keepsPicks
  }

  func review(of state: Questionnaire) -> [String] {
    let answers = framework.competencies.map { state.answers[$0.id] }
    func count(_ answer: Answer?) -> Int { answers.count { $0 == answer } }
    return ["", style.bold(words.beforeYouFinish)]
      + numbered(
        framework.areas.map { area in
          let skipped = area.competencies.count { state.answers[$0.id] == .skipped }
          return words.reviewed(
            title(of: area.id), answered(in: area, of: state) - skipped,
            of: area.competencies.count, skipped: skipped)
        })
      + paragraph(
        words.inAll(
          rated: answers.count { $0?.level != nil }, notPart: count(.notPartOfMyWork), subject,
          cannotJudge: count(.cannotJudge), skipped: count(.skipped), notAsked: count(nil)))
      + sentences(words.howToFinish) + sentences(words.reviewKeys)
  }
}

extension QuestionnaireText {
  /// The choices at a prompt in one sentence, for an input that was none of them.
  func choices(at prompt: Questionnaire.Prompt) -> String {
    words.choices(
      at: prompt, highest: framework.scale.steps.count, roles: framework.roles.count,
      areas: framework.areas.count)
  }

  func help(at prompt: Questionnaire.Prompt, _ view: Questionnaire.Occasion.View) -> [String] {
    switch prompt {
    case .question: break
    case .rating, .background: return paragraph(choices(at: prompt))
    case .role, .areas, .note, .noneOfArea, .lookAgain, .picks, .areaEnd, .topThree, .review, .done:
      return paragraph(choices(at: prompt)) + keys(view)
    }
    let meanings = framework.scale.steps.flatMap { step -> [String] in
      guard let meaning = step.meaning?.text(in: language) else { return [] }
      return row(
        String(step.level.rank), "\(step.label.text(in: language)): \(meaning)")
    }
    return keys(view) + meanings
  }
}

/// The screens of what a campaign asks.
extension QuestionnaireText {
  func invitation(_ invitation: Invitation) -> [String] {
    [""] + paragraph(invitation.title.text(in: language)).map(style.bold)
      + sentences(
        [words.asked(by: invitation.asker.text(in: language))]
          + (invitation.closes.map { [words.askedUntil($0.inWords)] } ?? []))
      + sentences([words.campaign.promise, words.nothingIsSent]) + [""]
  }

  func rating(earlier: ImportanceRating?) -> [String] {
    let keeps = earlier.map { words.keepsRating(inWords($0)) }
    let anchors = words.importance.enumerated().map { "\($0 + 1) \($1)" }
    if style.isAccessible {
      return paragraph(words.howImportant)
        + paragraph(anchors.joined(separator: ". ") + ". " + words.ratingSkips)
        + (keeps.map(paragraph) ?? [])
    }
    return wrapped("  " + words.howImportant, hanging: 2)
      + wrapped(
        "  " + anchors.joined(separator: "   ") + "   " + words.ratingSkip, hanging: 2)
      + (keeps.map { wrapped("  " + $0, hanging: 2) } ?? [])
  }

  /// A rating in words: `4, Very`.
  func inWords(_ rating: ImportanceRating) -> String {
    words.answer(String(rating.rank), words.importance[rating.rank - 1])
  }

  func background(
    _ id: ID<BackgroundQuestions.Field>, showsPurpose: Bool, of state: Questionnaire
  ) -> [String] {
    let fields = state.occasion.fields
    guard let place = fields.firstIndex(where: { $0.id == id }) else { return [] }
    let field = fields[place]
    let earlier = state.background[id].map { options in
      options.isEmpty
        ? words.skipsItAgain : words.keepsBackground(labels(of: options, in: field))
    }
    return (showsPurpose ? leadIn(of: state) : [])
      + [""]
      + paragraph(words.backgroundQuestion(place + 1, of: fields.count)).map(style.accent)
      + paragraph(field.question.text(in: language)).map(style.bold)
      + columns(numbered(field.options.map { $0.label.text(in: language) }))
      + sentences([
        field.choice == .many ? words.typeAllThatFit : words.typeOne, earlier ?? words.skipsIt,
        words.backgroundPurpose,
      ])
  }

  private func leadIn(of state: Questionnaire) -> [String] {
    ["", style.bold(words.lastQuestions(state.occasion.fields.count))]
      + (state.occasion.leadIn.map { paragraph($0.text(in: language)) } ?? [])
      + sentences(words.backgroundKeys)
  }

  /// The words of options, or that there are none.
  func labels(
    of options: [ID<BackgroundQuestions.Option>], in field: BackgroundQuestions.Field
  ) -> String {
    field.options.filter { options.contains($0.id) }
      .map { $0.label.text(in: language).printableLine }.joined(separator: "; ")
  }

  func chosen(
    _ options: [ID<BackgroundQuestions.Option>], for id: ID<BackgroundQuestions.Field>,
    of state: Questionnaire
  ) -> [String] {
    guard let field = state.occasion.field(id), !options.isEmpty else {
      return paragraph(words.skipped)
    }
    return paragraph(words.saved(labels(of: options, in: field)))
  }

  func backToBackground(
    _ id: ID<BackgroundQuestions.Field>, of state: Questionnaire
  ) -> [String] {
    guard let field = state.occasion.field(id), let options = state.background[id] else {
      return []
    }
    return paragraph(
      options.isEmpty
        ? words.backToSkipped : words.backToBackground(labels(of: options, in: field)))
  }
}
