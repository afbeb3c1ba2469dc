/// A learning path as one page that can be read, printed and kept.
public enum PathHTML {
  /// The page; it runs no script and fetches nothing by itself.
  ///
  /// The framework's and the catalogue's words are in `language`, Waymark's own are English.
  public static func page(
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
      words.nothingFits.map { HTML(.p, [], $0) }, leftOut(words),
      list(words.done, under: PathWords.doneHeading), footer,
    ].compactMap { $0 }
    return HTML.page(
      title: PathWords.title, language: .english, style: PageStyle.sheet,
      body: [HTML(.main, [], content)])
  }

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
      HTML(.p, [], reason.purpose),
      HTML(.p, [.class("soft")], reason.facts.joined(separator: " ")),
      reason.thereWhen.map { HTML(.p, [], $0) },
    ].compactMap { $0 }
  }

  private static func leftOut(_ words: PathWords) -> HTML? {
    list(
      words.listedLeftOut.map { "\(words.name(of: $0.resource)): \(words.reason($0))." }
        + [words.moreLeftOut].compactMap { $0 }, under: "Left out, the strongest first")
  }

  private static func list(_ lines: [String], under heading: String) -> HTML? {
    guard !lines.isEmpty else { return nil }
    return HTML(
      .section, [],
      [HTML(.h2, [], heading), HTML(.ul, [], lines.map { HTML(.li, [], $0) })])
  }
}
