public import WaymarkBasics

extension Questionnaire {
  /// What a person gives, and what it belongs to.
  ///
  /// Whatever is kept names the statement, area or question that it was given to: a page that stands
  /// in a second window, or to which somebody went back, still means what it showed. It is kept for
  /// that, or refused; it never lands under what is asked now.
  public enum Input: Hashable, Sendable {
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
    /// A note for a statement, in one line or several.
    case text(String, for: CompetencyID)
    /// The note of a statement is taken away.
    case deleteNote(for: CompetencyID)
    /// Text was pasted where a person is asked to choose.
    case pasted
    /// Bytes came that are no text.
    case noText
    /// What was being written is not wanted.
    case cancel
    /// Begin a note for the statement that is asked.
    case note
    /// One step back.
    case back
    /// Say more.
    case help
    /// Open a note that is listed at the review.
    case openNote(CompetencyID)
    /// Ask once more what was skipped.
    case askSkipped
    /// Whether what goes beyond what was asked first is asked too.
    case goBeyond(Bool)
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
}

extension Questionnaire {
  /// What the driver does after an input, in this order: the store first, then the words.
  public enum Effect: Equatable, Sendable {
    /// Keep a change; the first one begins the assessment.
    case keep(AssessmentChange)
    /// Say a line or two.
    case say(Remark)
    case show(Screen)
    /// Leave the questionnaire; all is saved.
    case leave
  }

  /// A line or two between screens.
  public enum Remark: Equatable, Sendable {
    /// The answer is kept; said after the store has it.
    case saved(CompetencyID, Answer)
    /// An answer to another statement than the one that was asked is kept.
    case savedElsewhere(CompetencyID, Answer)
    /// What was given belongs to nothing that is asked here and now; nothing of it is kept.
    case notKept
    /// The statement is asked again; this was the answer.
    case backTo(CompetencyID, Answer?)
    /// There is nothing to go back to.
    case nothingBefore
    /// The role is asked again.
    case backToRole
    /// What was typed means nothing at this prompt.
    case notUnderstood(String, Prompt)
    /// A note is kept.
    case noteSaved
    /// No note was written.
    case noNote
    /// A note is taken away.
    case noteDeleted
    /// What was pasted answers nothing.
    case pastedNothing
    /// What came is no text.
    case notText
    /// The note is too long or holds characters that are no text.
    case noteRefused
    /// All the open statements of an area are saved as not part of the person's work.
    case areaNotMyWork(AreaID, count: Int)
    /// More were picked than asked for.
    case tooMany(limit: Int)
    /// These matter most.
    case picked([CompetencyID])
    /// This is how important the statement is; `nil` when that was skipped.
    case rated(CompetencyID, ImportanceRating?)
    /// The answer to a background question is kept; empty when it was skipped.
    case chosen(ID<BackgroundQuestions.Field>, [ID<BackgroundQuestions.Option>])
    /// A background question is asked again.
    case backToBackground(ID<BackgroundQuestions.Field>)
    /// Words for what can be done at this prompt.
    case help(Prompt)
    /// The areas that were asked for are done; so many statements of others are open.
    case othersWait(Int)
    /// Nothing is answered yet, so there is nothing to finish.
    case nothingToFinish
  }

  /// What is put before the person.
  public enum Screen: Equatable, Sendable {
    /// What the campaign is that asks.
    case invitation(Invitation)
    /// The first screen of a new assessment.
    case welcome
    /// The first screen of a resumed one: how far it has come, and the area where it goes on.
    case welcomeBack(Progress, next: AreaID?)
    /// The roles to choose from, and what Enter keeps.
    case roles(RoleChoice)
    /// The areas to choose from; Enter begins with the one named.
    case areas(next: AreaID)
    /// A statement with its levels.
    case question(Question)
    /// How important is the statement that was just answered?
    case rating(CompetencyID, earlier: ImportanceRating?)
    /// Write a note for this statement.
    case note(CompetencyID, earlier: String?)
    /// Three in a row are not part of the person's work: is none of the area?
    case noneOfArea(AreaID)
    /// Every answer of the area is the same level: look again?
    case lookAgain(AreaID, Level)
    /// The answers of an area as one list.
    case answers(AreaID)
    /// Which of these matter most?
    case picks(AreaID)
    /// The end of an area; Enter goes on to the next, or to the end when there is none.
    case areaEnd(next: AreaID?)
    /// What is asked first is done; so many statements go beyond it, and take so many minutes.
    case beyond(Int, minutes: Int)
    /// Which of all picks matter most?
    case topThree([CompetencyID])
    /// A background question, with what they are for before the first that is shown.
    case background(ID<BackgroundQuestions.Field>, showsPurpose: Bool)
    /// Everything before it is finished.
    case review
    case finished
  }
}

// MARK: - What is given is kept

extension Questionnaire {
  /// Keeps an answer, and goes on from its statement.
  mutating func keep(_ answer: Answer, for id: CompetencyID, after seconds: Double)
    -> [Effect]
  {
    let isOnScale = answer.level.map { framework.scale.step($0) != nil } ?? true
    guard isAsked(id), isOnScale else { return [.say(.notKept)] }
    let said: Remark = prompt == .question(id) ? .saved(id, answer) : .savedElsewhere(id, answer)
    answers[id] = answer
    history.removeAll { $0 == id }
    history.append(id)
    pace.record(seconds)
    let saved: [Effect] = [.keep(.answer(id, answer, seconds: seconds)), .say(said)]
    guard let area = areaID(id) else { return saved }
    if asksRating(of: id) { return saved + askRating(of: id) }
    return saved + dropPick(of: id) + goOnUnlessRefused(area)
  }

  /// A pick whose level is gone is no pick any more, nor a rating one.
  mutating func dropPick(of id: CompetencyID) -> [Effect] {
    guard answers[id]?.level == nil else { return [] }
    if importance.ratings.removeValue(forKey: id) != nil { return [.keep(.rating(id, nil))] }
    guard importance.picked.contains(id) else { return [] }
    importance.picked.remove(id)
    importance.top.removeAll { $0 == id }
    return [.keep(.importance(importance))]
  }

  /// Keeps a note, and asks its statement again where that is what was left for it.
  mutating func note(_ text: String, for id: CompetencyID) -> [Effect] {
    guard isAsked(id) else { return [.say(.notKept)] }
    switch WrittenNote(text) {
    case .refused: return [.say(.noteRefused)]
    case .nothing: return [.say(.noNote)] + (prompt == .note(id) ? leaveNote(of: id) : [])
    case .kept(let text):
      let goingOn = prompt == .note(id) ? leaveNote(of: id) : []
      notes[id] = text
      return [.keep(.note(id, text)), .say(.noteSaved)] + goingOn
    }
  }

  /// Takes a note away, and asks its statement again where its note was asked for.
  mutating func deleteNote(for id: CompetencyID) -> [Effect] {
    guard isAsked(id), notes.removeValue(forKey: id) != nil else { return [.say(.notKept)] }
    return [.keep(.note(id, nil)), .say(.noteDeleted)]
      + (prompt == .note(id) ? leaveNote(of: id) : [])
  }

  /// Goes back from a note to where it was asked for.
  mutating func leaveNote(of id: CompetencyID) -> [Effect] {
    guard isNoteOfReview else { return ask(id) }
    isNoteOfReview = false
    return showReview()
  }

  /// Keeps the picks of an area that are asked for now, or were before.
  mutating func pick(_ ids: [CompetencyID], in area: AreaID) -> [Effect] {
    let isAskedNow = prompt == .picks(area)
    guard isAskedNow || prompt != .done && picksAsked.contains(area) else {
      return [.say(.notKept)]
    }
    guard ids.count <= Assessment.Importance.areaLimit else {
      return [.say(.tooMany(limit: Assessment.Importance.areaLimit))] + standing
    }
    guard ids.allSatisfy({ areaID($0) == area && answers[$0]?.level != nil }) else {
      return notUnderstood()
    }
    importance.picked = importance.picked.filter { areaID($0) != area }.union(ids)
    importance.top.removeAll { !importance.picked.contains($0) }
    picksAsked.insert(area)
    let kept: [Effect] = [.keep(.importance(importance)), .say(.picked(ids))]
    guard isAskedNow else { return kept + (prompt == .topThree ? closeAll() : []) }
    prompt = .areaEnd(area)
    return kept + [.show(.areaEnd(next: nextArea(after: area)))]
  }

  /// Keeps the top of all that is asked for now, or was before.
  mutating func pickTop(_ ids: [CompetencyID]) -> [Effect] {
    let isAskedNow = prompt == .topThree
    guard isAskedNow || isAfterStatements, Set(topCandidates).isSuperset(of: ids) else {
      return [.say(.notKept)]
    }
    guard ids.count <= Assessment.Importance.topLimit else {
      return [.say(.tooMany(limit: Assessment.Importance.topLimit))] + standing
    }
    importance.top = ids
    return [.keep(.importance(importance)), .say(.picked(ids))]
      + (isAskedNow ? askBackground() : [])
  }
}

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

extension Questionnaire {
  /// What stands on the screens in the language of the session, and is taken where it is typed.
  public struct Vocabulary: Equatable, Sendable {
    /// What a statement is answered with when it is no part of the person's work.
    public let notPartOfMyWork: [String]
    /// What it is answered with when they cannot tell.
    public let cannotJudge: [String]
    /// What leaves a statement for later.
    public let skip: [String]
    /// What ratings of importance mean, from 1 on.
    public let importance: [String]
    /// No role to compare with.
    public let noRole: [String]
    /// None of a list.
    public let none: [String]
    /// What stands between the numbers of a list.
    public let and: [String]
    /// What leads further, as Enter alone does.
    public let goOn: [String]
    /// What leaves out the rest.
    public let finish: [String]

    /// Keys, numbers and the framework's own words alone.
    public static let bare = Vocabulary()

    package init(
      notPartOfMyWork: [String] = [], cannotJudge: [String] = [], skip: [String] = [],
      importance: [String] = [], noRole: [String] = [], none: [String] = [], and: [String] = [],
      goOn: [String] = [], finish: [String] = []
    ) {
      self.notPartOfMyWork = notPartOfMyWork
      self.cannotJudge = cannotJudge
      self.skip = skip
      self.importance = importance
      self.noRole = noRole
      self.none = none
      self.and = and
      self.goOn = goOn
      self.finish = finish
    }
  }
}
