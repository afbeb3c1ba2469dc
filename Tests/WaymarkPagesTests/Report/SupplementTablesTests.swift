import FoundationEssentials
import Testing
import WaymarkBasics
import WaymarkTestSupport

@testable import Waymark
@testable import WaymarkPages

/// What reports say beside level counts, of people in the sample framework: an area of three
/// competencies and one of two, two roles, five levels.
@Suite struct SupplementTablesTests {
  private func counts(_ sheets: [String], by tables: [[Grouping]] = []) throws -> CampaignCounts {
    let framework = try SampleFramework.small()
    var counter = SheetCounter(framework: framework, tables: tables)
    for (number, text) in sheets.enumerated() {
      counter.add(
        try #require(AnswerSheet(text, framework: framework)),
        role: RoleID(number.isMultiple(of: 2) ? "librarian" : "assistant"), framework: framework,
        questions: try SampleBackground.small())
    }
    return try counter.counts()
  }

  private func report(
    _ counts: CampaignCounts, _ supplement: ReportExtras = ReportExtras(),
    details: SheetDetails? = nil
  ) throws -> GapReport {
    GapReport(
      campaign: try SampleCampaign.made(isMadeUp: false), framework: try SampleFramework.small(),
      counts: counts, minimumGroup: try MinimumGroup(people: 5), plan: try SamplePlan.small(),
      details: details, supplement: supplement)
  }

  private func table(_ name: String, _ report: GapReport) throws -> [[CSV.Cell]] {
    try #require(report.tables.statistics.first { $0.name == name }).rows.map {
      Array($0.dropFirst(2))
    }
  }

  private func details(
    _ sheets: [String], _ importance: [String], _ mode: ImportanceMode
  ) throws -> SheetDetails {
    var details = SheetDetails(framework: try SampleFramework.small(), importance: mode)
    for (sheet, importance) in zip(sheets, importance) {
      Array(sheet.utf8).withUnsafeBytes { sheet in
        Array(importance.utf8).withUnsafeBytes { details.add(sheet: sheet, importance: $0) }
      }
    }
    return details
  }

  @Test func `Reliability says whom it left out, and what to look at`() throws {
    // The second area runs against itself: alpha 2 (1 - 2 s² / 0) has no variation in its totals.
    let sheets = ["11115", "22224", "33333", "44442", "55551", "123--"]
    let rows = try table("reliability", report(try counts(sheets)))
    // By hand: six people, the first area's five equal triples and one of 1, 2, 3.
    #expect(rows[0][2] == .integer(6))
    #expect(rows[0][3] == .integer(0))
    #expect(rows[1][2] == .integer(5))
    #expect(rows[1][3] == .integer(0))
    #expect(rows[1][4] == .empty)
    #expect(rows[1][7] == .text("all answered alike"))
  }

  @Test func `Reliability of fewer people than the smallest group is withheld`() throws {
    let rows = try table(
      "reliability", report(try counts(["12345", "23451", "34512", "45123", "5-234", "1-345"])))
    #expect(rows[0][2] == .text("[c]") && rows[0][4] == .text("[c]"))
    #expect(rows[1][2] == .integer(6))
  }

  @Test func `Need puts statements into quadrants and ranks them`() throws {
    let sheets = Array(repeating: "12345", count: 6)
    let details = try details(sheets, Array(repeating: "54321", count: 6), .rated)
    let rows = try table("importance", report(try counts(sheets), details: details))
    // Importance 5 to 1 and level 1 to 5; the grand means are 3 and 3.
    #expect(rows.map { $0[3] } == [5, 4, 3, 2, 1].map { .decimal($0, places: 4) })
    #expect(rows.map { $0[5] } == [20, 8, 0, -4, -4].map { .decimal($0, places: 4) })
    #expect(rows.map { $0[6] } == [1, 2, 3, 4, 4].map { .integer($0) })
    #expect(rows.map { $0[7] } == [-100, -100, 0, 100, 100].map { .decimal($0, places: 2) })
    #expect(
      rows.map { $0[8] } == [
        .text("concentrate here"), .text("concentrate here"), .text("keep up"),
        .text("possible overkill"), .text("possible overkill"),
      ])
  }

  @Test func `Picks are shares of those who picked anything`() throws {
    let sheets = Array(repeating: "12345", count: 6)
    let details = try details(
      sheets, ["+----", "+----", "+1---", "-+---", "---2-", "-----"], .picks)
    let report = try report(try counts(sheets), details: details)
    let rows = try table("importance", report)
    #expect(rows.map { $0[2] } == [3, 2, 0, 1, 0].map { .integer($0) })
    #expect(rows[0][3] == .decimal(0.6, places: 4))
    #expect(try table("quality", report).map { $0[1] } == [.integer(0), .integer(0)])
    #expect(try table("item_rest", report).count == 5)
    #expect(report.markdown.contains("## What people picked as important\n"))
    #expect(report.html.contains("<h2>How people filled it in</h2>"))
    #expect(try report.json().contains("\"picked\" : 3"))
  }

  @Test func `A group stands beside everybody else, where both are large enough`() throws {
    let framework = try SampleFramework.small()
    let role = try Grouping.named(
      ["role"], framework: framework, background: try SampleBackground.small())
    // Six librarians on 4 and six assistants on 2; one assistant leaves the last statement out.
    let sheets = (0..<12).map { $0.isMultiple(of: 2) ? "44444" : $0 == 1 ? "2222-" : "22222" }
    let report = try report(try counts(sheets, by: [role]))
    let rows = try #require(report.tables.differences).rows.map { Array($0.dropFirst(2)) }
    #expect(rows.count == 10)
    let assistants = rows.filter { $0[1] == .text("Library assistant") }
    #expect(assistants.map { $0[4] } == Array(repeating: .decimal(-1, places: 4), count: 5))
    #expect(rows.allSatisfy { $0[8] == .text("") })
    let few = try self.report(try counts(Array(sheets.prefix(9)), by: [role]))
    #expect(try #require(few.tables.differences).rows.allSatisfy { $0[6] == .text("[c]") })
  }

  @Test
  func `A change is withheld where either campaign has too few, and people who are linked count`()
    throws
  {
    let framework = try SampleFramework.small()
    let before = try counts(["1111-", "2222-", "3333-", "1111-", "2222-", "3333-"])
    let after = try counts(["2122-", "3222-", "4333-", "2111-", "3222-", "43335"])
    let comparison = Comparison(
      earlier: (try SampleCampaign.made(isMadeUp: false), framework, before.overall),
      later: (framework, after.overall),
      paired: (
        steps: [[1: 6], [0: 5, 1: 1], [1: 2, 0: 2], [:], [:]], people: 6
      ), minimumGroup: try MinimumGroup(people: 5))
    // Nobody answered the last statement the first time.
    #expect(comparison.rows.map(\.id.description).count == 4)
    let first = try #require(comparison.rows.first)
    #expect(first.figures.value?.mean == .init(earlier: 2, later: 3))
    #expect(first.figures.value?.meanChange?.difference == 1)
    #expect(first.paired.value?.mean == 1)
    #expect(first.paired.value?.standardizedMean == nil)
    #expect(comparison.rows[2].paired == .none(.withheld))
    #expect(comparison.rows[3].paired == .none(.noAnswers))
    #expect(comparison.linked == 6)

    var supplement = ReportExtras()
    supplement.comparison = comparison
    let report = try report(after, supplement)
    #expect(try table("change", report).count == 4)
    let paired = try table("paired", report)
    #expect(paired[0][3] == .decimal(1, places: 4))
    #expect(paired[0][7] == .decimal(1, places: 4))
    #expect(paired[2][2] == .text("[c]"))
    #expect(report.markdown.contains("## What changed\n"))
    let page = report.html
    #expect(page.contains("The largest changes of the share below usual"))
    // One ring and one dot for each statement that has a share in both.
    let drawn = comparison.rows.count { $0.figures.value?.share != nil }
    #expect(drawn > 0 && page.components(separatedBy: "class=\"ring\"").count == drawn + 1)

    // The objective joins two statements: their ratings are added up, then and now.
    func shares(_ report: GapReport) -> Double {
      let below = report.overall.competencies.filter {
        ["talk.listen", "talk.ask"].contains($0.id.description)
      }.compactMap { $0.figures?.below.value }
      return Double(below.reduce(0) { $0 + $1.count }) / Double(below.reduce(0) { $0 + $1.total })
    }
    let parts = try #require(report.planReport).parts
    let change = try #require(parts.first { $0.id == "TALK-1" }?.change)
    #expect(abs(change.difference - (shares(report) - shares(try self.report(before)))) < 1e-12)
    #expect(change.difference < 0)
    #expect(parts.first { $0.id == "TALK-2" }?.change == nil)
    #expect(report.markdown.contains("points fewer are below usual"))
    #expect(try self.report(after).planReport?.parts.allSatisfy { $0.change == nil } == true)
  }

  @Test func `Weights are those of the population, with people who left an answer out kept`() throws
  {
    let framework = try SampleFramework.small()
    let role = try Grouping.named(
      ["role"], framework: framework, background: try SampleBackground.small())[0]
    // Four librarians on 1 and three assistants on 5; in the population it is one to three.
    let counts = try counts(["11111", "55555", "11111", "55555", "11111", "55555", "11111"])
    let margins = [("librarian", 100), ("assistant", 300)].map {
      Campaign.Invited(grouping: "role", group: $0, people: $1)
    }
    let weighting = try Weighting(
      table: counts.everybody, margins: margins, groupings: [role], framework: framework,
      unanswered: .meanWeight, cap: nil, minimumGroup: try MinimumGroup(people: 5))
    let sample = try #require(weighting.sample.value)
    #expect(sample.people == 7 && sample.unanswered == .value(0))
    let row = try #require(weighting.rows.first)
    // By hand: (1/4) 1 + (3/4) 5 = 4.
    #expect(abs((row.mean.value?.weighted.value ?? 0) - 4) < 1e-9)
    #expect(abs((row.mean.value?.unweighted ?? 0) - 19.0 / 7) < 1e-9)
    // By hand: weights 7/16 four times and 7/4 three times; (Σw)² / Σw² = 49 / (49/64 + 147/16).
    #expect(abs(sample.effectiveSize - 49 / (49.0 / 64 + 147.0 / 16)) < 1e-9)
    #expect(weighting.shares.map(\.people) == [.none(.withheld), .none(.withheld)])
    #expect(weighting.shares.map(\.population).sorted() == [0.25, 0.75])

    var supplement = ReportExtras()
    supplement.weighting = weighting
    let report = try report(counts, supplement)
    let weighted = try #require(report.tables.statistics.first { $0.name == "weighted" })
    #expect(weighted.reading(CommonWords()).rows[0][7] == "4.00")
    #expect(try table("representation", report).count == 2)
    #expect(report.markdown.contains("The 7 people are worth 5 without weights."))
  }

  @Test func `Of too few people for weights no number is said`() throws {
    let framework = try SampleFramework.small()
    let role = try Grouping.named(
      ["role"], framework: framework, background: try SampleBackground.small())
    let counts = try counts(["11111", "55555", "11111", "55555"])
    var supplement = ReportExtras()
    supplement.weighting = try Weighting(
      table: counts.everybody,
      margins: ["librarian", "assistant"].map {
        Campaign.Invited(grouping: "role", group: $0, people: 100)
      }, groupings: role, framework: framework, unanswered: .meanWeight, cap: 2,
      minimumGroup: try MinimumGroup(people: 5))
    let report = try report(counts, supplement)
    for row in try table("weighted", report) + table("representation", report) {
      #expect(
        row.contains(.text("[c]"))
          && !row.contains { if case .integer = $0 { true } else { false } })
    }
    #expect(report.markdown.contains("Too few people gave the answers that the weights need"))
    #expect(!report.markdown.contains("without weights"))
  }

  @Test func `Where no statement's importance is shown, no mean of it is said`() throws {
    let sheets = Array(repeating: "12345", count: 6)
    let ratings = Array(repeating: "54321", count: 4) + ["-----", "-----"]
    let report = try report(try counts(sheets), details: details(sheets, ratings, .rated))
    #expect(try table("importance", report).allSatisfy { $0[2] == .text("[c]") })
    #expect(!report.markdown.contains("grand means"))
  }
}
