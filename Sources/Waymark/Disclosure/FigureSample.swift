/// The people whose answers proofs of figures turn.
///
/// All where there are not many; else those of small groups about which something must stay open, and
/// some of the others, evenly spread.
struct FigureSample {
  private static let all = 20_000
  private static let largeGroup = 1_000
  private static let others = 2_000
  private static let othersOfOne = 250

  private let people: [FigureSystem.Person]
  /// Whether all people of a group are here.
  private let isWhole: [Bool]

  /// - Parameters:
  ///   - total: how many people there are.
  ///   - open: the groups about which something must stay open.
  ///   - records: visits the records of all people.
  init(
    _ groups: FigureGroups, of total: Int, about open: Set<Int>,
    _ records: ((SheetRecord) -> Void) throws -> Void
  ) throws {
    let small = open.filter { groups.groups[$0].people <= Self.largeGroup }
    let step = max(1, total / Self.others)
    var people: [FigureSystem.Person] = []
    var number = 0
    try records { record in
      number += 1
      let own = groups.groups(of: record)
      guard total <= Self.all || number % step == 0 || own.contains(where: small.contains) else {
        return
      }
      people.append(.init(groups: own, role: record.role, sheet: record.sheet))
    }
    self.people = people
    isWhole = groups.groups.indices.map { total <= Self.all || small.contains($0) }
  }

  /// Whether all people of a group are among them.
  func holds(_ group: Int) -> Bool { isWhole[group] }

  /// Those who are in some groups, and some of the others.
  func people(about open: Set<Int>) -> [FigureSystem.Person] {
    let others = people.count { $0.groups.allSatisfy { !open.contains($0) } }
    let step = max(1, others / Self.othersOfOne)
    var number = 0
    return people.filter { person in
      if person.groups.contains(where: open.contains) { return true }
      number += 1
      return number % step == 0
    }
  }
}
