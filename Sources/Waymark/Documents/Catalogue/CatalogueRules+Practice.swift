import WaymarkBasics

extension CatalogueRules {
  /// A level step with everything that is done for it, in the order of the document.
  private struct PracticeStep {
    let service: LearningResource.Service
    let place: LineAndColumn
    var parts: [PracticePart] = []
    /// Where the doing itself stands.
    var doing: LineAndColumn?
  }

  /// The practice steps: what is done for one level step is one resource, which has the id `practice.`
  /// with the competency and the level before it, and the doing itself as its title.
  mutating func practice() -> [LearningResource] {
    var steps: [PracticeStep] = []
    var places: [LearningResource.Service: Int] = [:]
    for draft in draft.practice {
      let part = part(draft)
      guard
        let service = service(
          .init(
            competency: draft.competency, from: draft.from, to: (draft.from ?? 0) + 1,
            at: draft.place))
      else { continue }
      let place = places[service] ?? steps.endIndex
      if place == steps.endIndex {
        places[service] = place
        steps.append(PracticeStep(service: service, place: draft.place))
      }
      if draft.kind == PracticePart.Kind.do.rawValue {
        if let earlier = steps[place].doing {
          check.report(
            .repeatedDoing(service.competency, from: service.from.rank, line: earlier.line),
            at: draft.place)
        } else {
          steps[place].doing = draft.place
        }
      }
      if let part { steps[place].parts.append(part) }
    }
    return steps.compactMap { resource($0) }
  }

  private mutating func part(_ draft: CatalogueDraft.Practice) -> PracticePart? {
    let place = draft.place
    let text = check.text(draft.text, "do", at: place)
    let alone = check.optionalText(draft.alone, "alone")
    let watch = check.optionalText(draft.watch, "watch")
    let kind: PracticePart.Kind? = check.choice(draft.kind, "kind", at: place)
    guard let kind, let minutes = check.required(draft.minutes, "minutes", at: place) else {
      return nil
    }
    check.requirePositive(minutes, "minutes", at: place)
    return PracticePart(
      kind: kind, text: text, alone: alone, watch: watch, minutes: minutes,
      times: draft.times ?? 1)
  }

  private mutating func resource(_ step: PracticeStep) -> LearningResource? {
    let service = step.service
    guard step.doing != nil else {
      if check.isWhole {
        check.report(.noDoing(service.competency, from: service.from.rank), at: step.place)
      }
      return nil
    }
    // The title is that of the doing; what prepares it is said within it.
    let parts = step.parts.filter { $0.kind == .prepare } + step.parts.filter { $0.kind == .do }
    guard let title = parts.last?.text,
      let id = ids.enter(
        "practice.\(service.competency).\(service.from.rank)", at: step.place, &check)
    else { return nil }
    let minutes = parts.reduce(0) { sum, part in
      let (all, overflows) = sum.addingReportingOverflow(part.minutes)
      return overflows ? .max : all
    }
    return LearningResource(
      id: id, title: title, description: title, provider: nil, url: nil, format: .practice,
      duration: .estimated(minutes: minutes), cost: .free, access: .open,
      languages: [check.language]
        + title.translations.keys.sorted {
          $0.description < $1.description
        }, sighting: nil, status: .listed, serves: [service], practice: parts)
  }
}
