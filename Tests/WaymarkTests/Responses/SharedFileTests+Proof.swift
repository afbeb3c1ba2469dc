import Foundation
import Testing
import WaymarkBasics
import WaymarkTestSupport

@testable import Waymark

/// The proofs in files that people shared.
extension SharedFileTests {
  @Test func `A file with a proof is read as it was written`() throws {
    let proof = try #require(RevisionProof(String(repeating: "0123456789abcdef", count: 4)))
    let proved = SharedFile(try read(Self.text).content, proof: proof)
    #expect(try proved.json().contains("\"schema\" : 2"))
    #expect(try read(try proved.json()) == proved)
    for kind in SharedFile.Kind.allCases {
      let withdrawal = SharedFile(Withdrawal(of: kind, Self.id, revision: 3), proof: proof)
      #expect(try read(try withdrawal.json()) == withdrawal)
      #expect(withdrawal.claim.key == .init(kind, Self.id))
    }
  }

  @Test(arguments: [
    ("\"schema\" : 1", "\"schema\" : 2", SharedFileProblem.missingKey("proof")),
    ("\"schema\" : 1", "\"schema\" : 1, \"proof\" : \"\"", .unknownKey("proof")),
    (
      "\"schema\" : 1", "\"schema\" : 2, \"proof\" : \"AB\"",
      .otherValue("proof", "AB", expected: .hexadecimalDigits(64))
    ),
    (
      "\"revision\" : 2", "\"revision\" : 1000",
      .otherValue("revision", "1000", expected: .number(1...999))
    ),
  ])
  func `A file of the second version has a proof, and one of the first has none`(
    old: String, new: String, problem: SharedFileProblem
  ) throws {
    let text = Self.text.replacing(old, with: new)
    #expect(refusal(Array(text.utf8))?.listed.map(\.problem) == [problem])
  }
}
