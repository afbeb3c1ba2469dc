package import Waymark
package import WaymarkBasics

extension Release {
  /// What is said about a group beside how many people it has: `below:ID` or `mean:ID`, and the figure.
  typealias Measure = (name: String, value: PublishedFigure)

  /// How many people are in each group, in long form: `data/groups.csv`.
  ///
  /// A row a group and measure, for machines and for attackers: a column a dimension with `*` for
  /// everybody, then `measure`, `value` and `note`.
  /// - Parameter isMadeUp: whether every row has to say that the people were made up.
  package func groupsTable(isMadeUp: Bool) -> DataTable {
    groupsTable(titles: [:], names: [], measures: [:], isMadeUp: isMadeUp)
  }

  /// The same with the names of the dimensions, and with figures.
  ///
  /// Groups in the release's order, `n` first, then the figures in the order given. A group whose number
  /// of people is withheld has all of them, withheld too; one of nobody has none.
  /// - Parameter names: the names of the figures that every group has.
  func groupsTable(
    titles: [String: String], names: [String], measures: [GroupKey: [Measure]], isMadeUp: Bool
  ) -> DataTable {
    var table = DataTable(
      name: "groups", title: "Groups and measures",
      meaning: "A row for each group and measure, in long form.",
      columns: dimensions.map { dimension in
        .init(
          dimension.id, titles[dimension.id] ?? dimension.id, "The group, * for everybody.", .text)
      } + [
        .init(
          "measure", "Measure",
          "n: the people of the group; below:ID: the share below usual in per cent; mean:ID: the mean "
            + "level.", .text),
        .init("value", "Value", "The number.", .number),
        .init("note", "Note", "How to read the number where it is bounded.", .text),
      ])
    for group in groups {
      let places = dimensions.map {
        CSV.Cell.text(group.key.categories[$0.id] ?? Grouping.everybody)
      }
      func append(_ measure: String, _ value: CSV.Cell, note: String) {
        let notes = (note.isEmpty ? [] : [note]) + (isMadeUp ? ["made up"] : [])
        table.append(
          places + [
            .text(measure), value, notes.isEmpty ? .empty : .text(notes.joined(separator: "; ")),
          ])
      }
      append(
        "n", group.people.map(CSV.Cell.integer) ?? .text(Absence.withheldMark), note: "")
      let figures =
        group.people == nil
        ? names.map { (name: $0, value: .withheld) } : measures[group.key] ?? []
      for figure in figures { append(figure.name, figure.value.cell, note: figure.value.note) }
    }
    return table
  }
}
