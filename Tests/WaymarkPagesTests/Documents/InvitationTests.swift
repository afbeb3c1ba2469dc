import Testing
import WaymarkBasics
import WaymarkTestSupport

@testable import Waymark
@testable import WaymarkPages

/// Whether this Waymark can ask what an invitation asks.
@Suite struct InvitationTests {
  private func key(
    _ id: String = "sample", version: String = "1", digit: String = "0"
  ) throws -> Framework.Key {
    Framework.Key(
      id: try #require(FrameworkID(id)), version: version,
      sha256: String(repeating: digit, count: 64))
  }

  private func mismatch(
    _ invitation: Invitation, with key: Framework.Key, core: Set<String> = [],
    background: String = "0"
  ) throws -> InvitationMismatch? {
    invitation.mismatch(
      with: try SampleFramework.small(core: core), key: key,
      questions: try SampleBackgroundQuestions.small(),
      backgroundDocument: String(repeating: background, count: 64))
  }

  @Test func `The same documents can be asked`() throws {
    #expect(try mismatch(SampleInvitation.made(), with: key()) == nil)
  }

  @Test func `Another framework, version or wording cannot, and the message says which`() throws {
    let invitation = try SampleInvitation.made()
    let other = try mismatch(invitation, with: key(version: "2"))
    #expect(other == .otherFramework(asks: try key(), has: try key(version: "2")))
    #expect(other?.what == "it asks sample 1, and this Waymark has sample 2")
    #expect(other?.mend.contains("--framework FILE") == true)
    #expect(try mismatch(invitation, with: key("other")) != nil)
    let words = try mismatch(invitation, with: key(digit: "1"))
    #expect(words == .otherWords(try key()))
    #expect(words?.what == "it asks sample 1, but in other words than this Waymark has")
  }

  @Test(arguments: [("none", true), ("talk.listen", false)])
  func `The core form cannot where no statement is core`(core: String, isRefused: Bool) throws {
    let found = try mismatch(SampleInvitation.made(form: .core), with: key(), core: [core])
    #expect(found == (isRefused ? .noCoreStatements : nil))
  }

  @Test func `Other background questions cannot, unless none is asked`() throws {
    #expect(
      try mismatch(SampleInvitation.made(), with: key(), background: "1") == .otherBackground)
    #expect(
      try mismatch(SampleInvitation.made(background: []), with: key(), background: "1") == nil)
  }

  @Test func `A background question that does not exist is named, with the one that was meant`()
    throws
  {
    let found = try mismatch(SampleInvitation.made(background: ["stat"]), with: key())
    #expect(found?.what == "no background question has the id 'stat'")
    #expect(found?.mend == "did you mean 'state'?")
  }

  @Test func `It is shown in lines`() throws {
    try snapshot(
      InvitationPage.page(SampleInvitation.made(), words: CampaignWords()).text(TextStyle()),
      named: "invitation.txt")
  }

  @Test func `It is shown as JSON`() throws {
    try snapshot(InvitationPage.json(SampleInvitation.made()), named: "invitation.json")
  }
}
