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
