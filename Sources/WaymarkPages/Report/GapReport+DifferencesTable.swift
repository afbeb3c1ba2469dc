import Waymark
import WaymarkBasics

extension GapReport {
  /// The tables beside those of levels, with the ones that are too long for a page.
  var furtherTables: [DataTable] { statisticsTables + (differencesTable.map { [$0] } ?? []) }

  /// How each group stands to everybody else, statement by statement; `nil` without groups of anybody.
  ///
  /// For machines and spreadsheets: it is too long to be read as a page.
  var differencesTable: DataTable? {
    guard !differences.isEmpty else { return nil }
    var table = DataTable(
      name: "differences", title: "Groups and everybody else",
      meaning:
        "How the levels of a group stand to those of everybody else who answered: Cliff's delta, "
        + "from -1 (all of the group below) to 1 (all above), and Hedges' g.",
      columns: [
        .init("by", "By", "The question that the people were sorted by.", .text),
        .init("group", "Group", "The group.", .text),
        .init("competency", "Statement id", "The id of the statement.", .text),
        .init("title", "Statement", "The statement's short name.", .text),
        .init("delta", "Delta", "Cliff's delta.", .number),
        .init("low", "Delta, low", "Where its 95 % interval begins (Cliff 1993).", .number),
        .init("high", "Delta, high", "Where its 95 % interval ends (Cliff 1993).", .number),
        .init("g", "g", "Hedges' g, in standard deviations.", .number),
        .init("note", "Note", "Why a number is missing.", .text),
      ])
    for difference in differences {
      let delta = difference.delta
      table.append([
        .text(difference.by), .text(difference.group), .text(difference.competency.description),
        .text(difference.title), Self.cell(delta) { .decimal($0.value, places: 4) },
        Self.cell(delta) { $0.interval.map { .decimal($0.lowerBound, places: 4) } ?? .empty },
        Self.cell(delta) { $0.interval.map { .decimal($0.upperBound, places: 4) } ?? .empty },
        Self.cell(delta) { _ in difference.hedges.map { .decimal($0, places: 4) } ?? .empty },
        .text(delta.absence?.reason ?? ""),
      ])
    }
    return labelled(table)
  }
}
