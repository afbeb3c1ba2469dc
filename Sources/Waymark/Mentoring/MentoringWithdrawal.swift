package import FoundationEssentials
import WaymarkBasics

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

  /// Joins the parts.
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
