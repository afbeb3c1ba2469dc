extension Release {
  /// What is said about a group beside how many people it has: `below:ID` or `mean:ID`, and the figure.
  typealias Measure = (name: String, value: PublishedFigure)

  /// How many people are in each group, in long form: `data/groups.csv`.
  ///
  /// A row a group and measure, for machines and for attackers: a column a dimension with `*` for
  /// everybody, then `measure`, `value` and `note`.
  /// - Parameter isMadeUp: whether every row has to say that the people were made up.
  public func groupsTable(isMadeUp: Bool) -> DataTable {
    groupsTable(titles: [:], measures: [:], isMadeUp: isMadeUp)
  }

  /// The same with the names of the dimensions, and with figures.
  ///
  /// Groups in the release's order, `n` first, then the figures in the order given. A figure of a group
  /// whose number of people is withheld is withheld, whatever it says.
  func groupsTable(
    titles: [String: String], measures: [GroupKey: [Measure]], isMadeUp: Bool
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
      for measure in measures[group.key] ?? [] {
        let value = group.people == nil ? .withheld : measure.value
        append(measure.name, value.cell, note: value.note)
      }
    }
    return table
  }
}
