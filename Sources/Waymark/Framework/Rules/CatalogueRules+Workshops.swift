import WaymarkBasics

extension CatalogueRules {
  mutating func workshop(_ draft: CatalogueDraft.Workshop) -> WorkshopOffer? {
    let place = draft.name.place
    let id = workshopIDs.enter(draft.name.id, at: place, &check)
    let title = check.text(draft.name.title, "title", at: place)
    let description = check.text(draft.description, "description", at: place)
    let setting: WorkshopOffer.Place? = check.choice(draft.setting, "place", at: place)
    let languages = languages(draft.languages, at: place)
    let serves = draft.serves.compactMap { service($0) }
    let requires = draft.requires.compactMap { requirement($0) }
    let numbers = [
      check.required(draft.minutes, "minutes", at: place),
      check.required(draft.seats, "seats", at: place),
      check.required(draft.usd, "usd", at: place),
      check.required(draft.trainerDays, "trainerDays", at: place),
    ].compactMap { $0 }
    guard let id, let setting, numbers.count == 4 else { return nil }
    check.requirePositive(numbers[0], "minutes", at: place)
    check.requirePositive(numbers[1], "seats", at: place)
    check.requireCount(numbers[2], "usd", at: place)
    check.requireCount(numbers[3], "trainerDays", at: place)
    return WorkshopOffer(
      id: id, title: title, description: description, minutes: numbers[0], seats: numbers[1],
      usDollars: numbers[2], trainerDays: numbers[3], place: setting, languages: languages,
      serves: serves, requires: requires)
  }

  private mutating func requirement(
    _ draft: CatalogueDraft.Requirement
  ) -> WorkshopOffer.Requirement? {
    if let workshop = other(draft) { return ID(workshop).map { .workshop($0) } }
    return requiredLevel(draft).map { .level($0, $1) }
  }

  /// Reports required workshops that are not there, and those that require one another.
  mutating func requireWorkshops() {
    var links: [DraftCheck.Link<WorkshopOffer>] = []
    for workshop in draft.workshops {
      let own: ID<WorkshopOffer>? = workshop.name.id.flatMap { ID($0) }
      for requirement in workshop.requires {
        guard let text = other(requirement),
          let other = workshopIDs.resolve(text, at: requirement.place, &check), let own
        else { continue }
        links.append((own, other, requirement.place))
      }
    }
    check.reportCycles(links, among: workshopIDs.ids) { .workshopCycle($0) }
  }
}
