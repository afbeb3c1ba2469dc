/// What must hold in a catalogue beyond its shape.
struct CatalogueRules {
  private enum CostWord: String, CaseIterable { case free, account, members, paid }
  private enum YesNo: String, CaseIterable { case yes, no }

  private let draft: CatalogueDraft
  private let framework: Framework?
  private var check: DraftCheck
  private var ids = Register<LearningResource>(.resource)
  private var competencies = Register<Competency>(.competency, known: nil)
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
    guard let id, let reference, check.findings.isEmpty else { return Checked(nil, check) }
    return Checked(
      Catalogue(
        id: id, version: check.version, language: check.language, framework: reference,
        title: title, resources: resources),
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
    let evidence: LearningResource.Evidence? = check.choice(draft.evidence, "evidence", at: place)
    let provider = check.required(draft.provider, "provider", at: place)
    let url = url(draft)
    let duration = duration(draft)
    let cost = cost(draft)
    let languages = languages(draft)
    let serves = draft.serves.compactMap { service($0) }
    let checked = month(draft)
    guard let id, let format, let access, let status, let evidence, let provider, let url,
      let cost
    else { return nil }
    return LearningResource(
      id: id, title: title, description: description, provider: provider, url: url,
      format: format, duration: duration, cost: cost, access: access, languages: languages,
      checked: checked, status: status, evidence: evidence, serves: serves)
  }

  private mutating func url(_ draft: CatalogueDraft.Resource) -> String? {
    let place = draft.name.place
    guard let url = check.required(draft.url, "url", at: place) else { return nil }
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
    let estimated: YesNo? =
      draft.estimated == nil
      ? .no : check.choice(draft.estimated, "estimated", at: place)
    guard let minutes = draft.minutes else {
      if estimated == .yes { check.reportMissing("minutes", at: place) }
      return .unknown
    }
    check.requirePositive(minutes, "minutes", at: place)
    return estimated == .yes ? .estimated(minutes: minutes) : .stated(minutes: minutes)
  }

  private mutating func cost(_ draft: CatalogueDraft.Resource) -> LearningResource.Cost? {
    let place = draft.name.place
    let word: CostWord? = check.choice(draft.cost, "cost", at: place)
    if let usd = draft.usd {
      check.requirePositive(usd, "usd", at: place)
      if let word, word != .paid { check.report(.priceOfUnpaid(word.rawValue), at: place) }
    }
    switch word {
    case .free: return .free
    case .account: return .account
    case .members: return .members
    case .paid: return .paid(usd: draft.usd)
    case nil: return nil
    }
  }

  private mutating func languages(_ draft: CatalogueDraft.Resource) -> [LanguageTag] {
    let place = draft.name.place
    let words = (draft.languages ?? "").split(separator: " ").map(String.init)
    if words.isEmpty { check.reportMissing("language", at: place) }
    return words.compactMap { word in
      if let tag = LanguageTag(word) { return tag }
      check.report(.malformedLanguage(word), at: place)
      return nil
    }
  }

  private mutating func month(_ draft: CatalogueDraft.Resource) -> String? {
    guard let month = draft.checked else { return nil }
    if CalendarDate(month + "-01") == nil {
      check.report(.badMonth(month), at: draft.name.place)
    }
    return month
  }

  private mutating func service(
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
