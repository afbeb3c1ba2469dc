import Waymark
package import WaymarkBasics

/// Pairs of mentors and seekers as text to read.
package enum MentorsText {
  /// The pairs, who has none and why, in lines of at most the style's width.
  package static func page(_ words: MentorsWords, style: TextStyle = TextStyle()) -> String {
    var page = TextPage(style)
    page.heading(words.title)
    page.line(MentorsWords.notice)
    page.blank()
    page.sentences([words.summary, words.proof].compactMap { $0 })
    for (place, pair) in words.pairs.pairs.enumerated() {
      page.blank()
      page.numbered(place + 1, "\(pair.mentor.contact)")
      page.line("with \(pair.seeker.contact)")
      for id in pair.competencies { page.bullet(words.name(id)) }
      page.line(words.common(pair))
    }
    if !words.pairs.unmatched.isEmpty {
      page.blank()
      page.heading("Without a mentor")
      for unmatched in words.pairs.unmatched {
        page.bullet(
          "\(unmatched.seeker.contact): \(words.reason(unmatched)). "
            + "Seeks: \(words.names(unmatched.seeker.seeks)).")
      }
    }
    if !words.pairs.free.isEmpty {
      page.blank()
      page.heading("Offered, and nobody proposed")
      for mentor in words.pairs.free {
        page.bullet("\(mentor.contact). Teaches: \(words.names(mentor.teaches)).")
      }
    }
    if !words.pairs.pairs.isEmpty {
      page.blank()
      page.line(MentorsWords.method)
    }
    return page.text
  }

  /// A row for each pair, then one for each person without a mentor, then one for each mentor
  /// without anybody, for a spreadsheet.
  package static func table(_ words: MentorsWords) -> String {
    var table = CSV(header: [
      "status", "mentor", "seeker", "competencies", "titles", "languages", "same_region", "weight",
      "remark", "notice",
    ])
    func ids(_ ids: [CompetencyID]) -> CSV.Cell {
      .text(ids.map(\.description).joined(separator: " "))
    }
    func tags(_ tags: [LanguageTag]) -> CSV.Cell {
      .text(tags.map(\.description).joined(separator: " "))
    }
    for pair in words.pairs.pairs {
      table.append([
        .text("proposed"), .text(pair.mentor.contact.description),
        .text(pair.seeker.contact.description), ids(pair.competencies),
        .text(words.names(pair.competencies)), tags(pair.languages),
        .text(pair.isSameRegion ? "yes" : "no"), .integer(pair.weight), .empty,
        .text(MentorsWords.notice),
      ])
    }
    for unmatched in words.pairs.unmatched {
      let seeker = unmatched.seeker
      table.append([
        .text("no mentor"), .empty, .text(seeker.contact.description), ids(seeker.seeks),
        .text(words.names(seeker.seeks)), tags(seeker.languages), .empty, .empty,
        .text(words.reason(unmatched)), .text(MentorsWords.notice),
      ])
    }
    for mentor in words.pairs.free {
      table.append([
        .text("nobody proposed"), .text(mentor.contact.description), .empty, ids(mentor.teaches),
        .text(words.names(mentor.teaches)), tags(mentor.languages), .empty, .empty, .empty,
        .text(MentorsWords.notice),
      ])
    }
    return table.text
  }
}
