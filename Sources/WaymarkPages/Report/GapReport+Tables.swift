package import Waymark
package import WaymarkBasics

extension GapReport {
  /// The competencies of the whole campaign, one row each.
  ///
  /// Shares from 0 to 1 and means with four decimals; `[c]` in every column of what is withheld,
  /// nothing where there is no number, and then the reason in `note`.
  package var competenciesTable: DataTable {
    var table = DataTable(
      name: "competencies", title: "Statements",
      meaning: "A row for each statement: what everybody answered.",
      columns: DataTable.Column.labels + [
        DataTable.Column("area", "Area", "The area that the statement belongs to.", .text),
        DataTable.Column("competency", "Statement id", "The id of the statement.", .text),
        DataTable.Column("title", "Statement", "The statement's short name.", .text),
      ] + figureColumns)
    for row in overall.competencies {
      table.append(
        campaign.labels + [
          .text(row.area.description), .text(row.id.description), .text(row.title),
        ]
          + cells(row.figures))
    }
    return table
  }

  /// The areas of the whole campaign, one row each; `statements` are those that are joined.
  package var areasTable: DataTable {
    var table = DataTable(
      name: "areas", title: "Areas",
      meaning: "A row for each area: the answers to its statements together.",
      columns: DataTable.Column.labels + [
        DataTable.Column("area", "Area id", "The id of the area.", .text),
        DataTable.Column("title", "Area", "The area's name.", .text),
        DataTable.Column(
          "statements", "Statements", "How many statements are counted together.", .integer),
      ] + figureColumns)
    for row in overall.areas {
      table.append(
        campaign.labels + [.text(row.id.description), .text(row.title)]
          + [row.figures.map { .integer($0.joined) } ?? Self.withheld] + cells(row.figures))
    }
    return table
  }

  /// The groups with every statement, a row each, for a spreadsheet.
  var groupsByStatement: DataTable {
    var table = DataTable(
      name: "groups", title: "Groups",
      meaning: "A row for each group and statement: what the group answered.",
      columns: [
        DataTable.Column("by", "By", "The question that the people were sorted by.", .text),
        DataTable.Column("group", "Group", "The group.", .text),
        DataTable.Column("competency", "Statement id", "The id of the statement.", .text),
        DataTable.Column("title", "Statement", "The statement's short name.", .text),
      ] + figureColumns)
    for breakdown in breakdowns {
      for group in breakdown.groups {
        for row in group.tables.competencies {
          table.append(
            [
              .text(breakdown.title), .text(group.label), .text(row.id.description),
              .text(row.title),
            ] + cells(row.figures))
        }
      }
    }
    return table
  }

  private var figureColumns: [DataTable.Column] {
    [
      DataTable.Column("n", "People", "How many people gave a level.", .integer),
      DataTable.Column(
        "below", "Below usual",
        "How many ratings are below the level that is usual for the person's own role.", .integer),
      DataTable.Column(
        "below_of", "Compared",
        "Out of how many: the ratings of people whose role has a usual "
          + "level.", .integer),
      DataTable.Column("below_share", "Share below", "The share below usual, 0 to 1.", .share),
      DataTable.Column(
        "below_low", "Share, low", "Where the 95 % interval of the share begins (Wilson).", .share),
      DataTable.Column(
        "below_high", "Share, high", "Where the 95 % interval of the share ends (Wilson).", .share),
      DataTable.Column("mean", "Mean level", "The mean level.", .number),
      DataTable.Column(
        "mean_low", "Mean, low", "Where the 95 % interval of a statement's mean begins (Student).",
        .number),
      DataTable.Column(
        "mean_high", "Mean, high", "Where the 95 % interval of a statement's mean ends (Student).",
        .number),
      DataTable.Column(
        "sd", "Standard deviation", "The standard deviation of the levels, by n - 1.", .number),
    ]
      + levelLabels.enumerated().map { place, label in
        DataTable.Column(
          "level_\(place + 1)", "\(place + 1) \(label)",
          "How many ratings are on level \(place + 1), \"\(label)\".", .integer)
      }
      + [
        DataTable.Column(
          "not_part_of_my_work", "Not my work", "How many answers are \"not part of my work\".",
          .integer),
        DataTable.Column(
          "cannot_judge", "Can't judge", "How many answers are \"can't judge\".", .integer),
        DataTable.Column("skipped", "Skipped", "How many answers were skipped.", .integer),
        DataTable.Column("not_asked", "Not asked", "How many people were not asked.", .integer),
        DataTable.Column(
          "relevance", "Part of the work",
          "The share of levels among levels and \"not part of my work\", 0 to 1.", .share),
        DataTable.Column("note", "Note", "Why a number is missing.", .text),
      ]
  }

  private func cells(_ figures: Figures?) -> [CSV.Cell] {
    guard let figures else {
      return figureColumns.dropLast().map { _ in Self.withheld }
        + [.text(Absence.withheld.reason)]
    }
    let below = figures.below
    return [.integer(figures.people)]
      + [
        Self.cell(below) { .integer($0.count) }, Self.cell(below) { .integer($0.total) },
        Self.cell(below) { .decimal($0.share, places: 4) },
        Self.cell(below) { .decimal($0.interval.lowerBound, places: 4) },
        Self.cell(below) { .decimal($0.interval.upperBound, places: 4) },
        Self.cell(figures.mean) { .decimal($0, places: 4) },
        figures.meanInterval.map { .decimal($0.lowerBound, places: 4) } ?? .empty,
        figures.meanInterval.map { .decimal($0.upperBound, places: 4) } ?? .empty,
        Self.cell(figures.standardDeviation) { .decimal($0, places: 4) },
      ] + figures.levels.map(CSV.Cell.integer)
      + [
        .integer(figures.notPartOfMyWork), .integer(figures.cannotJudge),
        .integer(figures.skipped), .integer(figures.notAsked),
        Self.cell(figures.relevance) { .decimal($0, places: 4) }, .text(Self.note(figures)),
      ]
  }

  static func cell<Value>(
    _ figure: Figure<Value>, _ shown: (Value) -> CSV.Cell
  ) -> CSV.Cell {
    switch figure {
    case .value(let value): shown(value)
    case .none(let absence): absence.mark.isEmpty ? .empty : .text(absence.mark)
    }
  }

  private static func note(_ figures: Figures) -> String {
    [
      ("below", figures.below.absence), ("mean", figures.mean.absence),
      ("sd", figures.standardDeviation.absence), ("relevance", figures.relevance.absence),
    ].compactMap { name, absence in absence.map { "\(name): \($0.reason)" } }
      .joined(separator: "; ")
  }

  private static let withheld = CSV.Cell.text(Absence.withheldMark)
}
