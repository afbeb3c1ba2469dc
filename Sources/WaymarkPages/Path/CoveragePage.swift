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
          nothing: without.count { $0.practice == 0 },
          workshops: coverage.steps.count { $0.workshops > 0 })
      ])
  }

  private static func sentence(_ step: CatalogueCoverage.Step, _ words: CoverageWords) -> String {
    let (from, to) = (step.from.rank, step.to.rank)
    let doing = words.doing(practice: step.practice, workshops: step.workshops)
    return step.resources.isEmpty
      ? words.nothing(from: from, to: to, doing)
      : words.step(
        from: from, to: to, resources: step.resources.count, minutes: step.minutes,
        languages: step.languages, checkedSince: step.oldestLook, doing)
  }

  /// A row for each level step, for a spreadsheet.
  package static func table(_ coverage: CatalogueCoverage) -> String {
    var table = CSV(header: [
      "competency", "from", "to", "resources", "shortest_minutes", "longest_minutes",
      "oldest_look", "languages", "practice", "workshops",
    ])
    for step in coverage.steps {
      table.append([
        .text(step.competency.description), .integer(step.from.rank), .integer(step.to.rank),
        .integer(step.resources.count), step.minutes.map { .integer($0.lowerBound) } ?? .text(""),
        step.minutes.map { .integer($0.upperBound) } ?? .text(""),
        .text(step.oldestLook ?? ""),
        .text(step.languages.map(\.description).joined(separator: " ")),
        .integer(step.practice), .integer(step.workshops),
      ])
    }
    return table.text
  }
}

/// The sentences about what there is to learn from.
package struct CoverageWords: Sendable {
  let common = CommonWords()

  package init() {}

  let title = "What there is to learn from"

  /// A level step that nothing but practice leads over.
  func nothing(from: Int, to: Int, _ doing: String) -> String {
    "\(from) to \(to): no resource, \(doing)."
  }

  /// A level step with its resources.
  ///
  /// - Parameters:
  ///   - minutes: those of the shortest and the longest; `nil` where nobody knows.
  ///   - month: since when all were looked at; `nil` where one never was.
  func step(
    from: Int, to: Int, resources: Int, minutes: ClosedRange<Int>?, languages: [LanguageTag],
    checkedSince month: String?, _ doing: String
  ) -> String {
    "\(from) to \(to): \(common.count(resources, "resource", "resources")), "
      + "\(minutes.map(time) ?? "nobody says how long"), in \(common.languages(languages)), "
      + (month.map { "all looked at since \($0)" } ?? "not all looked at")
      + ", \(doing)."
  }

  func summary(
    steps: Int, served: Int, practiceAlone: Int, nothing: Int, workshops: Int
  ) -> String {
    "\(served) of \(steps) level steps have a resource; \(practiceAlone) have practice alone, "
      + "\(nothing) nothing. \(workshops) have a workshop."
  }

  private func time(_ minutes: ClosedRange<Int>) -> String {
    minutes.lowerBound == minutes.upperBound
      ? common.time(minutes.lowerBound)
      : "\(common.time(minutes.lowerBound)) to \(common.time(minutes.upperBound))"
  }

  /// What there is beside resources.
  func doing(practice: Int, workshops: Int) -> String {
    (practice == 0 ? "no practice step" : common.count(practice, "practice step", "practice steps"))
      + (workshops == 0 ? "" : ", " + common.count(workshops, "workshop", "workshops"))
  }
}
