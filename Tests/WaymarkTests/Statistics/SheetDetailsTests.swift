import Testing
import WaymarkBasics
import WaymarkTestSupport

@testable import Waymark

/// The sample framework has an area of three competencies and one of two, with five levels.
@Suite struct SheetDetailsTests {
  private func details(
    _ sheets: [(sheet: String, importance: String?)], _ mode: ImportanceMode = .none,
    _ framework: Framework? = nil
  ) throws -> SheetDetails {
    var details = SheetDetails(
      framework: try framework ?? SampleFramework.small(), importance: mode)
    for (sheet, importance) in sheets {
      Array(sheet.utf8).withUnsafeBytes { sheet in
        if let importance {
          Array(importance.utf8).withUnsafeBytes { details.add(sheet: sheet, importance: $0) }
        } else {
          details.add(sheet: sheet, importance: nil)
        }
      }
    }
    return details
  }

  // Expected values: numpy 2.4.6 through Tests/References/expected_estimates.py, the first sample.
  @Test func `Each statement is correlated with the rest of its area as numpy does`() throws {
    let sheets = [
      "1223", "3323", "4434", "2123", "5545", "3334", "2222", "4535", "1112", "3435",
    ]
    let framework = try SampleFramework.make(areas: [
      (
        "I", "One", "One",
        [("a", [1, 1], nil), ("b", [1, 1], nil), ("c", [1, 1], nil), ("d", [1, 1], nil)]
      )
    ])
    let details = try details(sheets.map { ($0, nil) } + [("55-5", nil)], .none, framework)
    for (position, expected) in [
      0.9035216926031769, 0.9381300596403892, 0.9274025594717601, 0.8904805435269462,
    ].enumerated() {
      let found = details.itemRest(position)
      #expect(isClose(try #require(found.correlation.value), expected))
      #expect(found.people == 10)
    }
  }

  @Test func `A constant statement has no correlation`() throws {
    let details = try details([("11113", nil), ("12114", nil), ("13115", nil)])
    #expect(details.itemRest(0).correlation == .none(.noVariation))
    #expect(try self.details([]).itemRest(0).correlation == .none(.noAnswers))
    #expect(try self.details([("12345", nil)]).itemRest(0).correlation == .none(.oneAnswer))
  }

  @Test(arguments: [ImportanceMode.picks, .rated, .none])
  func `The details of two halves add up to those of the whole`(mode: ImportanceMode) throws {
    let sheets: [(sheet: String, importance: String?)] = [
      ("12345", "+-1--"), ("33333", "4525-"), ("1-3..", nil), ("12---", "-----"),
      ("54321", "12345"), ("22344", "33333"),
    ]
    let whole = try details(sheets, mode)
    for middle in 0...sheets.count {
      var sum = try details(Array(sheets[..<middle]), mode)
      sum += try details(Array(sheets[middle...]), mode)
      #expect(sum == whole)
    }
  }

  @Test func `Picks are counted, with how many people picked anything`() throws {
    let details = try details(
      [("12345", "+-1--"), ("12345", "+----"), ("12345", nil), ("12345", "-----")], .picks)
    #expect(details.picked == [2, 0, 1, 0, 0])
    #expect(details.pickers == 2)
    #expect(details.rated.isEmpty)
  }

  @Test func `Ratings of importance count beside the level of the same person`() throws {
    let details = try details([("12-95", "5-3-1"), ("12345", "51111"), ("1....", nil)], .rated)
    #expect(details.rated[0][4] == [2, 0, 0, 0, 0])
    #expect(details.rated[1][0] == [0, 1, 0, 0, 0])
    // A level that is none, or an importance that is none, makes no pair.
    #expect(details.rated[2].joined().reduce(0, +) == 1)
    #expect(details.rated[3].joined().reduce(0, +) == 1)
    #expect(details.picked.isEmpty)
  }

  @Test func `Sheets that break off or go straight down are counted, not named`() throws {
    let framework = try SampleFramework.make(areas: [
      ("I", "One", "One", (0..<10).map { ("a\($0)", [1, 1], nil) }),
      ("II", "Two", "Two", [("b", [1, 1], nil)]),
    ])
    let details = try details(
      [
        ("33333333333", nil), ("3333333333-", nil), ("3333333334.", nil), ("333333333--", nil),
        ("-----------", nil), ("0000000000-", nil),
      ], .none, framework)
    #expect(details.people == 6)
    // Eleven and ten alike; nine are too few, and "not part of my work" is no level.
    #expect(details.straightLined == 2)
    // The third was not asked the last area, and the fifth never began.
    #expect(details.brokenOff == 3)
  }
}
