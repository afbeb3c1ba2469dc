import Testing
import WaymarkBasics
import WaymarkTestSupport

@testable import Waymark
@testable import WaymarkPages

/// The page for a board; all numbers counted by hand.
@Suite struct BoardPageTests {
  /// So many librarians with the same sheet.
  private func report(
    _ people: Int, _ sheet: String = "22222", isMadeUp: Bool = false, closes: CalendarDate? = nil
  ) throws -> GapReport {
    let framework = try SampleFramework.small()
    let questions = try SampleBackground.small()
    var counter = SheetCounter(framework: framework, tables: [])
    let sheet = try #require(AnswerSheet(sheet, framework: framework))
    for _ in 0..<people {
      counter.add(sheet, role: RoleID("librarian"), framework: framework, questions: questions)
    }
    return GapReport(
      campaign: try SampleCampaign.made(isMadeUp: isMadeUp, closes: closes), framework: framework,
      counts: try counter.counts(), plan: try SamplePlan.small())
  }

  private func page(_ report: GapReport) -> Page { BoardPage.page(report, words: ReportWords()) }

  // Level 2 is below usual for a librarian in plan.time, talk.ask, talk.listen and talk.teach, and not in
  // plan.money: of the four, that by id first.
  @Test func `It says what was found, what to do first, and what that means for the plan`() throws {
    let text = page(try report(40)).markdown
    #expect(text.contains("**40 people answered. Most often they are below what is usual"))
    #expect(text.contains("80 % of the ratings are below what is usual (160 of 200)."))
    #expect(
      text.contains("**Offer learning on “Title of plan.time”.** 100 % of the 40 people are below"))
    #expect(
      text.contains(
        "**Offer learning on “Title of talk.ask”.** 100 % of the 40 people are below what is usual. "
          + "It speaks to TALK-1 of the plan."))
    #expect(!text.contains("Offer learning on “Title of talk.listen”"))
    #expect(text.contains("| Changing towns | 100 % |") && text.contains("not for publication"))
  }

  // The plan is of 2020 to 2023.
  @Test(
    arguments: [("2023-12-31", false), ("2024-01-01", true), (nil, false)] as [(String?, Bool)])
  func `A plan that ended before people answered is said to have ended`(
    last: String?, hasEnded: Bool
  ) throws {
    let report = try report(40, closes: try last.map { try #require(CalendarDate($0)) })
    let said = "The strategic plan “Sample plan, 2020-2023” ended in 2023, before people answered"
    #expect(page(report).markdown.contains(said) == hasEnded)
    #expect(ReportPage.page(report, words: ReportWords()).markdown.contains(said) == hasEnded)
  }

  @Test func `Of few people it gives no advice, and of fewer than the fewest it says nothing`()
    throws
  {
    let few = page(try report(12)).markdown
    #expect(few.contains("12 people answered.") && !few.contains("Offer learning"))
    let none = page(try report(7)).markdown
    #expect(none.contains("Too few people answered") && !none.contains("7 people"))
    #expect(!none.contains("talk.ask"))
  }

  // Half of 40 librarians are below in four of five statements, by hand: 80 of 200.
  @Test func `Where no statement stands out, neither does advice`() throws {
    let framework = try SampleFramework.small()
    let questions = try SampleBackground.small()
    var counter = SheetCounter(framework: framework, tables: [])
    for sheet in ["22222", "55555"] {
      let sheet = try #require(AnswerSheet(sheet, framework: framework))
      for _ in 0..<20 {
        counter.add(sheet, role: RoleID("librarian"), framework: framework, questions: questions)
      }
    }
    let text = page(
      GapReport(
        campaign: try SampleCampaign.made(), framework: framework, counts: try counter.counts())
    ).markdown
    #expect(text.contains("No statement stands out from the others by more than chance: 40 % of"))
    #expect(text.contains("what is usual for people's own roles (80 of 200)."))
    #expect(text.contains("No area stands out from the others."))
    #expect(text.contains("Nothing is named to do first, since no statement stands out"))
    #expect(!text.contains("Most often"))
  }

  @Test(arguments: [true, false])
  func `It says when it was made, and of an open campaign that answers may come`(
    isOpen: Bool
  ) throws {
    let campaign = try SampleCampaign.made()
    let framework = try SampleFramework.small()
    var supplement = ReportExtras()
    supplement.making = Making(on: try #require(CalendarDate("2026-12-01")), isOpen: isOpen)
    let report = GapReport(
      campaign: campaign, framework: framework,
      counts: try SheetCounter(framework: framework, tables: []).counts(),
      supplement: supplement)
    for text in [page(report).markdown, report.markdown] {
      #expect(text.contains("Made on 1 December 2026."))
      #expect(text.contains("The campaign is open: answers may still come.") == isOpen)
    }
    #expect(try !self.report(40).markdown.contains("Made on"))
  }

  @Test func `It says of made-up people that they are`() throws {
    #expect(page(try report(40, isMadeUp: true)).text().contains("made up"))
  }

  // A share of 13 may be chance: it stands behind that of 40, which is smaller.
  @Test func `The largest gap of few people is no headline`() throws {
    let framework = try SampleFramework.small()
    let questions = try SampleBackground.small()
    var counter = SheetCounter(framework: framework, tables: [])
    for (times, sheet) in [(13, "2----"), (24, "-2---"), (16, "-5---")] {
      let sheet = try #require(AnswerSheet(sheet, framework: framework))
      for _ in 0..<times {
        counter.add(sheet, role: RoleID("librarian"), framework: framework, questions: questions)
      }
    }
    let report = GapReport(
      campaign: try SampleCampaign.made(), framework: framework, counts: try counter.counts())
    let gaps = report.largestGaps(2)
    #expect(gaps.map(\.competency.id.description) == ["talk.ask", "talk.listen"])
    #expect(gaps.map(\.below.share) == [0.6, 1])
  }
}
