import Waymark
import WaymarkBasics

extension ReportHTML {
  /// What changed since an earlier campaign: the largest changes as a figure, then the tables.
  static func change(_ report: GapReport) -> Section? {
    guard let comparison = report.supplement.comparison else { return nil }
    return Section(
      id: "change", title: "What changed",
      content: (figure(comparison, in: report).map { [$0] } ?? [])
        + report.comparisonTables.flatMap(reading))
  }

  /// The ten statements whose share below usual changed most, largest first, ties by id.
  private static func figure(_ comparison: Comparison, in report: GapReport) -> HTML? {
    let changed = comparison.rows.compactMap { row in
      row.figures.value?.share.map { (row: row, share: $0) }
    }.sorted { left, right in
      let (first, second) = (size(of: left.share), size(of: right.share))
      return first == second ? left.row.id < right.row.id : first > second
    }.prefix(10)
    guard !changed.isEmpty else { return nil }
    let rows = changed.map { row, share in
      SVG.Dumbbell(
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
          "Ring: share below usual in \(comparison.earlier.title). Dot: in \(report.campaign.title). "
            + "The people are not the same."),
      ])
  }

  private static func size(of share: Comparison.Both<Comparison.Share>) -> Double {
    abs(share.later.value - share.earlier.value)
  }
}
