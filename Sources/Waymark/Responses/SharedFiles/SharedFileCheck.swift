import FoundationEssentials
import WaymarkBasics

/// What is checked of every kind of shared file: who it is, what it is for, and the ids in it.
struct SharedFileCheck {
  /// What is wrong with the file so far.
  struct Problems {
    fileprivate let json: ReadJSON
    fileprivate var listed: [Finding<ResponseFileProblem>] = []
    fileprivate var unlisted = 0

    /// Adds a problem at its place, which takes time to find; beyond the limit it is only counted.
    mutating func add(_ problem: @autoclosure () -> ResponseFileProblem) {
      if listed.count < Findings<ResponseFileProblem>.limit {
        listed.append(json.finding(problem()))
      } else {
        unlisted += 1
      }
    }
  }

  let expectation: SharedFile.Expectation
  var problems: Problems

  /// Begins with what was wrong with the types of the values.
  init(_ found: [ResponseFileProblem], _ json: ReadJSON, expectation: SharedFile.Expectation) {
    self.expectation = expectation
    problems = Problems(json: json)
    for problem in found { problems.add(problem) }
  }

  /// Throws everything that was wrong so far in the order of the file, if anything was.
  func finish() throws(Findings<ResponseFileProblem>) {
    let findings = Findings(problems.listed.inFileOrder(), unlisted: problems.unlisted)
    if let findings { throw findings }
  }

  /// A problem after which nothing else can be said of the file.
  func failure(_ problem: ResponseFileProblem) -> Findings<ResponseFileProblem> {
    problems.json.failure(problem)
  }

  mutating func expectSchema(_ schema: Int?) {
    guard let schema, !SharedFile.schemas.contains(schema) else { return }
    let (oldest, newest) = (SharedFile.schemas.lowerBound, SharedFile.schemas.upperBound)
    problems.add(.otherValue("schema", String(schema), expected: "\(oldest) or \(newest)"))
  }

  mutating func proof(_ text: String?) -> RevisionProof? {
    guard let text else { return nil }
    if let proof = RevisionProof(text) { return proof }
    problems.add(.otherValue("proof", text, expected: "64 hexadecimal digits"))
    return nil
  }

  mutating func revision(_ revision: Int?) -> Int {
    guard let revision else { return 0 }
    if !SharedFile.revisions.contains(revision) {
      problems.add(
        .otherValue(
          "revision", String(revision),
          expected: "a number from 1 to \(SharedFile.revisions.upperBound)"))
    }
    return revision
  }

  /// Answers to other words cannot be checked any further: nothing else is reported.
  mutating func expectFramework(_ key: ResponseDocument.FrameworkKey?)
    throws(Findings<ResponseFileProblem>)
  {
    guard let key, let name = key.id, let version = key.version,
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
    try finish()
  }

  mutating func uuid(_ text: String, _ path: String) -> UUID? {
    guard let uuid = UUID(uuidString: text) else {
      problems.add(.otherValue(path, text, expected: "a UUID"))
      return nil
    }
    return uuid
  }

  mutating func campaign(_ text: String?) -> ID<Campaign>? {
    guard let text else { return nil }
    guard let id = ID<Campaign>(text) else {
      problems.add(.otherValue("campaign", text, expected: "the id of a campaign"))
      return nil
    }
    if let expected = expectation.campaign, id != expected {
      problems.add(.otherCampaign(text, expected: expected))
    }
    return id
  }

  mutating func month(_ month: String?, _ path: String) -> String? {
    if let month, !CalendarDate.isMonth(month) {
      problems.add(.otherValue(path, month, expected: CalendarDate.monthWords))
    }
    return month
  }

  /// The answers to statements, by the words that files have for them.
  mutating func answers(_ words: [String: String]?, _ path: String) -> [CompetencyID: Answer] {
    var answers: [CompetencyID: Answer] = [:]
    let scale = expectation.framework.scale
    for (name, word) in (words ?? [:]).sorted(by: { $0.key < $1.key }) {
      guard let id = competency(name, path) else { continue }
      do throws(AnswerWordProblem) {
        guard let answer = try Answer.read(cell: word, scale: scale) else {
          throw .notAnAnswer(word, levels: scale.steps.count, near: nil)
        }
        answers[id] = answer
      } catch {
        problems.add(.answer("\(path).\(name)", error))
      }
    }
    return answers
  }

  /// A list of competencies, none of which may be there twice.
  mutating func list(_ names: [String]?, _ path: String) -> [CompetencyID] {
    var list: [CompetencyID] = []
    for name in names ?? [] {
      guard let id = competency(name, path) else { continue }
      if list.contains(id) {
        problems.add(.repeatedPick(path, id))
      } else {
        list.append(id)
      }
    }
    return list
  }

  mutating func competency(_ name: String, _ path: String) -> CompetencyID? {
    if let id = CompetencyID(name), expectation.framework.competency(id) != nil { return id }
    problems.add(.unknown(path, .competency(name, of: expectation.framework)))
    return nil
  }
}
