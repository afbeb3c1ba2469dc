import Testing
import WaymarkBasics
import WaymarkTestSupport

@testable import Waymark

/// What rests on 1 to 9 people is not in a report, counted by hand.
///
/// The sample framework has an area of three statements and one of two.
@Suite struct WithheldFiguresTests {
  /// So many people who all gave the same.
  private struct People {
    var count: Int
    var sheet: String
    var importance = "54321"
    var role: String? = "librarian"
    var isWilling = true
  }

  private func report(
    _ people: [People], importance: ImportanceMode = .rated, minimum: Int = 10
  ) throws -> GapReport {
    let framework = try SampleFramework.small()
    let questions = try SampleBackground.small(service: true)
    let groupings = try Grouping.named(["role"], framework: framework, background: questions)
    let minimum = try MinimumGroup(people: minimum)
    var counter = SheetCounter(framework: framework, tables: groupings.map { [$0] })
    var details = SheetDetails(framework: framework, importance: importance)
    var willing = WillingnessTally(questions, groupings: groupings)
    let yes: [ID<BackgroundQuestions.Field>: [ID<BackgroundQuestions.Option>]] = [
      try SampleAssessment.id("serve-committees"): [try SampleAssessment.id("yes")]
    ]
    for person in people.flatMap({ Array(repeating: $0, count: $0.count) }) {
      let role = person.role.flatMap { RoleID($0) }
      counter.add(
        try #require(AnswerSheet(person.sheet, framework: framework)), role: role,
        framework: framework, questions: questions)
      Array(person.sheet.utf8).withUnsafeBytes { sheet in
        Array(person.importance.utf8).withUnsafeBytes { details.add(sheet: sheet, importance: $0) }
      }
      BackgroundSheet(person.isWilling ? yes : [:], questions: questions).codes.withUnsafeBytes {
        willing.add(role: framework.roles.firstIndex { $0.id == role }, background: $0)
      }
    }
    let counts = try counter.counts()
    var supplement = ReportExtras()
    supplement.willingness = Willingness(willing, counts: counts, minimumGroup: minimum)
    return GapReport(
      campaign: try SampleCampaign.made(), framework: framework, counts: counts,
      minimumGroup: minimum, details: details, supplement: supplement)
  }

  /// Half of the people on level 1 throughout and half on 5, some of whom end after the first area.
  private func halves(_ count: Int, brokenOff: Int) -> [People] {
    let whole = count - brokenOff
    return [
      People(count: whole / 2, sheet: "11111"), People(count: whole - whole / 2, sheet: "55555"),
      People(count: brokenOff / 2, sheet: "111--"),
      People(count: brokenOff - brokenOff / 2, sheet: "555--"),
    ]
  }

  private static let atTheThreshold: [(people: Int, brokenOff: Int, first: Int?, second: Int?)] = [
    (1, 0, nil, nil), (2, 1, nil, nil), (9, 0, nil, nil), (9, 9, nil, nil), (10, 0, 10, 10),
    (10, 1, 10, nil), (11, 1, 11, 10), (12, 3, 12, nil), (20, 10, 20, 10), (20, 11, 20, nil),
  ]

  @Test(arguments: atTheThreshold)
  func `Scales, importance and quality are shown from ten people, and else not there`(
    people: Int, brokenOff: Int, first: Int?, second: Int?
  ) throws {
    let report = try report(halves(people, brokenOff: brokenOff))
    // Each is on one level throughout, so that statements go together wholly: alpha and r are 1.
    for (area, shown) in zip(report.reliability, [first, second]) {
      #expect(area.people.value?.complete == shown)
      #expect(area.people.value?.leftOut == (shown == nil ? nil : 0))
      #expect(shown != nil || area.people == .none(.withheld))
      #expect(shown != nil || area.coefficient == .none(.withheld))
      if shown != nil { #expect(isClose(try #require(area.coefficient.value?.alpha), 1)) }
    }
    let byStatement = [first, first, first, second, second]
    for (row, shown) in zip(report.itemRest, byStatement) {
      #expect(row.people == shown.map(Figure.value) ?? .none(.withheld))
      #expect(shown != nil || row.correlation == .none(.withheld))
      if shown != nil { #expect(isClose(try #require(row.correlation.value), 1)) }
    }
    guard case .ratings(let ratings) = report.importance else {
      Issue.record("Importance was rated.")
      return
    }
    #expect(ratings.rows.map { $0.need.value?.scores.people } == byStatement)
    #expect(
      zip(ratings.rows, byStatement).allSatisfy { $1 != nil || $0.need == .none(.withheld) })
    #expect((ratings.cut == .none(.withheld)) == (first == nil))
    let quality = try #require(report.quality)
    if first == nil {
      #expect(quality == .none(.withheld))
    } else {
      #expect(quality.value?.people == people)
      #expect(quality.value?.brokenOff == brokenOff)
      #expect(quality.value?.straightLined == 0)
    }
  }

  // By hand: teaching is 4, 4, 3, 3 beside 2, 4, 8, 10 for the two others, r = -0.95; each of these is 1, 2,
  // 4, 5 beside 5, 6, 7, 8. The second area is the same for everybody.
  @Test(arguments: [(10, ["talk.teach"]), (7, [])])
  func `A statement runs against its area by more than chance, of thirty people or more`(
    times: Int, found: [String]
  ) throws {
    let report = try report(
      ["11433", "22433", "44333", "55333"].map { People(count: times, sheet: $0) }, minimum: 5)
    #expect(report.itemRest.filter(\.runsAgainst).map(\.id.description) == found)
  }

  @Test func `Ranks and quadrants are those among the statements that are shown`() throws {
    // Ten people: importance 5 4 3 2 1 beside level 1 2 3 4 5. The last statement has nine levels, so
    // that the means are (5 + 4 + 3 + 2) / 4 and (1 + 2 + 3 + 4) / 4, and the scores 20, 8, 0, -4.
    let report = try report([
      People(count: 9, sheet: "12345"), People(count: 1, sheet: "1234-"),
    ])
    guard case .ratings(let ratings) = report.importance else {
      Issue.record("Importance was rated.")
      return
    }
    #expect(ratings.cut == .value(.init(importance: 3.5, level: 2.5)))
    #expect(ratings.rows.map { $0.need.value?.rank } == [1, 2, 3, 4, nil])
    #expect(
      ratings.rows.map { $0.need.value?.quadrant } == [
        .concentrateHere, .concentrateHere, .possibleOverkill, .possibleOverkill, nil,
      ])
    #expect(ratings.rows[4].need == .none(.withheld))
  }

  @Test(
    arguments: [
      (9, 0, .none(.withheld)), (9, 9, .none(.withheld)), (12, 0, .none(.noAnswers)),
      (12, 1, .none(.withheld)), (12, 9, .none(.withheld)), (12, 10, .value(10)),
      (0, 0, .none(.noAnswers)),
    ] as [(Int, Int, Figure<Int>)])
  func `Picks are shown where ten picked anything`(
    people: Int, pickers: Int, shown: Figure<Int>
  ) throws {
    let report = try report(
      [
        People(count: pickers, sheet: "12345", importance: "+----"),
        People(count: people - pickers, sheet: "12345", importance: "-----"),
      ], importance: .picks)
    guard case .picks(let picks) = report.importance else {
      Issue.record("Importance was picked.")
      return
    }
    #expect(picks.map(\.people) == shown)
    #expect(picks.value.map { $0.rows.map(\.picked) } == shown.value.map { [$0, 0, 0, 0, 0] })
  }

  @Test func `A statement that too few rated has no importance, though none of them gave one`()
    throws
  {
    let report = try report([
      People(count: 3, sheet: "33333", importance: "5432-"), People(count: 20, sheet: "3333-"),
    ])
    guard case .ratings(let ratings) = report.importance else {
      Issue.record("Importance was rated.")
      return
    }
    #expect(ratings.rows.map { $0.need.absence } == [nil, nil, nil, nil, .withheld])
  }

  @Test func `The willing are shown in groups of ten people`() throws {
    let rows = try #require(
      try report([
        People(count: 9, sheet: "33333", role: "assistant"),
        People(count: 7, sheet: "33333"), People(count: 3, sheet: "33333", isWilling: false),
      ]).supplement.willingness
    ).rows
    #expect(rows.map(\.people) == [.value(19), .none(.withheld), .value(10)])
    #expect(rows.map(\.willing) == [[.value(16)], [.none(.withheld)], [.value(7)]])
    let few = try report([People(count: 9, sheet: "33333")]).supplement.willingness
    // That nobody is willing, of those whom the report may tell about.
    #expect(
      try report([People(count: 10, sheet: "33333", isWilling: false)]).supplement.willingness
        == nil
    )
    #expect(
      try #require(few).rows.allSatisfy {
        $0.people == .none(.withheld) && $0.willing == [.none(.withheld)]
      })
  }

  @Test(arguments: [ImportanceMode.rated, .picks])
  func `Reports of a few people are all the same value, whatever these answered`(
    importance: ImportanceMode
  ) throws {
    let one = try report([People(count: 1, sheet: "12345")], importance: importance)
    for people: [People] in [
      halves(9, brokenOff: 4),
      [People(count: 6, sheet: "9-0..", importance: "-----", isWilling: false)],
      [People(count: 2, sheet: "55555"), People(count: 3, sheet: "1-1-1", isWilling: false)],
    ] {
      #expect(try report(people, importance: importance) == one)
    }
  }

  @Test func `Of a statement that too few rated nothing is in the value, not even how many`() throws
  {
    // Sheets of 30 people, who differ in the third statement alone: three and seven rated it.
    let three = try report([
      People(count: 3, sheet: "33544"), People(count: 27, sheet: "33-44"),
    ])
    let seven = try report([
      People(count: 4, sheet: "33144"), People(count: 3, sheet: "33244"),
      People(count: 23, sheet: "33-44"),
    ])
    #expect(three == seven)
    #expect(three.overall.respondents == 30)
  }

  @Test func `A report holds no sums and no counts that it was made of`() throws {
    func types(in value: Any) -> Set<ObjectIdentifier> {
      Mirror(reflecting: value).children.reduce(into: [ObjectIdentifier(type(of: value))]) {
        $0.formUnion(types(in: $1.value))
      }
    }
    let found = types(in: try report(halves(12, brokenOff: 0)))
    #expect(found.contains(ObjectIdentifier(AreaReliability.self)))
    for raw: Any.Type in [
      SheetDetails.self, AreaSums.self, LevelCounts.self, LevelTable.self, CampaignCounts.self,
      WillingnessTally.self,
    ] {
      #expect(!found.contains(ObjectIdentifier(raw)), "\(raw)")
    }
  }
}
