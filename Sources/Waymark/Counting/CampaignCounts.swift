/// Level counts of a whole campaign and of every group that a report shows.
package struct CampaignCounts: Equatable, Sendable {
  /// The counts of everybody.
  package private(set) var overall: LevelCounts
  /// The tables that were asked for, in that order.
  package private(set) var tables: [LevelTable]
  /// The sums for the reliability of each area, over everybody; empty where they are not known.
  private(set) var areas: [AreaSums]

  /// - Parameter overall: the counts of everybody; `nil` where a counted table holds them.
  init(
    framework: Framework, plan: CountLayout, counted: [LevelTable], areas: [AreaSums],
    overall: LevelCounts? = nil
  ) {
    self.areas = areas
    var sum = LevelCounts(framework: framework)
    for counts in counted[0].cells { sum += counts }
    self.overall = overall ?? sum
    tables = plan.wanted.map { wanted in
      let bare = Set(wanted.filter { !$0.isRole })
      let source = counted.first { bare.isSubset(of: $0.groupings) } ?? counted[0]
      return source.table(by: wanted, framework: framework)
    }
  }

  /// Adds the counts of another part of the campaign, for the same tables.
  package static func += (left: inout CampaignCounts, right: CampaignCounts) {
    precondition(left.tables.map(\.groupings) == right.tables.map(\.groupings))
    left.overall += right.overall
    for place in left.tables.indices { left.tables[place] += right.tables[place] }
    for place in left.areas.indices where right.areas.indices.contains(place) {
      left.areas[place] += right.areas[place]
    }
  }

  /// Everybody in one cell.
  package var everybody: LevelTable { LevelTable(groupings: [], cells: [overall]) }

  /// The counts with the first tables only, and the other tables.
  package func parted(after count: Int) -> (first: CampaignCounts, rest: [LevelTable]) {
    var first = self
    first.tables = Array(tables.prefix(count))
    return (first, Array(tables.dropFirst(count)))
  }

  /// The groupings of the tables by one of them, in order.
  package var groupings: [Grouping] {
    tables.filter { $0.groupings.count == 1 }.map { $0.groupings[0] }
  }
  /// The counts of each group of those groupings.
  var groups: [[LevelCounts]] {
    tables.filter { $0.groupings.count == 1 }.map(\.cells)
  }

  /// How many of those invited in a group answered; 0 for a group of no table by its grouping.
  package func respondents(of invited: Campaign.Invited) -> Int {
    if invited.grouping == Grouping.everybody { return overall.respondents }
    guard let table = zip(groupings, groups).first(where: { $0.0.id == invited.grouping }),
      let place = table.0.groups.firstIndex(where: { $0.id == invited.group })
    else { return 0 }
    return table.1[place].respondents
  }
}

/// Level counts in every cell of a table by up to two groupings.
package struct LevelTable: Equatable, Sendable {
  /// What the table is by; empty for everybody in one cell.
  package let groupings: [Grouping]
  /// The cells, those of the last grouping's groups next to one another.
  private(set) var cells: [LevelCounts]

  /// The table by some of its groupings and perhaps the role, in the order asked for.
  func table(by wanted: [Grouping], framework: Framework) -> LevelTable {
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
    return LevelTable(groupings: wanted, cells: sums)
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

extension LevelTable {
  /// Adds the counts of another part of a campaign; the tables are by the same groupings.
  static func += (left: inout LevelTable, right: LevelTable) {
    for place in left.cells.indices { left.cells[place] += right.cells[place] }
  }
}
