import Waymark
import WaymarkBasics

extension ReportHTML {
  /// What the answers say of each part of the strategic plan.
  static func plan(_ report: GapReport) -> Section? {
    guard let plan = report.planReport else { return nil }
    let kinds: [(PlanReport.Part.Kind, String)] = [
      (.sphere, "Spheres"), (.action, "Areas of action"),
    ]
    let overview = kinds.map { kind, name in
      table(
        name, ["Part of the plan", "Statements", "Below", "95 % interval"],
        plan.parts.filter { $0.kind == kind }.map { part in
          [
            part.title, "\(part.statements.count)",
            part.statements.isEmpty ? "none" : ReportWords.share(part.below),
            part.statements.isEmpty ? "none" : ReportWords.interval(part.below),
          ]
        })
    }
    return Section(
      id: "plan", title: "What this says of the strategic plan",
      content: [HTML(.p, [], plan.name + ".")] + overview
        + plan.parts.filter { $0.kind == .objective }.flatMap { objective($0, report) })
  }

  private static func objective(_ part: PlanReport.Part, _ report: GapReport) -> [HTML] {
    [
      HTML(.h3, [], "\(part.id) \(part.title)"),
      HTML(.p, [], report.sentences(on: part).joined(separator: " ")),
      HTML(.p, [.class("soft")], part.note),
    ]
  }

  /// What raised targets would change.
  static func raised(_ report: GapReport) -> Section? {
    guard !report.raisedTargets.isEmpty else { return nil }
    return Section(
      id: "raised", title: "If a role asked for another level",
      content: [
        table(
          "How many people another target would put below it", GapReport.raisedColumns,
          report.raisedTargets.map(\.cells))
      ])
  }

  /// What the answers say about the statements themselves.
  static func revision(_ report: GapReport) -> Section? {
    let evidence = report.revisionEvidence(5)
    let tables = RevisionEvidence.Sign.allCases.compactMap { sign -> HTML? in
      guard let items = evidence.items[sign], !items.isEmpty else { return nil }
      return table(
        sign.heading, ["Statement", "Answers", "Share"],
        items.map {
          [$0.row.title, "\($0.count) of \($0.total)", Decimal.percent($0.share)]
        })
    }
    guard !tables.isEmpty else { return nil }
    return Section(
      id: "revision", title: "For the next revision of the competencies",
      content: [
        HTML(
          .p, [],
          "Statements worth a second look, at most five for each sign. A sign is no verdict: a "
            + "statement that few have in their work may still matter to those who do.")
      ] + tables)
  }
}
