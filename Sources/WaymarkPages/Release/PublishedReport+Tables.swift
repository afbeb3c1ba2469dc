import Waymark
import WaymarkBasics

extension PublishedReport {
  /// The competencies of the whole campaign, one row each; `[c]` where something is withheld.
  var competenciesTable: DataTable {
    var table = DataTable(
      name: "competencies", title: "Statements",
      meaning: "A row for each statement: what everybody answered.",
      columns: DataTable.Column.labels + [
        .init("area", "Area", "The area that the statement belongs to.", .text),
        .init("competency", "Statement id", "The id of the statement.", .text),
        .init("title", "Statement", "The statement's short name.", .text),
        .init("n", "People", "How many people gave a level.", .integer),
        .init("below_percent", "Below usual", "The share below usual, in per cent.", .number),
        .init("below_note", "Note", "How to read the share where it is bounded.", .text),
        .init(
          "below_low", "From", "Where the 95 % interval of the share begins, in per cent.",
          .number),
        .init(
          "below_high", "To", "Where the 95 % interval of the share ends, in per cent.", .number),
        .init("mean", "Mean level", "The mean level.", .number),
      ]
        + levelLabels.enumerated().map { place, label in
          .init(
            "level_\(place + 1)_percent", "\(place + 1) \(label)",
            "The share of ratings on level \(place + 1), \"\(label)\", in per cent.", .number)
        })
    let mark = CSV.Cell.text(Absence.withheldMark)
    for (competency, said) in zip(competencies, overall) {
      table.append(
        campaign.labels + [
          .text(competency.area), .text(competency.id), .text(competency.title),
          said.answered.map(CSV.Cell.integer) ?? mark, said.figures.below.cell,
          .text(said.figures.below.note), said.interval.map { .integer($0.lowerBound) } ?? mark,
          said.interval.map { .integer($0.upperBound) } ?? mark, said.figures.mean.cell,
        ] + levelLabels.indices.map { level in said.levels.map { .integer($0[level]) } ?? mark })
    }
    return table
  }

  /// The groups with every measure, in long form.
  var groupsTable: DataTable {
    release.groupsTable(
      titles: Dictionary(uniqueKeysWithValues: dimensions.map { ($0.id, $0.title) }),
      names: competencies.flatMap { ["below:\($0.id)", "mean:\($0.id)"] },
      measures: groupFigures.mapValues { figures in
        zip(competencies, figures).flatMap { competency, figures -> [Release.Measure] in
          [("below:\(competency.id)", figures.below), ("mean:\(competency.id)", figures.mean)]
        }
      }, isMadeUp: campaign.isMadeUp)
  }

  /// The groups with the share below usual in each area, a row each, for a spreadsheet.
  var areasByGroupTable: DataTable {
    var table = DataTable(
      name: "areas", title: "Groups by area",
      meaning:
        "A row for each group: its people, and for each area the mean of the shares below usual of "
        + "its statements, in per cent.",
      columns: DataTable.Column.labels
        + dimensions.map { .init($0.id, $0.title, "The group; everybody where it is *.", .text) }
        + [.init("n", "People", "How many people are in the group.", .integer)]
        + areas.map {
          .init("below_\($0.id)", "\($0.id) \($0.title)", "The mean share below usual.", .number)
        })
    for group in release.groups {
      let shares = areaShares[group.key]
      table.append(
        campaign.labels
          + dimensions.map { dimension in
            .text(
              group.key.categories[dimension.id].map { dimension.labels[$0] ?? $0 }
                ?? Grouping.everybody)
          }
          + [group.people.map(CSV.Cell.integer) ?? .text(Absence.withheldMark)]
          + areas.indices.map { shares?[$0].wordedCell ?? .text(Absence.withheldMark) })
    }
    return table
  }
}

extension PublishedFigure {
  /// The figure in a table for people: in words where it is bounded.
  fileprivate var wordedCell: CSV.Cell { note.isEmpty ? cell : .text(words) }
}
