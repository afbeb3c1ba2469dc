import Waymark
import WaymarkBasics

extension QuestionnaireText {
  /// The width from which keys and roles stand in two columns.
  private static let twoColumns = 76

  func welcome(_ state: Questionnaire) -> [String] {
    let (occasion, view) = (state.occasion, state.occasion.view)
    if let lines = welcomeAgain(view) { return lines }
    let count = framework.competencies.count
    let time = words.time(Pace.usualMinutes(for: count))
    let name = "\(framework.title.text(in: language)) \(framework.version)"
    let about =
      occasion.workshop.map { workshop in
        paragraph(words.workshop(workshop.text(in: language)))
          + paragraph(words.statements(count, of: name)) + paragraph(words.about(time))
      }
      ?? (state.breadth == .core
        ? coreForm(of: name)
        : paragraph(words.statements(count, in: framework.areas.count, of: name))
          + paragraph(words.aboutInSittings(time)) + coreOffer)
    return about + [""] + sentences(words.youRateYourself) + sentences(words.answersStay)
  }

  private func coreForm(of name: String) -> [String] {
    let (core, all) = (framework.coreStatements.count, framework.competencies.count)
    let minutes = Pace().minutes(for: core)
    return paragraph(words.coreForm(core, of: all, name))
      + paragraph(all > core ? words.aboutThenMore(minutes) : words.about(minutes: minutes))
  }

  /// Says to who has little time that there is a core form, where it may be offered.
  private var coreOffer: [String] {
    let core = framework.coreStatements.count
    guard let coreCommand, core > 0, core < framework.competencies.count else { return [] }
    return paragraph(words.offersCore(core, minutes: Pace().minutes(for: core), coreCommand))
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

  func welcomeBack(_ progress: Questionnaire.Progress, next: AreaID?) -> [String] {
    let minutes = progress.minutesLeft == 0 ? [] : [words.minutesLeft(progress.minutesLeft) + "."]
    let way = minutes + (next.map { [words.goOn(with: title(of: $0))] } ?? [])
    return paragraph(
      words.welcomeBack(
        answered: progress.answered, of: progress.total, skipped: progress.skipped,
        lastTime: lastTime?.inWords))
      + (way.isEmpty ? [] : sentences(way)) + (hintForOthers.map(paragraph) ?? [])
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

  func roles(_ kept: RoleChoice) -> [String] {
    let keeps: [String] =
      switch kept {
      case .settled(let role):
        [words.keepsRole(role.map { title(of: $0) } ?? words.noComparison)]
      case .ask, .offered: []
      }
    return [""] + sentences(words.whichRole)
      + columns(numbered(framework.roles.map { title(of: $0.id) }))
      + row("0", words.noComparison) + sentences([words.typeRole] + keeps)
  }

  private func title(of id: RoleID) -> String {
    framework.role(id)?.title.text(in: language).printableLine ?? id.description
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
    let all = state.progress()
    let rows = framework.areas.map { area in
      (title: title(of: area.id), done: words.dealtWith(state.progress(in: area.id), state.breadth))
    }
    let column = style.isAccessible ? nil : TextLayout.nameColumn(rows.map(\.title), in: style)
    var lines = ["", style.bold(words.areasHeading)]
    lines += numbered(
      rows.map { row in
        guard let column else { return "\(row.title): \(row.done)" }
        return TextLayout.padded(row.title, to: column + 2) + row.done
      })
    if all.beyond > 0 {
      lines += paragraph(
        words.askedFirst(all.total, of: framework.competencies.count, state.breadth))
    }
    let short = state.areas(forMinutes: 20)
    if !short.isEmpty {
      lines += paragraph(
        words.forTwentyMinutes(short.map { "\(number(of: $0)) \(title(of: $0))" }))
    }
    let isBeginning = state.answers.isEmpty
    return lines
      + paragraph(
        words.chooseArea(next: number(of: next), title(of: next), isBeginning: isBeginning))
  }

  func note(_ id: CompetencyID, earlier: String?) -> [String] {
    guard let earlier else { return paragraph(words.writeNote) }
    return echoesAnswers
      ? sentences(words.changeNote)
      : words.noteSoFar(earlier).split(whereSeparator: \.isNewline).flatMap {
        paragraph(String($0))
      }
        + sentences(words.writeAnotherNote)
  }

  func answers(in id: AreaID, of state: Questionnaire) -> [String] {
    guard let area = framework.area(id) else { return [] }
    let hasNotes = area.competencies.contains { state.notes[$0.id] != nil }
    let legend = hasNotes && !style.isAccessible ? paragraph(words.noteMarkMeans) : []
    return ["", style.bold(words.answersHeading(title(of: id)))]
      + numbered(area.competencies.map { answered($0, in: id, of: state) }) + legend
  }

  /// A statement with what was said of it.
  private func answered(
    _ competency: Competency, in area: AreaID, of state: Questionnaire
  ) -> String {
    let id = competency.id
    let open =
      state.isAsked(competency, of: area) ? words.notAnswered : words.notAsked(state.breadth)
    let answer = words.answered(
      title(of: id), state.answers[id].map(inWords) ?? open,
      isPicked: state.importance.picked.contains(id),
      importance: state.importance.ratings[id]?.rank)
    guard state.notes[id] != nil else { return answer }
    return answer + (style.isAccessible ? words.withNote : words.noteMark)
  }

  func areaEnd(next: AreaID?, of state: Questionnaire) -> [String] {
    let way =
      next.map { words.goOn(withArea: number(of: $0), title(of: $0)) }
      ?? (state.openElsewhere == 0 ? words.goOnToTheEnd : words.stopHere)
    return sentences([way, words.answerAgain])
      + paragraph(words.areaKeys(open: state.open.count + state.openElsewhere))
  }

  func beyond(
    _ count: Int, minutes: Int, _ breadth: Questionnaire.Breadth
  ) -> [String] {
    [""] + sentences(words.goesBeyond(count, minutes: minutes, breadth))
      + numbered([words.goOn, words.finishHere]) + paragraph(words.typeBeyond(breadth))
  }

  func picks(of earlier: [CompetencyID]) -> [String] {
    paragraph(words.whichMatter)
      + sentences([words.pick(upTo: Assessment.Importance.areaLimit), whatEnterKeeps(earlier)])
  }

  func topThree(_ ids: [CompetencyID], so earlier: [CompetencyID]) -> [String] {
    [""]
      + sentences(
        words.topOfAll(min(ids.count, Assessment.Importance.topLimit)) + [whatEnterKeeps(earlier)])
      + numbered(
        ids.map { id in
          title(of: id)
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
        framework.areas.map {
          words.reviewed(title(of: $0.id), state.progress(in: $0.id), state.breadth)
        })
      + paragraph(
        words.inAll(
          rated: answers.count { $0?.level != nil }, notPart: count(.notPartOfMyWork), subject,
          cannotJudge: count(.cannotJudge), skipped: count(.skipped), notAsked: count(nil)))
      + notes(of: state)
      + sentences(words.howToFinish)
      + sentences(
        words.reviewKeys(hasNotes: !state.notesInOrder.isEmpty, skipped: count(.skipped)))
  }

  private func notes(of state: Questionnaire) -> [String] {
    let noted = state.notesInOrder.map { id in
      words.noted(
        title(of: id),
        (state.notes[id] ?? "").split(whereSeparator: \.isNewline).joined(separator: " ")
          .printableLine)
    }
    return noted.isEmpty
      ? [] : paragraph(words.yourNotes) + numbered(noted, after: framework.areas.count)
  }
}

extension QuestionnaireText {
  /// The choices at a prompt in one sentence, for an input that was none of them.
  func choices(at prompt: Questionnaire.Prompt) -> String {
    words.choices(
      at: prompt, highest: framework.scale.steps.count, roles: framework.roles.count,
      areas: framework.areas.count)
  }

  func help(at prompt: Questionnaire.Prompt, _ state: Questionnaire) -> [String] {
    switch prompt {
    case .question: break
    case .role:
      let count = framework.competencies.count
      return sentences(words.aboutRoles)
        + framework.roles.flatMap { role in
          paragraph(words.roleAsks(title(of: role.id), state.statements(for: role.id), of: count))
        }
    case .rating, .background, .note, .noneOfArea, .lookAgain, .done:
      return paragraph(choices(at: prompt))
    case .areas, .picks, .areaEnd, .beyond, .topThree, .review:
      return sentences([choices(at: prompt)] + words.help(at: prompt))
    }
    let view = state.occasion.view
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
        + paragraph(anchors.joined(separator: ". ") + ".")
        + (keeps.map(paragraph) ?? [])
        + paragraph(words.ratingKeysToType(isByKey: answersByKey))
    }
    return wrapped("  " + words.howImportant, hanging: 2)
      + wrapped("  " + anchors.joined(separator: "   "), hanging: 2)
      + (keeps.map { wrapped("  " + $0, hanging: 2) } ?? [])
      + keyLines(words.ratingKeysToPress, words.ratingKeysToType(isByKey: answersByKey))
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
