extension GapReport {
  /// The tables beside those of levels, with the ones that are too long for a page.
  var furtherTables: [DataTable] { statisticsTables + (differencesTable.map { [$0] } ?? []) }

  /// How each group stands to everybody else, statement by statement; `nil` without groups of anybody.
  ///
  /// For machines and spreadsheets: it is too long to be read as a page.
  var differencesTable: DataTable? {
    guard !breakdowns.isEmpty, (overall.respondents ?? 0) > 0 else { return nil }
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
    for breakdown in breakdowns {
      for group in breakdown.groups {
        for (row, all) in zip(group.tables.competencies, overall.competencies) {
          let levels = levels(of: row, beside: all)
          let found = levels.value.flatMap { GroupDifference.delta($0.group, $0.rest) }
          let delta = Figure(found?.delta, orNone: levels.absence ?? .noAnswers)
          let interval = found?.interval
          let hedges = levels.value.flatMap { GroupDifference.hedges($0.group, $0.rest) }
          func number(_ value: Double?) -> CSV.Cell {
            levels.absence == .withheld
              ? .text(Absence.withheldMark) : value.map { .decimal($0, places: 4) } ?? .empty
          }
          table.append([
            .text(breakdown.title), .text(group.label), .text(row.id.description),
            .text(row.title), number(delta.value), number(interval?.lowerBound),
            number(interval?.upperBound), number(hedges), .text(delta.absence?.reason ?? ""),
          ])
        }
      }
    }
    return labelled(table)
  }

  /// The levels of a group and of everybody else; withheld where either is too small to show.
  private func levels(
    of row: CompetencyRow, beside all: CompetencyRow
  ) -> Figure<Both> {
    guard let group = row.figures?.levels, let everybody = all.figures?.levels else {
      return .none(.withheld)
    }
    let rest = zip(everybody, group).map { $0 - $1 }
    guard !minimumGroup.withholds(rest.reduce(0, +)) else { return .none(.withheld) }
    return .value(Both(group: group, rest: rest))
  }

  /// How many people chose each level, in a group and outside of it.
  private struct Both: Hashable {
    let group: [Int]
    let rest: [Int]
  }
}
