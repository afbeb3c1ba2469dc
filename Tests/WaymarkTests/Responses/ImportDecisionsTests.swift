import Testing
import WaymarkBasics
import WaymarkTestSupport

@testable import Waymark

@Suite struct ImportDecisionsTests {
  @Test func `What arrives is new, recognised, replaced or too old`() throws {
    let known = try response("a", revision: 2, role: "librarian")
    var standings = ImportDecisions.Standings()
    standings["a"] = ImportDecisions.Standing(
      revision: 2, fingerprint: known.fingerprint, isWithdrawn: false)
    var plan = ImportDecisions(standings: standings)
    #expect(plan.receive(try response("b", revision: 1)) == .new)
    #expect(plan.receive(known) == .same)
    #expect(plan.receive(try response("a", revision: 1)) == .older)
    #expect(plan.receive(try response("a", revision: 3)) == .replaced)
    #expect(plan.receive(known) == .older)
    #expect(plan.receive(try response("b", revision: 1)) == .same)
    #expect(ImportDecisions.Decision.allCases.map(plan.count) == [1, 1, 2, 2, 0, 0])
    #expect(plan.standings["a"]?.revision == 3)
    #expect(plan.standings["c"] == nil)
  }

  @Test func `Other answers under the same revision are no repetition`() throws {
    var plan = ImportDecisions()
    #expect(plan.receive(try response("a", revision: 1, role: "librarian")) == .new)
    #expect(plan.receive(try response("a", revision: 1, role: "assistant")) == .changed)
    #expect(plan.receive(try response("a", revision: 1, role: "librarian")) == .same)
  }

  @Test func `A standing whose content nobody knows recognises its revision`() throws {
    var standings = ImportDecisions.Standings()
    standings["a"] = ImportDecisions.Standing(revision: 1, fingerprint: nil, isWithdrawn: false)
    var plan = ImportDecisions(standings: standings)
    #expect(plan.receive(try response("a", revision: 1)) == .same)
  }

  @Test func `A withdrawal takes back its revision and those before, not a later one`() throws {
    var plan = ImportDecisions()
    #expect(plan.receive(try response("a", revision: 1)) == .new)
    #expect(plan.receive(Withdrawal(of: .response, "a", revision: 2)) == .withdrawn)
    #expect(plan.receive(Withdrawal(of: .response, "a", revision: 2)) == .same)
    #expect(plan.receive(try response("a", revision: 1)) == .older)
    #expect(plan.receive(try response("a", revision: 2)) == .older)
    #expect(plan.standings["a"]?.isWithdrawn == true)
    #expect(plan.receive(try response("a", revision: 3)) == .replaced)
    #expect(plan.receive(Withdrawal(of: .response, "a", revision: 2)) == .older)
    #expect(plan.standings["a"]?.isWithdrawn == false)
    #expect(plan.receive(Withdrawal(of: .response, "a", revision: 3)) == .withdrawn)
  }

  @Test func `A withdrawal may arrive before the response`() throws {
    var plan = ImportDecisions()
    #expect(plan.receive(Withdrawal(of: .response, "a", revision: 2)) == .withdrawn)
    #expect(plan.receive(try response("a", revision: 1)) == .older)
  }

  @Test(arguments: 0..<50)
  func `The outcome does not depend on the order of arrival`(seed: UInt64) throws {
    var random = SampleRandom(seed: seed)
    let responses = try (1...5).map { try response("a", revision: $0) }
    let withdrawal = Withdrawal(of: .response, "a", revision: Int.random(in: 1...6, using: &random))
    var arrivals: [(inout ImportDecisions) -> ImportDecisions.Decision] =
      responses.map { response in { $0.receive(response) } }
    arrivals.append { $0.receive(withdrawal) }
    arrivals.shuffle(using: &random)
    var plan = ImportDecisions()
    for arrive in arrivals { _ = arrive(&plan) }
    #expect(plan.standings["a"]?.revision == max(5, withdrawal.revision))
    #expect(plan.standings["a"]?.isWithdrawn == (withdrawal.revision >= 5))
  }

  @Test func `Of what is no response the highest revision stands, whatever comes first`() {
    let withdrawal = { Withdrawal(of: .mentoring, "a", revision: $0) }
    var plan = ImportDecisions()
    #expect(plan.receive("a", revision: 2) == .new)
    #expect(plan.receive("a", revision: 2) == .same)
    #expect(plan.receive("a", revision: 1) == .older)
    #expect(plan.receive(withdrawal(1)) == .older)
    #expect(plan.receive("a", revision: 3) == .replaced)
    #expect(plan.receive(withdrawal(4)) == .withdrawn)
    #expect(plan.receive(withdrawal(4)) == .same)
    #expect(plan.receive("a", revision: 4) == .older)
    #expect(plan.receive("a", revision: 5) == .replaced)
    #expect(plan.count(of: .same) == 2 && plan.count(of: .older) == 3)
    var early = ImportDecisions()
    #expect(early.receive(withdrawal(2)) == .withdrawn)
    #expect(early.receive("a", revision: 1) == .older)
  }

  @Test func `A fingerprint is of the content, not of the revision`() throws {
    let first = try response("a", revision: 1, role: "librarian")
    #expect(first.fingerprint == (try response("a", revision: 2, role: "librarian")).fingerprint)
    #expect(first.fingerprint != (try response("b", revision: 1, role: "librarian")).fingerprint)
    #expect(first.fingerprint != (try response("a", revision: 1, role: nil)).fingerprint)
  }

  @Test func `A later row of a table takes the place of what came in the same import`() throws {
    let (first, last) = (
      try response("a", revision: 1), try response("a", revision: 1, role: "librarian")
    )
    var plan = ImportDecisions()
    #expect(plan.receive(first) == .new)
    #expect(plan.receiveAgain(last) == .replaced)
    #expect(plan.standings["a"]?.fingerprint == last.fingerprint)
    #expect(plan.count(of: .new) == 1)
    #expect(plan.count(of: .replaced) == 0)

    // What an earlier import took in is not changed in passing.
    var standings = ImportDecisions.Standings()
    standings["a"] = ImportDecisions.Standing(
      revision: 1, fingerprint: first.fingerprint, isWithdrawn: false)
    plan = ImportDecisions(standings: standings)
    #expect(plan.receive(first) == .same)
    #expect(plan.receiveAgain(last) == .changed)
  }

  private func response(
    _ id: String, revision: Int, role: String? = nil
  ) throws -> SheetArrival {
    let listen = try #require(CompetencyID("talk.listen"))
    return SheetArrival(
      CodedResponse(
        Response(
          id: id, revision: revision, link: nil, month: nil, role: role.flatMap { RoleID($0) },
          answers: [listen: .cannotJudge], importance: Assessment.Importance(), background: [:]),
        framework: try SampleFramework.small(), background: try SampleBackgroundQuestions.small()))
  }
}
