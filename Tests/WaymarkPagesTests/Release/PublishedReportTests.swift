import Testing
import WaymarkBasics
import WaymarkTestSupport

@testable import Waymark
@testable import WaymarkPages

/// A release of the sample framework by role: 40 librarians, 12 assistants, 3 without a role.
@Suite struct PublishedReportTests {
  /// - Parameters:
  ///   - asked: how many statements are asked; of the others nobody is.
  ///   - silent: how many people gave no role; their number is published where it is none.
  private func published(
    asked: Int = 5, silent: Int = 3, invited: [Campaign.Invited] = []
  ) throws -> PublishedReport {
    let framework = try SampleFramework.small()
    let questions = try SampleBackground.small()
    let role = try Grouping.named(["role"], framework: framework, background: questions)[0]
    var counter = SheetCounter(framework: framework, tables: [[role]])
    let answers = [
      ("11115", "librarian", 20), ("5123-", "librarian", 20), ("1555-", "assistant", 12),
      ("33333", "", silent),
    ]
    for (text, role, people) in answers {
      let text = text.prefix(asked) + String(repeating: ".", count: 5 - asked)
      let sheet = try #require(AnswerSheet(String(text), framework: framework))
      for _ in 0..<people {
        counter.add(sheet, role: RoleID(role), framework: framework, questions: questions)
      }
    }
    let dimension = try role.dimension(among: [])
    var people = ["librarian": 40, "assistant": 12]
    if silent == 0 { people[Grouping.noAnswer] = 0 }
    return PublishedReport(
      campaign: try SampleCampaign.made(isMadeUp: true, invited: invited), framework: framework,
      counts: try counter.counts(),
      release: Release(
        dimensions: [dimension], tables: [["role"]], minimum: 10,
        groups: [Release.Group(key: GroupKey([:]), people: 52 + silent)]
          + dimension.categories.map {
            Release.Group(key: GroupKey(["role": $0]), people: people[$0])
          }))
  }

  @Test func `Only what the policy lets through is in a release`() throws {
    let report = try published()
    let librarians = try #require(report.groupFigures[GroupKey(["role": "librarian"])])
    let assistants = try #require(report.groupFigures[GroupKey(["role": "assistant"])])
    #expect(report.groupFigures[GroupKey(["role": Grouping.noAnswer])] == nil)
    // Half of the librarians chose 1 and half 5: the mean is 3.0.
    #expect(librarians[0].mean == .mean(3))
    // All assistants chose 1, the end of the scale: that they all did is nobody's business.
    #expect(assistants[0].mean == .withheld)
    #expect(report.respondents == 55)
    #expect(report.withheldGroups == 1)
    #expect(report.overall[0].answered == 55)
    // 23 people gave the last statement a level: too few for the split by level.
    #expect(report.overall[4].answered == 23 && report.overall[4].levels == nil)
    #expect(report.overall[0].levels?.count == 5)
  }

  // The first area has three of the five statements.
  @Test func `What nobody was asked has no place, and what was asked keeps its figures`() throws {
    let (whole, part) = (try published(), try published(asked: 2))
    #expect(whole.statementsNotAsked == 0 && part.statementsNotAsked == 3)
    #expect(part.competencies == Array(whole.competencies.prefix(2)))
    #expect(part.overall == Array(whole.overall.prefix(2)))
    #expect(part.areas.map(\.id) == ["I"])
    #expect(part.groupFigures == whole.groupFigures.mapValues { Array($0.prefix(2)) })
    #expect(part.areaShares.values.allSatisfy { $0.count == 1 })
  }

  @Test func `Of a group of nobody nothing is withheld, as there is nothing`() throws {
    let page = PublishedPage(
      try published(silent: 0),
      imprint: PublishedPage.Imprint(previewedOn: try #require(CalendarDate("2026-11-25"))),
      words: PublishedWords())
    let row = try #require(page.workbook(created: page.imprint.day).sheets.last?.rows.last)
    #expect(row[3] == .integer(0) && row.dropFirst(4).allSatisfy { $0 == .empty })
    #expect(page.markdown.contains("| (no answer) | 0 |  |  |"))
    #expect(try page.json().contains("\"II\" : null"))
  }

  // The first area has listening, asking and teaching, which assistants are not asked; all 12 of them are
  // below in listening and none in asking, which are withheld.
  @Test func `What a role is not asked is not withheld, and an area says of how many shares it is`()
    throws
  {
    let report = try published()
    let (assistant, nobody) = (
      GroupKey(["role": "assistant"]), GroupKey(["role": Grouping.noAnswer])
    )
    #expect(try #require(report.groupFigures[assistant]).map(\.below)[2] == .notAsked)
    #expect(report.areaShares[assistant]?.map(\.all) == [2, 1])
    #expect(try #require(report.shares(of: nobody)).allSatisfy { $0.below == .withheld })
    let page = PublishedPage(
      report, imprint: PublishedPage.Imprint(previewedOn: try #require(CalendarDate("2026-11-25"))),
      words: PublishedWords())
    let groups = page.groupsTable.csv
    #expect(groups.contains("\r\nassistant,below:talk.listen,[c]"))
    #expect(!groups.contains("assistant,below:talk.teach"))
    #expect(groups.contains("\r\nassistant,mean:talk.teach,"))
    let share = PublishedReport.AreaShare(below: .percent(34), statements: 4, all: 5)
    #expect(PublishedWords().share(share) == "34 % (4 of 5)")
    let whole = PublishedReport.AreaShare(below: .percent(34), statements: 5, all: 5)
    #expect(PublishedWords().share(whole) == "34 %")
  }

  // 32 of 52 are below; the three without a role would follow from the 55 who answered, as 62 % and its
  // interval are of 52 alone where they are of 46 to 54 people.
  @Test func `Beside a withheld number of few people nothing stands that would tell it`() throws {
    let (report, whole) = (try published(), try published(silent: 0))
    #expect(report.overall[0].compared == nil && report.overall[0].interval == nil)
    #expect(report.overall[0].answered == 55 && report.overall[0].levels != nil)
    #expect(report.overall[0].figures.below == .about(percent: 60) && report.hasSharesInTens)
    #expect(report.groupFigures[PublishedReport.everybody]?[0].below == .about(percent: 60))
    #expect(whole.overall[0].figures.below == .percent(62) && !whole.hasSharesInTens)
    let page = PublishedPage(
      report, imprint: PublishedPage.Imprint(previewedOn: try #require(CalendarDate("2026-11-25"))),
      words: PublishedWords())
    #expect(page.method.contains { $0.contains("it is to the nearest ten per cent") })
    #expect(page.groupsTable.csv.contains("\r\n*,below:talk.listen,60,to the nearest 10; made up"))
    #expect(page.finding.contains("about 60 % in “Title of talk.listen”"), "\(page.finding)")
    #expect(whole.overall[0].compared == 52 && whole.overall[0].interval == 48...74)
    for said in report.overall + whole.overall {
      #expect(said.answered != nil || said.levels == nil)
      #expect(said.compared != nil || said.interval == nil)
    }
  }

  @Test func `Each share to the nearest ten is one of any number of people from ten on`() {
    let policy = FigurePolicy(people: 10)
    let joined: Set<PublishedFigure> = [.atMost(percent: 15), .atLeast(percent: 85)]
    for answered in 10...120 {
      let said = Set((0...answered).map { policy.shareInTens(below: $0, answered: answered) })
      #expect(said == joined.union((2...8).map { .about(percent: 10 * $0) }), "\(answered)")
      #expect(policy.tellsBase(answered: answered) == (answered < 110))
    }
  }

  // 40 of 50 librarians answered and all 12 assistants; that 3 gave no role is withheld.
  @Test func `How many were invited is not said where it is withheld how many answered`() throws {
    let invited = [("librarian", 50), ("assistant", 12), (Grouping.noAnswer, 9)].map {
      Campaign.Invited(grouping: "role", group: $0.0, people: $0.1)
    }
    let report = try published(invited: invited)
    #expect(report.invited.map(\.invited) == [50, 12, nil])
    #expect(report.invited.map(\.percent) == [80, 100, nil])
  }

  // MARK: - Beside an earlier release, and weighted

  /// `report.json` of an earlier campaign, with a share and an interval for each statement.
  private func earlier(
    _ shares: String, campaign: String = "last-year", published: String = "\"2025-11-20\"",
    isMadeUp: Bool = true, sha: Character = "0"
  ) -> [UInt8] {
    Array(
      """
      {"kind": "published-gap-report", "title": "Last year", "campaign": "\(campaign)",
       "madeUp": \(isMadeUp), "published": \(published),
       "framework": {"sha256": "\(String(repeating: sha, count: 64))"},
       "competencies": [\(shares)]}
      """.utf8)
  }

  private let shares = """
    {"id": "talk.listen", "below": 40, "interval": [30, 51]},
    {"id": "talk.ask", "below": 52, "interval": "[c]"},
    {"id": "plan.time", "below": "[c]", "interval": "[c]"},
    {"id": "gone", "below": 10, "interval": [5, 20]}
    """

  // 62 % (48 to 74) now: scipy 1.17.1, 2 * norm.cdf(-22 / hypot(21, 26) * 2 * norm.ppf(0.975)); Newcombe's
  // interval by hand: 22 - hypot(14, 11) to 22 + hypot(12, 10) points.
  @Test func `Changes since an earlier release are worked out of what both publish`() throws {
    let report = try published(silent: 0)
    let before = try EarlierRelease(earlier(shares), comparedWith: report.campaign)
    let changes = PublishedChanges(report, since: before)
    #expect(changes.rows.map(\.statement.id) == ["talk.listen", "talk.ask"])
    let row = try #require(changes.rows.first)
    #expect(row.earlier == 40 && row.later == 62)
    #expect(report.overall[0].interval == 48...74)
    #expect(abs(try #require(row.chance) - 0.009870776021385745) < 1e-9)
    #expect(row.isBeyondChance)
    let interval = try #require(row.change?.interval)
    #expect(abs(interval.lowerBound - (0.22 - 317.0.squareRoot() / 100)) < 1e-12)
    #expect(abs(interval.upperBound - (0.22 + 244.0.squareRoot() / 100)) < 1e-12)
    let alike = try EarlierRelease(
      earlier("{\"id\": \"talk.listen\", \"below\": 60, \"interval\": [50, 70]}"),
      comparedWith: report.campaign)
    #expect(
      ReleaseExtrasWords().changed(PublishedChanges(report, since: alike))
        == "Since “Last year”, published on 20 November 2025, none of the 1 shares below usual that can be "
        + "tested changed by more than chance explains.")
    // Without an interval there is nothing to test.
    #expect(changes.rows[1].chance == nil && changes.rows[1].change == nil)
    let page = PublishedPage(
      report, with: ReleaseExtras(changes: changes),
      imprint: PublishedPage.Imprint(previewedOn: before.day), words: PublishedWords())
    #expect(
      page.markdown.contains(
        "Since “Last year”, published on 20 November 2025, 1 of 1 shares below usual changed by more "
          + "than chance explains: “Title of talk.listen” (40 to 62 %)."))
    #expect(page.markdown.contains("| +22 points (+4 to +38) | yes |"))
    let table = try #require(try page.files().first { $0.path == "data/changes.csv" }?.contents)
    #expect(table.contains("talk.listen,Title of talk.listen,40,62,22,4.2,37.6,0.0099,yes\r\n"))
    #expect(table.contains("talk.ask,Title of talk.ask,52,77,25,,,,\r\n"))
  }

  @Test func `What is no earlier release of the same questions is refused`() throws {
    let campaign = try SampleCampaign.made(isMadeUp: true)
    let cases: [([UInt8], EarlierReleaseProblem)] = [
      (Array("{".utf8), .noRelease), (Array("{\"kind\": \"gap-report\"}".utf8), .noRelease),
      (earlier(shares, published: "null"), .isPreview),
      (earlier(shares, campaign: "spring"), .sameCampaign),
      (earlier(shares, isMadeUp: false), .madeUpBesideReal),
      (earlier(shares, sha: "1"), .askedOtherwise),
    ]
    for (bytes, problem) in cases {
      #expect(throws: problem) { try EarlierRelease(bytes, comparedWith: campaign) }
    }
    #expect(throws: EarlierReleaseProblem.isLater) {
      try EarlierRelease(
        earlier(shares), comparedWith: campaign, publishedOn: CalendarDate("2025-11-19"))
    }
    let sameDay = try EarlierRelease(
      earlier(shares), comparedWith: campaign, publishedOn: CalendarDate("2025-11-20"))
    #expect(sameDay.campaign == "last-year")
  }

  // Half of the 40 librarians are below in listening; all 12 assistants are, which is withheld.
  @Test func `Weighted shares are worked out of the published groups, as wide as these leave them`()
    throws
  {
    let report = try published(silent: 0)
    func weighting(_ group: String, _ assistants: Int) throws -> PublishedWeighting? {
      PublishedWeighting(
        report, framework: try SampleFramework.small(),
        margins: [
          Campaign.Invited(grouping: group, group: "librarian", people: 300),
          Campaign.Invited(grouping: group, group: "assistant", people: assistants),
        ])
    }
    let few = try #require(try weighting("role", 10))
    #expect(few.population == 310)
    #expect(
      try #require(report.groupFigures[GroupKey(["role": "assistant"])])[0].below == .withheld)
    // 300 * 50 / 310 = 48.4, and 51.6 were all assistants below.
    #expect(few.rows[0].weighted == 48...52)
    // Assistants are asked for nothing in teaching: the share is that of the librarians.
    #expect(few.rows[2].weighted == 95...100)
    // With 100 assistants it would be 38 to 63, which says nothing.
    #expect(try #require(try weighting("role", 100)).rows[0].weighted == nil)
    #expect(try weighting("state", 10) == nil)
    // By hand: 310² / (300² / 40 + 10² / 12) = 42.6 of 52, and 3300² / (300² / 40 + 3000² / 12) = 14.5.
    #expect(few.uneven == nil)
    let uneven = try #require(try weighting("role", 3_000)?.uneven)
    #expect(uneven == .init(answers: 52, effective: 14))
    let page = PublishedPage(
      report, with: ReleaseExtras(weighting: few),
      imprint: PublishedPage.Imprint(previewedOn: try #require(CalendarDate("2026-11-25"))),
      words: PublishedWords())
    #expect(page.markdown.contains("| 48 to 52 % |"))
    let table = try #require(try page.files().first { $0.path == "data/weighted.csv" }?.contents)
    #expect(table.contains("talk.listen,Title of talk.listen,62,48,52\r\n"))
  }

  @Test func `How many answered is not said where a few did not`() {
    let policy = FigurePolicy(people: 10)
    #expect(policy.answered(55, of: 55) == 55)
    for few in 46...54 { #expect(policy.answered(few, of: 55) == nil) }
    #expect(policy.answered(45, of: 55) == 45 && policy.answered(10, of: 55) == 10)
    #expect(policy.answered(9, of: 55) == nil && policy.answered(45, of: nil) == nil)
  }

  @Test func `Every file of a release is made from what may be said, and says it is made up`()
    throws
  {
    let report = try published()
    let entry = LedgerEntry(
      after: nil, campaign: report.campaign.id, day: try #require(CalendarDate("2026-11-25")),
      content: try ReleaseContent(report.release).text(), sha256: { "\($0.utf8.count)" })
    let page = PublishedPage(
      report, imprint: PublishedPage.Imprint(publisher: "Ohio Libraries", recordedAs: entry),
      words: PublishedWords())
    let files = try page.files()
    #expect(
      files.map(\.path) == [
        "report.html", "report.md", "report.json", "datapackage.json", "ledger.json",
        "charts/largest-dots.svg", "charts/areas-dots.svg", "data/competencies.csv",
        "data/groups.csv",
      ])
    for file in files where file.path != "ledger.json" {
      #expect(
        file.contents.contains("made up") || file.contents.contains("Made up")
          || file.contents.contains("\"madeUp\" : true") || file.contents.contains(",yes,"),
        "\(file.path)")
    }
    let groups = try #require(files.last?.contents)
    #expect(groups.hasPrefix("role,measure,value,note\r\n*,n,55,made up\r\n"))
    #expect(groups.contains("\r\nlibrarian,n,40,made up\r\n"))
    #expect(groups.contains("\r\nassistant,n,12,few people; made up\r\n"))
    #expect(groups.contains("\r\n(no answer),n,[c],made up\r\n"))
    #expect(!groups.contains("(no answer),mean:talk.listen,3"))
    #expect(page.markdown.contains("| Children's librarian | 40 |"))
    #expect(page.markdown.contains("1 of 4 groups are withheld"))
    #expect(page.markdown.contains("Published on 25 November 2026 by Ohio Libraries."))
    #expect(page.html.contains("<h2>By role</h2>"))
    #expect(page.html.contains("<svg"))
    #expect(page.areasChart != nil && page.largestChart != nil)
    #expect(try page.json().contains("\"respondents\" : 55"))
    let book = page.workbook(created: entry.day)
    #expect(
      book.sheets.map(\.name) == ["Cover", "Contents", "Notes", "Statements", "Groups by area"])
    #expect(book.footer.contains("Made up"))
    let sheet = try #require(book.sheets.last).rows
    #expect(sheet[0][2] == .text("*") && sheet[0][3] == .integer(55))
    // Half of Wilson's interval around a half, of 55 people: 0.3722 to 0.6278.
    #expect(sheet[0][4] == .integer(13))
    // The group of three says nothing but that it is withheld.
    let last = try #require(sheet.last)
    #expect(last[4] == .empty)
    #expect(last[3] == .text("[c]") && last.dropFirst(5).allSatisfy { $0 == .text("[c]") })
  }

  @Test func `Every file of a preview says that it is not published, and none is of the ledger`()
    throws
  {
    let day = try #require(CalendarDate("2026-11-25"))
    let page = PublishedPage(
      try published(), imprint: PublishedPage.Imprint(previewedOn: day), words: PublishedWords())
    let files = try page.files()
    #expect(!files.map(\.path).contains("ledger.json"))
    for file in files {
      #expect(file.contents.lowercased().contains("not published"), "\(file.path)")
    }
    for file in files where file.path.hasSuffix(".csv") {
      let rows = file.contents.split(separator: "\r\n").dropFirst()
      #expect(rows.allSatisfy { $0.contains("not published") }, "\(file.path)")
    }
    let book = page.workbook(created: day)
    #expect(book.footer == "Preview, not published.")
    let cover = try #require(book.sheets.first).rows
    #expect(
      cover.first?.first
        == .text(
          "Not published. This is a preview for those who decide: it is in no ledger, and nobody else "
            + "may have it."))
  }

  // 55 answered. 40 librarians and 12 assistants can be compared where their roles are known to a
  // reader; the three without a role are too few to be told by a difference.
  @Test func `How many were compared is told where it tells nothing of a few people`() throws {
    let framework = try SampleFramework.small()
    func compared(without role: Int, shown: [String: Int]) throws -> [Int?] {
      let questions = try SampleBackground.small()
      let roles = try Grouping.named(["role"], framework: framework, background: questions)[0]
      var counter = SheetCounter(framework: framework, tables: [[roles]])
      let sheet = try #require(AnswerSheet("12345", framework: framework))
      for (name, people) in [("librarian", 40), ("assistant", 12), ("", role)] {
        for _ in 0..<people {
          counter.add(sheet, role: RoleID(name), framework: framework, questions: questions)
        }
      }
      let dimension = try roles.dimension(among: [])
      return PublishedReport(
        campaign: try SampleCampaign.made(isMadeUp: true), framework: framework,
        counts: try counter.counts(),
        release: Release(
          dimensions: [dimension], tables: [["role"]], minimum: 10,
          groups: [Release.Group(key: GroupKey([:]), people: 52 + role)]
            + dimension.categories.map {
              Release.Group(key: GroupKey(["role": $0]), people: shown[$0])
            })
      ).overall.map(\.compared)
    }
    let sizes = ["librarian": 40, "assistant": 12]
    // Statements that both roles are asked: 52 of 55 would tell of three people.
    let few = try compared(without: 3, shown: sizes)
    #expect(few.allSatisfy { $0 == nil })
    var known = sizes
    for role in framework.roles where known[role.id.description] == nil {
      known[role.id.description] = 0
    }
    known[Grouping.noAnswer] = 20
    let many = try compared(without: 20, shown: known)
    let asked = framework.competencies.map { competency in
      sizes.reduce(0) { sum, role in
        competency.targets.keys.contains { $0.description == role.key } ? sum + role.value : sum
      }
    }
    #expect(many == asked.map { $0 >= 10 ? $0 : nil })
  }

  @Test(arguments: [
    (0, 20, PublishedFigure.atMost(percent: 5)), (1, 20, .atMost(percent: 5)),
    (1, 21, .atMost(percent: 5)), (2, 20, .percent(10)), (2, 41, .atMost(percent: 5)),
    (18, 20, .percent(90)), (19, 20, .atLeast(percent: 95)), (20, 20, .atLeast(percent: 95)),
    (7, 16, .percent(44)), (3, 9, .withheld), (21, 20, .withheld),
  ])
  func `A share is in whole per cent, and coded at both ends`(
    below: Int, answered: Int, expected: PublishedFigure
  ) {
    #expect(
      FigurePolicy(people: 10).share(below: below, answered: answered, people: 50) == expected)
    #expect(
      FigurePolicy(people: 10).share(below: below, answered: answered, people: nil) == .withheld)
  }

  @Test(arguments: 10...60)
  func `A coded share never says that all or none of a group are below`(answered: Int) {
    let policy = FigurePolicy(people: 10)
    let shares = (0...answered).map {
      policy.share(below: $0, answered: answered, people: answered)
    }
    #expect(shares.count { $0 == shares[0] } >= 2)
    #expect(shares.count { $0 == shares[answered] } >= 2)
  }

  /// 33, 10 or less (counted as 5) and 96 by itself: (33 + 5 + 96) / 3 = 44.7.
  @Test func `The share of an area is the mean of those that are published`() {
    #expect(
      FigurePolicy.mean(of: [.percent(33), .atMost(percent: 10), .withheld, .percent(96)])
        == .percent(45))
    #expect(FigurePolicy.mean(of: [.atLeast(percent: 95), .percent(94)]) == .atLeast(percent: 94))
    // The mean of a bounded share is no closer than the share itself.
    #expect(FigurePolicy.mean(of: [.atMost(percent: 10)]) == .atMost(percent: 10))
    #expect(FigurePolicy.mean(of: [.atLeast(percent: 90), .percent(100)]) == .atLeast(percent: 95))
    #expect(FigurePolicy.mean(of: [.withheld]) == .withheld)
  }

  @Test func `A release is recorded and read back`() throws {
    let release = try published().release
    let text = try ReleaseContent(release).text()
    #expect(try ReleaseContent.release(of: text) == release)
    #expect(throws: (any Error).self) { try ReleaseContent.release(of: "{}") }
  }

  @Test func `A ledger in which anything was changed is broken`() throws {
    let day = try #require(CalendarDate("2026-11-25"))
    let campaign = try SampleCampaign.made(isMadeUp: false).id
    func hash(_ text: String) -> String { "\(text.hashValue)" }
    var entries: [LedgerEntry] = []
    for content in ["{}", "[1]", "[2]"] {
      entries.append(
        LedgerEntry(
          after: entries.last, campaign: campaign, day: day, content: content, sha256: hash))
    }
    #expect(LedgerEntry.isUnbroken(entries, sha256: hash))
    #expect(LedgerEntry.isUnbroken([], sha256: hash))
    #expect(!LedgerEntry.isUnbroken(Array(entries.dropFirst()), sha256: hash))
    #expect(!LedgerEntry.isUnbroken([entries[0], entries[2]], sha256: hash))
    var changed = entries
    changed[1] = LedgerEntry(
      number: 2, campaign: campaign, day: day, content: "[3]", previous: entries[1].previous,
      hash: entries[1].hash)
    #expect(!LedgerEntry.isUnbroken(changed, sha256: hash))
    #expect(try entries[0].json().contains("\"previous\" : \"\(LedgerEntry.beginning)\""))
  }

  @Test(arguments: [
    (DisclosureProblem.reservedName("Total"), "'Total'"), (.repeatedName("OH"), "'OH'"),
    (.malformedTable("state,role"), "'state,role'"), (.unequalTables("role"), "'role'"),
    (.changedSinceRelease("state=OH"), "state=OH"), (.tooNarrow("state=OH"), "state=OH"),
    (.knownToInsider("state=OH"), "state=OH"),
    (.smallDifference("state=OH", "everybody"), "everybody less state=OH"),
    (.tooManyCombinations(5_000_000), "5000000"), (.unproved, "the tables"),
  ])
  func `A refusal names what is wrong and how to mend it, without a full stop`(
    problem: DisclosureProblem, named: String
  ) {
    #expect(problem.what.contains(named))
    #expect(problem.mend.contains(" "))
    #expect(!problem.what.hasSuffix(".") && !problem.mend.hasSuffix("."))
  }

  @Test(arguments: ["Total", "ALL", "*", "", " total ", "[c]"])
  func `A category that reads as a total is refused`(name: String) {
    #expect(throws: DisclosureProblem.reservedName(name)) {
      try ReleaseDimension(id: "state", categories: ["OH", name])
    }
    #expect(throws: DisclosureProblem.self) {
      try ReleaseDimension(id: "state", categories: ["OH", "oh"])
    }
  }
}
