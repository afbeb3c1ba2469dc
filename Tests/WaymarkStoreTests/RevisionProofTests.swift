import Foundation
import Testing
import Waymark
import WaymarkBasics
import WaymarkStore
import WaymarkTestSupport

/// What shows that a file comes from whoever shared the first one.
@Suite struct RevisionProofTests {
  private static let id = "00000000-0000-4000-8000-000000000007"

  /// The SHA-256 of "a secret for tests".
  private func secret() throws -> SharingSecret {
    try #require(
      SharingSecret("89dd7bc7d1c16da3470b0ed6ba433d062c5249651de621502335d536762512b2"))
  }

  private func claim(
    _ revision: Int, isWithdrawal: Bool = false, of id: String = id, proof: RevisionProof?
  ) -> KnownProofs.Claim {
    KnownProofs.Claim(
      .init(.response, id), step: .init(revision: revision, isWithdrawal: isWithdrawal),
      proof: proof)
  }

  /// What whoever has the secret says.
  private func own(_ revision: Int, isWithdrawal: Bool = false) throws -> KnownProofs.Claim {
    claim(
      revision, isWithdrawal: isWithdrawal,
      proof: try secret().proof(
        of: Self.id, at: .init(revision: revision, isWithdrawal: isWithdrawal), sha256: SHA256.hex))
  }

  // Expected: Python's hashlib, a loop over sha256("waymark-revision\n" + id + "\n" + value).
  @Test(arguments: [
    (1, false, "2def5050530404a1becd11d22bc8139e5f95378236b0af91013465c18e536d07"),
    (2, true, "73907bf06cd8a2dbfde6b7b59491d4a32b12aefc2b7817c57abb801c44f1204d"),
    (999, true, "de1473629007be6c243b607c2c64c129fd8571b5f19203d98ad8725d68481901"),
  ])
  func `A proof is so many hashes of the secret`(
    revision: Int, isWithdrawal: Bool, expected: String
  ) throws {
    let proof = try own(revision, isWithdrawal: isWithdrawal).proof
    #expect(proof?.description == expected)
  }

  @Test func `An id for a purpose is always the same, and looks like a random one`() throws {
    let id = try secret().id(of: "link", sha256: SHA256.hex)
    #expect(id.uuidString == "E95A8393-E58E-42E1-BE0F-294D61CADB91")
    #expect(try secret().id(of: "card", sha256: SHA256.hex) != id)
  }

  @Test func `Whoever has the secret proves every later step, also after some were left out`()
    throws
  {
    var known = KnownProofs(sha256: SHA256.hex)
    for next in try [
      own(1), own(2), own(2, isWithdrawal: true), own(7), own(999, isWithdrawal: true),
    ] {
      #expect(known.admits(next))
      known.keep(next)
    }
  }

  @Test func `Whoever has a file proves no later step with it, and no withdrawal of it`() throws {
    var known = KnownProofs(sha256: SHA256.hex)
    known.keep(try own(3))
    let held = try own(3).proof
    for step in [(3, true), (4, false), (4, true), (999, false)] {
      #expect(!known.admits(claim(step.0, isWithdrawal: step.1, proof: held)), "\(step)")
      #expect(!known.admits(claim(step.0, isWithdrawal: step.1, proof: nil)), "\(step)")
    }
    // Not even by hashing it once more or with the right proof of another step.
    let once = RevisionProof(
      SHA256.hex("waymark-revision\n\(Self.id)\n\(held?.description ?? "")"))
    #expect(!known.admits(claim(4, proof: once)))
    #expect(!known.admits(claim(4, proof: try own(5).proof)))
    // A withdrawal gives nobody the next revision either.
    known.keep(try own(4, isWithdrawal: true))
    #expect(!known.admits(claim(5, proof: try own(4, isWithdrawal: true).proof)))
  }

  @Test func `A step that is no later changes nothing and needs no proof`() throws {
    var known = KnownProofs(sha256: SHA256.hex)
    known.keep(try own(3, isWithdrawal: true))
    for step in [(1, false), (3, false), (3, true)] {
      #expect(known.admits(claim(step.0, isWithdrawal: step.1, proof: nil)), "\(step)")
    }
  }

  @Test func `The proof of one id is none of another`() throws {
    let other = "00000000-0000-4000-8000-000000000008"
    var known = KnownProofs(sha256: SHA256.hex)
    let first = try secret().proof(of: other, at: .init(revision: 1), sha256: SHA256.hex)
    known.keep(claim(1, of: other, proof: first))
    #expect(!known.admits(claim(2, of: other, proof: try own(2).proof)))
    #expect(known.admits(try own(2)))
  }

  @Test(arguments: [
    "", "2def", String(repeating: "A", count: 64), String(repeating: "g", count: 64),
  ])
  func `What is no hash is no proof and no secret`(text: String) {
    #expect(RevisionProof(text) == nil)
    #expect(SharingSecret(text) == nil)
  }

  @Test func `Every store has a secret of its own, which stays and which a copy keeps`() throws {
    try withTemporaryFolder { folder in
      let step = RevisionProof.Step(revision: 1)
      func proof(_ name: String) throws -> RevisionProof {
        try Store(path: folder + "/" + name, for: .writing).sharingSecret().proof(
          of: Self.id, at: step, sha256: SHA256.hex)
      }
      let first = try proof("a.sqlite")
      #expect(try proof("a.sqlite") == first)
      #expect(try proof("b.sqlite") != first)
      try Store(path: folder + "/a.sqlite", for: .reading).backUp(to: folder + "/copy.sqlite")
      #expect(try proof("copy.sqlite") == first)
    }
  }

  @Test func `Proofs are kept with what they prove, and go with a change that is refused`() throws {
    let samples = SampleResponses()
    try withTemporaryFolder { folder in
      let store = try Store(path: folder + "/s.sqlite", for: .writing)
      let spring = try #require(ID<Campaign>("spring"))
      let (first, second) = (try own(1), try own(2, isWithdrawal: true))
      func take(_ claim: KnownProofs.Claim, _ change: Store.CampaignChange) throws {
        let entry = try #require(claim.entry)
        try store.receive(
          into: try samples.campaign("spring"), documents: try samples.documents()
        ) { try $0(.proved(change, claim.key, entry)) }
      }
      let record = try samples.record(Self.id, "12345")
      try take(first, .response(SheetArrival(record)))
      #expect(try store.proofs(in: spring) == [first.key: try #require(first.entry)])
      try store.close(spring, on: try #require(CalendarDate("2026-11-28")))
      #expect(throws: StoreError.self) {
        try take(try own(2), .response(SheetArrival(record)))
      }
      #expect(try store.proofs(in: spring) == [first.key: try #require(first.entry)])
      try take(second, .withdrawal(Withdrawal(of: .response, Self.id, revision: 2)))
      #expect(try store.proofs(in: spring) == [second.key: try #require(second.entry)])
    }
  }

  @Test func `A revision is in the store before any file bears it, and is taken once`() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/s.sqlite"
      let store = try Store(path: path, for: .writing)
      let xml = Array("<framework/>".utf8)
      let assessment = Assessment(
        id: UUID(),
        framework: .init(
          id: try #require(FrameworkID("sample")), version: "1", sha256: SHA256.hex(of: xml)),
        role: nil, started: try #require(CalendarDate("2026-11-23")))
      try store.begin(assessment, response: UUID(), xml: xml)
      let card = try SampleMentoring.id(5)
      try store.share(assessment.id, answers: 1, card: (card, 1), on: assessment.started) {
        let other = try Store(path: path, for: .writing)
        #expect(try other.assessments().first?.revision == 1)
        #expect(try other.mentoringCard(of: assessment.id)?.revision == 1)
        // Another run that has seen revision 0 as well.
        #expect(
          throws: StoreError(.changedMeanwhile, path: other.path),
          performing: { try other.share(assessment.id, answers: 1, on: assessment.started) {} })
        #expect(
          throws: StoreError(.changedMeanwhile, path: other.path),
          performing: {
            try other.share(assessment.id, answers: nil, card: (card, 1), on: assessment.started) {}
          })
      }
      #expect(try store.assessments().first?.revision == 1)
    }
  }
}
