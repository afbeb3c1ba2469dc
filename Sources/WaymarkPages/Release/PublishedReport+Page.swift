package import Waymark
import WaymarkBasics

extension PublishedReport {
  /// The release as one page that can be read, printed and kept; it runs no script.
  package var html: String { page.html }

  /// The release for people to read as plain text.
  package var markdown: String { page.markdown }

  private var page: Page {
    let groups: [Page.Section?] =
      dimensions.map { margin($0) } + release.tables.filter { $0.count == 2 }.map { cross($0) }
    return Page(
      title,
      header: [
        Page.Paragraph(["\(frameworkTitle)."], .soft), campaign.madeUpNotice,
        Page.Paragraph([finding], .lead), Page.Paragraph(marking: [withheld]),
      ],
      sections: [everyStatement, everyArea] + groups + [
        Page.Section("Method and limits", lines: method)
      ],
      footer: (campaign.isMadeUp ? [GapReport.madeUpNotice] : []) + ["Made with Waymark."],
      styles: [ReportStyle.sheet] + (campaign.isMadeUp ? [ReportStyle.madeUpPages] : []))
  }

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
    section(
      "Every statement",
      note: "People who rated it, the share below what is usual for their own role with its 95 % "
        + "interval, the mean level, and the share of each level.",
      columns: ["Statement", "People", "Below usual", "95 % interval", "Mean level"]
        + levelLabels.enumerated().map { "\($0 + 1) \($1)" },
      rows: zip(competencies, overall).map { competency, said in
        [
          competency.title, said.answered.map(String.init) ?? Absence.withheldMark,
          said.figures.below.words,
          said.interval.map { "\($0.lowerBound) to \($0.upperBound) %" } ?? Absence.withheldMark,
          said.figures.mean.words,
        ]
          + (said.levels?.map { "\($0) %" }
            ?? levelLabels.map { _ in Absence.withheldMark })
      }, figure: largestFigure)
  }

  private var everyArea: Page.Section {
    section(
      "Areas", note: "The mean of the shares below usual of the area's statements.",
      columns: ["Area", "Below usual"],
      rows: zip(areas, areaShares[Self.everybody] ?? []).map {
        ["\($0.id) \($0.title)", $1.words]
      }, figure: areasFigure)
  }

  private func margin(_ dimension: Dimension) -> Page.Section {
    section(
      "By \(dimension.id)",
      note: dimension.title + (dimension.title.hasSuffix("?") ? " " : ". ")
        + "The mean of the shares below usual of each area's statements.",
      columns: ["Group", "People"] + areas.map(\.id),
      rows: dimension.categories.map { category in
        let key = GroupKey([dimension.id: category])
        return [dimension.labels[category] ?? category, people(key)]
          + areas.indices.map { area in
            areaShares[key].map { $0[area].words } ?? Absence.withheldMark
          }
      })
  }

  private func cross(_ ids: [String]) -> Page.Section? {
    guard let rows = dimensions.first(where: { $0.id == ids[0] }),
      let columns = dimensions.first(where: { $0.id == ids[1] })
    else { return nil }
    // The dimension with more categories goes down the page.
    let (down, across) =
      rows.categories.count >= columns.categories.count ? (rows, columns) : (columns, rows)
    return section(
      "By \(down.id) and \(across.id)",
      note: "How many people are in each group. The shares of each are in data/groups.csv.",
      columns: ["Group"] + across.categories.map { across.labels[$0] ?? $0 },
      rows: down.categories.map { category in
        [down.labels[category] ?? category]
          + across.categories.map { people(GroupKey([down.id: category, across.id: $0])) }
      })
  }

  /// How many people are in a group; a cell that the release leaves out is in an empty category.
  private func people(_ key: GroupKey) -> String {
    guard release.speaks(of: key) else { return "0" }
    return release.people(key).map(String.init) ?? Absence.withheldMark
  }
}

extension PublishedReport {
  /// The statements with the largest published shares below usual; `nil` where there are none.
  var largestFigure: HTML? {
    let gaps = largestGaps(10)
    return figure(
      "largest", "The largest shares below usual",
      gaps.map { gap in
        let place = competencies.firstIndex(of: gap.competency)
        return (gap.competency.title, gap.below, place.flatMap { overall[$0].interval })
      })
  }

  /// The mean share below usual in each area; `nil` where none is published.
  var areasFigure: HTML? {
    figure(
      "areas", "Mean share below usual of each area's statements",
      zip(areas, areaShares[Self.everybody] ?? []).map { ("\($0.id) \($0.title)", $1, nil) })
  }

  /// Dots on one scale, from the published figures alone: no place says more than the words.
  private func figure(
    _ id: String, _ title: String,
    _ rows: [(name: String, below: PublishedFigure, interval: ClosedRange<Int>?)]
  ) -> HTML? {
    let drawn = rows.compactMap { row in
      row.below.share.map { share in
        SVG.Interval(
          label: "\(row.name): \(row.below.words)", share: share,
          interval: row.interval.map {
            Double($0.lowerBound) / 100...Double($0.upperBound) / 100
          })
      }
    }
    guard !drawn.isEmpty else { return nil }
    let line =
      drawn.contains { $0.interval != nil }
      ? " Line: its 95 % interval, which covers chance, not who chose to answer." : ""
    return HTML(
      .figure, [],
      [
        SVG.intervals(
          drawn, id: "\(id)-dots", title: title,
          description: drawn.map { "\($0.label)." }.joined(separator: " ")),
        HTML(.figcaption, [], "\(title). Dot: the share.\(line) The table has the same numbers."),
      ])
  }
}

extension PublishedFigure {
  /// The share as it is published, 0 to 1; `nil` for what is none.
  fileprivate var share: Double? {
    switch self {
    case .percent(let percent), .atMost(let percent), .atLeast(let percent):
      Double(percent) / 100
    case .withheld, .mean: nil
    }
  }
}
