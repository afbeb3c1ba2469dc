public import Waymark
public import WaymarkBasics

/// What a person has done of their paths and what they do not want, each with its number.
public enum LearningLogPage {
  /// The page.
  ///
  /// - Parameters:
  ///   - titles: what something is called now; else it bears the title that it had.
  ///   - notes: whether what the person wrote stands there.
  ///   - suffix: the options that mean the same person in a command that is named.
  public static func page(
    _ log: LearningLog, titles: [ID<LearningResource>: String] = [:], notes: Bool = true,
    suffix: String = "", words: PathWords
  ) -> Page {
    let entries = log.marked.enumerated().compactMap { place, entry -> Page.Entry? in
      guard let fact = fact(of: entry.resource, log, notes: notes, words) else { return nil }
      let title = titles[entry.resource] ?? entry.title
      return Page.Entry(
        Page.Phrase(words.numbered(place + 1, title)), facts: [Page.Paragraph(fact)])
    }
    return Page(
      words.logTitle, header: [entries.isEmpty ? Page.Paragraph([words.logIsEmpty]) : nil],
      sections: [
        entries.isEmpty
          ? nil : Page.Section(nil, [.entries(entries, isNumbered: false, isSpaced: true)])
      ],
      footer: entries.isEmpty ? [] : [words.toTakeBack(suffix)])
  }

  private static func fact(
    of resource: ID<LearningResource>, _ log: LearningLog, notes: Bool, _ words: PathWords
  ) -> [String]? {
    if let record = log.done.first(where: { $0.resource == resource }) {
      return [words.doneOn(record.day)]
        + (notes ? record.note.map { [words.yourNote($0)] } ?? [] : [])
    }
    return log.dropped.contains(resource) ? [words.wasDropped] : nil
  }
}
