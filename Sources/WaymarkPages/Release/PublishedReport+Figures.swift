import Waymark
import WaymarkBasics

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
