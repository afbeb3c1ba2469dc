import Foundation
import Testing
import WaymarkBasics
import WaymarkSolver
import WaymarkTestSupport

@testable import Waymark
@testable import WaymarkPages

/// The attacker of published tables, a program of its own.
enum Attacker {
  /// Runs the attacker; ends 1 when it works anything out.
  static func run(_ arguments: [String], in folder: String) throws -> ProgramRun.Outcome {
    try ProgramRun(
      Checkout.python,
      [Checkout.path("Tests/WaymarkSolverTests/Attacker/attacker.py")] + arguments, folder: folder
    ).run()
  }
}

/// Releases against `Attacker/attacker.py`, which was written from the rules alone and solves with
/// HiGHS what our audit solves with Clp and Cbc.
@Suite struct AttackTests {
  /// The release with every number in it, for an attacker who knows some of them.
  private func truth(_ release: Release, _ made: MadeUpCounts) -> Release {
    Release(
      dimensions: release.dimensions, tables: release.tables, minimum: release.minimum,
      groups: release.groups.map { .init(key: $0.key, people: made.people(in: $0.key)) })
  }

  private func write(_ release: Release, to path: String) throws {
    try ReleaseTable(release, isMadeUp: true, words: PublishedWords()).table.csv
      .write(toFile: path, atomically: true, encoding: .utf8)
  }

  @Test(arguments: (EveryCase.isAsked ? [1, 2, 5, 8] : [2]) as [UInt64])
  func `Three linked tables of some 300 people withstand insiders who know their own group`(
    seed: UInt64
  ) throws {
    let made = try MadeUpCounts(
      people: Int(250 + seed * 10), seed: seed,
      [
        ("a", [30, 25, 20, 10, 5, 1]), ("b", [40, 30, 15, 10, 0]),
        ("c", seed.isMultiple(of: 2) ? [10, 10, 10, 4, 1, 1] : [50, 30, 1]),
      ])
    let release = try Release.proved(
      dimensions: made.dimensions,
      counts: [made.table("a", "b"), made.table("a", "c"), made.table("b", "c")],
      minimum: .standard, solver: .coinOR)
    try withTemporaryFolder { folder in
      try write(release, to: folder + "/groups.csv")
      try write(truth(release, made), to: folder + "/truth.csv")
      let outcome = try Attacker.run(["groups.csv", "--whole", "--truth", "truth.csv"], in: folder)
      #expect(outcome.exit == 0, "\(outcome)")
    }
  }

  @Test func `A first release and a later table of it withstand a reader of both`() throws {
    let made = try MadeUpCounts(
      people: 500, seed: 9,
      [("a", [30, 25, 20, 10, 1]), ("b", [40, 30, 20, 1, 0]), ("c", [20, 10, 10, 5, 0])])
    let first = try Release.proved(
      dimensions: made.dimensions, counts: [made.table("a", "b")], minimum: .standard,
      solver: .coinOR)
    let second = try Release.proved(
      dimensions: made.dimensions, counts: [made.table("a", "c"), made.table("b", "c")],
      minimum: .standard, earlier: [first], beyond: [made.table("a", "b")], solver: .coinOR)
    try withTemporaryFolder { folder in
      try write(first, to: folder + "/first.csv")
      try write(second, to: folder + "/second.csv")
      let outcome = try Attacker.run(["first.csv", "second.csv"], in: folder)
      #expect(outcome.exit == 0, "\(outcome)")
    }
  }

  @Test(arguments: (EveryCase.isAsked ? [1, 2, 3] : [2]) as [UInt64])
  func `Regions beside their states withstand a reader who knows which states are where`(
    seed: UInt64
  ) throws {
    let states = try MadeUpCounts(
      people: 350, seed: seed,
      [("role", [30, 25, 10, 2]), ("state", [20, 15, 3, 12, 10, 2, 18, 15, 5])])
    let made = try MadeUpCounts(
      states, adding: "region", of: "state", places: [0, 0, 0, 1, 1, 1, 2, 2, 2])
    let release = try Release.proved(
      dimensions: made.dimensions,
      counts: [made.table("role", "state"), made.table("role", "region")], minimum: .standard,
      solver: .coinOR)
    #expect(release.groups.contains { $0.people != nil && $0.key.categories["region"] != nil })
    let rows = made.dimensions[2].coarsens?.places.enumerated().map {
      "state,\(made.dimensions[1].categories[$0]),region,region\($1)\n"
    }
    try withTemporaryFolder { folder in
      try write(release, to: folder + "/groups.csv")
      try write(truth(release, made), to: folder + "/truth.csv")
      try ("finer,category,coarser,whole\n" + (rows ?? []).joined())
        .write(toFile: folder + "/within.csv", atomically: true, encoding: .utf8)
      let outcome = try Attacker.run(
        ["groups.csv", "--whole", "--truth", "truth.csv", "--within", "within.csv"], in: folder)
      #expect(outcome.exit == 0, "\(outcome)")
    }
  }

  // 3, 12 and 40 hide one another, 55 together. Where an export leaves the 3 empty alone, they are 0 to
  // 3; where it leaves the 12 empty too, each of both is 0 to 15.
  @Test func `The attacker finds what an export tells of a release`() throws {
    let people: [(role: String, people: Int?)] = [("a", nil), ("b", nil), ("c", nil), ("d", 100)]
    let release = Release(
      dimensions: [try ReleaseDimension(id: "role", categories: people.map(\.role))],
      tables: [["role"]], minimum: 10,
      groups: [.init(key: GroupKey([:]), people: 155)]
        + people.map { .init(key: GroupKey(["role": $0.role]), people: $0.people) })
    try withTemporaryFolder { folder in
      try write(release, to: folder + "/groups.csv")
      for (empty, exit) in [(3, 1), (15, 0)] {
        let shown = [("", empty), ("b", 15 - empty), ("c", 40), ("d", 100)]
        let rows = shown.flatMap { Array(repeating: "r,\($0),3\n", count: $1) }
        try ("respondent_id,role,item\n" + rows.joined())
          .write(toFile: folder + "/responses.csv", atomically: true, encoding: .utf8)
        let outcome = try Attacker.run(["groups.csv", "--export", "responses.csv"], in: folder)
        #expect(outcome.exit == exit, "\(outcome)")
        #expect(outcome.stdout.contains("narrow: role=a: 0 to 3\n") == (exit == 1))
      }
      #expect(try Attacker.run(["groups.csv"], in: folder).exit == 0)
    }
  }

  /// 60 - 55 is what the one withheld group has.
  @Test func `The attacker finds what can be worked out`() throws {
    let release = Release(
      dimensions: [try ReleaseDimension(id: "role", categories: ["librarian", "manager"])],
      tables: [["role"]], minimum: 10,
      groups: [
        .init(key: GroupKey([:]), people: 60),
        .init(key: GroupKey(["role": "librarian"]), people: 55),
        .init(key: GroupKey(["role": "manager"]), people: nil),
      ])
    try withTemporaryFolder { folder in
      try write(release, to: folder + "/groups.csv")
      let outcome = try Attacker.run(["groups.csv"], in: folder)
      #expect(outcome.exit == 1)
      #expect(outcome.stdout.contains("narrow: role=manager: 5 to 5\n"))
    }
  }
}
