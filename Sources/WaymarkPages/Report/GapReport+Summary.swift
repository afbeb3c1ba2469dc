import Waymark
import WaymarkBasics

extension GapReport {
  /// The summary for a board, on one page.
  ///
  /// The finding, five numbers, the three largest gaps, what is withheld and a line on the method;
  /// nothing but the finding where nobody is spoken of.
  var summary: String {
    let finding = "**" + findingSentences.map(Markdown.escaped).joined(separator: " ") + "**\n"
    guard overall.respondents ?? 0 > 0 else { return finding }
    let gaps = largestGaps(3).enumerated().map { place, gap in
      "\(place + 1). \(Markdown.escaped(gap.competency.title)): "
        + "\(ReportWords.share(gap.below, of: "people compared")), 95 % interval "
        + "\(ReportWords.interval(.value(gap.below)))."
    }
    return [
      finding, numbers.map { "- " + $0 }.joined(separator: "\n") + "\n",
      gaps.isEmpty ? nil : "The largest gaps:\n\n" + gaps.joined(separator: "\n") + "\n",
      Self.marked(withheldSentence) + "\n",
      "People rated themselves against what is usual for their own role; the intervals cover "
        + "chance, not who chose to answer.\n",
    ].compactMap { $0 }.joined(separator: "\n")
  }

  /// A sentence of ours with the mark of what is withheld set apart.
  static func marked(_ sentence: String) -> String {
    Markdown.escaped(sentence)
      .replacing(Markdown.escaped(Absence.withheldMark), with: "`\(Absence.withheldMark)`")
  }

  /// The five numbers of the summary, a sentence each.
  private var numbers: [String] {
    let shown = overall.competencies.compactMap { row in row.figures?.below.value }
    let count = shown.reduce(0) { $0 + $1.count }
    let total = shown.reduce(0) { $0 + $1.total }
    let half = shown.count { $0.count * 2 > $0.total }
    let areas = overall.areas.compactMap { area in
      area.figures?.below.value.map { (title: area.title, below: $0) }
    }
    let worst = areas.enumerated().max { left, right in
      (left.element.below.share, right.offset) < (right.element.below.share, left.offset)
    }?.element
    return [
      ReportWords.answered(overall.respondents ?? 0)
        + (silenceSentence.map { " " + $0 } ?? " How many were invited is not known."),
      completion.map {
        "\(Decimal.percent(Double($0.given) / Double($0.asked))) of the answers asked for were given."
      } ?? "No answers were asked for.",
      total == 0
        ? "No rating could be compared with what is usual."
        : "\(Decimal.percent(Double(count) / Double(total))) of the ratings are below what is usual "
          + "(\(count) of \(total)).",
      worst.map {
        "The area furthest from usual is \(Markdown.escaped($0.title)): "
          + "\(ReportWords.share($0.below, of: "ratings"))."
      } ?? "No area could be compared with what is usual.",
      "In \(half) of \(shown.count) statements shown, more than half of those compared are below usual.",
    ]
  }
}
