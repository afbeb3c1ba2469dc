import FoundationEssentials
package import WaymarkBasics

extension SharedFile {
  /// What a file must fit.
  package struct Expectation: Sendable {
    /// The framework that the campaign answers.
    package let framework: Framework
    /// The framework's key, down to the bytes.
    package let key: Framework.Key
    /// The background questions that the campaign may ask; without them none may be answered.
    package let background: BackgroundQuestions?
    /// The campaign; `nil` takes files for any.
    package let campaign: ID<Campaign>?
    /// Which statements the campaign asks; the full form takes the core form too.
    package let form: QuestionnaireForm
    /// How the campaign asks for importance; `nil` takes every way.
    package let importance: ImportanceMode?

    package init(
      framework: Framework, key: Framework.Key, background: BackgroundQuestions?,
      campaign: ID<Campaign>?, form: QuestionnaireForm = .full, importance: ImportanceMode? = nil
    ) {
      self.framework = framework
      self.key = key
      self.background = background
      self.campaign = campaign
      self.form = form
      self.importance = importance
    }
  }

  /// Reads a file, named as the person named it.
  ///
  /// - Throws: everything that is wrong with it; answers to another framework are not looked at.
  package init(
    bytes: [UInt8], file: String, expecting expectation: Expectation
  ) throws(Findings<SharedFileProblem>) {
    var check = try SharedFileCheck(bytes, file: file, expecting: expectation)
    self = try check.sharedFile()
  }
}

/// Reads a shared file key by key, checks each value against what a campaign asks, and goes on after a
/// problem.
///
/// What every kind has in common is checked here: the schema, the id, the revision, its proof, the
/// framework, the campaign. Each payload reads its own keys in its own file. Keys that were asked for are
/// remembered: one that nobody asked for has no meaning.
struct SharedFileCheck {
  let expectation: SharedFile.Expectation
  private let file: String
  private let bytes: [UInt8]
  private let root: JSONTree
  /// The object that is being read, and what stands before its keys in a path, such as `framework.`.
  private var object: JSONTree
  private var prefix = ""
  private var asked: Set<String> = []
  private var listed: [Finding<SharedFileProblem>] = []
  private var unlisted = 0

  init(
    _ bytes: [UInt8], file: String, expecting expectation: SharedFile.Expectation
  ) throws(Findings<SharedFileProblem>) {
    guard bytes.count <= SharedFile.sizeLimit else {
      throw Findings(Finding(.tooLarge(bytes: bytes.count), at: Place(file: file)))
    }
    do throws(JSONFault.Placed) {
      root = try JSONScanner.tree(of: bytes)
    } catch {
      throw Findings(Finding(.notJSON(error.fault), at: Place(file: file, at: error.place)))
    }
    self.expectation = expectation
    self.file = file
    self.bytes = bytes
    object = root
  }

  /// The file, when nothing is wrong with it.
  mutating func sharedFile() throws(Findings<SharedFileProblem>) -> SharedFile {
    // Files that were written before every document had a kind name theirs so.
    let key = root["kind"] == nil ? "format" : "kind"
    guard let (kind, isWithdrawal) = Self.kind(of: root[key]?.text) else {
      throw Findings(finding(.otherFormat))
    }
    asked.insert(key)
    let schema = try schema()
    let id = value(kind.idKey, .uuid, UUID.init(uuidString:))
    let revision = number("revision", SharedFile.revisions)
    let proof =
      schema > SharedFile.schemas.lowerBound
      ? value("proof", .hexadecimalDigits(64), RevisionProof.init) : nil
    var content: SharedFile.Content?
    if isWithdrawal {
      if let id, let revision {
        content = .withdrawal(Withdrawal(of: kind, id.name, revision: revision))
      }
    } else {
      try expectFramework()
      let campaign = campaign()
      content = payload(kind, id, revision).map {
        .payload($0, framework: expectation.key, campaign: campaign)
      }
    }
    refuseOtherKeys()
    try finish()
    guard let content else { throw Findings(finding(.otherFormat)) }
    return SharedFile(content, proof: proof)
  }

  // MARK: - Keys and values

  /// The value of a key that must be there.
  mutating func value<Value: JSONReadable>(_ key: String, as _: Value.Type = Value.self) -> Value? {
    asked.insert(key)
    guard let value = object[key] else {
      add(at: key) { .missingKey($0) }
      return nil
    }
    do throws(JSONMismatch) {
      return try Value(value)
    } catch {
      let place = ([key] + error.path).joined(separator: ".")
      add(at: place) { .otherType($0, expected: Value.words.one) }
      return nil
    }
  }

  /// The value of a key that must be there but may be null.
  mutating func optional<Value: JSONReadable>(_ key: String) -> Value? {
    value(key, as: Value?.self) ?? nil
  }

  /// The value of a key that may be absent.
  mutating func ifPresent<Value: JSONReadable>(_ key: String) -> Value? {
    object[key] == nil ? nil : value(key)
  }

  /// What the text of a key that must be there says.
  mutating func value<Value>(
    _ key: String, _ expected: SharedFileProblem.Expected, _ make: (String) -> Value?
  ) -> Value? {
    value(key).flatMap { checked($0, key, expected, make) }
  }

  /// What the text of a key says that must be there but may be null.
  mutating func optional<Value>(
    _ key: String, _ expected: SharedFileProblem.Expected, _ make: (String) -> Value?
  ) -> Value? {
    optional(key).flatMap { checked($0, key, expected, make) }
  }

  /// A whole number within limits.
  mutating func number(_ key: String, _ limits: ClosedRange<Int>) -> Int? {
    guard let number: Int = value(key) else { return nil }
    guard limits.contains(number) else {
      add(at: key) { .otherValue($0, String(number), expected: .number(limits)) }
      return nil
    }
    return number
  }

  /// What an object that must be there holds.
  mutating func object<Value>(_ key: String, _ read: (inout Self) -> Value?) -> Value? {
    asked.insert(key)
    guard let member = object[key] else {
      add(at: key) { .missingKey($0) }
      return nil
    }
    guard member.members != nil else {
      add(at: key) { .otherType($0, expected: JSONTree.object) }
      return nil
    }
    let outer = (object, prefix, asked)
    (object, prefix, asked) = (member, "\(prefix)\(key).", [])
    defer { (object, prefix, asked) = outer }
    let value = read(&self)
    refuseOtherKeys()
    return value
  }

  /// What an object holds that may be absent.
  mutating func objectIfPresent<Value>(
    _ key: String, _ read: (inout Self) -> Value?
  ) -> Value? {
    object[key] == nil ? nil : object(key, read)
  }

  /// What a text of this key says.
  mutating func checked<Value>(
    _ text: String, _ key: String, _ expected: SharedFileProblem.Expected,
    _ make: (String) -> Value?
  ) -> Value? {
    let value = make(text)
    if value == nil { add(at: key) { .otherValue($0, text, expected: expected) } }
    return value
  }

  /// The text, when it is a month such as 2026-11.
  static func month(_ text: String) -> String? { CalendarDate.isMonth(text) ? text : nil }

  // MARK: - What is said of competencies

  /// The answers to statements, by the words that files have for them.
  mutating func answers(_ key: String) -> [CompetencyID: Answer] {
    let scale = expectation.framework.scale
    return byCompetency(key) { check, word, path in
      do throws(AnswerWordProblem) {
        guard let answer = try Answer.read(cell: word, scale: scale) else {
          throw .notAnAnswer(word, levels: scale.steps.count, near: nil)
        }
        return answer
      } catch {
        check.add(.answer(path, error))
        return nil
      }
    }
  }

  /// Ranks counted from 1 for statements.
  mutating func ranks<Rank>(
    _ key: String, _ limits: ClosedRange<Int>, _ make: (Int) -> Rank?
  ) -> [CompetencyID: Rank] {
    byCompetency(key) { check, rank, path in
      let value = make(rank)
      if value == nil { check.add(.otherValue(path, String(rank), expected: .number(limits))) }
      return value
    }
  }

  private mutating func byCompetency<Raw: JSONReadable, Value>(
    _ key: String, _ read: (inout Self, _ raw: Raw, _ path: String) -> Value?
  ) -> [CompetencyID: Value] {
    var values: [CompetencyID: Value] = [:]
    let found: [String: Raw] = value(key) ?? [:]
    for (name, raw) in found.sorted(by: { $0.key < $1.key }) {
      guard let id = competency(name, prefix + key) else { continue }
      values[id] = read(&self, raw, "\(prefix)\(key).\(name)")
    }
    return values
  }

  /// A list of competencies, none of which may be there twice; `nil` where there is no list.
  mutating func competencies(_ key: String) -> [CompetencyID]? {
    guard let names: [String] = value(key) else { return nil }
    var list: [CompetencyID] = []
    for name in names {
      guard let id = competency(name, prefix + key) else { continue }
      if list.contains(id) {
        add(at: key) { .repeatedPick($0, id) }
      } else {
        list.append(id)
      }
    }
    return list
  }

  private mutating func competency(_ name: String, _ path: String) -> CompetencyID? {
    let framework = expectation.framework
    if let id = CompetencyID(name), framework.competency(id) != nil { return id }
    add(.unknown(path, .competency(name, of: framework)))
    return nil
  }

  // MARK: - Problems

  /// Adds a problem at its place, which takes time to find; beyond the limit it is only counted.
  mutating func add(_ problem: @autoclosure () -> SharedFileProblem) {
    if listed.count < Findings<SharedFileProblem>.limit {
      listed.append(finding(problem()))
    } else {
      unlisted += 1
    }
  }

  /// Adds a problem of a key of the object that is being read.
  private mutating func add(at key: String, _ problem: (_ path: String) -> SharedFileProblem) {
    let path = prefix + key
    add(problem(path))
  }

  private mutating func refuseOtherKeys() {
    for member in object.members ?? [] where !asked.contains(member.key) {
      add(at: member.key) { .unknownKey($0) }
    }
  }

  /// Throws everything that was wrong so far in the order of the file, if anything was.
  private func finish() throws(Findings<SharedFileProblem>) {
    let findings = Findings(listed.inFileOrder(), unlisted: unlisted)
    if let findings { throw findings }
  }

  /// A problem at the key or value that it is about.
  private func finding(_ problem: SharedFileProblem) -> Finding<SharedFileProblem> {
    let offset = root.offset(of: problem.path[...])
    return Finding(problem, at: Place(file: file, at: JSONScanner.place(of: offset, in: bytes)))
  }
}

/// What every kind of file has.
extension SharedFileCheck {
  private static func kind(of text: String?) -> (SharedFile.Kind, isWithdrawal: Bool)? {
    for kind in SharedFile.Kind.allCases {
      for isWithdrawal in [false, true]
      where text == kind.document(isWithdrawal: isWithdrawal).rawValue {
        return (kind, isWithdrawal)
      }
    }
    return nil
  }

  /// The version of the format; what a file of another one holds cannot be judged.
  private mutating func schema() throws(Findings<SharedFileProblem>) -> Int {
    let (oldest, newest) = (SharedFile.schemas.lowerBound, SharedFile.schemas.upperBound)
    let schema: Int? = value("schema")
    if let schema, schema > newest { throw Findings(finding(.newerSchema(schema, known: newest))) }
    if let schema, schema < oldest {
      add(.otherValue("schema", String(schema), expected: .oneOf([oldest, newest])))
    }
    try finish()
    return schema ?? newest
  }

  /// Answers to other words cannot be checked any further: nothing else is reported.
  private mutating func expectFramework() throws(Findings<SharedFileProblem>) {
    let expected = expectation.key
    let isOther = object("framework") { check in
      let (id, version, sha256): (String?, String?, String?) = (
        check.value("id"), check.value("version"), check.value("sha256")
      )
      guard let id, let version, let sha256,
        id != expected.id.description || version != expected.version || sha256 != expected.sha256
      else { return false }
      check.add(
        FrameworkID(id).map {
          .otherFramework(.init(id: $0, version: version, sha256: sha256), expected: expected)
        } ?? .otherValue("framework.id", id, expected: .framework(expected.id)))
      return true
    }
    if isOther == true { try finish() }
  }

  private mutating func campaign() -> ID<Campaign>? {
    let id = optional("campaign", .campaign) { ID<Campaign>($0) }
    if let id, let expected = expectation.campaign, id != expected {
      add(.otherCampaign(id.description, expected: expected))
    }
    return id
  }

  /// Where the id or the revision is wrong, what is in the file is checked all the same.
  private mutating func payload(
    _ kind: SharedFile.Kind, _ id: UUID?, _ revision: Int?
  ) -> SharedFile.Payload? {
    switch kind {
    case .response: Response(shared: &self, id: id, revision: revision).map { .response($0) }
    case .mentoring: MentoringCard(shared: &self, id: id, revision: revision).map { .mentoring($0) }
    case .service: ServiceView(shared: &self, id: id, revision: revision).map { .service($0) }
    }
  }
}
