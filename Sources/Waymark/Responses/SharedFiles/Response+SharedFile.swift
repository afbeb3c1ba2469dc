import FoundationEssentials
import WaymarkBasics

/// A response as a shared file, `waymark-response.json`.
extension Response {
  /// What the file says of the response; what a person added only where they did, and the form only
  /// where it is the core form.
  var sharedMembers: [String: JSON.Value] {
    var members: [String: JSON.Value] = [
      "link": JSON.Value(link.map(\.name)), "month": JSON.Value(month), "role": JSON.Value(role),
      "answers": JSON.Value(answers.mapValues { .string($0.word) }),
      "background": JSON.Value(background.mapValues { JSON.Value(texts: $0) }),
      "important": JSON.Value(texts: importance.picked.sorted()),
      "top": JSON.Value(texts: importance.top),
      "importance": JSON.Value(importance.ratings.mapValues { .integer($0.rank) }),
    ]
    members["lookingBack"] = addition.lookingBack.map { then in
      .object([
        "month": .string(then.month),
        "levels": JSON.Value(then.levels.mapValues { .integer($0.rank) }),
      ])
    }
    if form == .core { members["form"] = .string(form.rawValue) }
    if !addition.did.isEmpty { members["did"] = JSON.Value(texts: addition.did) }
    return members
  }

  /// Reads what a file says of a response; `nil` when something is wrong, which is noted.
  init?(shared check: inout SharedFileCheck, id: UUID?, revision: Int?) {
    let link = check.optional("link", .uuid, UUID.init(uuidString:))
    let month = check.optional("month", .month, SharedFileCheck.month)
    let role = Self.role(&check)
    let answers = check.answers("answers")
    let form = Self.form(&check, of: answers)
    let importance = Self.importance(&check)
    let background = Self.background(&check)
    let addition = ResponseAddition(lookingBack: Self.lookingBack(&check), did: Self.did(&check))
    guard let id, let revision else { return nil }
    self.init(
      id: id.name, revision: revision, link: link, month: month, role: role, form: form,
      answers: answers,
      importance: importance, background: background, addition: addition)
  }

  /// The form, which is full where none is named.
  ///
  /// Neither a file of the core form nor one for a campaign that asks it may answer another statement:
  /// what nobody was asked is not counted.
  private static func form(
    _ check: inout SharedFileCheck, of answers: [CompetencyID: Answer]
  ) -> QuestionnaireForm {
    let named: String? = check.ifPresent("form")
    let form = named.flatMap { name in
      check.checked(name, "form", .anyForm, QuestionnaireForm.init)
    }
    let core = check.expectation.framework.coreStatements
    let others = answers.filter { $0.value != .skipped && !core.contains($0.key) }.keys
    if let first = others.min() {
      if form == .core { check.add(.notOfCoreForm(first)) }
      if check.expectation.form == .core {
        check.add(.moreThanCoreForm(first, statements: others.count))
      }
    }
    return form ?? .full
  }

  private static func lookingBack(_ check: inout SharedFileCheck) -> LookingBack? {
    let scale = check.expectation.framework.scale
    return check.objectIfPresent("lookingBack") { check in
      let month = check.value("month", .month, SharedFileCheck.month)
      let levels = check.ranks("levels", 1...scale.steps.count, scale.level(rank:))
      return month.map { LookingBack(month: $0, levels: levels) }
    }
  }

  /// What was done: any ids, as catalogues differ from place to place.
  private static func did(_ check: inout SharedFileCheck) -> [ID<LearningResource>] {
    let names: [String] = check.ifPresent("did") ?? []
    return names.compactMap { name in
      check.checked(name, "did", .catalogueEntry) { ID<LearningResource>($0) }
    }
  }

  private static func role(_ check: inout SharedFileCheck) -> RoleID? {
    guard let text: String = check.optional("role") else { return nil }
    let framework = check.expectation.framework
    if let id = RoleID(text), framework.role(id) != nil { return id }
    check.add(.unknown("role", .role(text, of: framework)))
    return nil
  }

  private static func importance(_ check: inout SharedFileCheck) -> Assessment.Importance {
    let importance = Assessment.Importance(
      picked: Set(check.competencies("important") ?? []), top: check.competencies("top") ?? [],
      ratings: check.ranks("importance", 1...5, ImportanceRating.init(rank:)))
    // What was picked and what was rated are different questions: they are not counted together.
    if let mode = check.expectation.importance {
      let isPicked = !importance.picked.isEmpty || !importance.top.isEmpty
      if isPicked, mode != .picks { check.add(.otherImportance(.picks, expected: mode)) }
      if !importance.ratings.isEmpty, mode != .rated {
        check.add(.otherImportance(.rated, expected: mode))
      }
    }
    if importance.top.count > Assessment.Importance.topLimit {
      check.add(.tooManyTop(importance.top.count))
    }
    for (area, picks) in importance.crowdedAreas(of: check.expectation.framework) {
      check.add(.tooManyPicks(area, count: picks))
    }
    return importance
  }

  private static func background(
    _ check: inout SharedFileCheck
  ) -> [ID<BackgroundQuestions.Field>: [ID<BackgroundQuestions.Option>]] {
    let fields = check.expectation.background?.fields ?? []
    var background: [ID<BackgroundQuestions.Field>: [ID<BackgroundQuestions.Option>]] = [:]
    let found: [String: [String]] = check.value("background") ?? [:]
    for (name, texts) in found.sorted(by: { $0.key < $1.key }) {
      guard let field = fields.first(where: { $0.id.description == name }) else {
        let candidates = fields.map { UnknownName.Candidate($0.id.description) }
        check.add(.unknown("background", UnknownName(.field, name, among: candidates)))
        continue
      }
      let options = field.options(named: texts) { problem in check.add(.background(problem())) }
      // An empty list and an absent key both say that nothing was answered.
      if !options.isEmpty { background[field.id] = options }
    }
    return background
  }
}
