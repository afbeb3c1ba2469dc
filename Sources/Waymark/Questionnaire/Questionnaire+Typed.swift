public import WaymarkBasics

extension Questionnaire {
  /// Reads what was typed as what it means at the current prompt, which is what it belongs to.
  ///
  /// Digits mean the same in every language, and letters and words are English; what stands on the screen
  /// is read in the session's language: names of levels, roles, areas and options, whole, and where Enter
  /// is awaited anyway also by a beginning that no other has. Case and blanks do not matter.
  public func input(typed: String, in vocabulary: Vocabulary = .bare) -> Input {
    if case .note(let id) = prompt {
      switch TypedNote(typed) {
      case .leave: return .cancel
      case .help: return .help
      case .text(let text):
        return text.trimmed == "0" && notes[id] != nil
          ? .deleteNote(for: id) : .text(text, for: id)
      }
    }
    let word = Self.folded(typed)
    if word.isEmpty { return .next(at: prompt) }
    if let number = Int(digits: word) {
      return numbered([number]) ?? .unknown(typed)
    }
    let meant: Input? =
      switch prompt {
      case .noneOfArea(let area): Self.yesOrNo(word).map { .noneOfArea(area, $0) }
      case .lookAgain(let area): Self.yesOrNo(word).map { .lookAgain(area, $0) }
      case .question(let id): answer(named: word, vocabulary).map { .answer($0, for: id) }
      case .rating(let id): rating(named: word, vocabulary, of: id)
      case .note, .done: nil
      case .role, .areas, .picks, .areaEnd, .beyond, .topThree, .background, .review:
        entry(word, vocabulary)
      }
    return meant ?? command(word) ?? .unknown(typed)
  }

  /// What is typed as it is compared: in lower case, with single blanks, and without apostrophes.
  private static func folded(_ text: String) -> String {
    text.lowercased().filter { !"'\u{2019}".contains($0) }.split { $0.isWhitespace }
      .joined(separator: " ")
  }

  private static func isOne(of words: [String], _ word: String) -> Bool {
    words.contains { folded($0) == word }
  }

  private static func yesOrNo(_ word: String) -> Bool? {
    switch word {
    case "y", "yes": true
    case "n", "no": false
    default: nil
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

  // MARK: - One key, or a word that came at once

  private func answer(named word: String, _ vocabulary: Vocabulary) -> Answer? {
    if word == "na" || Self.isOne(of: vocabulary.notPartOfMyWork, word) { return .notPartOfMyWork }
    if word == "unsure" || Self.isOne(of: vocabulary.cannotJudge, word) { return .cannotJudge }
    if word == "s" || word == "skip" || Self.isOne(of: vocabulary.skip, word) { return .skipped }
    return framework.scale.steps.first { step in
      Self.isOne(of: [step.label.text(in: language)], word)
    }.map { .level($0.level) }
  }

  private func rating(
    named word: String, _ vocabulary: Vocabulary, of id: CompetencyID
  ) -> Input? {
    if word == "s" || word == "skip" { return .rate(nil, for: id) }
    return vocabulary.importance.firstIndex { Self.isOne(of: [$0], word) }
      .flatMap { ImportanceRating(rank: $0 + 1) }.map { .rate($0, for: id) }
  }

  // MARK: - Menus

  private func numbered(_ numbers: [Int]) -> Input? {
    guard let number = numbers.first else { return nil }
    switch prompt {
    case .role:
      if number == 0 { return .role(nil) }
      return framework.roles.element(number: number).map { .role($0.id) }
    case .areas:
      return framework.areas.element(number: number).map { .area($0.id) }
    case .review:
      return framework.areas.element(number: number).map { .area($0.id) }
        ?? notesInOrder.element(number: number - framework.areas.count).map { .openNote($0) }
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
    case .beyond:
      return number == 1 ? .goBeyond(true) : number == 2 ? .goBeyond(false) : nil
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

  /// An entry of a menu: by its number, by its number and its words, by an id, a key, or words; where
  /// several can be chosen, by their numbers.
  private func entry(_ word: String, _ vocabulary: Vocabulary) -> Input? {
    let list = word.split { ", ;&".contains($0) }
      .filter { !Self.isOne(of: vocabulary.and, String($0)) }.map { Int(digits: $0) }
    if takesSeveral, !list.isEmpty, !list.contains(nil) { return numbered(list.compactMap { $0 }) }
    let digits = word.prefix { $0.isASCII && $0.isNumber }
    if let number = Int(digits: digits), let entry = numbered([number]) {
      let rest = word.dropFirst(digits.count).drop { ".) ".contains($0) }
      return rest.isEmpty || named(String(rest), vocabulary) == entry ? entry : nil
    }
    return identified(word) ?? command(word) ?? named(word, vocabulary)
  }

  private var takesSeveral: Bool {
    switch prompt {
    case .picks, .topThree, .background: true
    case .role, .areas, .question, .rating, .note, .noneOfArea, .lookAgain, .areaEnd, .beyond,
      .review, .done:
      false
    }
  }

  private func identified(_ word: String) -> Input? {
    switch prompt {
    case .role: framework.roles.first { $0.id.folded == word }.map { .role($0.id) }
    case .areas, .review: framework.areas.first { $0.id.folded == word }.map { .area($0.id) }
    default: nil
    }
  }

  private func named(_ word: String, _ vocabulary: Vocabulary) -> Input? {
    func text(_ text: LocalizedText) -> String { text.text(in: language) }
    switch prompt {
    case .role:
      if Self.isOne(of: vocabulary.noRole, word) { return .role(nil) }
      return Self.named(word, among: framework.roles.map { ($0.id, [text($0.title)]) })
        .map { .role($0) }
    case .areas, .review:
      if prompt == .areas, Self.isOne(of: vocabulary.goOn, word) { return .next(at: prompt) }
      if prompt == .review, Self.isOne(of: ["s", "skip"] + vocabulary.skip, word) {
        return .askSkipped
      }
      return Self.named(
        word, among: framework.areas.map { ($0.id, [text($0.shortTitle), text($0.title)]) }
      ).map { .area($0) }
    case .areaEnd(let id):
      if Self.isOne(of: vocabulary.goOn, word) { return .next(at: prompt) }
      return statement(word, among: framework.area(id)?.competencies ?? []).map { .again($0) }
    case .picks(let id):
      if Self.isOne(of: vocabulary.none, word) { return .pick([], in: id) }
      return statement(word, among: framework.area(id)?.competencies ?? [])
        .map { .pick([$0], in: id) }
    case .beyond:
      if Self.isOne(of: vocabulary.goOn, word) { return .goBeyond(true) }
      return Self.isOne(of: vocabulary.finish, word) ? .goBeyond(false) : nil
    case .topThree:
      if Self.isOne(of: vocabulary.none, word) { return .pickTop([]) }
      return statement(word, among: topCandidates.compactMap(framework.competency))
        .map { .pickTop([$0]) }
    case .background(let id):
      if Self.isOne(of: ["s", "skip"] + vocabulary.none, word) { return .choose([], for: id) }
      return occasion.field(id)?.options.first { option in
        option.id.folded == word || Self.isOne(of: [text(option.label)], word)
      }.map { .choose([$0.id], for: id) }
    case .question, .rating, .note, .noneOfArea, .lookAgain, .done: return nil
    }
  }

  private func statement(_ word: String, among competencies: [Competency]) -> CompetencyID? {
    Self.named(word, among: competencies.map { ($0.id, [$0.title.text(in: language)]) })
  }

  /// The one that a word names: wholly, or by a beginning that no other name has.
  private static func named<Thing>(
    _ word: String, among things: [(thing: Thing, names: [String])]
  ) -> Thing? {
    let whole = things.filter { isOne(of: $0.names, word) }
    if let first = whole.first { return whole.count == 1 ? first.thing : nil }
    let begun = things.filter { $0.names.contains { folded($0).hasPrefix(word) } }
    return begun.count == 1 && word.count > 1 ? begun.first?.thing : nil
  }
}

extension Array {
  fileprivate func element(number: Int) -> Element? {
    (1...Swift.max(count, 1)).contains(number) && !isEmpty ? self[number - 1] : nil
  }
}

extension Questionnaire {
  /// The statements with a note, in the framework's order.
  public var notesInOrder: [CompetencyID] {
    framework.competencies.map(\.id).filter { notes[$0] != nil }
  }
}
