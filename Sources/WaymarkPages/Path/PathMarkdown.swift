package import Waymark
package import WaymarkBasics

/// A learning path as a Markdown document, to keep, print or hand to a supervisor.
package enum PathMarkdown {
  /// The document; everything that came from a file is escaped, addresses become links only when
  /// they are http or https.
  package static func document(
    _ path: LearningPath, person: String? = nil, language: LanguageTag = .english
  ) -> String {
    let words = PathWords(path, language: language)
    var lines = ["# \(PathWords.title)", ""]
    if let person { lines += ["For \(Markdown.escaped(person))", ""] }
    lines += [
      sentence(words.origin), "",
      sentence([words.summary, words.proof, words.reviewAdvice].compactMap { $0 }), "",
    ]
    lines += list(words.changes, under: words.changesHeading)
    for (place, step) in path.steps.enumerated() {
      lines += section(place, step, words)
    }
    if let nothing = words.nothingFits { lines += [Markdown.escaped(nothing), ""] }
    lines += list(words.leftOut, under: PathWords.leftOutHeading)
    lines += list(words.done, under: PathWords.doneHeading)
    lines.append(sentence([PathWords.offline] + ProfileWords.origin))
    return lines.map { $0 + "\n" }.joined()
  }

  private static func list(_ lines: [String], under heading: String) -> [String] {
    guard !lines.isEmpty else { return [] }
    return ["## \(heading)", ""] + lines.map { "- \(Markdown.escaped($0))" } + [""]
  }

  private static func section(
    _ place: Int, _ step: LearningPath.Step, _ words: PathWords
  ) -> [String] {
    let resource = step.resource
    let reasons = words.reasons(step).flatMap { reason in
      ["- **\(Markdown.escaped(reason.purpose))**"]
        + (reason.facts + [reason.thereWhen].compactMap { $0 })
        .map { "  - \(Markdown.escaped($0))" }
    }
    return ["## Step \(place + 1)", ""]
      + [name(of: resource, words), ""]
      + (words.when(step).map { [Markdown.escaped($0), ""] } ?? []) + reasons + [""]
  }

  private static func name(of resource: LearningResource, _ words: PathWords) -> String {
    guard let url = resource.url, let provider = resource.provider else {
      return Markdown.escaped(words.name(of: resource))
    }
    return Markdown.link(to: url, words.title(of: resource))
      + " (\(Markdown.escaped(provider))), \(Markdown.escaped(PathWords.checked(resource)))"
  }

  private static func sentence(_ sentences: [String]) -> String {
    Markdown.escaped(sentences.joined(separator: " "))
  }
}
