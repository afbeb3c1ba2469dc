package import Waymark
package import WaymarkBasics

/// A learning path as one page that can be read, printed and kept.
package enum PathHTML {
  /// The page; it runs no script and fetches nothing by itself.
  ///
  /// The framework's and the catalogue's words are in `language`, Waymark's own are English.
  package static func page(
    _ path: LearningPath, person: String? = nil, language: LanguageTag = .english
  ) -> String {
    let words = PathWords(path, language: language)
    let header = HTML(
      .header, [],
      [
        HTML(.h1, [], PathWords.title),
        person.map { HTML(.p, [], "For \($0)") },
        HTML(.p, [.class("soft")], words.origin.joined(separator: " ")),
        HTML(
          .p, [.class("lead")],
          [words.summary, words.proof, words.reviewAdvice].compactMap { $0 }.joined(separator: " ")),
      ].compactMap { $0 })
    let footer = HTML(
      .footer, [.class("soft")],
      ([PathWords.offline] + ProfileWords.origin).joined(separator: " "))
    let content = [
      header, list(words.changes, under: words.changesHeading), steps(words),
      words.nothingFits.map { HTML(.p, [], $0) },
      list(words.leftOut, under: PathWords.leftOutHeading, isPrinted: false),
      list(words.done, under: PathWords.doneHeading), footer,
    ].compactMap { $0 }
    return HTML.page(
      title: PathWords.title, language: .english, style: PageStyle.sheet, more: [printStyle],
      body: [HTML(.main, [], content)])
  }

  /// Five steps go on one sheet of paper; what was left out is read on the screen.
  private static let printStyle: StaticString = """
    @media print {
      body { font-size: 8.5pt; line-height: 1.25; }
      h1 { font-size: 1.5em; margin: 0; } h2 { font-size: 1.15em; margin: .4rem 0 .2rem; }
      p { margin: .1rem 0; } ol, ul { margin: .3rem 0; } .steps > li { margin: 0 0 .4rem; }
      .steps p { display: inline; } .steps p::before { content: " "; }
      .steps .purpose::before, .steps .address::before { content: "\\A"; white-space: pre; }
      .screen { display: none; }
    }

    """

  private static func steps(_ words: PathWords) -> HTML? {
    guard !words.path.steps.isEmpty else { return nil }
    return HTML(
      .ol, [.class("steps")],
      words.path.steps.map { step in
        let resource = step.resource
        let address = resource.url.map { [HTML(.p, [.class("address")], $0)] } ?? []
        return HTML(
          .li, [],
          name(of: resource, words) + (words.when(step).map { [HTML(.p, [], $0)] } ?? [])
            + words.reasons(step).flatMap(reason) + address)
      })
  }

  private static func name(of resource: LearningResource, _ words: PathWords) -> [HTML] {
    guard let url = resource.url, let provider = resource.provider else {
      return [HTML(.b, [], words.name(of: resource))]
    }
    return [
      HTML(.b, [], [HTML.link(to: url, words.title(of: resource))]),
      HTML(text: " (\(provider)), \(PathWords.checked(resource))"),
    ]
  }

  private static func reason(_ reason: PathWords.Reason) -> [HTML] {
    [
      HTML(.p, [.class("purpose")], reason.purpose),
      HTML(.p, [.class("soft")], reason.facts.joined(separator: " ")),
      reason.thereWhen.map { HTML(.p, [], $0) },
    ].compactMap { $0 }
  }

  private static func list(_ lines: [String], under heading: String, isPrinted: Bool = true)
    -> HTML?
  {
    guard !lines.isEmpty else { return nil }
    return HTML(
      .section, isPrinted ? [] : [.class("screen")],
      [HTML(.h2, [], heading), HTML(.ul, [], lines.map { HTML(.li, [], $0) })])
  }
}
