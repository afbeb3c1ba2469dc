import Waymark
import WaymarkBasics

extension GapReport {
  /// What the answers say of each part of the strategic plan; empty without a plan.
  var planSection: String {
    guard let plan = planReport else { return "" }
    let overview = Markdown.table(
      [.words("Part of the plan"), .numbers("Statements"), .numbers("Share below usual")],
      rows: plan.parts.filter { $0.kind != .objective }.map { part in
        [
          Markdown.escaped(part.title), "\(part.statements.count)",
          part.statements.isEmpty ? "none" : ReportWords.share(part.below),
        ]
      })
    let objectives = plan.parts.filter { $0.kind == .objective }.map { part in
      "### \(Markdown.escaped("\(part.id) \(part.title)"))\n\n"
        + Markdown.escaped(sentences(on: part).joined(separator: " ")) + "\n"
    }
    return
      (["## What this says of the strategic plan\n\n\(Markdown.escaped(plan.name)).\n", overview]
      + objectives).joined(separator: "\n")
  }

  /// What raised targets would change; empty where none was asked for.
  var raisedSection: String {
    guard !raisedTargets.isEmpty, let words = Self.raisedColumns.first else { return "" }
    return "## If a role asked for another level\n\n"
      + Markdown.table(
        [.words(words)] + Self.raisedColumns.dropFirst().map(Markdown.Column.numbers),
        rows: raisedTargets.map { $0.cells.map(Markdown.escaped) })
  }

  /// What the answers say about the statements themselves; empty where no statement has a sign.
  var revisionSection: String {
    let evidence = revisionEvidence(5)
    let tables = RevisionEvidence.Sign.allCases.compactMap { sign -> String? in
      guard let items = evidence.items[sign], !items.isEmpty else { return nil }
      return "### \(sign.heading)\n\n"
        + Markdown.table(
          [.words("Statement"), .numbers("Answers"), .numbers("Share")],
          rows: items.map { item in
            [
              Markdown.escaped(item.row.title), "\(item.count) of \(item.total)",
              Decimal.percent(item.share),
            ]
          })
    }
    guard !tables.isEmpty else { return "" }
    return (["## For the next revision of the competencies\n"] + tables).joined(separator: "\n")
  }
}
