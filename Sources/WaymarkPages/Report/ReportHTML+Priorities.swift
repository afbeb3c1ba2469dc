import Waymark
import WaymarkBasics

extension ReportHTML {
  /// What is part of most people's work and most often below usual.
  static func priorities(_ report: GapReport) -> Section? {
    let rows = report.priorities
    guard rows.count > 1 else { return nil }
    let middle = (
      relevance: rows.reduce(0) { $0 + $1.relevance } / Double(rows.count),
      below: rows.reduce(0) { $0 + $1.below.share } / Double(rows.count)
    )
    let first = rows.filter { $0.relevance >= middle.relevance && $0.below.share >= middle.below }
      .prefix(10)
    guard !first.isEmpty else { return nil }
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
          }, across: (x: across(middle.relevance), y: middle.below / top), id: "priority-plot",
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
    return Section(
      id: "priorities", title: "What to work on first",
      content: [
        HTML(
          .p, [],
          "These statements are part of more people's work than most are, and more people are below "
            + "usual. How important people find a statement is not counted here; in its place stands "
            + "how many of those who can tell have it as part of their work."),
        figure,
        table(
          "What to work on first: the same in numbers", ["Statement", "Part of the work", "Below"],
          first.enumerated().map { place, row in
            [
              "\(place + 1). \(row.row.title)", Decimal.percent(row.relevance),
              ReportWords.share(row.below),
            ]
          }),
      ])
  }
}

extension GapReport {
  /// The statements that have both a share below usual and a relevance: the largest share first,
  /// then the most relevant, then by id.
  var priorities: [(row: CompetencyRow, relevance: Double, below: Below)] {
    overall.competencies.compactMap { row in
      guard let below = row.figures?.below.value, let relevance = row.figures?.relevance.value
      else { return nil }
      return (row: row, relevance: relevance, below: below)
    }
    .sorted { left, right in
      (right.below.share, right.relevance, left.row.id)
        < (left.below.share, left.relevance, right.row.id)
    }
  }
}
