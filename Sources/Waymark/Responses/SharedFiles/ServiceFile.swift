package import FoundationEssentials
package import WaymarkBasics

/// What someone says of their library's service as they hand it on, `waymark-service.json`, or what
/// takes that back.
///
/// It holds what `docs/service.schema.json` allows and nothing else: no name, no role, no background,
/// and no id that a response has too.
package enum ServiceFile: Equatable, Sendable {
  /// What the service needs; for one campaign, or for any. The proof shows that it comes from whoever
  /// shared it first; files of before have none.
  case view(
    ServiceView, framework: Framework.Key, campaign: ID<Campaign>?, proof: RevisionProof? = nil)
  /// Takes every revision up to this one back.
  case withdrawal(id: UUID, revision: Int, proof: RevisionProof? = nil)

  /// The value of `format`.
  package static let format = "waymark-service"
  /// The value of `format` in a withdrawal.
  package static let withdrawalFormat = "waymark-service-withdrawal"

  /// The file's text, the same for the same values.
  ///
  /// - Throws: `EncodingError`, never for values of this type.
  package func json() throws -> String { try JSON.document(self) }
}

extension ServiceFile: Encodable {
  private enum CodingKeys: String, CodingKey {
    case campaign, format, framework, id, inFiveYears, month, now, proof, revision, schema
  }

  /// Writes every key, with null where there is no value.
  package func encode(to encoder: any Encoder) throws {
    var file = encoder.container(keyedBy: CodingKeys.self)
    try file.encode(SharedFile.schema(with: proof), forKey: .schema)
    try file.encodeIfPresent(proof?.description, forKey: .proof)
    switch self {
    case .withdrawal(let id, let revision, _):
      try file.encode(Self.withdrawalFormat, forKey: .format)
      try file.encode(id.uuidString.lowercased(), forKey: .id)
      try file.encode(revision, forKey: .revision)
    case .view(let view, let framework, let campaign, _):
      try file.encode(Self.format, forKey: .format)
      try file.encode(view.id.uuidString.lowercased(), forKey: .id)
      try file.encode(view.revision, forKey: .revision)
      try file.encode(campaign?.description, forKey: .campaign)
      try file.encode(view.month, forKey: .month)
      try file.encode(Self.words(view.now), forKey: .now)
      try file.encode(Self.words(view.inFiveYears), forKey: .inFiveYears)
      try file.encode(framework, forKey: .framework)
    }
  }

  private var proof: RevisionProof? {
    switch self {
    case .view(_, _, _, let proof), .withdrawal(_, _, let proof): proof
    }
  }

  private static func words(_ answers: [CompetencyID: Answer]) -> [String: String] {
    Dictionary(
      answers.map { ($0.description, $1.word) }, uniquingKeysWith: { first, _ in first })
  }
}

/// The values of a file about a service as they stand in the JSON, before they are checked against a
/// framework.
struct ServiceDocument: JSONReadable {
  /// Whether a file of this format is one of these.
  static func reads(_ format: String?) -> Bool {
    format == ServiceFile.format || format == ServiceFile.withdrawalFormat
  }

  var format: String?
  var schema: Int?
  var id: String?
  var revision: Int?
  var campaign: String?
  var month: String?
  var framework: ResponseDocument.FrameworkKey?
  var now: [String: String]?
  var inFiveYears: [String: String]?
  var proof: String?
  var problems: [ResponseFileProblem]

  init(_ json: JSONTree) throws(JSONMismatch) {
    var object = try JSONObjectReader(json)
    format = object.value("format", "a text")
    schema = object.value("schema", "a whole number")
    guard schema.map(SharedFile.schemas.contains) ?? false else {
      // What else it holds cannot be judged.
      problems = object.problems
      return
    }
    id = object.value("id", "a text")
    revision = object.value("revision", "a whole number")
    proof = object.proof(in: schema)
    if format == ServiceFile.withdrawalFormat {
      object.allow(["format", "id", "revision", "schema"], in: schema)
    } else {
      campaign = object.optional("campaign", "a text")
      month = object.value("month", "a text")
      framework = object.value("framework", "an object")
      now = object.value("now", "an object of texts")
      inFiveYears = object.value("inFiveYears", "an object of texts")
      object.allow(
        [
          "campaign", "format", "framework", "id", "inFiveYears", "month", "now", "revision",
          "schema",
        ], in: schema)
    }
    problems = object.problems + (framework?.problems ?? [])
  }
}

/// What someone says that their library's service needs, now and in five years, by the statements.
///
/// The levels are those that at least one person should reach whom others can turn to. It is the view
/// of the one who answers, and says nothing of where they are themselves.
package struct ServiceView: Hashable, Sendable {
  /// A random id of its own; no response has it.
  package let id: UUID
  /// Counts the times that it was given; a higher revision replaces a lower one.
  package let revision: Int
  /// The month in which it was finished, such as 2026-11.
  package let month: String
  /// What is needed now.
  package let now: [CompetencyID: Answer]
  /// What is needed in five years.
  package let inFiveYears: [CompetencyID: Answer]

  package init(
    id: UUID, revision: Int, month: String, now: [CompetencyID: Answer],
    inFiveYears: [CompetencyID: Answer]
  ) {
    self.id = id
    self.revision = revision
    self.month = month
    self.now = now
    self.inFiveYears = inFiveYears
  }
}
