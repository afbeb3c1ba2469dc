extension ReportHTML {
  /// The groups beside one another, area by area.
  static func groups(_ report: GapReport) -> Section? {
    guard !report.breakdowns.isEmpty else { return nil }
    return Section(
      id: "groups", title: "Group by group",
      content: [
        HTML(
          .p, [],
          "The share of ratings below usual in each area. The line under a number is as long as "
            + "the share. \(Absence.withheldMark) is withheld: too few people.")
      ]
        + report.breakdowns.map { heatMap($0, areas: report.overall.areas) }
        + [
          HTML(
            .p, [.class("soft")],
            "Areas: "
              + report.overall.areas.map { "\($0.id) \($0.title)" }.joined(separator: "; ") + ".")
        ])
  }

  /// A table whose cells draw their share as a line under the number; at most eight areas are drawn.
  private static func heatMap(
    _ breakdown: GapReport.Breakdown, areas: [GapReport.AreaRow]
  ) -> HTML {
    let isDrawn = areas.count <= 8
    let caption = "Share below usual by \(breakdown.title.lowercased())"
    return HTML(
      .div, [.class("scroll"), .region, .name(caption), .focusable],
      [
        HTML(
          .table, [.class(isDrawn ? "figures heat" : "figures")],
          [
            HTML(.caption, [], caption),
            HTML(
              .thead, [],
              [
                HTML(
                  .tr, [],
                  [HTML(.th, [.columnHeader], "Group")]
                    + areas.map { HTML(.th, [.columnHeader, .class("number")], $0.id.description) })
              ]),
            HTML(
              .tbody, [],
              breakdown.groups.map { group in
                HTML(
                  .tr, [],
                  [HTML(.th, [.rowHeader], group.label)]
                    + group.tables.areas.map { cell($0.figures, isDrawn: isDrawn) })
              }),
          ])
      ])
  }

  private static func cell(_ figures: GapReport.Figures?, isDrawn: Bool) -> HTML {
    let text = HTML(text: ReportWords.share(figures))
    guard isDrawn, let below = figures?.below.value else {
      return HTML(.td, [.class("number")], [text])
    }
    return HTML(
      .td, [.class("number")],
      [
        text,
        HTML(
          .svg, [.decorative, .percent(.width, 100), .pixels(.height, 6)],
          [
            HTML(
              .rect,
              [
                .class("bar"), .percent(.x, 0), .pixels(.y, 0),
                .percent(.width, below.share * 100), .pixels(.height, 6),
              ])
          ]),
      ])
  }

  /// Who answered, and what is withheld.
  static func answered(_ report: GapReport) -> Section {
    let completion = report.completion.map { given, asked in
      "Of the answers asked for, \(Decimal.percent(Double(given) / Double(asked))) were given; the "
        + "rest were skipped."
    }
    let people =
      switch report.overall.respondents {
      case nil: "Fewer than \(report.minimumGroup.people) people answered."
      case 0?: "Nobody has answered so far."
      case let number?: "\(ReportWords.people(number)) answered."
      }
    return Section(
      id: "answered", title: "Who answered, and what is withheld",
      content: [HTML(.p, [], ([people, completion].compactMap { $0 }).joined(separator: " "))]
        + report.breakdowns.map { breakdown in
          table(
            breakdown.title, ["Group", "People"],
            breakdown.groups.map { [$0.label, ReportWords.number($0.tables.respondents)] })
        }
        + [HTML(.p, [], report.withheldSentence)])
  }
}

extension GapReport {
  /// What is withheld in the report, in a sentence; how many, never how large.
  var withheldSentence: String {
    let groups = breakdowns.reduce(0) { sum, breakdown in
      sum + breakdown.groups.count { $0.tables.respondents == nil }
    }
    let statements =
      overall.respondents == nil ? 0 : overall.competencies.count { $0.figures == nil }
    let parts = [
      overall.respondents == nil ? "every figure" : nil,
      groups == 0 ? nil : groups == 1 ? "1 group" : "\(groups) groups",
      statements == 0
        ? nil
        : statements == 1 ? "1 statement for everybody" : "\(statements) statements for everybody",
    ].compactMap { $0 }
    guard !parts.isEmpty else {
      return "No whole group and no statement for everybody is withheld. What rests on fewer than "
        + "\(minimumGroup.people) people is written \(Absence.withheldMark)."
    }
    return "Withheld and written \(Absence.withheldMark): " + parts.joined(separator: " and ")
      + ", as fewer than \(minimumGroup.people) people stand behind it."
  }
}
