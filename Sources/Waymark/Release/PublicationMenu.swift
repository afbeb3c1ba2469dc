import WaymarkBasics

/// The tables that a campaign declares it will publish, which can be proved together.
package struct PublicationMenu: Hashable, Sendable {
  /// The tables, each by one or two groupings.
  package let tables: [[Grouping]]

  /// Takes tables.
  ///
  /// - Throws: `PublicationProblem` where two groupings of the same answer cannot be proved together:
  ///   neither follows from the other or from a third, so that one could be subtracted from the other.
  ///   A table by both is refused too, as it says no more than the finer one.
  package init(_ tables: [[Grouping]]) throws(PublicationProblem) {
    for table in tables where table.count == 2 && table[0].sortsSameAnswer(as: table[1]) {
      throw .sortedTwice(table[0].id, table[1].id)
    }
    self.tables = tables
    let groupings = groupings
    for (place, first) in groupings.enumerated() {
      for second in groupings[..<place] where first.sortsSameAnswer(as: second) {
        let isNested = groupings.contains { finer in
          [first, second].allSatisfy { $0.id == finer.id || $0.coarsening(of: finer) != nil }
        }
        guard isNested else { throw .subtractable(second.id, first.id) }
      }
    }
  }

  /// What the tables are by, each once, in the order of the tables.
  var groupings: [Grouping] {
    var groupings: [Grouping] = []
    for grouping in tables.joined() where !groupings.contains(grouping) {
      groupings.append(grouping)
    }
    return groupings
  }
}
