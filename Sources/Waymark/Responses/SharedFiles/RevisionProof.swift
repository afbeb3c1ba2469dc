package import FoundationEssentials

/// Shows that a file comes from whoever shared the first file under the same id.
///
/// All files of an id are steps in a row, and the proof of a step is the hash of the proof of the next
/// one (L. Lamport, "Password Authentication with Insecure Communication", 1981). The last is made from
/// a secret that no file holds. So whoever has a file can work out the proofs of earlier steps, which
/// change nothing any more, and of no later one.
package struct RevisionProof: Hashable, Sendable, CustomStringConvertible {
  /// Where a file stands in the row of all that are shared under one id.
  package struct Step: Hashable, Comparable, Sendable {
    /// The last step of all: the withdrawal of the highest revision.
    package static let last = Step(revision: SharedFile.revisions.upperBound, isWithdrawal: true)

    /// The number of the step, from 2 on.
    package let number: Int

    /// A withdrawal comes after what has its revision, and before what has the next one.
    package init(revision: Int, isWithdrawal: Bool = false) {
      number = 2 * revision + (isWithdrawal ? 1 : 0)
    }

    /// Takes a number as it is kept, or gives `nil` where it is none of a step.
    package init?(number: Int) {
      guard (2...Self.last.number).contains(number) else { return nil }
      self.number = number
    }

    /// In the order of the row.
    package static func < (one: Step, other: Step) -> Bool { one.number < other.number }
  }

  /// 64 hexadecimal digits in lower case.
  package let description: String

  /// Takes a proof as files hold it, or gives `nil` where it is none.
  package init?(_ text: String) {
    guard SharingSecret.isHash(text) else { return nil }
    description = text
  }

  init(hash: String) { description = hash }

  /// The proof of an earlier step of the same id.
  ///
  /// - Parameters:
  ///   - steps: how many steps lie between.
  ///   - sha256: gives the SHA-256 of a text's UTF-8 in 64 hexadecimal digits.
  /// - Complexity: one hash a step.
  func earlier(by steps: Int, of id: String, sha256: (String) -> String) -> RevisionProof {
    (0..<max(0, steps)).reduce(self) { proof, _ in
      // The id keeps the rows of different ids apart, though one secret begins them all.
      RevisionProof(hash: sha256("waymark-revision\n\(id)\n\(proof)"))
    }
  }
}

/// What a person's store keeps to itself, and all proofs and random ids of shared files come from.
///
/// Nobody can work it out from files, nor tell from files alone that they have the same secret.
package struct SharingSecret: Sendable {
  private let digits: String

  /// Takes the secret as the store keeps it, 64 hexadecimal digits in lower case; `nil` for any other
  /// text.
  package init?(_ digits: String) {
    guard Self.isHash(digits) else { return nil }
    self.digits = digits
  }

  /// The proof that a file of an id holds.
  ///
  /// - Parameter sha256: gives the SHA-256 of a text's UTF-8 in 64 hexadecimal digits.
  /// - Complexity: one hash for each step that could still follow, 1,998 at most.
  package func proof(
    of id: String, at step: RevisionProof.Step, sha256: (String) -> String
  ) -> RevisionProof {
    // One hash more than there are steps, so that the secret itself never leaves.
    RevisionProof(hash: digits).earlier(
      by: RevisionProof.Step.last.number + 1 - step.number, of: id, sha256: sha256)
  }

  /// An id that looks random and is the same each time that it is asked for.
  ///
  /// - Parameter purpose: what it is an id of; another purpose has another id.
  package func id(of purpose: String, sha256: (String) -> String) -> UUID {
    let hash = sha256("waymark-id\n\(purpose)\n\(digits)")
    let half = { (from: Int) in UInt64(hash.dropFirst(from).prefix(16), radix: 16) ?? 0 }
    // Marked as a random UUID: version 4, variant 1 (RFC 9562).
    let high = half(0) & ~0xF000 | 0x4000
    let low = half(16) & ~(0b11 << 62) | 0b10 << 62
    func byte(_ number: UInt64, _ place: Int) -> UInt8 {
      UInt8(truncatingIfNeeded: number >> (56 - 8 * place))
    }
    return UUID(
      uuid: (
        byte(high, 0), byte(high, 1), byte(high, 2), byte(high, 3), byte(high, 4), byte(high, 5),
        byte(high, 6), byte(high, 7), byte(low, 0), byte(low, 1), byte(low, 2), byte(low, 3),
        byte(low, 4), byte(low, 5), byte(low, 6), byte(low, 7)
      ))
  }

  /// Whether a text is a SHA-256, 64 hexadecimal digits in lower case.
  static func isHash(_ text: String) -> Bool {
    text.utf8.count == 64
      && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }
}

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
