public import WaymarkBasics

extension Questionnaire {
  /// The competencies of the scope that have no answer yet, in order.
  public var open: [Competency] {
    scope.compactMap(framework.area).flatMap(\.competencies).filter { answers[$0.id] == nil }
  }

  /// How many statements of areas that are not asked now have no answer yet.
  public var openElsewhere: Int {
    framework.areas.filter { !scope.contains($0.id) }.flatMap(\.competencies)
      .count { answers[$0.id] == nil }
  }

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
    case .role, .areas, .topThree, .background, .review, .done: nil
    }
  }

  /// Whether a statement is asked in this run, so that what is given to it can be kept: it is of an
  /// area that is asked, or of the one that the person has gone to, or was answered before.
  func isAsked(_ id: CompetencyID) -> Bool {
    guard hasBegun, prompt != .done, let area = areaID(id) else { return false }
    return scope.contains(area) || areaOfPrompt == area || answers[id] != nil
  }

  func firstOpen(in area: Area) -> Competency? {
    area.competencies.first { answers[$0.id] == nil }
  }

  func isComplete(_ id: AreaID) -> Bool {
    framework.area(id).map { firstOpen(in: $0) == nil } ?? true
  }

  // MARK: - Steps

  mutating func begin(role: RoleID?) -> [Effect] {
    hasBegun = true
    return [.keep(.role(role))] + chooseArea()
  }

  mutating func chooseArea() -> [Effect] {
    guard let next = scope.first(where: { !isComplete($0) }) ?? scope.first else {
      return showReview()
    }
    if scope.count == 1 || occasion.workshop != nil { return goOn(in: next) }
    prompt = .areas
    return [.show(.areas(next: next))]
  }

  /// Asks the next open statement of the area, or closes the area.
  mutating func goOn(in id: AreaID?) -> [Effect] {
    guard let area = id.flatMap(framework.area) else {
      return openElsewhere == 0 ? closeAll() : leaveTheRest()
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
            saidForNow: occasion.saidForNow[id],
            showsKeys: showsKeys)))
    ]
  }

  mutating func goOnUnlessRefused(_ area: AreaID) -> [Effect] {
    let last = history.suffix(Self.refusalsInRow)
    let open = framework.area(area)?.competencies.count { answers[$0.id] == nil } ?? 0
    // For a single statement, a question about the rest would only be one more question.
    guard !refusalsAsked.contains(area), open > 1, last.count == Self.refusalsInRow,
      last.allSatisfy({ answers[$0] == .notPartOfMyWork && areaID($0) == area })
    else { return goOn(in: area) }
    refusalsAsked.insert(area)
    prompt = .noneOfArea(area)
    return [.show(.noneOfArea(area))]
  }

  mutating func refuseRest(of id: AreaID) -> [Effect] {
    guard let area = framework.area(id) else { return [] }
    let open = area.competencies.map(\.id).filter { answers[$0] == nil }
    for id in open {
      answers[id] = .notPartOfMyWork
      history.append(id)
    }
    return open.map { .keep(.answer($0, .notPartOfMyWork, seconds: 0)) }
      + [.say(.areaNotMyWork(id, count: open.count))] + goOn(in: id)
  }

  func uniformLevel(of area: Area) -> Level? {
    let levels = area.competencies.map { answers[$0.id]?.level }
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
    prompt = .picks(id)
    return [.show(.answers(id)), .show(.picks(id))]
  }

  mutating func endOfArea(_ id: AreaID) -> [Effect] {
    prompt = .areaEnd(id)
    return [.show(.answers(id)), .show(.areaEnd(next: nextArea(after: id)))]
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
      prompt = .topThree
      return [.show(.topThree(candidates))]
    }
  }

  /// Whether the prompt stands behind the top three of all.
  var isAfterStatements: Bool {
    if case .background = prompt { true } else { prompt == .review }
  }

  mutating func showReview() -> [Effect] {
    prompt = .review
    return [.show(.review)]
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
    var place = history.endIndex
    if case .question(let current) = prompt, let here = history.firstIndex(of: current) {
      place = here
    }
    guard place > history.startIndex else { return [.say(.nothingBefore)] }
    let id = history[place - 1]
    return [.say(.backTo(id, answers[id]))] + ask(id)
  }
}
