package import Waymark
package import WaymarkBasics

extension GapReport {
  /// All groups in long form: a column per grouping, then `measure`, `value` and `note`.
  ///
  /// `*` in a grouping's column is everybody. The measure `n` counts the people of a group,
  /// `n:ID` those who gave a level to a competency, `below:ID` is the share below what is usual for
  /// one's own role, out of `of:ID` people, from `low:ID` to `high:ID`; `mean:ID` is the mean level.
  package var groupsTable: DataTable {
    var table = DataTable(
      name: "groups", title: "Groups",
      meaning: "A row for each group and measure, in long form.",
      columns: breakdowns.map { breakdown in
        DataTable.Column(
          breakdown.id, breakdown.title, "The group, * for everybody.", .text)
      } + [
        DataTable.Column(
          "measure", "Measure",
          "n: the people of the group; n:ID: those who gave a level to a statement; below:ID: the "
            + "share below usual, of of:ID people, from low:ID to high:ID; mean:ID: the mean level.",
          .text),
        DataTable.Column("value", "Value", "The number.", .number),
        DataTable.Column("note", "Note", "Why a number is missing, and marks.", .text),
      ])
    let everybody = breakdowns.map { _ in Grouping.everybody }
    append(overall, at: everybody, to: &table)
    for (place, breakdown) in breakdowns.enumerated() {
      for group in breakdown.groups {
        var dimensions = everybody
        dimensions[place] = group.id
        append(group.tables, at: dimensions, to: &table)
      }
    }
    return table
  }

  private func append(_ tables: Tables, at dimensions: [String], to table: inout DataTable) {
    func append<Value>(
      _ measure: String, _ figure: Figure<Value>, _ shown: (Value) -> CSV.Cell
    ) {
      let notes = [campaign.isMadeUp ? "made up" : nil, figure.absence?.reason].compactMap { $0 }
      table.append(
        dimensions.map(CSV.Cell.text)
          + [.text(measure), Self.cell(figure, shown), .text(notes.joined(separator: "; "))])
    }
    append("n", Figure(tables.respondents, orNone: .withheld), CSV.Cell.integer)
    for row in tables.competencies {
      append("n:\(row.id)", Figure(row.figures?.people, orNone: .withheld), CSV.Cell.integer)
      let below = row.figures?.below ?? .none(.withheld)
      append("below:\(row.id)", below) { .decimal($0.share, places: 4) }
      append("of:\(row.id)", below) { .integer($0.total) }
      append("low:\(row.id)", below) { .decimal($0.interval.lowerBound, places: 4) }
      append("high:\(row.id)", below) { .decimal($0.interval.upperBound, places: 4) }
      append("mean:\(row.id)", row.figures?.mean ?? .none(.withheld)) { .decimal($0, places: 4) }
    }
  }
}
