package import WaymarkBasics

extension Questionnaire {
  /// What a person can do at a prompt.
  package enum Input: Hashable, Sendable {
    /// Enter with nothing typed: go on, or keep what stands. It never finishes.
    case next
    /// A role, or no comparison.
    case role(RoleID?)
    /// An area to go to.
    case area(AreaID)
    /// An answer to the statement.
    case answer(Answer)
    /// How important the statement is; `nil` leaves that open.
    case rate(ImportanceRating?)
    /// The answer to a background question; empty skips it.
    case choose([ID<BackgroundQuestions.Option>])
    /// A statement to answer again.
    case again(CompetencyID)
    /// The statements that matter most, the most important first.
    case pick([CompetencyID])
    /// A line of free text.
    case text(String)
    /// Begin a note.
    case note
    /// One step back.
    case back
    /// Say more.
    case help
    /// Choose another area.
    case areas
    /// Finish with what is answered; after the review, for good.
    case finish
    /// Yes to a question with y/N.
    case yes
    /// No to a question with y/N.
    case no
    /// Stop; everything is saved.
    case stop
    /// The input has ended; the same as stopping.
    case endOfInput
    /// Something that means nothing here.
    case unknown(String)
  }

  /// Reads what was typed as what it means at the current prompt.
  ///
  /// Digits mean the same in every language, and letters and words are English; names of levels, areas
  /// and options are read in the session's language. Case and blanks around a word do not matter.
  package func input(typed: String) -> Input {
    if case .note = prompt { return .text(typed) }
    let word = typed.trimmed.lowercased()
    if word.isEmpty { return .next }
    if let number = Int(digits: word) {
      return numbered([number]) ?? .unknown(typed)
    }
    switch prompt {
    case .noneOfArea, .lookAgain:
      if ["y", "yes"].contains(word) { return .yes }
      if ["n", "no"].contains(word) { return .no }
    case .question:
      if let answer = answer(named: word) { return .answer(answer) }
    case .rating:
      if ["s", "skip"].contains(word) { return .rate(nil) }
    case .background(let id):
      if ["s", "skip"].contains(word) { return .choose([]) }
      if let input = command(word) ?? choice(named: word, of: id) { return input }
    case .picks, .topThree:
      let parts = word.split { $0 == "," || $0 == " " }.map { Int(digits: $0) }
      if !parts.isEmpty, !parts.contains(nil), let pick = numbered(parts.compactMap { $0 }) {
        return pick
      }
    case .areas, .review:
      if let area = framework.areas.first(where: { $0.id.folded == word }) { return .area(area.id) }
    case .role, .note, .areaEnd, .done:
      break
    }
    return command(word) ?? .unknown(typed)
  }

  private func numbered(_ numbers: [Int]) -> Input? {
    guard let number = numbers.first else { return nil }
    switch prompt {
    case .role:
      if number == 0 { return .role(nil) }
      return framework.roles.element(number: number).map { .role($0.id) }
    case .areas, .review:
      return framework.areas.element(number: number).map { .area($0.id) }
    case .question:
      switch number {
      case 0: return .answer(.notPartOfMyWork)
      case 9: return .answer(.cannotJudge)
      default: return framework.scale.level(rank: number).map { .answer(.level($0)) }
      }
    case .rating:
      return ImportanceRating(rank: number).map { .rate($0) }
    case .background(let id):
      let options = occasion.field(id)?.options.map(\.id) ?? []
      return numbers == [0] ? .choose([]) : chosen(numbers, from: options).map { .choose($0) }
    case .areaEnd(let area):
      return framework.area(area)?.competencies.element(number: number).map { .again($0.id) }
    case .picks where numbers == [0], .topThree where numbers == [0]:
      return .pick([])
    case .picks(let area):
      return chosen(numbers, from: framework.area(area)?.competencies.map(\.id) ?? [])
        .map { .pick($0) }
    case .topThree:
      return chosen(numbers, from: topCandidates).map { .pick($0) }
    case .note, .noneOfArea, .lookAgain, .done:
      return nil
    }
  }

  private func chosen<Subject>(_ numbers: [Int], from candidates: [ID<Subject>]) -> [ID<Subject>]? {
    let ids = numbers.compactMap { candidates.element(number: $0) }
    guard ids.count == numbers.count else { return nil }
    return ids.enumerated().filter { !ids[..<$0.offset].contains($0.element) }.map(\.element)
  }

  /// Options by their numbers, or one by its id or its words.
  private func choice(named word: String, of id: ID<BackgroundQuestions.Field>) -> Input? {
    let numbers = word.split { $0 == "," || $0 == " " }.map { Int(digits: $0) }
    if !numbers.isEmpty, !numbers.contains(nil) { return numbered(numbers.compactMap { $0 }) }
    return occasion.field(id)?.options.first { option in
      option.id.folded == word || option.label.text(in: language).lowercased() == word
    }.map { .choose([$0.id]) }
  }

  private func answer(named word: String) -> Answer? {
    switch word {
    case "na": return .notPartOfMyWork
    case "unsure": return .cannotJudge
    case "s", "skip": return .skipped
    default:
      return framework.scale.steps.first { step in
        step.label.text(in: language).lowercased() == word
      }.map { .level($0.level) }
    }
  }

  private func command(_ word: String) -> Input? {
    switch word {
    case "b", "back": .back
    case "n", "note": .note
    case "h", "help", "?": .help
    case "a", "areas": .areas
    case "f", "finish": .finish
    case "q", "quit", "stop": .stop
    default: nil
    }
  }
}

extension Array {
  fileprivate func element(number: Int) -> Element? {
    (1...Swift.max(count, 1)).contains(number) && !isEmpty ? self[number - 1] : nil
  }
}
