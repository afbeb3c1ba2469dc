import Testing
import WaymarkBasics
import WaymarkTestSupport

@testable import Waymark

/// A report over people of whom some answered the core form and others all, counted by hand.
///
/// Area I has `talk.listen`, `talk.ask` and `talk.teach`, II `plan.time` and `plan.money`; for a librarian
/// 3, 4, 3, 3 and 2 are usual.
@Suite struct CoreFormReportTests {
  private func counts(
    _ people: [(sheet: String, count: Int)], core: Set<String>
  ) throws -> (CampaignCounts, Framework) {
    let framework = try SampleFramework.small(core: core)
    let questions = try SampleBackground.small()
    var counter = SheetCounter(framework: framework)
    for (sheet, count) in people {
      for _ in 0..<count {
        counter.add(
          try #require(AnswerSheet(sheet, framework: framework)), role: RoleID("librarian"),
          framework: framework, questions: questions)
      }
    }
    return (try counter.counts(), framework)
  }

  private func report(
    _ people: [(sheet: String, count: Int)], core: Set<String> = ["talk.listen", "plan.time"]
  ) throws -> GapReport {
    let (counts, framework) = try counts(people, core: core)
    return GapReport(campaign: try SampleCampaign.made(), framework: framework, counts: counts)
  }

  @Test(arguments: [
    // Three of five are core, so that two answers are more than half.
    ("33.3.", 1), ("33...", 1), ("00.9.", 1), ("3--3-", 1),
    // Too few, or others too.
    ("3....", 0), ("3--.-", 0), ("333..", 0), ("33.30", 0), (".....", 0), ("-----", 0),
    ("33333", 0),
  ])
  func `The core form is told by what has an answer`(sheet: String, expected: Int) throws {
    let core: Set = ["talk.listen", "talk.ask", "plan.time"]
    #expect(try counts([(sheet, 1)], core: core).0.coreForms == expected)
    #expect(try counts([(sheet, 1)], core: []).0.coreForms == 0)
  }

  @Test func `Counts of two parts add up, and are read from a file as they were`() throws {
    let core: Set = ["talk.listen", "plan.time"]
    var (sum, framework) = try counts([("3..3.", 4), ("33333", 2)], core: core)
    sum += try counts([("1..1.", 3)], core: core).0
    #expect(sum.coreForms == 7)
    var text = ""
    CountsText.write(sum, framework: framework, origin: "01", isMadeUp: false) { text += $0 }
    #expect(text.contains("\r\n*,*,core-form,7\r\n"))
    func read(_ text: String) throws -> CampaignCounts {
      var file = CountsFile(framework: framework, background: try SampleBackground.small())
      let rows = text.split(separator: "\r\n").enumerated().map { place, line in
        TableRow(
          line: place + 1,
          fields: line.split(separator: ",", omittingEmptySubsequences: false).map(String.init))
      }
      try file.read(rows, file: "c.csv")
      return try file.counts(by: []).get()
    }
    #expect(try read(text).coreForms == 7)
    #expect(throws: Findings<CountsProblem>.self) {
      try read(text.replacing("core-form,7", with: "core-form,10"))
    }
  }

  // 12 people answered all, 1 throughout but for 3 in `talk.listen`; so many more the core form, with 1
  // in `talk.listen` and 3 in `plan.time`.
  @Test func `An area of a mixed campaign is made of its core statements alone`() throws {
    let full = (sheet: "31111", count: 12)
    let alone = try report([full])
    #expect(alone.coreForm == nil)
    let before = try #require(alone.overall.areas[0].figures)
    #expect(before.joined == 3)
    #expect(before.below.value?.count == 24 && before.below.value?.total == 36)
    #expect(alone.sum.below == 48 && alone.sum.ratings == 60)

    let mixed = try report([full, ("1..3.", 12)])
    #expect(mixed.coreForm?.people == .value(12))
    #expect(mixed.coreForm?.isEverybody == false)
    for (area, below) in zip(mixed.overall.areas, [12, 12]) {
      let figures = try #require(area.figures)
      #expect(figures.joined == 1 && figures.people == 24)
      #expect(figures.below.value?.count == below && figures.below.value?.total == 24)
    }
    #expect(mixed.sum.below == 24 && mixed.sum.ratings == 48)
    // A statement counts whoever rated it.
    #expect(mixed.overall.competencies.map { $0.figures?.people } == [24, 12, 12, 24, 12])
    #expect(mixed.sum.statements == 5)
  }

  private static let parts: [([String], [String])] = [
    (["talk.listen", "talk.ask", "plan.time"], ["talk.listen", "plan.time"]),
    (["talk.ask", "plan.money"], ["talk.ask", "plan.money"]), (["plan.time"], ["plan.time"]),
    ([], []),
  ]

  @Test(arguments: parts)
  func `A part of the plan joins its core statements, or where it has none all of them`(
    statements: [String], expected: [String]
  ) throws {
    let mixed = try report([("31111", 12), ("1..3.", 12)])
    let part = try #require(mixed.coreForm)
    let rows = mixed.overall.competencies.filter { statements.contains($0.id.description) }
    #expect(part.joined(rows, \.id).map(\.id.description) == expected)
  }

  @Test func `An area without a core statement is of those who were asked it`() throws {
    let mixed = try report(
      [("31111", 12), ("11...", 12)], core: ["talk.listen", "talk.ask"])
    let area = try #require(mixed.overall.areas[1].figures)
    #expect(area.joined == 2 && area.people == 12)
  }

  @Test(arguments: [(20, 12, 12), (20, 9, nil), (9, 12, nil), (0, 12, 12)] as [(Int, Int, Int?)])
  func `How many answered it is not said of too few, nor where the others are too few`(
    full: Int, core: Int, expected: Int?
  ) throws {
    let report = try report([("31111", full), ("1..3.", core)])
    #expect(report.coreForm?.people == expected.map { .value($0) } ?? .none(.withheld))
    #expect(report.coreForm?.isEverybody == (full == 0))
    // Of few people not even the form is said.
    #expect(try self.report([("1..3.", 9)]).coreForm == nil)
    // Who left most of it out was asked nothing else either.
    #expect(try self.report([("1..3.", core), ("-..-.", full)]).coreForm?.isEverybody == true)
    // The rule holds whether or not the number is said.
    #expect(report.overall.areas[0].figures?.joined == 1)
  }
}
