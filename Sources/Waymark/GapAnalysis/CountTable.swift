/// Level counts in every cell of a table by up to two groupings.
package struct CountTable: Equatable, Sendable {
  /// What the table is by; empty for everybody in one cell.
  package let groupings: [Grouping]
  /// The cells, those of the last grouping's groups next to one another.
  package private(set) var cells: [LevelCounts]

  /// The table by some of its groupings and perhaps the role, in the order asked for.
  func table(by wanted: [Grouping], framework: Framework) -> CountTable {
    let size = wanted.reduce(1) { $0 * $1.groups.count }
    var sums = Array(repeating: LevelCounts(framework: framework), count: size)
    for (place, counts) in cells.enumerated() where counts.respondents > 0 {
      let groups = self.groups(of: place)
      for role in 0...framework.roles.count where counts.respondents(role: role) > 0 {
        let cell = wanted.reduce(0) { cell, grouping in
          cell * grouping.groups.count
            + (grouping.isRole ? role : groups[grouping.id] ?? grouping.groups.count - 1)
        }
        sums[cell].add(counts, role: role)
      }
    }
    return CountTable(groupings: wanted, cells: sums)
  }

  /// The place of a cell's group within each grouping, by the grouping's id.
  func groups(of cell: Int) -> [String: Int] {
    var groups: [String: Int] = [:]
    var rest = cell
    for grouping in groupings.reversed() {
      groups[grouping.id] = rest % grouping.groups.count
      rest /= grouping.groups.count
    }
    return groups
  }
}

extension CountTable {
  /// Adds the counts of another part of a campaign; the tables are by the same groupings.
  static func += (left: inout CountTable, right: CountTable) {
    for place in left.cells.indices { left.cells[place] += right.cells[place] }
  }
}
