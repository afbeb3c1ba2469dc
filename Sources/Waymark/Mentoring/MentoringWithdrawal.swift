public import FoundationEssentials

/// Takes a mentoring card back: campaigns forget it with its contact.
public struct MentoringWithdrawal: Hashable, Sendable {
  /// The value of `format`.
  public static let format = "waymark-mentoring-withdrawal"

  /// The id of the card.
  public let id: UUID
  /// Withdraws every revision up to this one.
  public let revision: Int
  /// What shows that it comes from whoever shared the card; `nil` in files of before.
  public let proof: RevisionProof?

  /// Joins the parts.
  public init(id: UUID, revision: Int, proof: RevisionProof? = nil) {
    self.id = id
    self.revision = revision
    self.proof = proof
  }

  /// The id as files and stores have it.
  public var name: String { id.uuidString.lowercased() }

  /// The file's text, the same for the same values.
  ///
  /// - Throws: `EncodingError`, never for values of this type.
  public func json() throws -> String { try JSON.document(self) }
}

extension MentoringWithdrawal: Encodable {
  private enum CodingKeys: String, CodingKey { case format, id, proof, revision, schema }

  /// Writes every key, that of the proof only where there is one.
  public func encode(to encoder: any Encoder) throws {
    var file = encoder.container(keyedBy: CodingKeys.self)
    try file.encode(Self.format, forKey: .format)
    try file.encode(SharedFile.schema(with: proof), forKey: .schema)
    try file.encodeIfPresent(proof?.description, forKey: .proof)
    try file.encode(name, forKey: .id)
    try file.encode(revision, forKey: .revision)
  }
}
