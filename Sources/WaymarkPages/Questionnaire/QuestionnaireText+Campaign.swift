import Waymark
import WaymarkBasics

/// The screens of what a campaign asks.
extension QuestionnaireText {
  /// What the ratings of importance mean, from 1 to 5.
  static let ratingWords = ["Not important", "A little", "Fairly", "Very", "Essential"]

  /// What background questions are for, said before the first and with each.
  private static let purpose = "Only for tables about groups, never shown singly."

  func invitation(_ invitation: Invitation) -> [String] {
    let asker = invitation.asker.text(in: language)
    let until = invitation.closes.map { "Answers are asked for until \($0.inWords)." }
    return [""] + paragraph(invitation.title.text(in: language)).map(style.bold)
      + sentences(["You are asked by: \(asker)."] + (until.map { [$0] } ?? []))
      + sentences(
        CampaignWords().promise,
        "Nothing is sent: at the end you see all of it, and send it yourself.")
      + [""]
  }

  func rating(earlier: ImportanceRating?) -> [String] {
    let question = "How important is this for your own work?"
    let keeps = earlier.map { "Enter keeps \(words($0))." }
    let anchors = Self.ratingWords.enumerated().map { "\($0 + 1) \($1)" }
    if style.isAccessible {
      return paragraph(question) + paragraph(anchors.joined(separator: ". ") + ". s skips.")
        + (keeps.map(paragraph) ?? [])
    }
    return wrapped("  " + question, hanging: 2)
      + wrapped("  " + anchors.joined(separator: "   ") + "   s skip", hanging: 2)
      + (keeps.map { wrapped("  " + $0, hanging: 2) } ?? [])
  }

  /// A rating in words: `4, Very`.
  func words(_ rating: ImportanceRating) -> String {
    "\(rating.rank), \(Self.ratingWords[rating.rank - 1])"
  }

  func background(
    _ id: ID<BackgroundQuestions.Field>, showsPurpose: Bool, of state: Questionnaire
  ) -> [String] {
    let fields = state.occasion.fields
    guard let place = fields.firstIndex(where: { $0.id == id }) else { return [] }
    let field = fields[place]
    let way =
      field.choice == .many
      ? "Type the numbers of all that fit." : "Type the number or the words of your answer."
    let earlier = state.background[id].map { options in
      options.isEmpty
        ? "You skipped it; Enter skips it again."
        : "Enter keeps your answer: \(labels(of: options, in: field)); 0 takes it back."
    }
    return (showsPurpose ? leadIn(of: state) : [])
      + [""] + paragraph("Background question \(place + 1) of \(fields.count)").map(style.accent)
      + paragraph(field.question.text(in: language)).map(style.bold)
      + columns(numbered(field.options.map { $0.label.text(in: language) }))
      + sentences(way, earlier ?? "Enter skips it.", Self.purpose)
  }

  private func leadIn(of state: Questionnaire) -> [String] {
    let count = state.occasion.fields.count
    let heading = count == 1 ? "The last question" : "The last \(count) questions"
    return ["", style.bold(heading)]
      + (state.occasion.leadIn.map { paragraph($0.text(in: language)) } ?? [])
      + sentences("b goes back.", "f skips all that is left.", "q stops for now.")
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
      return paragraph("Skipped.")
    }
    return paragraph("Saved: \(labels(of: options, in: field)).")
  }

  func backToBackground(
    _ id: ID<BackgroundQuestions.Field>, of state: Questionnaire
  ) -> [String] {
    guard let field = state.occasion.field(id), let options = state.background[id] else {
      return []
    }
    return paragraph(
      options.isEmpty
        ? "Back one question. You skipped it."
        : "Back one question. Your answer was \(labels(of: options, in: field)).")
  }
}
