package import WaymarkBasics

extension Questionnaire {
  /// What a person gives, and what it belongs to.
  ///
  /// Whatever is kept names the statement, area or question that it was given to: a page that stands
  /// in a second window, or to which somebody went back, still means what it showed. It is kept for
  /// that, or refused; it never lands under what is asked now.
  package enum Input: Hashable, Sendable {
    /// Enter with nothing typed at a prompt: go on, or keep what stands. It never finishes.
    case next(at: Prompt)
    /// A role, or no comparison.
    case role(RoleID?)
    /// An area to go to.
    case area(AreaID)
    /// An answer to a statement.
    case answer(Answer, for: CompetencyID)
    /// How important a statement is; `nil` leaves that open.
    case rate(ImportanceRating?, for: CompetencyID)
    /// The answer to a background question; empty skips it.
    case choose([ID<BackgroundQuestions.Option>], for: ID<BackgroundQuestions.Field>)
    /// A statement of the area that was just ended, to answer again.
    case again(CompetencyID)
    /// The statements that matter most in an area.
    case pick([CompetencyID], in: AreaID)
    /// The statements that matter most of all, the most important first.
    case pickTop([CompetencyID])
    /// A note for a statement, in one line.
    case text(String, for: CompetencyID)
    /// Begin a note for the statement that is asked.
    case note
    /// One step back.
    case back
    /// Say more.
    case help
    /// Choose another area.
    case areas
    /// Go to the end with what is answered.
    case finish
    /// Finish for good, after the review.
    case finishForGood
    /// Whether all that is open in an area is not part of the person's work.
    case noneOfArea(AreaID, Bool)
    /// Whether to look again at an area whose answers are all one level.
    case lookAgain(AreaID, Bool)
    /// Stop; everything is saved.
    case stop
    /// The input has ended; the same as stopping.
    case endOfInput
    /// Something that means nothing here.
    case unknown(String)
  }

  /// Reads what was typed as what it means at the current prompt, which is what it belongs to.
  ///
  /// Digits mean the same in every language; letters and words are those of the session's
  /// language, without regard to case or blanks around them.
  package func input(typed: String) -> Input {
    if case .note(let id) = prompt { return .text(typed, for: id) }
    let word = typed.trimmed.lowercased()
    if word.isEmpty { return .next(at: prompt) }
    if let number = Int(digits: word) {
      return numbered([number]) ?? .unknown(typed)
    }
    switch prompt {
    case .noneOfArea(let area):
      if let isSo = Self.yesOrNo(word) { return .noneOfArea(area, isSo) }
    case .lookAgain(let area):
      if let wanted = Self.yesOrNo(word) { return .lookAgain(area, wanted) }
    case .question(let id):
      if let answer = answer(named: word) { return .answer(answer, for: id) }
    case .rating(let id):
      if ["s", "skip"].contains(word) { return .rate(nil, for: id) }
    case .background(let id):
      if ["s", "skip"].contains(word) { return .choose([], for: id) }
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
    case .question(let id):
      switch number {
      case 0: return .answer(.notPartOfMyWork, for: id)
      case 9: return .answer(.cannotJudge, for: id)
      default: return framework.scale.level(rank: number).map { .answer(.level($0), for: id) }
      }
    case .rating(let id):
      return ImportanceRating(rank: number).map { .rate($0, for: id) }
    case .background(let id):
      let options = occasion.field(id)?.options.map(\.id) ?? []
      return numbers == [0]
        ? .choose([], for: id) : chosen(numbers, from: options).map { .choose($0, for: id) }
    case .areaEnd(let area):
      return framework.area(area)?.competencies.element(number: number).map { .again($0.id) }
    case .picks(let area):
      let candidates = framework.area(area)?.competencies.map(\.id) ?? []
      return numbers == [0]
        ? .pick([], in: area) : chosen(numbers, from: candidates).map { .pick($0, in: area) }
    case .topThree:
      return numbers == [0]
        ? .pickTop([]) : chosen(numbers, from: topCandidates).map { .pickTop($0) }
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
    }.map { .choose([$0.id], for: id) }
  }

  private static func yesOrNo(_ word: String) -> Bool? {
    switch word {
    case "y", "yes": true
    case "n", "no": false
    default: nil
    }
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
    case "f", "finish": prompt == .review ? .finishForGood : .finish
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
