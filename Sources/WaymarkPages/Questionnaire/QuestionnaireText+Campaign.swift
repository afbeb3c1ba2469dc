import Waymark
import WaymarkBasics

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
