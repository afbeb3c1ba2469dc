import Testing
import WaymarkBasics
import WaymarkTestSupport

@testable import Waymark
@testable import WaymarkPages

/// De-identified responses, counted again from the rows that are written.
@Suite struct DeidentifiedResponsesTests {
  private let framework: Framework
  private let background: BackgroundQuestions

  init() throws {
    framework = try SampleFramework.small()
    background = try SampleBackground.small()
  }

  private func records(_ people: Int, seed: UInt64) -> [CodedResponse] {
    DemoCampaign(framework: framework, background: background, people: people, seed: seed)
      .map { CodedResponse($0, framework: framework, background: background) }
  }

  private func files(
    _ records: [CodedResponse], _ people: Int, treatments: inout [DeidentifiedResponses.Treatment]
  ) throws -> [String] {
    let group = try MinimumGroup(people: people)
    var responses = DeidentifiedResponses(framework: framework, background: background)
    for record in records { responses.add(record) }
    let isProtected = responses.protect(group)
    #expect(isProtected)
    treatments = responses.treatments
    let campaign = try SampleCampaign.made(isMadeUp: true)
    let entry = LedgerEntry(
      after: nil, campaign: campaign.id, day: try #require(CalendarDate("2026-11-25")),
      content: "{}", sha256: { "\($0.utf8.count)" })
    return try DeidentifiedExport(
      campaign: campaign, framework: framework, background: background, responses: responses,
      group: group, words: ExportWords()
    ).files(recordedAs: entry).map(\.contents)
  }

  /// The cells of each row: those about the person, and those of the statements.
  private func rows(_ table: String) -> (about: [[Substring]], statements: [[Substring]]) {
    let lines = table.split(separator: "\r\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    let first = lines[0].count - framework.competencies.count
    return (lines.map { Array($0[1..<first]) }, lines.map { Array($0[first...]) })
  }

  @Test(arguments: [(10, 10), (60, 10), (60, 5), (300, 10), (1000, 10), (1000, 25)])
  func `No combination of background answers is held by fewer people than the group has`(
    people: Int, group: Int
  ) throws {
    for seed in 1...4 {
      var treatments: [DeidentifiedResponses.Treatment] = []
      let records = records(people, seed: UInt64(seed))
      let table = rows(try files(records, group, treatments: &treatments)[0])
      let about = table.about.dropFirst()
      #expect(about.count == people)
      // Fewer questions together are held by more people, not by fewer.
      let combinations = Dictionary(grouping: about) { $0 }.mapValues(\.count)
      #expect(combinations.values.allSatisfy { $0 >= group })
      #expect(table.about[0].count == treatments.count { $0 != .withheld })
      // What was answered to the statements is all there.
      let answers = records.map { record in
        String(decoding: record.sheet, as: UTF8.self)
      }.sorted()
      #expect(
        table.statements.dropFirst().map { row in
          row.map { ["na": "0", "unsure": "9", "": "-"][$0] ?? String($0) }.joined()
        }.sorted() == answers)
    }
  }

  @Test func `Neither the order nor the names of the responses change a byte`() throws {
    var treatments: [DeidentifiedResponses.Treatment] = []
    let records = records(200, seed: 3)
    let one = try files(records, 10, treatments: &treatments)
    var others = Array(records.reversed())
    for place in others.indices {
      others[place].respondent = "somebody-\(place)"
      others[place].revision = 7
      others[place].month = "2026-11"
    }
    #expect(try files(others, 10, treatments: &treatments) == one)
    #expect(!one[0].contains("somebody"))
  }

  /// Counted by hand.
  ///
  /// 3 clerks are fewer than 10, and with them 14 librarians are left empty. Of
  /// 14, 12 and 3 the 3 are left empty, then the 12 too: 14 of 29 are fewer than half.
  @Test(
    arguments: [
      ([14, 3], .withheld), ([14, 12], .kept), ([14, 12, 3], .withheld), ([28, 12, 3], .thinned),
      ([14, 12, 10], .kept), ([17], .kept), ([9, 9, 9], .withheld),
    ] as [([Int], DeidentifiedResponses.Treatment)])
  func `A rare answer is left empty together with enough others`(
    counts: [Int], treatment: DeidentifiedResponses.Treatment
  ) throws {
    let field = try #require(background.fields.first)
    let records = zip(counts, field.options).flatMap { count, option in
      Array(
        repeating: CodedResponse(
          respondent: "x", revision: 1, link: nil, month: nil, role: nil,
          sheet: AnswerSheet([:], framework: framework).codes, importance: [],
          background: BackgroundSheet([field.id: [option.id]], questions: background).codes),
        count: count)
    }
    var treatments: [DeidentifiedResponses.Treatment] = []
    _ = try files(records, 10, treatments: &treatments)
    #expect(treatments[1] == treatment)
    #expect(treatments.enumerated().allSatisfy { $0 == 1 || $1 == .kept })
  }

  @Test func `Fewer people than the group has are refused`() throws {
    var responses = DeidentifiedResponses(framework: framework, background: background)
    var outcomes = [responses.protect(.standard)]
    for record in records(9, seed: 1) { responses.add(record) }
    outcomes.append(responses.protect(.standard))
    for record in records(1, seed: 2) { responses.add(record) }
    outcomes.append(responses.protect(.standard))
    #expect(outcomes == [false, false, true])
  }
}
