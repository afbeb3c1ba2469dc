import WaymarkBasics

/// What a campaign asks beyond the statements: how important each is, and the background questions.
extension Questionnaire {
  // MARK: - Importance

  /// Whether what matters most in an area is still to be picked.
  func owesPicks(in id: AreaID) -> Bool {
    occasion.importance == .picks && isRated(id) && !picksAsked.contains(id)
  }

  /// Whether a statement has a level, and the campaign asks how important it is.
  func asksRating(of id: CompetencyID) -> Bool {
    occasion.importance == .rated && answers[id]?.level != nil
  }

  mutating func askRating(of id: CompetencyID) -> [Effect] {
    stand(at: .rating(id))
  }

  /// Keeps a rating, or leaves the statement without one, and goes on from its statement.
  mutating func rate(_ id: CompetencyID, _ rating: ImportanceRating?) -> [Effect] {
    guard isAsked(id), asksRating(of: id) else { return [.say(.notKept)] }
    importance.ratings[id] = rating
    let saved: [Effect] = [.keep(.rating(id, rating)), .say(.rated(id, rating))]
    return saved + (areaID(id).map { goOnUnlessRefused($0) } ?? [])
  }

  // MARK: - Background questions

  /// Asks the first background question that has not been asked, or shows the review.
  mutating func askBackground() -> [Effect] {
    guard let field = occasion.fields.first(where: { background[$0.id] == nil }) else {
      return showReview()
    }
    return ask(field)
  }

  mutating func ask(_ field: BackgroundQuestions.Field) -> [Effect] {
    prompt = .background(field.id)
    let showsPurpose = !purposeShown
    purposeShown = true
    return [.show(.background(field.id, showsPurpose: showsPurpose))]
  }

  /// Keeps an answer to a background question that is asked now, or was before; none when it was
  /// skipped.
  mutating func choose(
    _ options: [ID<BackgroundQuestions.Option>], for id: ID<BackgroundQuestions.Field>
  ) -> [Effect] {
    guard let field = occasion.field(id), prompt != .done,
      isAfterStatements || background[id] != nil,
      options.allSatisfy({ option in field.options.contains { $0.id == option } })
    else { return [.say(.notKept)] }
    if field.choice == .one, options.count > 1 { return [.say(.tooMany(limit: 1))] + standing }
    background[id] = options
    return [.keep(.background(id, options)), .say(.chosen(id, options))]
      + (isAfterStatements ? askBackground() : [])
  }

  /// The background question before one, or the last before the review.
  func fieldBefore(_ prompt: Prompt) -> BackgroundQuestions.Field? {
    switch prompt {
    case .background(let id):
      guard let place = occasion.fields.firstIndex(where: { $0.id == id }), place > 0 else {
        return nil
      }
      return occasion.fields[place - 1]
    case .review:
      return occasion.fields.last { background[$0.id] != nil }
    case .role, .areas, .question, .rating, .note, .noneOfArea, .lookAgain, .picks, .areaEnd,
      .beyond, .topThree, .done:
      return nil
    }
  }
}
