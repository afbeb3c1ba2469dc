import Testing
import WaymarkTestSupport

@testable import Waymark

struct LevelCountsTests {
  // Five competencies: talk.listen, talk.ask, talk.teach | plan.time, plan.money.
  private static let rows: [(sheet: String, role: Int?)] = [
    ("1230.", 0), ("229-5", 0), ("13000", 1), ("9-0..", 1), ("55555", nil), ("-----", nil),
  ]

  private func counts(_ rows: [(sheet: String, role: Int?)]) throws -> LevelCounts {
    let framework = try SampleFramework.small()
    let background = BackgroundSheet([:], questions: try SampleBackground.small())
    var counter = SheetCounter(framework: framework)
    for row in rows {
      let sheet = try #require(AnswerSheet(row.sheet, framework: framework))
      counter.add(
        role: row.role, background: background.codes.span.bytes, sheet: sheet.codes.span.bytes)
    }
    return try counter.counts().overall
  }

  @Test func `Every kind of answer is counted apart, as counted by hand`() throws {
    let counts = try counts(Self.rows)
    let one = try #require(Level(rank: 1))
    let five = try #require(Level(rank: 5))
    #expect(counts.respondents == 6)
    #expect(counts.count(of: .level(one), competency: 0) == 2)
    #expect(counts.count(of: .level(one), competency: 0, role: 0) == 1)
    #expect(counts.count(of: .level(five), competency: 0, role: nil) == 1)
    #expect(counts.count(of: .cannotJudge, competency: 0) == 1)
    #expect(counts.count(of: .skipped, competency: 1) == 2)
    #expect(counts.count(of: .notPartOfMyWork, competency: 2) == 2)
    #expect(counts.count(of: .notPartOfMyWork, competency: 3, role: 0) == 1)
    #expect(counts.count(of: nil, competency: 4) == 2)
    #expect(counts.count(of: nil, competency: 4, role: 1) == 1)
  }

  @Test func `A rater of an area gave a level to at least one of its statements`() throws {
    let counts = try counts(Self.rows)
    #expect(counts.raters(ofArea: 0) == 4)
    #expect(counts.raters(ofArea: 0, role: 0) == 2)
    #expect(counts.raters(ofArea: 1) == 2)
    #expect(counts.raters(ofArea: 1, role: 1) == 0)
    #expect(counts.raters(ofArea: 1, role: nil) == 1)
  }

  @Test func `Sheets added in any order give equal counts`() throws {
    let whole = try counts(Self.rows)
    #expect(try counts(Self.rows.reversed()) == whole)
    for cut in Self.rows.indices {
      #expect(try counts(Array(Self.rows[cut...] + Self.rows[..<cut])) == whole)
    }
  }
}
