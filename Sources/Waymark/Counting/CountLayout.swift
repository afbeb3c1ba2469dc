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
