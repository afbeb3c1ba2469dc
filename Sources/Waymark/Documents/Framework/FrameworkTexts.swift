package import WaymarkBasics

/// What a framework says in a language that is not English, to be told apart from what Waymark says.
package struct FrameworkTexts: Hashable, Sendable {
  /// The language of the framework's original texts.
  package let language: LanguageTag
  /// The names of the framework, its areas, statements, roles and levels.
  private let texts: Set<String>
  /// The same, the longest first.
  private let sorted: [String]

  /// `nil` for a framework in English, which is the language of pages.
  package init?(_ framework: Framework) {
    guard !framework.language.fallbacks.contains(.english) else { return nil }
    language = framework.language
    let all =
      [framework.title.original] + framework.scale.steps.map(\.label.original)
      + framework.roles.map(\.title.original)
      + framework.areas.flatMap { [$0.title.original, $0.shortTitle.original] }
      + framework.competencies.flatMap { [$0.title.original, $0.statement.original] }
    texts = Set(all)
    sorted = texts.sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
  }

  /// Whether a text is one of the framework's.
  package func contains(_ text: String) -> Bool { texts.contains(text) }

  /// A sentence in pieces: what is the framework's and what is ours, in order.
  package func pieces(of sentence: String) -> [(text: String, isSpoken: Bool)] {
    if contains(sentence) { return [(sentence, true)] }
    guard let known = sorted.first(where: sentence.contains),
      let range = sentence.firstRange(of: known)
    else { return sentence.isEmpty ? [] : [(sentence, false)] }
    return pieces(of: String(sentence[..<range.lowerBound])) + [(known, true)]
      + pieces(of: String(sentence[range.upperBound...]))
  }
}
