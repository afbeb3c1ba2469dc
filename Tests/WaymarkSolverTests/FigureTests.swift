import Foundation
import Testing
import WaymarkBasics
import WaymarkTestSupport

@testable import Waymark
@testable import WaymarkPages

/// Figures that are withheld because a group answered alike do not follow from the others.
@Suite struct FigureTests {
  /// `data/groups.csv` of a release.
  private func groups(of report: PublishedReport) throws -> String {
    let day = try #require(CalendarDate("2026-11-25"))
    return PublishedPage(
      report, imprint: PublishedPage.Imprint(previewedOn: day), words: PublishedWords()
    ).groupsTable.csv
  }

  private func figures(
    _ report: PublishedReport, _ categories: [String: String], _ position: Int = 0
  ) throws -> PublishedReport.Figures {
    try #require(report.groupFigures[GroupKey(categories)])[position]
  }

  /// Different levels for people one after another.
  private func mixed(_ person: Int) -> String { String(person * 7 % 5 + 1) }

  /// 40 - 12 - 10 - 6 = 12 of 12: with the total and the three other states that of Ohio was known.
  @Test func `Where all of a state answered alike, another state is withheld beside it`() throws {
    var campaign = try MadeUpCampaign(competencies: 2)
    try campaign.add(12, role: "assistant", state: "OH") { "1" + mixed($0) }
    for (state, people) in [("PA", 20), ("NY", 15), ("CA", 11)] {
      try campaign.add(people, role: "librarian", state: state) { mixed($0) + mixed($0 + 1) }
    }
    let report = try campaign.published(["state"])
    let states = ["OH", "PA", "NY", "CA"]
    let first = try states.map { try figures(report, ["state": $0], 0).mean }
    #expect(first[0] == .withheld)
    #expect(first.count { $0 == .withheld } >= 2 || report.overall[0].figures.mean == .withheld)
    // Nothing of the other statement had to be withheld.
    #expect(try states.allSatisfy { try figures(report, ["state": $0], 1).mean != .withheld })
    #expect(report.overall[1].figures.mean != .withheld)
    // Withheld with the mean is the share, and with that of everybody interval and split.
    for group in report.groupFigures.values {
      #expect(group.allSatisfy { $0.mean != .withheld || $0.below == .withheld })
    }
  }

  /// 12 people of 6,012: the total and the other states are rounded by more than they could say.
  @Test func `In a large campaign nothing more is withheld`() throws {
    var campaign = try MadeUpCampaign(competencies: 1)
    try campaign.add(12, role: "librarian", state: "OH") { _ in "1" }
    for state in ["PA", "NY", "CA"] {
      try campaign.add(2_000, role: "librarian", state: state, answers: mixed)
    }
    let report = try campaign.published(["state"])
    #expect(try figures(report, ["state": "OH"]).mean == .withheld)
    for state in ["PA", "NY", "CA"] {
      #expect(try figures(report, ["state": state]).mean != .withheld)
    }
    #expect(report.overall[0].figures.mean != .withheld)
    #expect(report.overall[0].answered == 6_012)
  }

  /// 9 of 12 answered, all with 1.
  @Test func `Where too few answered, what they said does not follow either`() throws {
    var campaign = try MadeUpCampaign(competencies: 1)
    try campaign.add(12, role: "assistant", state: "OH") { $0 < 9 ? "1" : "-" }
    try campaign.add(20, role: "librarian", state: "PA", answers: mixed)
    try campaign.add(15, role: "librarian", state: "NY", answers: mixed)
    let report = try campaign.published(["state"])
    let means = try ["OH", "PA", "NY"].map { try figures(report, ["state": $0]).mean }
    #expect(means[0] == .withheld)
    #expect(means.count { $0 == .withheld } >= 2 || report.overall[0].figures.mean == .withheld)
  }

  /// 3 and 9 people who all answered 1 stand withheld; together they are 12 that are not.
  @Test func `What withheld groups answered together does not follow from the rest`() throws {
    var campaign = try MadeUpCampaign(competencies: 1)
    for (state, people) in [("OH", 3), ("NY", 8), ("CA", 9)] {
      try campaign.add(people, role: "assistant", state: state) { _ in "1" }
    }
    try campaign.add(60, role: "librarian", state: "PA", answers: mixed)
    let report = try campaign.published(["state"])
    #expect(report.release.people(GroupKey(["state": "PA"])) == 60)
    let pennsylvania = try figures(report, ["state": "PA"]).mean
    #expect(pennsylvania == .withheld || report.overall[0].figures.mean == .withheld)
  }

  // A dozen at once, as the attacker takes longer to start than for one of them.
  @Test(arguments: (EveryCase.isAsked ? [1...12, 13...24] : [1...12]) as [ClosedRange<UInt64>])
  func `Random small campaigns withstand a reader of all figures`(
    seeds: ClosedRange<UInt64>
  ) throws {
    try withTemporaryFolder { folder in
      for seed in seeds {
        let report = try MadeUpCampaign.random(seed: seed).published(["role,state"])
        try groups(of: report)
          .write(toFile: folder + "/\(seed).csv", atomically: true, encoding: .utf8)
      }
      let files = seeds.map { "\($0).csv" }
      let outcome = try Attacker.run(files + ["--each", "--scale", "1,5"], in: folder)
      #expect(outcome.exit == 0, "\(outcome)")
      // It came to the end of every one and found nothing.
      let ends = outcome.stdout.split(separator: "\n").filter { $0.hasSuffix(" 0 worked out") }
      #expect(ends.count == files.count, "\(outcome)")
    }
  }

  @Test(arguments: (EveryCase.isAsked ? [3, 4, 5] : [3]) as [UInt64])
  func `A later table keeps what the first release decided, and withstands a reader of both`(
    seed: UInt64
  ) throws {
    let campaign = try MadeUpCampaign.random(seed: seed)
    let first = try campaign.published(["state"])
    let second: PublishedReport
    do {
      second = try campaign.published(["role"], earlier: [first.release])
    } catch is DisclosureProblem {
      // What the first release published can leave no room for another table.
      return
    }
    #expect(second.overall.map(\.figures) == first.overall.map(\.figures))
    try withTemporaryFolder { folder in
      for (name, report) in [("first.csv", first), ("second.csv", second)] {
        try groups(of: report)
          .write(toFile: folder + "/" + name, atomically: true, encoding: .utf8)
      }
      let outcome = try Attacker.run(["first.csv", "second.csv", "--scale", "1,5"], in: folder)
      #expect(outcome.exit == 0, "\(outcome)")
    }
  }

  @Test func `What an earlier release withheld stays so where nothing is left to prove`() throws {
    let campaign = try MadeUpCampaign.random(seed: 6)
    let first = try campaign.published(["state"]).release
    let all = Set(campaign.framework.competencies.map(\.id))
    let silent = Release(
      dimensions: first.dimensions, tables: first.tables, minimum: first.minimum,
      groups: first.groups,
      withheldFigures: Dictionary(uniqueKeysWithValues: first.groups.map { ($0.key, all) }))
    let second = try campaign.published(["state"], earlier: [silent])
    #expect(second.overall.allSatisfy { $0.figures == .withheld })
    #expect(second.groupFigures.values.allSatisfy { $0.allSatisfy { $0 == .withheld } })
  }

  @Test func `What is withheld for others is recorded, and read back`() throws {
    let release = try MadeUpCampaign.random(seed: 6).published(["role,state"]).release
    #expect(!release.withheldFigures.isEmpty)
    let read = try ReleaseContent.release(of: try ReleaseContent(release).text())
    #expect(read.withheldFigures == release.withheldFigures)
  }

  /// An attacker who finds nothing where there is something to find proves nothing: 40 people with a
  /// mean of 1.95 to 2.05 less 28 with 2.35 to 2.45 leave 12 people at most 82 - 65.8, and no less than 12.
  @Test func `The attacker finds a mean and a share that follow`() throws {
    let rows = """
      role,measure,value,note
      *,n,40,
      *,below:c,70,
      *,mean:c,2.0,
      librarian,n,28,
      librarian,below:c,57,
      librarian,mean:c,2.4,
      assistant,n,12,
      assistant,below:c,[c],
      assistant,mean:c,[c],

      """
    try withTemporaryFolder { folder in
      try rows.write(toFile: folder + "/groups.csv", atomically: true, encoding: .utf8)
      let outcome = try Attacker.run(["groups.csv", "--scale", "1,5"], in: folder)
      #expect(outcome.exit == 1)
      #expect(outcome.stdout.contains("mean: role=assistant: c: 12 to 16 of 12 people\n"))
      #expect(outcome.stdout.contains("share: role=assistant: c: 12 to 12 of 12 people\n"))
    }
  }
}
