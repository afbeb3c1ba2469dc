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
  let imprint: Imprint
  let words: PublishedWords

  package init(_ report: PublishedReport, imprint: Imprint, words: PublishedWords) {
    self.report = report
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

  var title: String { words.common.gapReport(report.campaign.title) }

  /// The first thing to say, in sentences.
  var finding: String {
    let gaps = report.mostBelow.map { (statement: $0.competency.title, below: $0.below) }
    return words.answered(report.respondents) + " "
      + (gaps.isEmpty
        ? report.isAnyCompared
          ? words.nobodyBelow
          : words.common.nothingCompared(hasUsualLevels: report.hasUsualLevels)
        : words.mostBelow(gaps))
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
      fewest: minimum, detailed: FigurePolicy(people: minimum).detailed)
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
        Page.Paragraph(marking: [withheld]),
      ],
      sections: [everyStatement, everyArea] + groups + [
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
  ///   - figure: what shows some of its numbers at a glance, on a page that can show it.
  private func section(
    _ title: String, note: String, columns: [String], rows: [[String]], figure: HTML? = nil
  ) -> Page.Section {
    Page.Section(
      title,
      [.paragraph(Page.Paragraph([note]))] + (figure.map { [.figure($0)] } ?? [])
        + [.table(Page.Table(title, columns: columns, rows: rows))])
  }

  private var everyStatement: Page.Section {
    let tables = words.tables
    let levels = report.levelLabels.enumerated().map { tables.level($0 + 1, $1).title }
    return section(
      words.everyStatement, note: words.everyStatementNote,
      columns: [
        tables.statement.title, tables.people.title, tables.compared.title, tables.below.title,
        tables.interval, tables.meanLevel.title,
      ] + levels,
      rows: zip(report.competencies, report.overall).map { competency, said in
        [
          competency.title, words.common.number(said.answered), words.common.number(said.compared),
          words.figure(said.figures.below),
          said.interval.map(words.interval) ?? Absence.withheldMark,
          words.figure(said.figures.mean),
        ] + (said.levels?.map(words.percent) ?? levels.map { _ in Absence.withheldMark })
      }, figure: largestFigure)
  }

  private var everyArea: Page.Section {
    section(
      words.areas, note: ([words.areasNote(isCore)] + coreForm).joined(separator: " "),
      columns: [words.tables.area.title, words.tables.below.title],
      rows: zip(report.areas, report.areaShares[PublishedReport.everybody] ?? []).map {
        [words.area($0.title, id: $0.id), words.figure($1)]
      }, figure: areasFigure)
  }

  private func margin(_ dimension: PublishedReport.Dimension) -> Page.Section {
    section(
      words.by(dimension.id), note: words.byNote(dimension.title, isCore),
      columns: [words.tables.groupHeading, words.tables.people.title] + report.areas.map(\.id),
      rows: dimension.categories.map { category in
        let key = GroupKey([dimension.id: category])
        return [dimension.labels[category] ?? category, people(key)]
          + report.areas.indices.map { area in
            report.areaShares[key].map { words.figure($0[area]) } ?? Absence.withheldMark
          }
      })
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
          name(row.key), "\(row.invited)", words.common.number(row.answered),
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
  var largestFigure: HTML? {
    figure(
      "largest", words.largest,
      report.largestGaps(10).map { gap in
        let place = report.competencies.firstIndex(of: gap.competency)
        return (gap.competency.title, gap.below, place.flatMap { report.overall[$0].interval })
      })
  }

  /// The mean share below usual in each area; `nil` where none is published.
  var areasFigure: HTML? {
    figure(
      "areas", words.areasFigure,
      zip(report.areas, report.areaShares[PublishedReport.everybody] ?? []).map {
        (words.area($0.title, id: $0.id), $1, nil)
      })
  }

  /// Dots on one scale.
  private func figure(
    _ id: String, _ title: String,
    _ rows: [(name: String, below: PublishedFigure, interval: ClosedRange<Int>?)]
  ) -> HTML? {
    let drawn = rows.compactMap { row in
      share(row.below).map { share in
        SVG.Interval(
          label: words.dot(row.name, row.below), share: share,
          interval: row.interval.map {
            Double($0.lowerBound) / 100...Double($0.upperBound) / 100
          })
      }
    }
    guard !drawn.isEmpty else { return nil }
    return HTML(
      .figure, [],
      [
        SVG.intervals(
          drawn, id: "\(id)-dots", title: title,
          description: words.description(drawn.map(\.label))),
        HTML(
          .figcaption, [],
          words.caption(title, hasIntervals: drawn.contains { $0.interval != nil })),
      ])
  }

  /// The share as it is published, 0 to 1; `nil` for what is none.
  private func share(_ figure: PublishedFigure) -> Double? {
    switch figure {
    case .percent(let percent), .atMost(let percent), .atLeast(let percent):
      Double(percent) / 100
    case .withheld, .mean: nil
    }
  }
}
