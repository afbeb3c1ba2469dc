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
