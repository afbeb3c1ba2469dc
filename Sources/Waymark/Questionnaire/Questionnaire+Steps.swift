public import WaymarkBasics

extension Questionnaire {
  /// The picks that the top three are chosen from, in the framework's order; none where importance
  /// is not picked.
  public var topCandidates: [CompetencyID] {
    guard occasion.importance == .picks else { return [] }
    return framework.competencies.map(\.id).filter(importance.picked.contains)
  }

  /// The picks in an area, in the framework's order.
  public func picks(in id: AreaID) -> [CompetencyID] {
    framework.area(id)?.competencies.map(\.id).filter(importance.picked.contains) ?? []
  }

  package func areaID(_ id: CompetencyID) -> AreaID? {
    framework.areas.first { $0.competencies.contains { $0.id == id } }?.id
  }

  /// The area that the prompt is about, when it is about one.
  var areaOfPrompt: AreaID? {
    switch prompt {
    case .question(let id), .rating(let id), .note(let id): areaID(id)
    case .noneOfArea(let area), .lookAgain(let area), .picks(let area), .areaEnd(let area): area
    case .role, .areas, .beyond, .topThree, .background, .review, .done: nil
    }
  }

  /// Whether a statement is asked in this run, so that what is given to it can be kept: it is of an
  /// area that is asked, or of the one that the person has gone to, or was answered before.
  func isAsked(_ id: CompetencyID) -> Bool {
    guard hasBegun, prompt != .done, let area = areaID(id) else { return false }
    return scope.contains(area) || areaOfPrompt == area || answers[id] != nil
  }

  func firstOpen(in area: Area) -> Competency? {
    asked(of: area).first { answers[$0.id] == nil }
  }

  func isComplete(_ id: AreaID) -> Bool {
    framework.area(id).map { firstOpen(in: $0) == nil } ?? true
  }

  // MARK: - Steps

  mutating func begin(role: RoleID?) -> [Effect] {
    hasBegun = true
    settle(role)
    return [.keep(.role(role))] + chooseArea()
  }

  mutating func chooseArea() -> [Effect] {
    skippedRound = nil
    guard let next = nextToEnter else { return showReview() }
    if scope.count == 1 || occasion.workshop != nil { return goOn(in: next) }
    return stand(at: .areas)
  }

  /// The area that Enter leads to where areas are chosen.
  var nextToEnter: AreaID? {
    scope.first { !isComplete($0) } ?? scope.first { progress(in: $0).open > 0 } ?? scope.first
  }

  /// Goes to an area that was chosen: to what is open of it, to what was skipped, to what goes beyond
  /// what is asked first, or else to its answers.
  mutating func enter(_ id: AreaID) -> [Effect] {
    guard isComplete(id) else { return goOn(in: id) }
    let state = progress(in: id)
    if state.skipped > 0 { return askSkipped(in: id) }
    if state.beyond > 0, state.total == 0 {
      wholeAreas.insert(id)
      return goOn(in: id)
    }
    return endOfArea(id)
  }

  /// Asks the next open statement of the area, or closes the area.
  mutating func goOn(in id: AreaID?) -> [Effect] {
    if skippedRound != nil { return goOnSkipped() }
    guard let area = id.flatMap(framework.area) else {
      guard openElsewhere == 0 else { return leaveTheRest() }
      return beyond.isEmpty ? closeAll() : stand(at: .beyond)
    }
    if let competency = firstOpen(in: area) { return ask(competency.id) }
    if !uniformAsked.contains(area.id), let level = uniformLevel(of: area) {
      uniformAsked.insert(area.id)
      prompt = .lookAgain(area.id)
      return [.show(.lookAgain(area.id, level))]
    }
    return close(area.id)
  }

  mutating func ask(_ id: CompetencyID) -> [Effect] {
    areaID(id) == nil ? [] : stand(at: .question(id))
  }

  mutating func goOnUnlessRefused(_ area: AreaID) -> [Effect] {
    let last = history.suffix(Self.refusalsInRow)
    let open = framework.area(area).map { asked(of: $0).count { answers[$0.id] == nil } } ?? 0
    // For a single statement, a question about the rest would only be one more question.
    guard !refusalsAsked.contains(area), open > 1, last.count == Self.refusalsInRow,
      last.allSatisfy({ answers[$0] == .notPartOfMyWork && areaID($0) == area })
    else { return goOn(in: area) }
    refusalsAsked.insert(area)
    return stand(at: .noneOfArea(area))
  }

  mutating func refuseRest(of id: AreaID) -> [Effect] {
    guard let area = framework.area(id) else { return [] }
    let open = asked(of: area).map(\.id).filter { answers[$0] == nil }
    for id in open {
      answers[id] = .notPartOfMyWork
      history.append(id)
    }
    return open.map { .keep(.answer($0, .notPartOfMyWork, seconds: 0)) }
      + [.say(.areaNotMyWork(id, count: open.count))] + goOn(in: id)
  }

  func uniformLevel(of area: Area) -> Level? {
    let levels = asked(of: area).map { answers[$0.id]?.level }
    guard levels.count >= Self.uniformArea, let level = levels.first ?? nil,
      levels.allSatisfy({ $0 == level })
    else { return nil }
    return level
  }

  /// Lists an area's answers, then asks what matters most where anything was rated; the very short form
  /// goes on at once.
  mutating func close(_ id: AreaID) -> [Effect] {
    if owesPicks(in: id) { return askPicks(in: id) }
    return occasion.workshop == nil ? endOfArea(id) : goOn(in: nextArea(after: id))
  }

  func isRated(_ id: AreaID) -> Bool {
    framework.area(id)?.competencies.contains { answers[$0.id]?.level != nil } ?? false
  }

  mutating func askPicks(in id: AreaID) -> [Effect] {
    stand(at: .picks(id))
  }

  mutating func endOfArea(_ id: AreaID) -> [Effect] {
    stand(at: .areaEnd(id))
  }

  /// The first area after this one that still has open statements, going round once.
  func nextArea(after id: AreaID) -> AreaID? {
    guard let place = scope.firstIndex(of: id) else { return scope.first { !isComplete($0) } }
    return (scope[(place + 1)...] + scope[..<place]).first { !isComplete($0) }
  }

  /// The areas that were asked for are done; the others wait for another sitting.
  mutating func leaveTheRest() -> [Effect] {
    prompt = .done
    return [.say(.othersWait(openElsewhere)), .leave]
  }

  mutating func finishEarly() -> [Effect] {
    answers.isEmpty ? [.say(.nothingToFinish)] : closeAll()
  }

  mutating func closeAll() -> [Effect] {
    let candidates = topCandidates
    switch candidates.count {
    case 0:
      return askBackground()
    case 1:
      importance.top = candidates
      return [.keep(.importance(importance))] + askBackground()
    default:
      return stand(at: .topThree)
    }
  }

  /// Whether the prompt stands behind the top three of all.
  var isAfterStatements: Bool {
    if case .background = prompt { true } else { prompt == .review }
  }

  mutating func showReview() -> [Effect] {
    skippedRound = nil
    return stand(at: .review)
  }

  mutating func goBack() -> [Effect] {
    if case .areaEnd(let area) = prompt, isRated(area), occasion.importance == .picks {
      return askPicks(in: area)
    }
    if case .rating(let id) = prompt { return [.say(.backTo(id, answers[id]))] + ask(id) }
    if let field = fieldBefore(prompt) {
      return [.say(.backToBackground(field.id))] + ask(field)
    }
    if isAfterStatements, topCandidates.count > 1 { return closeAll() }
    if prompt == .topThree || prompt == .review, !beyond.isEmpty, open.isEmpty {
      return stand(at: .beyond)
    }
    var place = history.endIndex
    if case .question(let current) = prompt, let here = history.firstIndex(of: current) {
      place = here
    }
    guard place > history.startIndex else {
      return isRoleGiven || !answers.isEmpty
        ? [.say(.nothingBefore)] + standing : [.say(.backToRole)] + stand(at: .role)
    }
    let id = history[place - 1]
    return [.say(.backTo(id, answers[id]))] + ask(id)
  }
}

/// What is asked: first what the role or the core form asks, and what goes beyond it where the person
/// wants that.
extension Questionnaire {
  /// How far a person has come with what is asked of them, in all or in one area.
  public struct Progress: Equatable, Sendable {
    /// How many statements have an answer; to skip one is no answer.
    public let answered: Int
    /// How many were skipped.
    public let skipped: Int
    /// How many are asked.
    public let total: Int
    /// How many more there are that go beyond what is asked first.
    public let beyond: Int
    /// About how long those take that are asked and have no answer.
    public let minutesLeft: Int

    /// How many that are asked have no answer, those that were skipped among them.
    public var open: Int { total - answered }
  }

  /// What was skipped, asked once more.
  struct SkippedRound: Equatable, Sendable {
    var left: [CompetencyID]
    /// The area it is about, which is closed after it; `nil` leads back to the review.
    let area: AreaID?
  }

  /// How far the person has come, in all or in an area.
  public func progress(in id: AreaID? = nil) -> Progress {
    let areas = framework.areas.filter { id == nil || $0.id == id }
    var (answered, skipped, total, beyond) = (0, 0, 0, 0)
    for area in areas {
      for competency in area.competencies {
        guard isAsked(competency, of: area.id) else {
          beyond += 1
          continue
        }
        total += 1
        switch answers[competency.id] {
        case nil: break
        case .skipped?: skipped += 1
        case .level?, .notPartOfMyWork?, .cannotJudge?: answered += 1
        }
      }
    }
    return Progress(
      answered: answered, skipped: skipped, total: total, beyond: beyond,
      minutesLeft: pace.minutes(for: total - answered))
  }

  /// The areas that can be done in so many minutes, in their order, each that still fits; where none fits
  /// the shortest, and none where all that is open can be done, or only one area is asked.
  public func areas(forMinutes minutes: Int) -> [AreaID] {
    let areas = scope.map { (id: $0, open: progress(in: $0).open) }.filter { $0.open > 0 }
    guard areas.count > 1, pace.minutes(for: areas.reduce(0) { $0 + $1.open }) > minutes else {
      return []
    }
    var open = 0
    let fitting = areas.filter { area in
      guard pace.minutes(for: open + area.open) <= minutes else { return false }
      open += area.open
      return true
    }
    let shortest = areas.min { $0.open < $1.open }.map { [$0] } ?? []
    return (fitting.isEmpty ? shortest : fitting).map(\.id)
  }

  /// The competencies of the scope that are asked and have no answer yet, in order.
  public var open: [Competency] {
    scope.compactMap(framework.area).flatMap { asked(of: $0) }.filter { answers[$0.id] == nil }
  }

  /// How many statements of areas that are not asked now have no answer yet.
  public var openElsewhere: Int {
    framework.areas.filter { !scope.contains($0.id) }.flatMap { asked(of: $0) }
      .count { answers[$0.id] == nil }
  }

  /// The competencies of the scope that go beyond what is asked first and have no answer, in order.
  var beyond: [Competency] {
    scope.compactMap(framework.area).flatMap { area in
      area.competencies.filter { !isAsked($0, of: area.id) }
    }
  }

  /// What is asked of an area, in order.
  func asked(of area: Area) -> [Competency] {
    area.competencies.filter { isAsked($0, of: area.id) }
  }

  /// Whether a statement is asked: it is asked first, it was answered, or everything of its area is asked.
  public func isAsked(_ competency: Competency, of area: AreaID) -> Bool {
    guard let askedFirst, !wholeAreas.contains(area) else { return true }
    return askedFirst.contains(competency.id) || answers[competency.id] != nil
  }

  /// The statements that a role asks.
  public func statements(for role: RoleID) -> Int {
    framework.competencies.count { $0.targets[role] != nil }
  }

  /// The role that Enter keeps where it is asked: the one of last time, or the one that was chosen before;
  /// `ask` where there is none.
  var roleToKeep: RoleChoice {
    switch role {
    case .ask, .settled: role
    case .offered(let role): framework.role(role).map { .settled($0.id) } ?? .ask
    }
  }

  mutating func settle(_ role: RoleID?) {
    self.role = .settled(role)
    askedFirst = first(for: role)
  }

  /// Goes on beyond what is asked first where that was what the person did last.
  mutating func goOnBeyond() {
    guard let askedFirst, open.isEmpty, openElsewhere == 0, let last = history.last,
      !askedFirst.contains(last)
    else { return }
    wholeAreas.formUnion(scope)
  }

  /// Asks what goes beyond what is asked first as well.
  mutating func askBeyond() -> [Effect] {
    wholeAreas.formUnion(scope)
    return goOn(in: scope.first { !isComplete($0) })
  }

  /// Asks once more what was skipped, in an area or in all.
  mutating func askSkipped(in area: AreaID?) -> [Effect] {
    let skipped = framework.competencies.map(\.id).filter { id in
      answers[id] == .skipped && (area == nil || areaID(id) == area)
    }
    guard !skipped.isEmpty else { return notUnderstood() }
    skippedRound = SkippedRound(left: skipped, area: area)
    return goOnSkipped()
  }

  mutating func goOnSkipped() -> [Effect] {
    if let next = skippedRound?.left.first {
      skippedRound?.left.removeFirst()
      return ask(next)
    }
    let area = skippedRound?.area
    skippedRound = nil
    return area.map { close($0) } ?? showReview()
  }
}
