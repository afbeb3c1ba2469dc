import Waymark
import WaymarkBasics

extension GapReport {
  /// Who said that they are willing to serve, a row for everybody and for each group.
  var willingnessTables: [DataTable] {
    guard let willingness = supplement.willingness else { return [] }
    var table = DataTable(
      name: "willing", title: "Willing to serve",
      meaning: "How many people said so when they shared their answers; who said nothing counts as "
        + "not willing.",
      columns: [
        .init("by", "By", "The question that the people were sorted by.", .text),
        .init("group", "Group", "The group.", .text),
        .init("n", "People", "How many people are in the group.", .integer),
      ]
        + willingness.questions.enumerated().map { place, question in
          .init("willing_\(place + 1)", question, "How many said yes.", .integer)
        })
    for row in willingness.rows {
      table.append(
        [.text(row.by ?? ""), .text(row.group), Self.cell(row.people, CSV.Cell.integer)]
          + row.willing.map { Self.cell($0, CSV.Cell.integer) })
    }
    return [table]
  }
}
