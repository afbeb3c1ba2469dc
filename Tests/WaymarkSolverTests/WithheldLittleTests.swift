import Foundation
import Testing
import WaymarkBasics
import WaymarkSolver
import WaymarkTestSupport

@testable import Waymark
@testable import WaymarkPages

/// How little is withheld beside the groups that are too small.
@Suite struct WithheldLittleTests {
  /// A table by `row` and `column`, as it is released.
  private func released(_ rows: [[Int]]) throws -> Release {
    try Release.proved(
      dimensions: [
        try ReleaseDimension(id: "row", categories: rows.indices.map { "r\($0)" }),
        try ReleaseDimension(id: "column", categories: rows[0].indices.map { "c\($0)" }),
      ], counts: [GroupTable(dimensions: ["row", "column"], counts: rows.flatMap(\.self))],
      minimum: .standard, solver: .coinOR)
  }

  /// The places of the cells that a release withholds, row after row.
  private func withheld(_ release: Release, _ rows: [[Int]]) -> Set<Int> {
    let columns = rows[0].count
    return Set(
      rows.indices.flatMap { row in
        rows[row].indices.filter {
          !release.shows(GroupKey(["row": "r\(row)", "column": "c\($0)"]))
        }.map { row * columns + $0 }
      })
  }

  /// How many people are in some cells.
  private func people(_ cells: some Sequence<Int>, _ rows: [[Int]]) -> Int {
    let all = rows.flatMap(\.self)
    return cells.reduce(0) { $0 + all[$1] }
  }

  // Sex by education: 54 of 1,000 people gave no sex, a few of them in each of the eight groups.
  @Test func `Few without an answer take few others with them`() throws {
    let rows = [
      [40, 90, 210, 60, 160, 70, 20, 10], [20, 40, 90, 30, 66, 25, 9, 6],
      [6, 9, 14, 5, 11, 5, 3, 1],
    ]
    let all = people(0..<24, rows)
    let release = try released(rows)
    let hidden = withheld(release, rows)
    #expect(all == 1000 && rows[2].reduce(0, +) == 54)
    #expect(Double(people(hidden, rows)) / Double(all) <= 0.35, "\(hidden.sorted())")
    // No sum of a row or a column is withheld for it.
    for group in release.groups where group.key.categories.count == 1 {
      #expect(group.people != nil, "\(group.key.name)")
    }
    try withTemporaryFolder { folder in
      try ReleaseTable(release, isMadeUp: true, words: PublishedWords()).table.csv
        .write(toFile: folder + "/groups.csv", atomically: true, encoding: .utf8)
      let outcome = try Attacker.run(["groups.csv", "--whole"], in: folder)
      #expect(outcome.exit == 0, "\(outcome)")
    }
  }

  /// The fewest people in cells that hide the small ones, whatever the way of finding them: every set of
  /// cells is tried, and of each withheld cell the least and the greatest number that the sums allow are
  /// found in whole people.
  private func fewest(_ rows: [[Int]]) throws -> Int {
    let (height, width) = (rows.count, rows[0].count)
    let all = rows.flatMap(\.self)
    let small = Set(all.indices.filter { (1..<10).contains(all[$0]) })
    let free = all.indices.filter { !small.contains($0) }
    let sets = (0..<(1 << free.count)).map { bits in
      small.union(free.indices.filter { bits >> $0 & 1 == 1 }.map { free[$0] })
    }
    let sorted = sets.map { (cells: $0, people: people($0, rows)) }.sorted { $0.people < $1.people }
    let solver = try ProgramSolver.coinOR
    func isHidden(_ cells: Set<Int>) -> Bool {
      var program = LinearProgram(
        columns: all.indices.map { cell in
          cells.contains(cell) ? .init(0, 1000) : .init(Double(all[cell]), Double(all[cell]))
        })
      let lines =
        (0..<height).map { row in (0..<width).map { row * width + $0 } }
        + (0..<width).map { column in (0..<height).map { $0 * width + column } }
      for line in lines {
        let sum = Double(people(line, rows))
        program.append(
          .init(columns: line, weights: line.map { _ in 1 }), .init(sum, sum))
      }
      func end(_ cell: Int, _ weight: Double) -> Int? {
        let question = ProgramSolver.Question(.init(columns: [cell], weights: [weight]))
        return solver.integer(program, question, 1_000).solution.map {
          Int($0.columns[cell].rounded())
        }
      }
      return cells.allSatisfy { cell in
        guard let least = end(cell, -1), let most = end(cell, 1) else { return false }
        return most - least >= 10
      }
    }
    return try #require(sorted.first { isHidden($0.cells) }).people
  }

  @Test(arguments: [
    [[3, 40, 50], [70, 80, 90], [110, 120, 130]], [[2, 15, 33], [28, 4, 19], [41, 22, 7]],
    [[0, 12, 5], [9, 30, 24], [17, 11, 60]], [[25, 8, 8], [14, 31, 12], [10, 45, 13]],
    [[6, 6, 40], [35, 18, 22], [21, 16, 50]], [[9, 9, 9], [30, 40, 50], [60, 20, 10]],
  ])
  func `What is withheld is near to the fewest people that can be`(rows: [[Int]]) throws {
    let own = people(withheld(try released(rows), rows), rows)
    let best = try fewest(rows)
    #expect(own >= best)
    // Somebody in a group of one or two is kept from more than the fewest look at.
    #expect(Double(own) <= 1.5 * Double(best), "\(own) and \(best)")
  }
}
