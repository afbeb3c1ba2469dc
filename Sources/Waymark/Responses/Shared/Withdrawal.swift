import WaymarkBasics

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

  /// Joins the parts.
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
