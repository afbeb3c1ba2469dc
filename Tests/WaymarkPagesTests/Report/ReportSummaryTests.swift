import Testing
import WaymarkBasics
import WaymarkTestSupport

@testable import Waymark
@testable import WaymarkPages

/// The summary for a board, and who did not answer; all numbers counted by hand.
@Suite struct ReportSummaryTests {
  /// So many librarians who put level 2 at every statement: below usual in four of five.
  private func report(people: Int, invited: [(String, String, Int)] = []) throws -> GapReport {
    let framework = try SampleFramework.small()
    let questions = try SampleBackground.small()
    let groupings = try Grouping.named(["role"], framework: framework, background: questions)
    var counter = SheetCounter(framework: framework, tables: groupings.map { [$0] })
    let sheet = try #require(AnswerSheet("22222", framework: framework))
    for _ in 0..<people {
      counter.add(sheet, role: RoleID("librarian"), framework: framework, questions: questions)
    }
    return GapReport(
      campaign: try SampleCampaign.made(
        invited: invited.map { Campaign.Invited(grouping: $0, group: $1, people: $2) }),
      framework: framework, counts: try counter.counts())
  }

  /// What the document says before its sections, from the finding on.
  private func summary(of report: GapReport) throws -> String {
    let start = try #require(report.markdown.split(separator: "\n\n## ").first)
    let finding = try #require(start.split(separator: "\n\n**").last)
    return "**\(finding)\n"
  }

  @Test func `The summary has the finding, five numbers, the largest gaps and what is withheld`()
    throws
  {
    let summary = try summary(of: try report(people: 12, invited: [("*", "*", 40)]))
    // Wilson's interval of 12 of 12 begins at 12 / (12 + 1.96 * 1.96) = 0.757, and that of half of 12
    // people, in the other area, ends at 0.746.
    #expect(
      summary == """
        **12 people answered. No statement stands out from the others by more than chance: 80 % of \
        all ratings together are below what is usual for people's own roles (48 of 60).**

        - 40 people were invited: 30 % answered, 28 did not.
        - 100 % of the answers asked for were given.
        - 80 % of the ratings are below what is usual (48 of 60).
        - The area furthest from usual is Talking with Children: 36 of 36 ratings.
        - In 4 of 5 statements shown, more than half of those compared are below usual.

        The largest gaps:

        1. **Title of plan.time**: 12 of 12 people compared, 95 % interval 76 to 100 %.
        2. **Title of talk.ask**: 12 of 12 people compared, 95 % interval 76 to 100 %.
        3. **Title of talk.listen**: 12 of 12 people compared, 95 % interval 76 to 100 %.

        No whole group and no statement for everybody is withheld. What rests on fewer than 10 \
        people is written `[c]`.

        People rated themselves against what is usual for their own role; the intervals cover \
        chance, not who chose to answer.

        """)
  }

  @Test(arguments: [0, 7])
  func `Of nobody, and of too few, the summary says only that`(people: Int) throws {
    let summary = try summary(of: try report(people: people, invited: [("*", "*", 40)]))
    #expect(summary.split(separator: "\n").count == 1)
    #expect(!summary.contains("7") && !summary.contains("33"))
  }

  /// The page on one line, without its head.
  private func body(_ report: GapReport) -> String {
    report.html.split(separator: "\n").drop { !$0.hasPrefix("<body") }.joined()
  }

  @Test func `The page says how many of each group were invited and have not answered`() throws {
    let page = body(
      try report(people: 12, invited: [("*", "*", 40), ("role", "librarian", 30)]))
    #expect(page.contains("40 people were invited: 30 % answered, 28 did not."))
    #expect(
      page.contains(
        "<td class=\"number\">30</td><td class=\"number\">12</td><td class=\"number\">18</td>"))
  }

  @Test func `The page does not tell how many of a withheld group did not answer`() throws {
    let page = body(
      try report(people: 7, invited: [("*", "*", 40), ("role", "librarian", 30)]))
    #expect(
      page.contains(
        "<td class=\"number\">30</td><td class=\"number\"><code>[c]</code></td><td class=\"number\"><code>[c]</code></td>"
      ))
    #expect(!page.contains("23") && !page.contains(" did not."))
  }

  @Test func `The areas in numbers say of how many ratings each share is`() throws {
    let page = body(try report(people: 12))
    #expect(page.contains("Ratings compared"))
    #expect(
      page.contains(
        "<td class=\"number\">12</td><td class=\"number\">36</td><td class=\"number\">36 of 36</td>"
      ))
  }

  @Test func `A workshop is named for as many as it takes further, or without numbers`() throws {
    let words = BoardWords()
    let workshop = try SamplePeople.workshop("a", [("talk.ask", 1, 2)])
    #expect(
      words.offered(.workshop(workshop, takes: .value(14)), below: 24)
        == "The catalogue has “Title of a” (2 hours) for 14 of the 24 who are below: it starts from "
        + "their level.")
    #expect(
      words.offered(.workshop(workshop, takes: .none(.withheld)), below: 12)
        == "The catalogue has “Title of a” (2 hours), which starts from the level of at least half "
        + "of them.")
    #expect(
      words.offered(.startsElsewhere, below: 24)
        == "The catalogue has no workshop that starts where most of them are.")
    #expect(words.offered(.noWorkshop, below: 24) == "The catalogue has no workshop for it.")
  }
}
