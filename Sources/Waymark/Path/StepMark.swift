package import FoundationEssentials
package import WaymarkBasics

/// What becomes of a step of the last path, or of something in the catalogue.
package enum StepMark: Hashable, Sendable {
  /// That it was done or dropped is taken back, by its number in the log, its title or its id.
  case again(String)
  /// It was done, by its number in the path, its title or its id; on this day, or today.
  case done(String, on: CalendarDate?, note: String?)
  /// It is not wanted, by its number in the path, its title or its id.
  case drop(String)

  /// Why one cannot be carried out.
  package enum Problem: Hashable, Sendable {
    /// Nothing was done or dropped that could be taken back.
    case nothingToTakeBack
    /// The last path has no step of this number, but so many.
    case noStep(StepMark, steps: Int)
    /// Nothing in the log has this number, the greatest number there is.
    case noNumber(StepMark, last: Int)
    /// Nothing has this id or title; what there is to choose from.
    case unknown(StepMark, known: [ID<LearningResource>])
  }

  /// Everything that cannot be carried out.
  package struct Faults: Error, Hashable, Sendable {
    /// What cannot be, in order.
    package let problems: [Problem]
  }

  /// What was carried out, each with its number in the log.
  package enum Outcome: Hashable, Sendable {
    /// It is among what can be a step again.
    case takenBack(Int, title: String)
    /// It was neither done nor dropped any more, and nothing has changed.
    case alreadyTakenBack(Int, title: String)
    /// It is kept as done; whether the person has rated since, so that their levels stand as they are.
    case done(Int, title: String, on: CalendarDate, isRatedSince: Bool)
    /// It was kept as done before, and nothing has changed.
    case alreadyDone(Int, title: String, on: CalendarDate)
    /// It is no step from now on.
    case dropped(Int, title: String)
    /// It was no step before, and nothing has changed.
    case alreadyDropped(Int, title: String)
  }
}

extension LearningLog {
  /// Carries out what becomes of steps; all of it, or nothing when one cannot be.
  ///
  /// To say again what is so already changes nothing: a command is soon sent off twice.
  /// - Parameters:
  ///   - marks: in the order in which they are carried out.
  ///   - catalogue: what has an id; workshops can be done, but are never dropped.
  ///   - rated: the assessments that results are made from, the last one first, with their days.
  ///   - language: the language of the titles.
  /// - Returns: what was done about each.
  package mutating func carryOut(
    _ marks: [StepMark], on today: CalendarDate, catalogue: Catalogue,
    rated: [(id: UUID, day: CalendarDate)], language: LanguageTag
  ) throws(StepMark.Faults) -> [StepMark.Outcome] {
    var changed = self
    var problems: [StepMark.Problem] = []
    var outcomes: [StepMark.Outcome] = []
    let resources = catalogue.entries(language)
    for mark in marks {
      let found: Result<StepMark.Outcome, Unfound> =
        switch mark {
        case .again(let name): changed.takeBack(name, mark, titles: resources)
        case .done(let name, let day, let note):
          step(name, of: mark, among: resources + catalogue.workshopEntries(language)).map {
            let day = day ?? changed.done(of: $0.resource)?.day ?? today
            return changed.markDone($0, on: day, note: note, rated: rated)
          }
        case .drop(let name):
          step(name, of: mark, among: resources).map { changed.markDropped($0) }
        }
      switch found {
      case .failure(let problem): problems.append(problem.problem)
      case .success(let outcome): outcomes.append(outcome)
      }
    }
    guard problems.isEmpty else { throw StepMark.Faults(problems: problems) }
    self = changed
    return outcomes
  }

  private struct Unfound: Error { let problem: StepMark.Problem }

  private func done(of resource: ID<LearningResource>) -> DoneStep? {
    done.first { $0.resource == resource }
  }

  private mutating func markDone(
    _ step: KeptPath.Step, on day: CalendarDate, note: String?,
    rated: [(id: UUID, day: CalendarDate)]
  ) -> StepMark.Outcome {
    let assessment = rated.first { $0.day <= day }?.id
    let before = done(of: step.resource)
    if let before, before.day == day, note == nil || note == before.note {
      return .alreadyDone(number(of: step), title: step.title, on: day)
    }
    keep(
      DoneStep(
        resource: step.resource, title: step.title, day: day, note: note ?? before?.note,
        serves: step.serves, assessment: assessment))
    return .done(
      number(of: step), title: step.title, on: day,
      isRatedSince: !rated.isEmpty && assessment != rated.first?.id)
  }

  private mutating func markDropped(_ step: KeptPath.Step) -> StepMark.Outcome {
    if let record = done(of: step.resource) {
      return .alreadyDone(number(of: step), title: step.title, on: record.day)
    }
    guard !dropped.contains(step.resource) else {
      return .alreadyDropped(number(of: step), title: step.title)
    }
    drop(step.resource, title: step.title)
    return .dropped(number(of: step), title: step.title)
  }

  private func number(of step: KeptPath.Step) -> Int { number(of: step.resource) ?? 0 }

  private mutating func takeBack(
    _ name: String, _ mark: StepMark, titles: [KeptPath.Step]
  ) -> Result<StepMark.Outcome, Unfound> {
    guard !marked.isEmpty else { return .failure(Unfound(problem: .nothingToTakeBack)) }
    let entries = marked.map { entry in
      titles.first { $0.resource == entry.resource }
        ?? KeptPath.Step(resource: entry.resource, title: entry.title, day: nil, serves: [])
    }
    let place: Int?
    if name.isDigits {
      guard let number = Int(digits: name), entries.indices.contains(number - 1) else {
        return .failure(Unfound(problem: .noNumber(mark, last: entries.count)))
      }
      place = number - 1
    } else {
      let found = Self.named(name, among: entries)
      place = entries.firstIndex { $0.resource == found?.resource }
    }
    guard let place else {
      let known = entries.map(\.resource).sorted()
      return .failure(Unfound(problem: .unknown(mark, known: known)))
    }
    let entry = entries[place]
    return .success(
      takeBack(entry.resource)
        ? .takenBack(place + 1, title: entry.title)
        : .alreadyTakenBack(place + 1, title: entry.title))
  }

  /// A step of the last path by its number, or something by its id or title.
  private func step(
    _ name: String, of mark: StepMark, among entries: [KeptPath.Step]
  ) -> Result<KeptPath.Step, Unfound> {
    let steps = path?.steps ?? []
    if name.isDigits {
      guard let number = Int(digits: name), steps.indices.contains(number - 1) else {
        return .failure(Unfound(problem: .noStep(mark, steps: steps.count)))
      }
      return .success(steps[number - 1])
    }
    if let found = Self.named(name, among: steps) ?? Self.named(name, among: entries) {
      return .success(found)
    }
    let known = Set(entries.map(\.resource)).sorted()
    return .failure(Unfound(problem: .unknown(mark, known: known)))
  }

  /// What has this id, or this title, or a title that begins so as no other does.
  private static func named(_ name: String, among entries: [KeptPath.Step]) -> KeptPath.Step? {
    let name = name.lowercased()
    if let found = entries.first(where: {
      $0.resource.folded == name || $0.title.lowercased() == name
    }) {
      return found
    }
    let beginning = entries.filter { !name.isEmpty && $0.title.lowercased().hasPrefix(name) }
    return beginning.count == 1 ? beginning.first : nil
  }
}

extension Catalogue {
  fileprivate func entries(_ language: LanguageTag) -> [KeptPath.Step] {
    resources.map { resource in
      KeptPath.Step(
        resource: resource.id, title: resource.title.text(in: language), day: nil,
        serves: resource.serves)
    }
  }

  /// Workshops: what was done is remembered by one kind of id, as both stand in the same catalogues.
  fileprivate func workshopEntries(_ language: LanguageTag) -> [KeptPath.Step] {
    workshops.compactMap { offer in
      ID<LearningResource>(offer.id.description).map { id in
        KeptPath.Step(
          resource: id, title: offer.title.text(in: language), day: nil, serves: offer.serves)
      }
    }
  }
}

/// One page for the talk with a supervisor: what the person chose to show, and nothing else.
///
/// It holds no level that was given and nothing that was not chosen.
package struct SupervisorSheet: Equatable, Sendable {
  /// The most goals there are on a sheet.
  package static let goalLimit = 3

  /// Statements that the person does well, as they chose them.
  package let strengths: [Competency]
  /// Steps of the path that are the person's goals.
  package let goals: [LearningPath.Step]
  /// What the person needs for them, a line each.
  package let help: [String]

  /// What a person ticks, by what it is called where it is shown.
  package struct Ticks: Hashable, Sendable {
    /// Statements, by their ids.
    package var strengths: [String] = []
    /// Steps, by their numbers in the path.
    package var goals: [Int] = []
    /// What is needed, a line each.
    package var needs: [String] = []

    package init(strengths: [String] = [], goals: [Int] = [], needs: [String] = []) {
      self.strengths = strengths
      self.goals = goals
      self.needs = needs
    }
  }

  /// Why a sheet cannot be made of what was ticked.
  package enum Problem: Error, Hashable, Sendable {
    /// Nothing was ticked.
    case nothing
    /// A strength or a goal was ticked more than once.
    case twice
    /// There are more goals than fit on the page.
    case tooManyGoals
    /// The steps are not those of the path that was seen last, so that nobody knows their numbers.
    case notSeen
    /// Nothing that the person does well has this id; what there is to choose from.
    case noStrength(String, known: [CompetencyID])
    /// The path has no step of this number, but so many.
    case noStep(Int, steps: Int)
  }

  /// Whether the steps of a path have the numbers that a person saw last.
  package static func areNumbersSeen(_ path: LearningPath, _ seen: KeptPath?) -> Bool {
    seen.map { $0.steps.map(\.resource) == path.steps.map(\.resource.id) } ?? false
  }

  /// What can be chosen as a strength.
  package static func strengths(of path: LearningPath) -> [Competency] {
    path.profile.strengths.map(\.competency)
  }

  /// The sheet of what was ticked.
  package init(_ ticks: Ticks, of path: LearningPath) throws(Problem) {
    guard Set(ticks.goals).count == ticks.goals.count,
      Set(ticks.strengths.map { $0.lowercased() }).count == ticks.strengths.count
    else { throw .twice }
    guard ticks.goals.count <= Self.goalLimit else { throw .tooManyGoals }
    let known = Self.strengths(of: path)
    var strengths: [Competency] = []
    for name in ticks.strengths {
      guard let found = known.first(where: { $0.id.folded == name.lowercased() }) else {
        throw .noStrength(name, known: known.map(\.id))
      }
      strengths.append(found)
    }
    var goals: [LearningPath.Step] = []
    for number in ticks.goals {
      guard number >= 1, number <= path.steps.count else {
        throw .noStep(number, steps: path.steps.count)
      }
      goals.append(path.steps[number - 1])
    }
    guard !strengths.isEmpty || !goals.isEmpty || !ticks.needs.isEmpty else { throw .nothing }
    self.strengths = strengths
    self.goals = goals
    help = ticks.needs
  }
}
