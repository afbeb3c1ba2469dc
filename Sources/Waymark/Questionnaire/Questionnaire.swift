public import WaymarkBasics

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
    /// How important the statement is that was just answered.
    case rating(CompetencyID)
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
    /// Whether to go on with what goes beyond what was asked first, or to finish without it.
    case beyond
    /// What matters most of all.
    case topThree
    /// The answer to a background question.
    case background(ID<BackgroundQuestions.Field>)
    /// To finish, or to look at an area again.
    case review
    /// Nothing: the questionnaire has been left.
    case done
  }

  /// An area this long that is all one level gets a gentle line.
  static let uniformArea = 6
  /// This many "not part of my work" in a row ask about the area as a whole.
  static let refusalsInRow = 3

  /// What is asked.
  public let framework: Framework
  /// The language of the session.
  public let language: LanguageTag
  /// What the person rates themselves for.
  public let occasion: Occasion
  /// The areas that are asked, in the order in which they are asked; the others wait.
  public let scope: [AreaID]
  /// What the questionnaire is waiting for.
  public internal(set) var prompt: Prompt
  /// The answers so far.
  public internal(set) var answers: [CompetencyID: Answer]
  /// The notes so far.
  public internal(set) var notes: [CompetencyID: String]
  /// The picks or ratings so far.
  public internal(set) var importance: Assessment.Importance
  /// The answers to background questions so far; an empty list was skipped.
  public internal(set) var background:
    [ID<BackgroundQuestions.Field>: [ID<BackgroundQuestions.Option>]] = [:]
  /// How fast the person answers.
  public internal(set) var pace: Pace

  /// The role that answers are compared with; until one is chosen, what is known of it.
  var role: RoleChoice
  /// Whether the role was settled without asking, so that no step back leads to it.
  let isRoleGiven: Bool
  /// How much is asked first.
  public let breadth: Breadth
  /// What is asked first; `nil` where that is everything.
  var askedFirst: Set<CompetencyID>?
  /// The areas of which everything is asked, whatever is asked first.
  var wholeAreas: Set<AreaID>
  var skippedRound: SkippedRound?
  /// Whether a note was opened from the review, to which it leads back.
  var isNoteOfReview = false
  var hasBegun: Bool
  var history: [CompetencyID]
  var picksAsked: Set<AreaID> = []
  var refusalsAsked: Set<AreaID> = []
  var uniformAsked: Set<AreaID> = []
  var purposeShown = false

  /// Begins a new assessment, at the role, or at the areas when the role is settled already.
  ///
  /// What the role asks comes first; everything is asked without a role, for a campaign, where areas or
  /// a workshop are named, and where something else is rated than the person as they are.
  /// - Parameters:
  ///   - scope: the areas to ask; empty asks all.
  ///   - breadth: how much is asked first.
  public init(
    _ framework: Framework, language: LanguageTag = .english, scope: [AreaID] = [],
    occasion: Occasion = .own, role: RoleChoice = .ask, breadth: Breadth = .byRole
  ) {
    self.framework = framework
    self.language = language
    self.occasion = occasion
    let areas = occasion.order(of: framework.areas.map(\.id))
    self.scope = scope.isEmpty ? areas : areas.filter(scope.contains)
    self.role = role
    if case .settled = role { isRoleGiven = true } else { isRoleGiven = false }
    prompt = isRoleGiven ? .areas : .role
    self.breadth = breadth
    wholeAreas = Set(breadth == .everything || occasion.asksAll ? areas : scope)
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
  ///   - seconds: what each of those answers took; 0 says nothing of the pace.
  ///   - breadth: how much is asked first.
  public init(
    resuming assessment: Assessment, of framework: Framework, language: LanguageTag = .english,
    scope: [AreaID] = [], occasion: Occasion = .own, history: [CompetencyID], seconds: [Double],
    breadth: Breadth = .byRole
  ) {
    self.init(
      framework, language: language, scope: scope, occasion: occasion,
      role: .settled(assessment.role), breadth: breadth)
    hasBegun = true
    answers = assessment.answers
    notes = assessment.notes
    importance = assessment.importance
    background = assessment.background
    self.history = history.filter { answers[$0] != nil }
    settle(assessment.role)
    goOnBeyond()
    // What was answered in one go with others took no time of its own.
    pace = Pace(seconds.filter { $0 > 0 })
    picksAsked = Set(
      framework.areas.filter { area in
        firstOpen(in: area) == nil && area.id != self.history.last.flatMap(areaID)
      }.map(\.id)
    ).union(importance.picked.compactMap(areaID))
  }

  /// The first effects: the welcome and the first prompt.
  public mutating func start() -> [Effect] {
    let invitation: [Effect] = occasion.invitation.map { [.show(.invitation($0))] } ?? []
    guard hasBegun else {
      return switch role {
      case .ask, .offered: invitation + [.show(.welcome)] + standing
      case .settled(let role): invitation + [.show(.welcome)] + begin(role: role)
      }
    }
    if answers.isEmpty, occasion.view != .now { return [.show(.welcome)] + goOn(in: scope.first) }
    let last = history.last.flatMap(areaID).flatMap { scope.contains($0) ? $0 : nil }
    let before = progress()
    let goingOn = resume(in: last ?? scope.first)
    return invitation + [.show(.welcomeBack(before, next: areaOfPrompt))] + goingOn
  }

  /// Goes on at the very prompt where an earlier sitting was left.
  private mutating func resume(in area: AreaID?) -> [Effect] {
    if let last = history.last, areaID(last) == area, asksRating(of: last),
      importance.ratings[last] == nil
    {
      return askRating(of: last)
    }
    if open.isEmpty, openElsewhere == 0, !beyond.isEmpty, background.isEmpty,
      area.map({ !owesPicks(in: $0) }) ?? true
    {
      return goOn(in: nil)
    }
    return background.isEmpty || !open.isEmpty ? goOn(in: area) : askBackground()
  }

  /// Takes one input and says what to do.
  ///
  /// What is given to another statement than the one that is asked now is kept for that one where it
  /// is asked in this run, and it goes on from there, as after going back; all else changes nothing.
  /// - Parameter seconds: how long the person took; counts towards the pace when it is an answer.
  public mutating func receive(_ input: Input, after seconds: Double = 0) -> [Effect] {
    switch input {
    case .answer(let answer, let id): return keep(answer, for: id, after: seconds)
    case .rate(let rating, let id): return rate(id, rating)
    case .text(let text, let id): return note(text, for: id)
    case .deleteNote(let id): return deleteNote(for: id)
    case .pasted: return [.say(.pastedNothing)] + standing
    case .noText: return [.say(.notText)] + (isWritingNote ? [] : standing)
    case .cancel:
      guard case .note(let id) = prompt else { return [] }
      return [.say(.noNote)] + leaveNote(of: id)
    case .choose(let options, let id): return choose(options, for: id)
    case .pick(let ids, let area): return pick(ids, in: area)
    case .pickTop(let ids): return pickTop(ids)
    case .noneOfArea(let area, let isSo):
      guard prompt == .noneOfArea(area) else { return [.say(.notKept)] }
      return isSo ? refuseRest(of: area) : next(after: seconds)
    case .lookAgain(let area, let isWanted):
      guard prompt == .lookAgain(area) else { return [.say(.notKept)] }
      return isWanted ? endOfArea(area) : next(after: seconds)
    case .goBeyond(let isWanted):
      guard prompt == .beyond else { return [.say(.notKept)] }
      return isWanted ? askBeyond() : closeAll()
    case .next(let place):
      return place == prompt ? next(after: seconds) : [.say(.notKept)]
    case .stop, .endOfInput:
      prompt = .done
      return [.leave]
    case .help:
      return [.say(.help(prompt))] + standing
    case .role(let role):
      if prompt == .role { return begin(role: role) }
    case .note:
      if case .question(let id) = prompt { return stand(at: .note(id)) }
    case .openNote(let id):
      if prompt == .review, notes[id] != nil {
        isNoteOfReview = true
        return stand(at: .note(id))
      }
    case .askSkipped:
      if prompt == .review { return askSkipped(in: nil) }
    case .again(let id):
      if case .areaEnd(let area) = prompt, areaID(id) == area { return ask(id) }
    case .area(let area):
      if prompt == .areas { return enter(area) }
      if prompt == .review { return endOfArea(area) }
    case .areas:
      if prompt != .role, prompt != .done { return chooseArea() }
    case .finish:
      if prompt == .areas || prompt == .beyond { return finishEarly() }
      if case .areaEnd = prompt { return finishEarly() }
      if case .background = prompt { return showReview() }
    case .finishForGood:
      if prompt == .review {
        prompt = .done
        return [.keep(.finished), .show(.finished), .leave]
      }
    case .back:
      if prompt != .role, prompt != .done { return goBack() }
    case .unknown(let text):
      return notUnderstood(text)
    }
    return notUnderstood()
  }

  private var isWritingNote: Bool { if case .note = prompt { true } else { false } }

  /// What Enter does.
  private mutating func next(after seconds: Double) -> [Effect] {
    switch prompt {
    case .question(let id):
      guard let earlier = answers[id] else {
        return occasion.saidForNow[id].map { keep($0, for: id, after: seconds) }
          ?? notUnderstood()
      }
      return [.say(.saved(id, earlier))]
        + (asksRating(of: id) ? askRating(of: id) : goOn(in: areaID(id)))
    case .rating(let id):
      guard let earlier = importance.ratings[id] else { return notUnderstood() }
      return [.say(.rated(id, earlier))] + goOn(in: areaID(id))
    case .background(let id):
      return choose(background[id] ?? [], for: id)
    case .note(let id):
      return note("", for: id)
    case .noneOfArea(let area):
      return goOn(in: area)
    case .lookAgain(let area):
      return close(area)
    case .picks(let area):
      return pick(picks(in: area), in: area)
    case .areaEnd(let area):
      return owesPicks(in: area) ? askPicks(in: area) : goOn(in: nextArea(after: area))
    case .areas:
      return nextToEnter.map { enter($0) } ?? goOn(in: nil)
    case .topThree:
      return pickTop(importance.top)
    case .beyond:
      // Whoever chose the core form says so where they want more, and what is finished stays finished.
      return breadth == .core ? notUnderstood() : askBeyond()
    case .role:
      guard case .settled(let role) = roleToKeep else { return notUnderstood() }
      return begin(role: role)
    case .review, .done:
      return notUnderstood()
    }
  }
}

extension Questionnaire {
  /// How much is asked first; the rest waits until the person wants it.
  public enum Breadth: Hashable, Sendable {
    /// The core statements, whatever the role asks.
    case core
    /// What the role asks; everything without a role.
    case byRole
    /// Everything, whatever the role asks.
    case everything

    /// How much an assessment asks first that is for the person's own use.
    public init(of form: QuestionnaireForm) {
      switch form {
      case .full: self = .byRole
      case .core: self = .core
      }
    }
  }

  /// The statements that are asked first of a role; `nil` where these are all.
  func first(for role: RoleID?) -> Set<CompetencyID>? {
    let statements =
      switch breadth {
      case .core: framework.coreStatements
      case .byRole, .everything: role.map(framework.statements) ?? []
      }
    return statements.isEmpty ? nil : statements
  }
}

extension Framework {
  /// The statements that a role asks.
  fileprivate func statements(for role: RoleID) -> Set<CompetencyID> {
    Set(competencies.filter { $0.targets[role] != nil }.map(\.id))
  }
}

extension StoredAssessment {
  /// How much its questionnaire asks first: a campaign asks whatever it asks at once.
  public var breadth: Questionnaire.Breadth {
    invitation == nil ? Questionnaire.Breadth(of: assessment.form) : .everything
  }
}

/// What stands before the person at a prompt, as often as it has to be shown.
extension Questionnaire {
  /// What is asked now, to be shown again: after help, after what meant nothing, on a cleared screen.
  public var standing: [Effect] {
    switch prompt {
    case .role: [.show(.roles(roleToKeep))]
    case .areas: nextToEnter.map { [.show(.areas(next: $0))] } ?? []
    case .question(let id): question(id).map { [.show(.question($0))] } ?? []
    case .rating(let id): [.show(.rating(id, earlier: importance.ratings[id]))]
    case .note(let id): [.show(.note(id, earlier: notes[id]))]
    case .noneOfArea(let area): [.show(.noneOfArea(area))]
    case .lookAgain(let id):
      framework.area(id).flatMap(uniformLevel).map { [.show(.lookAgain(id, $0))] } ?? []
    case .picks(let area): [.show(.answers(area)), .show(.picks(area))]
    case .areaEnd(let area):
      [.show(.answers(area)), .show(.areaEnd(next: nextArea(after: area)))]
    case .beyond: [.show(.beyond(beyond.count, minutes: pace.minutes(for: beyond.count)))]
    case .topThree: [.show(.topThree(topCandidates))]
    case .background(let id): [.show(.background(id, showsPurpose: false))]
    case .review: [.show(.review)]
    case .done: []
    }
  }

  mutating func stand(at place: Prompt) -> [Effect] {
    prompt = place
    return standing
  }

  func notUnderstood(_ text: String = "") -> [Effect] {
    [.say(.notUnderstood(text, prompt))] + standing
  }

  private func question(_ id: CompetencyID) -> Question? {
    guard let area = areaID(id).flatMap(framework.area), let competency = framework.competency(id)
    else { return nil }
    // One that goes beyond what is asked first may be asked all the same, where the person chose it.
    let asked = area.competencies.filter { $0.id == id || isAsked($0, of: area.id) }
    let isExtra = !isAsked(competency, of: area.id)
    let others = answers.keys.count { $0 != id }
    return Question(
      competency: competency, area: area,
      placeInArea: (asked.firstIndex { $0.id == id } ?? 0) + 1, countInArea: asked.count,
      number: others + 1, total: progress().total + (isExtra ? 1 : 0),
      minutesLeft: pace.minutes(for: max(1, open.count)), earlier: answers[id],
      saidForNow: occasion.saidForNow[id],
      showsRule: !area.competencies.contains { $0.id != id && answers[$0.id] != nil })
  }
}

/// One statement as it is put to a person.
public struct Question: Equatable, Sendable {
  /// The competency that is asked.
  public let competency: Competency
  /// The area it belongs to.
  public let area: Area
  /// Its place among those that are asked of the area, counted from 1.
  public let placeInArea: Int
  /// How many are asked of the area.
  public let countInArea: Int
  /// How many statements have been dealt with, this one included.
  public let number: Int
  /// How many statements are asked in all.
  public let total: Int
  /// About how long the rest takes, this one included.
  public let minutesLeft: Int
  /// What the person said before, when the statement is asked again.
  public let earlier: Answer?
  /// What the person said for now, when the same is asked for another time.
  public let saidForNow: Answer?
  /// Whether it is said how to choose among the levels: until something of the area is answered.
  public let showsRule: Bool
}

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
