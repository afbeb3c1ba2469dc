package import Waymark
package import WaymarkBasics

/// A learning path as text for a terminal or a printer.
package enum PathText {
  /// The path in lines of at most the style's width, each ended by a line feed.
  ///
  /// The framework's and the catalogue's words are in `language`, Waymark's own are English.
  package static func page(
    _ path: LearningPath, style: TextStyle = TextStyle(), person: String? = nil,
    language: LanguageTag = .english
  ) -> String {
    let words = PathWords(path, language: language)
    var page = TextPage(style)
    page.heading(PathWords.title)
    if let person { page.line("For \(person)") }
    page.sentences(words.origin)
    page.blank()
    page.sentences([words.summary, words.proof, words.reviewAdvice].compactMap { $0 })
    list(words.changes, under: words.changesHeading, on: &page)
    for (place, step) in path.steps.enumerated() {
      page.blank()
      page.numbered(place + 1, words.name(of: step.resource))
      if let when = words.when(step) { page.sentences([when], indentation: 3) }
      for reason in words.reasons(step) {
        page.sentences([reason.purpose], indentation: 3)
        page.sentences(reason.facts, indentation: 3)
        if let there = reason.thereWhen { page.sentences([there], indentation: 3) }
      }
      if let url = step.resource.url {
        page.address(url, remark: "(\(PathWords.checked(step.resource)))", indentation: 3)
      }
    }
    if let nothing = words.nothingFits {
      page.blank()
      page.line(nothing)
    }
    list(words.leftOut, under: PathWords.leftOutHeading, on: &page)
    list(words.done, under: PathWords.doneHeading, on: &page)
    page.blank()
    page.sentences([PathWords.offline] + ProfileWords.origin)
    return page.text
  }

  private static func list(_ lines: [String], under heading: String, on page: inout TextPage) {
    guard !lines.isEmpty else { return }
    page.blank()
    page.heading(heading)
    for line in lines { page.bullet(line) }
  }
}
