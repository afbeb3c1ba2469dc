/// Which groups of a release are withheld, by the simple rule that the audit then proves.
///
/// The rule is the least that no proof could do without: two withheld groups in a line, which hide one
/// another, and so many people in them that a member of one cannot tell that the other is small.
struct Suppression {
  /// How many people more than the minimum hide one another: with them even somebody who is one of two
  /// in a group knows no more of the other than that it has as many as may be shown.
  private static let ownGroup = 2

  private let groups: [AuditGroups.Group]
  private let lines: [AuditGroups.Line]
  private let linesOf: [[Int]]
  private let wholes: [[Int]]
  private let minimum: Int
  private let room: Int
  /// Groups that an earlier release has decided on.
  let isFixed: [Bool]
  /// Whether each group is withheld.
  private(set) var isWithheld: [Bool]

  /// Withholds the groups of too few people, and all that is in a withheld group.
  ///
  /// What an earlier release said stays as it was.
  /// - Parameter room: the fewest people of a published whole that has withheld parts.
  init(_ counted: AuditGroups, minimum: Int, room: Int, earlier: [Int: Bool]) {
    self.room = room
    groups = counted.groups
    lines = counted.lines
    self.minimum = minimum
    var linesOf = [[Int]](repeating: [], count: groups.count)
    var wholes = linesOf
    for (place, line) in lines.enumerated() {
      for part in line.parts { linesOf[part].append(place) }
      wholes[line.whole].append(place)
    }
    self.linesOf = linesOf
    self.wholes = wholes
    isFixed = groups.indices.map { earlier[$0] != nil }
    isWithheld = groups.indices.map { earlier[$0] ?? false }
    for (place, group) in groups.enumerated()
    where isWithheld[place] || MinimumGroup.withholds(group.people, fewest: minimum) {
      withhold(place)
    }
  }

  /// Withholds a group and everything in it.
  mutating func withhold(_ group: Int) {
    if !isFixed[group] { isWithheld[group] = true }
    guard isWithheld[group] else { return }
    for line in wholes[group] {
      for part in lines[line].parts where !isWithheld[part] && !isFixed[part] { withhold(part) }
    }
  }

  /// Shows a group again.
  mutating func show(_ group: Int) { isWithheld[group] = false }

  /// Whether a group is withheld for others alone, so that it could be shown if they stayed hidden.
  func mayBeShown(_ group: Int) -> Bool {
    isWithheld[group] && !isFixed[group]
      && !MinimumGroup.withholds(groups[group].people, fewest: minimum)
      && linesOf[group].allSatisfy { !isWithheld[lines[$0].whole] }
  }

  /// The groups that a reader sets a group against first: those of its lines, and its parts.
  func beside(_ group: Int) -> Set<Int> {
    Set(linesOf[group].flatMap { lines[$0].parts } + wholes[group].flatMap { lines[$0].parts })
  }

  /// Withholds more until in every row and column with a withheld cell there are two or more that hide
  /// one another, or all of them.
  mutating func complete() {
    var changed = true
    while changed {
      changed = false
      for line in lines.indices where isTight(line) {
        withhold(lines[line].whole)
        changed = true
      }
      for line in lines.indices where needsMore(line) {
        while needsMore(line), let next = cheapest(in: line) {
          withhold(next)
          changed = true
        }
      }
    }
  }

  /// The published groups beside a group that could be withheld too, the cheapest first.
  func neighbours(of group: Int) -> [Int] {
    Set(linesOf[group].flatMap { lines[$0].parts })
      .filter { !isWithheld[$0] && !isFixed[$0] }
      .sorted { (cost($0), $0) < (cost($1), $1) }
  }

  /// What it costs to withhold a group: its people, and more where that begins a new line.
  func cost(_ group: Int) -> Int {
    let fresh = linesOf[group].count { line in
      !lines[line].parts.contains { isWithheld[$0] }
    }
    let inside = wholes[group].isEmpty ? 0 : 3 * groups[group].people
    return groups[group].people + 2 * minimum * fresh + inside
  }

  /// Whether the published whole of withheld parts is so small that they can hardly be told apart.
  private func isTight(_ line: Int) -> Bool {
    let whole = lines[line].whole
    return !isWithheld[whole] && !isFixed[whole] && groups[whole].people < room
      && lines[line].parts.contains { isWithheld[$0] }
  }

  private func needsMore(_ line: Int) -> Bool {
    let withheld = lines[line].parts.filter { isWithheld[$0] }
    guard !withheld.isEmpty, !isWithheld[lines[line].whole] else { return false }
    return withheld.count < 2 || missing(of: withheld) > 0
  }

  /// How many people are missing until those of some groups hide one another.
  private func missing(of withheld: [Int]) -> Int {
    minimum + Self.ownGroup - withheld.reduce(0) { $0 + groups[$1].people }
  }

  private func cheapest(in line: Int) -> Int? {
    let withheld = lines[line].parts.filter { isWithheld[$0] }
    let missing = missing(of: withheld)
    let free = lines[line].parts.filter { !isWithheld[$0] && !isFixed[$0] }
    // One that is enough by itself when one more is all it takes; else the cheapest.
    let enough = free.filter { groups[$0].people >= missing }
    let some =
      missing > 0 && !enough.isEmpty
      ? enough : free.filter { missing <= 0 || groups[$0].people > 0 }
    return (some.isEmpty ? free : some).min { (cost($0), $0) < (cost($1), $1) }
  }
}
