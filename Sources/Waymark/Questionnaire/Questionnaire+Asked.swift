public import WaymarkBasics

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
