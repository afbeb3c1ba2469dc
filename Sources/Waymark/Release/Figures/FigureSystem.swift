import WaymarkBasics

/// What a reader knows of the answers to one competency, as a program over other worlds: the same
/// people answered, but some of them another level.
///
/// A column is how many people who are alike turn from their own level to another one, 0 in the true
/// world. Only people of a sample turn, everybody else answers as they did: each solution is a world
/// that fits all that is published, so that it proves what a reader cannot exclude, whoever is in
/// the sample. A reader of the release does not know who answered; here they are known, which only
/// leaves fewer worlds.
struct FigureSystem {
  /// What is summed over a group.
  enum Measure: Int, CaseIterable {
    /// The levels.
    case sum
    /// The people below what is usual for their own role.
    case below
  }

  /// Somebody of the sample.
  struct Person: Hashable {
    /// The places of the groups that they are in, in order.
    let groups: [Int]
    /// The place of the role; `nil` for none.
    let role: Int?
    /// The codes of an `AnswerSheet`.
    let sheet: [UInt8]
  }

  /// How many columns there are.
  var size: Int { columns.count }

  private struct Column {
    let levels: Int
    let below: Int
  }
  private var columns: [Column] = []
  private var most: [Double] = []
  private var members: [[Int]]
  private var alternatives: [(columns: [Int], people: Int)] = []
  /// For each level the columns that leave it and those that come to it.
  private var turns: [(from: [Int], to: [Int])]

  /// - Parameters:
  ///   - groups: how many groups there are.
  ///   - position: the competency.
  init(_ people: [Person], groups: Int, position: Int, tally: TargetTally) {
    members = [[Int]](repeating: [], count: groups)
    turns = Array(repeating: ([], []), count: tally.levels.count)
    struct Kind: Hashable {
      let groups: [Int]
      let level: Int
      let target: Int?
    }
    var kinds: [Kind: Int] = [:]
    var order: [Kind] = []
    let targets = Dictionary(
      tally.targets[position].map { ($0.role, $0.level.rank) }, uniquingKeysWith: { $1 })
    let ranks = tally.levels.map(\.rank)
    for person in people {
      guard let rank = AnswerSheet.rank(of: person.sheet[position]),
        let level = ranks.firstIndex(of: rank)
      else { continue }
      let kind = Kind(
        groups: person.groups, level: level, target: person.role.flatMap { targets[$0] })
      if kinds.updateValue((kinds[kind] ?? 0) + 1, forKey: kind) == nil { order.append(kind) }
    }
    func below(_ rank: Int, _ target: Int) -> Int {
      Level.shortfall(of: rank, to: target) > 0 ? 1 : 0
    }
    for kind in order {
      let people = kinds[kind] ?? 0
      let first = columns.count
      for (level, rank) in ranks.enumerated() where level != kind.level {
        let place = columns.count
        columns.append(
          Column(
            levels: rank - ranks[kind.level],
            below: kind.target.map { below(rank, $0) - below(ranks[kind.level], $0) } ?? 0))
        most.append(Double(people))
        for group in kind.groups { members[group].append(place) }
        turns[kind.level].from.append(place)
        turns[level].to.append(place)
      }
      alternatives.append((Array(first..<columns.count), people))
    }
  }

  static func row(_ group: Int, _ measure: Measure) -> Int {
    group * Measure.allCases.count + measure.rawValue
  }

  /// The program: for each group the change of each measure, for everybody the change of each level,
  /// then for people who are alike how many of them turn.
  ///
  /// - Parameter bounds: the bounds of the rows of groups and of levels.
  func program(_ bounds: [LinearProgram.Bounds]) -> LinearProgram {
    var program = LinearProgram(columns: most.map { .init(0, $0) })
    let changes =
      members.indices.flatMap { group in Measure.allCases.map { change(of: group, $0) } }
      + turns.map { turn in
        .init(
          columns: turn.from + turn.to,
          weights: turn.from.map { _ in -1 } + turn.to.map { _ in 1 })
      }
    for (change, bounds) in zip(changes, bounds) { program.append(change, bounds) }
    for (columns, people) in alternatives {
      program.append(
        .init(columns: columns, weights: columns.map { _ in 1 }), .init(0, Double(people)))
    }
    return program
  }

  /// By how much a measure of a group changes.
  func change(of group: Int, _ measure: Measure, weight: Double = 1) -> LinearProgram.Sum {
    var (places, weights) = ([Int](), [Double]())
    for column in members[group] {
      let change = measure == .sum ? columns[column].levels : columns[column].below
      guard change != 0 else { continue }
      places.append(column)
      weights.append(Double(change) * weight)
    }
    return .init(columns: places, weights: weights)
  }

  /// Several changes, each with its weight, as one sum.
  func change(
    of parts: [(group: Int, measure: Measure, weight: Double)]
  ) -> LinearProgram.Sum {
    var sums: [Int: Double] = [:]
    for part in parts {
      let sum = change(of: part.group, part.measure, weight: part.weight)
      for (column, weight) in zip(sum.columns, sum.weights) { sums[column, default: 0] += weight }
    }
    let sorted = sums.sorted { $0.key < $1.key }
    return .init(columns: sorted.map(\.key), weights: sorted.map(\.value))
  }

  /// The change of every row at a point.
  func changes(at point: [Double]) -> [Double] {
    members.flatMap { members in
      Measure.allCases.map { measure in
        members.reduce(0) { sum, column in
          let change = measure == .sum ? columns[column].levels : columns[column].below
          return sum + Double(change) * point[column]
        }
      }
    }
  }
}

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
    _ records: ((CodedResponse) -> Void) throws -> Void
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
