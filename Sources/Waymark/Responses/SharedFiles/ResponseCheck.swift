import FoundationEssentials
import WaymarkBasics

/// Checks the raw values of a response file against the framework that it should answer.
struct ResponseCheck {
  private let document: ResponseDocument
  private let expectation: SharedFile.Expectation
  private var check: SharedFileCheck

  init(_ document: ResponseDocument, _ json: ReadJSON, expectation: SharedFile.Expectation) {
    self.document = document
    self.expectation = expectation
    check = SharedFileCheck(document.problems, json, expectation: expectation)
  }

  mutating func sharedFile() throws(Findings<ResponseFileProblem>) -> SharedFile {
    check.expectSchema(document.schema)
    let id =
      document.response.flatMap { check.uuid($0, "response") }?.uuidString.lowercased() ?? ""
    let revision = check.revision(document.revision)
    let proof = check.proof(document.proof)
    if document.format == Withdrawal.format {
      try check.finish()
      return .withdrawal(Withdrawal(response: id, revision: revision, proof: proof))
    }

    try check.expectFramework(document.framework)
    let campaign = check.campaign(document.campaign)
    let response = Response(
      id: id, revision: revision, link: document.link.flatMap { check.uuid($0, "link") },
      month: check.month(document.month, "month"), role: role(),
      answers: check.answers(document.answers, "answers"), importance: importance(),
      background: background(),
      addition: ResponseAddition(lookingBack: lookingBack(), did: did()))
    try check.finish()
    return .response(
      ResponseFile(response: response, framework: expectation.key, campaign: campaign, proof: proof)
    )
  }

  private mutating func lookingBack() -> LookingBack? {
    guard let document = document.lookingBack,
      let month = check.month(document.month, "lookingBack.month")
    else { return nil }
    var levels: [CompetencyID: Level] = [:]
    let path = "lookingBack.levels"
    for (name, rank) in (document.levels ?? [:]).sorted(by: { $0.key < $1.key }) {
      guard let id = check.competency(name, path) else { continue }
      if let level = expectation.framework.scale.level(rank: rank) {
        levels[id] = level
      } else {
        let highest = expectation.framework.scale.steps.count
        check.problems.add(
          .otherValue(
            "\(path).\(name)", String(rank), expected: "a number from 1 to \(highest)"))
      }
    }
    return LookingBack(month: month, levels: levels)
  }

  /// What was done: any ids, as catalogues differ from place to place.
  private mutating func did() -> [ID<LearningResource>] {
    (document.did ?? []).compactMap { name in
      if let id = ID<LearningResource>(name) { return id }
      check.problems.add(.otherValue("did", name, expected: "the id of a catalogue entry"))
      return nil
    }
  }

  private mutating func role() -> RoleID? {
    guard let text = document.role else { return nil }
    if let id = RoleID(text), expectation.framework.role(id) != nil { return id }
    check.problems.add(.unknown("role", .role(text, of: expectation.framework)))
    return nil
  }

  private mutating func importance() -> Assessment.Importance {
    let importance = Assessment.Importance(
      picked: Set(check.list(document.important, "important")),
      top: check.list(document.top, "top"),
      ratings: ratings())
    checkMode(of: importance)
    if importance.top.count > Assessment.Importance.topLimit {
      check.problems.add(.tooManyTop(importance.top.count))
    }
    for (area, picks) in importance.crowdedAreas(of: expectation.framework) {
      check.problems.add(.tooManyPicks(area, count: picks))
    }
    return importance
  }

  private mutating func ratings() -> [CompetencyID: ImportanceRating] {
    var ratings: [CompetencyID: ImportanceRating] = [:]
    for (name, rank) in (document.importance ?? [:]).sorted(by: { $0.key < $1.key }) {
      guard let id = check.competency(name, "importance") else { continue }
      if let rating = ImportanceRating(rank: rank) {
        ratings[id] = rating
      } else {
        check.problems.add(
          .otherValue("importance.\(name)", String(rank), expected: "a number from 1 to 5"))
      }
    }
    return ratings
  }

  /// What was picked and what was rated are different questions: they are not counted together.
  private mutating func checkMode(of importance: Assessment.Importance) {
    guard let mode = expectation.importance else { return }
    let isPicked = !importance.picked.isEmpty || !importance.top.isEmpty
    if isPicked, mode != .picks { check.problems.add(.otherImportance(.picks, expected: mode)) }
    if !importance.ratings.isEmpty, mode != .rated {
      check.problems.add(.otherImportance(.rated, expected: mode))
    }
  }

  private mutating func background()
    -> [ID<BackgroundQuestions.Field>: [ID<BackgroundQuestions.Option>]]
  {
    let fields = expectation.background?.fields ?? []
    var background: [ID<BackgroundQuestions.Field>: [ID<BackgroundQuestions.Option>]] = [:]
    for (name, texts) in (document.background ?? [:]).sorted(by: { $0.key < $1.key }) {
      guard let field = fields.first(where: { $0.id.description == name }) else {
        let candidates = fields.map { UnknownName.Candidate($0.id.description) }
        check.problems.add(.unknown("background", UnknownName(.field, name, among: candidates)))
        continue
      }
      let options = field.options(named: texts) { problem in
        check.problems.add(.background(problem()))
      }
      // An empty list and an absent key both say that nothing was answered.
      if !options.isEmpty { background[field.id] = options }
    }
    return background
  }
}
