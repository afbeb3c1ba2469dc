import Waymark
import WaymarkBasics

/// Pairs of mentors and seekers as one page that can be read and printed.
package enum MentorsHTML {
  /// The page; it runs no script and fetches nothing.
  package static func page(_ words: MentorsWords) -> String {
    let header = HTML(
      .header, [],
      [
        HTML(.h1, [], words.title), HTML(.p, [], [HTML(.b, [], MentorsWords.notice)]),
        HTML(
          .p, [.class("lead")],
          [words.summary, words.proof].compactMap { $0 }.joined(separator: " ")
        ),
      ])
    let content = [header, pairs(words), unmatched(words), free(words), footer(words)]
    return HTML.page(
      title: words.title, language: .english, style: PageStyle.sheet,
      body: [HTML(.main, [], content.compactMap { $0 })])
  }

  private static func pairs(_ words: MentorsWords) -> HTML? {
    guard !words.pairs.pairs.isEmpty else { return nil }
    return HTML(
      .ol, [.class("steps")],
      words.pairs.pairs.map { pair in
        HTML(
          .li, [],
          [
            HTML(.b, [], pair.mentor.contact.description), HTML(text: " with "),
            HTML(.b, [], pair.seeker.contact.description),
            HTML(.ul, [], pair.competencies.map { HTML(.li, [], words.name($0)) }),
            HTML(.p, [.class("soft")], words.common(pair)),
          ])
      })
  }

  private static func unmatched(_ words: MentorsWords) -> HTML? {
    list(
      "Without a mentor",
      words.pairs.unmatched.map { unmatched in
        "\(unmatched.seeker.contact): \(words.reason(unmatched)). "
          + "Seeks: \(words.names(unmatched.seeker.seeks))."
      })
  }

  private static func free(_ words: MentorsWords) -> HTML? {
    list(
      "Offered, and nobody proposed",
      words.pairs.free.map { "\($0.contact). Teaches: \(words.names($0.teaches))." })
  }

  private static func list(_ title: String, _ entries: [String]) -> HTML? {
    guard !entries.isEmpty else { return nil }
    return HTML(
      .section, [],
      [HTML(.h2, [], title), HTML(.ul, [], entries.map { HTML(.li, [], $0) })])
  }

  private static func footer(_ words: MentorsWords) -> HTML? {
    words.pairs.pairs.isEmpty ? nil : HTML(.footer, [.class("soft")], MentorsWords.method)
  }
}
