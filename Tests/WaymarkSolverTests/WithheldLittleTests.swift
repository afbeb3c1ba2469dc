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

  /// The fewest people in cells that hide the small ones, whatever the way of finding them.
  ///
  /// Every set of cells is tried, and of each withheld cell the least and the greatest number that the sums
  /// allow are found in whole people. A member of a group of one or two, who knows that number, must not be able to
  /// tell the number of another small group. `nil` where only withheld sums would do.
  private func fewest(_ rows: [[Int]]) throws -> Int? {
    let (height, width) = (rows.count, rows[0].count)
    let all = rows.flatMap(\.self)
    let small = Set(all.indices.filter { (1..<10).contains(all[$0]) })
    let free = all.indices.filter { !small.contains($0) }
    let sets = (0..<(1 << free.count)).map { bits in
      small.union(free.indices.filter { bits >> $0 & 1 == 1 }.map { free[$0] })
    }
    let sorted = sets.map { (cells: $0, people: people($0, rows)) }.sorted { $0.people < $1.people }
    let solver = try ProgramSolver.coinOR
    func span(of cell: Int, in cells: Set<Int>) -> Int? {
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
      guard let least = end(cell, -1), let most = end(cell, 1) else { return nil }
      return most - least
    }
    func isHidden(_ cells: Set<Int>) -> Bool {
      guard cells.allSatisfy({ span(of: $0, in: cells) ?? 0 >= 10 }) else { return false }
      return cells.filter { (1...2).contains(all[$0]) }.allSatisfy { own in
        cells.filter { $0 != own && (1..<10).contains(all[$0]) }.allSatisfy { other in
          span(of: other, in: cells.subtracting([own])) ?? 0 > 0
        }
      }
    }
    return sorted.first { isHidden($0.cells) }?.people
  }

  @Test(arguments: [
    [[3, 40, 50], [70, 80, 90], [110, 120, 130]], [[2, 15, 33], [28, 4, 19], [41, 22, 7]],
    [[0, 12, 5], [9, 30, 24], [17, 11, 60]], [[25, 8, 8], [14, 31, 12], [10, 45, 13]],
    [[6, 6, 40], [35, 18, 22], [21, 16, 50]], [[9, 9, 9], [30, 40, 50], [60, 20, 10]],
  ])
  func `What is withheld is near to the fewest people that can be`(rows: [[Int]]) throws {
    let own = people(withheld(try released(rows), rows), rows)
    let best = try #require(try fewest(rows))
    #expect(own >= best)
    #expect(Double(own) <= 1.5 * Double(best), "\(own) and \(best)")
  }

  /// A small campaign: two or three rows of two to four groups, a third of them too small to be shown, in
  /// rows and columns that are large enough to be.
  private func table(_ seed: UInt64) -> [[Int]] {
    var random = SplitMix64(seed: seed)
    func draw(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    while true {
      let height = draw(2...3)
      let width = draw(2...(height == 2 ? 4 : 3))
      let rows = (0..<height).map { _ in
        (0..<width).map { _ in draw(0...2) == 0 ? draw(0...9) : draw(10...60) }
      }
      let sums =
        rows.map { $0.reduce(0, +) }
        + (0..<width).map { column in
          rows.reduce(0) { $0 + $1[column] }
        }
      let hasSmall = rows.flatMap(\.self).contains { (1..<10).contains($0) }
      if hasSmall, sums.allSatisfy({ $0 >= 25 }) { return rows }
    }
  }

  @Test func `Small campaigns show nearly as many people as any way of withholding could`() throws {
    var (shown, most, least) = (0, 0, 1.0)
    for seed in 0..<UInt64(EveryCase.count(1000, usually: 20)) {
      let rows = table(seed)
      let all = people(rows.flatMap(\.self).indices, rows)
      let own = all - people(withheld(try released(rows), rows), rows)
      guard let fewest = try fewest(rows) else { continue }
      let best = all - fewest
      #expect(own <= best, "\(rows)")
      shown += own
      most += best
      if best > 0 { least = min(least, Double(own) / Double(best)) }
    }
    #expect(Double(shown) >= 0.85 * Double(most), "\(shown) of \(most), the least \(least)")
  }
}
