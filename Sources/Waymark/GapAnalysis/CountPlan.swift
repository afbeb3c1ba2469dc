/// Which tables are counted so that all tables that are wanted can be summed from them.
///
/// Every cell is counted by role, so the role needs no table of its own; a table by one grouping is
/// a margin of any table that has the grouping.
struct CountPlan: Hashable, Sendable {
  /// The tables that are wanted, in order.
  let wanted: [[Grouping]]
  /// The tables that are counted, each by at most two groupings, none of them the role.
  let counted: [[Grouping]]

  init(_ wanted: [[Grouping]]) {
    self.wanted = wanted
    let bare = wanted.map { table in table.filter { !$0.isRole } }
    var counted: [[Grouping]] = []
    for table in bare.sorted(by: { $0.count > $1.count })
    where !counted.contains(where: { Set(table).isSubset(of: $0) }) {
      counted.append(table)
    }
    self.counted = counted.isEmpty ? [[]] : counted
  }
}
