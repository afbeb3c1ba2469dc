import Testing
import Waymark
import WaymarkBasics
import WaymarkTestSupport

@testable import WaymarkPages

struct GapReportTests {
  /// Rows of a sheet, a role and a state, each so many times.
  private typealias Rows = [(times: Int, sheet: String, role: String?, state: String?)]

  // Targets: talk.listen 2/3, talk.ask 2/4, talk.teach -/3, plan.time 2/3, plan.money -/2.
  private func report(
    _ rows: Rows, by names: [String] = [], minimum: Int = 10
  ) throws -> GapReport {
    let framework = try SampleFramework.small()
    let questions = try SampleBackground.small()
    let groupings = try Grouping.named(names, framework: framework, background: questions)
    var counter = SheetCounter(framework: framework, tables: groupings.map { [$0] })
    let field = try #require(ID<BackgroundQuestions.Field>("state"))
    for row in rows {
      let sheet = try #require(AnswerSheet(row.sheet, framework: framework))
      let option = try row.state.map { try #require(ID<BackgroundQuestions.Option>($0)) }
      for _ in 0..<row.times {
        counter.add(
          sheet, role: row.role.flatMap { RoleID($0) },
          background: option.map { [field: [$0]] } ?? [:], framework: framework,
          questions: questions)
      }
    }
    return GapReport(
      campaign: try SampleCampaign.made(), framework: framework, counts: try counter.counts(),
      minimumGroup: try MinimumGroup(people: minimum))
  }

  private func bytes(_ report: GapReport) throws -> [String] {
    try report.files().map { $0.path + "\n" + $0.contents }
  }

  @Test func `What nobody was asked has no row, on no page and in no table`() throws {
    let rows: [(Int, String, String?, String?)] = [
      (12, "31...", "assistant", "OH"), (10, "1-...", "librarian", "PA"),
    ]
    let report = try report(rows.map { ($0.0, $0.1, $0.2, $0.3) }, by: ["state"])
    #expect(report.statementsNotAsked == 3)
    let tables = [report.overall] + report.breakdowns.flatMap { $0.groups.map(\.tables) }
    #expect(tables.count == 3)
    for table in tables {
      #expect(table.competencies.map(\.id.description) == ["talk.listen", "talk.ask"])
      #expect(table.areas.map(\.id.description) == ["I"])
    }
    let files = try bytes(report)
    #expect(!files.contains { $0.contains("plan.time") || $0.contains("talk.teach") })
    #expect(
      files.contains {
        $0.contains(
          "3 of the 5 statements of the framework were not asked: nothing is said of them.")
      })
    // Of few people not even that is said.
    #expect(try self.report([(9, "31...", "assistant", nil)]).statementsNotAsked == 0)
  }

  // By hand: 12 assistants (target 2) on level 1 are below; of 8 librarians (target 3) the 5 on
  // level 2 are below, the 3 on level 4 are not; 4 people without a role are not compared.
  @Test func `Everybody is compared with their own role, as counted by hand`() throws {
    let report = try report([
      (12, "1----", "assistant", nil), (5, "2----", "librarian", nil),
      (3, "4----", "librarian", nil), (4, "5----", nil, nil), (2, "09-.0", nil, nil),
    ])
    #expect(report.overall.respondents == 26)
    let figures = try #require(report.overall.competencies[0].figures)
    #expect(figures.people == 24)
    #expect(figures.levels == [12, 5, 0, 3, 4])
    #expect(figures.below.value?.count == 17)
    #expect(figures.below.value?.total == 20)
    #expect(figures.below.value?.share == 0.85)
    // Wilson's interval of 17 in 20, by `Tests/References/expected_statistics.py`.
    let interval = try #require(figures.below.value?.interval)
    #expect(abs(interval.lowerBound - 0.6395811352592431) < 1e-12)
    #expect(abs(interval.upperBound - 0.9476312541037833) < 1e-12)
    // (12 + 10 + 12 + 20) / 24
    #expect(figures.mean == .value(2.25))
    #expect(figures.notPartOfMyWork == 2)
    #expect(figures.relevance.value.map { Int(($0 * 26).rounded()) } == 24)
    let asked = try #require(report.overall.competencies[1].figures)
    #expect(asked.people == 0)
    #expect((asked.skipped, asked.cannotJudge) == (24, 2))
    #expect(asked.mean == .none(.noAnswers))
    #expect(asked.below == .none(.noTarget))
    #expect(report.overall.competencies[3].figures?.notAsked == 2)
  }

  // By hand: 10 librarians rate 3, 3, 2 in the first area: 0 + 10 + 10 of 30 below, from 10 people.
  @Test func `An area pools its ratings and counts each person once`() throws {
    let report = try report([(10, "332..", "librarian", nil)])
    let area = try #require(report.overall.areas[0].figures)
    #expect(area.joined == 3)
    #expect(area.people == 10)
    #expect(area.ratings == 30)
    #expect(area.levels == [0, 10, 20, 0, 0])
    let below = try #require(area.below.value)
    #expect((below.count, below.total, below.people) == (20, 30, 10))
    // Wilson's interval of two thirds of 10 people, not of 30 ratings, by the same program.
    let interval = below.interval
    #expect(abs(interval.lowerBound - 0.36779781217588203) < 1e-12)
    #expect(abs(interval.upperBound - 0.8730245878698215) < 1e-12)
  }

  @Test(arguments: [(0, false), (1, true), (9, true), (10, false), (11, false)])
  func `A statement with 1 to 9 answerers is withheld`(people: Int, isWithheld: Bool) throws {
    let report = try report([
      (people, "333..", "librarian", nil), (30, "33-..", "librarian", nil),
    ])
    let row = report.overall.competencies[2]
    #expect((row.figures == nil) == isWithheld)
    #expect(row.figures?.people == (isWithheld ? nil : people))
    // The area must not give away by subtraction what its statement withholds.
    let area = try #require(report.overall.areas[0].figures)
    #expect(area.ratings == 2 * (30 + people) + (isWithheld ? 0 : people))
    #expect(area.joined == (isWithheld ? 2 : 3))
  }

  @Test(arguments: [(1, true), (9, true), (10, false), (11, false)])
  func `A group of 1 to 9 is withheld as a whole`(people: Int, isWithheld: Bool) throws {
    let report = try report(
      [(people, "33333", "librarian", "OH"), (40, "22222", "assistant", "CA")], by: ["state"])
    let groups = try #require(report.breakdowns.first).groups
    #expect(groups.map(\.id) == ["OH", "CA"])
    #expect((groups[0].tables.respondents == nil) == isWithheld)
    #expect(groups[0].tables.competencies.allSatisfy { ($0.figures == nil) == isWithheld })
    #expect(groups[0].tables.areas.allSatisfy { ($0.figures == nil) == isWithheld })
    #expect(groups[1].tables.respondents == 40)
    let groupsFile = report.tables.groups.csv
    #expect(groupsFile.contains("OH,n,[c],") == isWithheld)
    #expect(groupsFile.contains("OH,n,\(people),") != isWithheld)
  }

  @Test func `A group of nobody is not listed`() throws {
    let report = try report([(10, "33333", "librarian", nil)], by: ["state", "role"])
    #expect(report.breakdowns[0].groups.map(\.id) == ["(no answer)"])
    #expect(report.breakdowns[1].groups.map(\.id) == ["librarian"])
  }

  @Test func `A share of 1 to 9 people is withheld though more gave a level`() throws {
    let report = try report([(9, "33333", "librarian", nil), (20, "44444", nil, nil)])
    let figures = try #require(report.overall.competencies[0].figures)
    #expect(figures.people == 29)
    #expect(figures.below == .none(.withheld))
    #expect(report.overall.areas[0].figures?.below == .none(.withheld))
    #expect(report.tables.competencies.csv.contains("29,[c],[c],[c],[c],[c],"))
  }

  @Test func `A lower smallest group shows smaller groups`() throws {
    let report = try report([(5, "33333", "librarian", nil)], minimum: 5)
    #expect(report.overall.respondents == 5)
  }

  @Test func `Nobody, one person and people without a single level make whole reports`() throws {
    for rows: Rows in [[], [(1, "12345", "librarian", "OH")], [(20, "09-.-", nil, "OH")]] {
      let report = try report(rows, by: ["state"])
      for file in try bytes(report) {
        #expect(!file.lowercased().contains("nan"))
        #expect(!file.contains("inf,"))
      }
    }
    #expect(
      try report([]).markdown.contains(
        "**Nobody has answered so far. There is nothing to show yet.**"))
    let one = try report([(1, "12345", "librarian", "OH")])
    #expect(one.overall.respondents == nil)
    #expect(one.tables.competencies.csv.split(separator: "\r\n").count == 6)
  }

  @Test func `The order of the respondents does not change a byte`() throws {
    let rows: Rows = [
      (12, "1234.", "assistant", "OH"), (15, "5-209", "librarian", "PA"),
      (11, "33333", nil, nil), (3, "22222", "librarian", "NY"),
    ]
    #expect(
      try bytes(report(rows, by: ["division", "role"]))
        == bytes(report(rows.reversed(), by: ["division", "role"])))
  }

  @Test func `The largest shares below come first, ties by id, and nobody below is no gap`() throws
  {
    // talk.listen 0 of 10, talk.ask 10 of 10, talk.teach 10 of 10, plan.time 0, plan.money 0.
    let gaps = try report([(10, "33233", "librarian", nil)]).largestGaps(3)
    #expect(gaps.map(\.competency.id.description) == ["talk.ask", "talk.teach"])
  }
}
