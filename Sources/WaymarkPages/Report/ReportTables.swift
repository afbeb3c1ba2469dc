import Waymark
import WaymarkBasics

/// The tables of a report, for spreadsheets and programs.
///
/// Shares from 0 to 1 and means with four decimals; `[c]` in every column of what is withheld, nothing
/// where there is no number, and then the reason in `note`.
struct ReportTables {
  let report: GapReport
  let words: ReportWords

  init(_ report: GapReport, words: ReportWords) {
    self.report = report
    self.words = words
  }

  var overall: GapReport.Tables { report.overall }

  /// The competencies of the whole campaign, one row each.
  var competencies: DataTable {
    let (figures, labels) = (FigureColumns(self), report.campaign.labels)
    var table = DataTable(
      name: "competencies", title: words.data.statements, meaning: words.data.statementsMeaning,
      columns: DataTable.Column.labels(words.data) + [
        .init("area", words.data.areaOfStatement, .text),
        .init("competency", words.data.statementID, .text),
        .init("title", words.data.statement, .text),
      ] + figures.columns)
    for row in overall.competencies {
      table.append(
        labels + [.text(row.area.description), .text(row.id.description), .text(row.title)]
          + figures.cells(row.figures))
    }
    return table
  }

  /// The areas of the whole campaign, one row each; `statements` are those that are joined.
  var areas: DataTable {
    let (figures, labels) = (FigureColumns(self), report.campaign.labels)
    var table = DataTable(
      name: "areas", title: words.levels.areas, meaning: words.levels.areasMeaning,
      columns: DataTable.Column.labels(words.data) + [
        .init("area", words.data.areaID, .text), .init("title", words.data.area, .text),
        .init("statements", words.levels.joined, .integer),
      ] + figures.columns)
    for row in overall.areas {
      table.append(
        labels + [
          .text(row.id.description), .text(row.title),
          row.figures.map { .integer($0.joined) } ?? .text(Absence.withheldMark),
        ] + figures.cells(row.figures))
    }
    return table
  }

  /// The groups with every statement, a row each, for a spreadsheet.
  var groupsByStatement: DataTable {
    let figures = FigureColumns(self)
    var table = DataTable(
      name: "groups", title: words.data.groups, meaning: words.levels.groupsByStatement,
      columns: [
        .init("by", words.data.by, .text), .init("group", words.data.group, .text),
        .init("competency", words.data.statementID, .text),
        .init("title", words.data.statement, .text),
      ] + figures.columns)
    for breakdown in report.breakdowns {
      for group in breakdown.groups {
        for row in group.tables.competencies {
          table.append(
            [
              .text(breakdown.title), .text(group.label), .text(row.id.description),
              .text(row.title),
            ] + figures.cells(row.figures))
        }
      }
    }
    return table
  }

  /// The cell of a figure: what it shows, the mark of what is withheld, or nothing.
  static func cell<Value>(
    _ figure: Figure<Value>, _ shown: (Value) -> CSV.Cell
  ) -> CSV.Cell {
    switch figure {
    case .value(let value): shown(value)
    case .none(let absence): absence.mark.isEmpty ? .empty : .text(absence.mark)
    }
  }

  /// Why a figure is missing; empty where it is there.
  func note(_ absence: Absence?) -> CSV.Cell { .text(absence.map(words.common.reason) ?? "") }
}

extension ReportTables {
  /// The columns of everything that was answered to a statement or an area.
  private struct FigureColumns {
    let columns: [DataTable.Column]
    private let words: ReportWords

    init(_ tables: ReportTables) {
      words = tables.words
      let (words, data) = (tables.words.levels, tables.words.data)
      columns =
        [
          .init("n", data.people, .integer), .init("below", words.below, .integer),
          .init("below_of", words.compared, .integer), .init("below_share", words.share, .share),
          .init("below_low", words.shareLow, .share), .init("below_high", words.shareHigh, .share),
          .init("mean", data.meanLevel, .number), .init("mean_low", words.meanLow, .number),
          .init("mean_high", words.meanHigh, .number), .init("sd", words.deviation, .number),
        ]
        + tables.report.levelLabels.enumerated().map { place, label in
          let title = data.level(place + 1, label)
          return .init(
            "level_\(place + 1)", words.level(place + 1, label, title: title), .integer)
        }
        + [
          .init("not_part_of_my_work", words.notMyWork, .integer),
          .init("cannot_judge", words.cannotJudge, .integer),
          .init("skipped", words.skipped, .integer), .init("not_asked", words.notAsked, .integer),
          .init("relevance", words.relevance, .share), .init("note", data.note, .text),
        ]
    }

    func cells(_ figures: GapReport.Figures?) -> [CSV.Cell] {
      guard let figures else {
        return Array(repeating: .text(Absence.withheldMark), count: columns.count - 1)
          + [.text(words.common.reason(.withheld))]
      }
      let below = figures.below
      return [.integer(figures.people)]
        + [
          ReportTables.cell(below) { .integer($0.count) },
          ReportTables.cell(below) { .integer($0.total) },
          ReportTables.cell(below) { .decimal($0.share, places: 4) },
          ReportTables.cell(below) { .decimal($0.interval.lowerBound, places: 4) },
          ReportTables.cell(below) { .decimal($0.interval.upperBound, places: 4) },
          ReportTables.cell(figures.mean) { .decimal($0, places: 4) },
          figures.meanInterval.map { .decimal($0.lowerBound, places: 4) } ?? .empty,
          figures.meanInterval.map { .decimal($0.upperBound, places: 4) } ?? .empty,
          ReportTables.cell(figures.standardDeviation) { .decimal($0, places: 4) },
        ] + figures.levels.map(CSV.Cell.integer)
        + [
          .integer(figures.notPartOfMyWork), .integer(figures.cannotJudge),
          .integer(figures.skipped), .integer(figures.notAsked),
          ReportTables.cell(figures.relevance) { .decimal($0, places: 4) }, .text(notes(figures)),
        ]
    }

    private func notes(_ figures: GapReport.Figures) -> String {
      let missing = [
        ("below", figures.below.absence), ("mean", figures.mean.absence),
        ("sd", figures.standardDeviation.absence), ("relevance", figures.relevance.absence),
      ].compactMap { name, absence in
        absence.map { words.levels.note(name, words.common.reason($0)) }
      }
      return words.data.notes(missing)
    }
  }
}

extension ReportTables {
  /// All groups in long form: a column per grouping, then `measure`, `value` and `note`.
  ///
  /// `*` in a grouping's column is everybody. The measure `n` counts the people of a group,
  /// `n:ID` those who gave a level to a competency, `below:ID` is the share below what is usual for
  /// one's own role, out of `of:ID` people, from `low:ID` to `high:ID`; `mean:ID` is the mean level.
  var groups: DataTable {
    var table = DataTable(
      name: "groups", title: words.data.groups, meaning: words.levels.groupsMeaning,
      columns: report.breakdowns.map { breakdown in
        .init(breakdown.id, words.levels.grouping(breakdown.title), .text)
      } + [
        .init("measure", words.levels.measure, .text), .init("value", words.levels.value, .number),
        .init("note", words.levels.noteWithMarks, .text),
      ])
    let everybody = report.breakdowns.map { _ in Grouping.everybody }
    append(overall, at: everybody, to: &table)
    for (place, breakdown) in report.breakdowns.enumerated() {
      for group in breakdown.groups {
        var dimensions = everybody
        dimensions[place] = group.id
        append(group.tables, at: dimensions, to: &table)
      }
    }
    return table
  }

  private func append(
    _ tables: GapReport.Tables, at dimensions: [String], to table: inout DataTable
  ) {
    let dimensions = dimensions.map(CSV.Cell.text)
    let marks = report.campaign.isMadeUp ? [words.levels.madeUp] : []
    func append<Value>(
      _ measure: String, _ figure: Figure<Value>, _ shown: (Value) -> CSV.Cell
    ) {
      let notes = marks + (figure.absence.map { [words.common.reason($0)] } ?? [])
      table.append(
        dimensions + [
          .text(measure), Self.cell(figure, shown), .text(words.data.notes(notes)),
        ])
    }
    append("n", Figure(tables.respondents, orNone: .withheld), CSV.Cell.integer)
    for row in tables.competencies {
      append("n:\(row.id)", Figure(row.figures?.people, orNone: .withheld), CSV.Cell.integer)
      append("below:\(row.id)", row.below) { .decimal($0.share, places: 4) }
      append("of:\(row.id)", row.below) { .integer($0.total) }
      append("low:\(row.id)", row.below) { .decimal($0.interval.lowerBound, places: 4) }
      append("high:\(row.id)", row.below) { .decimal($0.interval.upperBound, places: 4) }
      append("mean:\(row.id)", row.figures?.mean ?? .none(.withheld)) { .decimal($0, places: 4) }
    }
  }
}

extension ReportTables {
  /// The tables beside those of levels: each has a sentence that says how to read it.
  var statistics: [DataTable] {
    (service + scales + comparison + weighting + willingness).map(labelled)
  }

  /// The same with the ones that are too long for a page.
  var further: [DataTable] { statistics + (differences.map { [$0] } ?? []) }

  /// How each group stands to everybody else, statement by statement; `nil` without groups of anybody.
  ///
  /// For machines and spreadsheets: it is too long to be read as a page.
  var differences: DataTable? {
    guard !report.differences.isEmpty else { return nil }
    var table = DataTable(
      name: "differences", title: words.levels.differences,
      meaning: words.levels.differencesMeaning,
      columns: [
        .init("by", words.data.by, .text), .init("group", words.data.group, .text),
        .init("competency", words.data.statementID, .text),
        .init("title", words.data.statement, .text), .init("delta", words.levels.delta, .number),
        .init("low", words.levels.deltaLow, .number),
        .init("high", words.levels.deltaHigh, .number), .init("g", words.levels.hedges, .number),
        .init("note", words.data.note, .text),
      ])
    for difference in report.differences {
      let delta = difference.delta
      table.append([
        .text(difference.by), .text(difference.group), .text(difference.competency.description),
        .text(difference.title), Self.cell(delta) { .decimal($0.value, places: 4) },
        Self.cell(delta) { $0.interval.map { .decimal($0.lowerBound, places: 4) } ?? .empty },
        Self.cell(delta) { $0.interval.map { .decimal($0.upperBound, places: 4) } ?? .empty },
        Self.cell(delta) { _ in difference.hedges.map { .decimal($0, places: 4) } ?? .empty },
        note(delta.absence),
      ])
    }
    return labelled(table)
  }

  /// The table with the campaign, and whether it is made up, in every row.
  private func labelled(_ table: DataTable) -> DataTable {
    let labels = report.campaign.labels
    var labelled = DataTable(
      name: table.name, title: table.title, meaning: table.meaning,
      columns: DataTable.Column.labels(words.data) + table.columns)
    for row in table.rows { labelled.append(labels + row) }
    return labelled
  }
}

extension ReportTables {
  /// What changed since an earlier campaign: for everybody, and for people who agreed to be linked.
  var comparison: [DataTable] {
    guard let comparison = report.supplement.comparison else { return [] }
    return [change(comparison)] + (paired(comparison).map { [$0] } ?? [])
  }

  private func change(_ comparison: Comparison) -> DataTable {
    let (words, data) = (words.comparison.change, words.data)
    let evidence = comparison.evidence
    var table = DataTable(
      name: "change", title: words.title,
      meaning: self.words.figures.joined([
        words.meaning(comparison.earlier.title),
        words.beyondChance(
          evidence.filter(\.isBeyondChance).map(\.row.title),
          of: evidence.count { $0.chance != nil }),
      ]),
      columns: [
        .init("competency", data.statementID, .text), .init("title", data.statement, .text),
        .init("share_before", words.shareBefore, .share), .init("share", words.share, .share),
        .init("share_change", words.shareChange, .points),
        .init("mean_change", words.meanChange, .number), .init("chance", words.chance, .number),
        .init("share_low", words.shareLow, .points),
        .init("share_high", words.shareHigh, .points),
        .init("mean_low", words.meanLow, .number), .init("mean_high", words.meanHigh, .number),
        .init("n_before", words.peopleBefore, .integer), .init("n", words.people, .integer),
        .init("compared_before", words.comparedBefore, .integer),
        .init("compared", words.compared, .integer), .init("note", data.note, .text),
      ])
    for one in evidence {
      let (row, figures) = (one.row, one.row.figures)
      func change(_ of: (Comparison.Figures) -> Change?) -> CSV.Cell {
        Self.cell(figures) { of($0).map { .decimal($0.difference, places: 4) } ?? .empty }
      }
      func interval(_ of: (Comparison.Figures) -> Change?) -> [CSV.Cell] {
        [
          Self.cell(figures) {
            of($0)?.interval.map { .decimal($0.lowerBound, places: 4) } ?? .empty
          },
          Self.cell(figures) {
            of($0)?.interval.map { .decimal($0.upperBound, places: 4) } ?? .empty
          },
        ]
      }
      let shares: [CSV.Cell] = [
        Self.cell(figures) { $0.share.map { .decimal($0.earlier.value, places: 4) } ?? .empty },
        Self.cell(figures) { $0.share.map { .decimal($0.later.value, places: 4) } ?? .empty },
      ]
      let changes: [CSV.Cell] = [
        change(\.shareChange), change(\.meanChange),
        Self.cell(figures) { _ in one.chance.map { .decimal($0, places: 4) } ?? .empty },
      ]
      let bases: [CSV.Cell] = [
        Self.cell(figures) { .integer($0.people.earlier) },
        Self.cell(figures) { .integer($0.people.later) },
        Self.cell(figures) { $0.share.map { .integer($0.earlier.total) } ?? .empty },
        Self.cell(figures) { $0.share.map { .integer($0.later.total) } ?? .empty },
      ]
      table.append(
        [.text(row.id.description), .text(row.title)] + shares + changes
          + interval(\.shareChange) + interval(\.meanChange) + bases + [note(figures.absence)])
    }
    return table
  }

  private func paired(_ comparison: Comparison) -> DataTable? {
    guard let linked = comparison.linked, linked > 0 else { return nil }
    let (words, data) = (words.comparison.paired, words.data)
    var table = DataTable(
      name: "paired", title: words.title, meaning: words.meaning(linked),
      columns: [
        .init("competency", data.statementID, .text), .init("title", data.statement, .text),
        .init("n", words.people, .integer), .init("change", words.change, .number),
        .init("low", words.low, .number), .init("high", words.high, .number),
        .init("d", words.cohen, .number), .init("up", words.up, .share),
        .init("same", words.same, .share), .init("down", words.down, .share),
        .init("balance", words.balance, .number), .init("note", data.note, .text),
      ])
    for row in comparison.rows {
      let change = row.paired
      func share(_ count: @escaping (PairedChange) -> Int) -> CSV.Cell {
        Self.cell(change) { .decimal(Double(count($0)) / Double($0.people), places: 4) }
      }
      table.append([
        .text(row.id.description), .text(row.title), Self.cell(change) { .integer($0.people) },
        Self.cell(change) { .decimal($0.mean, places: 4) },
        Self.cell(change) { $0.interval.map { .decimal($0.lowerBound, places: 4) } ?? .empty },
        Self.cell(change) { $0.interval.map { .decimal($0.upperBound, places: 4) } ?? .empty },
        Self.cell(change) { $0.standardizedMean.map { .decimal($0, places: 4) } ?? .empty },
        share(\.up), share(\.same), share(\.down),
        Self.cell(change) { .decimal($0.balance, places: 4) },
        note(change.absence),
      ])
    }
    return table
  }
}

extension ReportTables {
  /// What the answers say about the scales and about how they were filled in.
  var scales: [DataTable] {
    guard (overall.respondents ?? 0) > 0 else { return [] }
    return [reliability, itemRest, importance, quality].compactMap { $0 }
  }

  private var reliability: DataTable? {
    guard !report.reliability.isEmpty else { return nil }
    let (words, data) = (words.scales.reliability, words.data)
    var table = DataTable(
      name: "reliability", title: words.title, meaning: words.meaning,
      columns: [
        .init("area", data.areaID, .text), .init("title", data.area, .text),
        .init("n", words.people, .integer), .init("left_out", words.leftOut, .integer),
        .init("alpha", words.alpha, .number), .init("low", words.low, .number),
        .init("high", words.high, .number), .init("note", words.note, .text),
      ])
    for area in report.reliability {
      let notes = [
        area.coefficient.absence.map(self.words.common.reason),
        (area.coefficient.value?.alpha ?? 0) < 0 ? words.isNegative : nil,
        area.people.value?.isShort == true ? words.isShort : nil,
      ]
      table.append([
        .text(area.id.description), .text(area.title),
        Self.cell(area.people) { .integer($0.complete) },
        Self.cell(area.people) { .integer($0.leftOut) },
        Self.cell(area.coefficient) { .decimal($0.alpha, places: 4) },
        Self.cell(area.coefficient) {
          $0.interval.map { .decimal($0.lowerBound, places: 4) } ?? .empty
        },
        Self.cell(area.coefficient) {
          $0.interval.map { .decimal($0.upperBound, places: 4) } ?? .empty
        },
        .text(data.notes(notes.compactMap { $0 })),
      ])
    }
    return table
  }

  private var itemRest: DataTable? {
    guard !report.itemRest.isEmpty else { return nil }
    let (words, data) = (words.scales.itemRest, words.data)
    var table = DataTable(
      name: "item_rest", title: words.title, meaning: words.meaning,
      columns: [
        .init("competency", data.statementID, .text), .init("title", data.statement, .text),
        .init("n", words.people, .integer), .init("correlation", words.correlation, .number),
        .init("note", data.note, .text),
      ])
    for row in report.itemRest {
      table.append([
        .text(row.id.description), .text(row.title), Self.cell(row.people, CSV.Cell.integer),
        Self.cell(row.correlation) { .decimal($0, places: 4) },
        row.runsAgainst ? .text(words.runsAgainst) : note(row.correlation.absence),
      ])
    }
    return table
  }

  private var importance: DataTable? {
    switch report.importance {
    case nil: nil
    case .picks(let picks): picks.value.map(table)
    case .ratings(let ratings): table(ratings)
    }
  }

  private func table(_ picks: StatedImportance.Picks) -> DataTable {
    let (words, data) = (words.scales.picks, words.data)
    var table = DataTable(
      name: "importance", title: words.title, meaning: words.meaning(picks.people),
      columns: [
        .init("competency", data.statementID, .text), .init("title", data.statement, .text),
        .init("picked", words.picked, .integer), .init("share", words.share, .share),
      ])
    for row in picks.rows {
      table.append([
        .text(row.id.description), .text(row.title), .integer(row.picked),
        .decimal(picks.share(of: row), places: 4),
      ])
    }
    return table
  }

  private func table(_ ratings: StatedImportance.Ratings) -> DataTable {
    let (words, data) = (words.scales.need, words.data)
    let cut = ratings.cut.value.map { words.cut(importance: $0.importance, level: $0.level) }
    var table = DataTable(
      name: "importance", title: words.title,
      meaning: self.words.figures.joined(
        [ratings.haveUnequalScales ? words.unequalMeaning : words.meaning, cut].compactMap { $0 }),
      columns: [
        .init("competency", data.statementID, .text), .init("title", data.statement, .text),
        .init("n", words.people, .integer), .init("importance", words.importance, .number),
        .init("level", words.level, .number), .init("borich", words.borich, .number),
        .init("borich_rank", words.rank, .integer), .init("rds", words.discrepancy, .number),
        .init("quadrant", words.quadrant, .text), .init("note", data.note, .text),
      ])
    for row in ratings.rows {
      let discrepancy = row.need.flatMap {
        Figure($0.scores.discrepancy, orNone: .unequalScales)
      }
      table.append([
        .text(row.id.description), .text(row.title),
        Self.cell(row.need) { .integer($0.scores.people) },
        Self.cell(row.need) { .decimal($0.scores.importance, places: 4) },
        Self.cell(row.need) { .decimal($0.scores.level, places: 4) },
        Self.cell(discrepancy) { .decimal($0.meanWeighted, places: 4) },
        Self.cell(row.need) { $0.rank.map(CSV.Cell.integer) ?? .empty },
        Self.cell(discrepancy) { .decimal($0.ranked, places: 2) },
        Self.cell(row.need) { .text(words.name($0.quadrant)) }, note(discrepancy.absence),
      ])
    }
    return table
  }

  private var quality: DataTable? {
    guard let quality = report.quality?.value else { return nil }
    let words = words.scales.quality
    var table = DataTable(
      name: "quality", title: words.title, meaning: words.meaning,
      columns: [
        .init("sign", words.sign, .text), .init("count", words.count, .integer),
        .init("share", words.share, .share),
      ])
    for (sign, count) in [
      (words.straightLined(AnswerQuality.straightLine), quality.straightLined),
      (words.brokenOff, quality.brokenOff),
    ] {
      table.append([
        .text(sign), .integer(count), .decimal(quality.share(of: count), places: 4),
      ])
    }
    return table
  }
}
