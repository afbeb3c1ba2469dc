import Waymark
import WaymarkBasics

/// The sections of the page for a browser that draw what its tables say.
extension ReportPage {
  /// What is furthest from usual, and what to work on first.
  var figures: [Page.Section?] { isAnybodySpokenOf ? [largest, areas, whatToWorkOn] : [] }

  /// The groups side by side, in a browser and in a document.
  var groups: [Page.Section?] { [isAnybodySpokenOf ? groupsInBrowser : nil, glances] }

  private var isAnybodySpokenOf: Bool { (overall.respondents ?? 0) > 0 }

  /// The statements with the largest shares below usual.
  private var largest: Page.Section? {
    let gaps = report.largestGaps(10)
    guard !gaps.isEmpty else { return nil }
    return Page.Section(
      words.charts.largestHeading, id: "largest", for: .browser,
      [.paragraph(Page.Paragraph(words.charts.largest(gaps.count, order: sentences.chance)))]
        + bars(
          gaps.map { (name: $0.competency.title, below: .value($0.below)) }, id: "largest-bars",
          title: words.charts.largestTitle,
          caption: words.charts.barsCaption(few: report.fewComeLast)))
  }

  /// Every statement, area by area.
  var everyStatement: Page.Section? {
    guard overall.areas.contains(where: { $0.figures != nil }), isAnybodySpokenOf
    else { return nil }
    return Page.Section(
      words.charts.everyStatement, id: "statements", for: .browser,
      overall.areas.enumerated().flatMap { place, area in
        let rows = overall.competencies.filter { $0.area == area.id }
        let name = words.figures.area(area.id, area.title)
        return [.heading(name)]
          + bars(
            rows.map { (name: $0.title, below: $0.below) }, id: "area-\(place + 1)-bars",
            title: name, caption: words.charts.barsCaption(few: nil))
      })
  }

  /// Bars split at what is usual with their table, and a key.
  private func bars(
    _ rows: [(name: String, below: Figure<GapReport.Below>)], id: String, title: String,
    caption: String
  ) -> [Page.Block] {
    let (charts, headings, figures) = (words.charts, words.headings, words.figures)
    let drawn = rows.compactMap { row in
      row.below.value.map { (label: charts.bar(row.name, $0), below: $0) }
    }
    let parts = parts
    let table = Page.Table(
      charts.sameInNumbers(title),
      columns: [headings.statement, headings.compared, headings.below, headings.interval]
        + parts.map(\.name),
      rows: rows.map { row in
        [
          row.name, row.below.value.map { "\($0.total)" } ?? figures.share(row.below),
          figures.share(row.below), figures.interval(row.below),
        ]
          + parts.map { part in figures.figure(row.below) { figures.part(part.count($0), of: $0) } }
      })
    guard !drawn.isEmpty else { return [.table(table)] }
    let drawing = SVG.splitBars(
      drawn.map { row in
        let total = Double(row.below.total)
        let counts = parts.map { part in
          Int((1000 * Double(part.count(row.below)) / total).rounded(.toNearestOrAwayFromZero))
        }
        return SVG.SplitBar(
          label: row.label, left: (far: counts[0], near: counts[1]),
          right: (near: counts[2], far: counts[3]))
      }, of: 1000, id: id, title: title, description: charts.bars(drawn.map(\.label)))
    let key = parts.map { Page.Chart.Key($0.name, $0.kind) }
    return [
      .chart(Page.Chart(drawing, key: key, caption: caption)),
      .table(table),
    ]
  }

  private typealias Part = (name: String, kind: [String], count: (GapReport.Below) -> Int)

  /// The parts of a bar from left to right.
  private var parts: [Part] {
    [
      (words.charts.furtherBelow, ["far", "left"], { $0.further }),
      (words.charts.oneBelow, ["left"], { $0.oneBelow }),
      (words.charts.asUsual, ["right"], { $0.asUsual }),
      (words.charts.aboveUsual, ["far", "right"], { $0.above }),
    ]
  }

  /// The areas with their intervals.
  private var areas: Page.Section? {
    let (charts, headings, figures) = (words.charts, words.headings, words.figures)
    let rows = overall.areas.map { area in
      (name: figures.area(area.id, area.title), people: area.figures?.people, below: area.below)
    }
    let drawn = rows.compactMap { row in row.below.value.map { (name: row.name, below: $0) } }
    guard !drawn.isEmpty else { return nil }
    let drawing = SVG.intervals(
      drawn.map { row in
        SVG.Interval(
          label: charts.area(row.name, row.below), share: row.below.share,
          interval: row.below.interval)
      }, id: "areas-dots", title: charts.areasTitle,
      description: figures.joined(drawn.map { charts.areaWithInterval($0.name, $0.below) }))
    return Page.Section(
      charts.areasHeading, id: "areas", for: .browser,
      [
        .chart(Page.Chart(drawing, caption: charts.areasCaption)),
        .table(
          Page.Table(
            charts.sameInNumbers(charts.areas),
            columns: [
              headings.area, headings.people, headings.ratingsCompared, headings.below,
              headings.interval,
            ],
            rows: rows.map { row in
              [
                row.name, words.common.number(row.people),
                figures.figure(row.below) { "\($0.total)" }, figures.share(row.below),
                figures.interval(row.below),
              ]
            })),
      ])
  }
}

extension ReportPage {
  /// What is part of most people's work and most often below usual.
  private var whatToWorkOn: Page.Section? {
    guard let work = report.workFirst else { return nil }
    let (charts, headings) = (words.charts, words.headings)
    let (rows, first) = (work.all, work.first)
    let labels = Dictionary(
      uniqueKeysWithValues: first.enumerated().map { ($1.row.id, "\($0 + 1)") })
    let least = rows.map(\.relevance).min() ?? 0
    let most = rows.map(\.below.share).max() ?? 1
    let left = (least * 10).rounded(.down) / 10
    let top = max(0.1, (most * 10).rounded(.up) / 10)
    func across(_ relevance: Double) -> Double { left < 1 ? (relevance - left) / (1 - left) : 1 }
    let drawing = SVG.points(
      rows.map { row in
        SVG.Point(
          label: labels[row.row.id], x: across(row.relevance), y: row.below.share / top)
      }, across: (x: across(work.meanRelevance), y: work.meanBelow / top),
      axes: (x: left...max(left, 1), y: 0...top), id: "priority-plot", title: charts.workTitle,
      description: words.figures.joined(
        first.enumerated().map { place, row in
          charts.point(place + 1, row.row.title, relevance: row.relevance, row.below)
        }))
    return Page.Section(
      charts.workHeading, id: "priorities", for: .browser,
      [
        .paragraph(Page.Paragraph(charts.work)),
        .chart(
          Page.Chart(
            drawing, above: charts.up,
            caption: charts.right(numbered: first.count, of: work.inBoth))),
        .table(
          Page.Table(
            charts.sameInNumbers(charts.workHeading),
            columns: [headings.statement, headings.partOfWork, headings.below],
            rows: first.enumerated().map { place, row in
              [
                charts.numbered(place + 1, row.row.title), Decimal.percent(row.relevance),
                words.figures.share(row.below),
              ]
            })),
      ])
  }
}

extension ReportPage {
  /// The groups beside one another, area by area.
  fileprivate var groupsInBrowser: Page.Section? {
    guard !report.breakdowns.isEmpty else { return nil }
    let names = overall.areas.map { words.figures.area($0.id, $0.title) }
    return Page.Section(
      words.charts.groupsHeading, id: "groups", for: .browser,
      [.paragraph(Page.Paragraph(marking: words.charts.groups))]
        + report.breakdowns.flatMap { [.table(heatMap($0))] + (map($0).map { [.chart($0)] } ?? []) }
        + [.paragraph(Page.Paragraph([words.charts.areas(names)], .soft))]
        + report.breakdowns.flatMap(spread))
  }

  /// The share of each group in each area; of at most eight areas it is drawn as well.
  private func heatMap(_ breakdown: GapReport.Breakdown) -> Page.Table {
    let isDrawn = overall.areas.count <= 8
    return Page.Table(
      words.charts.shareBy(breakdown.title),
      [.words(words.headings.group)] + overall.areas.map { .numbers($0.id.description) },
      breakdown.groups.map { group in
        Page.Table.Row(
          [Page.Phrase(group.label)]
            + group.tables.areas.map { area in
              let share = Page.Phrase(cell: words.figures.share(area.below))
              guard isDrawn, let below = area.below.value else { return share }
              return Page.Phrase(share.pieces + [.bar(below.share)])
            })
      })
  }
}

extension ReportPage {
  /// The states as tiles; `nil` where the groups are no states.
  private func map(_ breakdown: GapReport.Breakdown) -> Page.Chart? {
    StateMap(
      breakdown.groups.map { group in
        StateMap.Place(id: group.id, below: group.tables.areaMean)
      }, words: words.map
    )?.chart(by: breakdown.id)
  }

  /// How the ratings of each group are spread over the levels.
  private func spread(_ breakdown: GapReport.Breakdown) -> [Page.Block] {
    let levels = report.levelLabels.enumerated().map { words.data.level($0 + 1, $1) }
    let rows = breakdown.groups.map { group in
      (name: group.label, shares: group.tables.levelShares)
    }
    let drawn = rows.compactMap { row in row.shares.map { (label: row.name, data: $0) } }
    guard !drawn.isEmpty else { return [] }
    let title = words.charts.levels(by: breakdown.id)
    let table = Page.Block.table(
      Page.Table(
        words.charts.sameInNumbers(title), columns: [words.headings.group] + levels,
        rows: rows.map { row in
          [row.name]
            + (row.shares?.map { Decimal.percent($0) }
              ?? levels.map { _ in Absence.withheldMark })
        }))
    guard drawn.count <= Self.most else { return [table] }
    let drawing = SVG.parted(
      drawn, id: "levels-by-\(breakdown.id)", title: title,
      description: words.charts.bars(
        drawn.map { words.charts.levels(of: $0.label, levels, $0.data) }))
    return [
      .chart(
        Page.Chart(
          drawing,
          key: levels.enumerated().map { place, name in
            Page.Chart.Key(name, [SVG.shade(place, of: levels.count)])
          }, caption: words.charts.levelsCaption)), table,
    ]
  }

  /// How many groups are drawn side by side.
  private static let most = 16
}

extension ReportPage {
  /// The ten statements whose share below usual changed most, largest first, ties by id.
  var changeChart: Page.Chart? {
    guard let comparison = report.supplement.comparison else { return nil }
    let changed = report.largestChanges(10)
    guard !changed.isEmpty else { return nil }
    let rows = changed.map { changed in
      let (earlier, later) = (changed.share.earlier.value, changed.share.later.value)
      return SVG.Dumbbell(
        label: words.charts.change(changed.row.title, from: earlier, to: later), before: earlier,
        after: later)
    }
    return Page.Chart(
      SVG.dumbbells(
        rows, id: "change-dots", title: words.charts.changesTitle,
        description: words.charts.bars(rows.map(\.label))),
      caption: words.charts.changesCaption(
        from: comparison.earlier.title, to: report.campaign.title))
  }
}
