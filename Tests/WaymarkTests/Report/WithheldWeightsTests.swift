import Testing
import WaymarkBasics
import WaymarkTestSupport

@testable import Waymark

/// What weights say of 1 to 9 people is not in the value, counted by hand.
@Suite struct WithheldWeightsTests {
  /// Librarians on level 1 and assistants on 5, in the population one to three; others have no role.
  private func weighting(
    _ librarians: Int, _ assistants: Int, without: Int,
    _ unanswered: Weighting.Unanswered = .meanWeight, sheets: (String, String) = ("11111", "55555")
  ) throws -> Weighting {
    let framework = try SampleFramework.small()
    let questions = try SampleBackground.small()
    var counter = SheetCounter(framework: framework, tables: [])
    for (role, sheet, people) in [
      ("librarian", sheets.0, librarians), ("assistant", sheets.1, assistants),
      (nil, "33333", without),
    ] {
      for _ in 0..<people {
        counter.add(
          try #require(AnswerSheet(sheet, framework: framework)),
          role: role.flatMap { RoleID($0) }, framework: framework, questions: questions)
      }
    }
    return try Weighting(
      table: try counter.counts().everybody,
      margins: [("librarian", 100), ("assistant", 300)].map {
        Campaign.Invited(grouping: "role", group: $0, people: $1)
      },
      groupings: try Grouping.named(["role"], framework: framework, background: questions),
      framework: framework, unanswered: unanswered, cap: nil,
      minimumGroup: try MinimumGroup(people: 10))
  }

  private struct Case {
    var people: (librarians: Int, assistants: Int, without: Int)
    var treatment = Weighting.Unanswered.meanWeight
    var sample: Figure<Int>
    var unanswered: Figure<Int>
    var shares: [Figure<Int>]
    var rated: Figure<Int>
  }

  private static let cases: [Case] = [
    Case(
      people: (5, 4, 0), sample: .none(.withheld), unanswered: .none(.withheld),
      shares: [.none(.withheld), .none(.withheld)], rated: .none(.withheld)),
    Case(
      people: (5, 5, 0), sample: .value(10), unanswered: .value(0),
      shares: [.none(.withheld), .none(.withheld)], rated: .value(10)),
    Case(
      people: (11, 10, 9), sample: .value(21), unanswered: .none(.withheld),
      shares: [.value(10), .value(11)], rated: .value(30)),
    Case(
      people: (11, 9, 10), treatment: .leftOut, sample: .value(20), unanswered: .value(10),
      shares: [.none(.withheld), .value(11)], rated: .value(20)),
    // Of 19 people the levels can be told, but not of the nine whom the weights are made for.
    Case(
      people: (5, 4, 10), sample: .none(.withheld), unanswered: .none(.withheld),
      shares: [.none(.withheld), .none(.withheld)], rated: .value(19)),
    Case(
      people: (5, 4, 10), treatment: .leftOut, sample: .none(.withheld),
      unanswered: .none(.withheld), shares: [.none(.withheld), .none(.withheld)],
      rated: .none(.withheld)),
  ]

  @Test func `People of the sample, of a group and of a statement are shown from ten on`() throws {
    for expected in Self.cases {
      let people = expected.people
      let found = try weighting(
        people.librarians, people.assistants, without: people.without, expected.treatment)
      #expect(found.sample.map(\.people) == expected.sample, "\(people)")
      #expect(
        found.sample.value?.unanswered ?? .none(.withheld) == expected.unanswered, "\(people)")
      #expect(found.shares.map(\.people) == expected.shares, "\(people)")
      #expect(
        found.shares.map { $0.sample.absence } == expected.shares.map(\.absence), "\(people)")
      #expect(
        found.rows.map(\.people) == Array(repeating: expected.rated, count: 5), "\(people)")
      #expect(
        found.rows.allSatisfy { ($0.mean == .none(.withheld)) == (expected.rated.value == nil) },
        "\(people)")
    }
  }

  @Test func `Shares stand beside those of the population`() throws {
    // 10 of 40 are assistants, in the population 300 of 400; 30 of 40 are librarians beside 100.
    let shares = try weighting(30, 10, without: 0).shares
    #expect(shares.map(\.sample) == [.value(0.25), .value(0.75)])
    #expect(shares.map(\.population) == [0.75, 0.25])
    #expect(shares.map(\.ratio) == [.value(0.25 / 0.75), .value(3)])
  }

  @Test func `Weights of a few people are all the same value, whoever these are`() throws {
    let two = try weighting(1, 1, without: 0)
    #expect(try weighting(5, 3, without: 1) == two)
    #expect(try weighting(4, 5, without: 0, sheets: ("9-0..", "-----")) == two)
  }

  @Test func `Of a few people it is not told either that none of them gave a level`() throws {
    let found = try weighting(5, 4, without: 10, .leftOut, sheets: ("12---", "99---"))
    #expect(try weighting(4, 4, without: 11, .leftOut) == found)
  }
}
