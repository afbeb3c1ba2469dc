import Waymark
package import WaymarkBasics

/// Pairs of mentors and seekers to read, print, or take into a spreadsheet.
package enum MentorsPage {
  /// The pairs, who has none and why.
  package static func page(_ words: MentorsWords) -> Page {
    let pairs = words.pairs
    return Page(
      words.title,
      header: [
        Page.Paragraph([MentorsWords.notice], .strong),
        Page.Paragraph([words.summary, words.proof].compactMap { $0 }, .lead),
      ],
      sections: [
        pairs.pairs.isEmpty
          ? nil : Page.Section(nil, [.entries(pairs.pairs.map(words.entry), isSpaced: true)]),
        Page.Section(
          "Without a mentor",
          lines: pairs.unmatched.map { unmatched in
            "\(unmatched.seeker.contact): \(words.reason(unmatched)). "
              + "Seeks: \(words.names(unmatched.seeker.seeks))."
          }),
        Page.Section(
          "Offered, and nobody proposed",
          lines: pairs.free.map { "\($0.contact). Teaches: \(words.names($0.teaches))." }),
      ], footer: pairs.pairs.isEmpty ? [] : [MentorsWords.method])
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

extension MentorsWords {
  fileprivate func entry(_ pair: MentorPairs.Pair) -> Page.Entry {
    Page.Entry(
      Page.Phrase([
        .strong(pair.mentor.contact.description), .plain(" with "),
        .strong(pair.seeker.contact.description),
      ]), facts: [Page.Paragraph([common(pair)], .soft)],
      items: pair.competencies.map { Page.Phrase(name($0)) })
  }
}

/// Pairs of mentors and seekers for other programs.
package enum MentorsJSON {
  /// The document, the same for the same pairs.
  ///
  /// - Throws: what `JSON.document` throws, never for these values.
  package static func document(_ words: MentorsWords) throws -> String {
    let pairs = words.pairs
    return try JSON.document(
      .mentorPairs,
      [
        "notice": .string(MentorsWords.notice),
        "campaign": .string(words.campaign.id.description),
        "mentors": .integer(pairs.mentors), "seekers": .integer(pairs.seekers),
        "proved": .bool(pairs.isProved),
        "pairs": .array(
          pairs.pairs.map { pair in
            .object([
              "mentor": person(pair.mentor), "seeker": person(pair.seeker),
              "competencies": competencies(pair.competencies, words),
              "languages": languages(pair.languages), "sameRegion": .bool(pair.isSameRegion),
              "mutual": .bool(pair.isMutual), "weight": .integer(pair.weight),
            ])
          }),
        "withoutMentor": .array(
          pairs.unmatched.map { unmatched in
            .object([
              "seeker": person(unmatched.seeker), "reason": .string(unmatched.reason.rawValue),
              "competencies": competencies(unmatched.seeker.seeks, words),
            ])
          }),
        "withoutSeeker": .array(
          pairs.free.map { mentor in
            .object([
              "mentor": person(mentor), "competencies": competencies(mentor.teaches, words),
            ])
          }),
      ])
  }

  private static func person(_ card: MentoringCard) -> JSON.Value {
    .object([
      "id": .string(card.name), "contact": .string(card.contact.description),
      "region": JSON.Value(card.region),
      "languages": languages(card.languages),
    ])
  }

  private static func competencies(_ ids: [CompetencyID], _ words: MentorsWords) -> JSON.Value {
    .array(
      ids.map { id in
        .object([
          "id": .string(id.description),
          "title": words.framework.competency(id).map {
            .string($0.title.text(in: words.language))
          } ?? .null,
        ])
      })
  }

  private static func languages(_ tags: [LanguageTag]) -> JSON.Value {
    .array(tags.map { .string($0.description) })
  }
}
