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
