package import FoundationEssentials
package import WaymarkBasics

/// What becomes of a step of the last path, or of something in the catalogue.
package enum StepMark: Hashable, Sendable {
  /// That it was done or dropped is taken back, by the id of the resource.
  case again(String)
  /// It was done, by its number or id.
  case done(String, on: CalendarDate, note: String?)
  /// It is not wanted, by its number or id.
  case drop(String)

  /// Why one cannot be carried out.
  package enum Problem: Hashable, Sendable {
    /// Nothing was done or dropped that could be taken back.
    case nothingToTakeBack
    /// The last path has no step of this number, but so many.
    case noStep(StepMark, steps: Int)
    /// Nothing has this id; what there is to choose from.
    case unknown(StepMark, known: [ID<LearningResource>])
  }

  /// Everything that cannot be carried out.
  package struct Faults: Error, Hashable, Sendable {
    /// What cannot be, in order.
    package let problems: [Problem]
  }

  /// What was carried out.
  package enum Outcome: Hashable, Sendable {
    /// It is among what can be a step again.
    case takenBack(ID<LearningResource>)
    /// It is kept as done.
    case done(title: String, on: CalendarDate)
    /// It is no step from now on.
    case dropped(ID<LearningResource>, title: String)
  }
}

extension LearningLog {
  /// Carries out what becomes of steps; all of it, or nothing when one cannot be.
  ///
  /// - Parameters:
  ///   - marks: in the order in which they are carried out.
  ///   - catalogue: what has an id; workshops can be done, but are never dropped.
  ///   - rated: the assessments that results are made from, the last one first, with their days.
  ///   - language: the language of the titles.
  /// - Returns: what was done about each.
  package mutating func carryOut(
    _ marks: [StepMark], catalogue: Catalogue, rated: [(id: UUID, day: CalendarDate)],
    language: LanguageTag
  ) throws(StepMark.Faults) -> [StepMark.Outcome] {
    var changed = self
    var problems: [StepMark.Problem] = []
    var outcomes: [StepMark.Outcome] = []
    for mark in marks {
      switch mark {
      case .again(let name):
        let known = dropped.union(done.map(\.resource)).sorted()
        guard !known.isEmpty else {
          problems.append(.nothingToTakeBack)
          continue
        }
        guard let id = known.first(where: { $0.folded == name.lowercased() }) else {
          problems.append(.unknown(mark, known: known))
          continue
        }
        _ = changed.takeBack(id)
        outcomes.append(.takenBack(id))
      case .done(let name, let day, let note):
        let entries = catalogue.entries(language) + catalogue.workshopEntries(language)
        switch step(name, of: mark, among: entries) {
        case .failure(let problem): problems.append(problem.problem)
        case .success(let step):
          changed.keep(
            DoneStep(
              resource: step.resource, title: step.title, day: day, note: note,
              serves: step.serves, assessment: rated.first { $0.day <= day }?.id))
          outcomes.append(.done(title: step.title, on: day))
        }
      case .drop(let name):
        switch step(name, of: mark, among: catalogue.entries(language)) {
        case .failure(let problem): problems.append(problem.problem)
        case .success(let step):
          changed.drop(step.resource)
          outcomes.append(.dropped(step.resource, title: step.title))
        }
      }
    }
    guard problems.isEmpty else { throw StepMark.Faults(problems: problems) }
    self = changed
    return outcomes
  }

  private struct Unfound: Error { let problem: StepMark.Problem }

  /// A step of the last path by its number, or something by its id.
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
    if let found = (steps + entries).first(where: { $0.resource.folded == name.lowercased() }) {
      return .success(found)
    }
    let known = Set(entries.map(\.resource)).sorted()
    return .failure(Unfound(problem: .unknown(mark, known: known)))
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

  /// Takes what was chosen; goals beyond the third are left out.
  package init(strengths: [Competency], goals: [LearningPath.Step], help: [String]) {
    self.strengths = strengths
    self.goals = Array(goals.prefix(Self.goalLimit))
    self.help = help
  }

  /// Whether nothing was chosen.
  package var isEmpty: Bool { strengths.isEmpty && goals.isEmpty && help.isEmpty }
}
