/// What must hold in a framework beyond its shape.
struct FrameworkRules {
  private let draft: FrameworkDraft
  private var check: DraftCheck
  private var roles = Register<Role>(.role)
  private var competencies = Register<Competency>(.competency)
  private var highestRank = 0

  init(_ draft: FrameworkDraft, isWhole: Bool) {
    self.draft = draft
    check = DraftCheck(draft.header, isWhole: isWhole)
  }

  mutating func checked() -> Checked<Framework> {
    let place = draft.header.place
    let id: FrameworkID? = check.parsed(draft.header.id, .document, at: place)
    let title = check.text(draft.title, "title", at: place)
    let source = check.text(draft.source, "source", at: place)
    let scale = scale()
    let roles = draft.roles.compactMap { role in
      self.roles.enter(role.id, at: role.place, &check).map {
        Role(id: $0, title: check.text(role.title, "title", at: role.place))
      }
    }
    // Before any of them is made: a competency may build on one that stands further down.
    let ids = draft.areas.map { area in
      area.competencies.map { competencies.enter($0.id, at: $0.place, &check) }
    }
    var areaIDs = Register<Area>(.area)
    var areas: [Area] = []
    for (area, ids) in zip(draft.areas, ids) {
      let id = areaIDs.enter(area.id, at: area.place, &check)
      let title = check.text(area.title, "title", at: area.place)
      let shortTitle = check.text(area.shortTitle, "short", at: area.place)
      var members: [Competency] = []
      members.reserveCapacity(ids.count)
      for (competency, id) in zip(area.competencies, ids) {
        if let made = self.competency(competency, id: id) { members.append(made) }
      }
      guard let id else { continue }
      areas.append(Area(id: id, title: title, shortTitle: shortTitle, competencies: members))
    }
    reportCycles(ids: ids.flatMap { $0 }, drafts: draft.areas.flatMap(\.competencies))
    guard let id, let scale, check.findings.isEmpty else { return Checked(nil, check) }
    return Checked(
      Framework(
        id: id, version: check.version, language: check.language, licence: check.licence,
        title: title, source: source, scale: scale, roles: roles, areas: areas),
      check)
  }

  private mutating func scale() -> Scale? {
    let place = draft.steps.first?.place ?? draft.header.place
    if check.isWhole, !Scale.sizes.contains(draft.steps.count) {
      check.report(.scaleSize(draft.steps.count), at: place)
    }
    highestRank = min(draft.steps.count, Level.ranks.upperBound)
    var steps: [Scale.Step] = []
    for (index, step) in draft.steps.enumerated() {
      let label = check.text(step.label, "label", at: step.place)
      let meaning = check.optionalText(step.meaning, "meaning", at: step.place)
      guard let rank = check.required(step.rank, "rank", at: step.place) else { continue }
      if rank != index + 1, check.isWhole {
        check.report(.scaleRank(rank, expected: index + 1), at: step.place)
      } else if let level = Level(rank: rank) {
        steps.append(Scale.Step(level: level, label: label, meaning: meaning))
      }
    }
    return Scale(steps: steps)
  }

  private mutating func competency(
    _ draft: FrameworkDraft.Competency, id: CompetencyID?
  ) -> Competency? {
    let title = check.text(draft.title, "title", at: draft.place)
    let statement = check.text(draft.statement, "statement", at: draft.place)
    let anchors = anchors(draft)
    let targets = targets(draft)
    let objectives = objectives(draft)
    let buildsOn = buildsOn(draft)
    guard let id else { return nil }
    return Competency(
      id: id, official: draft.official, title: title, statement: statement, anchors: anchors,
      targets: targets, objectives: objectives, buildsOn: buildsOn)
  }

  private mutating func anchors(_ draft: FrameworkDraft.Competency) -> [LocalizedText] {
    var texts = [TextDraft](repeating: TextDraft(), count: highestRank)
    for anchor in draft.anchors {
      let place = anchor.variant.place
      guard let rank = check.required(anchor.rank, "level", at: place) else { continue }
      if (1...highestRank + 1).dropLast().contains(rank) {
        texts[rank - 1].variants.append(anchor.variant)
      } else if check.isWhole {
        check.report(.offScale(rank, highest: highestRank), at: place)
      }
    }
    return texts.enumerated().map { index, text in
      guard !text.variants.isEmpty else {
        if check.isWhole {
          check.report(.missingAnchor(draft.id ?? "", rank: index + 1), at: draft.place)
        }
        return LocalizedText("")
      }
      return check.text(text, "anchor of level \(index + 1)", at: draft.place)
    }
  }

  private mutating func targets(_ draft: FrameworkDraft.Competency) -> [RoleID: Level] {
    var targets: [RoleID: Level] = [:]
    var once = Once<RoleID>()
    for target in draft.targets {
      let role = roles.resolve(target.role, at: target.place, &check)
      guard let rank = check.required(target.rank, "level", at: target.place) else { continue }
      guard rank >= 1, rank <= highestRank, let level = Level(rank: rank) else {
        if check.isWhole {
          check.report(.offScale(rank, highest: highestRank), at: target.place)
        }
        continue
      }
      guard let role,
        once.isFirst(role, .role, role.description, at: target.place, &check)
      else { continue }
      targets[role] = level
    }
    return targets
  }

  private mutating func objectives(
    _ draft: FrameworkDraft.Competency
  ) -> [ObjectiveID: Competency.Strength] {
    guard !draft.supports.isEmpty else { return [:] }
    return check.links(draft.supports, Register<StrategicPlan.Objective>(.objective, known: nil))
  }

  private mutating func buildsOn(_ draft: FrameworkDraft.Competency) -> [CompetencyID] {
    var once = Once<CompetencyID>()
    return draft.buildsOn.compactMap { link in
      guard let base = competencies.resolve(link.id, at: link.place, &check),
        once.isFirst(base, .competency, base.description, at: link.place, &check)
      else { return nil }
      if base.description == draft.id {
        check.report(.buildsOnItself(base), at: link.place)
        return nil
      }
      return base
    }
  }

  private mutating func reportCycles(ids: [CompetencyID?], drafts: [FrameworkDraft.Competency]) {
    guard drafts.contains(where: { !$0.buildsOn.isEmpty }) else { return }
    let positions = Dictionary(
      ids.enumerated().compactMap { index, id in id.map { ($0.description, index) } },
      uniquingKeysWith: { first, _ in first })
    let edges = drafts.enumerated().map { index, draft in
      draft.buildsOn.compactMap { $0.id.flatMap { positions[$0] } }.filter { $0 != index }
    }
    for cycle in Cycles.cycles(in: edges) {
      guard let first = cycle.first else { continue }
      check.report(.cycle(cycle.compactMap { ids[$0] }), at: drafts[first].place)
    }
  }
}
