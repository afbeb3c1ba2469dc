import Testing
import WaymarkBasics
import WaymarkSolver
import WaymarkTestSupport

@testable import Waymark

/// Exports beside publications and beside one another, seen as their readers see them.
@Suite struct GivenOutTests {
  private static let states = ["OH", "PA", "NY", "CA", "other"]

  /// People of five states, so many in each, some of them without an answer.
  private func people(_ made: inout MadeUpRecords, seed: UInt64) -> [CodedResponse] {
    var random = SplitMix64(seed: seed)
    return Self.states.flatMap { state in
      made.people(
        Int.random(in: 0...(state == "OH" ? 12 : 40), using: &random), state, ["state": state])
    } + made.people(Int.random(in: 0...6, using: &random), "none")
      + made.people(40, "more", ["state": "NY"])
  }

  private func givenOut(
    _ records: [CodedResponse], _ made: MadeUpRecords, _ tables: [[Grouping]],
    releases: [Release] = [], exports: [DeidentifiedResponses] = [], minimum: Int = 10
  ) throws -> GivenOut {
    let campaign = try SampleCampaign.made()
    let day = try #require(CalendarDate("2026-11-25"))
    let minimum = try MinimumGroup(people: minimum)
    return GivenOut(
      releases: releases,
      exports: exports.map {
        let rows = ExportedRows($0)
        return .init(
          campaign: campaign.id, day: day,
          record: ExportRecord(of: campaign, rows, minimum: minimum, sha256: { "\($0.count)" }),
          rows: rows)
      },
      people: made.respondents(records, tables), responses: made.responses(records), members: [:])
  }

  private func release(
    _ records: [CodedResponse], _ made: MadeUpRecords, _ table: [Grouping],
    exported: [GroupKey: Int] = [:]
  ) throws -> Release {
    let people = made.respondents(records, [table])
    return try Release.proved(
      dimensions: try table.map { try $0.dimension(among: table) }, counts: people.allTables,
      minimum: .standard, exported: exported, solver: .coinOR)
  }

  /// How wide a reader of both leaves a withheld number of people in a state.
  ///
  /// Those whose state is empty in the export, less the people of published states whom it does not
  /// show, may be of any withheld state of which it shows nobody; a state of which it shows some has no
  /// more, as a rare answer is left empty for everybody.
  private func width(_ release: Release, _ export: DeidentifiedResponses) -> Int? {
    var shown: [String: Int] = [:]
    export.forEach(isMadeUp: false) { response in
      let state = response.background.first { $0.key.description == "state" }?.value.first
      shown[state?.description ?? "", default: 0] += 1
    }
    var open = shown[""] ?? 0
    var withheld = 0
    for state in Self.states + [Grouping.noAnswer] {
      if let people = release.people(GroupKey(["state": state])) {
        open -= people - (shown[state] ?? 0)
      } else if shown[state] != nil {
        return 0
      } else {
        withheld += 1
      }
    }
    return withheld > 0 ? open : nil
  }

  @Test func `An export after a publication leaves every withheld number uncertain`() throws {
    var narrow = 0
    for seed in 1...20 as ClosedRange<UInt64> {
      var made = try MadeUpRecords(seed: seed)
      let records = people(&made, seed: seed)
      let table = try made.table("state")
      let release = try release(records, made, table)
      let export = try givenOut(records, made, [table], releases: [release])
        .protected(.standard, solver: .coinOR)
      if let width = width(release, try #require(export)) { #expect(width >= 10, "\(seed)") }
      var plain = made.responses(records)
      _ = plain.protect(.standard)
      if let width = width(release, plain), width < 10 { narrow += 1 }
    }
    // By itself an export tells withheld numbers.
    #expect(narrow > 0)
  }

  @Test func `A publication after an export withholds what the export leaves uncertain`() throws {
    var narrow = 0
    var proved = 0
    for seed in 1...20 as ClosedRange<UInt64> {
      var made = try MadeUpRecords(seed: seed)
      let records = people(&made, seed: seed)
      let table = try made.table("state")
      var export = made.responses(records)
      _ = export.protect(.standard)
      let known = try givenOut(records, made, [table], exports: [export]).exported
      #expect(known.values.reduce(0, +) == records.count)
      if let width = width(try release(records, made, table), export), width < 10 { narrow += 1 }
      guard let release = try? release(records, made, table, exported: known) else { continue }
      proved += 1
      if let width = width(release, export) { #expect(width >= 10, "\(seed)") }
    }
    #expect(narrow > 0 && proved > 10)
  }

  @Test func `The same people are exported as before, with another group they are refused`() throws
  {
    var made = try MadeUpRecords()
    let records = people(&made, seed: 3)
    let first = try #require(
      try givenOut(records, made, []).protected(.standard, solver: .coinOR))
    let before = try givenOut(records.reversed(), made, [], exports: [first])
    let again = try #require(try before.protected(.standard, solver: .coinOR))
    #expect(ExportedRows(again) == ExportedRows(first))
    #expect(again.treatments == first.treatments)
    #expect(throws: LedgerProblem.self) {
      _ = try before.protected(try MinimumGroup(people: 20), solver: .coinOR)
    }
  }

  @Test(arguments: [1, 9, 10, 40])
  func `An export with few more people is refused, with enough no combination is rarer`(
    more: Int
  ) throws {
    var made = try MadeUpRecords()
    let records = people(&made, seed: 5)
    let first = try #require(
      try givenOut(records, made, []).protected(.standard, solver: .coinOR))
    let later =
      made.people(more / 2, "x", ["state": "OH"])
      + made.people(more - more / 2, "y", ["state": "CA"])
    for (now, export) in [(records + later, first)] {
      let before = try givenOut(now, made, [], exports: [export])
      guard more >= 10 else {
        #expect(throws: LedgerProblem.self) {
          _ = try before.protected(.standard, solver: .coinOR)
        }
        continue
      }
      let second = try #require(try before.protected(.standard, solver: .coinOR))
      #expect(second.people == now.count)
      // Joined by the answers, which are everybody's own.
      let known = shown(first)
      var combinations: [[String]: Int] = [:]
      for (answers, about) in shown(second) {
        combinations[[known[answers] ?? "new", about], default: 0] += 1
      }
      #expect(combinations.values.allSatisfy { $0 >= 10 }, "\(combinations)")
    }
    // And the other way round: few are gone.
    var all = made.responses(records + later)
    _ = all.protect(.standard)
    let before = try givenOut(records, made, [], exports: [all])
    if more < 10 {
      #expect(throws: LedgerProblem.self) {
        _ = try before.protected(.standard, solver: .coinOR)
      }
    }
  }

  /// What is said about each person, by their answers.
  private func shown(_ responses: DeidentifiedResponses) -> [[String]: String] {
    var shown: [[String]: String] = [:]
    responses.forEach(isMadeUp: false) { response in
      let answers = response.answers.sorted { $0.key < $1.key }.map(\.value.word)
      shown[answers] =
        response.background.sorted { $0.key < $1.key }
        .map { "\($0.key)=\($0.value)" }.joined() + (response.role?.description ?? "")
    }
    return shown
  }

  @Test func `Tables are refused where a few came or went since an export`() throws {
    var made = try MadeUpRecords()
    let records = people(&made, seed: 7)
    let table = try made.table("state")
    var export = made.responses(records)
    _ = export.protect(.standard)
    let late = made.people(1, "x", ["state": "NY"])
    for (now, isRefused) in [
      (records, false), (records + late, true), (Array(records.dropLast()), true),
    ] {
      let before = try givenOut(now, made, [table], exports: [export])
      let release = try release(now, made, table)
      var problem: LedgerProblem?
      do throws(LedgerProblem) {
        try before.check(release)
      } catch {
        problem = error
      }
      #expect((problem != nil) == isRefused)
    }
  }
}
