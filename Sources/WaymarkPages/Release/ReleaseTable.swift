package import Waymark
package import WaymarkBasics

/// How many people are in each group of a release, in long form: `data/groups.csv`.
///
/// A row a group and measure, for machines and for attackers: a column a dimension with `*` for
/// everybody, then `measure`, `value` and `note`.
package struct ReleaseTable {
  /// What is said about a group beside how many people it has: `below:ID` or `mean:ID`, and the figure.
  typealias Measure = (name: String, value: PublishedFigure)

  private let release: Release
  private let isMadeUp: Bool
  private let words: PublishedWords

  /// - Parameter isMadeUp: whether every row has to say that the people were made up.
  package init(_ release: Release, isMadeUp: Bool, words: PublishedWords) {
    self.release = release
    self.isMadeUp = isMadeUp
    self.words = words
  }

  /// The numbers of people alone.
  package var table: DataTable { table(titles: [:], names: [], measures: [:]) }

  /// The same with the names of the dimensions, and with figures.
  ///
  /// Groups in the release's order, `n` first, then the figures in the order given. A group whose number
  /// of people is withheld has all of them, withheld too; one of nobody has none.
  /// - Parameter names: the names of the figures that every group has.
  func table(
    titles: [String: String], names: [String], measures: [GroupKey: [Measure]]
  ) -> DataTable {
    let words = words.tables
    var table = DataTable(
      name: "groups", title: words.measures, meaning: words.measuresMeaning,
      columns: release.dimensions.map { dimension in
        .init(dimension.id, words.group(titles[dimension.id] ?? dimension.id), .text)
      } + [
        .init("measure", words.measure, .text), .init("value", words.value, .number),
        .init("note", words.note, .text),
      ])
    for group in release.groups {
      let places = release.dimensions.map {
        CSV.Cell.text(group.key.categories[$0.id] ?? Grouping.everybody)
      }
      func append(_ measure: String, _ value: CSV.Cell, note: String) {
        let notes = (note.isEmpty ? [] : [note]) + (isMadeUp ? [words.madeUp] : [])
        table.append(
          places + [
            .text(measure), value, notes.isEmpty ? .empty : .text(words.notes(notes)),
          ])
      }
      append(
        "n", group.people.map(CSV.Cell.integer) ?? .text(Absence.withheldMark), note: "")
      let figures =
        group.people == nil
        ? names.map { (name: $0, value: .withheld) } : measures[group.key] ?? []
      for figure in figures {
        append(figure.name, figure.value.cell, note: self.words.note(figure.value))
      }
    }
    return table
  }
}
