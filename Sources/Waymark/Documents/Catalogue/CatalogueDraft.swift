package import WaymarkBasics

/// A catalogue of learning resources as a document gives it; not yet checked.
package struct CatalogueDraft: Hashable, Sendable {
  /// A competency that a resource serves.
  package struct Service: Hashable, Sendable {
    package var competency: String?
    /// The rank of the level before.
    package var from: Int?
    /// The rank of the level after.
    package var to: Int?
    /// Where it stands.
    package var place: LineAndColumn

    package init(competency: String?, from: Int?, to: Int?, at place: LineAndColumn) {
      self.competency = competency
      self.from = from
      self.to = to
      self.place = place
    }
  }

  /// What has to be there before: a level of a competency, another resource or another workshop.
  package struct Requirement: Hashable, Sendable {
    package var competency: String?
    /// The rank of the level.
    package var level: Int?
    /// The other resource.
    package var resource: String?
    /// Where it stands.
    package var place: LineAndColumn

    package init(
      competency: String?, level: Int?, resource: String?, at place: LineAndColumn
    ) {
      self.competency = competency
      self.level = level
      self.resource = resource
      self.place = place
    }
  }

  /// A day on which a resource takes place.
  package struct Event: Hashable, Sendable {
    /// The day as written.
    package var day: String?
    /// Where it stands.
    package var place: LineAndColumn

    package init(day: String?, at place: LineAndColumn) {
      self.day = day
      self.place = place
    }
  }

  /// Something to do at work that leads from a level of a competency to the next.
  package struct Practice: Hashable, Sendable {
    package var competency: String?
    /// The rank of the level before.
    package var from: Int?
    /// `prepare` or `do`.
    package var kind: String?
    /// How long all its times take together, in minutes.
    package var minutes: Int?
    /// How many times it is done; once when absent.
    package var times: Int?
    /// The weeks from the first time to the last; one when absent.
    package var weeks: Int?
    /// What to do.
    package var text = TextDraft()
    /// How somebody without coworkers does it; may be absent.
    package var alone = TextDraft()
    /// What shows that it worked; may be absent.
    package var watch = TextDraft()
    /// Where it stands.
    package var place: LineAndColumn

    /// Begins with the attributes; the texts follow.
    package init(
      competency: String?, from: Int?, kind: String?, minutes: Int?, times: Int?,
      weeks: Int? = nil, at place: LineAndColumn
    ) {
      self.competency = competency
      self.from = from
      self.kind = kind
      self.minutes = minutes
      self.times = times
      self.weeks = weeks
      self.place = place
    }
  }

  /// A workshop; words and numbers as written.
  package struct Workshop: Hashable, Sendable {
    /// The id and the name.
    package var name: NamedDraft
    /// What people do there.
    package var description = TextDraft()
    /// How long it takes, in minutes.
    package var minutes: Int?
    /// How many people can take part.
    package var seats: Int?
    /// What holding it once costs, in US dollars.
    package var usd: Int?
    /// How many days holding it once takes of a trainer.
    package var trainerDays: Int?
    /// `online` or `on-site`.
    package var setting: String?
    /// The language tags, separated by spaces.
    package var languages: String?
    /// What it serves, in the order of the document.
    package var serves: [Service] = []
    /// What has to be there before; the `resource` of one is a workshop.
    package var requires: [Requirement] = []

    /// Begins with the id; the rest follows.
    package init(id: String?, at place: LineAndColumn) { name = NamedDraft(id: id, at: place) }
  }

  /// A resource; words and numbers as written.
  package struct Resource: Hashable, Sendable {
    /// The id and the name.
    package var name: NamedDraft
    /// What one does with it.
    package var description = TextDraft()
    /// What kind of thing it is.
    package var format: String?
    /// How long it takes, in minutes.
    package var minutes: Int?
    /// `yes` when the minutes are Waymark's estimate, else `no` or absent.
    package var estimated: String?
    /// `free`, `account`, `members` or `paid`.
    package var cost: String?
    /// The amount in US dollars.
    package var usd: Int?
    /// Who may use it.
    package var access: String?
    /// The language tags, separated by spaces.
    package var languages: String?
    /// Who offers it.
    package var provider: String?
    /// Where it is.
    package var url: String?
    /// The month in which somebody looked at the address.
    package var seen: String?
    /// How: `live`, `stored` or `linked`; `memory` where nobody has.
    package var by: String?
    /// Whether it can still be used.
    package var status: String?
    /// What it serves, in the order of the document.
    package var serves: [Service] = []
    /// What has to be there before, in the order of the document.
    package var requires: [Requirement] = []
    /// When it takes place, in the order of the document.
    package var events: [Event] = []
    /// `yes` or `no`; absent when nobody says.
    package var captions: String?
    /// `yes` or `no`; absent when nobody says.
    package var certificate: String?

    /// Begins with the id; the rest follows.
    package init(id: String?, at place: LineAndColumn) { name = NamedDraft(id: id, at: place) }
  }

  /// What the document says of itself.
  package var header: DocumentHeader
  /// The framework whose competencies are served.
  package var framework: FrameworkMention
  /// The catalogue's name.
  package var title = TextDraft()
  /// The resources in order.
  package var resources: [Resource] = []
  /// The practice steps in order.
  package var practice: [Practice] = []
  /// The workshops in order.
  package var workshops: [Workshop] = []

  /// Begins with the header; the rest follows.
  package init(header: DocumentHeader, framework: FrameworkMention) {
    self.header = header
    self.framework = framework
  }

  /// Makes a catalogue of the draft or tells all that is wrong with it.
  ///
  /// - Parameters:
  ///   - framework: the framework that the catalogue names; `nil` leaves out the checks of
  ///     competencies and of the height of the scale.
  ///   - isWhole: `false` when parts of the document could not be read; then nothing is said of
  ///     what is missing, as it may stand in those parts.
  package func checked(against framework: Framework?, isWhole: Bool = true) -> Checked<Catalogue> {
    var rules = CatalogueRules(self, framework: framework, isWhole: isWhole)
    return rules.checked()
  }
}

/// What must hold in a catalogue beyond its shape.
struct CatalogueRules {
  private enum CostWord: String, CaseIterable { case free, account, members, paid }
  private enum LookWord: String, CaseIterable { case live, stored, linked, memory }

  let draft: CatalogueDraft
  private let framework: Framework?
  var check: DraftCheck
  var ids = IDRegister<LearningResource>(.resource)
  var workshopIDs = IDRegister<WorkshopOffer>(.workshop)
  private var competencies = IDRegister<Competency>(.competency, known: nil)
  private var highestRank: Int

  init(_ draft: CatalogueDraft, framework: Framework?, isWhole: Bool) {
    self.draft = draft
    self.framework = framework
    highestRank = framework?.scale.steps.count ?? Level.ranks.upperBound
    check = DraftCheck(draft.header, isWhole: isWhole)
  }

  mutating func checked() -> Checked<Catalogue> {
    let place = draft.header.place
    let id: ID<Catalogue>? = check.parsed(draft.header.id, .document, at: place)
    let reference = check.reference(draft.framework, against: framework)
    competencies = check.competencies(of: reference, in: framework)
    let title = check.text(draft.title, "title", at: place)
    let resources = draft.resources.compactMap { resource($0) }
    requireResources()
    let practice = practice()
    let workshops = draft.workshops.compactMap { workshop($0) }
    requireWorkshops()
    guard let id, let reference, check.findings.isEmpty else { return Checked(nil, check) }
    return Checked(
      Catalogue(
        id: id, version: check.version, language: check.language, framework: reference,
        title: title, resources: resources + practice, workshops: workshops),
      check)
  }

  private mutating func resource(_ draft: CatalogueDraft.Resource) -> LearningResource? {
    let place = draft.name.place
    let id = ids.enter(draft.name.id, at: place, &check)
    let title = check.text(draft.name.title, "title", at: place)
    let description = check.text(draft.description, "description", at: place)
    let format: LearningResource.Format? = check.choice(draft.format, "format", at: place)
    let access: LearningResource.Access? = check.choice(draft.access, "access", at: place)
    let status: LearningResource.Status? = check.choice(draft.status, "status", at: place)
    let provider = check.required(draft.provider, "provider", at: place)
    check.limit(provider, "provider", to: TextDraft.nameLimit, at: place)
    let url = url(draft)
    let duration = duration(draft)
    let cost = cost(draft)
    let languages = languages(draft.languages, at: place)
    let serves = draft.serves.compactMap { service($0) }
    let sighting = sighting(draft)
    let requires = draft.requires.compactMap { requirement($0) }
    let features = LearningResource.Features(
      captions: check.yesNo(draft.captions, "captions", at: place),
      certificate: check.yesNo(draft.certificate, "certificate", at: place), days: days(draft))
    guard let id, let format, let access, let status, let provider, let url, let cost
    else { return nil }
    return LearningResource(
      id: id, title: title, description: description, provider: provider, url: url,
      format: format, duration: duration, cost: cost, access: access, languages: languages,
      sighting: sighting, status: status, serves: serves, requires: requires, features: features)
  }

  private mutating func days(_ draft: CatalogueDraft.Resource) -> [CalendarDate] {
    draft.events.compactMap { event in
      guard let text = check.required(event.day, "on", at: event.place) else { return nil }
      return check.day(text, "on", at: event.place)
    }.sorted()
  }

  /// A level that has to be there before; that the resources exist is known once all are read.
  private mutating func requirement(
    _ draft: CatalogueDraft.Requirement
  ) -> LearningResource.Requirement? {
    if let resource = other(draft) { return ID(resource).map { .resource($0) } }
    return requiredLevel(draft).map { .level($0, $1) }
  }

  /// The other resource or workshop that is required, when nothing else is.
  func other(_ draft: CatalogueDraft.Requirement) -> String? {
    draft.competency == nil && draft.level == nil ? draft.resource : nil
  }

  /// The level of a competency that is required.
  mutating func requiredLevel(
    _ draft: CatalogueDraft.Requirement
  ) -> (CompetencyID, Level)? {
    guard draft.resource == nil else {
      check.report(.twoRequirements, at: draft.place)
      return nil
    }
    let competency = competencies.resolve(draft.competency, at: draft.place, &check)
    guard let competency, let level = level(draft.level, "level", at: draft.place) else {
      return nil
    }
    return (competency, level)
  }

  /// Reports required resources that are not there, and those that require one another.
  private mutating func requireResources() {
    var links: [DraftCheck.Link<LearningResource>] = []
    for resource in draft.resources {
      let own: ID<LearningResource>? = resource.name.id.flatMap { ID($0) }
      for requirement in resource.requires {
        guard let text = self.other(requirement),
          let other = ids.resolve(text, at: requirement.place, &check), let own
        else { continue }
        links.append((own, other, requirement.place))
      }
    }
    check.reportCycles(links, among: ids.ids) { .requirementCycle($0) }
  }

  private mutating func url(_ draft: CatalogueDraft.Resource) -> String? {
    let place = draft.name.place
    guard let url = check.required(draft.url, "url", at: place) else { return nil }
    check.limit(url, "url", to: TextDraft.textLimit, at: place)
    guard WebLink(url) != nil else {
      check.report(.badAddress(url), at: place)
      return nil
    }
    return url
  }

  private mutating func duration(
    _ draft: CatalogueDraft.Resource
  ) -> LearningResource.Duration {
    let place = draft.name.place
    let isEstimate = check.yesNo(draft.estimated, "estimated", at: place) ?? false
    guard let minutes = draft.minutes else {
      if isEstimate { check.reportMissing("minutes", at: place) }
      return .unknown
    }
    check.requirePositive(minutes, "minutes", at: place)
    return isEstimate ? .estimated(minutes: minutes) : .stated(minutes: minutes)
  }

  private mutating func cost(_ draft: CatalogueDraft.Resource) -> LearningResource.Cost? {
    let place = draft.name.place
    let word: CostWord? = check.choice(draft.cost, "cost", at: place)
    if let usd = draft.usd {
      check.requirePositive(usd, "usd", at: place)
      if let word, ![.paid, .members].contains(word) {
        check.report(.priceOfUnpaid(word.rawValue), at: place)
      }
    }
    switch word {
    case .free: return .free
    case .account: return .account
    case .members: return .members(othersUSD: draft.usd)
    case .paid: return .paid(usd: draft.usd)
    case nil: return nil
    }
  }

  mutating func languages(_ text: String?, at place: LineAndColumn) -> [LanguageTag] {
    let words = (text ?? "").split(separator: " ").map(String.init)
    if words.isEmpty { check.reportMissing("language", at: place) }
    return words.compactMap { word in
      if let tag = LanguageTag(word) { return tag }
      check.report(.malformedLanguage(word), at: place)
      return nil
    }
  }

  private mutating func sighting(
    _ draft: CatalogueDraft.Resource
  ) -> LearningResource.Sighting? {
    let place = draft.name.place
    if let month = draft.seen, !CalendarDate.isMonth(month) {
      check.report(.badMonth(month), at: place)
    }
    guard draft.by != nil || draft.seen != nil else { return nil }
    let word: LookWord? = check.choice(draft.by, "by", at: place)
    guard let look = word.flatMap({ LearningResource.Look(rawValue: $0.rawValue) }) else {
      if word == .memory, draft.seen != nil { check.report(.seenFromMemory, at: place) }
      return word.map { _ in .memory }
    }
    return check.required(draft.seen, "seen", at: place).map { .seen(month: $0, look) }
  }

  mutating func service(
    _ draft: CatalogueDraft.Service
  ) -> LearningResource.Service? {
    let place = draft.place
    let competency = competencies.resolve(draft.competency, at: place, &check)
    guard let from = level(draft.from, "from", at: place),
      let to = level(draft.to, "to", at: place)
    else { return nil }
    guard from < to else {
      check.report(.notRising(from: from.rank, to: to.rank), at: place)
      return nil
    }
    return competency.map { .init(competency: $0, from: from, to: to) }
  }

  private mutating func level(_ rank: Int?, _ name: String, at place: LineAndColumn) -> Level? {
    guard let rank = check.required(rank, name, at: place) else { return nil }
    guard rank <= highestRank, let level = Level(rank: rank) else {
      check.reportOffScale(rank, highest: highestRank, at: place)
      return nil
    }
    return level
  }
}

extension CatalogueRules {
  mutating func workshop(_ draft: CatalogueDraft.Workshop) -> WorkshopOffer? {
    let place = draft.name.place
    let id = workshopIDs.enter(draft.name.id, at: place, &check)
    let title = check.text(draft.name.title, "title", at: place)
    let description = check.text(draft.description, "description", at: place)
    let setting: WorkshopOffer.Place? = check.choice(draft.setting, "place", at: place)
    let languages = languages(draft.languages, at: place)
    let serves = draft.serves.compactMap { service($0) }
    let requires = draft.requires.compactMap { requirement(ofWorkshop: $0) }
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
    ofWorkshop draft: CatalogueDraft.Requirement
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
      times: draft.times ?? 1, weeks: draft.weeks ?? 1)
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
