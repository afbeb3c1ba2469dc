package import WaymarkBasics

/// A strategic plan as a document gives it, with the place of every part; not yet checked.
package struct StrategicPlanDraft: Hashable, Sendable {
  /// A value, a sphere or an area of action.
  package struct Part: Hashable, Sendable {
    /// The id and the name.
    package var name: NamedDraft
    /// What is meant by it; may be absent.
    package var description = TextDraft()

    /// Begins with the id; the rest follows.
    package init(id: String?, at place: LineAndColumn) { name = NamedDraft(id: id, at: place) }
  }

  package struct Objective: Hashable, Sendable {
    /// The id and the gist.
    package var name: NamedDraft
    /// The area of action it belongs to.
    package var action: String?
    /// The sphere it belongs to.
    package var sphere: String?
    /// What self-assessment can say of it, one word.
    package var measured: String?
    /// Whether those who are willing to serve speak to it: `yes` or `no`; `no` when absent.
    package var service: String?
    /// What self-assessment can say of it, in words.
    package var note = TextDraft()
    /// The competencies that speak to it.
    package var speaks: [LinkDraft] = []

    /// Begins with the attributes; the rest follows.
    package init(
      id: String?, action: String?, sphere: String?, measured: String?, service: String?,
      at place: LineAndColumn
    ) {
      name = NamedDraft(id: id, at: place)
      self.action = action
      self.sphere = sphere
      self.measured = measured
      self.service = service
    }
  }

  /// What the document says of itself.
  package var header: DocumentHeader
  /// The framework whose competencies speak to the objectives.
  package var framework: FrameworkMention
  /// The first year.
  package var starts: Int?
  /// The last year.
  package var ends: Int?
  /// The plan's name.
  package var title = TextDraft()
  /// Where it comes from.
  package var source = TextDraft()
  /// What the association wants the world to be like; may be absent.
  package var vision = TextDraft()
  /// The core values in order.
  package var values: [Part] = []
  /// The spheres in order.
  package var spheres: [Part] = []
  /// The areas of action in order.
  package var actions: [Part] = []
  /// The objectives in order.
  package var objectives: [Objective] = []

  /// Begins with the attributes; the rest follows.
  package init(header: DocumentHeader, framework: FrameworkMention, starts: Int?, ends: Int?) {
    self.header = header
    self.framework = framework
    self.starts = starts
    self.ends = ends
  }

  /// Makes a plan of the draft or tells all that is wrong with it.
  ///
  /// - Parameters:
  ///   - framework: the framework that the plan names; `nil` leaves out the checks of competencies
  ///     and of the agreement with what the framework says of objectives.
  ///   - isWhole: `false` when parts of the document could not be read; then nothing is said of
  ///     what is missing, as it may stand in those parts.
  package func checked(
    against framework: Framework?, isWhole: Bool = true
  ) -> Checked<StrategicPlan> {
    var rules = StrategicPlanRules(self, framework: framework, isWhole: isWhole)
    return rules.checked()
  }
}

/// What must hold in a strategic plan beyond its shape.
struct StrategicPlanRules {
  private let draft: StrategicPlanDraft
  private let framework: Framework?
  private var check: DraftCheck
  private var values = IDRegister<StrategicPlan.Value>(.value)
  private var spheres = IDRegister<StrategicPlan.Sphere>(.sphere)
  private var actions = IDRegister<StrategicPlan.Action>(.action)
  private var objectives = IDRegister<StrategicPlan.Objective>(.objective)
  private var competencies = IDRegister<Competency>(.competency, known: nil)

  init(_ draft: StrategicPlanDraft, framework: Framework?, isWhole: Bool) {
    self.draft = draft
    self.framework = framework
    check = DraftCheck(draft.header, isWhole: isWhole)
  }

  mutating func checked() -> Checked<StrategicPlan> {
    let place = draft.header.place
    let id: ID<StrategicPlan>? = check.parsed(draft.header.id, .document, at: place)
    let reference = check.reference(draft.framework, against: framework)
    competencies = check.competencies(of: reference, in: framework)
    let title = check.text(draft.title, "title", at: place)
    let source = check.text(draft.source, "source", at: place)
    let vision = check.optionalText(draft.vision, "vision")
    let years = years()
    let values = draft.values.compactMap { value in
      let (title, description) = words(of: value)
      return self.values.enter(value.name.id, at: value.name.place, &check).map {
        StrategicPlan.Value(id: $0, title: title, description: description)
      }
    }
    let spheres = draft.spheres.compactMap { sphere in
      let (title, description) = words(of: sphere)
      return self.spheres.enter(sphere.name.id, at: sphere.name.place, &check).map {
        StrategicPlan.Sphere(id: $0, title: title, description: description)
      }
    }
    let actions = draft.actions.compactMap { action in
      let (title, description) = words(of: action)
      return self.actions.enter(action.name.id, at: action.name.place, &check).map {
        StrategicPlan.Action(id: $0, title: title, description: description)
      }
    }
    let objectives = draft.objectives.compactMap { objective($0) }
    if let framework, framework.reference == reference {
      compare(objectives, with: framework)
    }
    guard let id, let reference, let years, check.findings.isEmpty else {
      return Checked(nil, check)
    }
    return Checked(
      StrategicPlan(
        id: id, version: check.version, language: check.language, framework: reference,
        years: years, title: title, source: source, vision: vision, values: values,
        spheres: spheres, actions: actions, objectives: objectives),
      check)
  }

  private mutating func words(
    of part: StrategicPlanDraft.Part
  ) -> (title: LocalizedText, description: LocalizedText?) {
    (
      check.text(part.name.title, "title", at: part.name.place),
      check.optionalText(part.description, "description")
    )
  }

  private mutating func years() -> ClosedRange<Int>? {
    let place = draft.header.place
    guard let starts = check.required(draft.starts, "starts", at: place),
      let ends = check.required(draft.ends, "ends", at: place)
    else { return nil }
    guard starts <= ends else {
      check.report(.yearsReversed(starts: starts, ends: ends), at: place)
      return nil
    }
    return starts...ends
  }

  private mutating func objective(_ draft: StrategicPlanDraft.Objective) -> StrategicPlan.Objective?
  {
    let place = draft.name.place
    let id = objectives.enter(draft.name.id, at: place, &check)
    let action = actions.resolve(draft.action, at: place, &check)
    let sphere = spheres.resolve(draft.sphere, at: place, &check)
    let measure: StrategicPlan.Measure? = check.choice(draft.measured, "measured", at: place)
    let service = check.yesNo(draft.service, "service", at: place)
    let title = check.text(draft.name.title, "title", at: place)
    let note = check.text(draft.note, "note", at: place)
    let speaks = check.links(draft.speaks, competencies)
    guard let id, let action, let sphere, let measure else { return nil }
    return .init(
      id: id, action: action, sphere: sphere, title: title, note: note, measure: measure,
      countsService: service ?? false, competencies: speaks)
  }

  /// Both documents say which competency speaks to which objective; they must say the same.
  ///
  /// A plan that came after the framework has objectives that the framework cannot name: where it has
  /// none in common and says itself who speaks to them, there is nothing to compare.
  private mutating func compare(
    _ objectives: [StrategicPlan.Objective], with framework: Framework
  ) {
    // Other faults hide links, so that nothing can be said of what is missing.
    guard check.isWhole, check.findings.isEmpty else { return }
    let named = Set(framework.competencies.flatMap(\.objectives.keys))
    if named.isDisjoint(with: objectives.map(\.id)),
      objectives.contains(where: { !$0.competencies.isEmpty })
    {
      return
    }
    for competency in framework.competencies {
      for id in competency.objectives.keys.sorted() {
        _ = self.objectives.resolve(id.description, at: check.place, &check)
      }
    }
    for (objective, written) in zip(objectives, draft.objectives) {
      let places = Dictionary(
        written.speaks.map { ($0.id ?? "", $0.place) }, uniquingKeysWith: { first, _ in first })
      for competency in framework.competencies {
        let inFramework = competency.objectives[objective.id]
        let inPlan = objective.competencies[competency.id]
        if inFramework != inPlan {
          check.report(
            .disagreement(competency.id, objective.id, framework: inFramework, plan: inPlan),
            at: places[competency.id.description] ?? written.name.place)
        }
      }
    }
  }
}
