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
