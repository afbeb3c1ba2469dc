import Waymark
import WaymarkBasics

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
      content: [
        HTML(
          .p, [],
          [people, report.silenceSentence, completion].compactMap { $0 }
            .joined(separator: " "))
      ]
        + report.breakdowns.filter { !$0.groups.isEmpty }.map { breakdown in
          participation(breakdown, in: report)
        }
        + [HTML(.p, [], report.withheldSentence)])
  }

  /// How many people of each group answered, and where it is known who was invited, how many have
  /// not answered.
  private static func participation(
    _ breakdown: GapReport.Breakdown, in report: GapReport
  ) -> HTML {
    let invited = report.invited(by: breakdown.id)
    guard !invited.isEmpty else {
      return table(
        breakdown.title, ["Group", "People"],
        breakdown.groups.map { [$0.label, ReportWords.number($0.tables.respondents)] })
    }
    return table(
      breakdown.title, ["Group", "Invited", "Answered", "Have not answered"],
      breakdown.groups.map { group in
        let people = group.tables.respondents
        let asked = invited[group.id]
        let silent =
          switch (asked, people) {
          case (_, nil): Absence.withheldMark
          case (nil, _): "not known"
          case (let asked?, let people?): "\(max(0, asked - people))"
          }
        return [
          group.label, asked.map(String.init) ?? "not known", ReportWords.number(people), silent,
        ]
      })
  }
}

extension GapReport {
  /// How many people of each group of a grouping were invited, where that is known.
  func invited(by grouping: String) -> [String: Int] {
    var people: [String: Int] = [:]
    for entry in campaign.invited where entry.grouping == grouping {
      people[entry.group] = entry.people
    }
    return people
  }

  /// How many of those who were invited have not answered; `nil` where nobody knows, or where too
  /// few answered to say how many.
  var silenceSentence: String? {
    guard let asked = invited(by: Grouping.everybody)[Grouping.everybody], asked > 0,
      let people = overall.respondents
    else {
      return nil
    }
    guard people <= asked else {
      return "\(ReportWords.people(asked)) were invited, fewer than answered."
    }
    return "\(ReportWords.people(asked)) were invited: "
      + "\(Decimal.percent(Double(people) / Double(asked))) answered, \(asked - people) did not."
  }

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
