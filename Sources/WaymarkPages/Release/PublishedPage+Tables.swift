package import Waymark
package import WaymarkBasics

/// The tables of a release.
extension PublishedPage {
  /// The competencies of the whole campaign, one row each; `[c]` where something is withheld.
  var competenciesTable: DataTable {
    var table = DataTable(
      name: "competencies", title: words.tables.statements,
      meaning: words.tables.statementsMeaning,
      columns: DataTable.Column.labels(words.tables.data) + [
        .init("area", words.tables.area, .text),
        .init("competency", words.tables.statementID, .text),
        .init("title", words.tables.statement, .text), .init("n", words.tables.people, .integer),
        .init("compared", words.tables.compared, .integer),
        .init("below_percent", words.tables.below, .number),
        .init("below_note", words.tables.belowNote, .text),
        .init("below_low", words.tables.belowLow, .number),
        .init("below_high", words.tables.belowHigh, .number),
        .init("mean", words.tables.meanLevel, .number),
      ]
        + report.levelLabels.enumerated().map { place, label in
          .init("level_\(place + 1)_percent", words.tables.level(place + 1, label), .number)
        })
    let mark = CSV.Cell.text(Absence.withheldMark)
    for (competency, said) in zip(report.competencies, report.overall) {
      table.append(
        report.campaign.labels + [
          .text(competency.area), .text(competency.id), .text(competency.title),
          said.answered.map(CSV.Cell.integer) ?? mark, said.compared.map(CSV.Cell.integer) ?? mark,
          said.figures.below.cell,
          .text(
            words.tables.notes([words.note(said.figures.below), preview].filter { !$0.isEmpty })),
          said.interval.map { .integer($0.lowerBound) } ?? mark,
          said.interval.map { .integer($0.upperBound) } ?? mark, said.figures.mean.cell,
        ]
          + report.levelLabels.indices.map { level in
            said.levels.map { .integer($0[level]) } ?? mark
          })
    }
    return table
  }

  /// The groups with every measure, in long form.
  var groupsTable: DataTable {
    ReleaseTable(
      report.release, isMadeUp: report.campaign.isMadeUp, isPreview: imprint.isPreview, words: words
    ).table(
      titles: Dictionary(uniqueKeysWithValues: report.dimensions.map { ($0.id, $0.title) }),
      names: report.competencies.flatMap { ["below:\($0.id)", "mean:\($0.id)"] },
      measures: report.groupFigures.mapValues { figures in
        zip(report.competencies, figures).flatMap { competency, figures -> [ReleaseTable.Measure] in
          [("below:\(competency.id)", figures.below), ("mean:\(competency.id)", figures.mean)]
        }
      })
  }

  /// The groups with the share below usual in each area, a row each, for a spreadsheet.
  var areasByGroupTable: DataTable {
    var table = DataTable(
      name: "areas", title: words.tables.areas, meaning: words.tables.areasMeaning,
      columns: DataTable.Column.labels(words.tables.data)
        + report.dimensions.map { .init($0.id, words.tables.everybodyOrGroup($0.title), .text) }
        + [.init("n", words.tables.peopleOfGroup, .integer)]
        + report.areas.map {
          .init(
            "below_\($0.id)", words.tables.meanBelow(words.area($0.title, id: $0.id)), .number)
        })
    for group in report.release.groups {
      let shares = report.areaShares[group.key]
      table.append(
        report.campaign.labels
          + report.dimensions.map { dimension in
            .text(
              group.key.categories[dimension.id].map { dimension.labels[$0] ?? $0 }
                ?? Grouping.everybody)
          }
          + [group.people.map(CSV.Cell.integer) ?? .text(Absence.withheldMark)]
          + report.areas.indices.map { cell(shares?[$0] ?? .withheld) })
    }
    return table
  }

  /// What stands in every row of a preview; empty elsewhere.
  private var preview: String { imprint.isPreview ? words.tables.notPublished : "" }

  /// A figure in a table for people: in words where it is bounded.
  private func cell(_ figure: PublishedFigure) -> CSV.Cell {
    words.note(figure).isEmpty ? figure.cell : .text(words.figure(figure))
  }
}

/// How many people are in each group of a release, in long form: `data/groups.csv`.
///
/// A row a group and measure, for machines and for attackers: a column a dimension with `*` for
/// everybody, then `measure`, `value` and `note`.
package struct ReleaseTable {
  /// What is said about a group beside how many people it has: `below:ID` or `mean:ID`, and the figure.
  typealias Measure = (name: String, value: PublishedFigure)

  private let release: Release
  private let isMadeUp: Bool
  private let isPreview: Bool
  private let words: PublishedWords

  /// - Parameters:
  ///   - isMadeUp: whether every row has to say that the people were made up.
  ///   - isPreview: whether every row has to say that it is not published.
  package init(
    _ release: Release, isMadeUp: Bool, isPreview: Bool = false, words: PublishedWords
  ) {
    self.release = release
    self.isMadeUp = isMadeUp
    self.isPreview = isPreview
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
        let notes =
          (note.isEmpty ? [] : [note]) + (isMadeUp ? [words.madeUp] : [])
          + (isPreview ? [words.notPublished] : [])
        table.append(
          places + [
            .text(measure), value, notes.isEmpty ? .empty : .text(words.notes(notes)),
          ])
      }
      append(
        "n", group.people.map(CSV.Cell.integer) ?? .text(Absence.withheldMark),
        note: release.isSmall(group.people ?? 0) ? words.few : "")
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
