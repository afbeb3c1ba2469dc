package import Waymark
package import WaymarkBasics

/// A report that everybody may have, in each format.
package struct PublishedPage {
  /// Who publishes it and when, and whether it is published at all.
  package struct Imprint: Hashable, Sendable {
    /// Who publishes it; `nil` where nobody said it.
    let publisher: String?
    /// The day of its publication, or of its preview.
    let day: CalendarDate
    /// The entry of the ledger that records it; `nil` for a preview.
    let entry: LedgerEntry?

    /// Of what is published.
    package init(publisher: String? = nil, recordedAs entry: LedgerEntry) {
      self.publisher = publisher
      self.entry = entry
      day = entry.day
    }

    /// Of what is looked at before.
    package init(publisher: String? = nil, previewedOn day: CalendarDate) {
      self.publisher = publisher
      self.day = day
      entry = nil
    }

    var isPreview: Bool { entry == nil }
  }

  let report: PublishedReport
  let extras: ReleaseExtras
  let imprint: Imprint
  let words: PublishedWords

  package init(
    _ report: PublishedReport, with extras: ReleaseExtras = ReleaseExtras(), imprint: Imprint,
    words: PublishedWords
  ) {
    self.report = report
    self.extras = extras
    self.imprint = imprint
    self.words = words
  }

  /// That nothing of it is published, where it is a preview.
  var previewNotice: [String] {
    imprint.isPreview ? ["\(words.notPublished) \(words.notPublishedNotice)"] : []
  }

  /// Who published it and when; on a preview who would.
  var imprintLine: String {
    imprint.isPreview
      ? words.previewed(on: imprint.day, for: imprint.publisher)
      : words.published(on: imprint.day, by: imprint.publisher)
  }

  /// How many of those who were invited answered, where that is known.
  var turnout: String {
    words.turnout(report.invited.first { $0.key == PublishedReport.everybody })
  }

  /// The release as one page that can be read, printed and kept; it runs no script.
  package var html: String { page.speaking(report.spoken).html }

  /// The release for people to read as plain text.
  package var markdown: String { page.markdown }

  /// The drawings of the page as files.
  var charts: [(name: String, contents: String)] {
    page.charts(
      [title]
        + (imprint.isPreview
          ? ["\(words.notPublished) \(words.notPublishedNotice)"] : [imprintLine])
        + (report.campaign.isMadeUp ? [words.common.madeUpNotice] : []))
  }

  var title: String { words.common.gapReport(report.campaign.title) }

  /// The first thing to say, in sentences.
  var finding: String {
    let gaps = report.mostBelow.map { gap in
      (
        statement: gap.competency.title, below: gap.below,
        compared: report.competencies.firstIndex(of: gap.competency)
          .flatMap { report.overall[$0].compared }
      )
    }
    let isFew = report.release.isSmall(report.respondents ?? 0)
    return words.answered(report.respondents) + (isFew ? " \(words.fewAnswered)" : "") + " "
      + (gaps.isEmpty
        ? report.isAnyCompared
          ? words.nobodyBelow
          : words.common.nothingCompared(hasUsualLevels: report.hasUsualLevels)
        : words.mostBelow(
          gaps, isOfAll: !report.overall.contains { $0.figures.below == .withheld }))
  }

  /// What is withheld, and why.
  var withheld: String {
    words.withheld(
      report.withheldGroups, of: report.release.groups.count, fewest: report.release.minimum)
  }

  /// Whether areas are made of their core statements alone.
  private var isCore: Bool { report.coreStatements != nil }

  /// That people answered the core form, and what follows, or that not all was asked; nothing where
  /// everything was.
  private var coreForm: [String] {
    let all = report.competencies.count + report.statementsNotAsked
    if let core = report.coreStatements { return words.coreForm(core, of: all) }
    return report.statementsNotAsked > 0
      ? [words.common.notAsked(report.statementsNotAsked, of: all)] : []
  }

  /// How the numbers were made and what they do not say.
  var method: [String] {
    let framework = report.campaign.framework
    let minimum = report.release.minimum
    return words.method(
      framework: words.common.framework(
        report.frameworkTitle, id: framework.id.description, version: framework.version),
      fewest: minimum, detailed: FigurePolicy(people: minimum).detailed,
      hasTens: report.hasSharesInTens, isRecorded: !imprint.isPreview)
      + (coreForm.isEmpty ? [] : [coreForm.joined(separator: " ")])
  }

  private var page: Page {
    let isMadeUp = report.campaign.isMadeUp
    let groups: [Page.Section?] =
      report.dimensions.map { margin($0) }
      + report.release.tables.filter { $0.count == 2 }.map { cross($0) }
    return Page(
      title,
      header: [
        imprint.isPreview
          ? Page.Paragraph(
            [Page.Phrase([.strong(words.notPublished)]), Page.Phrase(words.notPublishedNotice)],
            .notice) : nil,
        Page.Paragraph(
          [words.common.framework(report.frameworkTitle), imprintLine], .soft),
        Page.Paragraph(warningOf: report.campaign, words: words.common),
        Page.Paragraph([finding], .lead),
        Page.Paragraph([turnout]),
        Page.Paragraph([extras.changes.map { words.extras.changed($0) }].compactMap(\.self)),
        Page.Paragraph(marking: [withheld]),
      ],
      sections: [everyStatement, everyArea, changes, weighted] + groups + [
        whoWasInvited,
        Page.Section(words.methodHeading, lines: method),
      ],
      footer: previewNotice + (isMadeUp ? [words.common.madeUpNotice] : []) + [
        words.common.madeWithWaymark
      ],
      styles: [ReportStyle.sheet] + (isMadeUp ? [ReportStyle.madeUpPages] : [])
        + (imprint.isPreview ? [ReportStyle.previewPages] : []))
  }

  // MARK: - Sections

  /// A table under its title, with what has to be known to read it.
  ///
  /// - Parameters:
  ///   - columns: the first is of words, the others are of numbers.
  ///   - chart: what shows some of its numbers at a glance, on a page that can show it.
  func section(
    _ title: String, note: String, columns: [String], rows: [[String]], chart: Page.Chart? = nil
  ) -> Page.Section {
    Page.Section(
      title,
      [.paragraph(Page.Paragraph([note]))] + (chart.map { [.chart($0)] } ?? [])
        + [.table(Page.Table(title, columns: columns, rows: rows))])
  }

  private var everyStatement: Page.Section {
    let tables = words.tables
    let numbers = [
      tables.people.title, tables.compared.title, tables.below.title, tables.interval,
      tables.meanLevel.title, words.levels(report.levelLabels.count),
    ]
    let rows = zip(report.competencies, report.overall).map { competency, said in
      let texts = [
        competency.title, words.common.number(said.answered), words.common.number(said.compared),
        words.figure(said.figures.below), said.interval.map(words.interval) ?? Absence.withheldMark,
        words.figure(said.figures.mean),
      ]
      let levels = Page.Phrase(cell: said.levels.map(words.levels) ?? Absence.withheldMark)
      let bar = said.levels.map { Page.Phrase.Piece.parts($0.map { Double($0) / 100 }) }
      return Page.Table.Row(
        texts.map { Page.Phrase(cell: $0) } + [
          Page.Phrase(levels.pieces + (bar.map { [$0] } ?? []))
        ])
    }
    return Page.Section(
      words.everyStatement,
      [.paragraph(Page.Paragraph([words.everyStatementNote(report.levelLabels)]))]
        + (largestChart.map { [.chart($0)] } ?? [])
        + [
          .table(
            Page.Table(
              words.everyStatement,
              [.words(tables.statement.title)] + numbers.map { .numbers($0) }, rows))
        ])
  }

  private var everyArea: Page.Section {
    section(
      words.areas, note: ([words.areasNote(isCore)] + coreForm).joined(separator: " "),
      columns: [words.tables.area.title, words.tables.below.title],
      rows: zip(report.areas, report.areaShares[PublishedReport.everybody] ?? []).map {
        [words.area($0.title, id: $0.id), words.share($1)]
      }, chart: areasChart)
  }

  private func margin(_ dimension: PublishedReport.Dimension) -> Page.Section {
    section(
      words.by(dimension.id), note: words.byNote(dimension.title, isCore),
      columns: [
        words.tables.groupHeading, words.tables.people.title, words.tables.margin.title,
      ] + report.areas.map(\.id),
      rows: dimension.categories.map { category in
        let key = GroupKey([dimension.id: category])
        return [
          dimension.labels[category] ?? category, people(key),
          report.margin(of: key).map(words.margin) ?? "",
        ]
          + (report.shares(of: key)?.map(words.share) ?? report.areas.map { _ in "" })
      }, chart: map(dimension))
  }

  /// The states as tiles; `nil` where the categories are no states.
  private func map(_ dimension: PublishedReport.Dimension) -> Page.Chart? {
    StateMap(
      dimension.categories.compactMap { category in
        let key = GroupKey([dimension.id: category])
        return report.areaMean(of: key).map { StateMap.Place(id: category, below: $0) }
      }, words: words.map
    )?.chart(by: dimension.id)
  }

  private func cross(_ ids: [String]) -> Page.Section? {
    guard let rows = report.dimensions.first(where: { $0.id == ids[0] }),
      let columns = report.dimensions.first(where: { $0.id == ids[1] })
    else { return nil }
    // The dimension with more categories goes down the page.
    let (down, across) =
      rows.categories.count >= columns.categories.count ? (rows, columns) : (columns, rows)
    return section(
      words.by(down.id, and: across.id), note: words.byTwoNote,
      columns: [words.tables.groupHeading] + across.categories.map { across.labels[$0] ?? $0 },
      rows: down.categories.map { category in
        [down.labels[category] ?? category]
          + across.categories.map { people(GroupKey([down.id: category, across.id: $0])) }
      })
  }

  /// Who was invited and how many answered; `nil` where nobody knows.
  private var whoWasInvited: Page.Section? {
    guard !report.invited.isEmpty else { return nil }
    return section(
      words.whoWasInvited, note: words.whoWasInvitedNote,
      columns: [
        words.tables.groupHeading, words.invited, words.answeredHeading, words.rate,
      ],
      rows: report.invited.map { row in
        [
          name(row.key), words.common.number(row.invited), words.common.number(row.answered),
          row.percent.map(words.percent)
            ?? (row.answered == nil ? Absence.withheldMark : words.moreThanInvited),
        ]
      })
  }

  /// A group by its label.
  private func name(_ key: GroupKey) -> String {
    guard let (id, category) = key.categories.first else { return words.everybody }
    return report.dimensions.first { $0.id == id }?.labels[category] ?? category
  }

  /// How many people are in a group, and that they are few; a cell that the release leaves out is in an
  /// empty category.
  private func people(_ key: GroupKey) -> String {
    guard report.release.speaks(of: key) else { return "0" }
    guard let people = report.release.people(key) else { return Absence.withheldMark }
    return report.release.isSmall(people) ? words.few(people) : "\(people)"
  }
}

/// The drawings, from the published figures alone: no place says more than the words.
extension PublishedPage {
  /// The statements with the largest published shares below usual; `nil` where there are none.
  var largestChart: Page.Chart? {
    chart(
      "largest", words.largest,
      report.largestGaps(10).map { gap in
        let place = report.competencies.firstIndex(of: gap.competency)
        return (gap.competency.title, gap.below, place.flatMap { report.overall[$0].interval })
      })
  }

  /// The mean share below usual in each area; `nil` where none is published.
  var areasChart: Page.Chart? {
    chart(
      "areas", words.areasFigure,
      zip(report.areas, report.areaShares[PublishedReport.everybody] ?? []).map {
        (words.area($0.title, id: $0.id) + words.part($1), $1.below, nil)
      })
  }

  /// Dots on one scale.
  private func chart(
    _ id: String, _ title: String,
    _ rows: [(name: String, below: PublishedFigure, interval: ClosedRange<Int>?)]
  ) -> Page.Chart? {
    let drawn = rows.compactMap { row in
      row.below.share.map { share in
        SVG.Interval(
          label: words.dot(row.name, row.below), share: share,
          interval: row.interval.map {
            Double($0.lowerBound) / 100...Double($0.upperBound) / 100
          })
      }
    }
    guard !drawn.isEmpty else { return nil }
    return Page.Chart(
      SVG.intervals(
        drawn, id: "\(id)-dots", title: title,
        description: words.description(drawn.map(\.label))),
      caption: words.caption(title, hasIntervals: drawn.contains { $0.interval != nil }))
  }
}

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
        + [
          .init("n", words.tables.peopleOfGroup, .integer),
          .init("margin", words.tables.margin, .integer),
        ]
        + report.areas.map {
          .init(
            "below_\($0.id)", words.tables.meanBelow(words.area($0.title, id: $0.id)), .number)
        })
    for group in report.release.groups {
      let shares = report.shares(of: group.key)
      table.append(
        report.campaign.labels
          + report.dimensions.map { dimension in
            .text(
              group.key.categories[dimension.id].map { dimension.labels[$0] ?? $0 }
                ?? Grouping.everybody)
          }
          + [
            group.people.map(CSV.Cell.integer) ?? .text(Absence.withheldMark),
            report.margin(of: group.key).map(CSV.Cell.integer) ?? .empty,
          ]
          + (shares?.map(cell) ?? report.areas.map { _ in .empty }))
    }
    return table
  }

  /// What stands in every row of a preview; empty elsewhere.
  private var preview: String { imprint.isPreview ? words.tables.notPublished : "" }

  /// The share of an area in a table for people: in words where it is bounded, or the mean of some
  /// of its statements.
  private func cell(_ share: PublishedReport.AreaShare) -> CSV.Cell {
    words.note(share.below).isEmpty && !share.isPart
      ? share.below.cell : .text(words.share(share))
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
      for figure in figures where figure.value != .notAsked {
        append(figure.name, figure.value.cell, note: self.words.note(figure.value))
      }
    }
    return table
  }
}
