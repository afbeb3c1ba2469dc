extension GapReport {
  /// The competencies of the whole campaign, one row each.
  ///
  /// Shares from 0 to 1 and means with four decimals; `[c]` in every column of what is withheld,
  /// nothing where there is no number, and then the reason in `note`.
  public var competenciesCSV: String {
    var csv = CSV(
      header: ["campaign", "made_up", "area", "competency", "title"] + figureColumns)
    for row in overall.competencies {
      csv.append(
        labels + [.text(row.area.description), .text(row.id.description), .text(row.title)]
          + cells(row.figures))
    }
    return csv.text
  }

  /// The areas of the whole campaign, one row each; `statements` are those that are joined.
  public var areasCSV: String {
    var csv = CSV(header: ["campaign", "made_up", "area", "title", "statements"] + figureColumns)
    for row in overall.areas {
      csv.append(
        labels + [.text(row.id.description), .text(row.title)]
          + [row.figures.map { .integer($0.joined) } ?? Self.withheld] + cells(row.figures))
    }
    return csv.text
  }

  private var labels: [CSV.Cell] {
    [.text(campaign.id.description), .text(campaign.isMadeUp ? "yes" : "no")]
  }

  private var figureColumns: [String] {
    ["n", "below", "below_of", "below_share", "below_low", "below_high", "mean", "sd"]
      + levelLabels.indices.map { "level_\($0 + 1)" }
      + ["not_part_of_my_work", "cannot_judge", "skipped", "not_asked", "relevance", "note"]
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
        Self.cell(figures.standardDeviation) { .decimal($0, places: 4) },
      ] + figures.levels.map(CSV.Cell.integer)
      + [
        .integer(figures.notPartOfMyWork), .integer(figures.cannotJudge),
        .integer(figures.skipped), .integer(figures.notAsked),
        Self.cell(figures.relevance) { .decimal($0, places: 4) }, .text(Self.note(figures)),
      ]
  }

  private static func cell<Value>(
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

  /// All groups in long form: a column per grouping, then `measure`, `value` and `note`.
  ///
  /// `*` in a grouping's column is everybody. The measure `n` counts the people of a group,
  /// `n:ID` those who gave a level to a competency, `below:ID` is the share below what is usual for
  /// one's own role, out of `of:ID` people, from `low:ID` to `high:ID`; `mean:ID` is the mean level.
  public var groupsCSV: String {
    var csv = CSV(header: breakdowns.map(\.id) + ["measure", "value", "note"])
    let everybody = breakdowns.map { _ in "*" }
    append(overall, at: everybody, to: &csv)
    for (place, breakdown) in breakdowns.enumerated() {
      for group in breakdown.groups {
        var dimensions = everybody
        dimensions[place] = group.id
        append(group.tables, at: dimensions, to: &csv)
      }
    }
    return csv.text
  }

  private func append(_ tables: Tables, at dimensions: [String], to csv: inout CSV) {
    func append<Value>(
      _ measure: String, _ figure: Figure<Value>, _ shown: (Value) -> CSV.Cell
    ) {
      let notes = [campaign.isMadeUp ? "made up" : nil, figure.absence?.reason].compactMap { $0 }
      csv.append(
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

  private static let withheld = CSV.Cell.text(Absence.withheldMark)
}
