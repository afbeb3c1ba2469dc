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
    let span = Pace.usualMinutes(for: framework.competencies.count)
    let time =
      span.upperBound == 1
      ? "1 minute"
      : span.lowerBound == span.upperBound
        ? "\(span.lowerBound) minutes" : "\(span.lowerBound) to \(span.upperBound) minutes"
    let statements = CommonWords().statements(framework.competencies.count)
    let name = framework.title.text(in: language)
    var lines: [String]
    if let workshop = occasion.workshop {
      lines = paragraph("For the workshop: \(workshop.text(in: language))")
      lines += paragraph("\(statements) of \(name) \(framework.version)")
      lines += paragraph("About \(time)")
    } else {
      lines = paragraph(
        "\(name) \(framework.version): \(statements) in \(framework.areas.count) areas")
      lines += paragraph("About \(time), in as many sittings as you like")
    }
    lines += [""]
    lines += sentences("You rate yourself.", "Nobody marks you, and there is no pass or fail.")
    lines += sentences(
      "Your answers stay on this computer until you send a file yourself.",
      "Anyone who uses this computer login could open them, and at work an employer or a records "
        + "request might: `waymark store erase` removes them.")
    return lines + [""] + keys(view) + [""]
  }

  func finished(_ state: Questionnaire) -> [String] {
    let count = framework.competencies.count
    let answered = framework.competencies.count {
      state.answers[$0.id].map { $0 != .skipped } ?? false
    }
    return sentences(
      (state.occasion.workshop == nil ? [] : ["\(answered) of \(count) answered."])
        + ["Finished and saved."])
  }

  private func welcomeAgain(_ view: Questionnaire.Occasion.View) -> [String]? {
    let statements = CommonWords().statements(framework.competencies.count)
    switch view {
    case .now: return nil
    case .again:
      return paragraph("You rate \(statements) again, as they are now.")
        + sentences("All other answers stay as they were.", CommonWords().afterLearning)
    case .lookingBack(let day):
      return paragraph("Think back to \(day.inWords): \(statements).")
        + sentences(
          "Say where you were then, with what you know now.",
          "Your answers of then stay as they were; these stand beside them.")
    case .service(let moment):
      return paragraph("What your library's service needs \(moment.inWords): \(statements).")
        + sentences(
          "Say which line at least one person should reach whom others can turn to.",
          "This is your view of the service, and no view of yourself or of anyone else.")
        + (moment == .now ? paragraph("After this the same is asked for in five years.") : [])
    }
  }

  func welcomeBack(answered: Int, minutesLeft: Int, next: AreaID?) -> [String] {
    let last = lastTime.map { "; last time \($0.inWords)" } ?? ""
    return paragraph(
      "Welcome back. \(answered) of \(framework.competencies.count) answered\(last).")
      + sentences(
        ["\(minutes(minutesLeft))."] + (next.map { ["You go on with \(title(of: $0))."] } ?? []))
      + (hintForOthers.map(paragraph) ?? [])
  }

  func keys(_ view: Questionnaire.Occasion.View) -> [String] {
    let letters = [
      ("b", "go back and change"), ("s", "skip for now"), ("n", "write a note for yourself"),
      ("a", "choose another area"), ("h", "help"), ("q", "stop; every answer is already saved"),
    ]
    let levels = "1 to \(framework.scale.steps.count)"
    var highest = "the highest line that is true of you now"
    var nothing = "not part of my work (nobody expects this of me)"
    switch view {
    case .now, .again: break
    case .lookingBack: highest = "the highest line that was true of you then"
    case .service:
      highest = "the line that your service needs"
      nothing = "not part of our service (nobody expects this of us)"
    }
    let others = [
      ("0", nothing), ("9", "I can't judge this (I have had no chance to tell)"),
    ]
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
    sentences(
      "Which role should your results be compared with?", "You can change this later.",
      "The levels were suggested by Waymark's authors; they are not ALSC standards.")
      + columns(numbered(framework.roles.map { $0.title.text(in: language) }))
      + row("0", "No comparison, just show my levels")
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
    let way = state.answers.isEmpty ? "begin with" : "go on with"
    let question = paragraph(
      "Press Enter to \(way) area \(number(of: next)), or type an area number.")
    let counts = framework.areas.map { area in
      let (done, all) = (answered(in: area, of: state), area.competencies.count)
      return done == all ? "done" : done == 0 ? "\(all)" : "\(done) of \(all)"
    }
    let areas = zip(framework.areas, counts)
    if style.isAccessible {
      return ["", "Areas and their statements"]
        + numbered(areas.map { "\(title(of: $0.id)): \($1)" }) + question
    }
    let entries = areas.map { "\(number(of: $0.id)) \(title(of: $0.id)) (\($1))" }
    var lines = ["Areas: "]
    for entry in entries {
      let longer = lines[lines.count - 1] + (lines.last?.last == " " ? "" : "  ") + entry
      if TextLayout.columns(longer) <= style.width {
        lines[lines.count - 1] = longer
      } else {
        lines.append("       " + entry)
      }
    }
    return [""]
      + lines.flatMap { wrapped($0, hanging: 9) }
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
        $0 == .skipped ? "Enter leaves it skipped." : "Enter keeps your answer: \(words($0))."
      } ?? question.saidForNow.map { "Enter says the same as for now: \(words($0))." }
    let area = question.area.title.text(in: language).printableLine
    if style.isAccessible {
      return paragraph(
        "Question \(question.number) of \(question.total). \(area), "
          + "\(question.placeInArea) of \(question.area.competencies.count). "
          + minutes(question.minutesLeft) + ".")
        + (then.map(paragraph) ?? []) + paragraph(statement)
        + steps.flatMap { paragraph("\($0.rank). \($0.label). \($0.anchor)") }
        + (question.showsKeys
          ? paragraph("0. \(label(of: .notPartOfMyWork)).") + paragraph("9. I can't judge this.")
            + paragraph("b: back. s: skip. n: note. a: areas. h: help. q: stop.") : [])
        + (earlier.map(paragraph) ?? [])
    }
    let counts =
      " - \(question.placeInArea) of \(question.area.competencies.count) here, "
      + "\(question.number) of \(question.total) in all - "
      + minutes(question.minutesLeft).lowercased()
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
    case .lookingBack(let day): "On \(day.inWords), seen from now:"
    case .service(let moment): "What our service needs \(moment.inWords):"
    }
  }

  private func keysOfQuestion() -> [String] {
    let keys = [
      "  0  \(label(of: .notPartOfMyWork))", "  9  I can't judge this", "  b back   h more keys",
    ]
    return style.width < Self.twoColumns ? keys : [keys.joined(separator: "   ")]
  }

  func note(_ id: CompetencyID, earlier: String?) -> [String] {
    guard let earlier else {
      return paragraph("Write a note for yourself in one line; it never leaves this computer.")
    }
    return paragraph("Your note so far: \(earlier)")
      + sentences(
        "Write another in its place, or press Enter to keep it.", "It never leaves this computer.")
  }

  func answers(in id: AreaID, of state: Questionnaire) -> [String] {
    guard let area = framework.area(id) else { return [] }
    let heading = "\(title(of: id)): your answers"
    return ["", style.bold(heading)]
      + numbered(
        area.competencies.map { competency in
          let answer = state.answers[competency.id].map(words) ?? "not answered"
          let isPicked = state.importance.picked.contains(competency.id)
          return competency.title.text(in: language) + ": " + answer
            + (isPicked ? ", important to you" : "")
            + (state.importance.ratings[competency.id].map { ", importance \($0.rank)" } ?? "")
        })
  }

  func areaEnd(next: AreaID?, of state: Questionnaire) -> [String] {
    let way =
      next.map { "Enter goes on with area \(number(of: $0)), \(title(of: $0))." }
      ?? (state.openElsewhere == 0
        ? "Enter goes on to the end." : "Enter stops here; the other areas wait for you.")
    let open = state.open.count + state.openElsewhere
    let rest = open == 0 ? "." : ", f finishes without the \(open) still open."
    return sentences(way, "A number answers that statement again.")
      + paragraph("a shows the areas, q stops\(rest)")
  }

  func picks(of earlier: [CompetencyID]) -> [String] {
    paragraph("Which matter most for your own work this year?")
      + sentences(
        "Type up to \(Assessment.Importance.areaLimit) numbers and Enter.", whatEnterKeeps(earlier))
  }

  func topThree(_ ids: [CompetencyID], so earlier: [CompetencyID]) -> [String] {
    [""]
      + sentences(
        "What are your top \(Assessment.Importance.topLimit) of all?",
        "Type their numbers and Enter, the most important first.", whatEnterKeeps(earlier))
      + numbered(
        ids.map { id in
          let title = framework.competency(id)?.title.text(in: language) ?? ""
          let place = earlier.firstIndex(of: id).map { ", your number \($0 + 1)" } ?? ""
          return "\(title) (\(id))\(place)"
        })
  }

  /// What Enter alone does where statements are picked, for the first time or again.
  private func whatEnterKeeps(_ earlier: [CompetencyID]) -> String {
    earlier.isEmpty
      ? "Enter alone picks none." : "Enter alone keeps what you picked before, 0 takes it back."
  }

  func review(of state: Questionnaire) -> [String] {
    var lines =
      ["", style.bold("Before you finish")]
      + numbered(
        framework.areas.map { area in
          let skipped = area.competencies.count { state.answers[$0.id] == .skipped }
          return "\(title(of: area.id)): \(answered(in: area, of: state) - skipped) of "
            + "\(area.competencies.count) answered" + (skipped == 0 ? "" : ", \(skipped) skipped")
        })
    let answers = framework.competencies.map { state.answers[$0.id] }
    let levels = answers.count { $0?.level != nil }
    lines += paragraph(
      "\(levels) rated, \(answers.count { $0 == .notPartOfMyWork }) not part of \(yourWork), "
        + "\(answers.count { $0 == .cannotJudge }) you can't judge, "
        + "\(answers.count { $0 == .skipped }) skipped, \(answers.count { $0 == nil }) not asked.")
    return lines
      + sentences(
        "Type f and Enter to finish.",
        "After that this assessment does not change.", "You can begin a new one whenever you like.")
      + sentences("An area number shows its answers.", "b goes back, q stops for now.")
  }
}
