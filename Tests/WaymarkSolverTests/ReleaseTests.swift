import Foundation
import Testing
import Waymark
import WaymarkSolver

@Suite struct ReleaseTests {
  /// Three linked tables of at most 6 by 6 of some 300 people.
  static func small(_ seed: UInt64) throws -> (MadeUpCounts, [GroupTable]) {
    let made = try MadeUpCounts(
      people: Int(250 + seed % 100), seed: seed,
      [
        ("a", [30, 25, 20, 10, 5, 1]), ("b", [40, 30, 15, 10, 0]),
        ("c", seed.isMultiple(of: 2) ? [10, 10, 10, 4, 1, 1] : [50, 30, 1]),
      ])
    return (made, [made.table("a", "b"), made.table("a", "c"), made.table("b", "c")])
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `Small linked tables are published or refused`(seed: UInt64) throws {
    let (made, tables) = try Self.small(seed)
    let release = try Release.proved(
      dimensions: made.dimensions, counts: tables, minimum: .standard, solver: .coinOR)
    if let folder = ProcessInfo.processInfo.environment["WAYMARK_RELEASES"] {
      try ReleaseCSV(release).text.write(
        toFile: "\(folder)/small-\(seed).csv", atomically: true, encoding: .utf8)
      let truth = Release(
        dimensions: release.dimensions, tables: release.tables, minimum: 10,
        groups: release.groups.map { .init(key: $0.key, people: made.people(in: $0.key)) })
      try ReleaseCSV(truth).text.write(
        toFile: "\(folder)/truth-\(seed).csv", atomically: true, encoding: .utf8)
    }
    for group in release.groups {
      if let people = group.people { #expect(people == 0 || people >= 10) }
    }
  }

  @Test func `Four tables of four thousand people`() throws {
    let start = ContinuousClock.now
    let made = try MadeUpCounts(
      people: 4000, seed: 1,
      [
        ("role", [1, 1, 1, 1, 1, 1, 1, 1, 0]), ("state", MadeUpCounts.states + [0]),
        ("size", [1, 1, 1, 1, 1, 0]), ("years", [1, 1, 1, 1, 1, 1, 0]),
      ])
    let tables = [
      made.table("role", "state"), made.table("state", "size"), made.table("role", "size"),
      made.table("role", "years"),
    ]
    let release = try Release.proved(
      dimensions: made.dimensions, counts: tables, minimum: .standard, solver: .coinOR)
    print("seconds", start.duration(to: .now))
    for table in tables {
      let shown = release.groups.filter { Set($0.key.categories.keys) == Set(table.dimensions) }
        .reduce(0) { $0 + ($1.people ?? 0) }
      print(table.name, Double(shown) / 4000)
    }
    if let folder = ProcessInfo.processInfo.environment["WAYMARK_RELEASES"] {
      try ReleaseCSV(release).text.write(
        toFile: "\(folder)/large.csv", atomically: true, encoding: .utf8)
    }
  }
}
