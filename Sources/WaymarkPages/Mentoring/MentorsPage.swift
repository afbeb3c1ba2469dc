package import Waymark
package import WaymarkBasics

/// Pairs of mentors and seekers to read, print, or take into a spreadsheet.
package struct MentorsPage {
  let pairs: MentorPairs
  let campaign: Campaign
  let framework: Framework
  let words: MentorsWords
  let language: LanguageTag

  /// Joins the pairs, the campaign they come from and its framework.
  package init(
    _ pairs: MentorPairs, campaign: Campaign, framework: Framework, words: MentorsWords,
    language: LanguageTag = .english
  ) {
    self.pairs = pairs
    self.campaign = campaign
    self.framework = framework
    self.words = words
    self.language = language
  }

  /// The pairs, who has none and why.
  package var page: Page {
    let proved = pairs.isProved ? words.proved : words.notProved
    return Page(
      words.title(campaign.title),
      header: [
        Page.Paragraph([words.notice], .strong),
        Page.Paragraph(
          [words.summary(pairs.pairs.count, mentors: pairs.mentors, seekers: pairs.seekers)]
            + (pairs.pairs.isEmpty ? [] : [proved]), .lead),
      ],
      sections: [
        pairs.pairs.isEmpty
          ? nil : Page.Section(nil, [.entries(pairs.pairs.map(entry), isSpaced: true)]),
        Page.Section(
          words.withoutMentor,
          lines: pairs.unmatched.map { unmatched in
            words.unmatched(
              unmatched.seeker.contact.description, unmatched.reason,
              seeks: unmatched.seeker.seeks.map(title))
          }),
        Page.Section(
          words.withoutSeeker,
          lines: pairs.free.map {
            words.free($0.contact.description, teaches: $0.teaches.map(title))
          }),
      ], footer: pairs.pairs.isEmpty ? [] : [words.method])
  }

  private func entry(_ pair: MentorPairs.Pair) -> Page.Entry {
    Page.Entry(
      Page.Phrase([
        .strong(pair.mentor.contact.description), .plain(words.with),
        .strong(pair.seeker.contact.description),
      ]), facts: [Page.Paragraph([common(pair)], .soft)],
      items: pair.competencies.map { id in
        Page.Phrase([.plain(title(id)), .id(id.description)])
      })
  }

  /// What else two people have in common.
  private func common(_ pair: MentorPairs.Pair) -> String {
    let region = pair.isSameRegion ? pair.seeker.region : nil
    return [
      words.bothSpeak(pair.languages), region.map { words.bothWork(in: $0.description) },
      pair.isMutual ? words.couldTeachEachOther : nil,
    ].compactMap { $0 }.joined(separator: " ")
  }

  private func title(_ id: CompetencyID) -> String {
    framework.competency(id)?.title.text(in: language) ?? id.description
  }

  /// A row for each pair, then one for each person without a mentor, then one for each mentor
  /// without anybody, for a spreadsheet.
  package var table: String {
    var table = CSV(header: [
      "status", "mentor", "seeker", "competencies", "titles", "languages", "same_region", "weight",
      "remark", "notice",
    ])
    func ids(_ ids: [CompetencyID]) -> CSV.Cell {
      .text(ids.map(\.description).joined(separator: " "))
    }
    func titles(_ ids: [CompetencyID]) -> CSV.Cell { .text(words.names(ids.map(title))) }
    func tags(_ tags: [LanguageTag]) -> CSV.Cell {
      .text(tags.map(\.description).joined(separator: " "))
    }
    for pair in pairs.pairs {
      table.append([
        .text(words.proposed), .text(pair.mentor.contact.description),
        .text(pair.seeker.contact.description), ids(pair.competencies),
        titles(pair.competencies), tags(pair.languages), .text(words.yesOrNo(pair.isSameRegion)),
        .integer(pair.weight), .empty, .text(words.notice),
      ])
    }
    for unmatched in pairs.unmatched {
      let seeker = unmatched.seeker
      table.append([
        .text(words.noMentor), .empty, .text(seeker.contact.description), ids(seeker.seeks),
        titles(seeker.seeks), tags(seeker.languages), .empty, .empty,
        .text(words.reason(unmatched.reason)), .text(words.notice),
      ])
    }
    for mentor in pairs.free {
      table.append([
        .text(words.nobodyProposed), .text(mentor.contact.description), .empty,
        ids(mentor.teaches), titles(mentor.teaches), tags(mentor.languages), .empty, .empty,
        .empty, .text(words.notice),
      ])
    }
    return table.text
  }
}

/// Pairs of mentors and seekers for other programs.
package enum MentorsJSON {
  /// The document, the same for the same pairs.
  ///
  /// - Throws: what `JSON.document` throws, never for these values.
  package static func document(_ page: MentorsPage) throws -> String {
    let pairs = page.pairs
    return try JSON.document(
      .mentorPairs,
      [
        "notice": .string(page.words.notice),
        "campaign": .string(page.campaign.id.description),
        "mentors": .integer(pairs.mentors), "seekers": .integer(pairs.seekers),
        "proved": .bool(pairs.isProved),
        "pairs": .array(
          pairs.pairs.map { pair in
            .object([
              "mentor": person(pair.mentor), "seeker": person(pair.seeker),
              "competencies": competencies(pair.competencies, page),
              "languages": languages(pair.languages), "sameRegion": .bool(pair.isSameRegion),
              "mutual": .bool(pair.isMutual), "weight": .integer(pair.weight),
            ])
          }),
        "withoutMentor": .array(
          pairs.unmatched.map { unmatched in
            .object([
              "seeker": person(unmatched.seeker), "reason": .string(unmatched.reason.rawValue),
              "competencies": competencies(unmatched.seeker.seeks, page),
            ])
          }),
        "withoutSeeker": .array(
          pairs.free.map { mentor in
            .object([
              "mentor": person(mentor), "competencies": competencies(mentor.teaches, page),
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

  private static func competencies(_ ids: [CompetencyID], _ page: MentorsPage) -> JSON.Value {
    .array(
      ids.map { id in
        .object([
          "id": .string(id.description),
          "title": page.framework.competency(id).map {
            .string($0.title.text(in: page.language))
          } ?? .null,
        ])
      })
  }

  private static func languages(_ tags: [LanguageTag]) -> JSON.Value {
    .array(tags.map { .string($0.description) })
  }
}
