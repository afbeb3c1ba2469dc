package import FoundationEssentials
package import WaymarkBasics

/// A mentoring card as a person hands it on, `waymark-mentoring.json`.
///
/// It is a file beside the response and holds what `docs/mentoring.schema.json` allows and nothing
/// else: no answer, no role, and no id that the response has too.
package struct MentoringFile: Equatable, Sendable {
  /// The value of `format`.
  package static let format = "waymark-mentoring"

  /// What is offered and sought.
  package let card: MentoringCard
  /// The framework whose competencies it names, down to the bytes.
  package let framework: Framework.Key
  /// The campaign it is meant for; `nil` for any.
  package let campaign: ID<Campaign>?
  /// What shows that it comes from whoever shared the card first; `nil` in files of before.
  package let proof: RevisionProof?

  package init(
    card: MentoringCard, framework: Framework.Key, campaign: ID<Campaign>?,
    proof: RevisionProof? = nil
  ) {
    self.card = card
    self.framework = framework
    self.campaign = campaign
    self.proof = proof
  }

  /// The file's text, the same for the same values.
  ///
  /// - Throws: `EncodingError`, never for values of this type.
  package func json() throws -> String { try JSON.document(self) }
}

extension MentoringFile: Encodable {
  private enum CodingKeys: String, CodingKey {
    case campaign, contact, format, framework, id, languages, pairs, proof, purposes = "for"
    case region, revision, schema, seeks, teaches
  }

  /// Writes every key, with null where there is no value.
  package func encode(to encoder: any Encoder) throws {
    var file = encoder.container(keyedBy: CodingKeys.self)
    try file.encode(Self.format, forKey: .format)
    try file.encode(SharedFile.schema(with: proof), forKey: .schema)
    try file.encodeIfPresent(proof?.description, forKey: .proof)
    try file.encode(card.name, forKey: .id)
    try file.encode(card.revision, forKey: .revision)
    try file.encode(campaign?.description, forKey: .campaign)
    try file.encode(card.contact.description, forKey: .contact)
    try file.encode(card.region?.description, forKey: .region)
    try file.encode(card.languages.map(\.description), forKey: .languages)
    try file.encode(card.teaches.map(\.description), forKey: .teaches)
    try file.encode(card.seeks.map(\.description), forKey: .seeks)
    try file.encode(card.mentees, forKey: .pairs)
    try file.encode(card.purposes.map(\.rawValue).sorted(), forKey: .purposes)
    try file.encode(framework, forKey: .framework)
  }
}

/// The values of a mentoring file or its withdrawal as they stand in the JSON, before they are
/// checked against a framework.
struct MentoringDocument: JSONReadable {
  /// Whether a file of this format is one of these.
  static func reads(_ format: String?) -> Bool {
    format == MentoringFile.format || format == MentoringWithdrawal.format
  }

  var format: String?
  var schema: Int?
  var id: String?
  var revision: Int?
  var campaign: String?
  var contact: String?
  var region: String?
  var framework: ResponseDocument.FrameworkKey?
  var languages: [String]?
  var teaches: [String]?
  var seeks: [String]?
  var pairs: Int?
  var purposes: [String]?
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
    if format == MentoringWithdrawal.format {
      object.allow(["format", "id", "revision", "schema"], in: schema)
    } else {
      campaign = object.optional("campaign", "a text")
      contact = object.value("contact", "a text")
      region = object.optional("region", "a text")
      framework = object.value("framework", "an object")
      languages = object.value("languages", "a list of texts")
      teaches = object.value("teaches", "a list of texts")
      seeks = object.value("seeks", "a list of texts")
      pairs = object.value("pairs", "a whole number")
      purposes = object.ifPresent("for", "a list of texts")
      object.allow(
        [
          "campaign", "contact", "for", "format", "framework", "id", "languages", "pairs", "region",
          "revision", "schema", "seeks", "teaches",
        ], in: schema)
    }
    problems = object.problems + (framework?.problems ?? [])
  }
}

/// Takes a mentoring card back: campaigns forget it with its contact.
package struct MentoringWithdrawal: Hashable, Sendable {
  /// The value of `format`.
  package static let format = "waymark-mentoring-withdrawal"

  /// The id of the card.
  package let id: UUID
  /// Withdraws every revision up to this one.
  package let revision: Int
  /// What shows that it comes from whoever shared the card; `nil` in files of before.
  package let proof: RevisionProof?

  package init(id: UUID, revision: Int, proof: RevisionProof? = nil) {
    self.id = id
    self.revision = revision
    self.proof = proof
  }

  /// The id as files and stores have it.
  package var name: String { id.uuidString.lowercased() }

  /// The file's text, the same for the same values.
  ///
  /// - Throws: `EncodingError`, never for values of this type.
  package func json() throws -> String { try JSON.document(self) }
}

extension MentoringWithdrawal: Encodable {
  private enum CodingKeys: String, CodingKey { case format, id, proof, revision, schema }

  /// Writes every key, that of the proof only where there is one.
  package func encode(to encoder: any Encoder) throws {
    var file = encoder.container(keyedBy: CodingKeys.self)
    try file.encode(Self.format, forKey: .format)
    try file.encode(SharedFile.schema(with: proof), forKey: .schema)
    try file.encodeIfPresent(proof?.description, forKey: .proof)
    try file.encode(name, forKey: .id)
    try file.encode(revision, forKey: .revision)
  }
}
