import Testing
import WaymarkBasics
import WaymarkSolver

@testable import Waymark
@testable import WaymarkPages

/// The rules for publishing, on tables whose outcome can be told by hand.
@Suite struct ReleaseTests {
  /// A table by `role`, and by `state` where more rows than one are given.
  private func released(
    _ rows: [Int]..., minimum: MinimumGroup = .standard, earlier: [Release] = [],
    members: [GroupKey: Int] = [:], exported: [GroupKey: Int] = [:]
  ) throws -> Release {
    let roles = try ReleaseDimension(
      id: "role", categories: rows[0].indices.map { "r\($0)" })
    guard rows.count > 1 else {
      return try .proved(
        dimensions: [roles], counts: [GroupTable(dimensions: ["role"], counts: rows[0])],
        minimum: minimum, earlier: earlier, members: members, exported: exported,
        solver: .coinOR)
    }
    let states = try ReleaseDimension(id: "state", categories: rows.indices.map { "s\($0)" })
    return try .proved(
      dimensions: [states, roles],
      counts: [GroupTable(dimensions: ["state", "role"], counts: rows.flatMap { $0 })],
      minimum: minimum, earlier: earlier, members: members, exported: exported,
      solver: .coinOR)
  }

  private func roles(_ release: Release, _ count: Int) -> [Int?] {
    (0..<count).map { release.people(GroupKey(["role": "r\($0)"])) }
  }

  @Test func `A group of nobody, of ten and of eleven is shown, one of one or of nine is not`()
    throws
  {
    let release = try released([0, 10, 11, 1, 9, 200, 300, 400])
    let shown = roles(release, 8)
    #expect(shown[0] == 0)
    #expect(shown[3] == nil && shown[4] == nil)
    // 1 and 9 hide behind 10 or more people in a third group.
    #expect(shown.count { $0 == nil } == 3)
    #expect(shown[5...] == [200, 300, 400])
    #expect(release.people(GroupKey([:])) == 931)
  }

  @Test func `Groups of exactly the minimum are all shown`() throws {
    #expect(roles(try released([10, 11, 12]), 3) == [10, 11, 12])
    #expect(
      roles(try released([5, 6, 7], minimum: try MinimumGroup(people: 5)), 3) == [5, 6, 7])
  }

  @Test func `Membership that everybody knows cannot narrow a withheld number down`() throws {
    let people = [2, 3, 50, 60, 70]
    // 2 and 3 hide behind 50: with the total, the three are 55 together, and each may be 0 to 55.
    #expect(roles(try released(people), 5) == [nil, nil, nil, 60, 70])
    // With at most 2 and 3 members the third were known to be 50 to 55: a fourth is withheld too,
    // and the last two may be 0 to 115 and 110 together.
    let members = [GroupKey(["role": "r0"]): 2, GroupKey(["role": "r1"]): 3]
    #expect(roles(try released(people, members: members), 5) == [nil, nil, nil, nil, 70])
  }

  // 2, 3 and 50 hide one another. Where an export shows 40 of the 50 and leaves 15 people empty, the
  // first two are 0 to 15 each and the third 40 to 55: enough. Where it leaves the first 5 empty alone,
  // they are 0 to 5 each.
  @Test func `What an export shows narrows a withheld number down`() throws {
    let people = [2, 3, 50, 60, 70]
    func shown(_ numbers: [Int]) -> [GroupKey: Int] {
      var shown = Dictionary(
        uniqueKeysWithValues: numbers.enumerated().filter { $1 > 0 }.map {
          (GroupKey(["role": "r\($0)"]), $1)
        })
      shown[GroupKey([:])] = people.reduce(0, +) - numbers.reduce(0, +)
      return shown
    }
    let open = try released(people, exported: shown([0, 0, 40, 60, 70]))
    #expect(roles(open, 5) == [nil, nil, nil, 60, 70])
    // Where the 5 are all that is left empty, no number that is withheld beside them helps.
    #expect(throws: DisclosureProblem.self) {
      try released(people, exported: shown([0, 0, 50, 60, 70]))
    }
    // An export that left the whole question empty says nothing.
    #expect(roles(try released(people, exported: shown([0, 0, 0, 0, 0])), 5) == roles(open, 5))
  }

  // Nine managers in an export by groups of five are known for ever.
  @Test func `What an export has given away cannot be withheld any more`() throws {
    #expect(throws: DisclosureProblem.self) {
      try released(
        [9, 50, 60],
        exported: [
          GroupKey(["role": "r0"]): 9, GroupKey(["role": "r1"]): 50, GroupKey(["role": "r2"]): 60,
        ])
    }
  }

  @Test func `A campaign in which everybody answered hides nothing, and is refused`() throws {
    let people = [2, 3, 50]
    let members = Dictionary(
      uniqueKeysWithValues: people.enumerated().map { (GroupKey(["role": "r\($0)"]), $1) })
    #expect(throws: DisclosureProblem.self) { try released(people, members: members) }
    // One more member of the largest group is not enough room for any other number.
    let more = members.merging([GroupKey(["role": "r2"]): 51]) { $1 }
    #expect(throws: DisclosureProblem.self) { try released(people, members: more) }
  }

  @Test func `One withheld cell is never alone in its row or column`() throws {
    let release = try released([3, 40, 50, 60], [70, 80, 90, 100], [110, 120, 130, 140])
    let withheld = release.groups.filter { $0.people == nil && $0.key.categories.count == 2 }
    #expect(withheld.contains { $0.key == GroupKey(["state": "s0", "role": "r0"]) })
    for group in withheld {
      for (dimension, category) in group.key.categories {
        let beside = withheld.filter { $0.key.categories[dimension] == category }
        #expect(beside.count >= 2, "\(group.key.name)")
      }
    }
  }

  @Test func `A region less its large states does not show the small one`() throws {
    let (states, people) = (["CT", "VT", "NY", "NJ", "PA"], [30, 4, 50, 60, 70])
    func released(_ tables: [String], _ places: [Int]) throws -> Release {
      var regions = [0, 0]
      for (place, region) in places.enumerated() { regions[region] += people[place] }
      return try Release.proved(
        dimensions: [
          try ReleaseDimension(id: "state", categories: states),
          try ReleaseDimension(
            id: "region", categories: ["east", "middle"],
            coarsens: .init(of: "state", places: places)),
        ],
        counts: [
          GroupTable(dimensions: ["state"], counts: people),
          GroupTable(dimensions: ["region"], counts: regions),
        ].filter { tables.contains($0.dimensions[0]) }, minimum: .standard, solver: .coinOR)
    }
    func shown(_ release: Release) -> [Int?] {
      states.map { release.people(GroupKey(["state": $0])) }
    }
    // By states alone, 4 hides behind the cheapest: the two are 34, and each may be 0 to 34.
    #expect(shown(try released(["state"], [0, 0, 1, 1, 1])) == [nil, nil, 50, 60, 70])
    // With regions, CT and VT hide one another still: that they are 34 together is no more than that.
    let both = try released(["state", "region"], [0, 0, 1, 1, 1])
    #expect(shown(both) == [nil, nil, 50, 60, 70])
    #expect(both.people(GroupKey(["region": "east"])) == 34)
    let three = try released(["state", "region"], [0, 0, 0, 1, 1])
    #expect(shown(three) == [nil, nil, 50, 60, 70])
    #expect(three.people(GroupKey(["region": "east"])) == 84)
    #expect(three.people(GroupKey(["region": "middle"])) == 130)
  }

  @Test func `Regions that are no sums of their states are refused`() throws {
    let states = try ReleaseDimension(id: "state", categories: ["CT", "NY"])
    func released(_ places: [Int], _ people: [Int]) throws {
      _ = try Release.proved(
        dimensions: [
          states,
          try ReleaseDimension(
            id: "region", categories: ["east", "west"],
            coarsens: .init(of: "state", places: places)),
        ],
        counts: [
          GroupTable(dimensions: ["state"], counts: [30, 40]),
          GroupTable(dimensions: ["region"], counts: people),
        ], minimum: .standard, solver: .coinOR)
    }
    try released([0, 1], [30, 40])
    #expect(throws: DisclosureProblem.unequalTables("region")) { try released([0, 1], [40, 30]) }
    #expect(throws: DisclosureProblem.malformedTable("region")) { try released([0, 2], [30, 40]) }
    #expect(throws: DisclosureProblem.malformedTable("region")) { try released([0], [30, 40]) }
  }

  @Test func `A campaign of less than the minimum shows nothing at all`() throws {
    let release = try released([2, 3, 0])
    #expect(release.groups.allSatisfy { $0.people == nil || $0.people == 0 })
    #expect(!release.shows(GroupKey([:])))
  }

  @Test func `One more respondent after a release is refused`() throws {
    let first = try released([40, 50, 60])
    #expect(throws: DisclosureProblem.self) { try released([41, 50, 60], earlier: [first]) }
    #expect(try released([40, 50, 60], earlier: [first]) == first)
  }

  @Test func `A later table withholds what an earlier one withheld`() throws {
    let made = try MadeUpCounts(
      people: 600, seed: 3,
      [("a", [30, 25, 20, 10, 1]), ("b", [40, 30, 20, 1, 0]), ("c", [20, 10, 10, 5, 0])])
    let first = try Release.proved(
      dimensions: made.dimensions, counts: [made.table("a", "b")], minimum: .standard,
      solver: .coinOR)
    let second = try Release.proved(
      dimensions: made.dimensions, counts: [made.table("a", "c"), made.table("b", "c")],
      minimum: .standard, earlier: [first], beyond: [made.table("a", "b")], solver: .coinOR)
    for group in second.groups where group.key.categories.count < 2 {
      guard let before = first.groups.first(where: { $0.key == group.key }) else { continue }
      #expect(before.people == group.people, "\(group.key.name)")
    }
  }

  @Test(arguments: ["", "*", "Total", "ALL", "(all)", "[c]", " total "])
  func `A category that reads as a total or a mark is refused`(name: String) {
    #expect(throws: DisclosureProblem.reservedName(name)) {
      try ReleaseDimension(id: "state", categories: ["OH", name])
    }
  }

  @Test func `Two categories that differ by capitals are refused`() {
    #expect(throws: DisclosureProblem.repeatedName("oh")) {
      try ReleaseDimension(id: "state", categories: ["OH", "oh"])
    }
  }

  @Test func `A table has a row for nobody's answer and a star for everybody`() throws {
    let state = try ReleaseDimension(id: "state", categories: ["OH", Grouping.noAnswer])
    let release = try Release.proved(
      dimensions: [state], counts: [GroupTable(dimensions: ["state"], counts: [20, 30])],
      minimum: .standard, solver: .coinOR)
    #expect(
      ReleaseTable(release, isMadeUp: false, words: PublishedWords()).table.csv
        == "state,measure,value,note\r\n*,n,50,\r\nOH,n,20,few people\r\n(no answer),n,30,\r\n")
  }
}
