/// What a campaign knows of the proofs of everything that was taken in, and decides with it whether a
/// file may change what stands.
package struct KnownProofs: Sendable {
  /// An id with what it is one of.
  package struct Key: Hashable, Sendable {
    /// What it is the id of.
    package let kind: SharedFile.Kind
    /// The id, a UUID in lower case.
    package let id: String

    package init(_ kind: SharedFile.Kind, _ id: String) {
      self.kind = kind
      self.id = id
    }
  }

  /// The newest proof of an id.
  package struct Entry: Hashable, Sendable {
    /// The step that it proves.
    package let step: RevisionProof.Step
    package let proof: RevisionProof

    package init(step: RevisionProof.Step, proof: RevisionProof) {
      self.step = step
      self.proof = proof
    }
  }

  /// What a file says that it is.
  package struct Claim: Hashable, Sendable {
    /// The id.
    package let key: Key
    /// Where it stands among the files of the id.
    package let step: RevisionProof.Step
    /// What shows it; `nil` in tables, and in files that were written before there were proofs.
    package let proof: RevisionProof?

    package init(_ key: Key, step: RevisionProof.Step, proof: RevisionProof?) {
      self.key = key
      self.step = step
      self.proof = proof
    }

    /// What to remember of it, once it stands; `nil` without a proof.
    package var entry: Entry? { proof.map { Entry(step: step, proof: $0) } }
  }

  private var entries: [Key: Entry]
  private let sha256: @Sendable (String) -> String

  /// Begins with what the campaign knows.
  ///
  /// - Parameter sha256: gives the SHA-256 of a text's UTF-8 in 64 hexadecimal digits.
  package init(_ entries: [Key: Entry] = [:], sha256: @escaping @Sendable (String) -> String) {
    self.entries = entries
    self.sha256 = sha256
  }

  /// Whether a file may change what stands under its id.
  ///
  /// It may where nothing of the id came with a proof, and with the proof of a later step. A step that
  /// is no later changes nothing, and needs no proof.
  package func admits(_ claim: Claim) -> Bool {
    guard let known = entries[claim.key], claim.step > known.step else { return true }
    return claim.proof?.earlier(
      by: claim.step.number - known.step.number, of: claim.key.id, sha256: sha256) == known.proof
  }

  /// Remembers what stands from now on.
  package mutating func keep(_ claim: Claim) {
    if let entry = claim.entry { entries[claim.key] = entry }
  }
}
