import Testing
import Waymark
import WaymarkBasics
import WaymarkSolver
import WaymarkTestSupport

@testable import WaymarkPages

/// What a page of a plan says, and what it does not.
@Suite struct SeasonPageTests {
  /// Assistants who lack a level in listen, the first of whom lack one in time too.
  private func season(
    people: Int, lackingTime: Int, title: String = "Listen", days: [CalendarDate] = []
  ) throws -> SeasonPage {
    var demand = WorkshopDemand(
      framework: try SampleFramework.small(),
      offers: [
        try SamplePeople.workshop(
          "listen", [("talk.listen", 1, 2), ("plan.time", 1, 2)], title: title)
      ], grouping: nil, importance: .none)
    for place in 0..<people {
      demand.add(
        try SamplePeople.record("p\(place)", place < lackingTime ? "1--1-" : "1--2-", role: 0))
    }
    let plan = try WorkshopPlan(demand, limits: SeasonLimits(sessions: 1), solver: .coinOR)
    return SeasonPage(
      SeasonReport(plan, minimumGroup: try MinimumGroup(people: 5)), name: "spring",
      isMadeUp: false, days: days, words: SeasonWords())
  }

  private func formats(_ season: SeasonPage) throws -> [String] {
    [
      season.page.text(), season.page.markdown, season.page.html,
      season.csv, try season.json(),
    ]
  }

  // Eight close 1 each in listen; three of them one more in time. Of eleven in all the eight would tell
  // the three, so that neither is told.
  @Test func `What fewer than five people stand behind is withheld`() throws {
    let season = try season(people: 8, lackingTime: 3)
    let text = season.page.text().replacing("\n   ", with: " ")
    #expect(text.contains("It closes 11 in all, for few people in each statement."))
    let rows = season.gainsTable.csv.split(separator: "\r\n")
    #expect(rows.count == 3)
    #expect(season.csv.split(separator: "\r\n").count == 2)
    #expect(rows[1].hasSuffix("talk.listen,[c],[c],,,"))
    #expect(rows[2].hasSuffix("plan.time,[c],[c],,,"))
    #expect(
      try formats(season).allSatisfy {
        !$0.contains("for 3 people") && !$0.contains("for 8 people")
      })
  }

  // Two statements for eight people each hide nothing.
  @Test func `What enough people stand behind is told`() throws {
    let season = try season(people: 8, lackingTime: 8)
    let text = season.page.text().replacing("\n   ", with: " ")
    #expect(text.contains("8 in Title of talk.listen (talk.listen) for 8 people, 8 in"))
    let rows = season.gainsTable.csv.split(separator: "\r\n")
    #expect(rows[1].hasSuffix("talk.listen,8,8,,,") && rows[2].hasSuffix("plan.time,8,8,,,"))
    #expect(try season.json().contains("\"closed\" : 16,"))
  }

  @Test func `Nothing at all is said of fewer than five people`() throws {
    let season = try season(
      people: 4, lackingTime: 2, days: [CalendarDate("2027-01-14")].compactMap { $0 })
    #expect(season.page.text().contains("Fewer than 5 people answered: nothing is planned"))
    for format in try formats(season) {
      #expect(!format.contains("talk.listen") && !format.contains("Listen"))
    }
    let json = try season.json()
    for key in ["closed", "bound", "lacking", "gapToBound"] {
      #expect(json.contains("\"\(key)\" : null"))
    }
    #expect(season.csv.split(separator: "\r\n").count == 1)
    let day = try #require(CalendarDate("2026-11-26"))
    #expect(season.calendar(made: day) == nil)
  }

  // Five seats for three of one region and six of another: two of these six, of whom it is not told.
  @Test func `A region that gets less than its floor does not tell what few have closed`() throws {
    let grouping = try #require(
      try Grouping.named(
        ["division"], framework: SampleFramework.small(), background: SampleBackground.small()
      ).first)
    var demand = WorkshopDemand(
      framework: try SampleFramework.small(),
      offers: [
        try SamplePeople.workshop("listen", [("talk.listen", 1, 2)], seats: 5, place: .online)
      ], grouping: grouping, importance: .none)
    for (state, count) in [("OH", 3), ("CA", 6)] {
      for place in 0..<count {
        demand.add(
          try SamplePeople.record("\(state)\(place)", "1--2-", role: 0, state: state))
      }
    }
    var limits = SeasonLimits(sessions: 1)
    limits.floor = 90
    let plan = try WorkshopPlan(demand, limits: limits, solver: .coinOR)
    let pacific = try #require(grouping.groups.firstIndex { $0.id == "pacific" })
    #expect(plan.closedByGroup[pacific] < 5 && plan.closedByGroup[pacific] > 0)
    let season = SeasonPage(
      SeasonReport(plan, minimumGroup: try MinimumGroup(people: 5)), name: "spring",
      isMadeUp: false, words: SeasonWords())
    for format in try formats(season) {
      #expect(!format.contains("of its need instead"))
    }
    let text = season.page.text().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(text.contains("Label of pacific: less than 90 % of its need, because"), "\(text)")
  }

  // Ten, six and three people of three regions, all online; with a sum known the three would tell
  // themselves, and so six are not shown either.
  @Test func `Seats of one small region are not told by the sum`() throws {
    let background = try SampleBackground.small()
    let grouping = try Grouping.named(
      ["division"], framework: SampleFramework.small(), background: background
    ).first
    var demand = WorkshopDemand(
      framework: try SampleFramework.small(),
      offers: [
        try SamplePeople.workshop("listen", [("talk.listen", 1, 2)], place: .online)
      ], grouping: grouping, importance: .none)
    for (state, count) in [("OH", 10), ("CA", 6), ("NY", 3)] {
      for place in 0..<count {
        demand.add(
          try SamplePeople.record("\(state)\(place)", "1--2-", role: 0, state: state))
      }
    }
    let plan = try WorkshopPlan(demand, limits: SeasonLimits(sessions: 1), solver: .coinOR)
    let season = SeasonPage(
      SeasonReport(plan, minimumGroup: try MinimumGroup(people: 5)), name: "spring",
      isMadeUp: false, words: SeasonWords())
    let text = season.page.text().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(
      text.contains("19 of 20 seats")
        && text.contains("Invite 10 from Label of east-north-central, 9 from 2"))
    let json = try season.json()
    let seats = json.matches(of: /"seats" : ("\[c\]"|\d+|null)/).map { String($0.output.1) }
    #expect(seats.filter { $0 == "6" || $0 == "3" }.isEmpty, "\(seats)")
    #expect(seats.contains("10") && seats.contains("19"))
  }

  @Test func `A title from a file is shown and does nothing`() throws {
    let title = "=1+1|<script>\u{1B}[31m*x*"
    let day = try #require(CalendarDate("2027-01-14"))
    let season = try season(people: 6, lackingTime: 6, title: title, days: [day])
    #expect(!season.page.text().contains("\u{1B}"))
    #expect(!season.page.html.contains("<script>"))
    #expect(season.page.markdown.contains("=1+1\\|&lt;script&gt;"))
    #expect(
      season.csv.contains(",\"'=1+1|") || season.csv.contains(",'=1+1|"))
    let calendar = try #require(season.calendar(made: day))
    #expect(!calendar.contains("\u{1B}") && calendar.contains("DTSTART;VALUE=DATE:20270114"))
    #expect(!calendar.contains("talk.listen"))
  }
}
