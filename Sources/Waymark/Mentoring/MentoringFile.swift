import FoundationEssentials
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

  /// Joins the parts.
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
