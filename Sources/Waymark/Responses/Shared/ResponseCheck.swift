import FoundationEssentials

/// Checks the raw values of a response file against the framework that it should answer.
struct ResponseCheck {
  private let document: ResponseDocument
  private let expectation: SharedFile.Expectation
  private var problems: BoundedFindings<ResponseFileProblem>

  init(_ document: ResponseDocument, file: String, expectation: SharedFile.Expectation) {
    self.document = document
    self.expectation = expectation
    problems = BoundedFindings(file: file)
    for problem in document.problems { problems.add(problem) }
  }

  mutating func sharedFile() throws(Findings<ResponseFileProblem>) -> SharedFile {
    if let schema = document.schema, schema != ResponseFile.schema {
      problems.add(.otherValue("schema", String(schema), expected: "\(ResponseFile.schema)"))
    }
    let id = document.response.flatMap { uuid($0, "response") }?.uuidString.lowercased() ?? ""
    let revision = document.revision ?? 0
    if document.revision != nil, !SharedFile.revisions.contains(revision) {
      problems.add(.otherValue("revision", String(revision), expected: "a number from 1"))
    }
    if document.format == Withdrawal.format {
      if let findings = problems.findings { throw findings }
      return .withdrawal(Withdrawal(response: id, revision: revision))
    }

    try checkFramework()
    let campaign = campaign()
    let response = Response(
      id: id, revision: revision, link: document.link.flatMap { uuid($0, "link") },
      month: month(), role: role(), answers: answers(), importance: importance(),
      background: background())
    if let findings = problems.findings { throw findings }
    return .response(
      ResponseFile(response: response, framework: expectation.key, campaign: campaign))
  }

  /// Answers to other words cannot be checked any further: nothing else is reported.
  private mutating func checkFramework() throws(Findings<ResponseFileProblem>) {
    guard let key = document.framework, let name = key.id, let version = key.version,
      let sha256 = key.sha256
    else { return }
    let expected = expectation.key
    guard
      name != expected.id.description || version != expected.version
        || sha256 != expected.sha256
    else { return }
    let found = FrameworkID(name).map { Framework.Key(id: $0, version: version, sha256: sha256) }
    problems.add(
      found.map { .otherFramework($0, expected: expected) }
        ?? .otherValue("framework.id", name, expected: "'\(expected.id)'"))
    if let findings = problems.findings { throw findings }
  }

  private mutating func uuid(_ text: String, _ path: String) -> UUID? {
    guard let uuid = UUID(uuidString: text) else {
      problems.add(.otherValue(path, text, expected: "a UUID"))
      return nil
    }
    return uuid
  }

  private mutating func campaign() -> ID<Campaign>? {
    guard let text = document.campaign else { return nil }
    guard let id = ID<Campaign>(text) else {
      problems.add(.otherValue("campaign", text, expected: "the id of a campaign"))
      return nil
    }
    if let expected = expectation.campaign, id != expected {
      problems.add(.otherCampaign(text, expected: expected))
    }
    return id
  }

  private mutating func month() -> String? {
    guard let month = document.month else { return nil }
    if !CalendarDate.isMonth(month) {
      problems.add(.otherValue("month", month, expected: "a month such as 2026-11"))
    }
    return month
  }

  private mutating func role() -> RoleID? {
    guard let text = document.role else { return nil }
    if let id = RoleID(text), expectation.framework.role(id) != nil { return id }
    problems.add(.unknown("role", .role(text, of: expectation.framework)))
    return nil
  }

  private mutating func answers() -> [CompetencyID: Answer] {
    var answers: [CompetencyID: Answer] = [:]
    for (name, word) in (document.answers ?? [:]).sorted(by: { $0.key < $1.key }) {
      let path = "answers.\(name)"
      guard let id = competency(name, "answers") else { continue }
      do throws(AnswerWordProblem) {
        guard let answer = try Answer.read(cell: word, scale: expectation.framework.scale) else {
          let levels = expectation.framework.scale.steps.count
          throw .notAnAnswer(word, levels: levels, near: nil)
        }
        answers[id] = answer
      } catch {
        problems.add(.answer(path, error))
      }
    }
    return answers
  }

  private mutating func importance() -> Assessment.Importance {
    let importance = Assessment.Importance(
      picked: Set(picks(document.important, "important")), top: picks(document.top, "top"),
      ratings: ratings())
    checkMode(of: importance)
    if importance.top.count > Assessment.Importance.topLimit {
      problems.add(.tooManyTop(importance.top.count))
    }
    for (area, picks) in importance.crowdedAreas(of: expectation.framework) {
      problems.add(.tooManyPicks(area, count: picks))
    }
    return importance
  }

  private mutating func ratings() -> [CompetencyID: ImportanceRating] {
    var ratings: [CompetencyID: ImportanceRating] = [:]
    for (name, rank) in (document.importance ?? [:]).sorted(by: { $0.key < $1.key }) {
      guard let id = competency(name, "importance") else { continue }
      if let rating = ImportanceRating(rank: rank) {
        ratings[id] = rating
      } else {
        problems.add(
          .otherValue("importance.\(name)", String(rank), expected: "a number from 1 to 5"))
      }
    }
    return ratings
  }

  /// What was picked and what was rated are different questions: they are not counted together.
  private mutating func checkMode(of importance: Assessment.Importance) {
    guard let mode = expectation.importance else { return }
    let isPicked = !importance.picked.isEmpty || !importance.top.isEmpty
    if isPicked, mode != .picks { problems.add(.otherImportance(.picks, expected: mode)) }
    if !importance.ratings.isEmpty, mode != .rated {
      problems.add(.otherImportance(.rated, expected: mode))
    }
  }

  private mutating func picks(_ names: [String]?, _ path: String) -> [CompetencyID] {
    var picks: [CompetencyID] = []
    for name in names ?? [] {
      guard let id = competency(name, path) else { continue }
      if picks.contains(id) {
        problems.add(.repeatedPick(path, id))
      } else {
        picks.append(id)
      }
    }
    return picks
  }

  private mutating func competency(_ name: String, _ path: String) -> CompetencyID? {
    if let id = CompetencyID(name), expectation.framework.competency(id) != nil { return id }
    problems.add(.unknown(path, .competency(name, of: expectation.framework)))
    return nil
  }

  private mutating func background()
    -> [ID<BackgroundQuestions.Field>: [ID<BackgroundQuestions.Option>]]
  {
    let fields = expectation.background?.fields ?? []
    var background: [ID<BackgroundQuestions.Field>: [ID<BackgroundQuestions.Option>]] = [:]
    for (name, texts) in (document.background ?? [:]).sorted(by: { $0.key < $1.key }) {
      guard let field = fields.first(where: { $0.id.description == name }) else {
        let candidates = fields.map { UnknownName.Candidate($0.id.description) }
        problems.add(.unknown("background", UnknownName(.field, name, among: candidates)))
        continue
      }
      let options = field.options(named: texts) { problem in
        problems.add(.background(problem()))
      }
      // An empty list and an absent key both say that nothing was answered.
      if !options.isEmpty { background[field.id] = options }
    }
    return background
  }
}
