import Waymark
import WaymarkBasics

extension ReportHTML {
  /// The statements with the largest shares below usual.
  static func largest(_ report: GapReport) -> Section? {
    let gaps = report.largestGaps(10)
    guard !gaps.isEmpty else { return nil }
    let name = gaps.count == 1 ? "statement" : "\(gaps.count) statements"
    return Section(
      id: "largest", title: "Where people are furthest from usual",
      content: [
        HTML(
          .p, [],
          "The \(name) that the largest share of people rate below what is usual for their own "
            + "role. Left of the line is below, right of it at or above.")
      ]
        + bars(
          gaps.map { (name: $0.competency.title, below: .value($0.below)) }, id: "largest-bars",
          title: "The largest shares below usual"))
  }

  /// Every statement, area by area.
  static func statements(_ report: GapReport) -> Section? {
    let areas = report.overall.areas
    guard areas.contains(where: { $0.figures != nil }) else { return nil }
    return Section(
      id: "statements", title: "Every statement",
      content: areas.enumerated().flatMap { place, area in
        let rows = report.overall.competencies.filter { $0.area == area.id }
        return [HTML(.h3, [], "\(area.id) \(area.title)")]
          + bars(
            rows.map { (name: $0.title, below: $0.figures?.below ?? .none(.withheld)) },
            id: "area-\(place + 1)-bars", title: "\(area.id) \(area.title)")
      })
  }

  /// Bars split at what is usual with their table, and a key.
  private static func bars(
    _ rows: [(name: String, below: Figure<GapReport.Below>)], id: String, title: String
  ) -> [HTML] {
    let drawn = rows.compactMap { row in row.below.value.map { (name: row.name, below: $0) } }
    let columns =
      ["Statement", "Compared", "Below", "95 % interval"] + parts.map(\.name)
    let table = self.table(
      "\(title): the same in numbers", columns,
      rows.map { row in
        [row.name, row.below.value.map { "\($0.total)" } ?? ReportWords.share(row.below)]
          + [ReportWords.share(row.below), ReportWords.interval(row.below)]
          + parts.map { part in
            row.below.value.map { ReportWords.part(part.count($0), of: $0) }
              ?? ReportWords.share(row.below)
          }
      })
    guard !drawn.isEmpty else { return [table] }
    let figure = HTML(
      .figure, [],
      [
        SVG.splitBars(
          drawn.map { row in
            let total = Double(row.below.total)
            let counts = parts.map { part in
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
    return [figure, table]
  }

  private typealias Part = (name: String, kind: String, count: (GapReport.Below) -> Int)

  /// The parts of a bar from left to right.
  private static var parts: [Part] {
    [
      ("2 or more levels below", "far left", { $0.further }),
      ("1 level below", "left", { $0.oneBelow }), ("As usual", "right", { $0.asUsual }),
      ("Above usual", "far right", { $0.above }),
    ]
  }

  /// The areas with their intervals.
  static func areas(_ report: GapReport) -> Section? {
    let rows = report.overall.areas.map { area in
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
    return Section(
      id: "areas", title: "The areas side by side",
      content: [
        figure,
        table(
          "Areas: the same in numbers", ["Area", "People", "Below", "95 % interval"],
          rows.map { row in
            [
              row.name, ReportWords.number(row.figures?.people), ReportWords.share(row.figures),
              ReportWords.interval(row.figures?.below ?? .none(.withheld)),
            ]
          }),
      ])
  }
}
