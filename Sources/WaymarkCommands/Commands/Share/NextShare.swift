import Foundation
import Waymark
import WaymarkBasics
import WaymarkStore

/// The revision that a file under an id is to bear next, with what proves it.
struct NextShare {
  let revision: Int
  let proof: RevisionProof

  /// - Parameters:
  ///   - id: the id under which files were shared `earlier` times.
  ///   - isWithdrawal: whether it takes those back; that is possible however often it was shared.
  /// - Throws: `Failure` when it was shared as often as can be.
  init(of id: UUID, after earlier: Int, isWithdrawal: Bool, secret: SharingSecret) throws {
    let last = SharedFile.revisions.upperBound
    guard isWithdrawal || earlier + 1 < last else {
      throw Failure.input("share", CommandWords.english.share.sharedTooOften(earlier))
    }
    revision = min(earlier + 1, last)
    proof = secret.proof(
      of: id.name,
      at: RevisionProof.Step(revision: revision, isWithdrawal: isWithdrawal), sha256: SHA256.hex)
  }
}

// What ids are made from is no sentence: in other words they would be other ids.
extension SharingSecret {
  /// The id that lets a person's years be compared.
  var link: UUID { id(of: "link", sha256: SHA256.hex) }

  /// The id of the offer that is made beside an assessment.
  func mentoringCard(of assessment: UUID) -> UUID {
    id(of: "mentoring card of \(assessment)", sha256: SHA256.hex)
  }
}
