package import Waymark
package import WaymarkBasics

/// What there is to learn from, to read and as a table.
package enum CoveragePage {
  /// A line for each level step of each competency, and at the end what has nothing but practice.
  package static func page(
    _ coverage: CatalogueCoverage, framework: Framework, language: LanguageTag = .english
  ) -> Page {
    let entries = framework.competencies.map { competency in
      Page.Entry(
        "\(competency.title.text(in: language)) (\(competency.id.description))",
        facts: coverage.steps.filter { $0.competency == competency.id }.map { step in
          Page.Paragraph([words(step)])
        })
    }
    let without = coverage.withoutResources
    return Page(
      "What there is to learn from", header: [],
      sections: [Page.Section(nil, [.entries(entries, isNumbered: false, isSpaced: true)])],
      footer: [
        "\(coverage.steps.count - without.count) of \(coverage.steps.count) level steps have a "
          + "resource; \(without.count { $0.practice > 0 }) have practice alone, "
          + "\(without.count { $0.practice == 0 }) nothing."
      ])
  }

  private static func words(_ step: CatalogueCoverage.Step) -> String {
    let name = "\(step.from.rank) to \(step.to.rank)"
    let practice =
      step.practice == 0
      ? "no practice step" : "\(step.practice) practice step\(step.practice == 1 ? "" : "s")"
    guard !step.resources.isEmpty else { return "\(name): no resource, \(practice)." }
    let count = "\(step.resources.count) resource\(step.resources.count == 1 ? "" : "s")"
    let time = step.minutes.map { minutes in
      minutes.lowerBound == minutes.upperBound
        ? PathWords.time(minutes.lowerBound)
        : "\(PathWords.time(minutes.lowerBound)) to \(PathWords.time(minutes.upperBound))"
    }
    return "\(name): \(count), \(time ?? "nobody says how long"), "
      + "in \(PathWords.languages(step.languages)), "
      + (step.oldestCheck.map { "all looked at since \($0)" } ?? "not all looked at")
      + ", \(practice)."
  }

  /// A row for each level step, for a spreadsheet.
  package static func table(_ coverage: CatalogueCoverage) -> String {
    var table = CSV(header: [
      "competency", "from", "to", "resources", "shortest_minutes", "longest_minutes",
      "oldest_check", "languages", "practice",
    ])
    for step in coverage.steps {
      table.append([
        .text(step.competency.description), .integer(step.from.rank), .integer(step.to.rank),
        .integer(step.resources.count), step.minutes.map { .integer($0.lowerBound) } ?? .text(""),
        step.minutes.map { .integer($0.upperBound) } ?? .text(""),
        .text(step.oldestCheck ?? ""),
        .text(step.languages.map(\.description).joined(separator: " ")),
        .integer(step.practice),
      ])
    }
    return table.text
  }
}
