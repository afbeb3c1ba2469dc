package import WaymarkBasics

/// Level counts of a whole campaign and of every group that a report shows.
package struct CampaignCounts: Equatable, Sendable {
  /// The counts of everybody.
  package private(set) var overall: LevelCounts
  /// The tables that were asked for, in that order.
  package private(set) var tables: [LevelTable]
  /// The sums for the reliability of each area, over everybody; empty where they are not known.
  private(set) var areas: [AreaSums]
  /// How many people answered the core form, see `SheetBits.coreForms`.
  package private(set) var coreForms: Int

  /// - Parameter overall: the counts of everybody; `nil` where a counted table holds them.
  init(
    framework: Framework, plan: CountLayout, counted: [LevelTable], areas: [AreaSums],
    coreForms: Int, overall: LevelCounts? = nil
  ) {
    self.areas = areas
    self.coreForms = coreForms
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
    left.coreForms += right.coreForms
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

/// Which tables are counted so that all tables that are wanted can be summed from them.
///
/// Every cell is counted by role, so the role needs no table of its own; a table by one grouping is
/// a margin of any table that has the grouping.
struct CountLayout: Hashable, Sendable {
  /// The tables that are wanted, in order.
  let wanted: [[Grouping]]
  /// The tables that are counted, none of them by the role.
  let counted: [[Grouping]]

  /// - Parameter limit: how many cells a table may have that is counted for two others of fewer
  ///   cells, by the groupings of both; 0 to count each that is wanted by itself.
  init(_ wanted: [[Grouping]], joiningUpTo limit: Int = 0) {
    self.wanted = wanted
    let bare = wanted.map { table in table.filter { !$0.isRole } }
    var counted: [[Grouping]] = []
    for table in bare.sorted(by: { $0.count > $1.count })
    where !counted.contains(where: { Set(table).isSubset(of: $0) }) {
      let joint = counted.firstIndex { Self.cells(Self.union($0, table)) <= limit }
      if let joint {
        counted[joint] = Self.union(counted[joint], table)
      } else {
        counted.append(table)
      }
    }
    self.counted = counted.isEmpty ? [[]] : counted
  }

  private static func union(_ table: [Grouping], _ other: [Grouping]) -> [Grouping] {
    table + other.filter { !table.contains($0) }
  }

  private static func cells(_ table: [Grouping]) -> Int {
    table.reduce(1) { $0 * $1.groups.count }
  }
}

/// How many of those who were invited answered, group by group; what is withheld is not in the value.
package struct Turnout: Sendable {
  /// One group.
  package struct Row: Sendable {
    package let invited: Campaign.Invited
    package let answered: Figure<Int>
  }

  /// In the order of the invitation.
  package let rows: [Row]

  /// Decides what may be said: nothing of fewer than `MinimumGroup.floor` people, nor of the group that
  /// would tell how many these are, as the sum of a grouping is known.
  ///
  /// - Parameter answered: how many answered of each group that was invited, in that order.
  package init(_ invited: [Campaign.Invited], answered: [Int]) {
    var withheld = Array(repeating: false, count: invited.count)
    for grouping in Set(invited.map(\.grouping)) {
      let places = invited.indices.filter { invited[$0].grouping == grouping }
      for (place, isHidden) in zip(
        places, MinimumGroup.least.withheld(of: places.map { answered[$0] }))
      {
        withheld[place] = isHidden
      }
    }
    rows = invited.indices.map { place in
      Row(
        invited: invited[place],
        answered: withheld[place] ? .none(.withheld) : .value(answered[place]))
    }
  }
}
