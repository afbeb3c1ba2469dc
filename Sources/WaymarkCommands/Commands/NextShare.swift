import Foundation
import Waymark
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
      throw Failure.input(
        "share", "this was shared \(earlier) times, and no more is possible",
        mend: "answer anew with: waymark assess --new")
    }
    revision = min(earlier + 1, last)
    proof = secret.proof(
      of: id.uuidString.lowercased(),
      at: RevisionProof.Step(revision: revision, isWithdrawal: isWithdrawal), sha256: SHA256.hex)
  }
}
