/// The questionnaire as a value: input in, effects out.
///
/// It holds no clock, no terminal and no store. A driver reads what `prompt` waits for, gives it
/// to `receive`, and carries the effects out in their order. The same inputs give the same effects.
public struct Questionnaire: Equatable, Sendable {
  /// What the questionnaire is waiting for.
  public enum Prompt: Hashable, Sendable {
    /// Which role to compare with.
    case role
    /// Which area to go to.
    case areas
    /// The answer to a statement.
    case question(CompetencyID)
    /// A line of free text beside a statement.
    case note(CompetencyID)
    /// Whether all that is open in an area is not part of the person's work.
    case noneOfArea(AreaID)
    /// Whether to look again at an area whose answers are all one level.
    case lookAgain(AreaID)
    /// What matters most in an area.
    case picks(AreaID)
    /// To go on after an area, or to answer one of its statements again.
    case areaEnd(AreaID)
    /// What matters most of all.
    case topThree
    /// To finish, or to look at an area again.
    case review
    /// Nothing: the questionnaire has been left.
    case done
  }

  /// An area this long that is all one level gets a gentle line.
  private static let uniformArea = 6
  /// This many "not part of my work" in a row ask about the area as a whole.
  private static let refusalsInRow = 3

  /// What is asked.
  public let framework: Framework
  /// The language of the session.
  public let language: LanguageTag
  /// The areas that are asked, in order; the others wait.
  public let scope: [AreaID]
  /// What the questionnaire is waiting for.
  public private(set) var prompt: Prompt
  /// The answers so far.
  public private(set) var answers: [CompetencyID: Answer]
  /// The notes so far.
  public private(set) var notes: [CompetencyID: String]
  /// The picks so far.
  public private(set) var importance: Assessment.Importance
  /// How fast the person answers.
  public private(set) var pace: Pace

  private var hasBegun: Bool
  private var history: [CompetencyID]
  private var picksAsked: Set<AreaID> = []
  private var refusalsAsked: Set<AreaID> = []
  private var uniformAsked: Set<AreaID> = []
  private var keysShown: Set<AreaID> = []

  /// Begins a new assessment, at the role, or at the areas when the role is settled already.
  ///
  /// - Parameter scope: the areas to ask; empty asks all.
  public init(
    _ framework: Framework, language: LanguageTag = .english, scope: [AreaID] = [],
    asksRole: Bool = true
  ) {
    self.framework = framework
    self.language = language
    self.scope = scope.isEmpty ? framework.areas.map(\.id) : scope
    prompt = asksRole ? .role : .areas
    hasBegun = false
    answers = [:]
    notes = [:]
    importance = Assessment.Importance()
    pace = Pace()
    history = []
  }

  /// Goes on with an assessment that was begun before.
  ///
  /// - Parameters:
  ///   - history: the statements answered, in the order of their answers.
  ///   - seconds: what each of those answers took.
  public init(
    resuming assessment: Assessment, of framework: Framework, language: LanguageTag = .english,
    scope: [AreaID] = [], history: [CompetencyID], seconds: [Double]
  ) {
    self.init(framework, language: language, scope: scope, asksRole: false)
    hasBegun = true
    answers = assessment.answers
    notes = assessment.notes
    importance = assessment.importance
    self.history = history.filter { answers[$0] != nil }
    pace = Pace(seconds)
    picksAsked = Set(
      framework.areas.filter { area in
        firstOpen(in: area) == nil && area.id != self.history.last.flatMap(areaID)
      }.map(\.id)
    ).union(importance.picked.compactMap(areaID))
  }

  /// The first effects: the welcome and the first prompt.
  public mutating func start(role: RoleID? = nil) -> [Effect] {
    guard hasBegun else {
      if prompt == .role { return [.show(.welcome), .show(.roles)] }
      return [.show(.welcome)] + begin(role: role)
    }
    let welcome = Screen.welcomeBack(
      answered: answers.count, minutesLeft: pace.minutes(for: open.count))
    let area = history.last.flatMap(areaID).flatMap { scope.contains($0) ? $0 : nil }
    return [.show(welcome)] + goOn(in: area ?? scope.first)
  }

  /// Takes one input and says what to do.
  ///
  /// - Parameter seconds: how long the person took; counts towards the pace when it is an answer.
  public mutating func receive(_ input: Input, after seconds: Double = 0) -> [Effect] {
    switch input {
    case .stop, .endOfInput:
      prompt = .done
      return [.leave]
    case .help:
      return [.say(.help(prompt))]
    case .next:
      return next()
    case .role(let role):
      if prompt == .role { return begin(role: role) }
    case .answer(let answer):
      if case .question(let id) = prompt { return keep(answer, for: id, after: seconds) }
    case .note:
      if case .question(let id) = prompt {
        prompt = .note(id)
        return [.show(.note(id, earlier: notes[id]))]
      }
    case .text(let text):
      if case .note(let id) = prompt { return note(text, for: id) }
    case .yes:
      if case .noneOfArea(let area) = prompt { return refuseRest(of: area) }
      if case .lookAgain(let area) = prompt { return endOfArea(area) }
    case .no:
      if case .noneOfArea = prompt { return next() }
      if case .lookAgain = prompt { return next() }
    case .pick(let ids):
      if case .picks(let area) = prompt { return pick(ids, in: area) }
      if prompt == .topThree { return pickTop(ids) }
    case .again(let id):
      if case .areaEnd = prompt { return ask(id) }
    case .area(let area):
      if prompt == .areas, !isComplete(area) { return goOn(in: area) }
      if prompt == .areas || prompt == .review { return endOfArea(area) }
    case .areas:
      if prompt != .role, prompt != .done { return chooseArea() }
    case .finish:
      if prompt == .areas { return finishEarly() }
      if case .areaEnd = prompt { return finishEarly() }
    case .back:
      if prompt != .role, prompt != .done { return goBack() }
    case .unknown(let text):
      return [.say(.notUnderstood(text, prompt))]
    }
    return [.say(.notUnderstood("", prompt))]
  }

  /// What Enter does.
  private mutating func next() -> [Effect] {
    switch prompt {
    case .question(let id):
      guard let earlier = answers[id] else { return [.say(.notUnderstood("", prompt))] }
      return [.say(.saved(id, earlier))] + goOn(in: areaID(id))
    case .note(let id):
      return note("", for: id)
    case .noneOfArea(let area):
      return goOn(in: area)
    case .lookAgain(let area):
      return close(area)
    case .picks(let area):
      return pick([], in: area)
    case .areaEnd(let area):
      return picksAsked.contains(area) ? goOn(in: nextArea(after: area)) : close(area)
    case .areas:
      return goOn(in: scope.first { !isComplete($0) } ?? scope.first)
    case .topThree:
      return pickTop([])
    case .review:
      prompt = .done
      return [.finish, .show(.finished), .leave]
    case .role, .done:
      return [.say(.notUnderstood("", prompt))]
    }
  }

  // MARK: - What can be asked of it

  /// The competencies of the scope that have no answer yet, in order.
  public var open: [Competency] {
    scope.compactMap(framework.area).flatMap(\.competencies).filter { answers[$0.id] == nil }
  }

  /// The picks that the top three are chosen from, in the framework's order.
  public var topCandidates: [CompetencyID] {
    framework.competencies.map(\.id).filter(importance.picked.contains)
  }

  /// The area of a competency.
  public func areaID(_ id: CompetencyID) -> AreaID? {
    framework.areas.first { $0.competencies.contains { $0.id == id } }?.id
  }

  private func firstOpen(in area: Area) -> Competency? {
    area.competencies.first { answers[$0.id] == nil }
  }

  private func isComplete(_ id: AreaID) -> Bool {
    framework.area(id).map { firstOpen(in: $0) == nil } ?? true
  }

  // MARK: - Steps

  private mutating func begin(role: RoleID?) -> [Effect] {
    hasBegun = true
    return [.begin(role: role)] + chooseArea()
  }

  private mutating func chooseArea() -> [Effect] {
    guard let next = scope.first(where: { !isComplete($0) }) ?? scope.first else {
      return showReview()
    }
    if scope.count == 1 { return goOn(in: next) }
    prompt = .areas
    return [.show(.areas(next: next))]
  }

  /// Asks the next open statement of the area, or closes the area.
  private mutating func goOn(in id: AreaID?) -> [Effect] {
    guard let area = id.flatMap(framework.area) else { return closeAll() }
    if let competency = firstOpen(in: area) { return ask(competency.id) }
    if !uniformAsked.contains(area.id), let level = uniformLevel(of: area) {
      uniformAsked.insert(area.id)
      prompt = .lookAgain(area.id)
      return [.show(.lookAgain(area.id, level))]
    }
    return close(area.id)
  }

  private mutating func ask(_ id: CompetencyID) -> [Effect] {
    guard let area = areaID(id).flatMap(framework.area),
      let place = area.competencies.firstIndex(where: { $0.id == id })
    else { return [] }
    prompt = .question(id)
    let others = answers.keys.count { $0 != id }
    let showsKeys = keysShown.insert(area.id).inserted
    return [
      .show(
        .question(
          Question(
            competency: area.competencies[place], area: area, placeInArea: place + 1,
            number: others + 1, total: framework.competencies.count,
            minutesLeft: pace.minutes(for: max(1, open.count)), earlier: answers[id],
            showsKeys: showsKeys)))
    ]
  }

  private mutating func keep(_ answer: Answer, for id: CompetencyID, after seconds: Double)
    -> [Effect]
  {
    answers[id] = answer
    history.removeAll { $0 == id }
    history.append(id)
    pace.record(seconds)
    let saved: [Effect] = [.save(id, answer, seconds: seconds), .say(.saved(id, answer))]
    guard let area = areaID(id) else { return saved }
    return saved + dropPick(of: id, in: area) + goOnUnlessRefused(area)
  }

  /// A pick whose level is gone is no pick any more.
  private mutating func dropPick(of id: CompetencyID, in area: AreaID) -> [Effect] {
    guard answers[id]?.level == nil, importance.picked.contains(id) else { return [] }
    importance.picked.remove(id)
    importance.top.removeAll { $0 == id }
    return [.saveImportance(importance)]
  }

  private mutating func goOnUnlessRefused(_ area: AreaID) -> [Effect] {
    let last = history.suffix(Self.refusalsInRow)
    guard !refusalsAsked.contains(area), !isComplete(area), last.count == Self.refusalsInRow,
      last.allSatisfy({ answers[$0] == .notPartOfMyWork && areaID($0) == area })
    else { return goOn(in: area) }
    refusalsAsked.insert(area)
    prompt = .noneOfArea(area)
    return [.show(.noneOfArea(area))]
  }

  private mutating func refuseRest(of id: AreaID) -> [Effect] {
    guard let area = framework.area(id) else { return [] }
    let open = area.competencies.map(\.id).filter { answers[$0] == nil }
    for id in open {
      answers[id] = .notPartOfMyWork
      history.append(id)
    }
    return open.map { .save($0, .notPartOfMyWork, seconds: 0) }
      + [.say(.areaNotMyWork(id, count: open.count))] + goOn(in: id)
  }

  private mutating func note(_ text: String, for id: CompetencyID) -> [Effect] {
    let text = text.trimmed
    let isText = text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
    if !isText || text.count > Assessment.noteLimit {
      prompt = .note(id)
      return [.say(.noteRefused)]
    }
    if text.isEmpty { return [.say(.noNote)] + ask(id) }
    notes[id] = text
    return [.saveNote(id, text), .say(.noteSaved)] + ask(id)
  }

  private func uniformLevel(of area: Area) -> Level? {
    let levels = area.competencies.map { answers[$0.id]?.level }
    guard levels.count >= Self.uniformArea, let level = levels.first ?? nil,
      levels.allSatisfy({ $0 == level })
    else { return nil }
    return level
  }

  /// Lists an area's answers, then asks what matters most where anything was rated.
  private mutating func close(_ id: AreaID) -> [Effect] {
    guard let area = framework.area(id) else { return [] }
    let isRated = area.competencies.contains { answers[$0.id]?.level != nil }
    guard isRated, picksAsked.insert(id).inserted else { return endOfArea(id) }
    prompt = .picks(id)
    return [.show(.answers(id)), .show(.picks(id))]
  }

  private mutating func endOfArea(_ id: AreaID) -> [Effect] {
    prompt = .areaEnd(id)
    return [.show(.answers(id)), .show(.areaEnd(next: nextArea(after: id)))]
  }

  private mutating func pick(_ ids: [CompetencyID], in area: AreaID) -> [Effect] {
    guard ids.count <= Assessment.Importance.areaLimit else {
      return [.say(.tooMany(limit: Assessment.Importance.areaLimit))]
    }
    let others = importance.picked.filter { areaID($0) != area }
    let rated = ids.filter { answers[$0]?.level != nil }
    guard rated.count == ids.count else { return [.say(.notUnderstood("", prompt))] }
    importance.picked = others.union(rated)
    importance.top.removeAll { !importance.picked.contains($0) }
    prompt = .areaEnd(area)
    return [
      .saveImportance(importance), .say(.picked(rated)),
      .show(.areaEnd(next: nextArea(after: area))),
    ]
  }

  /// The first area after this one that still has open statements, going round once.
  private func nextArea(after id: AreaID) -> AreaID? {
    guard let place = scope.firstIndex(of: id) else { return scope.first { !isComplete($0) } }
    return (scope[(place + 1)...] + scope[..<place]).first { !isComplete($0) }
  }

  private mutating func finishEarly() -> [Effect] {
    answers.isEmpty ? [.say(.nothingToFinish)] : closeAll()
  }

  private mutating func closeAll() -> [Effect] {
    let candidates = topCandidates
    switch candidates.count {
    case 0:
      return showReview()
    case 1:
      importance.top = candidates
      return [.saveImportance(importance)] + showReview()
    default:
      prompt = .topThree
      return [.show(.topThree(candidates))]
    }
  }

  private mutating func pickTop(_ ids: [CompetencyID]) -> [Effect] {
    guard ids.count <= Assessment.Importance.topLimit else {
      return [.say(.tooMany(limit: Assessment.Importance.topLimit))]
    }
    importance.top = ids
    return [.saveImportance(importance), .say(.picked(ids))] + showReview()
  }

  private mutating func showReview() -> [Effect] {
    prompt = .review
    return [.show(.review)]
  }

  private mutating func goBack() -> [Effect] {
    var place = history.endIndex
    if case .question(let current) = prompt, let here = history.firstIndex(of: current) {
      place = here
    }
    guard place > history.startIndex else { return [.say(.nothingBefore)] }
    let id = history[place - 1]
    return [.say(.backTo(id, answers[id]))] + ask(id)
  }

}
