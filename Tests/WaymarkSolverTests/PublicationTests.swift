import Testing
import WaymarkTestSupport

@testable import Waymark

/// The steps of a publication, each refused for its own reasons.
@Suite struct PublicationTests {
  private func campaign(_ people: Int...) throws -> MadeUpCampaign {
    var campaign = try MadeUpCampaign()
    for (state, people) in zip(["OH", "PA", "NY"], people) {
      try campaign.add(people, role: "assistant", state: state) { ["2143", "3214"][$0 % 2] }
    }
    return campaign
  }

  private func problem(_ body: () throws -> some Any) -> PublicationProblem? {
    do {
      _ = try body()
      return nil
    } catch {
      return error as? PublicationProblem
    }
  }

  @Test func `Without a table the figures of everybody are published`() throws {
    let campaign = try campaign(30, 20)
    let report = try campaign.published([])
    #expect(report.release.groups == [Release.Group(key: GroupKey([:]), people: 50)])
    #expect(report.release.tables.isEmpty && report.dimensions.isEmpty)
    // 50 people, half of whom chose 4 and half 1.
    #expect(report.overall[2].figures.mean == .mean(2.5))
  }

  @Test func `Once somebody has left nothing more is published of those who are left`() throws {
    let before = try campaign(30, 20)
    let release = try before.published(["state"]).release
    let after = try campaign(29, 20)
    let publication = try after.publication(of: ["state"], earlier: [release])
    #expect(throws: LedgerProblem.leftSinceRelease) { try after.proved(publication) }
    let other = try after.publication(of: ["role"], earlier: [release])
    #expect(throws: LedgerProblem.leftSinceRelease) { try after.proved(other) }
  }

  @Test(arguments: [(5, true), (9, true), (10, false), (40, false)])
  func `No smaller groups are published than the standard has`(people: Int, isRefused: Bool) throws
  {
    let campaign = try campaign(30)
    let minimum = try MinimumGroup(people: people)
    let found = problem { try campaign.publication(of: ["state"], minimum: minimum) }
    #expect(found == (isRefused ? .smallGroups(least: 10) : nil))
    #expect(found?.isRefusal ?? isRefused == isRefused)
  }

  @Test func `What was published before is counted again beside the menu, and each grouping alone`()
    throws
  {
    let campaign = try campaign(30, 20)
    let earlier = try campaign.published(["state"]).release
    let publication = try campaign.publication(of: ["role,years"], earlier: [earlier])
    #expect(
      publication.counted.map { $0.map(\.id) } == [
        ["role", "years"], ["state"], ["role"], ["years"],
      ])
  }

  @Test(arguments: [(0, false), (9, false), (10, true)])
  func `Nothing is published of fewer people than a group has`(
    people: Int, isPublished: Bool
  ) throws {
    let campaign = try campaign(people)
    let publication = try campaign.publication(of: ["state"])
    let few = PublicationProblem.fewAnswered(least: 10)
    let nobody = PublicationProblem.nobodyAnswered(try SampleCampaign.made().id)
    #expect(
      problem { try campaign.proved(publication) }
        == (isPublished ? nil : people == 0 ? nobody : few))
  }

  @Test func `What is proved is what the ledger keeps and what the report says`() throws {
    let campaign = try campaign(30, 4)
    let proved = try campaign.proved(try campaign.publication(of: ["state"]))
    #expect(try ReleaseContent.release(of: proved.content) == proved.release)
    #expect(proved.report.release == proved.release)
    #expect(proved.release.people(GroupKey(["state": "PA"])) == nil)
  }

  @Test(arguments: [0, 30])
  func
    `An area is the mean of what is published of its core statements, where anybody answered these`(
      core people: Int
    ) throws
  {
    var campaign = try MadeUpCampaign(core: ["c0", "c1"])
    try campaign.add(40, role: "assistant", state: "OH") { ["2143", "3214", "1132"][$0 % 3] }
    try campaign.add(people, role: "assistant", state: "PA") { ["12..", "31.."][$0 % 2] }
    let report = try campaign.published(["state"])
    #expect(report.coreStatements == (people == 0 ? nil : 2))
    for (group, figures) in report.groupFigures {
      let shares = figures.map(\.below)
      #expect(
        report.areaShares[group]?.map(\.below)
          == [FigurePolicy.mean(of: people == 0 ? shares : Array(shares.prefix(2)))])
    }
  }

  @Test func `Tables of now and of before are refused where they cannot be proved together`() throws
  {
    let campaign = try campaign(30, 20)
    let earlier = try campaign.published(["region"]).release
    #expect(problem { try campaign.publication(of: ["state"], earlier: [earlier]) } == nil)
    let division = try campaign.published(["division"]).release
    #expect(problem { try campaign.publication(of: ["region"], earlier: [division]) } == nil)
  }
}
