extension JSONObjectReader {
  /// The text of the proof, which every file has since there are proofs, and none had before.
  mutating func proof(in schema: Int?) -> String? {
    Self.hasProof(schema) ? value("proof", "a text") : nil
  }

  /// Notes every key that is not among these, nor that of the proof where there is to be one.
  mutating func allow(_ keys: Set<String>, in schema: Int?) {
    allow(Self.hasProof(schema) ? keys.union(["proof"]) : keys)
  }

  private static func hasProof(_ schema: Int?) -> Bool {
    schema.map { $0 > SharedFile.schemas.lowerBound } ?? false
  }
}
