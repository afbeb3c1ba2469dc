import Waymark
import WaymarkBasics

/// The sections of the page for a browser that draw what its tables say.
extension GapReport {
  /// What is furthest from usual, what to work on first, and the groups side by side.
  var figures: [Page.Section?] {
    guard (overall.respondents ?? 0) > 0 else { return [] }
    return [largest, areas, whatToWorkOn, groups]
  }

  /// The statements with the largest shares below usual.
  private var largest: Page.Section? {
    let gaps = largestGaps(10)
    guard !gaps.isEmpty else { return nil }
    let name = gaps.count == 1 ? "statement" : "\(gaps.count) statements"
    return Page.Section(
      "Where people are furthest from usual", id: "largest", for: .browser,
      [
        .paragraph(
          Page.Paragraph([
            "The \(name) that the largest share of people rate below what is usual for their own "
              + "role.", "Left of the line is below, right of it at or above.",
          ]))
      ]
        + bars(
          gaps.map { (name: $0.competency.title, below: .value($0.below)) }, id: "largest-bars",
          title: "The largest shares below usual"))
  }

  /// Every statement, area by area.
  var everyStatement: Page.Section? {
    guard overall.areas.contains(where: { $0.figures != nil }), (overall.respondents ?? 0) > 0
    else { return nil }
    return Page.Section(
      "Every statement", id: "statements", for: .browser,
      overall.areas.enumerated().flatMap { place, area in
        let rows = overall.competencies.filter { $0.area == area.id }
        return [.heading("\(area.id) \(area.title)")]
          + bars(
            rows.map { (name: $0.title, below: $0.figures?.below ?? .none(.withheld)) },
            id: "area-\(place + 1)-bars", title: "\(area.id) \(area.title)")
      })
  }

  /// Bars split at what is usual with their table, and a key.
  private func bars(
    _ rows: [(name: String, below: Figure<Below>)], id: String, title: String
  ) -> [Page.Block] {
    let drawn = rows.compactMap { row in row.below.value.map { (name: row.name, below: $0) } }
    let parts = Self.parts
    let table = Page.Table(
      "\(title): the same in numbers",
      columns: ["Statement", "Compared", "Below", "95 % interval"] + parts.map(\.name),
      rows: rows.map { row in
        [row.name, row.below.value.map { "\($0.total)" } ?? ReportWords.share(row.below)]
          + [ReportWords.share(row.below), ReportWords.interval(row.below)]
          + parts.map { part in
            row.below.value.map { ReportWords.part(part.count($0), of: $0) }
              ?? ReportWords.share(row.below)
          }
      })
    guard !drawn.isEmpty else { return [.table(table)] }
    let figure = HTML(
      .figure, [],
      [
        SVG.splitBars(
          drawn.map { row in
            let total = Double(row.below.total)
            let counts = Self.parts.map { part in
              Int((1000 * Double(part.count(row.below)) / total).rounded(.toNearestOrAwayFromZero))
            }
            return SVG.SplitBar(
              label: "\(row.name): \(ReportWords.share(row.below)) below",
              left: (far: counts[0], near: counts[1]), right: (near: counts[2], far: counts[3]))
          }, id: id, title: title,
          description: drawn.map { "\($0.name): \(ReportWords.share($0.below)) below." }
            .joined(separator: " ")),
        HTML(
          .ul, [.class("key")],
          parts.map { part in
            HTML(
              .li, [],
              [
                HTML(.span, [.class("swatch \(part.kind)"), .decorative], ""),
                HTML(text: part.name),
              ])
          }),
      ])
    return [.figure(figure), .table(table)]
  }

  private typealias Part = (name: String, kind: String, count: (Below) -> Int)

  /// The parts of a bar from left to right.
  private static var parts: [Part] {
    [
      ("2 or more levels below", "far left", { $0.further }),
      ("1 level below", "left", { $0.oneBelow }), ("As usual", "right", { $0.asUsual }),
      ("Above usual", "far right", { $0.above }),
    ]
  }

  /// The areas with their intervals.
  private var areas: Page.Section? {
    let rows = overall.areas.map { area in
      (name: "\(area.id) \(area.title)", figures: area.figures)
    }
    let drawn = rows.compactMap { row in
      row.figures?.below.value.map { (name: row.name, below: $0) }
    }
    guard !drawn.isEmpty else { return nil }
    let figure = HTML(
      .figure, [],
      [
        SVG.intervals(
          drawn.map { row in
            SVG.Interval(
              label: "\(row.name): \(ReportWords.share(row.below))", share: row.below.share,
              interval: row.below.interval)
          }, id: "areas-dots", title: "Share of ratings below usual in each area",
          description: drawn.map { row in
            "\(row.name): \(ReportWords.share(row.below)), "
              + "95 % interval \(ReportWords.interval(.value(row.below)))."
          }.joined(separator: " ")),
        HTML(
          .figcaption, [],
          "Dot: share of ratings below usual. Line: its 95 % interval, which covers chance, not "
            + "who chose to answer."),
      ])
    return Page.Section(
      "The areas side by side", id: "areas", for: .browser,
      [
        .figure(figure),
        .table(
          Page.Table(
            "Areas: the same in numbers", columns: ["Area", "People", "Below", "95 % interval"],
            rows: rows.map { row in
              [
                row.name, ReportWords.number(row.figures?.people), ReportWords.share(row.figures),
                ReportWords.interval(row.figures?.below ?? .none(.withheld)),
              ]
            })),
      ])
  }
}

extension GapReport {
  /// What is part of most people's work and most often below usual.
  private var whatToWorkOn: Page.Section? {
    guard let work = workFirst else { return nil }
    let (rows, first) = (work.all, work.first)
    let labels = Dictionary(
      uniqueKeysWithValues: first.enumerated().map { ($1.row.id, "\($0 + 1)") })
    let least = rows.map(\.relevance).min() ?? 0
    let most = rows.map(\.below.share).max() ?? 1
    let left = (least * 10).rounded(.down) / 10
    let top = max(0.1, (most * 10).rounded(.up) / 10)
    func across(_ relevance: Double) -> Double { left < 1 ? (relevance - left) / (1 - left) : 1 }
    let figure = HTML(
      .figure, [],
      [
        HTML(
          .p, [.class("soft axis-words")],
          "Up: more people below usual (0 to \(Decimal.percent(top)))"),
        SVG.points(
          rows.map { row in
            SVG.Point(
              label: labels[row.row.id], x: across(row.relevance), y: row.below.share / top)
          }, across: (x: across(work.meanRelevance), y: work.meanBelow / top), id: "priority-plot",
          title: "Part of the work and below usual",
          description: first.enumerated().map { place, row in
            "\(place + 1), \(row.row.title): part of the work of "
              + "\(Decimal.percent(row.relevance)), \(ReportWords.share(row.below)) below."
          }.joined(separator: " ")),
        HTML(
          .figcaption, [],
          "To the right: part of more people's work (\(Decimal.percent(left)) to 100 %). "
            + "Numbered dots are those in the upper right, listed below; the lines are at the means."
        ),
      ])
    return Page.Section(
      "What to work on first", id: "priorities", for: .browser,
      [
        .paragraph(
          Page.Paragraph([
            "These statements are part of more people's work than most are, and more people are below "
              + "usual.",
            "How important people find a statement is not counted here; in its place stands how many "
              + "of those who can tell have it as part of their work.",
          ])), .figure(figure),
        .table(
          Page.Table(
            "What to work on first: the same in numbers",
            columns: ["Statement", "Part of the work", "Below"],
            rows: first.enumerated().map { place, row in
              [
                "\(place + 1). \(row.row.title)", Decimal.percent(row.relevance),
                ReportWords.share(row.below),
              ]
            })),
      ])
  }
}

extension GapReport {
  /// The groups beside one another, area by area.
  private var groups: Page.Section? {
    guard !breakdowns.isEmpty else { return nil }
    return Page.Section(
      "Group by group", id: "groups", for: .browser,
      [
        .paragraph(
          Page.Paragraph(marking: [
            "The share of ratings below usual in each area.",
            "The line under a number is as long as the share.",
            "\(Absence.withheldMark) is withheld: too few people.",
          ]))
      ] + breakdowns.map { .table(heatMap($0)) }
        + [
          .paragraph(
            Page.Paragraph(
              [
                "Areas: "
                  + overall.areas.map { "\($0.id) \($0.title)" }.joined(separator: "; ") + "."
              ], .soft))
        ])
  }

  /// The share of each group in each area; of at most eight areas it is drawn as well.
  private func heatMap(_ breakdown: Breakdown) -> Page.Table {
    let isDrawn = overall.areas.count <= 8
    return Page.Table(
      "Share below usual by \(breakdown.title.lowercased())",
      [.words("Group")] + overall.areas.map { .numbers($0.id.description) },
      breakdown.groups.map { group in
        Page.Table.Row(
          [Page.Phrase(group.label)]
            + group.tables.areas.map { area in
              let share = Page.Phrase(cell: ReportWords.share(area.figures))
              guard isDrawn, let below = area.figures?.below.value else { return share }
              return Page.Phrase(share.pieces + [.bar(below.share)])
            })
      })
  }
}

extension GapReport {
  /// The ten statements whose share below usual changed most, largest first, ties by id.
  var changeFigure: HTML? {
    guard let comparison = supplement.comparison else { return nil }
    let changed = largestChanges(10)
    guard !changed.isEmpty else { return nil }
    let rows = changed.map { changed in
      let (row, share) = (changed.row, changed.share)
      return SVG.Dumbbell(
        label: "\(row.title): \(Decimal.percent(share.earlier.value)), then "
          + Decimal.percent(share.later.value),
        before: share.earlier.value, after: share.later.value)
    }
    return HTML(
      .figure, [],
      [
        SVG.dumbbells(
          rows, id: "change-dots", title: "The largest changes of the share below usual",
          description: rows.map { $0.label + "." }.joined(separator: " ")),
        HTML(
          .figcaption, [],
          "Ring: share below usual in \(comparison.earlier.title). Dot: in \(campaign.title). "
            + "The people are not the same."),
      ])
  }
}
