import FoundationEssentials
package import WaymarkBasics

/// A response as a person hands it on, `waymark-response.json`.
///
/// It holds what `docs/response.schema.json` allows and nothing else: there is no field for a name,
/// for notes, or for how the questionnaire was answered.
package struct ResponseFile: Equatable, Sendable {
  /// The value of `format`.
  package static let format = "waymark-response"

  /// The response; its id is a UUID in lower case.
  package let response: Response
  /// The framework that was answered, down to the bytes.
  package let framework: Framework.Key
  /// The campaign it is meant for; `nil` for any.
  package let campaign: ID<Campaign>?
  /// What shows that it comes from whoever shared the response first; `nil` in files of before.
  package let proof: RevisionProof?

  package init(
    response: Response, framework: Framework.Key, campaign: ID<Campaign>?,
    proof: RevisionProof? = nil
  ) {
    self.response = response
    self.framework = framework
    self.campaign = campaign
    self.proof = proof
  }

  /// The file's text, the same for the same values.
  ///
  /// - Throws: `EncodingError`, never for values of this type.
  package func json() throws -> String { try JSON.document(self) }
}

extension ResponseFile: Encodable {
  private enum CodingKeys: String, CodingKey {
    case answers, background, campaign, did, format, framework, importance, important, link
    case lookingBack, month, proof, response, revision, role, schema, top
  }

  private enum LookingBackKeys: String, CodingKey { case levels, month }

  /// Writes every key, with null where there is no value; those of what a person may add only where
  /// they did.
  package func encode(to encoder: any Encoder) throws {
    var file = encoder.container(keyedBy: CodingKeys.self)
    try file.encode(Self.format, forKey: .format)
    try file.encode(SharedFile.schema(with: proof), forKey: .schema)
    try file.encodeIfPresent(proof?.description, forKey: .proof)
    try file.encode(response.id, forKey: .response)
    try file.encode(response.revision, forKey: .revision)
    try file.encode(campaign?.description, forKey: .campaign)
    try file.encode(response.link?.uuidString.lowercased(), forKey: .link)
    try file.encode(response.month, forKey: .month)
    try file.encode(response.role?.description, forKey: .role)
    let answers = response.answers.map { ($0.description, $1.word) }
    try file.encode(Dictionary(answers, uniquingKeysWith: { first, _ in first }), forKey: .answers)
    let background = response.background.map { ($0.description, $1.map(\.description)) }
    try file.encode(
      Dictionary(background, uniquingKeysWith: { first, _ in first }), forKey: .background)
    try file.encode(response.importance.picked.sorted().map(\.description), forKey: .important)
    try file.encode(response.importance.top.map(\.description), forKey: .top)
    let ratings = response.importance.ratings.map { ($0.description, $1.rank) }
    try file.encode(
      Dictionary(ratings, uniquingKeysWith: { first, _ in first }), forKey: .importance)
    try file.encode(framework, forKey: .framework)
    if let lookingBack = response.addition.lookingBack {
      var then = file.nestedContainer(keyedBy: LookingBackKeys.self, forKey: .lookingBack)
      try then.encode(lookingBack.month, forKey: .month)
      let levels = lookingBack.levels.map { ($0.description, $1.rank) }
      try then.encode(
        Dictionary(levels, uniquingKeysWith: { first, _ in first }), forKey: .levels)
    }
    if !response.addition.did.isEmpty {
      try file.encode(response.addition.did.map(\.description), forKey: .did)
    }
  }
}

extension Framework.Key: Encodable {
  private enum CodingKeys: String, CodingKey { case id, sha256, version }

  /// Writes the key as shared files hold it.
  package func encode(to encoder: any Encoder) throws {
    var key = encoder.container(keyedBy: CodingKeys.self)
    try key.encode(id.description, forKey: .id)
    try key.encode(version, forKey: .version)
    try key.encode(sha256, forKey: .sha256)
  }
}

/// Takes a response back: campaigns forget it until they are published.
package struct Withdrawal: Equatable, Sendable {
  /// The value of `format`.
  package static let format = "waymark-withdrawal"

  /// The id of the response, a UUID in lower case.
  package let response: String
  /// Withdraws every revision up to this one.
  package let revision: Int
  /// What shows that it comes from whoever shared the response; `nil` in files of before.
  package let proof: RevisionProof?

  package init(response: String, revision: Int, proof: RevisionProof? = nil) {
    self.response = response
    self.revision = revision
    self.proof = proof
  }

  /// The file's text, the same for the same values.
  ///
  /// - Throws: `EncodingError`, never for values of this type.
  package func json() throws -> String { try JSON.document(self) }
}

extension Withdrawal: Encodable {
  private enum CodingKeys: String, CodingKey { case format, proof, response, revision, schema }

  /// Writes every key, that of the proof only where there is one.
  package func encode(to encoder: any Encoder) throws {
    var file = encoder.container(keyedBy: CodingKeys.self)
    try file.encode(Self.format, forKey: .format)
    try file.encode(SharedFile.schema(with: proof), forKey: .schema)
    try file.encodeIfPresent(proof?.description, forKey: .proof)
    try file.encode(response, forKey: .response)
    try file.encode(revision, forKey: .revision)
  }
}
