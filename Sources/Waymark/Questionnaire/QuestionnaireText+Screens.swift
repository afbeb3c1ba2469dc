extension QuestionnaireText {
  /// The width from which keys stand in two columns.
  private static let twoColumns = 76

  func welcome() -> [String] {
    let span = Pace.usualMinutes(for: framework.competencies.count)
    let time =
      span.lowerBound == span.upperBound
      ? "\(span.lowerBound)" : "\(span.lowerBound) to \(span.upperBound)"
    let name = framework.title.text(in: language)
    var lines = paragraph(
      "\(name) \(framework.version): \(framework.competencies.count) statements "
        + "in \(framework.areas.count) areas")
    lines += paragraph("About \(time) minutes, in as many sittings as you like")
    lines += [""]
    lines += paragraph("You rate yourself. Nobody marks you, and there is no pass or fail.")
    lines += paragraph(
      "Your answers stay on this computer until you send a file yourself. Anyone who uses this "
        + "computer login could open them, and at work an employer or a records request might: "
        + "`waymark store erase` removes them.")
    return lines + [""] + keys() + [""]
  }

  func welcomeBack(answered: Int, minutesLeft: Int, next: AreaID?) -> [String] {
    let last = lastTime.map { "; last time \($0.inWords)" } ?? ""
    return paragraph(
      "Welcome back. \(answered) of \(framework.competencies.count) answered\(last). "
        + minutes(minutesLeft) + ".")
      + (next.map { paragraph("You go on with \(title(of: $0)).") } ?? [])
      + (hintForOthers.map(paragraph) ?? [])
  }

  func keys() -> [String] {
    let letters = [
      ("b", "go back and change"), ("s", "skip for now"), ("n", "write a note for yourself"),
      ("a", "choose another area"), ("h", "help"), ("q", "stop; every answer is already saved"),
    ]
    let levels = "1 to \(framework.scale.steps.count)"
    let highest = "the highest line that is true of you now"
    let others = [
      ("0", "not part of my work (nobody expects this of me)"),
      ("9", "I can't judge this (I have had no chance to tell)"),
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
    paragraph(
      "Which role should your results be compared with? You can change this later. "
        + "The levels were suggested by Waymark's authors; they are not ALSC standards.")
      + numbered(framework.roles.map { $0.title.text(in: language) })
      + row("0", "No comparison, just show my levels")
  }

  func areas(next: AreaID, of state: Questionnaire) -> [String] {
    let entries = framework.areas.enumerated().map { place, area in
      let done = area.competencies.count { state.answers[$0.id] != nil }
      let count =
        done == 0
        ? "\(area.competencies.count)"
        : done == area.competencies.count ? "done" : "\(done) of \(area.competencies.count)"
      return "\(place + 1) \(title(of: area.id)) (\(count))"
    }
    let way = state.answers.isEmpty ? "begin with" : "go on with"
    let question = "Press Enter to \(way) area \(number(of: next)), or type an area number."
    if style.isAccessible { return ["Areas:"] + entries.flatMap(paragraph) + paragraph(question) }
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
      + paragraph(question)
  }

  func question(_ question: Question) -> [String] {
    let competency = question.competency
    let statement = competency.statement.text(in: language)
    let steps = framework.scale.steps.map { step in
      (
        rank: step.level.rank, label: step.label.text(in: language).printableLine,
        anchor: competency.anchor(step.level)?.text(in: language) ?? ""
      )
    }
    let earlier = question.earlier.map { "Your answer was \(words($0)). Enter keeps it." }
    let area = question.area.title.text(in: language).printableLine
    if style.isAccessible {
      return paragraph(
        "Question \(question.number) of \(question.total). \(area), "
          + "\(question.placeInArea) of \(question.area.competencies.count). "
          + minutes(question.minutesLeft) + ".")
        + paragraph(statement)
        + steps.flatMap { paragraph("\($0.rank). \($0.label). \($0.anchor)") }
        + (question.showsKeys
          ? paragraph("0. Not part of my work.") + paragraph("9. I can't judge this.")
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
    let labels = (steps.map { TextLayout.columns($0.label) }.max() ?? 0) + 3
    let id = competency.id.description
    return wrapped(heading, hanging: 2).map(style.accent)
      + [""]
      + wrapped("  " + statement, hanging: 2).map(style.bold)
      + [String(repeating: " ", count: max(2, style.width - 2 - id.count)) + id]
      + steps.flatMap { step in
        let start = "  \(step.rank)  " + TextLayout.padded(step.label, to: labels)
        return wrapped(start + step.anchor, hanging: labels + 5)
      }
      + (question.showsKeys
        ? [""]
          + wrapped(
            "  0  Not part of my work     9  I can't judge this     b back   h more keys",
            hanging: 2) : [])
      + (earlier.map { wrapped("  " + $0, hanging: 2) } ?? [])
  }

  func note(_ id: CompetencyID, earlier: String?) -> [String] {
    let before = earlier.map { paragraph("Your note so far: \($0)") } ?? []
    return before
      + paragraph("Write a note for yourself in one line; it never leaves this computer.")
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
        })
  }

  func areaEnd(next: AreaID?, of state: Questionnaire) -> [String] {
    let way =
      next.map { "Enter goes on with area \(number(of: $0)), \(title(of: $0))." }
      ?? (state.openElsewhere == 0
        ? "Enter goes on to the end." : "Enter stops here; the other areas wait for you.")
    let open = state.open.count + state.openElsewhere
    let rest = open == 0 ? "" : " f finishes without the \(open) that are open."
    return paragraph(
      way + " A number answers that statement again. a shows the areas, q stops." + rest)
  }

  func topThree(_ ids: [CompetencyID]) -> [String] {
    [""]
      + paragraph(
        "Your top \(Assessment.Importance.topLimit) of all, the most important first: type their "
          + "numbers, or Enter for none.")
      + numbered(
        ids.map { id in
          let title = framework.competency(id)?.title.text(in: language) ?? ""
          return "\(title) (\(id))"
        })
  }

  func review(of state: Questionnaire) -> [String] {
    var lines =
      ["", style.bold("Before you finish")]
      + numbered(
        framework.areas.map { area in
          let done = area.competencies.count { state.answers[$0.id] != nil }
          return "\(title(of: area.id)): \(done) of \(area.competencies.count) answered"
        })
    let answers = framework.competencies.map { state.answers[$0.id] }
    let levels = answers.count { $0?.level != nil }
    lines += paragraph(
      "\(levels) rated, \(answers.count { $0 == .notPartOfMyWork }) not part of your work, "
        + "\(answers.count { $0 == .cannotJudge }) you can't judge, "
        + "\(answers.count { $0 == .skipped }) skipped, \(answers.count { $0 == nil }) not asked.")
    let skipped = framework.competencies.filter { state.answers[$0.id] == .skipped }
    if !skipped.isEmpty {
      lines += paragraph("Skipped: " + skipped.map(\.id.description).joined(separator: ", ") + ".")
    }
    return lines
      + paragraph(
        "Enter finishes: after that this assessment does not change, and you can begin a new one "
          + "whenever you like. An area number shows its answers. b goes back, q stops for now.")
  }
}
