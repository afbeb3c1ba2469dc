package import Waymark
package import WaymarkBasics

/// What there is to learn from, to read and as a table.
package enum CoveragePage {
  /// A line for each level step of each competency, and at the end what has nothing but practice.
  package static func page(
    _ coverage: CatalogueCoverage, framework: Framework, words: CoverageWords,
    language: LanguageTag = .english
  ) -> Page {
    let entries = framework.competencies.map { competency in
      Page.Entry(
        Page.Phrase(
          words.common.name(competency.title.text(in: language), id: competency.id)),
        facts: coverage.steps.filter { $0.competency == competency.id }.map { step in
          Page.Paragraph([sentence(step, words)])
        })
    }
    let without = coverage.withoutResources
    return Page(
      words.title, header: [],
      sections: [Page.Section(nil, [.entries(entries, isNumbered: false, isSpaced: true)])],
      footer: [
        words.summary(
          steps: coverage.steps.count, served: coverage.steps.count - without.count,
          practiceAlone: without.count { $0.practice > 0 },
          nothing: without.count { $0.practice == 0 })
      ])
  }

  private static func sentence(_ step: CatalogueCoverage.Step, _ words: CoverageWords) -> String {
    let (from, to) = (step.from.rank, step.to.rank)
    return step.resources.isEmpty
      ? words.nothing(from: from, to: to, practice: step.practice)
      : words.step(
        from: from, to: to, resources: step.resources.count, minutes: step.minutes,
        languages: step.languages, checkedSince: step.oldestCheck, practice: step.practice)
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
