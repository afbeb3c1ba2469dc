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

  private let role: RoleChoice
  var hasBegun: Bool
  var history: [CompetencyID]
  var picksAsked: Set<AreaID> = []
  var refusalsAsked: Set<AreaID> = []
  var uniformAsked: Set<AreaID> = []
  var keysShown: Set<AreaID> = []
  var purposeShown = false

  /// Begins a new assessment, at the role, or at the areas when the role is settled already.
  ///
  /// - Parameter scope: the areas to ask; empty asks all.
  public init(
    _ framework: Framework, language: LanguageTag = .english, scope: [AreaID] = [],
    occasion: Occasion = .own, role: RoleChoice = .ask
  ) {
    self.framework = framework
    self.language = language
    self.occasion = occasion
    let areas = occasion.order(of: framework.areas.map(\.id))
    self.scope = scope.isEmpty ? areas : areas.filter(scope.contains)
    self.role = role
    prompt = role == .ask ? .role : .areas
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
  public init(
    resuming assessment: Assessment, of framework: Framework, language: LanguageTag = .english,
    scope: [AreaID] = [], occasion: Occasion = .own, history: [CompetencyID], seconds: [Double]
  ) {
    self.init(
      framework, language: language, scope: scope, occasion: occasion, role: .settled(nil))
    hasBegun = true
    answers = assessment.answers
    notes = assessment.notes
    importance = assessment.importance
    background = assessment.background
    self.history = history.filter { answers[$0] != nil }
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
      case .ask: invitation + [.show(.welcome), .show(.roles)]
      case .settled(let role): invitation + [.show(.welcome)] + begin(role: role)
      }
    }
    if answers.isEmpty, occasion.view != .now { return [.show(.welcome)] + goOn(in: scope.first) }
    let last = history.last.flatMap(areaID).flatMap { scope.contains($0) ? $0 : nil }
    let answered = answers.count
    let goingOn = resume(in: last ?? scope.first)
    let welcome = Screen.welcomeBack(
      answered: answered, minutesLeft: pace.minutes(for: open.count), next: areaOfPrompt)
    return invitation + [.show(welcome)] + goingOn
  }

  /// Goes on at the very prompt where an earlier sitting was left.
  private mutating func resume(in area: AreaID?) -> [Effect] {
    if let last = history.last, areaID(last) == area, asksRating(of: last),
      importance.ratings[last] == nil
    {
      return askRating(of: last)
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
    case .pasted: return [.say(.pastedNothing)]
    case .noText: return [.say(.notText)]
    case .cancel:
      guard case .note(let id) = prompt else { return [] }
      return [.say(.noNote)] + ask(id)
    case .choose(let options, let id): return choose(options, for: id)
    case .pick(let ids, let area): return pick(ids, in: area)
    case .pickTop(let ids): return pickTop(ids)
    case .noneOfArea(let area, let isSo):
      guard prompt == .noneOfArea(area) else { return [.say(.notKept)] }
      return isSo ? refuseRest(of: area) : next(after: seconds)
    case .lookAgain(let area, let isWanted):
      guard prompt == .lookAgain(area) else { return [.say(.notKept)] }
      return isWanted ? endOfArea(area) : next(after: seconds)
    case .next(let place):
      return place == prompt ? next(after: seconds) : [.say(.notKept)]
    case .stop, .endOfInput:
      prompt = .done
      return [.leave]
    case .help:
      return [.say(.help(prompt))]
    case .role(let role):
      if prompt == .role { return begin(role: role) }
    case .note:
      if case .question(let id) = prompt {
        prompt = .note(id)
        return [.show(.note(id, earlier: notes[id]))]
      }
    case .again(let id):
      if case .areaEnd(let area) = prompt, areaID(id) == area { return ask(id) }
    case .area(let area):
      if prompt == .areas, !isComplete(area) { return goOn(in: area) }
      if prompt == .areas || prompt == .review { return endOfArea(area) }
    case .areas:
      if prompt != .role, prompt != .done { return chooseArea() }
    case .finish:
      if prompt == .areas { return finishEarly() }
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
      return [.say(.notUnderstood(text, prompt))]
    }
    return [.say(.notUnderstood("", prompt))]
  }

  /// What Enter does.
  private mutating func next(after seconds: Double) -> [Effect] {
    switch prompt {
    case .question(let id):
      guard let earlier = answers[id] else {
        return occasion.saidForNow[id].map { keep($0, for: id, after: seconds) }
          ?? [.say(.notUnderstood("", prompt))]
      }
      return [.say(.saved(id, earlier))]
        + (asksRating(of: id) ? askRating(of: id) : goOn(in: areaID(id)))
    case .rating(let id):
      guard let earlier = importance.ratings[id] else {
        return [.say(.notUnderstood("", prompt))]
      }
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
      return goOn(in: scope.first { !isComplete($0) } ?? scope.first)
    case .topThree:
      return pickTop(importance.top)
    case .role, .review, .done:
      return [.say(.notUnderstood("", prompt))]
    }
  }
}

/// One statement as it is put to a person.
public struct Question: Equatable, Sendable {
  /// The competency that is asked.
  public let competency: Competency
  /// The area it belongs to.
  public let area: Area
  /// Its place in the area, counted from 1.
  public let placeInArea: Int
  /// How many statements have been dealt with, this one included.
  public let number: Int
  /// How many statements the whole questionnaire has.
  public let total: Int
  /// About how long the rest takes, this one included.
  public let minutesLeft: Int
  /// What the person said before, when the statement is asked again.
  public let earlier: Answer?
  /// What the person said for now, when the same is asked for another time.
  public let saidForNow: Answer?
  /// Whether the line of keys stands below: on the first question that is shown of an area.
  public let showsKeys: Bool
}
