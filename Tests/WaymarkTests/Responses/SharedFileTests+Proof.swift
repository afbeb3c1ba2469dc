import Foundation
import Testing
import WaymarkBasics
import WaymarkTestSupport

@testable import Waymark

/// The proofs in files that people shared.
extension SharedFileTests {
  @Test func `A file with a proof is read as it was written`() throws {
    let proof = try #require(RevisionProof(String(repeating: "0123456789abcdef", count: 4)))
    guard case .response(let file) = try read(Self.text) else {
      Issue.record("this is a response")
      return
    }
    let proved = ResponseFile(
      response: file.response, framework: file.framework, campaign: file.campaign, proof: proof)
    #expect(try proved.json().contains("\"schema\" : 2"))
    #expect(try read(try proved.json()) == .response(proved))
    let withdrawal = Withdrawal(response: Self.id, revision: 3, proof: proof)
    #expect(try read(try withdrawal.json()) == .withdrawal(withdrawal))
    let card = MentoringWithdrawal(id: try SampleMentoring.id(1), revision: 3, proof: proof)
    #expect(try read(try card.json()) == .mentoringWithdrawal(card))
    let view = ServiceFile.withdrawal(id: try SampleMentoring.id(1), revision: 3, proof: proof)
    #expect(try read(try view.json()) == .service(view))
  }

  @Test(arguments: [
    ("\"schema\" : 1", "\"schema\" : 2", ResponseFileProblem.missingKey("proof")),
    ("\"schema\" : 1", "\"schema\" : 1, \"proof\" : \"\"", .unknownKey("proof")),
    (
      "\"schema\" : 1", "\"schema\" : 2, \"proof\" : \"AB\"",
      .otherValue("proof", "AB", expected: "64 hexadecimal digits")
    ),
    (
      "\"revision\" : 2", "\"revision\" : 1000",
      .otherValue("revision", "1000", expected: "a number from 1 to 999")
    ),
  ])
  func `A file of the second version has a proof, and one of the first has none`(
    old: String, new: String, problem: ResponseFileProblem
  ) throws {
    let text = Self.text.replacing(old, with: new)
    #expect(refusal(Array(text.utf8))?.listed.map(\.problem) == [problem])
  }
}
